// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "live/groups.h"

#include "support/programrun.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace owui::test {

/// Plugins that come as Open WebUI's own JSON, by owui-deploy in a process of its own.
class ExportScenarios final : public ScenarioTest
{
    Q_OBJECT

public:
    using ScenarioTest::ScenarioTest;

private slots:
    void s39_fromTheServersExport_data();
    void s39_fromTheServersExport();
    void s39_pulledExport();

private:
    QJsonObject run(const QStringList &arguments);
    [[nodiscard]] QString file(const QString &name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
};

QJsonObject ExportScenarios::run(const QStringList &arguments)
{
    ProgramRun program(arguments +
                       QStringList{u"--url"_s, server().connection().url.toString(), u"--key-stdin"_s, u"--json"_s});
    if (!program.run(server().credential().secret + '\n') || program.exitCode() != 0) {
        QTest::qFail(program.errors().constData(), __FILE__, __LINE__);
    }
    return program.document();
}

void ExportScenarios::s39_fromTheServersExport_data()
{
    QTest::addColumn<PluginKind>("kind");
    QTest::newRow("function") << PluginKind::Filter;
    QTest::newRow("tool") << PluginKind::Tool;
}

/// What the server exports is what it has, and makes the same plugin anew; its valves stay where they are.
void ExportScenarios::s39_fromTheServersExport()
{
    QFETCH(const PluginKind, kind);
    const PluginSpace space = spaceOf(kind);
    const PluginCode code{.kind = kind, .title = u"Exported"_s, .valves = "word: str = 'a'"};
    QVERIFY(deploy(u"exported"_s, code).isSuccess());
    QVERIFY(act(space, u"exported"_s, u"valves/update"_s, {{u"word"_s, u"SECRET-valve"_s}}).ok());
    const RawAnswer before = stored(space, u"exported"_s);
    const RawAnswer exported = server().admin().get(spacePath(space) + u"/export?include_valves=true"_s);
    QVERIFY2(exported.ok() && exported.json.isArray(), exported.body.constData());
    QFile json(file(u"export.json"_s));
    QVERIFY(json.open(QIODevice::WriteOnly) && json.write(exported.body) == exported.body.size());
    json.close();

    const QJsonObject status = run({u"status"_s, json.fileName()});
    QCOMPARE(status.value(u"plugins"_s)[0][u"path"_s].toString(), u"export.json#exported"_s);
    QCOMPARE(status.value(u"plugins"_s)[0][u"compare"_s].toString(), u"same"_s);
    QVERIFY(server().admin().remove(spacePath(space) + u"/id/exported/delete"_s).ok());
    const QJsonObject deployed = run({u"deploy"_s, json.fileName()});
    QCOMPARE(deployed.value(u"results"_s)[0][u"outcome"_s].toString(), u"created"_s);
    const RawAnswer after = stored(space, u"exported"_s);
    for (const QString &key : {u"id"_s, u"name"_s, u"content"_s}) {
        QCOMPARE(after[key], before[key]);
    }
    QCOMPARE(after[u"meta"_s][u"description"_s], before[u"meta"_s][u"description"_s]);
    const RawAnswer valves = server().admin().get(spacePath(space) + u"/id/exported/valves"_s);
    QVERIFY2(!valves.body.contains("SECRET"), valves.body.constData());
}

void ExportScenarios::s39_pulledExport()
{
    QVERIFY(deploy(u"first"_s, {.title = u"First"_s}).isSuccess());
    QVERIFY(deploy(u"second"_s, {.kind = PluginKind::Action, .title = u"Second"_s}).isSuccess());
    const QJsonObject pulled =
        run({u"pull"_s, u"first"_s, u"second"_s, u"--format"_s, u"json"_s, u"--to"_s, m_folder.path(), u"--force"_s});
    QCOMPARE(pulled.value(u"results"_s)[1][u"path"_s].toString(), u"functions.json"_s);
    const QJsonArray compared = run({u"status"_s, file(u"functions.json"_s)}).value(u"plugins"_s).toArray();
    QCOMPARE(compared.size(), 2);
    for (const QJsonValue &plugin : compared) {
        QCOMPARE(plugin[u"compare"_s].toString(), u"same"_s);
    }
    // The server takes what the web page sends of each entry.
    QFile json(file(u"functions.json"_s));
    QVERIFY(json.open(QIODevice::ReadOnly));
    const QJsonArray list = QJsonDocument::fromJson(json.readAll()).array();
    QVERIFY(server().admin().remove(u"/api/v1/functions/id/first/delete"_s).ok());
    const RawAnswer made = server().admin().post(u"/api/v1/functions/create"_s, list[0].toObject());
    QVERIFY2(made.ok(), made.body.constData());
    QCOMPARE(stored(PluginSpace::Function, u"first"_s)[u"name"_s].toString(), u"First"_s);
}

std::unique_ptr<ScenarioTest> makeExportScenarios(LiveServer &server)
{
    return std::make_unique<ExportScenarios>(server);
}

} // namespace owui::test

#include "exportscenarios.moc"
