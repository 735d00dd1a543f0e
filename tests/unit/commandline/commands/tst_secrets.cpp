// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "support/memoryserver.h"
#include "support/programrun.h"

#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

#include <grp.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace owui::test;

namespace {

const QByteArray key = "sk-0123456789abcdef0123456789abcdef";

bool write(const QString &path, const QByteArray &text)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

QByteArray readAll(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// Looks for the key in everything that a run leaves behind or shows to others.
class TestSecrets final : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<MemoryServer>(key);
        m_server->addFunction(u"word"_s, u"class Filter: pass\n"_s);
        QVERIFY(write(file(u"word.py"_s), "\"\"\"\ntitle: Word\n\"\"\"\n\n\nclass Filter:\n    pass\n"));
        QVERIFY(write(file(u"key"_s), key + '\n'));
    }

    void staysSecret_data()
    {
        QTest::addColumn<QStringList>("command");
        QTest::addColumn<QString>("source");
        const QList<std::pair<const char *, QStringList>> commands = {
            {"status", {u"status"_s, u"."_s}},
            {"plan", {u"plan"_s, u"."_s, u"--json"_s}},
            {"diff", {u"diff"_s, u"."_s}},
            {"deploy", {u"deploy"_s, u"."_s, u"--json"_s}},
            {"pull", {u"pull"_s, u"word"_s, u"--to"_s, u"."_s}},
            {"toggle", {u"toggle"_s, u"word"_s, u"on"_s}},
            {"test-connection", {u"test-connection"_s, u"--json"_s}},
        };
        for (const auto &[name, command] : commands) {
            for (const char *source : {"stdin", "file", "variable", "environment", "env file", "env found"}) {
                QTest::addRow("%s, %s", name, source) << command << QString::fromLatin1(source);
            }
        }
    }
    void staysSecret()
    {
        QFETCH(QStringList, command);
        QFETCH(const QString, source);
        const QByteArray both =
            "export OPENWEBUI_URL='" + m_server->url().toUtf8() + "'\r\n  OPENWEBUI_API_KEY = \"" + key + "\"  \r\n";
        const QStringList url{u"--url"_s, m_server->url()};
        command += u"--verbose"_s;
        if (source == u"stdin") {
            command += url + QStringList{u"--key-stdin"_s};
        } else if (source == u"file") {
            command += url + QStringList{u"--key-file"_s, file(u"key"_s)};
        } else if (source == u"variable") {
            command += url;
        } else if (source == u"env file") {
            QVERIFY(write(file(u"settings"_s), both));
            command += QStringList{u"--env-file"_s, file(u"settings"_s)};
        } else if (source == u"env found") {
            QVERIFY(write(file(u".env"_s), both));
        }
        ProgramRun run(command);
        run.setFolder(m_folder->path());
        if (source == u"variable" || source == u"environment") {
            run.setVariable(u"OPENWEBUI_API_KEY"_s, QString::fromLatin1(key));
        }
        if (source == u"environment") {
            run.setVariable(u"OPENWEBUI_URL"_s, m_server->url());
        }
        QByteArray arguments;
        QByteArray limits;
        connect(&m_server->server(), &FakeServer::received, &run.process(), [&](const FakeRequest &) {
            const QString process = u"/proc/%1/"_s.arg(run.process().processId());
            arguments += readAll(process + u"cmdline"_s);
            limits = readAll(process + u"limits"_s);
        });
        QVERIFY(run.run(source == u"stdin" ? key + '\n' : QByteArray()));
        QVERIFY2(run.exitCode() <= 1, run.errors().constData());
        QVERIFY(m_server->server().count("GET") > 0);
        QVERIFY(!arguments.isEmpty() && !arguments.contains(key));
        // A core file would hold the key.
        QVERIFY2(limits.simplified().contains("Max core file size 0 0"), limits.constData());
        QVERIFY(!run.output().contains(key));
        QVERIFY(!run.errors().contains(key));
        QVERIFY(!isIn(run.home()));
    }

    void refusesWhatCannotBeRead_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("url only") << QByteArray("OPENWEBUI_URL=http://localhost:9\n");
        QTest::newRow("key of two words") << QByteArray("url=http://localhost:9\napi_key='" + key + " more'\n");
        QTest::newRow("too large") << QByteArray(100'000, '#');
        QTest::newRow("folder") << QByteArray();
    }
    void refusesWhatCannotBeRead()
    {
        QFETCH(const QByteArray, text);
        const QString path = text.isEmpty() ? m_folder->path() : file(u"settings"_s);
        QVERIFY(text.isEmpty() || write(path, text));
        ProgramRun run({u"test-connection"_s, u"--env-file"_s, path});
        QVERIFY(run.run());
        QCOMPARE(run.exitCode(), 2);
        QCOMPARE(run.output(), QByteArray());
        QVERIFY2(run.errors().contains("owui-deploy:"), run.errors().constData());
        QVERIFY(!run.errors().contains("0123456789"));
    }

    void refusesAnUnreadableFile()
    {
        QVERIFY(write(file(u".env"_s), "url=" + m_server->url().toUtf8() + "\napi_key=" + key + '\n'));
        QVERIFY(QFile::setPermissions(file(u".env"_s), {}));
        ProgramRun run({u"deploy"_s, m_folder->path()});
        if (geteuid() == 0) {
            // Root can read everything, so somebody else tries it.
            constexpr uid_t nobody = 65534;
            const QFile::Permissions everybody =
                QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadOther | QFile::ExeOther;
            QVERIFY(QFile::setPermissions(m_folder->path(), everybody));
            run.process().setChildProcessModifier([] {
                if (setgroups(0, nullptr) != 0 || setgid(nobody) != 0 || setuid(nobody) != 0) {
                    _exit(1);
                }
            });
        }
        run.start();
        if (!run.process().waitForStarted()) {
            QSKIP("Nobody may start the program where it lies.");
        }
        QVERIFY(run.waitForEnd());
        QCOMPARE(run.exitCode(), 2);
        QVERIFY2(run.errors().contains("/.env cannot be read"), run.errors().constData());
        QVERIFY(m_server->server().requests().isEmpty());
    }

    void stopsReadingAKey()
    {
        ProgramRun run({u"test-connection"_s, u"--url"_s, m_server->url(), u"--key-stdin"_s});
        run.startWithOpenInput();
        QVERIFY(run.waitUntilItListens());
        QTest::qWait(200); // it waits for the key by then
        run.interrupt();
        QVERIFY(run.waitForEnd());
        QVERIFY(!run.crashed());
        QCOMPARE(run.exitCode(), 130);
        QCOMPARE(run.errors(), QByteArray());
    }

    /// A terminal that was closed.
    void endsWithAWordWhenHungUp()
    {
        ProgramRun run({u"test-connection"_s, u"--url"_s, m_server->url(), u"--key-stdin"_s});
        run.startWithOpenInput();
        QVERIFY(run.waitUntilItListens());
        QTest::qWait(200); // it waits for the key by then
        ::kill(static_cast<pid_t>(run.process().processId()), SIGHUP);
        QVERIFY(run.waitForEnd());
        QVERIFY(!run.crashed());
        QCOMPARE(run.exitCode(), 130);
    }

    void stopsWaitingForAPipe()
    {
        QCOMPARE(::mkfifo(QFile::encodeName(file(u"pipe"_s)).constData(), 0600), 0);
        ProgramRun run({u"test-connection"_s, u"--url"_s, m_server->url(), u"--key-file"_s, file(u"pipe"_s)});
        run.startWithOpenInput();
        QVERIFY(run.waitUntilItListens());
        QTest::qWait(200); // it waits for the key by then
        run.interrupt();
        const bool ended = run.process().waitForFinished(5'000);
        run.process().kill();
        QVERIFY2(ended, "It waits for a writer, deaf to Ctrl+C.");
        QVERIFY(run.waitForEnd());
        QCOMPARE(run.exitCode(), 130);
    }

private:
    /// True if the key is in a file of the folder or below it.
    static bool isIn(const QString &folder)
    {
        QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            if (readAll(files.next()).contains(key)) {
                return true;
            }
        }
        return false;
    }

    [[nodiscard]] QString file(const QString &name) const { return m_folder->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MemoryServer> m_server;
};

QTEST_GUILESS_MAIN(TestSecrets)
#include "tst_secrets.moc"
