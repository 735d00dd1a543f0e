// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "plugins/pluginfolder.h"

#include "unit/plugins/plugintree.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace owui;
using test::PluginTree;

/// The open folder: scans, follows changes on disk, keeps decisions.
class TestPluginFolder : public QObject
{
    Q_OBJECT

private slots:
    void opens();
    void opensNothing();
    void opensAnother();
    void goesAwayDuringAScan();
    void noticesSaveInPlace();
    void noticesAtomicSave();
    void noticesNewAndRemovedFiles();
    void noticesFolderThatGoes();
    void sameFilesAreNoNews();
    void rescanReadsAgain();
    void decisions();
    void decisionsAreTakenBack();
    void raisedVersionsAreTakenBack();
    void severalDecisionsAtOnce();
    void decisionThatCannotBeWritten();
    void useThisFile();
    void useThisFileThatOthersExcluded();
    void cancels();
};

namespace {

QStringList paths(const PluginFolder &folder)
{
    QStringList list;
    for (const Plugin &plugin : folder.plugins()) {
        list.append(plugin.path);
    }
    return list;
}

Plugin find(const PluginFolder &folder, const QString &path)
{
    const auto found = std::ranges::find(folder.plugins(), path, &Plugin::path);
    return found == folder.plugins().end() ? Plugin() : *found;
}

/// Waits until the folder is scanned and watched.
void openAndSettle(PluginFolder &folder, const QString &root)
{
    const QSignalSpy scanned(&folder, &PluginFolder::scanned);
    folder.open(root);
    QTRY_COMPARE(scanned.size(), 1);
}

} // namespace

void TestPluginFolder::opens()
{
    const PluginTree tree;
    for (int i = 0; i < 500; ++i) {
        tree.write(u"p%1.py"_s.arg(i), PluginTree::plugin("Filter", QByteArray::number(i) + "x"));
    }
    PluginFolder folder;
    const QSignalSpy started(&folder, &PluginFolder::scanStarted);
    const QSignalSpy opened(&folder, &PluginFolder::opened);
    const QSignalSpy found(&folder, &PluginFolder::found);
    const QSignalSpy scanned(&folder, &PluginFolder::scanned);

    folder.open(tree.root());
    QVERIFY(folder.isScanning());
    QCOMPARE(started.size(), 1);
    QTRY_COMPARE(scanned.size(), 1);

    QVERIFY(!folder.isScanning());
    QCOMPARE(opened.size(), 1);
    QCOMPARE(folder.root(), tree.root());
    QCOMPARE(folder.plugins().size(), 500);
    QVERIFY(found.size() > 1);
    QCOMPARE(folder.absolutePath(u"a/b.py"_s), tree.path(u"a/b.py"_s));
}

void TestPluginFolder::opensNothing()
{
    PluginFolder folder;
    const QSignalSpy failed(&folder, &PluginFolder::openFailed);
    folder.open(u"/no such folder at all"_s);
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(folder.root().isEmpty());
    QVERIFY(folder.absolutePath(u"a.py"_s).isEmpty());
    QVERIFY(!folder.isScanning());
}

void TestPluginFolder::opensAnother()
{
    const PluginTree first;
    const PluginTree second;
    for (int i = 0; i < 200; ++i) {
        first.write(u"p%1.py"_s.arg(i), PluginTree::plugin("Filter", QByteArray::number(i) + "x"));
    }
    second.write(u"only.py"_s, PluginTree::plugin("Filter", "Only"));
    PluginFolder folder;
    const QSignalSpy opened(&folder, &PluginFolder::opened);
    const QSignalSpy scanned(&folder, &PluginFolder::scanned);

    folder.open(first.root());
    folder.open(second.root());
    QTRY_COMPARE(scanned.size(), 1);

    QCOMPARE(opened.size(), 1);
    QCOMPARE(folder.root(), second.root());
    QCOMPARE(paths(folder), QStringList{u"only.py"_s});
}

void TestPluginFolder::goesAwayDuringAScan()
{
    const PluginTree tree;
    for (int i = 0; i < 200; ++i) {
        tree.write(u"p%1.py"_s.arg(i), PluginTree::plugin("Filter", QByteArray::number(i) + "x"));
    }
    for (int i = 0; i < 20; ++i) {
        PluginFolder folder;
        folder.open(tree.root());
        folder.exclude(u"p1.py"_s);
    }
    PluginFolder last;
    openAndSettle(last, tree.root());
    QCOMPARE(last.plugins().size(), 200);
}

void TestPluginFolder::noticesSaveInPlace()
{
    const PluginTree tree;
    tree.write(u"sub/a.py"_s, PluginTree::plugin("Filter", "Old"));
    PluginFolder folder;
    openAndSettle(folder, tree.root());

    tree.write(u"sub/a.py"_s, PluginTree::plugin("Filter", "New"));
    QTRY_COMPARE(find(folder, u"sub/a.py"_s).title(), u"New"_s);

    tree.write(u"sub/a.py"_s, PluginTree::plugin("Filter", "Newer"));
    QTRY_COMPARE(find(folder, u"sub/a.py"_s).title(), u"Newer"_s);
}

void TestPluginFolder::noticesAtomicSave()
{
    const PluginTree tree;
    tree.write(u"a.py"_s, PluginTree::plugin("Filter", "Old"));
    PluginFolder folder;
    openAndSettle(folder, tree.root());

    for (const char *title : {"One", "Two", "Three"}) {
        tree.write(u"a.tmp"_s, PluginTree::plugin("Filter", title));
        QVERIFY(QFile::remove(tree.path(u"a.py"_s)));
        QVERIFY(QFile::rename(tree.path(u"a.tmp"_s), tree.path(u"a.py"_s)));
        QTRY_COMPARE(find(folder, u"a.py"_s).title(), QString::fromLatin1(title));
    }
}

void TestPluginFolder::noticesNewAndRemovedFiles()
{
    const PluginTree tree;
    tree.write(u"a.py"_s, PluginTree::plugin("Filter", "A"));
    PluginFolder folder;
    openAndSettle(folder, tree.root());

    tree.write(u"new/deep/b.py"_s, PluginTree::plugin("Filter", "B"));
    QTRY_COMPARE(paths(folder), (QStringList{u"a.py"_s, u"new/deep/b.py"_s}));
    tree.write(u"new/deep/c.py"_s, PluginTree::plugin("Filter", "C"));
    QTRY_COMPARE(paths(folder), (QStringList{u"a.py"_s, u"new/deep/b.py"_s, u"new/deep/c.py"_s}));
    QVERIFY(QFile::remove(tree.path(u"a.py"_s)));
    QTRY_COMPARE(paths(folder), (QStringList{u"new/deep/b.py"_s, u"new/deep/c.py"_s}));
}

void TestPluginFolder::noticesFolderThatGoes()
{
    const PluginTree tree;
    tree.write(u"f/a.py"_s, PluginTree::plugin("Filter", "A"));
    PluginFolder folder;
    const QSignalSpy problems(&folder, &PluginFolder::problemFound);
    openAndSettle(folder, tree.path(u"f"_s));

    QVERIFY(QDir(tree.path(u"f"_s)).removeRecursively());
    QTRY_VERIFY(folder.plugins().isEmpty());
    // A look that came between the file and its folder found an empty folder, which is no problem.
    QTRY_COMPARE(problems.size(), 1);

    tree.write(u"f/b.py"_s, PluginTree::plugin("Filter", "B"));
    QTRY_COMPARE(paths(folder), QStringList{u"b.py"_s});
    QCOMPARE(problems.size(), 1);
}

void TestPluginFolder::sameFilesAreNoNews()
{
    const PluginTree tree;
    tree.write(u"a.py"_s, PluginTree::plugin("Filter", "A"));
    PluginFolder folder;
    const QSignalSpy scanned(&folder, &PluginFolder::scanned);
    openAndSettle(folder, tree.root());

    tree.write(u"notes.txt"_s, "no plugin");
    tree.write(u"z.py"_s, PluginTree::plugin("Filter", "Z"));
    QTRY_COMPARE(folder.plugins().size(), 2);
    QVERIFY2(scanned.size() == 2, "a look without news says nothing");
}

void TestPluginFolder::rescanReadsAgain()
{
    const PluginTree tree;
    tree.write(u"a.py"_s, PluginTree::plugin("Filter", "A"));
    PluginFolder folder;
    folder.rescan();
    QVERIFY(!folder.isScanning());
    openAndSettle(folder, tree.root());
    const QSignalSpy scanned(&folder, &PluginFolder::scanned);
    const QSignalSpy found(&folder, &PluginFolder::found);

    folder.rescan();
    QVERIFY(folder.isScanning());
    QTRY_COMPARE(scanned.size(), 1);
    QCOMPARE(found.size(), 0);
}

void TestPluginFolder::decisions()
{
    const PluginTree tree;
    tree.write(u"a.py"_s, PluginTree::plugin("Filter", "A"));
    tree.write(u"tests/t.py"_s, PluginTree::plugin("Filter", "T"));
    PluginFolder folder;
    const QSignalSpy problems(&folder, &PluginFolder::problemFound);
    openAndSettle(folder, tree.root());

    folder.pinId(u"a.py"_s, u"Pinned"_s);
    QTRY_COMPARE(find(folder, u"a.py"_s).id, u"pinned"_s);
    QVERIFY(QFile::exists(tree.path(u".owui-deploy.json"_s)));
    folder.exclude(u"a.py"_s);
    QTRY_COMPARE(find(folder, u"a.py"_s).skipped, std::optional(SkipReason::ExcludedByUser));
    folder.include(u"tests/t.py"_s);
    QTRY_VERIFY(find(folder, u"tests/t.py"_s).deployable());
    folder.pinId(u"a.py"_s, {});
    QTRY_COMPARE(find(folder, u"a.py"_s).id, u"a"_s);
    folder.include(u"a.py"_s);
    QTRY_VERIFY(find(folder, u"a.py"_s).deployable());
    QCOMPARE(problems.size(), 0);

    folder.pinId(u"a.py"_s, u"not an id"_s);
    QCOMPARE(problems.size(), 1);
}

void TestPluginFolder::decisionsAreTakenBack()
{
    const PluginTree tree;
    tree.write(u"a.py"_s, PluginTree::plugin("Filter", "A"));
    tree.write(u"b.py"_s, PluginTree::plugin("Filter", "B"));
    PluginFolder folder;
    const QSignalSpy problems(&folder, &PluginFolder::problemFound);
    openAndSettle(folder, tree.root());
    QVERIFY(!folder.canUndoChange());
    folder.pinId(u"a.py"_s, u"pinned"_s);
    folder.exclude({u"a.py"_s, u"b.py"_s});
    QTRY_VERIFY(find(folder, u"a.py"_s).skipped && find(folder, u"b.py"_s).skipped);
    // Two files were one decision.
    folder.undoChange();
    QTRY_VERIFY(find(folder, u"a.py"_s).deployable() && find(folder, u"b.py"_s).deployable());
    QCOMPARE(find(folder, u"a.py"_s).id, u"pinned"_s);
    QVERIFY(folder.canUndoChange());
    folder.undoChange();
    QTRY_COMPARE(find(folder, u"a.py"_s).id, u"a"_s);
    QVERIFY(!folder.canUndoChange());
    QCOMPARE(problems.size(), 0);

    // What somebody else wrote meanwhile stays, noticed or not.
    folder.exclude(u"a.py"_s);
    QTRY_VERIFY(folder.canUndoChange());
    tree.write(u".owui-deploy.json"_s, R"({"version":1,"excluded":["b.py"]})");
    folder.undoChange();
    QTRY_VERIFY(problems.size() == 1 || !folder.canUndoChange());
    QTRY_VERIFY(find(folder, u"b.py"_s).skipped && find(folder, u"a.py"_s).deployable());
    QVERIFY(!folder.canUndoChange());
}

/// In the order in which all changes were made.
void TestPluginFolder::raisedVersionsAreTakenBack()
{
    const QByteArray text = PluginTree::plugin("Filter", "A").replace("version: 1.0\n", "version: 1.2.9\r\n");
    const PluginTree tree;
    tree.write(u"a.py"_s, text);
    tree.write(u"b.py"_s, PluginTree::plugin("Filter", "B").replace("version: 1.0", "version: 2.0"));
    tree.write(u"c.py"_s, PluginTree::plugin("Filter", "C").replace("version: 1.0\n", ""));
    PluginFolder folder;
    QSignalSpy problems(&folder, &PluginFolder::problemFound);
    openAndSettle(folder, tree.root());
    folder.raiseVersions({u"a.py"_s, u"b.py"_s, u"c.py"_s}, VersionPart::Minor);
    QTRY_COMPARE(find(folder, u"a.py"_s).version(), u"1.3.0"_s);
    QTRY_COMPARE(find(folder, u"b.py"_s).version(), u"2.1"_s);
    QCOMPARE(problems.size(), 1); // c.py has none
    QVERIFY(folder.canUndoChange());
    folder.exclude(u"c.py"_s);
    QTRY_VERIFY(find(folder, u"c.py"_s).skipped);
    folder.undoChange();
    QTRY_VERIFY(!find(folder, u"c.py"_s).skipped);
    QCOMPARE(find(folder, u"a.py"_s).version(), u"1.3.0"_s);
    // What was edited since stays, and is told.
    tree.write(u"b.py"_s, PluginTree::plugin("Filter", "B").replace("version: 1.0", "version: 7.0"));
    folder.undoChange();
    QTRY_COMPARE(find(folder, u"a.py"_s).version(), u"1.2.9"_s);
    QTRY_COMPARE(find(folder, u"b.py"_s).version(), u"7.0"_s);
    QFile file(tree.root() + u"/a.py"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), text);
    QCOMPARE(problems.size(), 2);
    QVERIFY(!folder.canUndoChange());
}

void TestPluginFolder::severalDecisionsAtOnce()
{
    const PluginTree tree;
    for (int i = 0; i < 20; ++i) {
        tree.write(u"p%1.py"_s.arg(i), PluginTree::plugin("Filter", "x" + QByteArray::number(i)));
    }
    PluginFolder folder;
    openAndSettle(folder, tree.root());

    for (int i = 0; i < 20; ++i) {
        folder.exclude(u"p%1.py"_s.arg(i));
    }
    folder.include(u"p0.py"_s);

    QTRY_VERIFY(find(folder, u"p19.py"_s).skipped && find(folder, u"p0.py"_s).deployable());
    QCOMPARE(std::ranges::count(folder.plugins(), std::optional(SkipReason::ExcludedByUser), &Plugin::skipped), 19);
    const Result<FolderDecisions> written = FolderDecisions::load(tree.root());
    QVERIFY(written.isOk());
    QVERIFY(written.value().isIncluded(u"p0.py"_s));
    QVERIFY(written.value().isExcluded(u"p19.py"_s));
}

void TestPluginFolder::decisionThatCannotBeWritten()
{
    const PluginTree tree;
    tree.write(u"a.py"_s, PluginTree::plugin("Filter", "A"));
    tree.write(u".owui-deploy.json"_s, R"({"version":9})");
    PluginFolder folder;
    const QSignalSpy problems(&folder, &PluginFolder::problemFound);
    openAndSettle(folder, tree.root());
    QCOMPARE(problems.size(), 1);

    folder.exclude(u"a.py"_s);
    QTRY_COMPARE(problems.size(), 2);
    QVERIFY(find(folder, u"a.py"_s).deployable());
}

void TestPluginFolder::useThisFileThatOthersExcluded()
{
    const PluginTree tree;
    tree.write(u"a.py"_s, PluginTree::plugin("Filter", "Same"));
    tree.write(u"b.py"_s, PluginTree::plugin("Filter", "Same"));
    PluginFolder folder;
    openAndSettle(folder, tree.root());

    // Written by another program, and not seen yet.
    tree.write(u".owui-deploy.json"_s, R"({"version":1,"excluded":["a.py"]})");
    folder.useThisFile(u"a.py"_s);

    QTRY_COMPARE(find(folder, u"b.py"_s).skipped, std::optional(SkipReason::ExcludedByUser));
    QVERIFY(find(folder, u"a.py"_s).deployable());
}

void TestPluginFolder::useThisFile()
{
    const PluginTree tree;
    for (const QString &name : {u"a.py"_s, u"b.py"_s, u"c.py"_s}) {
        tree.write(name, PluginTree::plugin("Filter", "Same"));
    }
    tree.write(u"t.py"_s, PluginTree::plugin("Tools", "Same"));
    PluginFolder folder;
    openAndSettle(folder, tree.root());
    QVERIFY(!find(folder, u"b.py"_s).deployable());

    folder.useThisFile(u"b.py"_s);
    QTRY_VERIFY(find(folder, u"b.py"_s).deployable());
    QCOMPARE(find(folder, u"a.py"_s).skipped, std::optional(SkipReason::ExcludedByUser));
    QCOMPARE(find(folder, u"c.py"_s).skipped, std::optional(SkipReason::ExcludedByUser));
    QVERIFY(find(folder, u"t.py"_s).deployable());

    folder.useThisFile(u"a.py"_s);
    QTRY_VERIFY(find(folder, u"a.py"_s).deployable());
    QCOMPARE(find(folder, u"b.py"_s).skipped, std::optional(SkipReason::ExcludedByUser));
}

void TestPluginFolder::cancels()
{
    const PluginTree tree;
    tree.write(u"a.py"_s, PluginTree::plugin("Filter", "A"));
    PluginFolder folder;
    openAndSettle(folder, tree.root());
    const QSignalSpy scanned(&folder, &PluginFolder::scanned);

    folder.rescan();
    folder.cancelScan();
    QTRY_COMPARE(scanned.size(), 1);
    QCOMPARE(paths(folder), QStringList{u"a.py"_s});
    QVERIFY(!folder.isScanning());
}

QTEST_GUILESS_MAIN(TestPluginFolder)
#include "tst_pluginfolder.moc"
