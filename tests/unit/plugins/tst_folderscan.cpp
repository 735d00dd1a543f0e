// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "plugins/folderscan.h"
#include "plugins/pluginfile.h"

#include "unit/plugins/plugintree.h"

#include <QMutex>
#include <QTest>

#include <algorithm>
#include <cstdio>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

using namespace Qt::StringLiterals;
using namespace owui;
using test::PluginTree;

/// A folder becomes a list in which every Python file is accounted for.
class TestFolderScan : public QObject
{
    Q_OBJECT

private slots:
    void findsPlugins();
    void skipsFolders();
    void accountsForContent_data();
    void accountsForContent();
    void accountsForOddFiles();
    void namesThatAreNoText();
    void unreadableFileAndFolder();
    void refusesRoot_data();
    void refusesRoot();
    void unreadableRoot();
    void emptyFolder();
    void oneFile();
    void appliesDecisions();
    void templateInATitle();
    void brokenDecisions();
    void flagsTakenIds();
    void copiesNeverTakeAnId();
    void batchesCoverEverything();
    void cancel();
    void keepsWhatDidNotChange();
};

namespace {

FolderScanResult scan(const PluginTree &tree)
{
    return scanFolder(tree.root()).value();
}

QStringList paths(const QList<Plugin> &plugins)
{
    QStringList list;
    for (const Plugin &plugin : plugins) {
        list.append(plugin.path);
    }
    return list;
}

Plugin find(const FolderScanResult &result, const QString &path)
{
    const auto found = std::ranges::find(result.plugins, path, &Plugin::path);
    return found == result.plugins.end() ? Plugin() : *found;
}

bool hasFinding(const Plugin &plugin, FindingCode code)
{
    return std::ranges::count(plugin.findings, code, &Finding::code) > 0;
}

} // namespace

void TestFolderScan::findsPlugins()
{
    const PluginTree tree;
    tree.write(u"filters/b.py"_s, PluginTree::plugin("Filter", "Bee"));
    tree.write(u"a.py"_s, PluginTree::plugin("Tools", "Ay"));
    tree.write(u"a.txt"_s, "no Python");
    tree.write(u"tests/t.py"_s, PluginTree::plugin("Pipe", "Test"));
    tree.write(u"deep/er/LOUD.PY"_s, PluginTree::plugin("Action", "Loud"));

    const FolderScanResult result = scan(tree);

    QCOMPARE(result.root, tree.root());
    QCOMPARE(paths(result.plugins), (QStringList{u"a.py"_s, u"deep/er/LOUD.PY"_s, u"filters/b.py"_s, u"tests/t.py"_s}));
    QCOMPARE(result.folders, (QStringList{tree.root(), tree.path(u"deep"_s), tree.path(u"deep/er"_s),
                                          tree.path(u"filters"_s), tree.path(u"tests"_s)}));
    QVERIFY(result.problems.isEmpty());
    QVERIFY(!result.cancelled);
    const Plugin plugin = find(result, u"filters/b.py"_s);
    QCOMPARE(plugin.kind, std::optional(PluginKind::Filter));
    QCOMPARE(plugin.id, u"bee"_s);
    QCOMPARE(plugin.size, PluginTree::plugin("Filter", "Bee").size());
    QVERIFY(plugin.modified > 0);
    QVERIFY(plugin.deployable());
    QCOMPARE(find(result, u"tests/t.py"_s).skipped, std::optional(SkipReason::TestOrHelper));
    QVERIFY(find(result, u"tests/t.py"_s).includable);
}

void TestFolderScan::skipsFolders()
{
    const PluginTree tree;
    for (const QString &folder :
         {u".git"_s, u".venv"_s, u".hidden/x"_s, u"node_modules/y"_s, u"__pycache__"_s, u"v/w"_s}) {
        tree.write(folder + u"/a.py"_s, PluginTree::plugin("Filter", "A"));
    }
    tree.write(u"v/pyvenv.cfg"_s, "home = x");
    tree.write(u"v/b.py"_s, PluginTree::plugin("Filter", "B"));
    QVERIFY(QFile::link(QDir::tempPath(), tree.path(u"v/share"_s)));
    tree.write(u"conda/conda-meta/history"_s, {});
    tree.write(u"conda/lib/d.py"_s, PluginTree::plugin("Filter", "D"));
    tree.write(u"venv/c.py"_s, PluginTree::plugin("Filter", "C"));

    const FolderScanResult result = scan(tree);

    QCOMPARE(paths(result.plugins), QStringList{u"venv/c.py"_s});
    QVERIFY2(result.problems.isEmpty(), "what an environment links to is of no interest");
}

void TestFolderScan::accountsForContent_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<std::optional<SkipReason>>("reason");

    const QByteArray plugin = PluginTree::plugin("Filter", "A");
    const auto row = [](const char *name, const QByteArray &content, std::optional<SkipReason> reason) {
        QTest::newRow(name) << content << reason;
    };
    row("0 bytes", {}, SkipReason::Empty);
    row("9 MiB", plugin + QByteArray(9 * 1024 * 1024, '#'), SkipReason::TooLarge);
    row("8 MiB", plugin + QByteArray(8 * 1024 * 1024 - plugin.size(), '#'), {});
    row("NUL", plugin + QByteArray(1, '\0'), SkipReason::ContainsNul);
    row("UTF-16", "\xFF\xFE" + QByteArray("c\0l\0", 4), SkipReason::NotUtf8);
    row("UTF-16 big end first", "\xFE\xFF" + QByteArray("\0c\0l", 4), SkipReason::NotUtf8);
    row("Latin-1", plugin + "# \xe9\n", SkipReason::NotUtf8);
    row("no class", "import os\n", SkipReason::NoPluginClass);
    row("byte order mark", "\xEF\xBB\xBF" + plugin, {});
    row("CRLF", QByteArray(plugin).replace("\n", "\r\n"), {});
    row("no end of the header", "\"\"\"\ntitle: A\nclass Filter: pass\n", SkipReason::NoPluginClass);
    row("CR only", QByteArray(plugin).replace("\n", "\r"), {});
}

void TestFolderScan::accountsForContent()
{
    QFETCH(QByteArray, content);
    QFETCH(std::optional<SkipReason>, reason);
    const PluginTree tree;
    tree.write(u"a.py"_s, content);

    const Plugin plugin = find(scan(tree), u"a.py"_s);

    QCOMPARE(plugin.skipped, reason);
    QCOMPARE(plugin.size, content.size());
    QCOMPARE(plugin.includable, false);
    QCOMPARE(plugin.deployable(), !reason.has_value());
    QCOMPARE(plugin.version(), reason ? QString() : u"1.0"_s);
    QCOMPARE(hasFinding(plugin, FindingCode::HeaderByteOrderMark), content.startsWith('\xEF'));
    QCOMPARE(hasFinding(plugin, FindingCode::HeaderNotClosed), content.count("\"\"\"") == 1);
    const Result<PluginSource, SkipReason> source = readPluginSource(tree.path(u"a.py"_s));
    const bool readable = !reason || reason == SkipReason::NoPluginClass;
    QCOMPARE(source.isOk(), readable);
    if (readable) {
        QVERIFY(!source.value().utf8.startsWith('\xEF'));
        QCOMPARE(readPlugin(u"a.py"_s, source.value()), plugin);
    } else {
        QCOMPARE(source.error(), *reason);
    }
}

void TestFolderScan::accountsForOddFiles()
{
#ifdef Q_OS_UNIX
    const PluginTree tree;
    const PluginTree outside;
    outside.write(u"secret.py"_s, PluginTree::plugin("Filter", "Secret"));
    tree.write(u"real.py"_s, PluginTree::plugin("Filter", "Real"));
    tree.write(u"folder.py/inner.py"_s, PluginTree::plugin("Filter", "Inner"));
    QVERIFY(::mkfifo(QFile::encodeName(tree.path(u"fifo.py"_s)).constData(), 0600) == 0);
    const auto link = [&tree](const QString &target, const QString &name) {
        QVERIFY(QFile::link(target, tree.path(name)));
    };
    link(tree.path(u"gone"_s), u"dangling.py"_s);
    link(tree.path(u"loop.py"_s), u"loop.py"_s);
    link(tree.path(u"real.py"_s), u"inside.py"_s);
    link(outside.path(u"secret.py"_s), u"outside.py"_s);
    link(outside.root(), u"outside"_s);
    link(tree.root(), u"again"_s);

    const FolderScanResult result = scan(tree);

    const auto expect = [&result](const QString &path, std::optional<SkipReason> reason) {
        QCOMPARE(find(result, path).path, path);
        QCOMPARE(find(result, path).skipped, reason);
    };
    expect(u"real.py"_s, {});
    expect(u"folder.py"_s, SkipReason::NotRegularFile);
    expect(u"folder.py/inner.py"_s, {});
    expect(u"fifo.py"_s, SkipReason::NotRegularFile);
    expect(u"dangling.py"_s, SkipReason::DanglingLink);
    expect(u"loop.py"_s, SkipReason::DanglingLink);
    expect(u"inside.py"_s, SkipReason::Link);
    expect(u"outside.py"_s, SkipReason::Link);
    expect(u"outside"_s, SkipReason::LinkedFolder);
    QVERIFY2(find(result, u"again"_s).path.isEmpty(), "its files are read where they lie");
    QCOMPARE(result.plugins.size(), 9);
    QVERIFY2(result.problems.isEmpty(), "a link stops nobody");

    QCOMPARE(readPluginSource(tree.path(u"fifo.py"_s)).error(), SkipReason::NotRegularFile);
    QCOMPARE(readPluginSource(tree.path(u"folder.py"_s)).error(), SkipReason::NotRegularFile);
    QCOMPARE(readPluginSource(tree.path(u"outside.py"_s)).error(), SkipReason::Link);
    QCOMPARE(readPluginSource(tree.path(u"deleted.py"_s)).error(), SkipReason::Unreadable);
#else
    QSKIP("Pipes and links of this system are another matter.");
#endif
}

void TestFolderScan::namesThatAreNoText()
{
#ifdef Q_OS_LINUX
    const PluginTree tree;
    tree.write(u"good.py"_s, PluginTree::plugin("Filter", "Good"));
    tree.write(u"r\u00e4t.py"_s, PluginTree::plugin("Filter", "Rat"));
    tree.write(u"a\ufffd.py"_s, PluginTree::plugin("Filter", "Mark"));
    tree.write(u"a/inner.py"_s, PluginTree::plugin("Filter", "Inner"));
    const QByteArray root = QFile::encodeName(tree.root());
    QCOMPARE(std::rename((root + "/a").constData(), (root + "/b\xff").constData()), 0);
    tree.write(u"c.py"_s, PluginTree::plugin("Filter", "See"));
    QCOMPARE(std::rename((root + "/c.py").constData(), (root + "/l\xe4rm.py").constData()), 0);

    const FolderScanResult result = scan(tree);

    // QTemporaryDir could not remove them.
    QCOMPARE(std::rename((root + "/b\xff").constData(), (root + "/b").constData()), 0);
    QCOMPARE(std::remove((root + "/l\xe4rm.py").constData()), 0);
    QVERIFY(result.problems.isEmpty());
    QCOMPARE(result.plugins.size(), 5);
    QCOMPARE(find(result, u"l\ufffdrm.py"_s).skipped, std::optional(SkipReason::NameNotUtf8));
    QCOMPARE(find(result, u"b\ufffd"_s).skipped, std::optional(SkipReason::NameNotUtf8));
    QVERIFY(find(result, u"r\u00e4t.py"_s).deployable());
    QVERIFY2(find(result, u"a\ufffd.py"_s).deployable(), "an odd name, but UTF-8");
#else
    QSKIP("Names are always text here.");
#endif
}

void TestFolderScan::unreadableFileAndFolder()
{
#ifdef Q_OS_UNIX
    const PluginTree tree;
    tree.write(u"good.py"_s, PluginTree::plugin("Filter", "Good"));
    tree.write(u"closed.py"_s, PluginTree::plugin("Filter", "Closed"));
    tree.write(u"cellar/x.py"_s, PluginTree::plugin("Filter", "X"));
    QVERIFY(QFile::setPermissions(tree.path(u"closed.py"_s), {}));
    QVERIFY(QFile::setPermissions(tree.path(u"cellar"_s), {}));
    FolderScanResult result;
    {
        const test::WithoutPrivileges dropped;
        result = scan(tree);
    }
    QVERIFY(QFile::setPermissions(tree.path(u"cellar"_s), PluginTree::readableByAll));

    QCOMPARE(paths(result.plugins), (QStringList{u"closed.py"_s, u"good.py"_s}));
    QCOMPARE(find(result, u"closed.py"_s).skipped, std::optional(SkipReason::Unreadable));
    QVERIFY(find(result, u"good.py"_s).deployable());
    QCOMPARE(result.problems.size(), 1);
    QVERIFY(result.problems.constFirst().text.contains(tree.path(u"cellar"_s)));
#else
    QSKIP("Permissions of this system are another matter.");
#endif
}

void TestFolderScan::refusesRoot_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("empty") << QString();
    QTest::newRow("missing") << QDir::tempPath() + u"/no such folder at all"_s;
    QTest::newRow("device") << u"/dev/null"_s;
}

void TestFolderScan::refusesRoot()
{
    QFETCH(QString, path);
    const Result<FolderScanResult> result = scanFolder(path);
    QVERIFY(!result.isOk());
    QVERIFY(!result.error().text.isEmpty());
    QVERIFY(!result.error().remedy.isEmpty());
}

void TestFolderScan::unreadableRoot()
{
#ifdef Q_OS_UNIX
    const PluginTree tree;
    QVERIFY(QFile::setPermissions(tree.root(), {}));
    bool refused = false;
    {
        const test::WithoutPrivileges dropped;
        refused = !scanFolder(tree.root()).isOk();
    }
    QVERIFY(QFile::setPermissions(tree.root(), PluginTree::readableByAll));
    QVERIFY(refused);
#else
    QSKIP("Permissions of this system are another matter.");
#endif
}

void TestFolderScan::emptyFolder()
{
    const PluginTree tree;
    const FolderScanResult result = scan(tree);
    QVERIFY(result.plugins.isEmpty());
    QCOMPARE(result.folders, QStringList{tree.root()});
}

void TestFolderScan::oneFile()
{
    const PluginTree tree;
    tree.write(u"sub/a.py"_s, PluginTree::plugin("Filter", "A"));
    tree.write(u"sub/b.py"_s, PluginTree::plugin("Filter", "B"));

    FolderScanResult result = scanFolder(tree.path(u"sub/a.py"_s)).value();
    QCOMPARE(result.root, tree.path(u"sub"_s));
    QCOMPARE(paths(result.plugins), QStringList{u"a.py"_s});

    tree.write(u".owui-deploy.json"_s, R"({"version":1,"ids":{"sub/a.py":"pinned"}})");
    result = scanFolder(tree.path(u"sub/a.py"_s)).value();
    QCOMPARE(result.root, tree.root());
    QCOMPARE(paths(result.plugins), QStringList{u"sub/a.py"_s});
    QCOMPARE(result.plugins.constFirst().id, u"pinned"_s);
}

void TestFolderScan::appliesDecisions()
{
    const PluginTree tree;
    tree.write(u"a.py"_s, PluginTree::plugin("Filter", "A"));
    tree.write(u"b.py"_s, PluginTree::plugin("Filter", "1"));
    tree.write(u"1.py"_s, PluginTree::plugin("Filter", "1"));
    tree.write(u"none.py"_s, "import os\n");
    tree.write(u"tests/t.py"_s, PluginTree::plugin("Filter", "T"));
    tree.write(u".owui-deploy.json"_s, R"({"version":1,"excluded":["a.py","gone.py"],
        "included":["tests/t.py","none.py"],"ids":{"1.py":"One"}})");

    const FolderScanResult result = scan(tree);

    const Plugin excluded = find(result, u"a.py"_s);
    QCOMPARE(excluded.skipped, std::optional(SkipReason::ExcludedByUser));
    QVERIFY(excluded.includable && !excluded.deployable());
    const Plugin included = find(result, u"tests/t.py"_s);
    QVERIFY(included.included && included.deployable());
    const Plugin pinned = find(result, u"1.py"_s);
    QCOMPARE(pinned.id, u"one"_s);
    QCOMPARE(pinned.idOrigin, IdOrigin::Pinned);
    QVERIFY(pinned.deployable());
    QCOMPARE(find(result, u"none.py"_s).skipped, std::optional(SkipReason::NoPluginClass));
    QCOMPARE(result.plugins.size(), result.undecided.size());
    QVERIFY(hasFinding(*std::ranges::find(result.undecided, u"1.py"_s, &Plugin::path), FindingCode::IdInvalid));
}

void TestFolderScan::templateInATitle()
{
    const PluginTree tree;
    tree.write(u"report_template.py"_s, PluginTree::plugin("Filter", "Report (Template)"));
    tree.write(u"templates/report_template.py"_s, PluginTree::plugin("Filter", "Report (Template) 2"));
    tree.write(u"filter_template.py"_s, PluginTree::plugin("Filter", "Filter Template"));

    const FolderScanResult result = scan(tree);

    QCOMPARE(find(result, u"report_template.py"_s).skipped, std::nullopt);
    QVERIFY(!find(result, u"report_template.py"_s).includable);
    QCOMPARE(find(result, u"templates/report_template.py"_s).skipped, std::optional(SkipReason::Template));
    QCOMPARE(find(result, u"filter_template.py"_s).skipped, std::optional(SkipReason::Template));
}

void TestFolderScan::brokenDecisions()
{
    const PluginTree tree;
    tree.write(u"a.py"_s, PluginTree::plugin("Filter", "A"));
    tree.write(u".owui-deploy.json"_s, R"({"version":7})");

    const FolderScanResult result = scan(tree);

    QCOMPARE(result.problems.size(), 1);
    QVERIFY(result.decisionsBroken);
    QVERIFY(find(result, u"a.py"_s).deployable());
}

void TestFolderScan::flagsTakenIds()
{
    const PluginTree tree;
    tree.write(u"a.py"_s, PluginTree::plugin("Filter", "Same"));
    tree.write(u"b.py"_s, PluginTree::plugin("Action", "Same"));
    tree.write(u"c.py"_s, PluginTree::plugin("Tools", "Same"));

    FolderScanResult result = scan(tree);
    QCOMPARE(find(result, u"a.py"_s).findings, (QList<Finding>{{FindingCode::IdTaken, u"b.py"_s, 0}}));
    QCOMPARE(find(result, u"b.py"_s).findings, (QList<Finding>{{FindingCode::IdTaken, u"a.py"_s, 0}}));
    QVERIFY(!find(result, u"a.py"_s).deployable());
    QVERIFY2(find(result, u"c.py"_s).deployable(), "tools have a space of their own");

    tree.write(u".owui-deploy.json"_s, R"({"version":1,"excluded":["b.py"]})");
    result = scan(tree);
    QVERIFY(find(result, u"a.py"_s).deployable());

    tree.write(u".owui-deploy.json"_s, R"({"version":1,"ids":{"b.py":"other"}})");
    result = scan(tree);
    QVERIFY(find(result, u"a.py"_s).deployable());
    QVERIFY(find(result, u"b.py"_s).deployable());
}

void TestFolderScan::copiesNeverTakeAnId()
{
    const PluginTree tree;
    const QByteArray plugin = PluginTree::plugin("Filter", "Same");
    for (const QString &path :
         {u"same.py"_s, u"same_cn.py"_s, u"same_de.py"_s, u"src/part.py"_s, u"tests/same.py"_s, u"drafts/same.py"_s}) {
        tree.write(path, plugin);
    }
    tree.write(u"only_de.py"_s, PluginTree::plugin("Filter", "Only"));
    tree.write(u"other/src/own.py"_s, PluginTree::plugin("Filter", "Own"));

    const FolderScanResult result = scan(tree);

    QVERIFY(find(result, u"same.py"_s).deployable());
    QVERIFY(find(result, u"only_de.py"_s).deployable());
    QVERIFY(find(result, u"other/src/own.py"_s).deployable());
    QCOMPARE(find(result, u"same_cn.py"_s).skipped, std::optional(SkipReason::LocalizedCopy));
    QCOMPARE(find(result, u"same_de.py"_s).skipped, std::optional(SkipReason::LocalizedCopy));
    QCOMPARE(find(result, u"src/part.py"_s).skipped, std::optional(SkipReason::TestOrHelper));
    QVERIFY(find(result, u"src/part.py"_s).includable);
}

void TestFolderScan::batchesCoverEverything()
{
    const PluginTree tree;
    for (int i = 0; i < 300; ++i) {
        tree.write(u"%1/p%2.py"_s.arg(i % 7).arg(i), PluginTree::plugin("Filter", QByteArray::number(i)));
    }
    QMutex mutex;
    QStringList seen;
    QStringList roots;
    const FolderScanOptions options{
        .onBatch =
            [&](const QList<Plugin> &batch) {
                const QMutexLocker locker(&mutex);
                seen.append(paths(batch));
            },
        .onRoot = [&](const QString &root) { roots.append(root); },
    };

    const FolderScanResult result = scanFolder(tree.root(), options).value();

    seen.sort();
    QCOMPARE(seen, paths(result.plugins));
    QCOMPARE(roots, QStringList{tree.root()});
}

void TestFolderScan::cancel()
{
    const PluginTree tree;
    tree.write(u"a.py"_s, PluginTree::plugin("Filter", "A"));
    const std::atomic_bool cancel = true;

    const FolderScanResult result = scanFolder(tree.root(), {.cancel = &cancel}).value();

    QVERIFY(result.cancelled);
    QVERIFY(result.plugins.isEmpty());
}

void TestFolderScan::keepsWhatDidNotChange()
{
    const PluginTree tree;
    const auto setTime = [&tree](const QString &path, const QDateTime &time) {
        QFile file(tree.path(path));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.setFileTime(time, QFileDevice::FileModificationTime));
    };
    const QDateTime old = QDateTime::currentDateTimeUtc().addDays(-1);
    tree.write(u"a.py"_s, PluginTree::plugin("Filter", "A"));
    tree.write(u"b.py"_s, PluginTree::plugin("Filter", "B"));
    setTime(u"a.py"_s, old);
    setTime(u"b.py"_s, old);
    FolderScanOptions options{.known = scan(tree).undecided, .knownSince = QDateTime::currentMSecsSinceEpoch()};
    options.known.first().header = Frontmatter::read("\"\"\"\ntitle: kept\n\"\"\"");
    options.known.last().header = Frontmatter::read("\"\"\"\ntitle: kept\n\"\"\"");

    tree.write(u"b.py"_s, PluginTree::plugin("Filter", "C"));
    FolderScanResult result = scanFolder(tree.root(), options).value();
    QCOMPARE(find(result, u"a.py"_s).title(), u"kept"_s);
    QCOMPARE(find(result, u"b.py"_s).title(), u"C"_s);

    options.knownSince = old.toMSecsSinceEpoch() + 1;
    result = scanFolder(tree.root(), options).value();
    QVERIFY2(find(result, u"a.py"_s).title() == u"A"_s, "it may have been written twice in one moment");
}

QTEST_GUILESS_MAIN(TestFolderScan)
#include "tst_folderscan.moc"
