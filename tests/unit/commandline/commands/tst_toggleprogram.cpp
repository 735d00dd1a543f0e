// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "support/memoryserver.h"
#include "support/programrun.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace owui::test;

namespace {

const QByteArray key = "sk-0123456789abcdef0123456789abcdef";
const QString text = u"\"\"\"\ntitle: Word\nversion: 1\n\"\"\"\n\n\nclass Filter:\n    pass\n"_s;
const QByteArray togglePath = "/api/v1/functions/id/word/toggle";

} // namespace

class TestToggleProgram final : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_server = std::make_unique<MemoryServer>(key);
        m_server->addFunction(u"word"_s, text);
    }

    void sets()
    {
        ProgramRun on(arguments({u"word"_s, u"on"_s, u"--json"_s}));
        QVERIFY(on.run(key));
        QVERIFY2(on.exitCode() == 0, on.errors().constData());
        QCOMPARE(on.document(), documentOf(u"changed"_s, true, u"“word” is now on."_s));
        QCOMPARE(m_server->function(u"word"_s).value(u"is_active"_s), true);
        // Set, not flip: a second time nothing is sent.
        ProgramRun again(arguments({u"function:word"_s, u"on"_s, u"--json"_s}));
        QVERIFY(again.run(key));
        QCOMPARE(again.exitCode(), 0);
        QCOMPARE(again.document(), documentOf(u"unchanged"_s, true, u"“word” is already on."_s));
        QCOMPARE(m_server->server().count("POST"), 1);
        ProgramRun off(arguments({u"word"_s, u"off"_s}));
        QVERIFY(off.run(key));
        QCOMPARE(off.exitCode(), 0);
        QCOMPARE(off.output(), "“word” is now off.\n");
        QCOMPARE(m_server->function(u"word"_s).value(u"is_active"_s), false);
    }

    void refuses_data()
    {
        QTest::addColumn<QStringList>("more");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QByteArray>("words");
        QTest::newRow("no state") << QStringList{u"word"_s} << 2 << QByteArray("on or off");
        QTest::newRow("another state") << QStringList{u"word"_s, u"flip"_s} << 2 << QByteArray("on or off");
        QTest::newRow("two ids") << QStringList{u"word"_s, u"other"_s, u"on"_s} << 2 << QByteArray("on or off");
        QTest::newRow("tool") << QStringList{u"tool:calendar"_s, u"off"_s} << 2 << QByteArray("Tools cannot");
        QTest::newRow("path") << QStringList{u"a/../b"_s, u"on"_s} << 2 << QByteArray("no plugin's id");
        QTest::newRow("bare tool") << QStringList{u"calendar"_s, u"off"_s} << 1 << QByteArray("is a tool");
        QTest::newRow("both") << QStringList{u"both"_s, u"on"_s} << 1 << QByteArray("function:both or tool:both");
        QTest::newRow("missing") << QStringList{u"other"_s, u"on"_s} << 1 << QByteArray("has no plugin “other”");
    }
    void refuses()
    {
        QFETCH(const QStringList, more);
        m_server->addTool(u"calendar"_s, text);
        m_server->addTool(u"both"_s, text);
        m_server->addFunction(u"both"_s, text);
        ProgramRun run(arguments(more));
        QVERIFY(run.run(key));
        QTEST(run.exitCode(), "exitCode");
        QFETCH(const QByteArray, words);
        QVERIFY2(run.errors().contains(words), run.errors().constData());
        QCOMPARE(run.output(), QByteArray());
        QCOMPARE(m_server->server().count("POST"), 0);
    }

    void asksForOneSpaceWhenTheOtherCannotTell()
    {
        m_server->server().once("GET", "/api/v1/tools/id/word", FakeAnswer::detail(403, u"API key not allowed"_s));
        ProgramRun run(arguments({u"word"_s, u"on"_s}));
        QVERIFY(run.run(key));
        QVERIFY(run.exitCode() != 0);
        QVERIFY2(run.errors().contains("function:word"), run.errors().constData());
        QCOMPARE(m_server->server().count("POST"), 0);
    }

    void tellsWrongKey()
    {
        ProgramRun run(arguments({u"word"_s, u"on"_s, u"--json"_s}));
        QVERIFY(run.run("sk-wrong"));
        QCOMPARE(run.exitCode(), 3);
        QCOMPARE(run.document().value(u"outcome"_s).toString(), u"failed"_s);
        QCOMPARE(run.document().value(u"httpStatus"_s).toInt(), 401);
        QVERIFY(!run.errors().contains("sk-wrong"));
    }

    void doesNotRepeatAnUnansweredFlip()
    {
        // The server did it, but its answer was lost.
        m_server->server().once("POST", togglePath, FakeAnswer::fault(FakeAnswer::Way::Reset));
        ProgramRun run(arguments({u"word"_s, u"on"_s, u"--json"_s}));
        QVERIFY(run.run(key));
        QCOMPARE(run.exitCode(), 1);
        QCOMPARE(run.document().value(u"outcome"_s).toString(), u"unknown"_s);
        QVERIFY(run.document().value(u"active"_s).isNull());
        QCOMPARE(m_server->server().count("POST"), 1);
    }

    void tellsASecondSwitch()
    {
        // Somebody switched it on between our look and our flip, which therefore switched it off.
        QJsonObject off = m_server->function(u"word"_s);
        m_server->server().once("POST", togglePath, FakeAnswer::json(off));
        ProgramRun run(arguments({u"word"_s, u"on"_s, u"--json"_s}));
        QVERIFY(run.run(key));
        QCOMPARE(run.exitCode(), 1);
        QCOMPARE(run.document().value(u"outcome"_s).toString(), u"failed"_s);
        QCOMPARE(run.document().value(u"active"_s), false);
        QCOMPARE(m_server->server().count("POST"), 1);
    }

    /// It is gone afterwards, so nothing on it can be taken back.
    void keepsNoHistoryOfAPracticeServer()
    {
        QTemporaryDir folder;
        const QString program = folder.filePath(u"owui-deploy"_s);
        QVERIFY(QFile::copy(QStringLiteral(OWUI_DEPLOY_PROGRAM), program));
        QFile practice(folder.filePath(u"owui-practice"_s));
        QVERIFY(practice.open(QIODevice::WriteOnly));
        const QJsonObject report{{u"url"_s, m_server->url()}, {u"key"_s, QString::fromLatin1(key)}};
        practice.write("#!/bin/sh\necho '" + QJsonDocument(report).toJson(QJsonDocument::Compact) +
                       "'\ncat > /dev/null\n");
        practice.close();
        QVERIFY(practice.setPermissions(QFile::ReadOwner | QFile::ExeOwner));

        const auto keepsHistory = [](const ProgramRun &run) {
            return QDirIterator(run.home(), {u"history.sqlite"_s}, QDir::Files | QDir::Hidden,
                                QDirIterator::Subdirectories)
                .hasNext();
        };
        ProgramRun practised({u"toggle"_s, u"word"_s, u"on"_s, u"--practice"_s});
        practised.setProgram(program);
        QVERIFY(practised.run());
        QVERIFY2(practised.exitCode() == 0, practised.errors().constData());
        QCOMPARE(m_server->function(u"word"_s).value(u"is_active"_s), true);
        QVERIFY(!keepsHistory(practised));
        ProgramRun other(arguments({u"word"_s, u"off"_s}));
        QVERIFY(other.run(key));
        QVERIFY(keepsHistory(other));
    }

    void stopsWhenInterrupted()
    {
        m_server->server().once("GET", "/api/v1/functions/id/word", FakeAnswer::fault(FakeAnswer::Way::Silent));
        ProgramRun looking(arguments({u"function:word"_s, u"on"_s}));
        looking.start(key);
        QTRY_VERIFY_WITH_TIMEOUT(m_server->server().count("GET", "/api/v1/functions/id/word") == 1, 20'000);
        looking.interrupt();
        QVERIFY(looking.waitForEnd());
        QCOMPARE(looking.exitCode(), 130);
        QCOMPARE(m_server->server().count("POST"), 0);

        m_server->server().once("POST", togglePath, FakeAnswer::fault(FakeAnswer::Way::Silent));
        ProgramRun flipping(arguments({u"word"_s, u"on"_s, u"--json"_s}));
        flipping.start(key);
        QTRY_VERIFY_WITH_TIMEOUT(m_server->server().count("POST") == 1, 20'000);
        flipping.interrupt();
        QTRY_VERIFY_WITH_TIMEOUT(flipping.errors().contains("Interrupted"), 20'000);
        flipping.interrupt();
        QVERIFY(flipping.waitForEnd());
        QVERIFY(!flipping.crashed());
        QCOMPARE(flipping.exitCode(), 130);
        QCOMPARE(flipping.document().value(u"outcome"_s).toString(), u"unknown"_s);
    }

private:
    [[nodiscard]] QStringList arguments(const QStringList &more) const
    {
        return QStringList{u"toggle"_s, u"--url"_s, m_server->url(), u"--key-stdin"_s} + more;
    }

    [[nodiscard]] QJsonObject documentOf(const QString &outcome, bool active, const QString &message) const
    {
        return {{u"server"_s, QJsonObject{{u"name"_s, m_server->server().url().authority()},
                                          {u"url"_s, m_server->url()},
                                          {u"release"_s, u"0.12.4"_s}}},
                {u"kind"_s, u"filter"_s},
                {u"id"_s, u"word"_s},
                {u"outcome"_s, outcome},
                {u"active"_s, active},
                {u"httpStatus"_s, QJsonValue::Null},
                {u"detail"_s, QJsonValue::Null},
                {u"message"_s, message},
                {u"remedy"_s, QString()}};
    }

    std::unique_ptr<MemoryServer> m_server;
};

QTEST_GUILESS_MAIN(TestToggleProgram)
#include "tst_toggleprogram.moc"
