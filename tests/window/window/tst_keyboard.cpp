// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "support/practicefixture.h"
#include "support/windowfixture.h"

#include "ui/connections/signindialog.h"
#include "ui/list/pluginactions.h"
#include "ui/parts/linkbutton.h"
#include "ui/parts/windowactions.h"
#include "ui/run/consentdialog.h"
#include "ui/run/historydialog.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QKeySequence>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>
#include <QStandardPaths>
#include <QTest>
#include <QTranslator>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace owui;
using namespace owui::test;

namespace {

constexpr int patience = 30'000; // milliseconds

} // namespace

/// What a person without a mouse meets.
class tst_Keyboard : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void lettersAreUnique_data();
    void lettersAreUnique();
    void lettersOfDialogsAreUnique_data();
    void lettersOfDialogsAreUnique();
    void questionsAreWalked_data() { lettersOfDialogsAreUnique_data(); }
    void questionsAreWalked();
    void focusIsSeen();

private:
    static void speak(QTranslator &translator, const QString &language);
    static void checkLetters(const QHash<QString, QStringList> &letters);
    static void checkFocus(QWidget &window);
    static void walk(WindowFixture &fixture);
    [[nodiscard]] static QHash<QString, QStringList> byLetter(const QStringList &texts);
    [[nodiscard]] static QHash<QString, QStringList> lettersOf(const QMenu &menu);
    [[nodiscard]] static QHash<QString, QStringList> lettersOf(const QWidget &window);
};

/// By letter: the texts of what Alt and that letter means in the window as it is shown.
QHash<QString, QStringList> tst_Keyboard::lettersOf(const QWidget &window)
{
    QStringList texts;
    for (const QAbstractButton *button : window.findChildren<QAbstractButton *>()) {
        if (button->window() == &window && button->isVisible() && button->isEnabled()) {
            texts.append(button->text());
        }
    }
    for (const QLabel *label : window.findChildren<QLabel *>()) {
        if (label->window() == &window && label->isVisible() && label->buddy()) {
            texts.append(label->text());
        }
    }
    for (const QMenuBar *bar : window.findChildren<QMenuBar *>()) {
        for (const QAction *action : bar->actions()) {
            texts.append(action->text());
        }
    }
    return byLetter(texts);
}

QHash<QString, QStringList> tst_Keyboard::lettersOf(const QMenu &menu)
{
    QStringList texts;
    for (const QAction *action : menu.actions()) {
        if (action->isVisible()) {
            texts.append(action->text());
        }
    }
    return byLetter(texts);
}

QHash<QString, QStringList> tst_Keyboard::byLetter(const QStringList &texts)
{
    QHash<QString, QStringList> letters;
    for (const QString &text : texts) {
        if (const QKeySequence letter = QKeySequence::mnemonic(text); !letter.isEmpty()) {
            letters[letter.toString()].append(text);
        }
    }
    return letters;
}

void tst_Keyboard::checkLetters(const QHash<QString, QStringList> &letters)
{
    for (auto entry = letters.cbegin(); entry != letters.cend(); ++entry) {
        QVERIFY2(entry->size() == 1, qPrintable(entry.key() + u": "_s + entry->join(u", "_s)));
    }
}

void tst_Keyboard::speak(QTranslator &translator, const QString &language)
{
    QVERIFY(translator.load(u":/i18n/owui_%1.qm"_s.arg(language)));
    QApplication::installTranslator(&translator);
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
    speak(translator, language);
    WindowFixture fixture;
    if (folder) {
        fixture.write(u"a.py"_s, "\"\"\"\ntitle: A\nversion: 1\n\"\"\"\nclass Filter:\n    pass\n");
        fixture.open(1);
    } else {
        fixture.window->show();
        fixture.window->start({});
    }
    const auto letters = lettersOf(*fixture.window);
    QVERIFY(letters.size() > 3);
    checkLetters(letters);
    for (const QAction *action : fixture.window->menuBar()->actions()) {
        checkLetters(lettersOf(*action->menu()));
    }
}

void tst_Keyboard::lettersOfDialogsAreUnique_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("en") << u"en"_s;
    QTest::newRow("zh_CN") << u"zh_CN"_s;
}

/// Opens every dialog that the window has, on a server where a plugin differs and another is gone from the folder.
void tst_Keyboard::lettersOfDialogsAreUnique()
{
    QFETCH(const QString, language);
    QTranslator translator;
    speak(translator, language);
    WindowFixture fixture;
    fixture.write(u"a.py"_s, filterText(u"Apple"_s, u"1.0"_s));
    fixture.open(1);
    fixture.practise();
    fixture.clickDeploy(u"a.py"_s);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.outcome(u"a.py"_s), DeployOutcome::Created, patience);
    fixture.write(u"a.py"_s, filterText(u"Apple"_s, u"2.0"_s));
    QTRY_COMPARE_WITH_TIMEOUT(fixture.model().find(u"a.py"_s)->compareState(), CompareState::Newer, patience);
    fixture.select({u"a.py"_s});
    auto &rows = fixture.find<PluginActions>();
    QTRY_VERIFY(rows.diff->isEnabled());
    QMenu menu;
    rows.fill(menu);
    checkLetters(lettersOf(menu));
    checkLetters(lettersOf(*fixture.window));

    auto &commands = fixture.find<WindowActions>();
    const QList<QAction *> openers{commands.settings,  commands.connections,   commands.guide, commands.about,
                                   commands.shortcuts, commands.reportProblem, rows.diff,      rows.history,
                                   rows.pinId,         commands.deployShown};
    commands.alwaysPlan->setChecked(true);
    for (QAction *opener : openers) {
        opener->trigger();
        walk(fixture);
    }
    checkFocus(*fixture.window);
}

/// Through the dialog that is open, or will be, and out of it by Escape.
void tst_Keyboard::walk(WindowFixture &fixture)
{
    const auto open = [&fixture] {
        const auto dialogs = fixture.window->findChildren<QDialog *>();
        const auto found = std::ranges::find_if(dialogs, &QWidget::isVisible);
        return found == dialogs.end() ? nullptr : *found;
    };
    QTRY_VERIFY_WITH_TIMEOUT(open(), patience);
    QDialog *dialog = open();
    QTest::qWait(50); // what it asks for
    const QString title = dialog->windowTitle();
    checkLetters(lettersOf(*dialog));
    checkFocus(*dialog);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY2(open() != dialog || !dialog->isVisible(), qPrintable(title));
}

/// Boxes that ask, and dialogs that come by themselves.
void tst_Keyboard::questionsAreWalked()
{
    QFETCH(const QString, language);
    QTranslator translator;
    speak(translator, language);
    PracticeFixture server;
    QVERIFY(server.start(u"0.12.4"_s));
    WindowFixture fixture;
    fixture.write(u"a.py"_s, filterText(u"Apple"_s, u"1.0"_s));
    fixture.open(1);
    Connection connection = server.connection;
    connection.practice = false;
    fixture.use(connection, server.credential);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.model().counts().missing, 1, patience);
    fixture.clickDeploy(u"a.py"_s);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.outcome(u"a.py"_s), DeployOutcome::Created, patience);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.find<WindowActions>().undoDeploy->isEnabled(), patience);
    fixture.select({u"a.py"_s});
    auto &rows = fixture.find<PluginActions>();
    QTRY_VERIFY(rows.deleteFromServer->isVisible());
    rows.deleteFromServer->trigger();
    walk(fixture);
    fixture.find<WindowActions>().undoDeploy->trigger();
    walk(fixture);
    rows.history->trigger();
    auto *restore = fixture.find<HistoryDialog>().findChild<QPushButton *>(u"restore"_s);
    QTRY_VERIFY(restore->isEnabled());
    QTest::mouseClick(restore, Qt::LeftButton);
    QMessageBox &goBack = *fixture.question(u"goBackQuestion"_s);
    checkLetters(lettersOf(goBack));
    checkFocus(goBack);
    QTest::keyClick(&goBack, Qt::Key_Escape);
    fixture.find<HistoryDialog>().reject();
    // Somebody saved there since: the plan is agreed to, and then there is something to decide.
    fixture.write(u"a.py"_s, filterText(u"Apple"_s, u"2.0"_s));
    QTRY_COMPARE_WITH_TIMEOUT(fixture.model().find(u"a.py"_s)->compareState(), CompareState::Newer, patience);
    fixture.editOnServer(PluginSpace::Function, u"apple"_s, filterText(u"Apple"_s, u"1.5"_s));
    fixture.clickDeploy(u"a.py"_s);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.window->findChild<ConsentDialog *>(), patience);
    walk(fixture);
    SignInDialog signIn(connection, fixture.secrets, {}, fixture.window.get());
    signIn.open();
    walk(fixture);
}

/// Whatever Tab reaches looks otherwise while it has the focus.
void tst_Keyboard::checkFocus(QWidget &window)
{
    window.activateWindow();
    QTRY_COMPARE(QApplication::activeWindow(), &window);
    // As Qt does with the first Tab.
    window.setAttribute(Qt::WA_KeyboardFocusChange);
    for (QWidget *widget : window.findChildren<QWidget *>()) {
        const bool isReached = widget->window() == &window && widget->isVisible() && widget->isEnabled() &&
                               (widget->focusPolicy() & Qt::TabFocus) != 0 && !widget->focusProxy();
        // A table shows it by its current row.
        const auto *view = qobject_cast<const QAbstractItemView *>(widget);
        // What Return presses anyhow is painted alike.
        const auto *button = qobject_cast<const QPushButton *>(widget);
        if (!isReached || (view && !view->currentIndex().isValid()) || (button && button->isDefault())) {
            continue;
        }
        widget->setFocus(Qt::TabFocusReason);
        const QImage with = widget->grab().toImage();
        widget->clearFocus();
        const QString name = QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName() +
                             u' ' + widget->accessibleName();
        QVERIFY2(widget->grab().toImage() != with, qPrintable(window.windowTitle() + u": "_s + name));
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
