// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "layoutrules.h"
#include "madeuptree.h"

#include <QFile>
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QString root = QStringLiteral(OWUI_SOURCE_DIR);

} // namespace

class TestLayout final : public QObject
{
    Q_OBJECT

private slots:
    void filesAreShort();
    void foldersCanBeLookedOver();
    void madeUpFolders_data();
    void madeUpFolders();
    void madeUpFiles();
    void topLevelIsKnown();
};

void TestLayout::filesAreShort()
{
    QVERIFY(QFile::exists(root + u"/app/main.cpp"_s));
    const QStringList wrong = owui::longFiles(root);
    QVERIFY2(wrong.isEmpty(), qUtf8Printable(u'\n' + wrong.join(u'\n')));
}

void TestLayout::foldersCanBeLookedOver()
{
    const QStringList wrong = owui::wrongFolders(root);
    QVERIFY2(wrong.isEmpty(), qUtf8Printable(u'\n' + wrong.join(u'\n')));
}

void TestLayout::madeUpFolders_data()
{
    QTest::addColumn<QString>("folder");
    QTest::addColumn<int>("units");
    QTest::addColumn<QStringList>("others");
    QTest::addColumn<QString>("expected");

    QTest::newRow("as many as there may be") << u"app/server"_s << 30 << QStringList() << QString();
    QTest::newRow("one too many") << u"app/server"_s << 31 << QStringList() << u"app/server: 31 units"_s;
    QTest::newRow("a form belongs to its class")
        << u"ui/list"_s << 30 << QStringList{u"ui/list/unit7.ui"_s} << QString();
    QTest::newRow("a form of its own") << u"ui/list"_s << 30 << QStringList{u"ui/list/form.ui"_s}
                                       << u"ui/list: 31 units"_s;
    QTest::newRow("a header of its own") << u"ui/list"_s << 30 << QStringList{u"ui/list/words.h"_s}
                                         << u"ui/list: 31 units"_s;
    QTest::newRow("no sources") << u"app/plugins"_s << 30 << QStringList{u"app/plugins/check.py"_s} << QString();
    QTest::newRow("rooms only") << u"ui/list"_s << 2 << QStringList{u"ui/log/a.cpp"_s} << QString();
    QTest::newRow("units beside rooms") << u"ui/list"_s << 2 << QStringList{u"ui/a.cpp"_s}
                                        << u"ui: units beside rooms"_s;
    QTest::newRow("app has both") << u"app/server"_s << 2 << QStringList{u"app/main.cpp"_s} << QString();
}

void TestLayout::madeUpFolders()
{
    QFETCH(QString, folder);
    QFETCH(int, units);
    QFETCH(QStringList, others);
    QFETCH(QString, expected);

    owui::MadeUpTree tree;
    for (int i = 0; i < units; ++i) {
        for (const QString &ending : {u"cpp"_s, u"h"_s}) {
            QVERIFY(tree.write(u"%1/unit%2.%3"_s.arg(folder, QString::number(i), ending), "\n"));
        }
    }
    for (const QString &other : others) {
        QVERIFY(tree.write(other, "\n"));
    }
    QCOMPARE(owui::wrongFolders(tree.path()).join(u'\n'), expected);
}

void TestLayout::madeUpFiles()
{
    owui::MadeUpTree tree;
    QVERIFY(tree.write(u"ui/list/long.cpp"_s, QByteArray(500, '\n')));
    QVERIFY(tree.write(u"ui/list/longer.h"_s, QByteArray(501, '\n')));
    QCOMPARE(owui::longFiles(tree.path()), QStringList{u"ui/list/longer.h: 501 lines"_s});
}

void TestLayout::topLevelIsKnown()
{
    const QStringList known{u"CMakeLists.txt"_s,
                            u"CMakePresets.json"_s,
                            u"CONTRIBUTING.md"_s,
                            u"LICENSE"_s,
                            u"README.md"_s,
                            u"app"_s,
                            u"dev"_s,
                            u"packaging"_s,
                            u"resources"_s,
                            u"tests"_s,
                            u"ui"_s};
    QProcess git;
    git.setWorkingDirectory(root);
    git.start(u"git"_s, {u"-c"_s, u"safe.directory=*"_s, u"ls-files"_s, u"-z"_s});
    if (!git.waitForStarted() || !git.waitForFinished() || git.exitCode() != 0) {
        QSKIP("This is not a git clone, so there is no list of the project's files.");
    }
    QStringList strangers;
    for (const QByteArray &path : git.readAllStandardOutput().split('\0')) {
        const QString first = QString::fromUtf8(path).section(u'/', 0, 0);
        if (!first.isEmpty() && !first.startsWith(u'.') && !known.contains(first)) {
            strangers.append(first);
        }
    }
    QVERIFY2(strangers.isEmpty(), qUtf8Printable(strangers.join(u'\n')));
}

QTEST_GUILESS_MAIN(TestLayout)

#include "tst_layout.moc"
