// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "deploy/job/importremedy.h"
#include "plugins/pluginfile.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace owui;

/// What to do about a module that the server cannot import.
class ImportRemedyTest final : public QObject
{
    Q_OBJECT

private slots:
    void tells_data();
    void tells();
    void ofTheReports_data();
    void ofTheReports();
};

namespace {

const QString ask = u"Add the package that brings"_s;
const QString listed = u"The header asks for"_s;
const QString ours = u"is in your folder"_s;
const QString otherRelease = u"written for another release"_s;
const QString otherVersion = u"in a version without this name"_s;

} // namespace

void ImportRemedyTest::tells_data()
{
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QByteArray>("requirements");
    QTest::addColumn<QString>("expected");
    QTest::newRow("a package") << u"No module named 'httpx'"_s << QByteArray() << ask;
    QTest::newRow("another package is listed") << u"No module named 'httpx'"_s << QByteArray("pandas, numpy") << ask;
    QTest::newRow("masked as 0.9 does") << u"[ERROR: No module named 'httpx']"_s << QByteArray() << ask;
    QTest::newRow("listed") << u"No module named 'httpx'"_s << QByteArray("pandas, httpx>=0.27") << listed;
    QTest::newRow("listed with an extra") << u"No module named 'httpx'"_s << QByteArray("HTTPX[http2]") << listed;
    QTest::newRow("a part of what is listed")
        << u"No module named 'azure.identity'"_s << QByteArray("azure-identity") << listed;
    QTest::newRow("listed under its longer name") << u"No module named 'yaml'"_s << QByteArray("PyYAML") << listed;
    QTest::newRow("listed under another name") << u"No module named 'bs4'"_s << QByteArray("beautifulsoup4") << listed;
    QTest::newRow("listed with dashes") << u"No module named 'my_package'"_s << QByteArray("my-package") << listed;
    QTest::newRow("of Open WebUI") << u"No module named 'open_webui.apps'"_s << QByteArray("open-webui")
                                   << otherRelease;
    QTest::newRow("a name of Open WebUI")
        << u"cannot import name 'x' from 'open_webui.internal.db' (/app/db.py)"_s << QByteArray() << otherRelease;
    QTest::newRow("alike only") << u"No module named 'open_webui_tools'"_s << QByteArray() << ask;
    QTest::newRow("beside it") << u"No module named 'helpers'"_s << QByteArray("helpers") << ours;
    QTest::newRow("a package beside it") << u"No module named 'shared.text'"_s << QByteArray() << ours;
    QTest::newRow("a folder of the root") << u"No module named 'common'"_s << QByteArray() << ours;
    QTest::newRow("a name of a file") << u"cannot import name 'y' from 'helpers' (unknown location)"_s << QByteArray()
                                      << ours;
    QTest::newRow("itself") << u"No module named 'some'"_s << QByteArray() << ask;
    QTest::newRow("another version") << u"cannot import name 'y' from 'pydantic' (/x/pydantic/__init__.py)"_s
                                     << QByteArray("pydantic") << otherVersion;
    QTest::newRow("no import") << u"invalid syntax (<string>, line 3)"_s << QByteArray() << QString();
}

void ImportRemedyTest::tells()
{
    QFETCH(const QString, reason);
    QFETCH(const QByteArray, requirements);
    QFETCH(const QString, expected);
    const QTemporaryDir root;
    QVERIFY(QDir(root.path()).mkpath(u"filters/shared"_s) && QDir(root.path()).mkpath(u"common"_s));
    for (const QString &path : {u"filters/helpers.py"_s, u"filters/shared/__init__.py"_s, u"filters/some.py"_s}) {
        QFile file(root.filePath(path));
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
    const QByteArray text = "\"\"\"\ntitle: X\nrequirements: " + requirements + "\n\"\"\"\nclass Filter:\n    pass\n";
    const QString remedy = importRemedy(reason, readPlugin(u"filters/some.py"_s, {.utf8 = text}), root.path());
    QVERIFY2(expected.isEmpty() ? remedy.isEmpty() : remedy.contains(expected), qPrintable(remedy));
}

void ImportRemedyTest::ofTheReports_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QString>("expected");
    QTest::newRow("listed already") << u"listed_already.py"_s << u"No module named 'some_package_that_is_not_here'"_s
                                    << listed;
    QTest::newRow("other release")
        << u"other_release.py"_s
        << u"cannot import name 'a_name_that_was_renamed' from 'open_webui.internal.db' (/app/db.py)"_s << otherRelease;
}

void ImportRemedyTest::ofTheReports()
{
    QFETCH(const QString, file);
    QFETCH(const QString, reason);
    QFETCH(const QString, expected);
    const QString root = QStringLiteral(OWUI_SHARED_DIR "/reports/wrong-remedy");
    if (!QDir(root).exists()) {
        QSKIP("There is no folder \"reports\" beside the project.");
    }
    const auto source = readPluginSource(root + u'/' + file);
    QVERIFY(source);
    const QString remedy = importRemedy(reason, readPlugin(file, source.value()), root);
    QVERIFY2(remedy.contains(expected), qPrintable(remedy));
}

QTEST_GUILESS_MAIN(ImportRemedyTest)
#include "tst_importremedy.moc"
