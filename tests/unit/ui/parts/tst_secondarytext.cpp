// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/parts/secondarytext.h"

#include <QApplication>
#include <QPalette>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace owui;

class tst_SecondaryText : public QObject
{
    Q_OBJECT

private slots:
    void contrasts();
    void isReadable_data();
    void isReadable();
    void mendsThePalette();
};

void tst_SecondaryText::contrasts()
{
    QCOMPARE(contrast(Qt::white, Qt::black), 21.0);
    QCOMPARE(contrast(Qt::black, Qt::white), 21.0);
    QCOMPARE(contrast(Qt::red, Qt::red), 1.0);
    QVERIFY(qAbs(contrast(QColor(0x76, 0x76, 0x76), Qt::white) - 4.54) < 0.01);
}

void tst_SecondaryText::isReadable_data()
{
    QTest::addColumn<QColor>("text");
    QTest::addColumn<QColor>("base");
    QTest::addColumn<QColor>("window");
    QTest::newRow("Fusion") << QColor(Qt::black) << QColor(Qt::white) << QColor(0xef, 0xef, 0xef);
    QTest::newRow("Breeze Dark") << QColor(0xfc, 0xfc, 0xfc) << QColor(0x1b, 0x1e, 0x20) << QColor(0x2a, 0x2e, 0x32);
    QTest::newRow("black") << QColor(Qt::white) << QColor(Qt::black) << QColor(Qt::black);
    QTest::newRow("Solarized") << QColor(0x58, 0x6e, 0x75) << QColor(0xfd, 0xf6, 0xe3) << QColor(0xee, 0xe8, 0xd5);
}

void tst_SecondaryText::isReadable()
{
    QFETCH(const QColor, text);
    QFETCH(const QColor, base);
    QFETCH(const QColor, window);
    QPalette palette;
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::Base, base);
    palette.setColor(QPalette::Window, window);
    const QColor color = secondaryText(palette);
    // A palette whose own text is weaker than that cannot be helped.
    const double possible = std::min({4.5, contrast(text, base), contrast(text, window)});
    QVERIFY(contrast(color, base) >= possible);
    QVERIFY(contrast(color, window) >= possible);
    QVERIFY(contrast(color, base) <= contrast(text, base));
}

void tst_SecondaryText::mendsThePalette()
{
    QPalette palette(QColor(0x31, 0x36, 0x3b), QColor(0x2a, 0x2e, 0x32));
    palette.setColor(QPalette::Text, QColor(0xfc, 0xfc, 0xfc));
    palette.setColor(QPalette::Base, QColor(0x1b, 0x1e, 0x20));
    palette.setColor(QPalette::PlaceholderText, Qt::black);
    QApplication::setPalette(palette);
    makeHintsReadable();
    const QPalette mended = QApplication::palette();
    QVERIFY(contrast(mended.color(QPalette::PlaceholderText), mended.color(QPalette::Base)) >= 4.5);
    QCOMPARE(mended.color(QPalette::Base), palette.color(QPalette::Base));
}

QTEST_MAIN(tst_SecondaryText)
#include "tst_secondarytext.moc"
