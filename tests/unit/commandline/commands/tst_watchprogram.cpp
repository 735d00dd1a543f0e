// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "support/memoryserver.h"
#include "support/programrun.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;
using namespace owui;
using namespace owui::test;

namespace {

const QByteArray watchKey = "sk-0123456789abcdef0123456789abcdef";

QByteArray word(int number, const QByteArray &title = "Word")
{
    return "\"\"\"\ntitle: " + title + "\nversion: 1.0." + QByteArray::number(number) +
           "\n\"\"\"\n\n\nclass Filter:\n    pass\n";
}

} // namespace

/// “owui-deploy watch”, saves on disk and a server in this process.
class TestWatchProgram final : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<MemoryServer>(watchKey);
        m_server->addFunction(u"word"_s, QString::fromUtf8(word(0)), true);
        save("word.py", word(0));
        m_run.reset();
        m_events.clear();
    }

    void sendsWhatIsSaved()
    {
        QVERIFY(begin());
        for (int i = 1; i <= 3; ++i) {
            save("word.py", word(i));
            QTRY_COMPARE(count(u"saved"_s), i);
            QCOMPARE(live(), QString::fromUtf8(word(i)));
        }
        const QJsonObject saved = m_events.last();
        QCOMPARE(saved.value(u"path"_s).toString(), u"word.py"_s);
        QCOMPARE(saved.value(u"outcome"_s).toString(), u"updated"_s);
        QCOMPARE(saved.value(u"versionAfter"_s).toString(), u"1.0.3"_s);
        QVERIFY(saved.value(u"afterMilliseconds"_s).toInt() > 0);
        QCOMPARE(end(), 0);
        QVERIFY(m_run->errors().contains("Watching 1 plugin for "));
        QVERIFY(m_run->errors().contains("Live after "));
    }

    void oneStepTakesAllSavesBack()
    {
        QVERIFY(begin());
        for (int i = 1; i <= 3; ++i) {
            save("word.py", word(i));
            QTRY_COMPARE(count(u"saved"_s), i);
        }
        QCOMPARE(end(), 0);
        ProgramRun restore({u"restore"_s, u"word"_s, u"--url"_s, m_server->url()});
        restore.setVariable(u"OPENWEBUI_API_KEY"_s, QString::fromLatin1(watchKey));
        restore.setVariable(u"XDG_DATA_HOME"_s, m_data->path());
        QVERIFY(restore.run());
        QVERIFY2(restore.exitCode() == 0, restore.errors().constData());
        QCOMPARE(live(), QString::fromUtf8(word(0)));
    }

    void tellsASyntaxErrorAndSendsNothing()
    {
        QVERIFY(begin());
        save("word.py", word(1) + "def broken(:\n");
        QTRY_COMPARE(count(u"saved"_s), 1);
        if (!m_events.last().value(u"remedy"_s).toString().contains(u"--allow"_s)) {
            QSKIP("There is no Python here.");
        }
        QCOMPARE(m_events.last().value(u"outcome"_s).toString(), u"blocked"_s);
        QCOMPARE(m_server->server().count("POST"), 0);
        QCOMPARE(end(), 1);
    }

    void exitCodeIsOfTheLastState()
    {
        QVERIFY(begin());
        m_server->setPostAnswer(FakeAnswer::detail(400, u"It does not load."_s));
        save("word.py", word(1));
        QTRY_COMPARE(count(u"saved"_s), 1);
        QCOMPARE(m_events.last().value(u"outcome"_s).toString(), u"failed"_s);
        m_server->setPostAnswer({});
        save("word.py", word(2));
        QTRY_COMPARE(count(u"saved"_s), 2);
        QCOMPARE(end(), 0);
    }

    void sendsNewOnesOnlyWhereTold()
    {
        QVERIFY(begin());
        save("note.py", word(0, "Note"));
        QTRY_COMPARE(count(u"saved"_s), 1);
        QCOMPARE(m_events.last().value(u"outcome"_s).toString(), u"blocked"_s);
        QCOMPARE(m_server->server().count("POST"), 0);
        QCOMPARE(end(), 1);

        QVERIFY(begin({u"--also-new"_s}));
        save("other.py", word(0, "Other"));
        QTRY_COMPARE(count(u"saved"_s), 1);
        QCOMPARE(m_events.last().value(u"outcome"_s).toString(), u"created"_s);
        QVERIFY(m_server->has(u"other"_s));
        QCOMPARE(end(), 0);
    }

    void takesWhatBecomesAPlugin()
    {
        save("half.py", "# to be written\n");
        QVERIFY(begin({u"--also-new"_s}));
        save("half.py", word(0, "Half"));
        QTRY_VERIFY(m_server->has(u"half"_s));
        QCOMPARE(end(), 0);
    }

    void plansWhatChangesAllAtOnce()
    {
        for (int i = 0; i < 8; ++i) {
            save("p" + QByteArray::number(i) + ".py", word(0, "P" + QByteArray::number(i)));
            m_server->addFunction(u"p%1"_s.arg(i), QString::fromUtf8(word(0, "P" + QByteArray::number(i))));
        }
        QVERIFY(begin());
        for (int i = 0; i < 8; ++i) {
            save("p" + QByteArray::number(i) + ".py", word(1, "P" + QByteArray::number(i)));
        }
        QTRY_COMPARE(count(u"planned"_s), 1);
        QCOMPARE(m_events.last().value(u"plugins"_s).toArray().size(), 8);
        QCOMPARE(m_events.last().value(u"plugins"_s)[0][u"action"_s].toString(), u"update"_s);
        QCOMPARE(m_server->server().count("POST"), 0);
        save("word.py", word(1));
        QTRY_COMPARE(count(u"saved"_s), 1);
        QCOMPARE(end(), 0);
    }

    void sendsNothingOfAStormThatBecomesPlugins()
    {
        for (int i = 0; i < 8; ++i) {
            save("p" + QByteArray::number(i) + ".py", "# to be written\n");
        }
        QVERIFY(begin({u"--also-new"_s}));
        for (int i = 0; i < 8; ++i) {
            save("p" + QByteArray::number(i) + ".py", word(1, "P" + QByteArray::number(i)));
        }
        QTest::qWait(1'500); // until the storm is over
        save("note.py", word(0, "Note"));
        QTRY_VERIFY(m_server->has(u"note"_s));
        save("word.py", word(1));
        QTRY_COMPARE(live(), QString::fromUtf8(word(1)));
        QVERIFY(!m_server->has(u"p0"_s));
        QCOMPARE(m_server->server().count("POST"), 2);
        QCOMPARE(end(), 0);
    }

    void plansAStormAlsoWhereAnotherFollows()
    {
        const auto plugin = [](int i) { return "P" + QByteArray::number(i); };
        for (int i = 0; i < 16; ++i) {
            save(plugin(i).toLower() + ".py", word(0, plugin(i)));
            m_server->addFunction(u"p%1"_s.arg(i), QString::fromUtf8(word(0, plugin(i))));
        }
        QVERIFY(begin());
        // The plan of the first is not made before the second is over.
        QJsonArray all{m_server->function(u"word"_s)};
        for (int i = 0; i < 16; ++i) {
            all.append(m_server->function(u"p%1"_s.arg(i)));
        }
        FakeAnswer slow = FakeAnswer::json(all);
        slow.latency = std::chrono::seconds(4);
        m_server->server().setFront([slow](const FakeRequest &request) -> std::optional<FakeAnswer> {
            return request.path() == "/api/v1/functions/export" ? slow : std::optional<FakeAnswer>();
        });
        for (int i = 0; i < 8; ++i) {
            save(plugin(i).toLower() + ".py", word(1, plugin(i)));
        }
        QTRY_VERIFY(m_server->server().count("GET", "/api/v1/functions/export") > 0);
        for (int i = 8; i < 16; ++i) {
            save(plugin(i).toLower() + ".py", word(1, plugin(i)));
        }
        QTRY_VERIFY_WITH_TIMEOUT(count(u"planned"_s) > 0, 30'000);
        QCOMPARE(m_events.last().value(u"plugins"_s).toArray().size(), 16);
        QCOMPARE(end(), 0);
    }

    void seesAFileThatComesWhileItStarts()
    {
        // The folder is read, and the server is asked.
        m_server->server().setFront([this](const FakeRequest & /*request*/) -> std::optional<FakeAnswer> {
            if (!QFile::exists(m_folder->filePath(u"late.py"_s))) {
                save("late.py", word(0, "Late"));
            }
            return {};
        });
        QVERIFY(begin({u"--also-new"_s}));
        save("late.py", word(1, "Late"));
        QTRY_COMPARE(m_server->function(u"late"_s).value(u"content"_s).toString(), QString::fromUtf8(word(1, "Late")));
        QCOMPARE(end(), 0);
        QVERIFY(m_run->errors().indexOf("Starting to watch") < m_run->errors().indexOf("Watching 2 plugins"));
        QVERIFY(m_run->errors().contains("Starting to watch"));
    }

    void saysWhereASaveWasNotSent()
    {
        QVERIFY(begin());
        FakeAnswer slow = FakeAnswer::json(m_server->function(u"word"_s));
        slow.latency = std::chrono::seconds(2);
        m_server->setPostAnswer(slow);
        save("word.py", word(1));
        QTRY_COMPARE(m_server->server().count("POST"), 1);
        m_server->addFunction(u"word"_s, QString::fromUtf8(word(1)), true); // what the server is busy with
        save("word.py", word(2));
        QTest::qWait(500);
        // The server answers, so that it is none that cannot be reached.
        QCOMPARE(end(), 1);
    }

    void waitsForAServerThatIsGone()
    {
        QVERIFY(begin());
        m_server->server().close();
        save("word.py", word(1));
        QTRY_COMPARE_WITH_TIMEOUT(count(u"server-gone"_s), 1, 30'000);
        save("word.py", word(2));
        m_server->server().reopen();
        QTRY_COMPARE_WITH_TIMEOUT(count(u"server-back"_s), 1, 30'000);
        QTRY_COMPARE(live(), QString::fromUtf8(word(2)));
        QTRY_COMPARE(count(u"saved"_s), 1);
        QCOMPARE(count(u"server-gone"_s), 1);
        QCOMPARE(end(), 0);
    }

    void saysAtOnceThatTheServerCannotBeUsed()
    {
        const QString log = m_folder->filePath(u"watch.log"_s);
        m_run = make({u"--log"_s, log});
        m_server->server().close();
        QVERIFY(m_run->run());
        QCOMPARE(m_run->exitCode(), 3);
        // A line, as what else it tells, and in the log too.
        QCOMPARE(count(u"failed"_s), 1);
        QCOMPARE(m_run->output().count('\n'), 1);
        QVERIFY(!m_events.last().value(u"message"_s).toString().isEmpty());
        QFile file(log);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains(m_events.last().value(u"message"_s).toString().toUtf8()));
    }

    void tellsABrokenFolderInLines()
    {
        save(".owui-deploy.json", "{");
        m_run = make({});
        QVERIFY(m_run->run());
        QCOMPARE(m_run->exitCode(), 1);
        QCOMPARE(count(u"failed"_s), 2); // what is broken, and that nobody was asked
        QCOMPARE(m_run->output().count('\n'), 2);
    }

    void stormTakesTheWaitingAlong()
    {
        for (int i = 0; i < 8; ++i) {
            save("p" + QByteArray::number(i) + ".py", word(0, "P" + QByteArray::number(i)));
        }
        QVERIFY(begin({u"--also-new"_s}));
        m_server->server().close();
        save("word.py", word(1));
        QTRY_COMPARE_WITH_TIMEOUT(count(u"server-gone"_s), 1, 30'000);
        save("word.py", word(2));
        for (int i = 0; i < 8; ++i) {
            save("p" + QByteArray::number(i) + ".py", word(1, "P" + QByteArray::number(i)));
        }
        QTRY_VERIFY_WITH_TIMEOUT(m_run->errors().contains("so none of them was sent"), 30'000);
        m_server->server().reopen();
        QTRY_COMPARE_WITH_TIMEOUT(count(u"server-back"_s), 1, 30'000);
        save("note.py", word(0, "Note")); // after which nothing can come that waited
        QTRY_VERIFY(m_server->has(u"note"_s));
        QCOMPARE(live(), QString::fromUtf8(word(0)));
        QCOMPARE(end(), 0);
    }

    void waitsForAServerThatIsStarting()
    {
        QVERIFY(begin());
        // What stands in front of a container that starts closes each connection, or says that it gets no answer.
        FakeAnswer answer = FakeAnswer::fault(FakeAnswer::Way::CloseUnanswered);
        m_server->server().setFront([&answer](const FakeRequest &) -> std::optional<FakeAnswer> { return answer; });
        save("word.py", word(1));
        QTRY_COMPARE_WITH_TIMEOUT(count(u"server-gone"_s), 1, 30'000);
        answer = FakeAnswer::html(502);
        save("word.py", word(2));
        const int asked = m_server->server().count("GET", "/api/version");
        QTRY_VERIFY_WITH_TIMEOUT(m_server->server().count("GET", "/api/version") > asked + 1, 30'000);
        QCOMPARE(count(u"server-back"_s), 0);
        answer = FakeAnswer::html(404);
        const int askedThen = m_server->server().count("GET", "/api/version");
        QTRY_VERIFY_WITH_TIMEOUT(m_server->server().count("GET", "/api/version") > askedThen + 1, 30'000);
        QCOMPARE(count(u"server-back"_s), 0);
        m_server->server().setFront({});
        QTRY_COMPARE_WITH_TIMEOUT(count(u"server-back"_s), 1, 30'000);
        QTRY_COMPARE(live(), QString::fromUtf8(word(2)));
        QTRY_COMPARE(count(u"saved"_s), 1);
        QCOMPARE(count(u"server-gone"_s), 1);
        QCOMPARE(end(), 0);
    }

    /// The server answers, but never a look at this one.
    void givesUpWhereOnlyTheLooksFail()
    {
        QVERIFY(begin());
        m_server->server().setFront([](const FakeRequest &request) -> std::optional<FakeAnswer> {
            return request.path().contains("/id/word") ? std::optional(FakeAnswer::html(502)) : std::nullopt;
        });
        save("word.py", word(1));
        QTRY_COMPARE_WITH_TIMEOUT(count(u"saved"_s), 1, 60'000);
        QCOMPARE(m_events.last().value(u"outcome"_s).toString(), u"failed"_s);
        QVERIFY(count(u"server-gone"_s) > 0);
        QCOMPARE(count(u"server-gone"_s), count(u"server-back"_s));
        QCOMPARE(end(), 3);
    }

    void writesALogWithoutTheKey()
    {
        const QString log = m_folder->filePath(u"watch.log"_s);
        save("watch.log", "before\n");
        QVERIFY(begin({u"--log"_s, log}));
        save("word.py", word(1));
        QTRY_COMPARE(count(u"saved"_s), 1);
        QCOMPARE(end(), 0);
        QFile file(log);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        QVERIFY2(text.startsWith("before\n2"), text.constData());
        QVERIFY2(text.contains("Word: Updated, the server has 1.0.1 (was 1.0.0)."), text.constData());
        QVERIFY(!text.contains(watchKey));

        m_run = make({u"--log"_s, m_folder->path()});
        QVERIFY(m_run->run());
        QCOMPARE(m_run->exitCode(), 2);
    }

    void watchesOnlyTheNamedFiles()
    {
        save("note.py", word(0, "Note"));
        m_server->addFunction(u"note"_s, QString::fromUtf8(word(0, "Note")));
        m_run = std::make_unique<ProgramRun>(
            QStringList{u"watch"_s, m_folder->filePath(u"word.py"_s), u"--url"_s, m_server->url(), u"--json"_s});
        m_run->setVariable(u"OPENWEBUI_API_KEY"_s, QString::fromLatin1(watchKey));
        m_run->start();
        QTRY_COMPARE_WITH_TIMEOUT(count(u"watching"_s), 1, 30'000);
        save("note.py", word(1, "Note"));
        save("word.py", word(1));
        QTRY_COMPARE(count(u"saved"_s), 1);
        QCOMPARE(m_events.last().value(u"path"_s).toString(), u"word.py"_s);
        QCOMPARE(m_server->server().count("POST"), 1);
        QCOMPARE(end(), 0);
    }

private:
    void save(const QByteArray &name, const QByteArray &text) const
    {
        QFile file(m_folder->filePath(QString::fromLatin1(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(text), text.size());
    }

    [[nodiscard]] std::unique_ptr<ProgramRun> make(const QStringList &options)
    {
        m_data = std::make_unique<QTemporaryDir>();
        auto run = std::make_unique<ProgramRun>(
            QStringList{u"watch"_s, m_folder->path(), u"--url"_s, m_server->url(), u"--json"_s} + options);
        run->setVariable(u"OPENWEBUI_API_KEY"_s, QString::fromLatin1(watchKey));
        run->setVariable(u"XDG_DATA_HOME"_s, m_data->path());
        return run;
    }

    /// Until a save is noticed.
    [[nodiscard]] bool begin(const QStringList &options = {})
    {
        m_events.clear();
        m_run = make(options);
        m_run->start();
        return QTest::qWaitFor([this] { return count(u"watching"_s) == 1; }, 30'000);
    }

    /// Of the events of this name until now; each stands on a line of its own.
    int count(const QString &event)
    {
        m_events.clear();
        const QList<QByteArray> lines = m_run->output().split('\n');
        for (const QByteArray &line : lines) {
            if (const QJsonDocument document = QJsonDocument::fromJson(line); document.isObject()) {
                m_events.append(document.object());
            }
        }
        return static_cast<int>(std::ranges::count(
            m_events, event, [](const QJsonObject &object) { return object.value(u"event"_s).toString(); }));
    }

    int end()
    {
        m_run->interrupt();
        return m_run->waitForEnd() && !m_run->crashed() ? m_run->exitCode() : -1;
    }

    [[nodiscard]] QString live() const { return m_server->function(u"word"_s).value(u"content"_s).toString(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QTemporaryDir> m_data; ///< with the history
    std::unique_ptr<MemoryServer> m_server;
    std::unique_ptr<ProgramRun> m_run;
    QList<QJsonObject> m_events;
};

QTEST_GUILESS_MAIN(TestWatchProgram)

#include "tst_watchprogram.moc"
