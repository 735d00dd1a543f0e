// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "live/groups.h"

#include "support/programrun.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace owui::test {

namespace {

bool writeFile(const QString &path, const QByteArray &text)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) &&
           file.write(text) == text.size();
}

/// Who may use a tool, as both eras of Open WebUI write it, without what belongs to the single record.
QJsonArray sharesOf(const RawAnswer &tool)
{
    QJsonArray shares{tool[u"access_control"_s]};
    for (const QJsonValue &grant : tool[u"access_grants"_s].toArray()) {
        shares.append(QJsonArray{grant[u"principal_type"_s], grant[u"principal_id"_s], grant[u"permission"_s]});
    }
    return shares;
}

} // namespace

/// Scenarios 1, 2, 5, 8 and 13 once more, by owui-deploy in a process of its own with the key in a file; their numbers
/// are 50 higher; and those that need a home of their own or are
/// about named files. What is looked at is what a script sees: the document and the
/// exit code.
class ProgramScenarios final : public ScenarioTest
{
    Q_OBJECT

public:
    using ScenarioTest::ScenarioTest;

private slots:
    void s31_sameUnderAnotherId_data();
    void s31_sameUnderAnotherId();
    void s32_editedThere();
    void s38_namedFile();
    void s40_saveToLive();
    void s51_firstDeploy();
    void s52_newVersion();
    void s55_brokenUpdate_data();
    void s55_brokenUpdate();
    void s58_sharesStay();
    void s63_keys_data();
    void s63_keys();
    void s63_revokedKey();

private:
    void put(const QString &id, PluginCode code);
    /// Standard output as one document. Another exit code, or the key in the output, is a failure.
    QJsonObject run(const QStringList &arguments, int exitCode = 0);
    /// What became of the folder's one plugin; with the history of this home.
    QString deployAt(const QString &home, const QString &folder, int exitCode, const QStringList &more = {});
    QJsonValue deployOne(const QString &id, const PluginCode &code, int exitCode = 0, const QStringList &more = {});

    QTemporaryDir m_folder;
    QByteArray m_key; ///< empty: the admin's
    QString m_home;   ///< empty: a new one for each run
};

void ProgramScenarios::put(const QString &id, PluginCode code)
{
    code.header += "id: " + id.toUtf8() + '\n';
    QVERIFY(writeFile(m_folder.filePath(id + u".py"_s), code.text()));
}

QJsonObject ProgramScenarios::run(const QStringList &arguments, int exitCode)
{
    const QByteArray key = m_key.isEmpty() ? server().credential().secret : m_key;
    const QString keyFile = m_folder.filePath(u"key"_s);
    const QString url = server().connection().url.toString();
    ProgramRun program(arguments + QStringList{u"--url"_s, url, u"--key-file"_s, keyFile, u"--json"_s});
    if (!m_home.isEmpty()) {
        program.setVariable(u"XDG_DATA_HOME"_s, m_home);
    }
    const bool ended = writeFile(keyFile, key + '\n') && program.run();
    if (!ended || program.exitCode() != exitCode || program.output().contains(key) || program.errors().contains(key)) {
        const QString found =
            u"%1: exit code %2, expected %3\n"_s.arg(arguments.first()).arg(program.exitCode()).arg(exitCode);
        QTest::qFail((found.toUtf8() + program.errors().replace(key, "KEY")).constData(), __FILE__, __LINE__);
        return {};
    }
    return program.document();
}

QJsonValue ProgramScenarios::deployOne(const QString &id, const PluginCode &code, int exitCode, const QStringList &more)
{
    put(id, code);
    const QStringList arguments{u"deploy"_s, m_folder.filePath(id + u".py"_s)};
    return run(arguments + more, exitCode).value(u"results"_s)[0];
}

QString ProgramScenarios::deployAt(const QString &home, const QString &folder, int exitCode, const QStringList &more)
{
    m_home = home;
    const QJsonObject document = run(QStringList{u"deploy"_s, folder} + more, exitCode);
    m_home.clear();
    return document.value(u"results"_s)[0][u"outcome"_s].toString();
}

void ProgramScenarios::s31_sameUnderAnotherId_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QString>("title");
    QTest::newRow("a new title") << u"guard.py"_s << QByteArray() << u"Tone Guard (beta)"_s;
    QTest::newRow("an id written later") << u"guard.py"_s << QByteArray("id: guard_of_tone\n") << u"Tone Guard"_s;
    QTest::newRow("a moved file") << u"moved.py"_s << QByteArray() << u"Guard of Tone"_s;
}

void ProgramScenarios::s31_sameUnderAnotherId()
{
    QFETCH(const QString, file);
    QFETCH(const QByteArray, header);
    QFETCH(const QString, title);
    const QTemporaryDir home;
    const QTemporaryDir folder;
    // Long enough to tell it from an empty class.
    const QByteArray body =
        "\n    def inlet(self, body: dict) -> dict:\n        body['tone'] = 'friendly'\n        return body\n";
    QVERIFY(writeFile(folder.filePath(u"guard.py"_s), PluginCode{.title = u"Tone Guard"_s, .body = body}.text()));
    QCOMPARE(deployAt(home.path(), folder.path(), 0), u"created"_s);
    QVERIFY(QFile::remove(folder.filePath(u"guard.py"_s)));
    QVERIFY(writeFile(folder.filePath(file),
                      PluginCode{.title = title, .version = u"1.1"_s, .header = header, .body = body}.text()));
    QCOMPARE(deployAt(home.path(), folder.path(), 1), u"blocked"_s);
    QCOMPARE(server().admin().get(u"/api/v1/functions/export"_s).json.toArray().size(), 1);
    QCOMPARE(deployAt(home.path(), folder.path(), 0, {u"--allow"_s, u"second-copy"_s}), u"created"_s);
}

void ProgramScenarios::s32_editedThere()
{
    const QTemporaryDir mine;
    const QTemporaryDir theirs;
    const QTemporaryDir folder;
    const auto write = [&folder](const QString &version, const QByteArray &line) {
        const PluginCode code{
            .kind = PluginKind::Tool, .title = u"Team Tool"_s, .version = version, .topLevel = line + '\n'};
        return writeFile(folder.filePath(u"team_tool.py"_s), code.text());
    };
    const auto stays = [this] { return version(stored(PluginSpace::Tool, u"team_tool"_s)); };
    QVERIFY(write(u"1.0"_s, "WHO = 'A'"));
    QCOMPARE(deployAt(mine.path(), folder.path(), 0), u"created"_s);
    QVERIFY(write(u"1.1"_s, "WHO = 'B'"));
    QCOMPARE(deployAt(theirs.path(), folder.path(), 0), u"updated"_s);
    QVERIFY(write(u"1.2"_s, "WHO = 'A again'"));
    QCOMPARE(deployAt(mine.path(), folder.path(), 1), u"blocked"_s);
    QCOMPARE(stays(), u"1.1"_s);
    QCOMPARE(deployAt(mine.path(), folder.path(), 0, {u"--allow"_s, u"edited-on-server"_s}), u"updated"_s);
    QCOMPARE(stays(), u"1.2"_s);
}

/// A file that is named is taken, whatever its name looks like, and what was decided about it holds.
void ProgramScenarios::s38_namedFile()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"export_template.py"_s);
    const QString helper = folder.filePath(u"helper.py"_s);
    const PluginCode code{.title = u"Export With A Template"_s, .version = u"1.0.0"_s, .header = "id: export_it\n"};
    QVERIFY(writeFile(file, code.text()) && writeFile(helper, "import os\n"));
    const auto decide = [&file](const QString &command) {
        ProgramRun program({command, file});
        return program.run() && program.exitCode() == 0;
    };
    const auto outcome = [this](const QString &path, int exitCode) {
        return run({u"deploy"_s, path}, exitCode).value(u"results"_s)[0][u"outcome"_s].toString();
    };
    QCOMPARE(outcome(folder.path(), 0), QString());
    QVERIFY(!stored(PluginSpace::Function, u"export_it"_s).ok());
    QCOMPARE(outcome(file, 0), u"created"_s);
    QVERIFY(stored(PluginSpace::Function, u"export_it"_s).ok());
    QCOMPARE(outcome(helper, 1), u"blocked"_s);
    QVERIFY(decide(u"exclude"_s));
    QCOMPARE(outcome(file, 1), u"blocked"_s);
    QVERIFY(decide(u"include"_s));
    QCOMPARE(outcome(folder.path(), 0), u"unchanged"_s);
}

/// What an editor saves is live, broken code is not sent, and one step takes all saves back.
void ProgramScenarios::s40_saveToLive()
{
    const QTemporaryDir home;
    const QTemporaryDir folder;
    const QString keyFile = m_folder.filePath(u"key"_s);
    const QString url = server().connection().url.toString();
    const auto save = [&folder](const QString &version, const QByteArray &tail = {}) {
        const PluginCode code{.title = u"Saved"_s, .version = version, .header = "id: saved\n", .tail = tail};
        return writeFile(folder.filePath(u"saved.py"_s), code.text());
    };
    QVERIFY(save(u"1.0.0"_s));
    QCOMPARE(deployAt(home.path(), folder.path(), 0), u"created"_s);
    QVERIFY(writeFile(keyFile, server().credential().secret + '\n'));
    ProgramRun watch({u"watch"_s, folder.path(), u"--url"_s, url, u"--key-file"_s, keyFile, u"--json"_s});
    watch.setVariable(u"XDG_DATA_HOME"_s, home.path());
    watch.start();
    const auto told = [&watch](const QByteArray &word) { return watch.output().count(word); };
    constexpr int patience = 60'000;
    QTRY_COMPARE_WITH_TIMEOUT(told("\"event\":\"watching\""), 1, patience);
    for (int i = 1; i <= 5; ++i) {
        QVERIFY(save(u"1.0.%1"_s.arg(i)));
        QTRY_COMPARE_WITH_TIMEOUT(told("\"outcome\":\"updated\""), i, patience);
        QCOMPARE(version(stored(PluginSpace::Function, u"saved"_s)), u"1.0.%1"_s.arg(i));
    }
    QVERIFY(save(u"1.0.6"_s, "def broken(:\n"));
    QTRY_COMPARE_WITH_TIMEOUT(told("\"outcome\":\"blocked\""), 1, patience);
    QCOMPARE(version(stored(PluginSpace::Function, u"saved"_s)), u"1.0.5"_s);
    watch.interrupt();
    QVERIFY(watch.waitForEnd());
    QCOMPARE(watch.exitCode(), 1);
    QVERIFY(!watch.output().contains(server().credential().secret));
    m_home = home.path();
    run({u"restore"_s, u"saved"_s});
    m_home.clear();
    QCOMPARE(version(stored(PluginSpace::Function, u"saved"_s)), u"1.0.0"_s);
}

void ProgramScenarios::s51_firstDeploy()
{
    const QTemporaryDir kinds;
    const bool hasEvents = release().isAtLeast(0, 10);
    for (const PluginKind kind :
         {PluginKind::Pipe, PluginKind::Filter, PluginKind::Action, PluginKind::Event, PluginKind::Tool}) {
        const QString id = u"first_%1"_s.arg(static_cast<int>(kind));
        const PluginCode code{
            .kind = kind, .title = u"First One"_s, .version = u"1.2.3"_s, .header = "id: " + id.toUtf8() + '\n'};
        QVERIFY(writeFile(kinds.filePath(id + u".py"_s), code.text()));
    }
    const QStringList deploy{u"deploy"_s, kinds.path()};
    const QJsonObject document = run(deploy, hasEvents ? 0 : 1);
    QCOMPARE(document.value(u"server"_s)[u"release"_s].toString(), release().text());
    QCOMPARE(document.value(u"summary"_s)[u"created"_s].toInt(), hasEvents ? 5 : 4);
    QCOMPARE(document.value(u"summary"_s)[u"blocked"_s].toInt(), hasEvents ? 0 : 1);
    const QJsonArray results = document.value(u"results"_s).toArray();
    QCOMPARE(results.size(), 5);
    for (const QJsonValue &result : results) {
        const QString id = result[u"id"_s].toString();
        const bool isTool = result[u"kind"_s].toString() == u"tool";
        const RawAnswer now = stored(isTool ? PluginSpace::Tool : PluginSpace::Function, id);
        if (result[u"outcome"_s].toString() == u"blocked") {
            QCOMPARE(result[u"kind"_s].toString(), u"event"_s);
            QVERIFY(!now.ok());
            continue;
        }
        QVERIFY2(result[u"outcome"_s].toString() == u"created", qUtf8Printable(result[u"message"_s].toString()));
        QCOMPARE(result[u"versionAfter"_s].toString(), u"1.2.3"_s);
        QCOMPARE(result[u"active"_s], isTool ? QJsonValue(QJsonValue::Null) : QJsonValue(false));
        QVERIFY2(now.ok(), now.body.constData());
        QCOMPARE(now[u"name"_s].toString(), u"First One"_s);
        QCOMPARE(version(now), u"1.2.3"_s);
    }
    QCOMPARE(run(deploy, hasEvents ? 0 : 1).value(u"summary"_s)[u"unchanged"_s].toInt(), hasEvents ? 5 : 4);
    const QString filter = kinds.filePath(u"first_1.py"_s);
    QCOMPARE(run({u"status"_s, filter, u"--exit-code"_s}).value(u"plugins"_s)[0][u"compare"_s].toString(), u"same"_s);
}

void ProgramScenarios::s52_newVersion()
{
    PluginCode code{.version = u"1.9"_s, .valves = "limit: int = 5\nword: str = 'a'"};
    QCOMPARE(deployOne(u"second"_s, code)[u"outcome"_s].toString(), u"created"_s);
    QCOMPARE(run({u"toggle"_s, u"second"_s, u"on"_s}).value(u"active"_s), QJsonValue(true));
    const QJsonObject valves{{u"limit"_s, 7}, {u"word"_s, u"mine"_s}};
    QVERIFY(act(PluginSpace::Function, u"second"_s, u"valves/update"_s, valves).ok());

    code.version = u"1.10"_s;
    put(u"second"_s, code);
    const QString file = m_folder.filePath(u"second.py"_s);
    const QJsonValue planned = run({u"plan"_s, file}).value(u"plugins"_s)[0];
    QCOMPARE(planned[u"compare"_s].toString(), u"newer"_s);
    QCOMPARE(planned[u"action"_s].toString(), u"update"_s);
    QCOMPARE(planned[u"serverVersion"_s].toString(), u"1.9"_s);
    QCOMPARE(planned[u"serverActive"_s], QJsonValue(true));
    const QJsonValue result = run({u"deploy"_s, file}).value(u"results"_s)[0];
    QCOMPARE(result[u"outcome"_s].toString(), u"updated"_s);
    QCOMPARE(result[u"versionBefore"_s].toString(), u"1.9"_s);
    QCOMPARE(result[u"versionAfter"_s].toString(), u"1.10"_s);

    const RawAnswer after = stored(PluginSpace::Function, u"second"_s);
    QCOMPARE(version(after), u"1.10"_s);
    QCOMPARE(after[u"is_active"_s], QJsonValue(true));
    QCOMPARE(server().admin().get(u"/api/v1/functions/id/second/valves"_s).json.toObject(), valves);
}

void ProgramScenarios::s55_brokenUpdate_data()
{
    QTest::addColumn<int>("index");
    const QList<Fault> all = allFaults();
    for (int i = 0; i < all.size(); ++i) {
        QTest::newRow(all.at(i).name) << i;
    }
}

void ProgramScenarios::s55_brokenUpdate()
{
    QFETCH(const int, index);
    const Fault fault = allFaults().at(index);
    const PluginCode good;
    QCOMPARE(deployOne(u"broken"_s, good)[u"outcome"_s].toString(), u"created"_s);
    QVERIFY(act(PluginSpace::Function, u"broken"_s, u"toggle"_s).ok());

    PluginCode bad{.version = u"1.1"_s};
    fault.spoil(bad);
    const QJsonValue result = deployOne(u"broken"_s, bad, 1, {u"--allow"_s, u"local-check"_s});
    QCOMPARE(result[u"outcome"_s].toString(), u"failed"_s);
    QCOMPARE(result[u"httpStatus"_s].toInt(), 400);
    QVERIFY(!result[u"remedy"_s].toString().isEmpty());
    if (!hidesReasons()) {
        QVERIFY2(result[u"detail"_s].toString().contains(fault.reason), qUtf8Printable(result[u"detail"_s].toString()));
    }
    QCOMPARE(result[u"deactivated"_s].toBool(), switchesOffOnFailure());
    QCOMPARE(result[u"active"_s].toBool(), !switchesOffOnFailure());
    const RawAnswer now = stored(PluginSpace::Function, u"broken"_s);
    QCOMPARE(version(now), u"1.0"_s);
    QCOMPARE(now[u"is_active"_s], QJsonValue(!switchesOffOnFailure()));
    QCOMPARE(run({u"toggle"_s, u"broken"_s, u"on"_s}).value(u"active"_s), QJsonValue(true));
    QCOMPARE(stored(PluginSpace::Function, u"broken"_s)[u"is_active"_s], QJsonValue(true));
}

void ProgramScenarios::s58_sharesStay()
{
    PluginCode code{.kind = PluginKind::Tool};
    QCOMPARE(deployOne(u"shared"_s, code)[u"outcome"_s].toString(), u"created"_s);
    const QString who = server().plainUser().id;
    if (release().isAtLeast(0, 8)) {
        const QJsonObject grant{
            {u"principal_type"_s, u"user"_s}, {u"principal_id"_s, who}, {u"permission"_s, u"read"_s}};
        QVERIFY(
            act(PluginSpace::Tool, u"shared"_s, u"access/update"_s, {{u"access_grants"_s, QJsonArray{grant}}}).ok());
    } else {
        QJsonObject form = stored(PluginSpace::Tool, u"shared"_s).json.toObject();
        const QJsonObject reader{{u"group_ids"_s, QJsonArray()}, {u"user_ids"_s, QJsonArray{who}}};
        const QJsonObject nobody{{u"group_ids"_s, QJsonArray()}, {u"user_ids"_s, QJsonArray()}};
        form.insert(u"access_control"_s, QJsonObject{{u"read"_s, reader}, {u"write"_s, nobody}});
        QVERIFY(act(PluginSpace::Tool, u"shared"_s, u"update"_s, form).ok());
    }
    const QJsonArray before = sharesOf(stored(PluginSpace::Tool, u"shared"_s));
    QVERIFY(QJsonDocument(before).toJson().contains(who.toUtf8()));

    code.version = u"1.1"_s;
    QCOMPARE(deployOne(u"shared"_s, code)[u"outcome"_s].toString(), u"updated"_s);
    const RawAnswer after = stored(PluginSpace::Tool, u"shared"_s);
    QCOMPARE(version(after), u"1.1"_s);
    QCOMPARE(sharesOf(after), before);
}

void ProgramScenarios::s63_keys_data()
{
    QTest::addColumn<QString>("who");
    QTest::addColumn<QString>("failedStep"); // empty: it may deploy
    QTest::newRow("admin") << u"admin"_s << QString();
    QTest::newRow("session") << u"session"_s << QString();
    QTest::newRow("wrong key") << u"nobody"_s << u"key-accepted"_s;
    QTest::newRow("plain user") << u"user"_s << u"admin"_s;
}

void ProgramScenarios::s63_keys()
{
    QFETCH(const QString, who);
    QFETCH(const QString, failedStep);
    m_key = who == u"session"  ? server().session()
            : who == u"nobody" ? "sk-0123456789abcdef0123456789abcdef"_ba
            : who == u"user"   ? server().plainUser().key
                               : QByteArray();
    const bool mayDeploy = failedStep.isEmpty();
    const QJsonObject walk = run({u"test-connection"_s}, mayDeploy ? 0 : 3);
    const QJsonValue result = deployOne(u"sample"_s, {}, mayDeploy ? 0 : 3);
    m_key.clear();
    QCOMPARE(walk.value(u"passed"_s), QJsonValue(mayDeploy));
    QString failed;
    for (const QJsonValue &step : walk.value(u"steps"_s).toArray()) {
        if (failed.isEmpty() && step[u"state"_s].toString() == u"failed") {
            failed = step[u"step"_s].toString();
        }
    }
    QCOMPARE(failed, failedStep);
    QCOMPARE(result[u"outcome"_s].toString(), mayDeploy ? u"created"_s : u"failed"_s);
    QCOMPARE(stored(PluginSpace::Function, u"sample"_s).ok(), mayDeploy);
}

void ProgramScenarios::s63_revokedKey()
{
    m_key = server().credential().secret;
    QVERIFY(!server().replaceKey().isEmpty());
    const QJsonValue refused = deployOne(u"sample"_s, {}, 3);
    m_key.clear();
    QCOMPARE(refused[u"outcome"_s].toString(), u"failed"_s);
    QVERIFY(isMissing(PluginSpace::Function, u"sample"_s));
    QCOMPARE(deployOne(u"sample"_s, {})[u"outcome"_s].toString(), u"created"_s);
}

std::unique_ptr<ScenarioTest> makeProgramScenarios(LiveServer &server)
{
    return std::make_unique<ProgramScenarios>(server);
}

} // namespace owui::test

#include "programscenarios.moc"
