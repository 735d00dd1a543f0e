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

bool write(const QString &path, const QByteArray &text)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

QJsonObject function(const QString &id, const QString &text)
{
    return {{u"id"_s, id},
            {u"user_id"_s, u"SECRET-owner"_s},
            {u"user"_s, QJsonObject{{u"email"_s, u"SECRET-mail"_s}}},
            {u"name"_s, u"Name of "_s + id},
            {u"type"_s, u"filter"_s},
            {u"content"_s, text},
            {u"meta"_s, QJsonObject{{u"description"_s, u"About "_s + id}}},
            {u"valves"_s, QJsonObject{{u"api_key"_s, u"SECRET-valve"_s}}},
            {u"access_grants"_s, QJsonArray{u"SECRET-grant"_s}},
            {u"is_active"_s, true}};
}

QString textOfFilter(const QString &version)
{
    return u"\"\"\"\nversion: %1\n\"\"\"\n\n\nclass Filter:\n    pass\n"_s.arg(version);
}

/// Every byte below a folder, such as what a home keeps of a run.
QByteArray everythingBelow(const QString &folder)
{
    QByteArray all;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly)) {
            all += file.readAll();
        }
    }
    return all;
}

} // namespace

/// An export of Open WebUI on the command line, from the list to the server.
class TestExportProgram final : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<MemoryServer>(key);
        writeExport(u"1.0"_s);
    }

    void deploysEachEntry()
    {
        QCOMPARE(outcomesOf(u"deploy"_s, {m_folder->path()}), (QStringList{u"created"_s, u"created"_s}));
        const QJsonObject echo = m_server->function(u"echo"_s);
        QCOMPARE(echo.value(u"content"_s).toString(), textOfFilter(u"1.0"_s));
        QCOMPARE(echo.value(u"name"_s).toString(), u"Name of echo"_s);
        QCOMPARE(echo.value(u"meta"_s)[u"description"_s].toString(), u"About echo"_s);
        QCOMPARE(outcomesOf(u"deploy"_s, {m_folder->path()}), (QStringList{u"unchanged"_s, u"unchanged"_s}));
        writeExport(u"1.1"_s);
        QCOMPARE(outcomesOf(u"deploy"_s, {m_folder->path()}), (QStringList{u"updated"_s, u"updated"_s}));
    }

    void takesOneEntryByItsPath()
    {
        QCOMPARE(outcomesOf(u"deploy"_s, {file(u"plugins.json#other"_s)}), QStringList{u"created"_s});
        QVERIFY(!m_server->has(u"echo"_s));
        ProgramRun missing(arguments(u"deploy"_s, {file(u"plugins.json#none"_s)}));
        QVERIFY(missing.run(key));
        QVERIFY(missing.exitCode() != 0);
        QVERIFY2(missing.errors().contains("none"), missing.errors().constData());
    }

    void comparesAndShowsDifferences()
    {
        m_server->addFunction(u"echo"_s, textOfFilter(u"0.9"_s));
        ProgramRun status(arguments(u"status"_s, {m_folder->path()}));
        QVERIFY(status.run(key));
        const QJsonArray plugins = status.document().value(u"plugins"_s).toArray();
        QCOMPARE(plugins.size(), 2);
        QCOMPARE(plugins[0][u"path"_s].toString(), u"plugins.json#echo"_s);
        QCOMPARE(plugins[0][u"compare"_s].toString(), u"newer"_s);
        QCOMPARE(plugins[0][u"idOrigin"_s].toString(), u"export"_s);
        QCOMPARE(plugins[1][u"compare"_s].toString(), u"missing"_s);
        ProgramRun diff(arguments(u"diff"_s, {file(u"plugins.json#echo"_s)}));
        QVERIFY(diff.run(key));
        const QString lines = diff.document().value(u"diffs"_s)[0][u"diff"_s].toString();
        QVERIFY2(lines.contains(u"+version: 1.0\n"), qPrintable(lines));
        QVERIFY2(lines.contains(u"-version: 0.9\n"), qPrintable(lines));
    }

    /// GitHub shows a note at a file, and an entry is none.
    void annotatesTheFile()
    {
        m_server->setPostAnswer(FakeAnswer{.status = 400, .body = R"({"detail": "no"})"});
        ProgramRun run(arguments(u"deploy"_s, {file(u"plugins.json#echo"_s)}));
        run.setVariable(u"GITHUB_ACTIONS"_s, u"true"_s);
        run.setVariable(u"GITHUB_WORKSPACE"_s, QDir(m_folder->path()).canonicalPath());
        QVERIFY(run.run(key));
        QVERIFY2(run.errors().contains("::error file=plugins.json,"), run.errors().constData());
    }

    void keepsToItselfWhatBelongsToOthers()
    {
        m_server->addFunction(u"echo"_s, textOfFilter(u"0.9"_s));
        QVERIFY(write(file(u"bad.json"_s), "[{\"user_id\": \"SECRET\", \"content\": \"SECRET\", \"valves\": \"SECRET"));
        for (const QString &command : {u"list"_s, u"check"_s, u"status"_s, u"plan"_s, u"diff"_s, u"deploy"_s}) {
            ProgramRun run((command == u"list" || command == u"check")
                               ? QStringList{command, m_folder->path(), u"--verbose"_s}
                               : arguments(command, {m_folder->path(), u"--verbose"_s}));
            QVERIFY(run.run(key));
            const QByteArray told = run.output() + run.errors();
            QVERIFY(!told.isEmpty());
            QVERIFY2(!told.contains("SECRET"), told.constData());
            QVERIFY(!everythingBelow(run.home()).contains("SECRET"));
        }
        QVERIFY(m_server->has(u"other"_s));
        for (const FakeRequest &request : m_server->server().requests()) {
            QVERIFY2(!request.body.contains("SECRET"), request.body.constData());
        }
    }

    void takesItsOwnExport()
    {
        m_server->addFunction(u"made_there"_s, textOfFilter(u"3.0"_s));
        ProgramRun pull(arguments(u"pull"_s, {u"made_there"_s, u"--format"_s, u"json"_s, u"--to"_s, m_folder->path()}));
        QVERIFY(pull.run(key));
        QCOMPARE(pull.exitCode(), 0);
        QCOMPARE(outcomesOf(u"deploy"_s, {file(u"made_there.json"_s)}), QStringList{u"unchanged"_s});
        m_server->remove(u"made_there"_s);
        QCOMPARE(outcomesOf(u"deploy"_s, {file(u"made_there.json"_s)}), QStringList{u"created"_s});
        QCOMPARE(m_server->function(u"made_there"_s).value(u"content"_s).toString(), textOfFilter(u"3.0"_s));
    }

private:
    void writeExport(const QString &version) const
    {
        const QJsonArray list{function(u"echo"_s, textOfFilter(version)), function(u"other"_s, textOfFilter(version))};
        QVERIFY(write(file(u"plugins.json"_s), QJsonDocument(list).toJson()));
    }

    [[nodiscard]] QString file(const QString &name) const { return m_folder->filePath(name); }

    [[nodiscard]] QStringList arguments(const QString &command, const QStringList &more) const
    {
        return QStringList{command} + more + QStringList{u"--url"_s, m_server->url(), u"--key-stdin"_s, u"--json"_s};
    }

    [[nodiscard]] QStringList outcomesOf(const QString &command, const QStringList &more) const
    {
        ProgramRun run(arguments(command, more));
        if (!run.run(key)) {
            return {u"it does not run"_s};
        }
        QStringList outcomes;
        for (const QJsonValue &result : run.document().value(u"results"_s).toArray()) {
            outcomes.append(result[u"outcome"_s].toString());
        }
        return outcomes.isEmpty() ? QStringList{QString::fromUtf8(run.errors())} : outcomes;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MemoryServer> m_server;
};

QTEST_GUILESS_MAIN(TestExportProgram)
#include "tst_exportprogram.moc"
