// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "support/memoryserver.h"
#include "support/programrun.h"

#include "jsontext.h"
#include <QDir>
#include <QFile>

#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace owui::test;

namespace {

const QByteArray key = "sk-0123456789abcdef0123456789abcdef";
// Line ends, a byte order mark and no line break at the end stay as they are.
const QString text =
    u"\ufeff\"\"\"\r\ntitle: Wörter\r\nversion: 1.2\r\n\"\"\"\n\n\nclass Filter:\n    name = \"導出 🚀\""_s;

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
}

QStringList outcomesOf(const QJsonObject &document)
{
    QStringList outcomes;
    for (const QJsonValue &result : document.value(u"results"_s).toArray()) {
        outcomes.append(result[u"outcome"_s].toString());
    }
    return outcomes;
}

} // namespace

class TestPullProgram final : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<MemoryServer>(key);
        m_server->addFunction(u"worter"_s, text);
    }

    void writesExactlyWhatTheServerHas()
    {
        ProgramRun run(arguments({u"worter"_s, u"--json"_s}));
        QVERIFY(run.run(key));
        QVERIFY2(run.exitCode() == 0, run.errors().constData());
        const QByteArray bytes = text.toUtf8();
        QCOMPARE(read(file(u"worter.py"_s)), bytes);
        QCOMPARE(run.document(),
                 (QJsonObject{{u"server"_s, QJsonObject{{u"name"_s, m_server->server().url().authority()},
                                                        {u"url"_s, m_server->url()},
                                                        {u"release"_s, u"0.12.4"_s}}},
                              {u"root"_s, QDir(m_folder->path()).canonicalPath()},
                              {u"results"_s,
                               QJsonArray{QJsonObject{
                                   {u"path"_s, u"worter.py"_s},
                                   {u"kind"_s, u"filter"_s},
                                   {u"id"_s, u"worter"_s},
                                   {u"version"_s, u"1.2"_s},
                                   {u"outcome"_s, u"written"_s},
                                   {u"httpStatus"_s, QJsonValue::Null},
                                   {u"detail"_s, QJsonValue::Null},
                                   {u"message"_s, u"%1 bytes, exactly as the server has them."_s.arg(bytes.size())},
                                   {u"remedy"_s, QString()}}}}}));
        // Nothing but the file, also not for a moment's use.
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden), QStringList{u"worter.py"_s});
        ProgramRun again(arguments({u"function:worter"_s}));
        QVERIFY(again.run(key));
        QCOMPARE(again.exitCode(), 0);
        QVERIFY(again.output().startsWith("unchanged  worter  "));
    }

    void writesOverNothingUnasked()
    {
        QVERIFY(write(file(u"worter.py"_s), "mine"));
        ProgramRun run(arguments({u"worter"_s, u"--json"_s}));
        QVERIFY(run.run(key));
        QCOMPARE(run.exitCode(), 1);
        QCOMPARE(outcomesOf(run.document()), QStringList{u"blocked"_s});
        QVERIFY(run.document().value(u"results"_s)[0][u"remedy"_s].toString().contains(u"--force"));
        QCOMPARE(read(file(u"worter.py"_s)), "mine");
        ProgramRun forced(arguments({u"worter"_s, u"--force"_s}));
        QVERIFY(forced.run(key));
        QCOMPARE(forced.exitCode(), 0);
        QCOMPARE(read(file(u"worter.py"_s)), text.toUtf8());
    }

    void writesOverNoLinkUnasked()
    {
        const QString outside = file(u"outside"_s);
        QVERIFY(QFile::link(outside, file(u"worter.py"_s)));
        ProgramRun run(arguments({u"worter"_s, u"--json"_s}));
        QVERIFY(run.run(key));
        QCOMPARE(outcomesOf(run.document()), QStringList{u"blocked"_s});
        QVERIFY(!QFile::exists(outside));
    }

    void keepsFunctionAndToolApart()
    {
        m_server->addTool(u"worter"_s, u"class Tools: pass\n"_s);
        ProgramRun bare(arguments({u"worter"_s, u"--json"_s}));
        QVERIFY(bare.run(key));
        QCOMPARE(bare.exitCode(), 1);
        QVERIFY(bare.document().value(u"results"_s)[0][u"remedy"_s].toString().contains(u"tool:worter"));
        // Both would be one file, also with --force.
        ProgramRun both(arguments({u"tool:worter"_s, u"function:worter"_s, u"--json"_s, u"--force"_s}));
        QVERIFY(both.run(key));
        QCOMPARE(both.exitCode(), 1);
        QCOMPARE(outcomesOf(both.document()), (QStringList{u"written"_s, u"blocked"_s}));
        QCOMPARE(read(file(u"worter.py"_s)), "class Tools: pass\n");
    }

    void goesOnAfterAFailure()
    {
        ProgramRun run(arguments({u"missing"_s, u"worter"_s, u"worter"_s, u"--json"_s, u"--quiet"_s}));
        QVERIFY(run.run(key));
        QCOMPARE(run.exitCode(), 1);
        QCOMPARE(outcomesOf(run.document()), (QStringList{u"failed"_s, u"written"_s}));
        QVERIFY(run.errors().contains("has no plugin “missing”"));
        QVERIFY(!run.errors().contains("exactly as"));
    }

    void tellsWhereTheFileWouldGo()
    {
        m_server->addFunction(u"old_id"_s, text);
        ProgramRun run(arguments({u"old_id"_s, u"--json"_s}));
        QVERIFY(run.run(key));
        QCOMPARE(run.exitCode(), 0);
        const QString remedy = run.document().value(u"results"_s)[0][u"remedy"_s].toString();
        QVERIFY2(remedy.contains(u"old_id"), qPrintable(remedy));
    }

    void tellsHiddenText()
    {
        QJsonObject hidden = m_server->function(u"worter"_s);
        hidden.remove(u"content"_s);
        m_server->server().once("GET", "/api/v1/functions/id/worter", FakeAnswer::json(hidden));
        ProgramRun run(arguments({u"function:worter"_s, u"--json"_s}));
        QVERIFY(run.run(key));
        QCOMPARE(run.exitCode(), 1);
        QCOMPARE(outcomesOf(run.document()), QStringList{u"failed"_s});
        QVERIFY(!QFile::exists(file(u"worter.py"_s)));
    }

    void refuses_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("no id") << QStringList{u"pull"_s, u"--to"_s, u"."_s};
        QTest::newRow("no folder") << QStringList{u"pull"_s, u"word"_s};
        QTest::newRow("missing folder") << QStringList{u"pull"_s, u"word"_s, u"--to"_s, u"/nonexistent"_s};
        QTest::newRow("format") << QStringList{u"pull"_s, u"word"_s, u"--to"_s, u"."_s, u"--format"_s, u"xml"_s};
        QTest::newRow("path") << QStringList{u"pull"_s, u"../word"_s, u"--to"_s, u"."_s};
    }
    void refuses()
    {
        QFETCH(const QStringList, arguments);
        ProgramRun run(arguments);
        QVERIFY(run.run());
        QCOMPARE(run.exitCode(), 2);
        QVERIFY(!run.errors().isEmpty());
        QCOMPARE(run.output(), QByteArray());
    }

    void tellsAWrongKey()
    {
        ProgramRun run(arguments({u"worter"_s, u"--json"_s}));
        QVERIFY(run.run("sk-wrong"));
        QCOMPARE(run.exitCode(), 3);
        QCOMPARE(run.document().value(u"results"_s)[0][u"httpStatus"_s].toInt(), 401);
    }

    void writesNoPartOfAnExportWhenInterrupted()
    {
        m_server->server().once("GET", "/api/v1/functions/id/later", FakeAnswer::fault(FakeAnswer::Way::Silent));
        ProgramRun run(arguments({u"function:worter"_s, u"function:later"_s, u"--format"_s, u"json"_s, u"--json"_s}));
        run.start(key);
        QTRY_VERIFY_WITH_TIMEOUT(m_server->server().count("GET", "/api/v1/functions/id/later") == 1, 20'000);
        run.interrupt();
        QVERIFY(run.waitForEnd());
        QCOMPARE(run.exitCode(), 130);
        QCOMPARE(outcomesOf(run.document()), (QStringList{u"cancelled"_s, u"cancelled"_s}));
        QVERIFY(QDir(m_folder->path()).isEmpty());
    }

    void stopsWhenInterrupted()
    {
        m_server->server().once("GET", "/api/v1/functions/id/later", FakeAnswer::fault(FakeAnswer::Way::Silent));
        ProgramRun run(arguments({u"function:worter"_s, u"function:later"_s, u"function:last"_s, u"--json"_s}));
        run.start(key);
        QTRY_VERIFY_WITH_TIMEOUT(m_server->server().count("GET", "/api/v1/functions/id/later") == 1, 20'000);
        run.interrupt();
        QVERIFY(run.waitForEnd());
        QVERIFY(!run.crashed());
        QCOMPARE(run.exitCode(), 130);
        QCOMPARE(outcomesOf(run.document()), (QStringList{u"written"_s, u"cancelled"_s, u"cancelled"_s}));
    }

    void writesAnExport()
    {
        m_server->addFunction(u"second"_s, u"class Pipe: pass\n"_s, true);
        m_server->addTool(u"kit"_s, u"class Tools: pass\n"_s);
        ProgramRun run(
            arguments({u"worter"_s, u"missing"_s, u"second"_s, u"kit"_s, u"--format"_s, u"json"_s, u"--json"_s}));
        QVERIFY(run.run(key));
        QCOMPARE(run.exitCode(), 1);
        QCOMPARE(outcomesOf(run.document()), (QStringList{u"written"_s, u"failed"_s, u"written"_s, u"written"_s}));
        const QJsonArray results = run.document().value(u"results"_s).toArray();
        QCOMPARE(results[0][u"path"_s].toString(), u"functions.json"_s);
        QCOMPARE(results[2][u"path"_s].toString(), u"functions.json"_s);
        QCOMPARE(results[3][u"path"_s].toString(), u"kit.json"_s);
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), (QStringList{u"functions.json"_s, u"kit.json"_s}));

        const QJsonArray list =
            QJsonDocument::fromJson(owui::withEscapedMarks(read(file(u"functions.json"_s)))).array();
        QCOMPARE(list.size(), 2);
        QCOMPARE(list[0][u"content"_s].toString(), text);
        QCOMPARE(list[0][u"type"_s].toString(), u"filter"_s);
        // Nothing but what makes the plugin.
        QCOMPARE(list[1].toObject().keys(), (QStringList{u"content"_s, u"id"_s, u"meta"_s, u"name"_s, u"type"_s}));

        ProgramRun again(arguments({u"worter"_s, u"second"_s, u"--format"_s, u"json"_s, u"--json"_s}));
        QVERIFY(again.run(key));
        QCOMPARE(outcomesOf(again.document()), (QStringList{u"unchanged"_s, u"unchanged"_s}));
        m_server->addFunction(u"second"_s, u"class Pipe: new = 1\n"_s);
        ProgramRun changed(arguments({u"worter"_s, u"second"_s, u"--format"_s, u"json"_s, u"--json"_s}));
        QVERIFY(changed.run(key));
        QCOMPARE(outcomesOf(changed.document()), (QStringList{u"blocked"_s, u"blocked"_s}));
    }

    void runsTwiceAtOnce()
    {
        ProgramRun first(arguments({u"worter"_s, u"--json"_s}));
        ProgramRun second(arguments({u"worter"_s, u"--json"_s}));
        first.start(key);
        second.start(key);
        QVERIFY(first.waitForEnd() && second.waitForEnd());
        QStringList outcomes = outcomesOf(first.document()) + outcomesOf(second.document());
        QCOMPARE(outcomes.size(), 2);
        QVERIFY2(outcomes.contains(u"written"_s), qPrintable(outcomes.join(u' ')));
        QCOMPARE(read(file(u"worter.py"_s)), text.toUtf8());
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden), QStringList{u"worter.py"_s});
    }

private:
    [[nodiscard]] QStringList arguments(const QStringList &more) const
    {
        return QStringList{u"pull"_s, u"--url"_s, m_server->url(), u"--key-stdin"_s, u"--to"_s, m_folder->path()} +
               more;
    }

    [[nodiscard]] QString file(const QString &name) const { return m_folder->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MemoryServer> m_server;
};

QTEST_GUILESS_MAIN(TestPullProgram)
#include "tst_pullprogram.moc"
