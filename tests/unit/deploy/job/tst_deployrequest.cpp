// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "deploy/job/deployrequest.h"
#include "deploy/job/deployresult.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace owui;

/// A request is bound to what somebody looked at, also after a question.
class DeployRequestTest final : public QObject
{
    Q_OBJECT

private slots:
    void idsOfTheSameSpaceOnly()
    {
        Plugin plugin;
        plugin.kind = PluginKind::Tool;
        const DeployOptions options{.root = u"/plugins"_s,
                                    .otherIds = {{PluginSpace::Tool, {u"t"_s}}, {PluginSpace::Function, {u"f"_s}}},
                                    .commitTemplate = u"{version}"_s,
                                    .sendUnchanged = false};
        const LookedAt looked{.digest = "here", .server = {.presence = Presence::Missing}};
        const DeployRequest request = requestFor(plugin, looked, {Consent::Valves}, options);
        QCOMPARE(request.otherIds, QSet<QString>{u"t"_s});
        QCOMPARE(request.lookedAt, looked);
        QCOMPARE(request.consents, Consents{Consent::Valves});
        QCOMPARE(request.commitTemplate, u"{version}"_s);
        QVERIFY(!request.sendUnchanged);
    }

    void anAnswerCountsForWhatTheJobSaw()
    {
        const DeployRequest first = requestFor({}, {.digest = "old", .server = {.presence = Presence::Missing}},
                                               {Consent::Downgrade}, {.root = u"/plugins"_s});
        DeployResult blocked;
        blocked.lookedAt = {.digest = "new", .server = {.presence = Presence::Found, .updatedAt = 7}};
        const DeployRequest next =
            requestAfter(first, blocked, {Consent::ChangedSincePlan, Consent::ChangedOnDisk, Consent::EditedOnServer});
        QCOMPARE(next.lookedAt, blocked.lookedAt);
        // A later change is asked about anew.
        QCOMPARE(next.consents, (Consents{Consent::Downgrade, Consent::EditedOnServer}));
        QCOMPARE(next.root, first.root);
    }
};

QTEST_GUILESS_MAIN(DeployRequestTest)
#include "tst_deployrequest.moc"
