// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "commandline/output/textwidth.h"

#include "commandline/output/texttable.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace owui;

class TestTextWidth final : public QObject
{
    Q_OBJECT

private slots:
    void measures_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("width");
        QTest::newRow("empty") << QString() << 0;
        QTest::newRow("Latin") << u"plugin"_s << 6;
        QTest::newRow("umlaut") << u"für"_s << 3;
        QTest::newRow("combining") << u"fu\u0308r"_s << 3;
        QTest::newRow("Chinese") << u"導出"_s << 4;
        QTest::newRow("Korean") << u"한국"_s << 4;
        QTest::newRow("full-width colon") << u"："_s << 2;
        QTest::newRow("emoji") << u"🚀a"_s << 3;
        QTest::newRow("half of a pair") << QString(QChar(0xD83D)) << 1;
    }
    void measures()
    {
        QFETCH(const QString, text);
        QTEST(displayWidth(text), "width");
    }

    void shortens()
    {
        QCOMPARE(elided(u"plugin"_s, 6), u"plugin"_s);
        QCOMPARE(elided(u"plugins"_s, 6), u"plugi…"_s);
        // A wide character that does not fit whole is left out.
        QCOMPARE(elided(u"導出器具"_s, 6), u"導出…"_s);
        QCOMPARE(elided(u"🚀🚀"_s, 3), u"🚀…"_s);
    }

    void takesControlOut()
    {
        QCOMPARE(printable(u"a\x1b[31mb"_s), u"a\uFFFD[31mb"_s);
        QCOMPARE(printable(u"a\nb\tc"_s), u"a b c"_s);
        QCOMPARE(printable(u"a\u202Eb"_s), u"a\uFFFDb"_s);
        for (const char32_t unseen : {0x200BU, 0x200FU, 0x061CU, 0x2066U, 0xFEFFU, 0xE0020U}) {
            QCOMPARE(printable(u'a' + QStringView(QChar::fromUcs4(unseen)).toString() + u'b'), u"a\uFFFDb"_s);
        }
        QCOMPARE(printable(u"導出 für 🚀"_s), u"導出 für 🚀"_s);
    }

    void fits()
    {
        QCOMPARE(fittedWidths({10, 40}, 0), (QList{10, 40}));
        QCOMPARE(fittedWidths({10, 40}, 60), (QList{10, 40}));
        QCOMPARE(fittedWidths({10, 40}, 42), (QList{10, 30}));
        // Nothing becomes narrower than what still says something.
        QCOMPARE(fittedWidths({8, 8}, 10), (QList{8, 8}));
        QCOMPARE(fittedWidths({40, 20, 30}, 72, {true, false, false}), (QList{40, 14, 14}));
    }
};

QTEST_GUILESS_MAIN(TestTextWidth)
#include "tst_textwidth.moc"
