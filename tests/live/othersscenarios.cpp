// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "live/groups.h"

#include "support/emptyjournal.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui::test {

namespace {

/// Acts on the server in the moment between the look-up and the request that changes it.
class Meddler final : public EmptyJournal
{
public:
    explicit Meddler(std::function<void()> act)
        : m_act(std::move(act))
    {
    }

    void before(const JournalChange & /*change*/, std::function<void(const Result<qint64> &)> stored) override
    {
        QMetaObject::invokeMethod(
            &m_context,
            [this, stored] {
                if (const auto act = std::exchange(m_act, {})) {
                    act();
                }
                stored(1);
            },
            Qt::QueuedConnection);
    }

private:
    QObject m_context;
    std::function<void()> m_act;
};

} // namespace

/// Other people on the same server: races, chats, copies.
class OthersScenarios final : public ScenarioTest
{
    Q_OBJECT

public:
    using ScenarioTest::ScenarioTest;

private slots:
    void s18_deletedMeanwhile_data() { spaces(); }
    void s18_deletedMeanwhile();
    void s18_createdMeanwhile_data() { spaces(); }
    void s18_createdMeanwhile();
    void s18_updatedMeanwhile_data() { spaces(); }
    void s18_updatedMeanwhile();
    void s19_pipeCanBeUsedAtOnce();
    void s21_anotherId_data() { spaces(); }
    void s21_anotherId();

private:
    static void spaces();
    [[nodiscard]] static PluginKind kindIn(PluginSpace space)
    {
        return space == PluginSpace::Tool ? PluginKind::Tool : PluginKind::Filter;
    }
    [[nodiscard]] RawAnswer createAs(PluginSpace space, const QString &id, const PluginCode &code);
};

void OthersScenarios::spaces()
{
    QTest::addColumn<PluginSpace>("space");
    QTest::newRow("function") << PluginSpace::Function;
    QTest::newRow("tool") << PluginSpace::Tool;
}

RawAnswer OthersScenarios::createAs(PluginSpace space, const QString &id, const PluginCode &code)
{
    return server().admin().post(spacePath(space) + u"/create"_s, {{u"id"_s, id},
                                                                   {u"name"_s, code.title},
                                                                   {u"content"_s, QString::fromUtf8(code.text())},
                                                                   {u"meta"_s, QJsonObject{{u"description"_s, u""_s}}},
                                                                   {u"access_control"_s, QJsonObject()}});
}

void OthersScenarios::s18_deletedMeanwhile()
{
    QFETCH(const PluginSpace, space);
    PluginCode code{.kind = kindIn(space)};
    QVERIFY(deploy(u"raced"_s, code).isSuccess());
    bool acted = false;
    Meddler meddler([&] { acted = act(space, u"raced"_s, u"delete"_s).ok(); });
    fixture().journal = &meddler;
    code.version = u"1.1"_s;
    const DeployResult result = deploy(u"raced"_s, code);
    QVERIFY(acted);
    QCOMPARE(result.outcome, DeployOutcome::Failed);
    QVERIFY2(result.message.contains(u"deleted on the server"_s), qUtf8Printable(result.message));
    QCOMPARE(fixture().posts, 1);
    QVERIFY(isMissing(space, u"raced"_s));
}

void OthersScenarios::s18_createdMeanwhile()
{
    QFETCH(const PluginSpace, space);
    const PluginCode theirs{.kind = kindIn(space), .title = u"Theirs"_s, .version = u"9.9"_s};
    bool acted = false;
    Meddler meddler([&] { acted = createAs(space, u"raced"_s, theirs).ok(); });
    fixture().journal = &meddler;
    const DeployResult result = deploy(u"raced"_s, {.kind = kindIn(space)});
    QVERIFY(acted);
    QCOMPARE(result.outcome, DeployOutcome::Failed);
    QVERIFY2(result.message.contains(u"Someone else created it"_s), qUtf8Printable(result.message));
    QCOMPARE(stored(space, u"raced"_s)[u"content"_s].toString(), QString::fromUtf8(theirs.text()));
}

void OthersScenarios::s18_updatedMeanwhile()
{
    QFETCH(const PluginSpace, space);
    PluginCode code{.kind = kindIn(space)};
    QVERIFY(deploy(u"raced"_s, code).isSuccess());
    PluginCode theirs = code;
    theirs.topLevel = "# theirs\n";
    bool acted = false;
    Meddler meddler([&] {
        acted = act(space, u"raced"_s, u"update"_s,
                    {{u"id"_s, u"raced"_s},
                     {u"name"_s, theirs.title},
                     {u"content"_s, QString::fromUtf8(theirs.text())},
                     {u"meta"_s, QJsonObject{{u"description"_s, u""_s}}}})
                    .ok();
    });
    fixture().journal = &meddler;
    code.version = u"1.1"_s;
    const DeployResult result = deploy(u"raced"_s, code);
    QVERIFY(acted);
    // The server knows no condition for an update, so the last one wins; what is reported is what is there.
    QVERIFY2(result.outcome == DeployOutcome::Updated, qUtf8Printable(result.message));
    QCOMPARE(result.versionAfter, u"1.1"_s);
    QCOMPARE(stored(space, u"raced"_s)[u"content"_s].toString(), QString::fromUtf8(code.text()));
}

void OthersScenarios::s19_pipeCanBeUsedAtOnce()
{
    PluginCode code{.kind = PluginKind::Pipe,
                    .title = u"Echo"_s,
                    .body =
                        "    def pipe(self, body: dict) -> str:\n        return 'the pipe of version ' + VERSION\n"};
    code.topLevel = "VERSION = '1.0'\n";
    fixture().connection.switchOnNewFunctions = true;
    const DeployResult result = deploy(u"echo"_s, code);
    QVERIFY2(result.outcome == DeployOutcome::Created, qUtf8Printable(result.message));
    QCOMPARE(result.active, true);
    if (server().isPractice()) {
        partlyNotApplicable(u"The practice server has no chats; only its list of models is looked at."_s);
    } else {
        // Before anything asks for the models: a chat tells whether the server knows the pipe.
        const RawAnswer answered = chat(u"echo"_s);
        QVERIFY2(answered.body.contains("the pipe of version 1.0"), answered.body.left(2000).constData());
    }

    code.title = u"Echo renamed"_s;
    code.version = u"1.1"_s;
    code.topLevel = "VERSION = '1.1'\n";
    QVERIFY(deploy(u"echo"_s, code).isSuccess());
    if (!server().isPractice()) {
        const RawAnswer answered = chat(u"echo"_s);
        QVERIFY2(answered.body.contains("the pipe of version 1.1"), answered.body.left(2000).constData());
    }
    const QJsonArray models = server().admin().get(u"/api/models"_s)[u"data"_s].toArray();
    QVERIFY(std::ranges::any_of(models, [](const QJsonValue &model) {
        return model.toObject().value(u"id"_s).toString() == u"echo" &&
               model.toObject().value(u"name"_s).toString() == u"Echo renamed";
    }));
}

void OthersScenarios::s21_anotherId()
{
    QFETCH(const PluginSpace, space);
    // A script that took the id from the file's name was here before.
    const PluginCode code{.kind = kindIn(space), .title = u"Polite Helper"_s};
    const RawAnswer before = createAs(space, u"helper_v2"_s, code);
    QVERIFY2(before.ok(), before.body.constData());
    const Plugin plugin = fixture().write(u"helper_v2.py"_s, code.text());
    QCOMPARE(plugin.id, u"polite_helper"_s);
    const DeployResult asks = fixture().deploy(plugin);
    QCOMPARE(asks.outcome, DeployOutcome::Blocked);
    QCOMPARE(asks.missing, Consents{Consent::SecondCopy});
    QCOMPARE(asks.twinId, u"helper_v2"_s);
    QCOMPARE(fixture().posts, 0);
    QVERIFY(isMissing(space, u"polite_helper"_s));

    Plugin pinned = plugin;
    pinned.id = asks.twinId;
    pinned.idOrigin = IdOrigin::Pinned;
    const DeployResult updated = fixture().deploy(pinned);
    QVERIFY2(updated.outcome == DeployOutcome::Updated, qUtf8Printable(updated.message));
    QVERIFY(isMissing(space, u"polite_helper"_s));
}

std::unique_ptr<ScenarioTest> makeOthersScenarios(LiveServer &server)
{
    return std::make_unique<OthersScenarios>(server);
}

} // namespace owui::test

#include "othersscenarios.moc"
