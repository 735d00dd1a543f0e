// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "support/memoryserver.h"
#include "support/programrun.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;
using namespace owui::test;

namespace {

const QByteArray key = "sk-0123456789abcdef0123456789abcdef";

/// Copies a report, so that files may be added to it. False where the reports are not here.
bool copyReport(const QString &name, const QString &to)
{
    const QDir from(QStringLiteral(OWUI_SHARED_DIR "/reports/") + name);
    const QStringList files = from.entryList(QDir::Files);
    return !files.isEmpty() && std::ranges::all_of(files, [&](const QString &file) {
        return QFile::copy(from.filePath(file), QDir(to).filePath(file));
    });
}

QString codeOf(const QJsonObject &document, const QString &path)
{
    for (const QJsonValue &skipped : document.value(u"skipped"_s).toArray()) {
        if (skipped[u"path"_s].toString() == path) {
            return skipped[u"code"_s].toString();
        }
    }
    return {};
}

} // namespace

/// Folders that people reported, as the program takes them.
class TestFolderReports final : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<MemoryServer>(key);
    }

    void goesOnBesideALinkedFolder()
    {
        if (!copyReport(u"linked-folder"_s, m_folder->path())) {
            QSKIP("The reports are not beside this checkout.");
        }
        const QTemporaryDir elsewhere;
        QVERIFY(QFile::link(elsewhere.path(), m_folder->filePath(u"docs"_s)));
        for (const QString &command : {u"plan"_s, u"status"_s, u"list"_s, u"check"_s}) {
            const QJsonObject document = run(command);
            QCOMPARE(document.value(u"plugins"_s).toArray().size(), 1);
            QCOMPARE(codeOf(document, u"docs"_s), u"linked-folder"_s);
        }
    }

    void takesWhatDefinesItsClass_data()
    {
        QTest::addColumn<QString>("report");
        QTest::addColumn<QString>("plugin"); ///< path and kind
        QTest::addColumn<QString>("leftOut");
        const auto row = [](const QString &report, const QString &plugin, const QString &leftOut) {
            QTest::newRow(qPrintable(report)) << report << plugin << leftOut;
        };
        row(u"type-alias"_s, u"zz_later.py filter"_s, u"shared_types.py"_s);
        row(u"imported-name"_s, {}, u"tool_names.py"_s);
        row(u"imported-beside"_s, u"chooser.py filter"_s, {});
        row(u"valves-alias"_s, u"aliased.py filter"_s, {});
    }
    void takesWhatDefinesItsClass()
    {
        QFETCH(const QString, report);
        if (!copyReport(report, m_folder->path())) {
            QSKIP("The reports are not beside this checkout.");
        }
        const QJsonObject document = run(u"check"_s);
        QFETCH(const QString, plugin);
        QStringList found;
        for (const QJsonValue &entry : document.value(u"plugins"_s).toArray()) {
            found.append(entry[u"path"_s].toString() + u' ' + entry[u"kind"_s].toString());
            QVERIFY2(entry[u"findings"_s].toArray().isEmpty(), "the file is as it should be");
        }
        QCOMPARE(found.join(u' '), plugin);
        QFETCH(const QString, leftOut);
        QCOMPARE(codeOf(document, leftOut), leftOut.isEmpty() ? QString() : u"no-own-class"_s);
    }

    void takesAPinnedId()
    {
        if (!copyReport(u"imported-name"_s, m_folder->path())) {
            QSKIP("The reports are not beside this checkout.");
        }
        QFile decisions(m_folder->filePath(u".owui-deploy.json"_s));
        QVERIFY(decisions.open(QIODevice::WriteOnly));
        QVERIFY(decisions.write(R"({"version":1,"ids":{"tool_names.py":"names"}})") > 0);
        decisions.close();
        const QJsonValue plugin = run(u"list"_s).value(u"plugins"_s)[0];
        QCOMPARE(plugin[u"id"_s].toString(), u"names"_s);
        QVERIFY(plugin[u"deployable"_s].toBool());
    }

    void saysNothingOfProse()
    {
        if (!copyReport(u"prose-requirements"_s, m_folder->path())) {
            QSKIP("The reports are not beside this checkout.");
        }
        const QJsonArray plugins = run(u"check"_s, {u"--strict"_s}).value(u"plugins"_s).toArray();
        QCOMPARE(plugins.size(), 2);
        for (const QJsonValue &plugin : plugins) {
            QVERIFY2(plugin[u"findings"_s].toArray().isEmpty(), "a remedy would make the server install prose");
        }
    }

    void failsForErrorsOnly()
    {
        write(u"late.py"_s, "\n\"\"\"\ntitle: Late\n\"\"\"\n\n\nclass Filter:\n    pass\n");
        QCOMPARE(run(u"check"_s).value(u"plugins"_s).toArray().size(), 1);
        QVERIFY(!run(u"check"_s, {u"--strict"_s}, 1).isEmpty());
        write(u"1.py"_s, "class Filter:\n    pass\n");
        QVERIFY(!run(u"check"_s, {}, 1).isEmpty());
    }

    void takesANamedFile()
    {
        const QString name = u"export_to_pptx_template.py"_s;
        if (!copyReport(u"named-template"_s, m_folder->path())) {
            QSKIP("The reports are not beside this checkout.");
        }
        QCOMPARE(codeOf(run(u"list"_s), name), u"template"_s);
        for (const QString &command : {u"list"_s, u"check"_s, u"plan"_s}) {
            for (const QStringList &files : {QStringList{name}, {u"."_s, name}, {name, u"."_s}}) {
                const QJsonArray plugins = run(command, files).value(u"plugins"_s).toArray();
                QCOMPARE(plugins.size(), 1);
                QVERIFY(plugins.at(0)[u"deployable"_s].toBool());
            }
        }
    }

    void tellsWhyANamedFileIsNotTaken()
    {
        write(u"helper.py"_s, "import os\n");
        write(u"good.py"_s, "class Tools:\n    pass\n");
        const QStringList named{u"good.py"_s, u"helper.py"_s};
        QCOMPARE(codeOf(run(u"check"_s, named, 1), u"helper.py"_s), u"no-plugin-class"_s);
        QVERIFY2(m_errors.contains("helper.py: not taken: The file has no top-level class"), m_errors.constData());
        const QJsonArray results = run(u"deploy"_s, {u"helper.py"_s}, 1).value(u"results"_s).toArray();
        QVERIFY(results.at(0)[u"message"_s].toString().contains(u"no top-level class"));
        QVERIFY(!run(u"check"_s).isEmpty());
    }

    void decides()
    {
        const QString name = u"a_template.py"_s;
        write(name, "class Tools:\n    pass\n");
        write(u"helper.py"_s, "import os\n");
        QVERIFY(QDir(m_folder->path()).mkpath(u"sub"_s));
        write(u"sub/b.py"_s, "class Tools:\n    pass\n");
        QVERIFY(!run(u"include"_s, {name}).value(u"plugins"_s).toArray().isEmpty());
        QCOMPARE(codeOf(run(u"list"_s), name), QString());
        QVERIFY(!run(u"exclude"_s, {name, u"sub/b.py"_s, u"./sub/b.py"_s}).isEmpty());
        QCOMPARE(codeOf(run(u"list"_s), name), u"excluded-by-user"_s);
        QCOMPARE(codeOf(run(u"list"_s), u"sub/b.py"_s), u"excluded-by-user"_s);
        QVERIFY(!QFile::exists(m_folder->filePath(u"sub/.owui-deploy.json"_s)));
        // What was decided holds for a named file too.
        QCOMPARE(codeOf(run(u"check"_s, {name}, 1), name), u"excluded-by-user"_s);
        QVERIFY(run(u"include"_s, {name, u"helper.py"_s}, 1).isEmpty());
        QVERIFY2(m_errors.contains("helper.py: not taken"), m_errors.constData());
        QVERIFY(run(u"include"_s, {u"sub"_s}, 1).isEmpty());
        QCOMPARE(codeOf(run(u"list"_s), name), u"excluded-by-user"_s);
        QVERIFY(run(u"include"_s, {}, 2).isEmpty());
        // A folder with decisions of its own keeps them, and a whole path is about the folder that it names.
        const QString other = m_folder->filePath(u"other"_s);
        QVERIFY(QDir().mkpath(other) && QDir().mkpath(other + u"/.git"_s));
        write(u"other/c.py"_s, "class Tools:\n    pass\n");
        QVERIFY(!run(u"exclude"_s, {other + u"/c.py"_s}).isEmpty());
        QCOMPARE(codeOf(run(u"list"_s, {other}), u"c.py"_s), u"excluded-by-user"_s);
    }

    void idsArePinnedFromTheCommandLine()
    {
        write(u"a.py"_s, "\"\"\"\ntitle: One Title\n\"\"\"\nclass Tools:\n    pass\n");
        QCOMPARE(idOf(run(u"list"_s)), u"one_title"_s);
        // Case is the server's, as everywhere.
        QCOMPARE(idOf(run(u"pin"_s, {u"a.py"_s, u"Another"_s})), u"another"_s);
        QCOMPARE(idOf(run(u"list"_s)), u"another"_s);
        for (const QStringList &wrong :
             {QStringList{u"a.py"_s, u"no id"_s}, {u"gone.py"_s, u"x"_s}, {u"."_s, u"x"_s}}) {
            QVERIFY(run(u"pin"_s, wrong, 1).isEmpty());
        }
        QVERIFY(run(u"pin"_s, {u"a.py"_s}, 2).isEmpty());
        QCOMPARE(idOf(run(u"list"_s)), u"another"_s);
        QCOMPARE(idOf(run(u"unpin"_s, {u"a.py"_s})), u"one_title"_s);
        // An export's entries have the ids that stand in it.
        write(u"b.json"_s, R"([{"id": "b", "name": "B", "content": "class Tools:\n    pass\n", "meta": {}}])");
        QVERIFY(run(u"pin"_s, {u"b.json"_s, u"x"_s}, 1).isEmpty());
        QVERIFY2(m_errors.contains("is an export"), m_errors.constData());
    }

private:
    static QString idOf(const QJsonObject &document) { return document.value(u"plugins"_s)[0][u"id"_s].toString(); }

    void write(const QString &name, const QByteArray &text) const
    {
        QFile file(m_folder->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(text), text.size());
    }

    QJsonObject run(const QString &command, const QStringList &files = {}, int exitCode = 0)
    {
        const bool asks = command == u"plan" || command == u"status" || command == u"deploy";
        QStringList arguments{command, u"--json"_s};
        if (asks) {
            arguments << u"--url"_s << m_server->url() << u"--key-stdin"_s;
        }
        ProgramRun run(arguments + files);
        run.setFolder(m_folder->path());
        const bool ended = run.run(key);
        m_errors = run.errors();
        if (!ended || run.exitCode() != exitCode) {
            qWarning("exit code %d, expected %d:\n%s", run.exitCode(), exitCode, m_errors.constData());
            return {};
        }
        return run.document();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MemoryServer> m_server;
    QByteArray m_errors;
};

QTEST_GUILESS_MAIN(TestFolderReports)
#include "tst_folderreports.moc"
