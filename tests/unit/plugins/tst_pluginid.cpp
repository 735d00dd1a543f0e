// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "plugins/pluginfile.h"
#include "plugins/pluginid.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace owui;

class TestPluginId : public QObject
{
    Q_OBJECT

private slots:
    void normalized_data();
    void normalized();
    void fromTitle_data();
    void fromTitle();
    void fromFileName_data();
    void fromFileName();
    void origin_data();
    void origin();
    void candidates();
};

namespace {

void rows(std::initializer_list<std::pair<QString, QString>> rows)
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    for (const auto &[text, expected] : rows) {
        QTest::newRow(qPrintable(text.isEmpty() ? u"empty"_s : text.left(40))) << text << expected;
    }
}

} // namespace

void TestPluginId::normalized_data()
{
    rows({
        {u"my_filter"_s, u"my_filter"_s},
        {u"My_Filter"_s, u"my_filter"_s},
        {u"class"_s, u"class"_s},
        {u"_"_s, u"_"_s},
        {u"深度"_s, u"深度"_s},
        {u"Café2"_s, u"café2"_s},
        {u"\u0130d"_s, u"i\u0307d"_s},
        {u"\u2118x"_s, u"\u2118x"_s},
        {u"a\u00b7"_s, u"a\u00b7"_s},
        {{}, {}},
        {u"my-filter"_s, {}},
        {u"a.b"_s, {}},
        {u"1x"_s, {}},
        {u" a"_s, {}},
        {u"\u0e33"_s, {}},
        {u"a\u2e2f"_s, {}},
        {u"a\u200b"_s, {}},
        {QString(200, u'a'), QString(200, u'a')},
        {QString(201, u'a'), {}},
        {QString(101, u'é'), {}},
    });
}

void TestPluginId::normalized()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(normalizedId(text), expected);
}

void TestPluginId::fromTitle_data()
{
    rows({
        {u"Markdown Normalizer"_s, u"markdown_normalizer"_s},
        {u"  GitHub -- Copilot (SDK)! "_s, u"github_copilot_sdk"_s},
        {u"_Café_ crème"_s, u"cafe__creme"_s},
        {u"Export 导出 to Word"_s, u"export_to_word"_s},
        {u"智绘心图"_s, {}},
        {u"3D Viewer"_s, {}},
        {u"---"_s, {}},
        {u"a__b"_s, u"a__b"_s},
    });
}

void TestPluginId::fromTitle()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(idFromTitle(text), expected);
}

void TestPluginId::fromFileName_data()
{
    rows({
        {u"filters/markdown_normalizer.py"_s, u"markdown_normalizer"_s},
        {u"UPPER.py"_s, u"upper"_s},
        {u"a-b.py"_s, u"a_b"_s},
        {u"a.b.py"_s, u"a_b"_s},
        {u"has space.py"_s, u"has_space"_s},
        {u"導出.py"_s, u"導出"_s},
        {u"cafe\u0301.py"_s, u"café"_s},
        {u"_private.py"_s, u"_private"_s},
        {u"1starts.py"_s, {}},
        {u"-.py"_s, {}},
    });
}

void TestPluginId::fromFileName()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(idFromFileName(text), expected);
}

void TestPluginId::origin_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QString>("id");
    QTest::addColumn<IdOrigin>("origin");
    QTest::addColumn<QList<Finding>>("findings");

    const auto finding = [](FindingCode code, const QString &text) { return QList<Finding>{{code, text, 0}}; };
    const QList<Finding> none;
    using enum FindingCode;
    QTest::newRow("header") << u"a.py"_s << QByteArray("id: x\ntitle: T") << u"x"_s << IdOrigin::Header << none;
    QTest::newRow("header in capitals") << u"a.py"_s << QByteArray("id: X\ntitle: T") << u"x"_s << IdOrigin::Header
                                        << finding(IdChanged, u"X"_s);
    QTest::newRow("header unfit") << u"a.py"_s << QByteArray("id: x-y\ntitle: T") << u"t"_s << IdOrigin::Title
                                  << finding(IdChanged, u"x-y"_s);
    QTest::newRow("title") << u"a.py"_s << QByteArray("title: My Tool") << u"my_tool"_s << IdOrigin::Title << none;
    QTest::newRow("title unfit") << u"a.py"_s << QByteArray("title: 智绘") << u"a"_s << IdOrigin::FileName
                                 << finding(IdChanged, u"智绘"_s);
    QTest::newRow("title unfit, file of that name")
        << u"智绘.py"_s << QByteArray("title: 智绘") << u"智绘"_s << IdOrigin::FileName << none;
    QTest::newRow("file") << u"Sub/A.py"_s << QByteArray("author: x") << u"a"_s << IdOrigin::FileName << none;
    QTest::newRow("file changed") << u"a-b.py"_s << QByteArray("author: x") << u"a_b"_s << IdOrigin::FileName
                                  << finding(IdChanged, u"a-b"_s);
    QTest::newRow("nothing") << u"1.py"_s << QByteArray("title: 1") << QString() << IdOrigin::FileName
                             << finding(IdInvalid, u"1.py"_s);
}

void TestPluginId::origin()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, header);
    QFETCH(QString, id);
    QFETCH(IdOrigin, origin);
    QFETCH(QList<Finding>, findings);

    const Plugin plugin = readPlugin(path, {.utf8 = "\"\"\"\nversion: 1\n" + header + "\n\"\"\"\nclass Tools: pass\n"});

    QCOMPARE(plugin.id, id);
    QCOMPARE(plugin.idOrigin, origin);
    QCOMPARE(plugin.findings, findings);
    QCOMPARE(plugin.deployable(), !id.isEmpty());
}

void TestPluginId::candidates()
{
    const Plugin plugin =
        readPlugin(u"plugins/flash-card/flash_card.py"_s,
                   {.utf8 = "\"\"\"\nid: Flash-Card\ntitle: Flash Card: new\n\"\"\"\nclass Action: pass\n"});

    QCOMPARE(candidateIds(plugin), (QStringList{u"flash_card_new"_s, u"flash_card"_s}));
}

QTEST_APPLESS_MAIN(TestPluginId)
#include "tst_pluginid.moc"
