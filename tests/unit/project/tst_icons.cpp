// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include <QDir>
#include <QIcon>
#include <QImage>
#include <QPixmap>
#include <QTest>

using namespace Qt::StringLiterals;

// Every drawing of resources/icons is in the program and shows something at the size of a tool bar.
class TestIcons final : public QObject
{
    Q_OBJECT

private slots:
    void isPainted_data();
    void isPainted();
};

void TestIcons::isPainted_data()
{
    QTest::addColumn<QString>("name");
    const QStringList names =
        QDir(QStringLiteral(OWUI_SOURCE_DIR "/resources/icons")).entryList({u"*.svg"_s}, QDir::Files);
    QVERIFY(!names.isEmpty());
    for (const QString &name : names) {
        QTest::newRow(qUtf8Printable(name)) << name;
    }
}

void TestIcons::isPainted()
{
    QFETCH(QString, name);
    const QImage image = QIcon(u":/icons/"_s + name).pixmap(16, 16).toImage();
    QCOMPARE(image.size(), QSize(16, 16));

    int painted = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            painted += image.pixelColor(x, y).alpha() > 127 ? 1 : 0;
        }
    }
    QVERIFY2(painted >= 10, qUtf8Printable(u"%1 pixels"_s.arg(painted)));
}

QTEST_MAIN(TestIcons)

#include "tst_icons.moc"
