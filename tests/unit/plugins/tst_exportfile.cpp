// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "plugins/exportfile.h"
#include "plugins/folderscan.h"
#include "plugins/pluginfile.h"
#include "plugins/pluginfolder.h"

#include "unit/plugins/plugintree.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace owui;
using test::PluginTree;

namespace {

const QString pipeText = u"\"\"\"\ntitle: Écho\nversion: 1.2\n\"\"\"\r\n\nclass Pipe:\n    pass\n"_s;
const QString toolText = u"class Tools:\n    pass\n"_s;

/// As GET /functions/export answers, with everything that must stay where it is.
QJsonObject function(const QString &id, const QString &text, const QString &type = u"pipe"_s)
{
    return {{u"id"_s, id},
            {u"user_id"_s, u"SECRET-owner"_s},
            {u"name"_s, u"Name of "_s + id},
            {u"type"_s, type},
            {u"content"_s, text},
            {u"meta"_s, QJsonObject{{u"description"_s, u"About "_s + id},
                                    {u"manifest"_s, QJsonObject{{u"title"_s, u"SECRET-manifest"_s}}}}},
            {u"valves"_s, QJsonObject{{u"api_key"_s, u"SECRET-valve"_s}}},
            {u"is_active"_s, true},
            {u"is_global"_s, true},
            {u"updated_at"_s, 1},
            {u"created_at"_s, 1}};
}

QJsonObject tool(const QString &id, const QString &text)
{
    QJsonObject json = function(id, text);
    json.remove(u"type"_s);
    json.insert(u"specs"_s, QJsonArray());
    json.insert(u"access_grants"_s, QJsonArray{QJsonObject{{u"principal_id"_s, u"SECRET-grant"_s}}});
    return json;
}

QByteArray bytesOf(const QJsonArray &list)
{
    return QJsonDocument(list).toJson();
}

QStringList pathsOf(const QList<Plugin> &plugins)
{
    QStringList paths;
    std::ranges::transform(plugins, std::back_inserter(paths), &Plugin::path);
    return paths;
}

QList<Plugin> pluginsOf(const QByteArray &json)
{
    const PluginTree tree;
    tree.write(u"e.json"_s, json);
    return scanFolder(tree.root()).value().plugins;
}

bool has(const Plugin &plugin, FindingCode code)
{
    return std::ranges::count(plugin.findings, code, &Finding::code) > 0;
}

/// Everything that is kept of a plugin, as text.
QString everythingOf(const Plugin &plugin)
{
    QStringList texts{plugin.path, plugin.id, plugin.title(), plugin.writtenDescription(), plugin.entry->name};
    for (const Frontmatter::Field &field : plugin.header.fields()) {
        texts += {field.key, field.value};
    }
    for (const Finding &finding : plugin.findings) {
        texts += {finding.argument, finding.text()};
    }
    return texts.join(u'\n');
}

} // namespace

/// The functions and tools of Open WebUI's JSON exports are rows like Python files.
class TestExportFile : public QObject
{
    Q_OBJECT

private slots:
    void readsEachEntry()
    {
        const PluginTree tree;
        tree.write(u"sub/all.JSON"_s, bytesOf({function(u"echo"_s, pipeText), tool(u"calendar"_s, toolText)}));
        const QList<Plugin> plugins = scanFolder(tree.root()).value().plugins;
        QCOMPARE(pathsOf(plugins), (QStringList{u"sub/all.JSON#calendar"_s, u"sub/all.JSON#echo"_s}));
        const Plugin &echo = plugins.at(1);
        QCOMPARE(echo.file(), u"sub/all.JSON"_s);
        QCOMPARE(echo.kind, std::optional(PluginKind::Pipe));
        QCOMPARE(echo.id, u"echo"_s); // not "echo" of a title or file name
        QCOMPARE(echo.idOrigin, IdOrigin::Export);
        QCOMPARE(echo.title(), u"Écho"_s); // the header before the entry's name
        QCOMPARE(echo.version(), u"1.2"_s);
        QCOMPARE(echo.writtenDescription(), u"About echo"_s);
        QVERIFY(echo.findings.isEmpty());
        QVERIFY(echo.deployable());
        const Plugin &calendar = plugins.at(0);
        QCOMPARE(calendar.kind, std::optional(PluginKind::Tool));
        QCOMPARE(calendar.title(), u"Name of calendar"_s);
        for (const Plugin &plugin : plugins) {
            QVERIFY2(!everythingOf(plugin).contains(u"SECRET"_s), qUtf8Printable(everythingOf(plugin)));
            const Result<PluginSource, SkipReason> source = readSourceOf(tree.root(), plugin);
            QVERIFY(source.isOk());
            QCOMPARE(source.value().utf8, (plugin.id == u"echo" ? pipeText : toolText).toUtf8());
            QCOMPARE(readPlugin(plugin.file(), source.value()), plugin);
        }
    }

    void readsEveryShape_data()
    {
        QTest::addColumn<QByteArray>("json");
        const QJsonObject echo = function(u"echo"_s, pipeText);
        QTest::newRow("list") << bytesOf({echo});
        QTest::newRow("single object") << QJsonDocument(echo).toJson(QJsonDocument::Compact);
        QTest::newRow("community") << bytesOf({QJsonObject{{u"id"_s, u"other"_s}, {u"function"_s, echo}}});
        QTest::newRow("byte order mark") << "\xEF\xBB\xBF" + bytesOf({echo});
        QTest::newRow("little") << bytesOf({QJsonObject{{u"id"_s, u"echo"_s}, {u"content"_s, pipeText}}});
        QTest::newRow("upper case") << bytesOf({function(u"Echo"_s, pipeText)});
        QTest::newRow("beside others") << bytesOf({1, QJsonValue(), QJsonArray{echo}, QJsonObject(), echo});
    }
    void readsEveryShape()
    {
        QFETCH(const QByteArray, json);
        const QList<Plugin> plugins = pluginsOf(json);
        QCOMPARE(pathsOf(plugins), QStringList{u"e.json#echo"_s});
        QCOMPARE(plugins.first().id, u"echo"_s);
        QVERIFY(plugins.first().deployable());
    }

    void textDecidesTheKind()
    {
        const QString both = u"class Filter:\n    pass\n\n\nclass Tools:\n    pass\n"_s;
        const QList<Plugin> plugins =
            pluginsOf(bytesOf({function(u"a"_s, pipeText, u"filter"_s), function(u"b"_s, both, u"filter"_s),
                               tool(u"c"_s, both), tool(u"d"_s, pipeText)}));
        QCOMPARE(plugins.size(), 4);
        QCOMPARE(plugins.at(0).kind, std::optional(PluginKind::Pipe));
        QVERIFY(has(plugins.at(0), FindingCode::ExportSaysOtherKind));
        QCOMPARE(plugins.at(1).kind, std::optional(PluginKind::Filter));
        QCOMPARE(plugins.at(2).kind, std::optional(PluginKind::Tool));
        QVERIFY(!has(plugins.at(1), FindingCode::ExportSaysOtherKind));
        QVERIFY(!has(plugins.at(2), FindingCode::ExportSaysOtherKind));
        QVERIFY(has(plugins.at(3), FindingCode::ExportSaysOtherKind));
    }

    void oneIdTwice()
    {
        const PluginTree tree;
        tree.write(u"a.json"_s, bytesOf({function(u"echo"_s, pipeText), function(u"echo"_s, pipeText + u"#"_s)}));
        tree.write(u"b.py"_s, "\"\"\"\nid: echo\n\"\"\"\nclass Pipe: pass\n");
        tree.write(u"c.json"_s, bytesOf({tool(u"echo"_s, toolText)})); // of the other space
        const QList<Plugin> plugins = scanFolder(tree.root()).value().plugins;
        QCOMPARE(pathsOf(plugins), (QStringList{u"a.json#echo"_s, u"a.json#echo#2"_s, u"b.py"_s, u"c.json#echo"_s}));
        QVERIFY(has(plugins.at(0), FindingCode::IdTaken));
        QVERIFY(has(plugins.at(1), FindingCode::IdTaken));
        QVERIFY(has(plugins.at(2), FindingCode::IdTaken));
        QVERIFY(plugins.at(3).deployable());
        QVERIFY(readSourceOf(tree.root(), plugins.at(1)).value().utf8.endsWith('#'));

        tree.write(FolderDecisions::fileName(), "{\"version\": 1, \"excluded\": [\"a.json#echo#2\", \"b.py\"]}");
        const QList<Plugin> decided = scanFolder(tree.root()).value().plugins;
        QVERIFY(decided.at(0).deployable());
        QCOMPARE(decided.at(1).skipped, std::optional(SkipReason::ExcludedByUser));
    }

    void leavesOut_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<std::optional<SkipReason>>("reason");
        using Reason = std::optional<SkipReason>;
        constexpr int depth = 100 * 1000;
        const QByteArray good = bytesOf({function(u"echo"_s, pipeText)});
        const QJsonObject message{{u"role"_s, u"user"_s}, {u"content"_s, pipeText}};
        const auto with = [](const QString &key, const QJsonValue &value) {
            QJsonObject json = function(u"echo"_s, pipeText);
            json.insert(key, value);
            return bytesOf({json});
        };
        QTest::newRow("chats") << bytesOf({QJsonObject{{u"id"_s, u"c"_s},
                                                       {u"title"_s, u"t"_s},
                                                       {u"meta"_s, QJsonObject()},
                                                       {u"chat"_s, QJsonObject{{u"messages"_s, QJsonArray{message}}}}}})
                               << Reason(SkipReason::OtherExport);
        QTest::newRow("models") << bytesOf({QJsonObject{{u"id"_s, u"m"_s},
                                                        {u"base_model_id"_s, QJsonValue()},
                                                        {u"params"_s, QJsonObject()},
                                                        {u"meta"_s, QJsonObject()}}})
                                << Reason(SkipReason::OtherExport);
        QTest::newRow("prompts")
            << bytesOf({QJsonObject{
                   {u"id"_s, u"p"_s}, {u"command"_s, u"/p"_s}, {u"content"_s, u"x"_s}, {u"meta"_s, QJsonObject()}}})
            << Reason(SkipReason::OtherExport);
        QTest::newRow("cut off") << good.chopped(3) << Reason(SkipReason::BrokenExport);
        QTest::newRow("cut off in the code")
            << good.first(good.indexOf("class Pipe") + 20) << Reason(SkipReason::BrokenExport);
        QTest::newRow("deep") << "{\"user_id\": \"\", \"content\": " + QByteArray(depth, '[') + QByteArray(depth, ']') +
                                     '}'
                              << Reason(SkipReason::BrokenExport);
        const QString text = QString::fromUtf8(good);
        QTest::newRow("UTF-16") << "\xFF\xFE" +
                                       QByteArray(reinterpret_cast<const char *>(text.utf16()), text.size() * 2)
                                << Reason(SkipReason::NotUtf8);
        QTest::newRow("Latin 1") << QByteArray(good).replace("\xC3\x89", "\xC9") << Reason(SkipReason::NotUtf8);
        QTest::newRow("too large") << good.first(good.size() - 2) + QByteArray(maximumPluginSize, ' ') + ']'
                                   << Reason(SkipReason::TooLarge);
        QTest::newRow("no code") << with(u"content"_s, QJsonValue()) << Reason(SkipReason::IncompleteEntry);
        QTest::newRow("no id") << with(u"id"_s, QString()) << Reason(SkipReason::IncompleteEntry);
        QTest::newRow("bad id") << with(u"id"_s, u"../x y"_s) << Reason(SkipReason::IncompleteEntry);
        QTest::newRow("empty code") << with(u"content"_s, QString()) << Reason(SkipReason::Empty);
        QTest::newRow("NUL") << with(u"content"_s, QString(pipeText + QChar::Null)) << Reason(SkipReason::ContainsNul);
        QTest::newRow("half a character")
            << R"([{"id": "e", "meta": {}, "content": "class Pipe: pass # \ud800"}])"_ba << Reason(SkipReason::NotUtf8);
        QTest::newRow("no class") << with(u"content"_s, u"x = 1\n"_s) << Reason(SkipReason::NoPluginClass);
        QTest::newRow("package.json") << R"({"name": "content", "scripts": {"content": "x"}})"_ba << Reason();
        QTest::newRow("articles") << R"([{"id": "a", "content": "Pipes and filters"}])"_ba << Reason();
        QTest::newRow("tsconfig with comments") << "{ // \"content\"\n \"content\": [],\n}"_ba << Reason();
        QTest::newRow("other data, too large") << '[' + QByteArray(maximumPluginSize, ' ') + ']' << Reason();
        QTest::newRow("empty") << ""_ba << Reason();
    }
    void leavesOut()
    {
        QFETCH(const QByteArray, json);
        QFETCH(const std::optional<SkipReason>, reason);
        const PluginTree tree;
        tree.write(u"e.json"_s, json);
        tree.write(u"good.py"_s, PluginTree::plugin("Pipe", "Good"));
        const QList<Plugin> plugins = scanFolder(tree.root()).value().plugins;
        QVERIFY(std::ranges::any_of(plugins, &Plugin::deployable)); // stops nothing
        QCOMPARE(plugins.size(), reason ? 2 : 1);
        if (reason) {
            QCOMPARE(plugins.first().skipped, reason);
            QVERIFY(!plugins.first().includable);
        }
        // Somebody who names a file is told what it is.
        const QList<Plugin> named = scanFolder(tree.path(u"e.json"_s)).value().plugins;
        QCOMPARE(named.size(), 1);
        QVERIFY(named.first().skipped.has_value());
        QVERIFY(!named.first().deployable());
    }

    void hiddenJsonIsNotRead()
    {
        const PluginTree tree;
        tree.write(u".e.json"_s, bytesOf({function(u"echo"_s, pipeText)}));
        tree.write(u"node_modules/e.json"_s, bytesOf({function(u"echo"_s, pipeText)}));
        QVERIFY(scanFolder(tree.root()).value().plugins.isEmpty());
    }

    void markOfTheTextIsNotSent()
    {
        const PluginTree tree;
        tree.write(u"e.json"_s, bytesOf({function(u"echo"_s, QChar(QChar::ByteOrderMark) + pipeText)}));
        const Plugin plugin = scanFolder(tree.root()).value().plugins.value(0);
        QVERIFY(has(plugin, FindingCode::HeaderByteOrderMark));
        QCOMPARE(readSourceOf(tree.root(), plugin).value().utf8, pipeText.toUtf8());
    }

    void unchangedFileIsNotReadAgain()
    {
        const PluginTree tree;
        tree.write(u"e.json"_s, bytesOf({function(u"a"_s, pipeText), function(u"b"_s, pipeText)}));
        QList<Plugin> known = scanFolder(tree.root()).value().undecided;
        QCOMPARE(known.size(), 2);
        known[1].entry->name = u"from memory"_s;
        const FolderScanOptions options{.known = known, .knownSince = known.first().modified + 10 * 1000};
        QCOMPARE(scanFolder(tree.root(), options).value().undecided, known);
    }

    void changedFileUpdatesItsRows()
    {
        const PluginTree tree;
        tree.write(u"e.json"_s, bytesOf({function(u"a"_s, pipeText), function(u"b"_s, pipeText)}));
        PluginFolder folder;
        QSignalSpy scanned(&folder, &PluginFolder::scanned);
        QSignalSpy problems(&folder, &PluginFolder::problemFound);
        folder.open(tree.root());
        QVERIFY(scanned.wait());
        QCOMPARE(pathsOf(folder.plugins()), (QStringList{u"e.json#a"_s, u"e.json#b"_s}));
        folder.pinId(u"e.json#a"_s, u"other"_s);
        QCOMPARE(problems.size(), 1);
        QVERIFY(!QFile::exists(tree.path(FolderDecisions::fileName())));

        tree.write(u"e.json"_s, bytesOf({function(u"b"_s, pipeText + u"x = 1\n"_s), function(u"c"_s, toolText)}));
        QTRY_COMPARE(pathsOf(folder.plugins()), (QStringList{u"e.json#b"_s, u"e.json#c"_s}));
        const Result<PluginSource, SkipReason> source = readSourceOf(tree.root(), folder.plugins().first());
        QVERIFY(source.value().utf8.endsWith("x = 1\n"));
    }

    void entryThatWentIsNotFound()
    {
        const PluginTree tree;
        tree.write(u"e.json"_s, bytesOf({function(u"a"_s, pipeText)}));
        const Plugin plugin = scanFolder(tree.root()).value().plugins.value(0);
        tree.write(u"e.json"_s, bytesOf({function(u"b"_s, pipeText)}));
        QCOMPARE(readSourceOf(tree.root(), plugin).error(), SkipReason::IncompleteEntry);
    }

    void reportedFolder()
    {
        const QString folder = QStringLiteral(OWUI_SHARED_DIR) + u"/reports/only-json"_s;
        if (!QDir(folder).exists()) {
            QSKIP("The shared reports are not beside this checkout.");
        }
        const QList<Plugin> plugins = scanFolder(folder).value().plugins;
        QCOMPARE(pathsOf(plugins), QStringList{u"greeter.json#greeter"_s});
        QVERIFY(plugins.first().deployable());
        QCOMPARE(plugins.first().kind, std::optional(PluginKind::Pipe));
        QCOMPARE(plugins.first().title(), u"Greeter"_s);
    }
};

QTEST_GUILESS_MAIN(TestExportFile)
#include "tst_exportfile.moc"
