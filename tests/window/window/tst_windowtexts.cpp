// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "support/practicefixture.h"
#include "support/windowfixture.h"

#include "ui/list/detailspane.h"
#include "ui/list/failureline.h"
#include "ui/list/filterbar.h"
#include "ui/list/pluginactions.h"
#include "ui/list/rowstatetext.h"
#include "ui/log/logview.h"
#include "ui/parts/secondarytext.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QDesktopServices>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QStandardPaths>
#include <QTest>
#include <QTimer>
#include <QToolButton>
#include <QTranslator>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace owui;
using namespace owui::test;

namespace {

constexpr double readable = 4.5;
constexpr int patience = 30'000; // milliseconds

/// As Qt's own theme for KDE makes it: dark, and without a colour for hints.
QPalette withoutHints()
{
    QPalette palette(QColor(0x31, 0x36, 0x3b), QColor(0x2a, 0x2e, 0x32));
    for (const auto role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText}) {
        palette.setColor(role, QColor(0xfc, 0xfc, 0xfc));
    }
    palette.setColor(QPalette::Base, QColor(0x1b, 0x1e, 0x20));
    palette.setColor(QPalette::PlaceholderText, Qt::black);
    return palette;
}

} // namespace

/// What the window's texts look like, whatever names, languages and colours they meet.
class tst_WindowTexts : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void namesOfOtherScriptsStayInTheirPlace();
    void hintsAreReadInTheDark_data();
    void hintsAreReadInTheDark();
    void titleTellsFolderAndServer();
    void copiesWhatARowTells();
    void opensThePageOfTheServer();
    void linesOfTracebacksAreFound();
    void logHasAMenu();
    void longWordsOfAnErrorWrap();
    void addressesOfTheHeaderAreLinks();
    void detailsDeployWhatTheySay();
    void chipsAndRowsUseTheSameWords_data();
    void chipsAndRowsUseTheSameWords();
    void tellsWhoMayUseATool();

public slots:
    void takeAddress(const QUrl &url) { m_opened.append(url); }

private:
    /// The texts of the details pane.
    [[nodiscard]] static QStringList details(WindowFixture &fixture);
    /// Opens the menu of the focused widget by its key, and chooses the entry.
    static void choose(QWidget &focused, const QString &entry);
    /// The label of the details that says this; null where there is none.
    [[nodiscard]] static QLabel *label(WindowFixture &fixture, const QString &text);

    QList<QUrl> m_opened;
};

QStringList tst_WindowTexts::details(WindowFixture &fixture)
{
    QStringList texts;
    for (const QLabel *label : fixture.find<DetailsPane>().findChildren<QLabel *>()) {
        texts.append(label->text());
    }
    return texts;
}

void tst_WindowTexts::namesOfOtherScriptsStayInTheirPlace()
{
    WindowFixture fixture;
    fixture.write(u"a.py"_s, pluginText(PluginKind::Filter, u"מסנן 2"_s, u"1.0.0"_s));
    fixture.open(1);
    fixture.select({u"a.py"_s});
    // The title stands alone as its heading, and isolated in the sentence about the id.
    QTRY_VERIFY(details(fixture).contains(u"מסנן 2"_s));
    const QStringList texts = details(fixture);
    QVERIFY2(std::ranges::any_of(texts, [](const QString &text) { return text.contains(u"\u2068מסנן 2\u2069"_s); }),
             qPrintable(texts.join(u'\n')));
}

void tst_WindowTexts::hintsAreReadInTheDark_data()
{
    QTest::addColumn<bool>("before");
    QTest::newRow("before the window is made") << true;
    QTest::newRow("while it is shown") << false;
}

void tst_WindowTexts::hintsAreReadInTheDark()
{
    QFETCH(const bool, before);
    const QPalette usual = QApplication::palette();
    if (before) {
        QApplication::setPalette(withoutHints());
    }
    WindowFixture fixture;
    fixture.write(u"a.py"_s, pluginText(PluginKind::Filter, u"Apple"_s, u"1.0.0"_s));
    fixture.open(1);
    fixture.select({u"a.py"_s});
    if (!before) {
        QApplication::setPalette(withoutHints());
    }
    QTRY_VERIFY(details(fixture).contains(u"Apple"_s));
    QTRY_VERIFY(contrast(fixture.find<QLineEdit>(u"search"_s).palette().color(QPalette::PlaceholderText),
                         withoutHints().color(QPalette::Base)) >= readable);
    for (const QLabel *label : fixture.window->findChildren<QLabel *>()) {
        const QColor color = label->palette().color(label->foregroundRole());
        const QColor behind = label->palette().color(label->backgroundRole());
        const QString told = label->objectName() + u": "_s + label->text() + u' ' + color.name() + u' ' + behind.name();
        QVERIFY2(contrast(color, behind) >= readable, qPrintable(told));
    }
    QApplication::setPalette(usual);
}

void tst_WindowTexts::titleTellsFolderAndServer()
{
    WindowFixture fixture;
    fixture.window->show();
    fixture.window->start();
    QCOMPARE(fixture.window->windowTitle(), u"OWUI Deployer"_s);
    fixture.write(u"a.py"_s, pluginText(PluginKind::Filter, u"Apple"_s, u"1.0.0"_s));
    fixture.open(1);
    const QString name = QDir(fixture.folderPath()).dirName();
    QCOMPARE(fixture.window->windowTitle(), name + u" — OWUI Deployer"_s);
    fixture.practise();
    QCOMPARE(fixture.window->windowTitle(), name + u" · Practice server — OWUI Deployer"_s);
}

void tst_WindowTexts::choose(QWidget &focused, const QString &entry)
{
    focused.setFocus();
    QContextMenuEvent event(QContextMenuEvent::Keyboard, focused.rect().center(),
                            focused.mapToGlobal(focused.rect().center()));
    bool chosen = false;
    QTimer::singleShot(0, &focused, [&chosen, entry] {
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        for (QAction *action : menu->actions()) {
            if (action->text().remove(u'&') == entry && action->isVisible() && action->isEnabled()) {
                menu->setActiveAction(action);
                QTest::keyClick(menu, Qt::Key_Return);
                chosen = true;
                return;
            }
        }
        menu->close();
    });
    QApplication::sendEvent(&focused, &event);
    QTRY_VERIFY2(chosen, qPrintable(entry));
}

void tst_WindowTexts::copiesWhatARowTells()
{
    WindowFixture fixture;
    fixture.write(u"filters/b.py"_s, pluginText(PluginKind::Filter, u"Banana"_s, u"1.0.0"_s,
                                                "# practice: load-error No module named 'x'\n"));
    fixture.open(1);
    fixture.practise();
    fixture.clickDeploy(u"filters/b.py"_s);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.outcome(u"filters/b.py"_s), DeployOutcome::Failed, patience);
    fixture.select({u"filters/b.py"_s});
    const auto copied = [] { return QGuiApplication::clipboard()->text(); };
    QTRY_VERIFY(details(fixture).contains(u"Banana"_s));
    choose(fixture.view(), u"Copy id"_s);
    QCOMPARE(copied(), u"banana"_s);
    choose(fixture.view(), u"Copy path"_s);
    QCOMPARE(copied(), QDir::toNativeSeparators(fixture.folderPath() + u"/filters/b.py"_s));
    choose(fixture.view(), u"Copy the error"_s);
    QVERIFY2(copied().startsWith(u"Banana: "_s) && copied().contains(u"No module named 'x'"_s), qPrintable(copied()));
}

void tst_WindowTexts::opensThePageOfTheServer()
{
    PracticeFixture server;
    QVERIFY(server.start(u"0.12.4"_s));
    QVERIFY(server.deploy(server.write(u"f.py"_s, pluginText(PluginKind::Tool, u"F"_s, u"1.0"_s))).isSuccess());
    WindowFixture fixture;
    fixture.write(u"f.py"_s, pluginText(PluginKind::Tool, u"F"_s, u"1.0"_s));
    fixture.open(1);
    fixture.select({u"f.py"_s});
    const QAction *page = fixture.find<PluginActions>().openOnServer;
    QVERIFY(!page->isVisible());
    Connection connection = server.connection;
    connection.practice = false;
    fixture.use(connection, server.credential);
    QTRY_VERIFY_WITH_TIMEOUT(page->isVisible(), patience);
    m_opened.clear();
    QDesktopServices::setUrlHandler(u"http"_s, this, "takeAddress");
    choose(fixture.view(), u"Open in Open WebUI"_s);
    QDesktopServices::unsetUrlHandler(u"http"_s);
    QCOMPARE(m_opened.size(), 1);
    QVERIFY2(m_opened.first().toString().endsWith(u"/workspace/tools/edit?id=f"_s),
             qPrintable(m_opened.first().toString()));
}

void tst_WindowTexts::linesOfTracebacksAreFound()
{
    PluginRow row(Plugin(), QCollator().sortKey({}));
    row.plugin.findings = {{FindingCode::HeaderNotFirst, {}, 2}, {FindingCode::SyntaxError, u"x"_s, 9}};
    QCOMPARE(failureLine(row), 9);
    row.result = DeployResult();
    row.result->outcome = DeployOutcome::Failed;
    QCOMPARE(failureLine(row), 9);
    row.result->error.detail = u"File \"<string>\", line 3, in <module>\n  File \"<string>\", line 12, in f"_s;
    QCOMPARE(failureLine(row), 12);
    row.result->error.detail = u"unexpected indent (<string>, line 5)"_s;
    QCOMPARE(failureLine(row), 5);
    row.plugin.findings.clear();
    row.result->error.detail = u"File \"/usr/lib/python3/x.py\", line 7"_s;
    QCOMPARE(failureLine(row), 0);
    row.plugin.findings = {{FindingCode::SyntaxError, u"x"_s, 9}};
    QCOMPARE(failureLine(row), 9);
    row.plugin.entry = ExportLabel(); // its file is an export, which has other lines
    QCOMPARE(failureLine(row), 0);
}

void tst_WindowTexts::logHasAMenu()
{
    WindowFixture fixture;
    fixture.window->show();
    QVERIFY(QTest::qWaitForWindowExposed(fixture.window.get()));
    for (const QString &text : {u"one"_s, u"two"_s}) {
        fixture.log().append({.time = QDateTime::currentDateTime(), .text = text});
    }
    auto &log = fixture.find<LogView>();
    log.setCurrentIndex(log.model()->index(1, 0));
    const auto copied = [] { return QGuiApplication::clipboard()->text(); };
    choose(log, u"Copy"_s);
    QVERIFY2(copied().contains(u"two"_s) && !copied().contains(u"one"_s), qPrintable(copied()));
    choose(log, u"Copy all"_s);
    QVERIFY2(copied().contains(u"two"_s) && copied().contains(u"one"_s), qPrintable(copied()));
    choose(log, u"Clear"_s);
    QCOMPARE(fixture.log().rowCount(), 0);
}

QLabel *tst_WindowTexts::label(WindowFixture &fixture, const QString &text)
{
    const auto labels = fixture.find<DetailsPane>().findChildren<QLabel *>();
    const auto found =
        std::ranges::find_if(labels, [&text](const QLabel *candidate) { return candidate->text().contains(text); });
    return found == labels.end() ? nullptr : *found;
}

void tst_WindowTexts::longWordsOfAnErrorWrap()
{
    const QString word = QString(300, u'w');
    WindowFixture fixture;
    fixture.write(u"b.py"_s, pluginText(PluginKind::Filter, u"Banana"_s, u"1.0.0"_s,
                                        "# practice: load-error " + word.toUtf8() + "\n"));
    fixture.open(1);
    fixture.practise();
    fixture.clickDeploy(u"b.py"_s);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.outcome(u"b.py"_s), DeployOutcome::Failed, patience);
    fixture.select({u"b.py"_s});
    QTRY_VERIFY(label(fixture, word));
    const QLabel *told = label(fixture, word);
    const int pixels = told->fontMetrics().horizontalAdvance(word);
    QTRY_VERIFY2(told->height() >= told->fontMetrics().height() * (pixels / told->width()),
                 qPrintable(u"%1 in %2 x %3"_s.arg(pixels).arg(told->width()).arg(told->height())));
}

void tst_WindowTexts::addressesOfTheHeaderAreLinks()
{
    const QString address = u"https://example.org/a?b=1&c=2"_s;
    WindowFixture fixture;
    fixture.write(u"a.py"_s, "\"\"\"\ntitle: Apple\nversion: 1.0\nauthor_url: " + address.toUtf8() +
                                 "\nfunding_url: javascript:alert(1)\ndescription: <b>bold</b>\n\"\"\"\n" +
                                 "class Filter:\n    pass\n");
    fixture.open(1);
    fixture.select({u"a.py"_s});
    QTRY_VERIFY(label(fixture, u"example.org"_s));
    for (const QString &text : {u"javascript:alert(1)"_s, u"<b>bold</b>"_s}) {
        const QLabel *plain = label(fixture, text);
        QVERIFY2(plain && plain->textFormat() == Qt::PlainText && plain->text() == text, qPrintable(text));
    }
    m_opened.clear();
    QDesktopServices::setUrlHandler(u"https"_s, this, "takeAddress");
    QLabel *link = label(fixture, u"example.org"_s);
    link->setFocus();
    QTest::mouseClick(link, Qt::LeftButton, {}, QPoint(10, link->fontMetrics().height() / 2));
    QDesktopServices::unsetUrlHandler(u"https"_s);
    QCOMPARE(m_opened, QList<QUrl>{QUrl(address)});
}

void tst_WindowTexts::detailsDeployWhatTheySay()
{
    WindowFixture fixture;
    fixture.write(u"a.py"_s, pluginText(PluginKind::Filter, u"Apple"_s, u"1.0.0"_s));
    fixture.open(1);
    fixture.practise();
    fixture.select({u"a.py"_s});
    const auto button = [&fixture] { return fixture.window->findChild<QToolButton *>(u"detailsDeploy"_s); };
    const auto says = [&button](const QString &text) { return button() && button()->text() == text; };
    QTRY_VERIFY_WITH_TIMEOUT(says(u"Create 1.0.0"_s), patience);
    QTest::mouseClick(button(), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.outcome(u"a.py"_s), DeployOutcome::Created, patience);
    // There is nothing to do.
    QTRY_VERIFY_WITH_TIMEOUT(!button(), patience);

    fixture.write(u"a.py"_s, pluginText(PluginKind::Filter, u"Apple"_s, u"1.1.0"_s));
    QTRY_VERIFY_WITH_TIMEOUT(says(u"Update 1.0.0 → 1.1.0"_s), patience);
    QTest::mouseClick(button(), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.outcome(u"a.py"_s), DeployOutcome::Updated, patience);

    // The differences say the same.
    fixture.write(u"a.py"_s, pluginText(PluginKind::Filter, u"Apple"_s, u"1.0.5"_s));
    QTRY_VERIFY_WITH_TIMEOUT(says(u"Downgrade 1.1.0 → 1.0.5…"_s), patience);
    fixture.find<PluginActions>().diff->trigger();
    QCOMPARE(fixture.find<QPushButton>(u"deployFromDiff"_s).text(), button()->text());
}

void tst_WindowTexts::chipsAndRowsUseTheSameWords_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("en") << u"en"_s;
    QTest::newRow("zh_CN") << u"zh_CN"_s;
}

void tst_WindowTexts::chipsAndRowsUseTheSameWords()
{
    QFETCH(const QString, language);
    QTranslator translator;
    QVERIFY(translator.load(u":/i18n/owui_%1.qm"_s.arg(language)));
    QApplication::installTranslator(&translator);
    WindowFixture fixture;
    QStringList chips;
    for (const QToolButton *chip : fixture.find<FilterBar>().findChildren<QToolButton *>()) {
        chips.append(chip->text().section(u' ', 0, -2).toLower()); // without its number
    }
    PluginRow row = PluginRow::onlyOnServer({.id = u"a"_s});
    QVERIFY2(chips.contains(compareText(row)), qPrintable(compareText(row)));
    const QString missing = textOf(CompareState::Missing);
    QVERIFY2(chips.contains(missing), qPrintable(missing));
    row = PluginRow(Plugin(), QCollator().sortKey({}));
    row.comparison = Comparison();
    QVERIFY(row.isProbablyMissing());
    QVERIFY2(compareText(row).endsWith(missing), qPrintable(compareText(row)));
}

void tst_WindowTexts::tellsWhoMayUseATool()
{
    WindowFixture fixture;
    fixture.write(u"a.py"_s, pluginText(PluginKind::Tool, u"Apple"_s, u"1.0.0"_s));
    fixture.open(1);
    fixture.practise();
    fixture.clickDeploy(u"a.py"_s);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.outcome(u"a.py"_s), DeployOutcome::Created, patience);
    fixture.select({u"a.py"_s});
    QTRY_VERIFY_WITH_TIMEOUT(label(fixture, u"Who may use it: owner only"_s), patience);
}

QTEST_MAIN(tst_WindowTexts)
#include "tst_windowtexts.moc"
