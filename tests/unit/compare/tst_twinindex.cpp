// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "compare/seen/twinindex.h"
#include "plugins/pluginfile.h"

#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace owui;

class TwinIndexTest final : public QObject
{
    Q_OBJECT

private slots:
    void find_data();
    void find();
    void readsTheTextsOfAFew();
};

namespace {

ServerPlugin onServer(const QString &id, const QJsonObject &manifest, PluginKind kind = PluginKind::Filter)
{
    return {.space = spaceOf(kind), .id = id, .kind = kind, .name = u"N"_s, .meta = {{u"manifest"_s, manifest}}};
}

const QString code =
    u"class Filter:\n    def inlet(self, body: dict) -> dict:\n        return dict(body, seen=True)\n"_s;

} // namespace

void TwinIndexTest::find_data()
{
    QTest::addColumn<ServerPlugin>("other");
    QTest::addColumn<QSet<QString>>("otherIds");
    QTest::addColumn<bool>("isTwin");
    const QSet<QString> none;

    QTest::newRow("nothing alike") << onServer(u"else"_s, {}) << none << false;
    QTest::newRow("the plugin itself") << onServer(u"pinned_id"_s, {{u"title"_s, u"My Filter"_s}}) << none << false;
    QTest::newRow("id of the file name") << onServer(u"file_name"_s, {}) << none << true;
    QTest::newRow("id of the title") << onServer(u"my_filter"_s, {}) << none << true;
    QTest::newRow("id of another file of the folder")
        << onServer(u"file_name"_s, {}) << QSet<QString>{u"file_name"_s} << false;
    QTest::newRow("same openwebui_id") << onServer(u"x"_s, {{u"openwebui_id"_s, u"abc"_s}}) << none << true;
    QTest::newRow("same title and kind") << onServer(u"x"_s, {{u"title"_s, u"My Filter"_s}}) << none << true;
    QTest::newRow("same title, another kind")
        << onServer(u"x"_s, {{u"title"_s, u"My Filter"_s}}, PluginKind::Pipe) << none << false;
    ServerPlugin same = onServer(u"x"_s, {});
    same.content = u"\"\"\"\ntitle: Another\n\"\"\"\n%1"_s.arg(code).replace(u'\n', u"\r\n"_s);
    QTest::newRow("same text but for the header") << same << none << true;
    same.content = code;
    QTest::newRow("same text, without a header") << same << none << true;
    same.content = QString(code).replace(u"return"_s, u"RETURN"_s);
    QTest::newRow("a text of the same length") << same << none << false;
    QTest::newRow("sent from the same file") << onServer(u"sent_before"_s, {}) << none << true;
    QTest::newRow("sent from the same file, which is another one's now")
        << onServer(u"sent_before"_s, {}) << QSet<QString>{u"sent_before"_s} << false;
    QTest::newRow("a tool of the same name")
        << onServer(u"file_name"_s, {{u"title"_s, u"My Filter"_s}}, PluginKind::Tool) << none << false;
}

void TwinIndexTest::find()
{
    QFETCH(const ServerPlugin, other);
    QFETCH(const QSet<QString>, otherIds);
    QFETCH(const bool, isTwin);

    const QByteArray text = "\"\"\"\ntitle: My Filter\nopenwebui_id: abc\n\"\"\"\n" + code.toUtf8();
    Plugin plugin = readPlugin(u"filters/file_name.py"_s, {.utf8 = text});
    QCOMPARE(plugin.kind, PluginKind::Filter);
    plugin.id = u"pinned_id"_s;
    plugin.idOrigin = IdOrigin::Pinned;

    const std::optional<ServerPlugin> twin =
        TwinIndex({onServer(u"unrelated"_s, {}), other})
            .find(plugin, otherIds, {.code = codeMark(QString::fromUtf8(text)), .sentIds = {u"sent_before"_s}});
    QCOMPARE(twin.has_value(), isTwin);
    if (isTwin) {
        QCOMPARE(twin->id, other.id);
    }
}

/// Of a list without texts only what may well be the same is read.
void TwinIndexTest::readsTheTextsOfAFew()
{
    ServerPlugin named = onServer(u"x1"_s, {});
    named.name = u"My Filter (beta)"_s;
    ServerPlugin read = onServer(u"my_filter_2"_s, {});
    read.content = code;
    const TwinIndex index({onServer(u"unrelated"_s, {}), named, read, onServer(u"my_filter_old"_s, {}),
                           onServer(u"my_filter_pipe"_s, {}, PluginKind::Pipe), onServer(u"other_my_filter"_s, {})});
    Plugin plugin = readPlugin(u"a.py"_s, {.utf8 = "\"\"\"\ntitle: My Filter\n\"\"\"\n" + code.toUtf8()});
    QCOMPARE(plugin.id, u"my_filter"_s);
    QCOMPARE(index.unreadAlike(plugin, {u"other_my_filter"_s}), (QStringList{u"my_filter_old"_s, u"x1"_s}));
    plugin.id = u"a"_s; // too short to be like anything
    QCOMPARE(index.unreadAlike(plugin, {}), (QStringList{u"x1"_s}));
    // A file that was moved is like none by its names.
    QCOMPARE(index.unreadAlike(plugin, {}, {u"unrelated"_s, u"gone"_s}), (QStringList{u"unrelated"_s, u"x1"_s}));
    // What was read is known.
    TwinIndex learnt = index;
    named.content = code;
    learnt.learn(named);
    QVERIFY(learnt.unreadAlike(plugin, {}).isEmpty());
    const auto twin = learnt.find(plugin, {u"my_filter_2"_s}, {.code = codeMark(code)});
    QVERIFY(twin && twin->id == u"x1"_s);
}

QTEST_GUILESS_MAIN(TwinIndexTest)
#include "tst_twinindex.moc"
