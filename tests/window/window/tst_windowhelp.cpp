// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "support/windowfixture.h"

#include "programversion.h"
#include "ui/log/logmodel.h"
#include "ui/parts/windowactions.h"
#include "ui/window/helptexts.h"
#include "ui/window/pagedialog.h"
#include "ui/window/problemreport.h"
#include "ui/window/windowmanual.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QScopeGuard>
#include <QStandardPaths>
#include <QTest>
#include <QTextBrowser>

using namespace Qt::StringLiterals;
using namespace owui;
using namespace owui::test;

class tst_WindowHelp : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void guideComesWithF1();
    void manualHasTheGuide();
    void keysAreThoseOfTheCommands();
    void tellsVersionAndLicences();
    void reportHoldsWhatHelpsAndNoSecret();
    void reportOfAHomeAtTheRoot();

private:
    /// What the page says; empty where it is not shown.
    [[nodiscard]] static QString page(WindowFixture &fixture, const QString &name);
};

QString tst_WindowHelp::page(WindowFixture &fixture, const QString &name)
{
    const auto *dialog = fixture.window->findChild<PageDialog *>(name);
    return dialog && dialog->isVisible() ? dialog->findChild<QTextBrowser *>(u"page"_s)->toPlainText() : QString();
}

void tst_WindowHelp::guideComesWithF1()
{
    WindowFixture fixture;
    fixture.window->show();
    fixture.window->start();
    QVERIFY(QTest::qWaitForWindowActive(fixture.window.get()));
    QTest::keyClick(fixture.window.get(), Qt::Key_F1);
    QTRY_VERIFY(page(fixture, u"guideDialog"_s).contains(u"Going back"_s));
    // Beside the window, once.
    fixture.window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(fixture.window.get()));
    QTest::keyClick(fixture.window.get(), Qt::Key_F1);
    QCOMPARE(fixture.window->findChildren<PageDialog *>().size(), 1);
    auto *dialog = fixture.window->findChild<PageDialog *>();
    QTRY_COMPARE(QApplication::activeWindow(), dialog);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(page(fixture, u"guideDialog"_s).isEmpty());
}

/// "man owui-deployer" and F1 tell the same.
void tst_WindowHelp::manualHasTheGuide()
{
    const QString manual = windowManual({});
    const QList<GuideSection> sections = guide();
    QVERIFY(sections.size() > 2);
    for (const GuideSection &section : sections) {
        QVERIFY2(guidePage().contains(section.title) && guidePage().contains(section.text.toHtmlEscaped()),
                 qPrintable(section.title));
        QVERIFY2(manual.contains(u".Ss \\&"_s + section.title.section(u' ', 0, 0)), qPrintable(section.title));
        for (const ManualEntry &entry : section.entries) {
            QVERIFY2(manual.contains(u".It \\&"_s + entry.term.section(u' ', 0, 0)), qPrintable(entry.term));
        }
    }
}

void tst_WindowHelp::keysAreThoseOfTheCommands()
{
    WindowFixture fixture;
    fixture.window->show();
    const WindowActions &actions = fixture.find<WindowActions>();
    actions.deployChanged->setShortcut(Qt::CTRL | Qt::ALT | Qt::Key_P);
    actions.shortcuts->trigger();
    const QString keys = page(fixture, u"shortcutsDialog"_s);
    QVERIFY2(keys.contains(u"Ctrl+Alt+P"_s), qPrintable(keys));
    QVERIFY2(keys.contains(u"Deploy changed"_s) && !keys.contains(u"(0)"_s), qPrintable(keys));
    QVERIFY2(keys.contains(u"F1"_s), qPrintable(keys));
}

void tst_WindowHelp::tellsVersionAndLicences()
{
    WindowFixture fixture;
    fixture.window->show();
    const QList<QAction *> menus = fixture.window->menuBar()->actions();
    QVERIFY(menus.last()->menu()->actions().contains(fixture.find<WindowActions>().about));
    fixture.find<WindowActions>().about->trigger();
    const QString about = page(fixture, u"aboutDialog"_s);
    for (const QString &told :
         {QString::fromLatin1(programVersionText), u"MIT"_s, u"LGPL-3.0"_s, QString::fromLatin1(qVersion())}) {
        QVERIFY2(about.contains(told), qPrintable(told));
    }
}

void tst_WindowHelp::reportHoldsWhatHelpsAndNoSecret()
{
    WindowFixture fixture;
    fixture.window->show();
    fixture.log().append({.time = QDateTime::currentDateTime(),
                          .level = LogLevel::Error,
                          .text = u"It broke in "_s + QDir::homePath() + u"/plugins with sk-0123456789abcdef."_s});
    fixture.log().append({.time = QDateTime::currentDateTime(), .level = LogLevel::Info, .text = u"Later."_s});
    fixture.find<WindowActions>().reportProblem->trigger();
    const QString report = QGuiApplication::clipboard()->text();
    QVERIFY2(report.contains(QString::fromLatin1(programVersionText)) && report.contains(QSysInfo::prettyProductName()),
             qPrintable(report));
    QVERIFY2(report.contains(u"It broke in ~/plugins"_s) && !report.contains(u"Later"_s), qPrintable(report));
    QVERIFY2(!report.contains(u"0123456789abcdef"_s) && !report.contains(QDir::homePath()), qPrintable(report));
    QVERIFY(page(fixture, u"reportDialog"_s).contains(u"It broke in"_s));
    // This build names no page.
    QVERIFY(!fixture.window->findChild<QPushButton *>(u"openReportPage"_s));
}

/// As in a container.
void tst_WindowHelp::reportOfAHomeAtTheRoot()
{
    const QByteArray home = qgetenv("HOME");
    const auto restore = qScopeGuard([&home] { qputenv("HOME", home); });
    qputenv("HOME", "/");
    LogModel log;
    log.append({.time = QDateTime::currentDateTime(),
                .level = LogLevel::Error,
                .text = u"\u2068It\u2069 broke in /srv/a.py."_s});
    const QString report = problemReport(log, {});
    QVERIFY2(report.contains(u"It broke in /srv/a.py."_s), qPrintable(report));
}

QTEST_MAIN(tst_WindowHelp)
#include "tst_windowhelp.moc"
