// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "support/memoryserver.h"
#include "support/programrun.h"
#include "support/samplerepository.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;
using namespace owui::test;

namespace {

const QByteArray key = "sk-0123456789abcdef0123456789abcdef";

bool write(const QString &path, const QByteArray &text)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

QByteArray filterText(const QByteArray &title, const QByteArray &version)
{
    return "\"\"\"\ntitle: " + title + "\nversion: " + version + "\n\"\"\"\n\n\nclass Filter:\n    pass\n";
}

QJsonObject summaryOf(const QHash<QString, int> &counts)
{
    QJsonObject summary;
    for (const QString &name :
         {u"created"_s, u"updated"_s, u"unchanged"_s, u"deleted"_s, u"switchedOn"_s, u"switchedOff"_s, u"takenBack"_s,
          u"failed"_s, u"unknown"_s, u"cancelled"_s, u"blocked"_s}) {
        summary.insert(name, counts.value(name));
    }
    return summary;
}

} // namespace

class TestDeployProgram final : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<MemoryServer>(key);
        QVERIFY(write(m_folder->filePath(u"word.py"_s), filterText("Word Count", "1.0.0")));
        QVERIFY(write(m_folder->filePath(u"key.txt"_s), key + '\n'));
    }

    void cleanup()
    {
        m_server.reset();
        m_folder.reset();
    }

    void createsUpdatesAndLeavesAlone()
    {
        const QJsonObject created = deploy();
        QCOMPARE(created.keys(), (QStringList{u"results"_s, u"server"_s, u"summary"_s}));
        QCOMPARE(created.value(u"server"_s).toObject(), (QJsonObject{{u"name"_s, m_server->server().url().authority()},
                                                                     {u"url"_s, m_server->url()},
                                                                     {u"release"_s, u"0.12.4"_s}}));
        QJsonObject result = created.value(u"results"_s)[0].toObject();
        QVERIFY(result.value(u"milliseconds"_s).isDouble());
        QVERIFY(!result.value(u"message"_s).toString().isEmpty());
        result.remove(u"milliseconds"_s);
        result.remove(u"message"_s);
        QCOMPARE(result, (QJsonObject{{u"path"_s, u"word.py"_s},
                                      {u"kind"_s, u"filter"_s},
                                      {u"id"_s, u"word_count"_s},
                                      {u"outcome"_s, u"created"_s},
                                      {u"stage"_s, u"done"_s},
                                      {u"httpStatus"_s, QJsonValue::Null},
                                      {u"detail"_s, QJsonValue::Null},
                                      {u"remedy"_s, u""_s},
                                      {u"versionBefore"_s, QJsonValue::Null},
                                      {u"versionAfter"_s, u"1.0.0"_s},
                                      {u"active"_s, false},
                                      {u"deactivated"_s, false}}));
        QCOMPARE(created.value(u"summary"_s).toObject(), summaryOf({{u"created"_s, 1}}));
        QCOMPARE(deploy().value(u"summary"_s).toObject(), summaryOf({{u"unchanged"_s, 1}}));
        QVERIFY(write(m_folder->filePath(u"word.py"_s), filterText("Word Count", "1.1.0")));
        const QJsonObject updated = deploy();
        QCOMPARE(updated.value(u"summary"_s).toObject(), summaryOf({{u"updated"_s, 1}}));
        QCOMPARE(updated.value(u"results"_s)[0][u"versionBefore"_s].toString(), u"1.0.0"_s);
        QCOMPARE(updated.value(u"results"_s)[0][u"versionAfter"_s].toString(), u"1.1.0"_s);
        QCOMPARE(deploy(0, {u"--all"_s}).value(u"summary"_s).toObject(), summaryOf({{u"updated"_s, 1}}));
    }

    /// Each is left out for its name, or for what it binds, until somebody decides otherwise.
    void sendsWhatWasIncluded()
    {
        QVERIFY(QDir(m_folder->path()).rename(u"word.py"_s, u"word_template.py"_s));
        QVERIFY(write(m_folder->filePath(u"bound.py"_s), "Filter = make()\n"));
        QVERIFY(deploy().value(u"results"_s).toArray().isEmpty());
        QVERIFY(write(m_folder->filePath(u".owui-deploy.json"_s),
                      R"({"version":1,"included":["word_template.py"],"ids":{"bound.py":"bound"}})"));
        QCOMPARE(deploy().value(u"summary"_s).toObject(), summaryOf({{u"created"_s, 2}}));
    }

    void blocksWithoutConsent()
    {
        QVERIFY(!deploy().isEmpty());
        QVERIFY(write(m_folder->filePath(u"word.py"_s), filterText("Word Count", "0.9")));
        const QJsonObject blocked = deploy(1);
        QCOMPARE(blocked.value(u"summary"_s).toObject(), summaryOf({{u"blocked"_s, 1}}));
        QVERIFY(blocked.value(u"results"_s)[0][u"remedy"_s].toString().contains(u"--allow downgrade"));
        QCOMPARE(deploy(0, {u"--allow"_s, u"downgrade"_s}).value(u"summary"_s).toObject(),
                 summaryOf({{u"updated"_s, 1}}));
    }

    void blocksDoubledIds()
    {
        QVERIFY(write(m_folder->filePath(u"copy.py"_s), filterText("Word Count", "2.0.0")));
        QCOMPARE(deploy(1).value(u"summary"_s).toObject(), summaryOf({{u"blocked"_s, 2}}));
        QCOMPARE(m_server->server().count("POST"), 0);
    }

    void refusesBrokenDecisions()
    {
        QVERIFY(write(m_folder->filePath(u".owui-deploy.json"_s), "{"));
        ProgramRun run(arguments());
        QVERIFY(run.run());
        QCOMPARE(run.exitCode(), 1);
        QCOMPARE(run.output(), QByteArray());
        ProgramRun json(arguments() + QStringList{u"--json"_s});
        QVERIFY(json.run());
        QCOMPARE(json.exitCode(), 1);
        QVERIFY(json.document().value(u"problems"_s)[0][u"text"_s].toString().contains(u".owui-deploy.json"));
        QVERIFY(m_server->server().requests().isEmpty());
    }

    /// Before anything of the plugins, and also where the server does not answer.
    void tellsWhyNoHistoryIsRead()
    {
#ifdef Q_OS_UNIX
        SampleRepository repository(m_folder->path());
        QVERIFY(repository.commit(1'700'000'000));
        constexpr uid_t nobody = 65534;
        if (::geteuid() != 0 ||
            ::chown(QFile::encodeName(m_folder->filePath(u".git"_s)).constData(), nobody, gid_t(-1)) != 0 ||
            ::chown(QFile::encodeName(m_folder->path()).constData(), nobody, gid_t(-1)) != 0) {
            QSKIP("Only root gives a folder away.");
        }
        const QStringList usual = arguments();
        for (const bool answers : {true, false}) {
            ProgramRun run(usual + QStringList{u"--json"_s}); // so that the lines are all in one place
            QVERIFY(run.run());
            QCOMPARE(run.exitCode() == 0, answers);
            QCOMPARE(run.errors().count("belongs to another user"), 1);
            const qsizetype plugin = run.errors().indexOf("  word_count");
            QVERIFY2(plugin > run.errors().indexOf("belongs to another user"), run.errors().constData());
            m_server.reset(); // the next one gets no answer
        }
#else
        QSKIP("Owners of this system are another matter.");
#endif
    }

    void tellsFailures()
    {
        m_server->setPostAnswer(FakeAnswer::detail(400, u"[ERROR: No module named 'numpy' in http://me:pass@index]"_s));
        const QJsonObject failed = deploy(1);
        const QJsonValue result = failed.value(u"results"_s)[0];
        QCOMPARE(result[u"outcome"_s].toString(), u"failed"_s);
        QCOMPARE(result[u"httpStatus"_s].toInt(), 400);
        QVERIFY(result[u"detail"_s].toString().contains(u"numpy"));
        QVERIFY(!result[u"detail"_s].toString().contains(u"pass"));
    }

    // It is there, so it is no failure; yet nobody may overlook it.
    void tellsWarningsOfASuccess()
    {
        QVERIFY(!deploy().isEmpty());
        m_server->setPostAnswer(FakeAnswer::json(QJsonObject{
            {u"id"_s, u"word_count"_s},
            {u"name"_s, u"Word Count"_s},
            {u"type"_s, u"pipe"_s},
            {u"content"_s, QString::fromUtf8(filterText("Word Count", "1.1.0"))},
            {u"is_active"_s, false},
            {u"is_global"_s, false},
            {u"meta"_s, QJsonObject{{u"manifest"_s, QJsonObject{{u"version"_s, u"1.1.0"_s}}}}},
        }));
        QVERIFY(write(m_folder->filePath(u"word.py"_s), filterText("Word Count", "1.1.0")));
        const QJsonValue result = deploy(0).value(u"results"_s)[0];
        QCOMPARE(result[u"outcome"_s].toString(), u"updated"_s);
        QVERIFY2(result[u"message"_s].toString().endsWith(
                     u" The server took it for another kind of function than it is here."_s),
                 qPrintable(result[u"message"_s].toString()));
        for (const QStringList &options : {QStringList(), QStringList{u"--quiet"_s}}) {
            ProgramRun run(arguments() + options);
            run.setVariable(u"GITHUB_ACTIONS"_s, u"true"_s);
            QVERIFY(run.run());
            QCOMPARE(run.exitCode(), 0);
            QVERIFY2(run.output().contains("\n    The server took it for another kind"), run.output().constData());
            QVERIFY2(run.errors().contains("::warning file="), run.errors().constData());
        }
    }

    void tellsConnectionFromPlugin()
    {
        QVERIFY(write(m_folder->filePath(u"key.txt"_s), "sk-wrong"));
        QCOMPARE(deploy(3).value(u"summary"_s).toObject(), summaryOf({{u"failed"_s, 1}}));
        const QStringList before = arguments();
        m_server->server().close();
        ProgramRun gone(before + QStringList{u"--json"_s});
        QVERIFY(gone.run());
        QCOMPARE(gone.exitCode(), 3);
        QCOMPARE(gone.document().value(u"summary"_s).toObject(), summaryOf({{u"failed"_s, 1}}));
        // What this machine says of it is not the server's own text.
        QVERIFY(gone.document().value(u"results"_s)[0][u"detail"_s].isNull());
        QVERIFY(!gone.errors().contains("server says"));
    }

    void printsForPeople()
    {
        QVERIFY(write(m_folder->filePath(u"old.py"_s), filterText("Old One", "1.0")));
        QVERIFY(!deploy().isEmpty());
        QVERIFY(write(m_folder->filePath(u"old.py"_s), filterText("Old One", "0.9")));
        QVERIFY(write(m_folder->filePath(u"word.py"_s), filterText("Word Count", "1.1.0")));
        ProgramRun run(arguments());
        QVERIFY(run.run());
        QCOMPARE(run.exitCode(), 1);
        QCOMPARE(run.output(), "!  filter  old_one     needs a decision: old.py\n"
                               "    The server has 1.0, which is newer than 0.9 here.\n"
                               "    Confirm that the older version should replace it. Here that is --allow "
                               "downgrade.\n"
                               "~  filter  word_count  Updated, the server has 1.1.0 (was 1.0.0). It is switched off.\n"
                               "1 updated, 1 needs your decision.\n");
        ProgramRun quiet(arguments() + QStringList{u"--quiet"_s});
        QVERIFY(quiet.run());
        QCOMPARE(quiet.errors(), QByteArray());
        QVERIFY(quiet.output().startsWith("!  filter  old_one "));
        QCOMPARE(quiet.output().count('\n'), 3);
    }

    void stopsAtTheFirstFailure()
    {
        QVERIFY(write(m_folder->filePath(u"other.py"_s), filterText("Other", "1")));
        QVERIFY(write(m_folder->filePath(u"third.py"_s), filterText("Third", "1")));
        m_server->setPostAnswer(FakeAnswer::detail(400, u"[ERROR: bad]"_s));
        const QJsonObject document = deploy(1, {u"--fail-fast"_s, u"--jobs"_s, u"1"_s});
        QCOMPARE(document.value(u"summary"_s).toObject(), summaryOf({{u"failed"_s, 1}, {u"cancelled"_s, 2}}));
    }

    void takesUrlAndKeyFromOneSource()
    {
        // A cloned folder names a foreign server; the environment has a key for another one.
        QVERIFY(write(m_folder->filePath(u".env"_s), "OPENWEBUI_URL=" + m_server->url().toUtf8() + '\n'));
        ProgramRun foreign({u"deploy"_s, m_folder->path()});
        foreign.setVariable(u"OPENWEBUI_API_KEY"_s, QString::fromLatin1(key));
        QVERIFY(foreign.run());
        QCOMPARE(foreign.exitCode(), 2);
        QVERIFY(m_server->server().requests().isEmpty());

        QVERIFY(write(m_folder->filePath(u".env"_s),
                      "export url=\"" + m_server->url().toUtf8() + "\"\r\napi_key = '" + key + "'\r\n"));
        ProgramRun both({u"deploy"_s, m_folder->path()});
        QVERIFY(both.run());
        QCOMPARE(both.exitCode(), 0);
        QVERIFY(both.errors().contains(".env"));
        QVERIFY(m_server->has(u"word_count"_s));

        ProgramRun fromInput({u"deploy"_s, m_folder->path(), u"--url"_s, m_server->url(), u"--key-stdin"_s});
        QVERIFY(fromInput.run(key + "\r\n"));
        QCOMPARE(fromInput.exitCode(), 0);
        ProgramRun fromVariable({u"deploy"_s, m_folder->path(), u"--url"_s, m_server->url()});
        fromVariable.setVariable(u"OPENWEBUI_API_KEY"_s, QString::fromLatin1(key));
        QVERIFY(fromVariable.run());
        QCOMPARE(fromVariable.exitCode(), 0);
    }

    void neverTellsTheKey()
    {
        ProgramRun run(arguments() + QStringList{u"--verbose"_s});
        QVERIFY(run.run());
        QVERIFY(run.output().contains("Created"));
        QVERIFY(run.errors().contains("POST /api/v1/functions/create"));
        QVERIFY(!(run.output() + run.errors()).contains(key));
        m_server->setPostAnswer(FakeAnswer::detail(400, u"[ERROR: "_s + QString::fromLatin1(key) + u']'));
        ProgramRun echoed(arguments() + QStringList{u"--all"_s, u"--json"_s, u"--verbose"_s});
        QVERIFY(echoed.run());
        QCOMPARE(echoed.exitCode(), 1);
        QVERIFY(!(echoed.output() + echoed.errors()).contains(key));
    }

    void finishesWhatRunsWhenInterrupted()
    {
        QVERIFY(write(m_folder->filePath(u"other.py"_s), filterText("Other", "1")));
        FakeAnswer slow = FakeAnswer::detail(400, u"[ERROR: late]"_s);
        slow.latency = std::chrono::milliseconds(1500);
        m_server->setPostAnswer(slow);
        ProgramRun run(arguments() + QStringList{u"--json"_s, u"--jobs"_s, u"1"_s});
        run.start();
        QTRY_VERIFY_WITH_TIMEOUT(m_server->server().count("POST") == 1, 20'000);
        run.interrupt();
        QVERIFY(run.waitForEnd());
        QVERIFY(!run.crashed());
        QCOMPARE(run.exitCode(), 130);
        QCOMPARE(run.document().value(u"summary"_s).toObject(), summaryOf({{u"failed"_s, 1}, {u"cancelled"_s, 1}}));
    }

    void stopsAtEachStage_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<int>("answersBefore");          // of the same request
        QTest::addColumn<bool>("twice");                 // Ctrl+C
        QTest::addColumn<QHash<QString, int>>("counts"); // empty: nothing was begun, so there is no document
        const QByteArray one = "/api/v1/functions/id/word_count";
        using Counts = QHash<QString, int>;
        QTest::newRow("release") << QByteArray("GET") << QByteArray("/api/version") << 0 << false << Counts();
        QTest::newRow("look-up") << QByteArray("GET") << one << 0 << false << Counts();
        QTest::newRow("list") << QByteArray("GET") << QByteArray("/api/v1/functions/") << 0 << false << Counts();
        QTest::newRow("create") << QByteArray("POST") << QByteArray("/api/v1/functions/create") << 0 << true
                                << Counts{{u"unknown"_s, 1}};
        QTest::newRow("read back") << QByteArray("GET") << one << 1 << true << Counts{{u"unknown"_s, 1}};
    }
    void stopsAtEachStage()
    {
        QFETCH(const QByteArray, method);
        QFETCH(const QByteArray, path);
        QFETCH(const int, answersBefore);
        for (int i = 0; i < answersBefore; ++i) {
            m_server->server().once(method, path,
                                    FakeAnswer::detail(401, u"We could not find what you're looking for :/"_s));
        }
        m_server->server().once(method, path, FakeAnswer::fault(FakeAnswer::Way::Silent));
        ProgramRun run(arguments() + QStringList{u"--json"_s});
        run.start();
        QTRY_VERIFY_WITH_TIMEOUT(m_server->server().count(method, path) == answersBefore + 1, 20'000);
        run.interrupt();
        QFETCH(const bool, twice);
        if (twice) {
            QTRY_VERIFY_WITH_TIMEOUT(run.errors().contains("Interrupted"), 20'000);
            run.interrupt();
        }
        QVERIFY(run.waitForEnd());
        QVERIFY(!run.crashed());
        QCOMPARE(run.exitCode(), 130);
        using Counts = QHash<QString, int>;
        QFETCH(const Counts, counts);
        if (counts.isEmpty()) {
            QCOMPARE(run.output(), QByteArray());
        } else {
            QCOMPARE(run.document().value(u"summary"_s).toObject(), summaryOf(counts));
        }
        QCOMPARE(m_server->server().count("POST"), twice ? 1 : 0);
    }

    void stopsWaitingForTheModels()
    {
        // Everything is deployed, and the server does not answer when it is to notice its new pipe.
        QVERIFY(write(m_folder->filePath(u"pipe.py"_s),
                      "\"\"\"\ntitle: P\nversion: 1\n\"\"\"\n\n\nclass Pipe:\n    pass\n"));
        m_server->server().once("GET", "/api/models", FakeAnswer::fault(FakeAnswer::Way::Silent));
        ProgramRun run(arguments() + QStringList{u"--json"_s});
        run.start();
        QTRY_VERIFY_WITH_TIMEOUT(m_server->server().count("GET", "/api/models") == 1, 20'000);
        run.interrupt();
        QTRY_VERIFY_WITH_TIMEOUT(run.errors().contains("Interrupted"), 20'000);
        run.interrupt();
        QTRY_VERIFY_WITH_TIMEOUT(run.process().state() == QProcess::NotRunning, 10'000);
        QCOMPARE(run.exitCode(), 130);
        QCOMPARE(run.document().value(u"summary"_s).toObject(), summaryOf({{u"created"_s, 2}}));
    }

    void runsTwiceAtOnce()
    {
        ProgramRun first(arguments() + QStringList{u"--json"_s});
        ProgramRun second(arguments() + QStringList{u"--json"_s});
        first.start();
        second.start();
        QVERIFY(first.waitForEnd() && second.waitForEnd());
        for (ProgramRun *run : {&first, &second}) {
            QVERIFY(!run->crashed());
            QVERIFY(run->exitCode() <= 1);
            QCOMPARE(run->document().value(u"results"_s).toArray().size(), 1);
        }
        QVERIFY(m_server->has(u"word_count"_s));
        QVERIFY(m_server->server().count("POST") <= 2);
    }

    void deploysWithoutAReader()
    {
        ProgramRun run(arguments());
        run.process().setReadChannel(QProcess::StandardError);
        run.process().closeReadChannel(QProcess::StandardOutput);
        QVERIFY(run.run());
        QCOMPARE(run.exitCode(), 0);
        QVERIFY(!run.errors().contains("could not be written"));
        QVERIFY(m_server->has(u"word_count"_s));
    }

    void stopsWhenInterruptedTwice()
    {
        m_server->setPostAnswer(FakeAnswer::fault(FakeAnswer::Way::Silent));
        ProgramRun run(arguments() + QStringList{u"--json"_s});
        run.start();
        QTRY_VERIFY_WITH_TIMEOUT(m_server->server().count("POST") == 1, 20'000);
        run.interrupt();
        QTRY_VERIFY_WITH_TIMEOUT(run.errors().contains("Interrupted"), 20'000);
        run.interrupt();
        QVERIFY(run.waitForEnd());
        QVERIFY(!run.crashed());
        QCOMPARE(run.exitCode(), 130);
        QCOMPARE(run.document().value(u"summary"_s).toObject(), summaryOf({{u"unknown"_s, 1}}));
    }

    void reportsToJunit()
    {
        m_server->setPostAnswer(FakeAnswer::detail(400, u"[ERROR: bad]"_s));
        const QString path = m_folder->filePath(u"report.xml"_s);
        QVERIFY(!deploy(1, {u"--junit"_s, path}).isEmpty());
        QFile report(path);
        QVERIFY(report.open(QIODevice::ReadOnly));
        QVERIFY(report.readAll().contains("tests=\"1\" failures=\"1\""));
    }

    void testsTheConnection()
    {
        ProgramRun run({u"test-connection"_s, u"--url"_s, m_server->url(), u"--key-file"_s,
                        m_folder->filePath(u"key.txt"_s), u"--json"_s});
        QVERIFY(run.run());
        QCOMPARE(run.document().keys(), (QStringList{u"passed"_s, u"server"_s, u"steps"_s}));
        QCOMPARE(run.document().value(u"server"_s)[u"release"_s].toString(), u"0.12.4"_s);
        QCOMPARE(run.exitCode(), run.document().value(u"passed"_s).toBool() ? 0 : 3);
        QVERIFY(run.document().value(u"passed"_s).toBool());
    }

private:
    [[nodiscard]] QStringList arguments() const
    {
        return {u"deploy"_s,     m_folder->path(), u"--url"_s,
                m_server->url(), u"--key-file"_s,  m_folder->filePath(u"key.txt"_s)};
    }

    QJsonObject deploy(int exitCode = 0, const QStringList &more = {})
    {
        ProgramRun run(arguments() + QStringList{u"--json"_s} + more);
        if (!run.run() || run.exitCode() != exitCode) {
            qWarning("exit code %d, expected %d:\n%s", run.exitCode(), exitCode, run.errors().constData());
            return {};
        }
        return run.document();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MemoryServer> m_server;
};

QTEST_GUILESS_MAIN(TestDeployProgram)
#include "tst_deployprogram.moc"
