// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "support/memoryserver.h"
#include "support/programrun.h"

#include <QFile>
#include <QJsonArray>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace owui::test;

namespace {

const QByteArray key = "sk-0123456789abcdef0123456789abcdef";
const QStringList bothFiles{u"f.py"_s, u"t.py"_s};

} // namespace

/// What cannot be asked is told by every command alike, and is no success.
class TestUnaskedServer final : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<MemoryServer>(key);
        const auto write = [this](const QString &name, const QByteArray &text) {
            QFile file(m_folder->filePath(name));
            return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
        };
        QVERIFY(write(u"f.py"_s, "\"\"\"\ntitle: F\n\"\"\"\n\n\nclass Filter:\n    pass\n"));
        QVERIFY(write(u"t.py"_s, "\"\"\"\ntitle: T\n\"\"\"\n\n\nclass Tools:\n    pass\n"));
    }

    void tells_data()
    {
        QTest::addColumn<QString>("paths");
        QTest::addColumn<FakeAnswer>("answer");
        QTest::addColumn<QStringList>("files");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("words");
        const QString all = u"."_s;
        const QString functions = u"/functions"_s;
        const QString tools = u"/tools"_s;
        const FakeAnswer prohibited = FakeAnswer::detail(401, u"You do not have permission to access this resource."_s);
        const FakeAnswer restricted = FakeAnswer::detail(403, u"API key not allowed to access this endpoint."_s);
        QTest::newRow("page") << all << FakeAnswer::html() << bothFiles << 3 << QByteArray("A web page came back");
        QTest::newRow("page with 401") << all << FakeAnswer::html(401) << bothFiles << 3
                                       << QByteArray("A web page came back");
        QTest::newRow("page behind the release")
            << u"/v1/"_s << FakeAnswer::html() << bothFiles << 3 << QByteArray("A web page came back");
        QTest::newRow("closed") << all << FakeAnswer::fault(FakeAnswer::Way::CloseUnanswered) << bothFiles << 3
                                << QByteArray("The connection was lost");
        QTest::newRow("502") << all << FakeAnswer::html(502) << bothFiles << 3 << QByteArray("HTTP 502");
        QTest::newRow("404 with a release")
            << u"/v1/"_s << FakeAnswer::html(404) << bothFiles << 3 << QByteArray("does not offer this request");
        QTest::newRow("redirect") << all << FakeAnswer::redirect(QUrl(u"http://127.0.0.1/login"_s)) << bothFiles << 3
                                  << QByteArray("which is not followed");
        QTest::newRow("ordinary user") << functions << prohibited << bothFiles << 3
                                       << QByteArray("not an administrator");
        QTest::newRow("ordinary user, tools") << functions << prohibited << QStringList{u"t.py"_s} << 0 << QByteArray();
        QTest::newRow("limited key") << tools << restricted << bothFiles << 3
                                     << QByteArray("does not let API keys use this part");
        QTest::newRow("limited key, functions") << tools << restricted << QStringList{u"f.py"_s} << 0 << QByteArray();
        QTest::newRow("only one look") << u"/id/f"_s << FakeAnswer::html(502) << QStringList{u"f.py"_s} << 3
                                       << QByteArray("HTTP 502");
        QTest::newRow("two routes") << all << FakeAnswer::html(404) << bothFiles << 0 << QByteArray();
    }
    void tells()
    {
        QFETCH(const QString, paths);
        QFETCH(const FakeAnswer, answer);
        QFETCH(const QStringList, files);
        QFETCH(const int, code);
        QFETCH(const QByteArray, words);
        putBefore(paths, answer);
        for (const QString &command : {u"status"_s, u"plan"_s, u"diff"_s}) {
            ProgramRun run(line(command, files));
            QVERIFY(run.run(key));
            QVERIFY2(run.exitCode() == code, (command.toUtf8() + run.errors() + run.output()).constData());
            QVERIFY2(run.errors().contains(words), (command.toUtf8() + run.errors()).constData());
            QVERIFY2(code != 0 || !run.errors().contains("could not be asked"), run.errors().constData());
        }
        QCOMPARE(m_server->server().count("POST"), 0);
    }

    void deploysNothing_data() { tells_data(); }
    void deploysNothing()
    {
        QFETCH(const QString, paths);
        QFETCH(const FakeAnswer, answer);
        QFETCH(const QStringList, files);
        QFETCH(const int, code);
        QFETCH(const QByteArray, words);
        if (code == 0) {
            QSKIP("It can be deployed to.");
        }
        putBefore(paths, answer);
        ProgramRun run(line(u"deploy"_s, files));
        QVERIFY(run.run(key));
        QVERIFY2(run.exitCode() == code, (run.errors() + run.output()).constData());
        QVERIFY2((run.errors() + run.output()).contains(words), (run.errors() + run.output()).constData());
    }

    void findsTheServerAboveAPage_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<bool>("isSaid");
        QTest::newRow("functions") << u"/admin/functions"_s << true;
        QTest::newRow("tools") << u"/workspace/tools?id=1#top"_s << true;
        QTest::newRow("editor") << u"/workspace/tools/edit"_s << true;
        QTest::newRow("chat") << u"/c/5f0c6a2e-98c5-4b8b-a6a1-0d8f9b2a4f11"_s << true;
        QTest::newRow("interface") << u"/api/v1"_s << false;
        QTest::newRow("slash") << u"/"_s << false;
    }
    void findsTheServerAboveAPage()
    {
        QFETCH(const QString, path);
        QFETCH(const bool, isSaid);
        putBefore(u"^/(admin|workspace|c)/"_s, FakeAnswer::html());
        for (const QString &command : {u"status"_s, u"deploy"_s}) {
            ProgramRun run(
                {command, m_folder->filePath(u"f.py"_s), u"--url"_s, m_server->url() + path, u"--key-stdin"_s});
            QVERIFY(run.run(key));
            QVERIFY2(run.exitCode() == 0, run.errors().constData());
            QCOMPARE(run.errors().contains("is the address of a page"), isSaid);
            QVERIFY2(run.errors().contains("Server: " + m_server->url().toUtf8() + ","), run.errors().constData());
        }
        QVERIFY(m_server->has(u"f"_s));
    }

    /// A server in a folder of that name is one.
    void keepsAnAddressThatAnswers()
    {
        putBefore(u"^/admin/api/version"_s, FakeAnswer::json(QJsonObject{{u"version"_s, u"0.12.4"_s}}));
        ProgramRun run({u"status"_s, m_folder->path(), u"--url"_s, m_server->url() + u"/admin"_s, u"--key-stdin"_s});
        QVERIFY(run.run(key));
        QVERIFY2(run.errors().contains("Server: " + m_server->url().toUtf8() + "/admin,"), run.errors().constData());
    }

    /// What the plan says of each plugin says the reason.
    void tellsInJson()
    {
        putBefore(u"/tools"_s, FakeAnswer::html());
        ProgramRun run(line(u"status"_s, {}) + QStringList{u"--json"_s});
        QVERIFY(run.run(key));
        QCOMPARE(run.exitCode(), 3);
        const QJsonArray plugins = run.document().value(u"plugins"_s).toArray();
        QCOMPARE(plugins.size(), 2);
        QCOMPARE(plugins.at(0)[u"compare"_s].toString(), u"missing"_s);
        QCOMPARE(plugins.at(1)[u"compare"_s].toString(), u"unknown"_s);
        QCOMPARE(plugins.at(1)[u"action"_s].toString(), u"blocked"_s);
        QCOMPARE(plugins.at(1)[u"warnings"_s][0][u"code"_s].toString(), u"server-not-asked"_s);
    }

    /// What is only listed was not looked at, and to replace it unseen is no way out.
    void offersNoConsentForALookThatFailed_data()
    {
        QTest::addColumn<FakeAnswer>("answer");
        QTest::addColumn<QByteArray>("words");
        QTest::newRow("429") << FakeAnswer::detail(429, u"slow down"_s) << QByteArray("The server is busy");
        QTest::newRow("503") << FakeAnswer::detail(503, u"starting"_s) << QByteArray("The server is busy");
        QTest::newRow("right") << FakeAnswer::detail(401, u"You do not have permission to access this resource."_s)
                               << QByteArray("not an administrator");
        QTest::newRow("path") << FakeAnswer::detail(403, u"API key not allowed to access this endpoint."_s)
                              << QByteArray("does not let API keys");
    }
    void offersNoConsentForALookThatFailed()
    {
        QFETCH(const FakeAnswer, answer);
        QFETCH(const QByteArray, words);
        m_server->addFunction(u"f"_s, u"class Filter:\n    pass\n"_s);
        QJsonObject listed = m_server->function(u"f"_s);
        listed.remove(u"content"_s);
        m_server->server().setFront([listed, answer](const FakeRequest &request) -> std::optional<FakeAnswer> {
            if (request.path() == "/api/v1/functions/") {
                return FakeAnswer::json(QJsonArray{listed});
            }
            return request.path().startsWith("/api/v1/functions/") ? std::optional(answer) : std::nullopt;
        });
        for (const QString &command : {u"plan"_s, u"deploy"_s}) {
            ProgramRun run(line(command, {u"f.py"_s}));
            QVERIFY(run.run(key));
            const QByteArray told = run.output() + run.errors();
            QVERIFY2(run.exitCode() == 3, told.constData());
            QVERIFY2(told.contains(words), told.constData());
            QVERIFY2(!told.contains("--allow") && !told.contains("does not show"), told.constData());
        }
        QCOMPARE(m_server->server().count("POST"), 0);
    }

    void tellsWhatIsSwitchedOff_data()
    {
        QTest::addColumn<QString>("empty"); // what is answered with nothing
        QTest::addColumn<QStringList>("files");
        QTest::addColumn<bool>("isOff");
        const QString functions = u"^/api/v1/functions/(list|export)?$"_s;
        QTest::newRow("functions") << functions << QStringList{u"f.py"_s} << true;
        QTest::newRow("a new one beside") << functions << QStringList{u"f.py"_s, u"new.py"_s} << true;
        QTest::newRow("tools, exported") << u"^/api/v1/tools/list$"_s << QStringList{u"t.py"_s} << true;
        QTest::newRow("tools, not exported") << u"^/api/v1/tools/(list|export)$"_s << QStringList{u"t.py"_s} << true;
        QTest::newRow("all") << u"^/api/v1/(functions|tools)/(list|export)?$"_s << bothFiles << true;
        QTest::newRow("only the export") << u"^/api/v1/functions/export$"_s << QStringList{u"f.py"_s} << false;
    }
    void tellsWhatIsSwitchedOff()
    {
        QFETCH(const QString, empty);
        QFETCH(const QStringList, files);
        QFETCH(const bool, isOff);
        QFile file(m_folder->filePath(u"new.py"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("\"\"\"\ntitle: New\n\"\"\"\n\n\nclass Filter:\n    pass\n");
        file.close();
        m_server->addFunction(u"f"_s, u"class Filter:\n    x = 1\n"_s);
        m_server->addTool(u"t"_s, u"class Tools:\n    x = 1\n"_s);
        putBefore(empty, FakeAnswer::json(QJsonArray()));
        const QByteArray words = "Plugins are switched off on the server.";
        for (const QString &command : {u"status"_s, u"plan"_s, u"diff"_s}) {
            ProgramRun run(line(command, files));
            QVERIFY(run.run(key));
            const QByteArray told = command.toUtf8() + run.errors() + run.output();
            QVERIFY2((run.exitCode() == 3) == isOff, told.constData());
            QVERIFY2(run.errors().contains(words) == isOff, told.constData());
            QVERIFY2(!isOff || !told.contains("not on the server"), told.constData());
        }
        if (isOff) {
            ProgramRun run(line(u"deploy"_s, files));
            QVERIFY(run.run(key));
            QVERIFY2(run.exitCode() == 3, (run.errors() + run.output()).constData());
            QVERIFY2((run.errors() + run.output()).contains(words), (run.errors() + run.output()).constData());
        }
        QCOMPARE(m_server->server().count("POST"), 0);
    }

    /// In the middle of many.
    void waitsForABusyServer()
    {
        for (int i = 0; i < 9; ++i) {
            QFile file(m_folder->filePath(u"many%1.py"_s.arg(i)));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write("\"\"\"\ntitle: Many " + QByteArray::number(i) + "\n\"\"\"\n\n\nclass Filter:\n    pass\n");
        }
        QVERIFY(QFile::remove(m_folder->filePath(u"t.py"_s)));
        FakeAnswer busy = FakeAnswer::detail(429, u"slow down"_s);
        busy.headers = {{"Retry-After", "1"}};
        int looks = 0;
        m_server->server().setFront([busy, looks](const FakeRequest &request) mutable {
            const bool isLook = request.method == "GET" && request.path().contains("/id/");
            return isLook && ++looks == 2 ? std::optional(busy) : std::nullopt;
        });
        ProgramRun run(line(u"deploy"_s, {}));
        QVERIFY(run.run(key));
        QVERIFY2(run.exitCode() == 0, (run.output() + run.errors()).constData());
        QVERIFY2(run.errors().contains("The server is busy (HTTP 429); it is asked again in 1 s."),
                 run.errors().constData());
        QVERIFY(m_server->has(u"many_8"_s));
    }

    void stopsWaitingWhenInterrupted()
    {
        FakeAnswer busy = FakeAnswer::detail(503, u"busy"_s);
        busy.headers = {{"Retry-After", "25"}};
        putBefore(u"."_s, busy);
        for (const QString &command : {u"status"_s, u"deploy"_s}) {
            m_server->server().clear();
            ProgramRun run(line(command, {}));
            run.start(key);
            QTRY_VERIFY_WITH_TIMEOUT(m_server->server().count("GET") > 0, 20'000);
            QTest::qWait(300);
            run.interrupt();
            QVERIFY(run.process().waitForFinished(10'000));
            QCOMPARE(run.exitCode(), 130);
        }
    }

    void lookUpsOfOtherCommands_data()
    {
        QTest::addColumn<QStringList>("command");
        QTest::newRow("toggle") << QStringList{u"toggle"_s, u"f"_s, u"on"_s};
        QTest::newRow("pull") << QStringList{u"pull"_s, u"f"_s, u"--to"_s, u"."_s};
        QTest::newRow("history") << QStringList{u"history"_s, u"f"_s};
    }
    void lookUpsOfOtherCommands()
    {
        QFETCH(const QStringList, command);
        for (const FakeAnswer &answer : {FakeAnswer::html(), FakeAnswer::html(404)}) {
            putBefore(u"/v1/"_s, answer);
            ProgramRun run(command + QStringList{u"--url"_s, m_server->url(), u"--key-stdin"_s});
            run.setFolder(m_folder->path());
            QVERIFY(run.run(key));
            QVERIFY2(run.exitCode() == 3, run.errors().constData());
        }
    }

private:
    /// GET requests of these paths are answered so, all others by a server as it should be.
    void putBefore(const QString &paths, const FakeAnswer &answer)
    {
        m_server->server().setFront([wanted = QRegularExpression(paths), answer](const FakeRequest &request) {
            const bool isMeant = request.method == "GET" && wanted.match(QString::fromUtf8(request.path())).hasMatch();
            return isMeant ? std::optional(answer) : std::nullopt;
        });
    }

    [[nodiscard]] QStringList line(const QString &command, const QStringList &files) const
    {
        QStringList all{command};
        for (const QString &file : files) {
            all.append(m_folder->filePath(file));
        }
        if (files.isEmpty()) {
            all.append(m_folder->path());
        }
        return all + QStringList{u"--url"_s, m_server->url(), u"--key-stdin"_s};
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MemoryServer> m_server;
};

QTEST_GUILESS_MAIN(TestUnaskedServer)
#include "tst_unaskedserver.moc"
