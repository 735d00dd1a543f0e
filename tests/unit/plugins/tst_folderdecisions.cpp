// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "plugins/folderdecisions.h"

#include "unit/plugins/plugintree.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace owui;
using test::PluginTree;

class TestFolderDecisions : public QObject
{
    Q_OBJECT

private slots:
    void missingFileIsNoDecision();
    void writesSmallSortedText();
    void keepsWhatItDoesNotKnow();
    void keepsAMarkAtTheStartOfAName();
    void decisionsReplaceEachOther();
    void refusesAndKeepsOtherFiles_data();
    void refusesAndKeepsOtherFiles();
    void refusesLink();
    void refusesUnwritableFolder();
};

void TestFolderDecisions::missingFileIsNoDecision()
{
    const PluginTree tree;
    const Result<FolderDecisions> decisions = FolderDecisions::load(tree.root());
    QVERIFY(decisions.isOk());
    QVERIFY(decisions.value().isEmpty());
    QVERIFY(!QFile::exists(tree.path(FolderDecisions::fileName())));
}

void TestFolderDecisions::writesSmallSortedText()
{
    const PluginTree tree;
    FolderDecisions decisions;
    decisions.exclude(u"b.py"_s);
    decisions.exclude(u"a.py"_s);
    decisions.include(u"tests/c.py"_s);
    decisions.pinId(u"z.py"_s, u"zed"_s);
    decisions.pinId(u"a/y.py"_s, u"why"_s);

    QCOMPARE(decisions.save(tree.root()), std::nullopt);

    QFile file(tree.path(u".owui-deploy.json"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray(R"({
    "excluded": [
        "a.py",
        "b.py"
    ],
    "ids": {
        "a/y.py": "why",
        "z.py": "zed"
    },
    "included": [
        "tests/c.py"
    ],
    "version": 1
}
)"));
    const Result<FolderDecisions> loaded = FolderDecisions::load(tree.root());
    QVERIFY(loaded.isOk());
    QCOMPARE(loaded.value(), decisions);
}

void TestFolderDecisions::keepsWhatItDoesNotKnow()
{
    const PluginTree tree;
    tree.write(u".owui-deploy.json"_s, R"({"version":1,"colour":{"a":1},"ids":{"a.py":"x"}})");
    Result<FolderDecisions> decisions = FolderDecisions::load(tree.root());
    QVERIFY(decisions.isOk());
    QCOMPARE(decisions.value().pinnedId(u"a.py"_s), u"x"_s);
    decisions.value().pinId(u"a.py"_s, {});

    QCOMPARE(decisions.value().save(tree.root()), std::nullopt);

    QFile file(tree.path(u".owui-deploy.json"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QVERIFY(text.contains("\"colour\""));
    QVERIFY(!text.contains("a.py"));
}

void TestFolderDecisions::keepsAMarkAtTheStartOfAName()
{
    const PluginTree tree;
    const QString name = QChar(QChar::ByteOrderMark) + u"a.py"_s;
    FolderDecisions decisions;
    decisions.exclude(name);
    QCOMPARE(decisions.save(tree.root()), std::nullopt);

    const Result<FolderDecisions> loaded = FolderDecisions::load(tree.root());
    QVERIFY(loaded.isOk());
    QVERIFY(loaded.value().isExcluded(name));
    QVERIFY(!loaded.value().isExcluded(u"a.py"_s));
}

void TestFolderDecisions::decisionsReplaceEachOther()
{
    FolderDecisions decisions;
    decisions.exclude(u"a.py"_s);
    decisions.include(u"a.py"_s);
    QVERIFY(decisions.isIncluded(u"a.py"_s) && !decisions.isExcluded(u"a.py"_s));
    decisions.exclude(u"a.py"_s);
    QVERIFY(!decisions.isIncluded(u"a.py"_s) && decisions.isExcluded(u"a.py"_s));
    decisions.pinId(u"a.py"_s, u"x"_s);
    QCOMPARE(decisions.pinnedId(u"a.py"_s), u"x"_s);
    decisions.pinId(u"a.py"_s, {});
    QVERIFY(decisions.pinnedId(u"a.py"_s).isEmpty());
}

void TestFolderDecisions::refusesAndKeepsOtherFiles_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("broken") << QByteArray(R"({"version":1,)");
    QTest::newRow("no object") << QByteArray("[1]");
    QTest::newRow("foreign") << QByteArray(R"({"name":"x"})");
    QTest::newRow("newer") << QByteArray(R"({"version":2})");
    QTest::newRow("version 0") << QByteArray(R"({"version":0})");
    QTest::newRow("version as text") << QByteArray(R"({"version":"1"})");
    QTest::newRow("upwards") << QByteArray(R"({"version":1,"excluded":["../a.py"]})");
    QTest::newRow("upwards inside") << QByteArray(R"({"version":1,"included":["a/../../b.py"]})");
    QTest::newRow("absolute") << QByteArray(R"({"version":1,"ids":{"/etc/x.py":"a"}})");
    QTest::newRow("drive") << QByteArray(R"({"version":1,"ids":{"C:/x.py":"a"}})");
    QTest::newRow("backslash") << QByteArray(R"({"version":1,"ids":{"..\\x.py":"a"}})");
    QTest::newRow("bad id") << QByteArray(R"({"version":1,"ids":{"x.py":"a-b"}})");
    QTest::newRow("no id") << QByteArray(R"({"version":1,"ids":{"x.py":""}})");
    QTest::newRow("no path") << QByteArray(R"({"version":1,"excluded":[""]})");
    QTest::newRow("id is a number") << QByteArray(R"({"version":1,"ids":{"x.py":1}})");
    QTest::newRow("list expected") << QByteArray(R"({"version":1,"excluded":"a.py"})");
    QTest::newRow("not UTF-8") << QByteArray("{\"version\":1,\"x\":\"\xff\"}");
}

void TestFolderDecisions::refusesAndKeepsOtherFiles()
{
    QFETCH(QByteArray, text);
    const PluginTree tree;
    tree.write(u".owui-deploy.json"_s, text);

    const Result<FolderDecisions> decisions = FolderDecisions::load(tree.root());
    QVERIFY(!decisions.isOk());
    QVERIFY(decisions.error().text.contains(u".owui-deploy.json"));
    QVERIFY(!decisions.error().remedy.isEmpty());

    FolderDecisions other;
    other.exclude(u"a.py"_s);
    QVERIFY(other.save(tree.root()).has_value());
    QFile file(tree.path(u".owui-deploy.json"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), text);
}

void TestFolderDecisions::refusesLink()
{
    const PluginTree tree;
    const PluginTree outside;
    outside.write(u"x.json"_s, R"({"version":1})");
    QVERIFY(QFile::link(outside.path(u"x.json"_s), tree.path(u".owui-deploy.json"_s)));

    QVERIFY(!FolderDecisions::load(tree.root()).isOk());
    QVERIFY(FolderDecisions().save(tree.root()).has_value());
}

void TestFolderDecisions::refusesUnwritableFolder()
{
#ifdef Q_OS_UNIX
    const PluginTree tree;
    QVERIFY(QFile::setPermissions(tree.root(), QFileDevice::ReadOwner | QFileDevice::ExeOwner | QFileDevice::ReadOther |
                                                   QFileDevice::ExeOther));
    FolderDecisions decisions;
    decisions.exclude(u"a.py"_s);
    std::optional<Problem> problem;
    {
        const test::WithoutPrivileges dropped;
        problem = decisions.save(tree.root());
    }
    QVERIFY(QFile::setPermissions(tree.root(), PluginTree::readableByAll));
    QVERIFY(problem.has_value());
#else
    QSKIP("Permissions of this system are another matter.");
#endif
}

QTEST_GUILESS_MAIN(TestFolderDecisions)
#include "tst_folderdecisions.moc"
