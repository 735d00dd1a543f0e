// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "live/groups.h"

#include <QJsonArray>
#include <QSet>

using namespace Qt::StringLiterals;

namespace owui::test {

namespace {

// Who may do what, in one word per share, for both eras of Open WebUI.
QSet<QString> sharesOf(const RawAnswer &tool)
{
    QSet<QString> shares;
    if (tool.json.toObject().contains(u"access_grants"_s)) {
        const QJsonArray grants = tool[u"access_grants"_s].toArray();
        for (const QJsonValue &value : grants) {
            const QJsonObject grant = value.toObject();
            shares.insert(grant.value(u"principal_type"_s).toString() + u' ' +
                          grant.value(u"principal_id"_s).toString() + u' ' + grant.value(u"permission"_s).toString());
        }
        return shares;
    }
    const QJsonValue control = tool[u"access_control"_s];
    if (control.isNull()) {
        return {u"everybody"_s};
    }
    for (const QString &permission : {u"read"_s, u"write"_s}) {
        const QJsonObject who = control.toObject().value(permission).toObject();
        for (const QString &kind : {u"group_ids"_s, u"user_ids"_s}) {
            const QJsonArray ids = who.value(kind).toArray();
            for (const QJsonValue &id : ids) {
                shares.insert(kind + u' ' + id.toString() + u' ' + permission);
            }
        }
    }
    return shares;
}

} // namespace

/// What belongs to the server and must survive an update.
class KeepScenarios final : public ScenarioTest
{
    Q_OBJECT

public:
    using ScenarioTest::ScenarioTest;

private slots:
    void s08_newToolIsPrivate();
    void s08_sharesStay_data();
    void s08_sharesStay();
    void s09_namesFollowTheHeader();
    void s09_namesOfTheServerStay();
    void s10_kindChanges();

private:
    [[nodiscard]] bool usesGrants() const { return release().isAtLeast(0, 8); }
    [[nodiscard]] RawAnswer share(const QJsonArray &grants, const QJsonValue &control);
    [[nodiscard]] RawAnswer rename(const QString &id, const QJsonObject &meta);
};

RawAnswer KeepScenarios::share(const QJsonArray &grants, const QJsonValue &control)
{
    if (usesGrants()) {
        return act(PluginSpace::Tool, u"shared"_s, u"access/update"_s, {{u"access_grants"_s, grants}});
    }
    const RawAnswer now = stored(PluginSpace::Tool, u"shared"_s);
    return act(PluginSpace::Tool, u"shared"_s, u"update"_s,
               {{u"id"_s, u"shared"_s},
                {u"name"_s, now[u"name"_s]},
                {u"content"_s, now[u"content"_s]},
                {u"meta"_s, now[u"meta"_s]},
                {u"access_control"_s, control}});
}

void KeepScenarios::s08_newToolIsPrivate()
{
    QVERIFY(deploy(u"shared"_s, {.kind = PluginKind::Tool}).isSuccess());
    const RawAnswer now = stored(PluginSpace::Tool, u"shared"_s);
    QVERIFY(now.ok());
    QCOMPARE(sharesOf(now), QSet<QString>());
    RawClient user(server().connection().url, server().plainUser().key);
    QVERIFY(!user.get(u"/api/v1/tools/id/shared"_s).json.isObject() ||
            user.get(u"/api/v1/tools/id/shared"_s).json.toObject().contains(u"detail"_s));
}

void KeepScenarios::s08_sharesStay_data()
{
    QTest::addColumn<QString>("how");
    for (const char *how : {"user", "group", "private", "public"}) {
        QTest::newRow(how) << QString::fromLatin1(how);
    }
}

void KeepScenarios::s08_sharesStay()
{
    QFETCH(const QString, how);
    PluginCode code{.kind = PluginKind::Tool};
    QVERIFY(deploy(u"shared"_s, code).isSuccess());
    QString who = how == u"user" ? server().plainUser().id : u"*"_s;
    if (how == u"group") {
        const QJsonObject group{{u"name"_s, u"Colleagues"_s}, {u"description"_s, u"for a scenario"_s}};
        who = server().admin().post(u"/api/v1/groups/create"_s, group)[u"id"_s].toString();
        if (server().isPractice() && who.isEmpty()) {
            NOT_APPLICABLE(u"The practice server has no groups."_s);
        }
    }
    QVERIFY(!who.isEmpty());
    if (how != u"private") {
        const QJsonObject grant{{u"principal_type"_s, how == u"group" ? u"group"_s : u"user"_s},
                                {u"principal_id"_s, who},
                                {u"permission"_s, u"read"_s}};
        const QJsonArray users = how == u"user" ? QJsonArray{who} : QJsonArray();
        const QJsonArray groups = how == u"group" ? QJsonArray{who} : QJsonArray();
        const QJsonObject lists{{u"group_ids"_s, groups}, {u"user_ids"_s, users}};
        const QJsonObject nobody{{u"group_ids"_s, QJsonArray()}, {u"user_ids"_s, QJsonArray()}};
        const QJsonObject control{{u"read"_s, lists}, {u"write"_s, nobody}};
        const RawAnswer shared = share({grant}, how == u"public" ? QJsonValue() : QJsonValue(control));
        QVERIFY2(shared.ok(), shared.body.constData());
    }
    const QSet<QString> before = sharesOf(stored(PluginSpace::Tool, u"shared"_s));
    QCOMPARE(before.size(), how == u"private" ? 0 : 1);

    code.version = u"1.1"_s;
    const DeployResult result = deploy(u"shared"_s, code);
    QVERIFY2(result.outcome == DeployOutcome::Updated, qUtf8Printable(result.message));
    const RawAnswer after = stored(PluginSpace::Tool, u"shared"_s);
    QCOMPARE(version(after), u"1.1"_s);
    QCOMPARE(sharesOf(after), before);
}

RawAnswer KeepScenarios::rename(const QString &id, const QJsonObject &meta)
{
    return act(PluginSpace::Function, id, u"update"_s,
               {{u"id"_s, id},
                {u"name"_s, u"Our name"_s},
                {u"content"_s, stored(PluginSpace::Function, id)[u"content"_s]},
                {u"meta"_s, meta}});
}

void KeepScenarios::s09_namesFollowTheHeader()
{
    QVERIFY(deploy(u"named"_s, {}).isSuccess());
    QVERIFY(
        deploy(u"named"_s, {.title = u"New title"_s, .version = u"1.1"_s, .description = u"new words"_s}).isSuccess());
    const RawAnswer now = stored(PluginSpace::Function, u"named"_s);
    QCOMPARE(now[u"name"_s].toString(), u"New title"_s);
    QCOMPARE(now[u"meta"_s].toObject().value(u"description"_s).toString(), u"new words"_s);
}

void KeepScenarios::s09_namesOfTheServerStay()
{
    QVERIFY(deploy(u"named"_s, {}).isSuccess());
    const RawAnswer renamed = rename(u"named"_s, {{u"description"_s, u"Our words"_s}, {u"extra"_s, 7}});
    QVERIFY2(renamed.ok(), renamed.body.constData());
    const PluginCode next{.title = u"New title"_s, .version = u"1.1"_s, .description = u"new words"_s};
    const DeployResult result = deploy(u"named"_s, next);
    QVERIFY2(result.isSuccess(), qUtf8Printable(result.message));
    QCOMPARE(result.notes.size(), 2);
    const RawAnswer kept = stored(PluginSpace::Function, u"named"_s);
    QCOMPARE(version(kept), u"1.1"_s);
    QCOMPARE(kept[u"name"_s].toString(), u"Our name"_s);
    QCOMPARE(kept[u"meta"_s].toObject().value(u"description"_s).toString(), u"Our words"_s);
    if (release().isAtLeast(0, 6, 30)) {
        QCOMPARE(kept[u"meta"_s].toObject().value(u"extra"_s).toInt(), 7);
    } else {
        partlyNotApplicable(u"Before 0.6.30 the server keeps no further keys of meta."_s);
    }

    fixture().connection.alwaysTakeHeaderText = true;
    QVERIFY(deploy(u"named"_s, next).isSuccess());
    const RawAnswer taken = stored(PluginSpace::Function, u"named"_s);
    QCOMPARE(taken[u"name"_s].toString(), u"New title"_s);
    QCOMPARE(taken[u"meta"_s].toObject().value(u"description"_s).toString(), u"new words"_s);
}

void KeepScenarios::s10_kindChanges()
{
    QVERIFY(deploy(u"turns"_s, {}).isSuccess());
    const PluginCode pipe{.kind = PluginKind::Pipe, .version = u"1.1"_s};
    const DeployResult asks = deploy(u"turns"_s, pipe);
    QCOMPARE(asks.outcome, DeployOutcome::Blocked);
    QCOMPARE(asks.missing, Consents{Consent::TypeChange});
    QCOMPARE(fixture().posts, 0);
    QCOMPARE(stored(PluginSpace::Function, u"turns"_s)[u"type"_s].toString(), u"filter"_s);

    const DeployResult done = deploy(u"turns"_s, pipe, {Consent::TypeChange});
    QVERIFY2(done.outcome == DeployOutcome::Updated, qUtf8Printable(done.message));
    const RawAnswer now = stored(PluginSpace::Function, u"turns"_s);
    QCOMPARE(now[u"type"_s].toString(), u"pipe"_s);
    QCOMPARE(version(now), u"1.1"_s);
}

std::unique_ptr<ScenarioTest> makeKeepScenarios(LiveServer &server)
{
    return std::make_unique<KeepScenarios>(server);
}

} // namespace owui::test

#include "keepscenarios.moc"
