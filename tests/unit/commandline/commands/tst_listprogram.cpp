// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "plugins/skipreason.h"
#include "support/programrun.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

using namespace Qt::StringLiterals;
using namespace owui;
using namespace owui::test;

namespace {

const QByteArray filterText = "\"\"\"\ntitle: Word Count\nversion: 1.2.0\n\"\"\"\n\n\nclass Filter:\n    pass\n";

bool write(const QString &path, const QByteArray &text)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

QStringList keysOf(const QJsonValue &value)
{
    return value.toObject().keys();
}

} // namespace

class TestListProgram final : public QObject
{
    Q_OBJECT

private slots:
    void writesExactJson()
    {
        QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkpath(u"filters"_s));
        QVERIFY(write(folder.filePath(u"filters/word.py"_s), filterText));
        QVERIFY(write(folder.filePath(u"helper.py"_s), "\"\"\"\ntitle: Help\n\"\"\"\nimport os\n"));
        QVERIFY(write(folder.filePath(u"latin.py"_s), "# \xe9\n"));
        ProgramRun run({u"list"_s, folder.path(), u"--json"_s});
        QVERIFY(run.run());
        QCOMPARE(run.exitCode(), 0);
        QCOMPARE(run.errors(), QByteArray());
        const QJsonObject document = run.document();
        QCOMPARE(keysOf(document), (QStringList{u"plugins"_s, u"root"_s, u"skipped"_s}));
        QCOMPARE(document.value(u"root"_s).toString(), QFileInfo(folder.path()).canonicalFilePath());
        const QJsonObject expected{
            {u"path"_s, u"filters/word.py"_s},
            {u"kind"_s, u"filter"_s},
            {u"id"_s, u"word_count"_s},
            {u"idOrigin"_s, u"title"_s},
            {u"version"_s, u"1.2.0"_s},
            {u"title"_s, u"Word Count"_s},
            {u"header"_s, QJsonObject{{u"title"_s, u"Word Count"_s}, {u"version"_s, u"1.2.0"_s}}},
            {u"findings"_s, QJsonArray()},
            {u"deployable"_s, true}};
        QCOMPARE(document.value(u"plugins"_s).toArray(), QJsonArray{expected});
        const QJsonArray skipped = document.value(u"skipped"_s).toArray();
        QCOMPARE(skipped.size(), 2);
        QCOMPARE(keysOf(skipped.at(0)), (QStringList{u"code"_s, u"header"_s, u"path"_s, u"reason"_s}));
        QCOMPARE(skipped.at(0)[u"header"_s].toObject(), (QJsonObject{{u"title"_s, u"Help"_s}}));
        QCOMPARE(skipped.at(1)[u"code"_s].toString(), nameOf(SkipReason::NotUtf8));
        QVERIFY(skipped.at(1)[u"header"_s].isNull());
    }

    void readsHeadersAsTheServer()
    {
        QFile expectedFile(QStringLiteral(OWUI_SHARED_DIR "/parser-cases/expected.json"));
        if (!expectedFile.open(QIODevice::ReadOnly)) {
            QSKIP("The shared cases are not here.");
        }
        ProgramRun run({u"list"_s, QStringLiteral(OWUI_SHARED_DIR "/parser-cases"), u"--json"_s});
        QVERIFY(run.run());
        QHash<QString, QJsonValue> headers;
        for (const QString &list : {u"plugins"_s, u"skipped"_s}) {
            for (const QJsonValue &entry : run.document().value(list).toArray()) {
                headers.insert(entry[u"path"_s].toString(), entry[u"header"_s]);
            }
        }
        const QJsonArray cases = QJsonDocument::fromJson(expectedFile.readAll()).array();
        QVERIFY(!cases.isEmpty());
        for (const QJsonValue &expected : cases) {
            const QString file = expected[u"file"_s].toString();
            if (expected[u"frontmatter"_s].isObject()) {
                QVERIFY2(headers.contains(file), qPrintable(file));
                QCOMPARE(headers.value(file).toObject(), expected[u"frontmatter"_s].toObject());
            }
        }
    }

    void leavesOut()
    {
        QTemporaryDir folder;
        QVERIFY(write(folder.filePath(u"word.py"_s), filterText));
        const auto count = [&folder](const QStringList &more) {
            ProgramRun run(QStringList{u"list"_s, folder.path(), u"--json"_s} + more);
            return run.run() ? run.document().value(u"plugins"_s).toArray().size() : -1;
        };
        QCOMPARE(count({}), 1);
        QCOMPARE(count({u"--kind"_s, u"tool"_s}), 0);
        QCOMPARE(count({u"--kind"_s, u"tool,filter"_s}), 1);
        QCOMPARE(count({u"--id"_s, u"word*"_s}), 1);
        QCOMPARE(count({u"--id"_s, u"count*"_s}), 0);
    }

    void namesFilesOfTwoFolders()
    {
        QTemporaryDir folder;
        for (const QString &name : {u"one"_s, u"two"_s}) {
            QVERIFY(QDir(folder.path()).mkpath(name));
            QVERIFY(write(folder.filePath(name + u"/a.py"_s), filterText));
            QVERIFY(write(folder.filePath(name + u"/b.py"_s), filterText));
        }
        ProgramRun run({u"list"_s, folder.filePath(u"one"_s), folder.filePath(u"two"_s), u"--json"_s});
        QVERIFY(run.run());
        const QJsonArray plugins = run.document().value(u"plugins"_s).toArray();
        QCOMPARE(plugins.size(), 4);
        QCOMPARE(plugins.at(0)[u"path"_s].toString(), u"one/a.py"_s);
        const QJsonArray findings = plugins.at(0)[u"findings"_s].toArray();
        QCOMPARE(findings.size(), 1);
        QVERIFY(findings.at(0)[u"text"_s].toString().contains(u"one/b.py, two/a.py, two/b.py"));
    }

    void refusesBadUsage()
    {
        ProgramRun run({u"list"_s, u"/nonexistent/folder"_s});
        QVERIFY(run.run());
        QCOMPARE(run.exitCode(), 2);
        QCOMPARE(run.output(), QByteArray());
        QVERIFY(run.errors().contains("/nonexistent/folder"));
    }

    void survivesClosedOutput()
    {
        QTemporaryDir folder;
        for (int i = 0; i < 2000; ++i) {
            QVERIFY(write(folder.filePath(u"p%1.py"_s.arg(i)), filterText));
        }
        ProgramRun run({u"list"_s, folder.path(), u"--json"_s});
        run.process().setReadChannel(QProcess::StandardError);
        run.process().closeReadChannel(QProcess::StandardOutput);
        run.start();
        QVERIFY(run.waitForEnd());
        QVERIFY(!run.crashed());
        QCOMPARE(run.errors(), QByteArray());
    }

    void survivesHead()
    {
        QTemporaryDir folder;
        for (int i = 0; i < 500; ++i) {
            QVERIFY(write(folder.filePath(u"p%1.py"_s.arg(i)), filterText));
        }
        QProcess shell;
        shell.start(u"sh"_s,
                    {u"-c"_s, u"\"$0\" list \"$1\" | head -1"_s, QStringLiteral(OWUI_DEPLOY_PROGRAM), folder.path()});
        QVERIFY(shell.waitForFinished());
        QCOMPARE(shell.readAllStandardOutput().count('\n'), 1);
        QCOMPARE(shell.readAllStandardError(), QByteArray());
    }

    void tellsAFullDisk()
    {
        if (!QFileInfo::exists(u"/dev/full"_s)) {
            QSKIP("There is no /dev/full here.");
        }
        QTemporaryDir folder;
        ProgramRun run({u"list"_s, folder.path(), u"--json"_s});
        run.process().setStandardOutputFile(u"/dev/full"_s);
        QVERIFY(run.run());
        QCOMPARE(run.exitCode(), 1);
        QVERIFY(run.errors().contains("could not be written"));
    }

    void readsTenThousand()
    {
        constexpr int many = 10'000;
        QTemporaryDir folder;
        for (int i = 0; i < many; ++i) {
            QVERIFY(write(folder.filePath(u"p%1.py"_s.arg(i)),
                          QByteArray(filterText).replace("Count", QByteArray::number(i))));
        }
        ProgramRun run({u"list"_s, folder.path(), u"--json"_s});
        QVERIFY(run.run());
        QCOMPARE(run.exitCode(), 0);
        QCOMPARE(run.document().value(u"plugins"_s).toArray().size(), many);
    }

    void stopsWhenInterrupted()
    {
        QTemporaryDir folder;
        for (int i = 0; i < 3000; ++i) {
            const QByteArray code =
                QByteArray(filterText).replace("pass", "x = " + QByteArray::number(i) + "\n    pass");
            QVERIFY(write(folder.filePath(u"p%1.py"_s.arg(i)), code));
        }
        // Python compiles each of them, as no two are alike, so it is at work for a while.
        ProgramRun run({u"check"_s, folder.path(), u"--json"_s});
        run.start();
        QVERIFY(run.waitUntilItListens());
        run.interrupt();
        QVERIFY(run.waitForEnd());
        QVERIFY(!run.crashed());
        QCOMPARE(run.exitCode(), 130);
        QCOMPARE(run.output(), QByteArray());
    }

    void countsWhatIsNoPlugin()
    {
        const QTemporaryDir folder;
        QVERIFY(write(folder.filePath(u"word.py"_s), filterText));
        QVERIFY(write(folder.filePath(u"helper.py"_s), "import os\n"));
        QVERIFY(write(folder.filePath(u"latin.py"_s), "# \xe9\n"));
        ProgramRun run({u"list"_s, folder.path()});
        QVERIFY(run.run());
        QVERIFY2((run.output() + run.errors()).contains("1 plugin, 2 not plugins."), run.output().constData());
    }

    void readsWithoutColours()
    {
        QTemporaryDir folder;
        QVERIFY(write(folder.filePath(u"word.py"_s), filterText));
        ProgramRun piped({u"list"_s, folder.path()});
        QVERIFY(piped.run());
        QVERIFY(!piped.output().contains('\x1b'));
        ProgramRun asked({u"list"_s, folder.path(), u"--color=always"_s});
        asked.setVariable(u"NO_COLOR"_s, u"1"_s); // what is said on the command line is more exact
        QVERIFY(asked.run());
        QVERIFY(asked.output().contains("\x1b[1mword_count\x1b[0m"));
    }

    void needsNoWindow()
    {
        QProcess ldd;
        ldd.start(u"ldd"_s, {QStringLiteral(OWUI_DEPLOY_PROGRAM)});
        if (!ldd.waitForFinished() || ldd.exitCode() != 0) {
            QSKIP("There is no ldd here, or the program needs no libraries.");
        }
        const QByteArray libraries = ldd.readAllStandardOutput();
        QVERIFY(libraries.contains("Qt6Core"));
        for (const char *library : {"Qt6Gui", "Qt6Widgets", "libX11", "libwayland", "libGL"}) {
            QVERIFY2(!libraries.contains(library), library);
        }
    }

    void checksWithPython()
    {
        QTemporaryDir folder;
        QVERIFY(write(folder.filePath(u"good.py"_s), filterText));
        ProgramRun good({u"check"_s, folder.path()});
        QVERIFY(good.run());
        QCOMPARE(good.exitCode(), 0);
        QVERIFY(write(folder.filePath(u"bad.py"_s),
                      "\"\"\"\ntitle: Bad\nversion: 1\n\"\"\"\n\n\nclass Filter:\n    def x(:\n        pass\n"));
        ProgramRun bad({u"check"_s, folder.path(), u"--junit"_s, folder.filePath(u"report.xml"_s)});
        bad.setVariable(u"GITHUB_ACTIONS"_s, u"true"_s);
        bad.setVariable(u"GITHUB_WORKSPACE"_s, QFileInfo(folder.path()).canonicalFilePath());
        QVERIFY(bad.run());
        if (bad.output().contains("not checked")) {
            QSKIP("There is no Python here.");
        }
        QCOMPARE(bad.exitCode(), 1);
        QVERIFY2(bad.output().contains("bad.py:8: error: "), bad.output().constData());
        QVERIFY2(bad.errors().contains("::error file=bad.py,line=8,title=Bad::"), bad.errors().constData());
        QFile report(folder.filePath(u"report.xml"_s));
        QVERIFY(report.open(QIODevice::ReadOnly));
        QVERIFY(report.readAll().contains("tests=\"2\" failures=\"1\""));
    }

    /// The Python of the server's image refuses what some here would take.
    void checksWithTheServersPython()
    {
        const QString folder = QStringLiteral(OWUI_SHARED_DIR "/reports/needs-3.12");
        if (!QDir(folder).exists()) {
            QSKIP("There is no folder \"reports\" beside the project.");
        }
        for (const char *name : {"python3", "python3.12", "python3.13"}) {
            const QString python = QStandardPaths::findExecutable(QString::fromLatin1(name));
            if (python.isEmpty()) {
                continue;
            }
            const QTemporaryDir path;
            QVERIFY(QFile::link(python, path.filePath(u"python3"_s)));
            ProgramRun run({u"check"_s, folder, u"--json"_s});
            run.setVariable(u"PATH"_s, path.path());
            QVERIFY(run.run());
            const QJsonArray findings = run.document().value(u"plugins"_s)[0][u"findings"_s].toArray();
            if (run.output().contains("python-missing")) {
                continue;
            }
            QCOMPARE(findings.size(), 1);
            QCOMPARE(findings[0][u"code"_s].toString(), u"python-newer"_s);
            QVERIFY2(findings[0][u"text"_s].toString().contains(u"Python 3.11, which Open WebUI's image has"_s),
                     run.output().constData());
            const bool isNewer = QString::fromLatin1(name) != u"python3"_s;
            QVERIFY2(!isNewer || run.errors().contains("Open WebUI's image has 3.11"), run.errors().constData());
        }
    }

    void escapesWhatNobodySees()
    {
        const QTemporaryDir folder;
        QVERIFY(write(
            folder.filePath(u"a.py"_s),
            u"\"\"\"\ntitle: a\u202Eb\u009B\u200B\U000E0020##[x]ü\nversion: 1\n\"\"\"\nclass Filter:\n    pass\n"_s
                .toUtf8()));
        ProgramRun run({u"list"_s, folder.path(), u"--json"_s});
        QVERIFY(run.run());
        QVERIFY2(run.output().contains("a\\u202eb\\u009b\\u200b\\udb40\\udc20#\\u0023[x]ü"), run.output().constData());
        QCOMPARE(run.document().value(u"plugins"_s)[0][u"title"_s].toString(),
                 u"a\u202Eb\u009B\u200B\U000E0020##[x]ü"_s);
    }

    /// A name that has the mark of a place to fill.
    void namesPlacesExactly()
    {
        const QTemporaryDir folder;
        QVERIFY(
            write(folder.filePath(u"%1 %2.py"_s), "\"\"\"\ntitle: a\nVersion: 1\n\"\"\"\nclass Filter:\n    pass\n"));
        ProgramRun run({u"check"_s, folder.path()});
        QVERIFY(run.run());
        QVERIFY2(run.output().contains("%1 %2.py:3: warning: "), run.output().constData());
    }

#ifdef Q_OS_UNIX
    /// As root in a container, /dev/null was a regular file afterwards.
    void reportsIntoPipesAndDevices()
    {
        const QTemporaryDir folder;
        const QString pipe = folder.filePath(u"pipe"_s);
        QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
        ProgramRun run({u"check"_s, folder.path(), u"--junit"_s, pipe});
        QVERIFY(run.run());
        QVERIFY2(run.errors().contains("nobody reads from it"), run.errors().constData());
        struct stat status = {};
        QVERIFY(::stat(QFile::encodeName(pipe).constData(), &status) == 0 && S_ISFIFO(status.st_mode));
        const QString link = folder.filePath(u"link"_s);
        QVERIFY(QFile::link(u"/dev/null"_s, link));
        ProgramRun quiet({u"check"_s, folder.path(), u"--junit"_s, link});
        QVERIFY(quiet.run());
        QVERIFY(QFileInfo(link).isSymLink());
        QVERIFY2(!quiet.errors().contains("cannot be written"), quiet.errors().constData());
    }
#endif
};

QTEST_GUILESS_MAIN(TestListProgram)
#include "tst_listprogram.moc"
