// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "support/windowfixture.h"

#include "ui/parts/linkbutton.h"

#include <QAbstractButton>
#include <QApplication>
#include <QKeySequence>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QStandardPaths>
#include <QTest>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace owui;
using namespace owui::test;

/// What a person without a mouse meets.
class tst_Keyboard : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void lettersAreUnique_data();
    void lettersAreUnique();
    void focusIsSeen();

private:
    [[nodiscard]] static QHash<QString, QStringList> lettersOf(const QWidget &window);
};

/// By letter: the texts of what Alt and that letter means in the window as it is shown.
QHash<QString, QStringList> tst_Keyboard::lettersOf(const QWidget &window)
{
    QStringList texts;
    for (const QAbstractButton *button : window.findChildren<QAbstractButton *>()) {
        if (button->isVisible() && button->isEnabled()) {
            texts.append(button->text());
        }
    }
    for (const QLabel *label : window.findChildren<QLabel *>()) {
        if (label->isVisible() && label->buddy()) {
            texts.append(label->text());
        }
    }
    for (const QMenuBar *bar : window.findChildren<QMenuBar *>()) {
        for (const QAction *action : bar->actions()) {
            texts.append(action->text());
        }
    }
    QHash<QString, QStringList> byLetter;
    for (const QString &text : std::as_const(texts)) {
        if (const QKeySequence letter = QKeySequence::mnemonic(text); !letter.isEmpty()) {
            byLetter[letter.toString()].append(text);
        }
    }
    return byLetter;
}

void tst_Keyboard::lettersAreUnique_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("folder");
    for (const QString &language : {u"en"_s, u"zh_CN"_s}) {
        QTest::addRow("first page, %s", qPrintable(language)) << language << false;
        QTest::addRow("list, %s", qPrintable(language)) << language << true;
    }
}

void tst_Keyboard::lettersAreUnique()
{
    QFETCH(const QString, language);
    QFETCH(const bool, folder);
    QTranslator translator;
    QVERIFY(translator.load(u":/i18n/owui_%1.qm"_s.arg(language)));
    QApplication::installTranslator(&translator);
    WindowFixture fixture;
    if (folder) {
        fixture.write(u"a.py"_s, "\"\"\"\ntitle: A\nversion: 1\n\"\"\"\nclass Filter:\n    pass\n");
        fixture.open(1);
    } else {
        fixture.window->show();
        fixture.window->start({});
    }
    const auto byLetter = lettersOf(*fixture.window);
    QVERIFY(byLetter.size() > 3);
    for (auto entry = byLetter.cbegin(); entry != byLetter.cend(); ++entry) {
        QVERIFY2(entry->size() == 1, qPrintable(entry.key() + u": "_s + entry->join(u", "_s)));
    }
}

/// A frame is painted around the big button that Tab has reached.
void tst_Keyboard::focusIsSeen()
{
    WindowFixture fixture;
    fixture.window->show();
    fixture.window->start({});
    auto &button = fixture.find<LinkButton>(u"practice"_s);
    auto &other = fixture.find<LinkButton>(u"addServer"_s);
    QVERIFY(QTest::qWaitForWindowActive(fixture.window.get()));
    other.setFocus();
    const QImage without = button.grab().toImage();
    button.setFocus();
    QTRY_VERIFY(button.hasFocus());
    QVERIFY(button.grab().toImage() != without);
}

QTEST_MAIN(tst_Keyboard)
#include "tst_keyboard.moc"
