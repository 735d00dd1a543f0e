// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "deploy/job/failurestory.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace owui;

class FailureStoryTest final : public QObject
{
    Q_OBJECT

private slots:
    void deactivationComesFirst();
    void staysOn();
    void toolIsNeverDeactivated();
    void deletedMeanwhile();
    void maskedReasonIsOnlyInTheLog();
    void maskedReasonThatCanBeAskedFor();
    void createdBySomeoneElse();
    void refusedButThere();
    void unreadableAfterwards();
    void stoppedAfterwards_data();
    void stoppedAfterwards();
};

namespace {

const ServerError refused{
    .kind = ServerErrorKind::CodeSyntax, .httpStatus = 400, .detail = u"invalid syntax"_s, .requestSent = true};
const ServerError masked{
    .kind = ServerErrorKind::Masked, .httpStatus = 400, .detail = u"[ERROR: Error updating function]"_s};

ServerPlugin plugin(bool active, const QString &content = u"old"_s)
{
    return {.id = u"f"_s, .kind = PluginKind::Filter, .content = content, .active = active};
}

FailureReason because(const ServerError &error, const QString &hint = {})
{
    return {.error = error, .remedy = error.remedy(), .hint = hint};
}

LookUp found(const ServerPlugin &now)
{
    return {.presence = Presence::Found, .plugin = now};
}

} // namespace

void FailureStoryTest::deactivationComesFirst()
{
    const FailureStory story =
        storyOfFailedUpdate(PluginSpace::Function, because(refused), plugin(true), found(plugin(false)));
    QVERIFY(wasSwitchedOff(PluginSpace::Function, plugin(true), found(plugin(false))));
    QVERIFY2(story.message.startsWith(u"The server switched the function off for everybody."_s),
             qPrintable(story.message));
    QVERIFY(story.message.contains(u"invalid syntax"_s));
    QVERIFY(story.message.contains(u"keeps what it had"_s));
    QVERIFY(story.remedy.startsWith(u"Switch the old version on again"_s));
}

void FailureStoryTest::staysOn()
{
    const FailureStory story =
        storyOfFailedUpdate(PluginSpace::Function, because(refused), plugin(true), found(plugin(true)));
    QVERIFY(!wasSwitchedOff(PluginSpace::Function, plugin(true), found(plugin(true))));
    QVERIFY(story.message.contains(u"keeps what it had"_s));
    // A function that was off before was not switched off by us.
    QVERIFY(!wasSwitchedOff(PluginSpace::Function, plugin(false), found(plugin(false))));
}

void FailureStoryTest::toolIsNeverDeactivated()
{
    QVERIFY(!wasSwitchedOff(PluginSpace::Tool, plugin(true), found(plugin(false))));
}

void FailureStoryTest::deletedMeanwhile()
{
    const FailureStory story =
        storyOfFailedUpdate(PluginSpace::Function, because(masked), plugin(true), {.presence = Presence::Missing});
    QVERIFY(story.message.contains(u"deleted"_s));
    QVERIFY(!wasSwitchedOff(PluginSpace::Function, plugin(true), {.presence = Presence::Missing}));
}

void FailureStoryTest::maskedReasonIsOnlyInTheLog()
{
    const FailureStory story =
        storyOfFailedUpdate(PluginSpace::Function, because(masked, u"Suspect."_s), plugin(true), found(plugin(true)));
    QVERIFY(story.message.endsWith(u"The reason is only in the server's log. Suspect."_s));
    QVERIFY(
        !storyOfFailedUpdate(PluginSpace::Function, because(refused, u"Suspect."_s), plugin(true), found(plugin(true)))
             .message.contains(u"log"_s));
}

void FailureStoryTest::maskedReasonThatCanBeAskedFor()
{
    const LookUp missing{.presence = Presence::Missing};
    QVERIFY(storyOfFailedCreate(because(masked), missing).message.contains(u"only in the server's log"_s));
    const FailureStory story = storyOfFailedCreate(because(masked), missing, HiddenReason::CanBeAskedFor);
    QVERIFY2(!story.message.contains(u"log"_s), qPrintable(story.message));
    QVERIFY2(story.remedy.contains(u"ask for the reason"_s), qPrintable(story.remedy));
}

void FailureStoryTest::createdBySomeoneElse()
{
    const ServerError taken{.kind = ServerErrorKind::IdTaken, .httpStatus = 400};
    QVERIFY(storyOfFailedCreate(because(taken), found(plugin(true))).message.startsWith(u"Someone else created it"_s));
}

void FailureStoryTest::refusedButThere()
{
    const ServerError tooLong{.kind = ServerErrorKind::IdTooLong, .httpStatus = 400};
    QVERIFY(storyOfFailedCreate(because(tooLong), found(plugin(false))).message.contains(u"yet it is there now"_s));
    QVERIFY(storyOfFailedCreate(because(tooLong), found(plugin(false))).remedy.contains(u"delete it there"_s));
    FailureReason same = because(tooLong);
    same.isThere = true;
    QVERIFY(!storyOfFailedCreate(same, found(plugin(false))).remedy.contains(u"delete it"_s));
}

void FailureStoryTest::unreadableAfterwards()
{
    const LookUp unreadable{.presence = Presence::Failed, .error = {.kind = ServerErrorKind::BadGateway}};
    QVERIFY(storyOfFailedUpdate(PluginSpace::Function, because(refused), plugin(true), unreadable)
                .message.contains(u"could not be read"_s));
    QVERIFY(!storyOfFailedCreate(because(refused), unreadable).message.contains(u"Nothing was stored"_s));

    const LookUp failing{.presence = Presence::Failed, .error = {.kind = ServerErrorKind::ServerFault}};
    QVERIFY(storyOfFailedCreate(because(refused), failing).message.contains(u"sys.exit()"_s));
}

void FailureStoryTest::stoppedAfterwards_data()
{
    QTest::addColumn<ServerErrorKind>("kind");
    QTest::newRow("refused") << ServerErrorKind::ConnectionRefused;
    QTest::newRow("lost") << ServerErrorKind::ConnectionLost;
    QTest::newRow("silent") << ServerErrorKind::Timeout;
}

void FailureStoryTest::stoppedAfterwards()
{
    QFETCH(const ServerErrorKind, kind);
    const LookUp gone{.presence = Presence::Failed, .error = {.kind = kind}};
    QVERIFY(serverStopped(gone));
    QVERIFY(storyOfFailedCreate(because(refused), gone).message.contains(u"does not answer"_s));
}

QTEST_GUILESS_MAIN(FailureStoryTest)
#include "tst_failurestory.moc"
