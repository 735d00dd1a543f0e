// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "live/groups.h"
#include "support/programrun.h"

#include <QFile>
#include <QJsonArray>
#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <algorithm>
#include <iterator>
#include <utility>

using namespace Qt::StringLiterals;

namespace owui::test {

/// The server stops, or is started with other settings. These come last.
class StopScenarios final : public ScenarioTest
{
    Q_OBJECT

public:
    using ScenarioTest::ScenarioTest;

private slots:
    void s16_stoppedInBulk();
    void s17_codeThatExits();
    void s23_switchedOff_data();
    void s23_switchedOff();
    void s37_toldByATest_data();
    void s37_toldByATest();

private:
    /// Everything that owui-deploy says; another exit code is a failure.
    QByteArray run(const QStringList &arguments, const QByteArray &secret, int exitCode);
    [[nodiscard]] bool answers();
};

bool StopScenarios::answers()
{
    // 0.9.6 may keep the connection open and answer nobody.
    RawClient nobody(server().connection().url, {}, std::chrono::seconds(5));
    return nobody.get(u"/health"_s).ok();
}

void StopScenarios::s16_stoppedInBulk()
{
    if (server().isPractice()) {
        NOT_APPLICABLE(u"The practice server forgets everything when it stops."_s);
    }
    constexpr int count = 40;
    QList<DeployRequest> requests;
    for (int i = 0; i < count; ++i) {
        const QString name = u"bulk_%1"_s.arg(i);
        requests.append(fixture().request(write(name, {.title = name})));
    }
    Run &run = fixture().run();
    run.setFindOutLimits({.total = std::chrono::seconds(2), .firstPause = std::chrono::milliseconds(200)});
    QSignalSpy held(&run, &Run::held);
    QSignalSpy finished(&run, &Run::runFinished);
    // The proofs of many are read together: none is done while others are sent.
    int sent = 0;
    connect(&run, &Run::stageChanged, &run, [&](const QString & /*path*/, DeployStage stage) {
        if (stage == DeployStage::BeingProved && ++sent == count / 4) {
            QVERIFY(server().kill());
        }
    });
    QCOMPARE(run.deploy(requests), count);
    QVERIFY(held.wait(60'000));
    QVERIFY(sent >= count / 4 && run.isHeld());
    QTRY_VERIFY_WITH_TIMEOUT(run.total() - run.done() > count / 2, 60'000); // the rest waits
    QVERIFY(finished.isEmpty());
    QVERIFY(server().restart());

    // What was under way may find only now that the server was gone, which holds the rest once more.
    connect(&run, &Run::held, &run, &Run::resume, Qt::QueuedConnection);
    run.resume();
    QVERIFY(finished.wait(240'000));
    QCOMPARE(run.done(), count);
    QList<DeployRequest> again;
    std::ranges::copy_if(requests, std::back_inserter(again), [&run](const DeployRequest &request) {
        const auto result = std::ranges::find(run.results(), request.plugin.path, &DeployResult::path);
        return result != run.results().end() && !result->isSuccess();
    });
    if (run.deploy(again) > 0) {
        QVERIFY(finished.wait(240'000));
    }
    QStringList stories{run.summary().text()};
    for (const DeployResult &result : run.results()) {
        stories.append(result.isSuccess() ? QString() : result.id + u": "_s + result.message);
    }
    stories.removeDuplicates();
    QVERIFY2(run.summary().isClean(), qUtf8Printable(stories.join(u' ').left(2000)));

    const QJsonArray all = server().admin().get(u"/api/v1/functions/export"_s).json.toArray();
    QCOMPARE(all.size(), count);
    QSet<QString> ids;
    for (const QJsonValue &function : all) {
        const QString id = function.toObject().value(u"id"_s).toString();
        ids.insert(id);
        QCOMPARE(function.toObject().value(u"content"_s).toString(), QString::fromUtf8(PluginCode{.title = id}.text()));
    }
    QCOMPARE(ids.size(), count);
    // A create that was sent again would have been refused, and an update makes a second version on 0.12.
    QVERIFY(fixture().posts <= count + Connection::mostPluginsAtATime);
}

void StopScenarios::s17_codeThatExits()
{
    PluginCode code{.topLevel = "import sys\n\nsys.exit(3)\n# practice: exit\n"};
    const Plugin plugin = write(u"exits"_s, code);
    Run &run = fixture().run();
    run.setFindOutLimits({.total = std::chrono::seconds(3), .firstPause = std::chrono::milliseconds(200)});
    QSignalSpy finished(&run, &Run::runFinished);
    run.deploy({fixture().request(plugin)});
    QVERIFY(finished.wait(120'000));
    const DeployResult result = run.results().constFirst();
    // The refusal comes before the end, so the server may still have answered the look after it.
    const bool shouldStop = release().isBefore(0, 11);
    const bool stopped = QTest::qWaitFor([this] { return !answers(); }, shouldStop ? 30'000 : 2'000);
    if (stopped) {
        QVERIFY(server().restart());
    }
    QCOMPARE(stopped, shouldStop);
    QVERIFY2(!result.isSuccess(), qUtf8Printable(result.message));
    QVERIFY2(result.message.contains(u"sys.exit()"_s) || result.message.contains(u"Nothing was stored"_s),
             qUtf8Printable(result.message + u" Last answer: "_s + fixture().exchanges.constLast().error.name()));
    if (!stopped) {
        QCOMPARE(result.error.httpStatus, 500);
        QVERIFY2(result.message.contains(u"Nothing was stored"_s), qUtf8Printable(result.message));
    }
    QVERIFY(isMissing(PluginSpace::Function, u"exits"_s));
}

void StopScenarios::s23_switchedOff_data()
{
    QTest::addColumn<QString>("setting");
    QTest::newRow("ENABLE_PLUGINS") << u"ENABLE_PLUGINS"_s;
    QTest::newRow("ENABLE_FUNCTIONS") << u"ENABLE_FUNCTIONS"_s;
}

void StopScenarios::s23_switchedOff()
{
    QFETCH(const QString, setting);
    if (server().isPractice()) {
        NOT_APPLICABLE(u"The practice server's plugins cannot be switched off."_s);
    }
    const bool known = setting == u"ENABLE_PLUGINS" ? release().isAtLeast(0, 11) : release().isAtLeast(0, 12);
    if (!known) {
        NOT_APPLICABLE(u"ENABLE_PLUGINS came with 0.11, ENABLE_FUNCTIONS with 0.12."_s);
    }
    QVERIFY(server().restart({{setting, u"False"_s}}));
    const DeployResult result = deploy(u"refused"_s, {});
    QCOMPARE(result.outcome, DeployOutcome::Failed);
    QVERIFY(isMissing(PluginSpace::Function, u"refused"_s));
    // 0.11 hides the reason; that plugins may be switched off is then one of the things to look for.
    const bool told = hidesReasons() ? result.message.contains(u"plugins switched off"_s) ||
                                           result.remedy.contains(u"plugins switched off"_s)
                                     : result.message.contains(setting);
    QVERIFY2(told, qUtf8Printable(result.message + u' ' + result.remedy));
    const DeployResult tool = deploy(u"refused"_s, {.kind = PluginKind::Tool});
    QCOMPARE(tool.isSuccess(), setting == u"ENABLE_FUNCTIONS");
    QCOMPARE(isMissing(PluginSpace::Tool, u"refused"_s), !tool.isSuccess());
    const QString words = tool.message + u' ' + tool.remedy;
    QVERIFY2(tool.isSuccess() || words.contains(hidesReasons() ? u"plugins switched off"_s : setting),
             qUtf8Printable(words));
}

QByteArray StopScenarios::run(const QStringList &arguments, const QByteArray &secret, int exitCode)
{
    ProgramRun program(arguments + QStringList{u"--url"_s, server().connection().url.toString(), u"--key-stdin"_s});
    const bool ended = program.run(secret);
    const QByteArray told = program.output() + program.errors();
    if (!ended || program.exitCode() != exitCode) {
        const QString found =
            u"%1: exit code %2, expected %3\n"_s.arg(arguments.first()).arg(program.exitCode()).arg(exitCode);
        QTest::qFail((found.toUtf8() + told).constData(), __FILE__, __LINE__);
    }
    return told;
}

void StopScenarios::s37_toldByATest_data()
{
    QTest::addColumn<QString>("setting");
    QTest::addColumn<QStringList>("off");
    const QString function = u"told_f.py"_s;
    const QString tool = u"told_t.py"_s;
    QTest::newRow("ENABLE_PLUGINS") << u"ENABLE_PLUGINS"_s << QStringList{function, tool};
    QTest::newRow("ENABLE_FUNCTIONS") << u"ENABLE_FUNCTIONS"_s << QStringList{function};
    QTest::newRow("ENABLE_TOOLS") << u"ENABLE_TOOLS"_s << QStringList{tool};
}

void StopScenarios::s37_toldByATest()
{
    QFETCH(const QString, setting);
    QFETCH(const QStringList, off);
    if (server().isPractice()) {
        NOT_APPLICABLE(u"The practice server's plugins cannot be switched off."_s);
    }
    if (setting == u"ENABLE_PLUGINS" ? release().isBefore(0, 11) : release().isBefore(0, 12)) {
        NOT_APPLICABLE(u"ENABLE_PLUGINS came with 0.11, ENABLE_FUNCTIONS and ENABLE_TOOLS with 0.12."_s);
    }
    QVERIFY(!server().hasOtherSettings() || server().restart());
    server().clear(); // what is switched off is not cleared
    QTemporaryDir folder;
    const QList<std::pair<QString, PluginCode>> files{
        {u"told_f"_s, {.title = u"Told F"_s, .header = "id: told_f\n"}},
        {u"told_t"_s, {.kind = PluginKind::Tool, .title = u"Told T"_s, .header = "id: told_t\n"}}};
    for (const auto &[id, code] : files) {
        QFile file(folder.filePath(id + u".py"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(code.text()) > 0);
    }
    const QByteArray key = server().credential().secret;
    run({u"deploy"_s, folder.path()}, key, 0);
    run({u"test-connection"_s}, key, 0);
    QVERIFY(server().restart({{setting, u"False"_s}}));

    const QByteArray words = "Plugins are switched off on the server.";
    QByteArray told = run({u"test-connection"_s}, key, 0);
    QVERIFY2(told.contains("It could not be told: the server's list is empty"), told.constData());
    told = run({u"test-connection"_s}, server().session(), 3);
    QVERIFY2(told.contains(words) && told.contains("must set " + setting.toUtf8() + " to true."), told.constData());
    for (const QString &file : off) {
        for (const QString &command : {u"status"_s, u"deploy"_s}) {
            told = run({command, folder.filePath(file)}, key, 3);
            QVERIFY2(told.contains(words) && !told.contains("not on the server"), told.constData());
        }
    }
    told = run({u"status"_s, folder.path()}, key, 3);
    QVERIFY2(told.contains(words), told.constData());
    QVERIFY(server().restart());
    run({u"status"_s, u"--exit-code"_s, folder.path()}, key, 0);
}

std::unique_ptr<ScenarioTest> makeStopScenarios(LiveServer &server)
{
    return std::make_unique<StopScenarios>(server);
}

} // namespace owui::test

#include "stopscenarios.moc"
