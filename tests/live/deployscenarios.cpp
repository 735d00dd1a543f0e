// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "live/groups.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace owui::test {

namespace {

void kinds(std::initializer_list<PluginKind> wanted)
{
    static constexpr const char *names[] = {"pipe", "filter", "action", "event", "tool"};
    QTest::addColumn<PluginKind>("kind");
    for (const PluginKind kind : wanted) {
        QTest::newRow(names[static_cast<int>(kind)]) << kind;
    }
}

QString typeName(PluginKind kind)
{
    static const QStringList names{u"pipe"_s, u"filter"_s, u"action"_s, u"event"_s};
    return names.value(static_cast<int>(kind));
}

} // namespace

/// What a deployment makes of a plugin that is all right.
class DeployScenarios final : public ScenarioTest
{
    Q_OBJECT

public:
    using ScenarioTest::ScenarioTest;

private slots:
    void s01_firstDeploy_data();
    void s01_firstDeploy();
    void s01_switchedOn_data() { kinds({PluginKind::Pipe, PluginKind::Filter, PluginKind::Action, PluginKind::Tool}); }
    void s01_switchedOn();
    void s02_newVersion_data() { kinds({PluginKind::Filter, PluginKind::Tool}); }
    void s02_newVersion();
    void s03_codeRunsOnce_data() { kinds({PluginKind::Pipe, PluginKind::Filter, PluginKind::Tool}); }
    void s03_codeRunsOnce();
    void s04_sameContent_data() { kinds({PluginKind::Action, PluginKind::Tool}); }
    void s04_sameContent();
};

void DeployScenarios::s01_firstDeploy_data()
{
    kinds({PluginKind::Pipe, PluginKind::Filter, PluginKind::Action, PluginKind::Event, PluginKind::Tool});
}

void DeployScenarios::s01_firstDeploy()
{
    QFETCH(const PluginKind, kind);
    const PluginSpace space = spaceOf(kind);
    const DeployResult result = deploy(u"first"_s, {.kind = kind, .title = u"First One"_s, .version = u"1.2.3"_s});
    if (kind == PluginKind::Event && release().isBefore(0, 10)) {
        QCOMPARE(result.outcome, DeployOutcome::Failed);
        QVERIFY2(result.message.contains(u"0.10"_s), qUtf8Printable(result.message));
        QVERIFY(isMissing(space, u"first"_s));
        QCOMPARE(fixture().posts, 0);
        NOT_APPLICABLE(u"Event functions came with 0.10; before, it is said and nothing is sent."_s);
    }
    QVERIFY2(result.outcome == DeployOutcome::Created, qUtf8Printable(result.message));
    QCOMPARE(result.versionAfter, u"1.2.3"_s);
    QCOMPARE(fixture().posts, 1);

    const RawAnswer now = stored(space, u"first"_s);
    QVERIFY2(now.ok(), now.body.constData());
    QCOMPARE(now[u"id"_s].toString(), u"first"_s);
    QCOMPARE(now[u"name"_s].toString(), u"First One"_s);
    QCOMPARE(version(now), u"1.2.3"_s);
    QCOMPARE(now[u"meta"_s].toObject().value(u"description"_s).toString(), u"made for a scenario"_s);
    const QJsonObject header{
        {u"title"_s, u"First One"_s}, {u"version"_s, u"1.2.3"_s}, {u"description"_s, u"made for a scenario"_s}};
    QCOMPARE(now[u"meta"_s].toObject().value(u"manifest"_s).toObject(), header);
    QCOMPARE(now[u"content"_s].toString(),
             QString::fromUtf8(PluginCode{.kind = kind, .title = u"First One"_s, .version = u"1.2.3"_s}.text()));
    if (space == PluginSpace::Function) {
        QCOMPARE(now[u"type"_s].toString(), typeName(kind));
        QCOMPARE(now[u"is_active"_s], QJsonValue(false));
        QCOMPARE(now[u"is_global"_s], QJsonValue(false));
        QCOMPARE(result.active, false);
    }
}

void DeployScenarios::s01_switchedOn()
{
    QFETCH(const PluginKind, kind);
    fixture().connection.switchOnNewFunctions = true;
    const DeployResult result = deploy(u"first"_s, {.kind = kind});
    QVERIFY2(result.outcome == DeployOutcome::Created, qUtf8Printable(result.message));
    if (kind == PluginKind::Tool) {
        QCOMPARE(fixture().posts, 1); // tools have no switch
        return;
    }
    QCOMPARE(result.active, true);
    QCOMPARE(fixture().posts, 2); // the create, and the switch exactly once
    const RawAnswer now = stored(PluginSpace::Function, u"first"_s);
    QCOMPARE(now[u"is_active"_s], QJsonValue(true));
    QCOMPARE(now[u"is_global"_s], QJsonValue(false));
}

void DeployScenarios::s02_newVersion()
{
    QFETCH(const PluginKind, kind);
    const PluginSpace space = spaceOf(kind);
    PluginCode code{.kind = kind, .version = u"1.9"_s, .valves = "limit: int = 5\nword: str = 'a'"};
    QVERIFY(deploy(u"second"_s, code).isSuccess());
    if (space == PluginSpace::Function) {
        QVERIFY(act(space, u"second"_s, u"toggle"_s).ok());
        QVERIFY(act(space, u"second"_s, u"toggle/global"_s).ok());
    }
    const QJsonObject valves{{u"limit"_s, 7}, {u"word"_s, u"mine"_s}};
    const RawAnswer set = act(space, u"second"_s, u"valves/update"_s, valves);
    QVERIFY2(set.ok(), set.body.constData());
    const RawAnswer before = stored(space, u"second"_s);

    code.version = u"1.10"_s;
    const DeployResult result = deploy(u"second"_s, code);
    QVERIFY2(result.outcome == DeployOutcome::Updated, qUtf8Printable(result.message));
    QCOMPARE(result.versionBefore, u"1.9"_s);
    QCOMPARE(result.versionAfter, u"1.10"_s);
    QCOMPARE(fixture().posts, 1);

    const RawAnswer after = stored(space, u"second"_s);
    QCOMPARE(version(after), u"1.10"_s);
    QCOMPARE(after[u"content"_s].toString(), QString::fromUtf8(code.text()));
    for (const QString &kept : {u"is_active"_s, u"is_global"_s, u"user_id"_s, u"created_at"_s, u"name"_s}) {
        QCOMPARE(after[kept], before[kept]);
    }
    if (space == PluginSpace::Function) {
        QCOMPARE(after[u"is_active"_s], QJsonValue(true));
        QCOMPARE(after[u"is_global"_s], QJsonValue(true));
    }
    const RawAnswer kept = server().admin().get(spacePath(space) + u"/id/second/valves"_s);
    QCOMPARE(kept.json.toObject(), valves);
}

void DeployScenarios::s03_codeRunsOnce()
{
    if (server().isPractice()) {
        NOT_APPLICABLE(u"The practice server runs no Python."_s);
    }
    QFETCH(const PluginKind, kind);
    const QTemporaryDir folder;
    const QString counter = folder.filePath(u"runs"_s);
    const auto runs = [&counter] {
        QFile file(counter);
        return file.open(QIODevice::ReadOnly) ? file.readAll().size() : 0;
    };
    PluginCode code{.kind = kind, .topLevel = "with open('" + counter.toUtf8() + "', 'a') as f:\n    f.write('x')\n"};
    QVERIFY(deploy(u"counted"_s, code).isSuccess());
    QCOMPARE(runs(), 1);
    code.version = u"1.1"_s;
    QVERIFY(deploy(u"counted"_s, code).isSuccess());
    QCOMPARE(runs(), 2);
}

void DeployScenarios::s04_sameContent()
{
    QFETCH(const PluginKind, kind);
    const PluginSpace space = spaceOf(kind);
    const Plugin plugin = write(u"same"_s, {.kind = kind});
    QVERIFY(fixture().deploy(plugin).isSuccess());
    const RawAnswer before = stored(space, u"same"_s);

    const DeployResult again = fixture().deploy(plugin);
    QVERIFY2(again.outcome == DeployOutcome::Updated, qUtf8Printable(again.message));
    QVERIFY(again.notes.join(u' ').contains(u"already has exactly this"_s));
    const RawAnswer after = stored(space, u"same"_s);
    for (const QString &kept : {u"content"_s, u"name"_s, u"is_active"_s, u"version_id"_s, u"meta"_s}) {
        QCOMPARE(after[kept], before[kept]);
    }

    DeployRequest request = fixture().request(plugin);
    request.sendUnchanged = false;
    const DeployResult unsent = fixture().deploy({request}).value(plugin.path);
    QVERIFY2(unsent.outcome == DeployOutcome::Unchanged, qUtf8Printable(unsent.message));
    QCOMPARE(fixture().posts, 0);
}

std::unique_ptr<ScenarioTest> makeDeployScenarios(LiveServer &server)
{
    return std::make_unique<DeployScenarios>(server);
}

} // namespace owui::test

#include "deployscenarios.moc"
