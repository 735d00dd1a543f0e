// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

// Pictures of the window in the states that a person sees, light and dark, for the README and for looking at a change.
// Not a test: "screenshots FOLDER [LANGUAGE]"; with QT_SCALE_FACTOR=2 as on a fine screen.

#include "support/connectionsfixture.h"
#include "support/practicefixture.h"
#include "support/screens.h"
#include "support/windowfixture.h"

#include "ui/connections/signindialog.h"
#include "ui/diff/diffdialog.h"
#include "ui/list/pluginactions.h"
#include "ui/parts/windowactions.h"
#include "ui/run/consentdialog.h"
#include "ui/run/historydialog.h"

#include <QAction>
#include <QApplication>
#include <QFile>
#include <QStandardPaths>
#include <QStyleFactory>
#include <QTabWidget>
#include <QTest>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace owui;
using namespace owui::test;

namespace {

constexpr int patience = 60'000; // milliseconds

QPalette darkPalette()
{
    QPalette palette(QColor(0x30, 0x31, 0x33), QColor(0x2a, 0x2b, 0x2d));
    palette.setColor(QPalette::Base, QColor(0x20, 0x21, 0x23));
    palette.setColor(QPalette::AlternateBase, QColor(0x27, 0x28, 0x2a));
    palette.setColor(QPalette::Highlight, QColor(0x2d, 0x6c, 0xc0));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    return palette;
}

void fill(const WindowFixture &fixture)
{
    const auto add = [&fixture](PluginKind kind, const QString &path, const QString &title, const QString &version,
                                const QByteArray &extra = {}) {
        fixture.write(path, pluginText(kind, title, version, extra));
    };
    add(PluginKind::Filter, u"filters/markdown_normalizer.py"_s, u"Markdown Normalizer"_s, u"1.2.8"_s);
    add(PluginKind::Filter, u"filters/context_compression.py"_s, u"Context Compression"_s, u"1.10.0"_s);
    add(PluginKind::Action, u"actions/flash_card.py"_s, u"Flash Card"_s, u"0.2.4"_s);
    add(PluginKind::Action, u"actions/export_to_word.py"_s, u"Export to Word"_s, u"0.4.4"_s);
    add(PluginKind::Action, u"actions/mind_map.py"_s, u"Smart Mind Map"_s, u"1.0.1"_s, "# practice: sleep 2\n");
    add(PluginKind::Tool, u"tools/calendar.py"_s, u"Calendar"_s, u"0.3.0"_s, "# practice: sleep 2\n");
    add(PluginKind::Pipe, u"pipes/copilot_pipe.py"_s, u"Copilot Pipe"_s, u"0.12.0"_s,
        "# practice: load-error No module named 'copilot'\n");
    fixture.write(u"filters/late_header.py"_s,
                  "#!/usr/bin/env python3\n" + pluginText(PluginKind::Filter, u"Late Header"_s, u"2.0"_s));
    fixture.write(u"helpers.py"_s, "x = 1\n");
}

void shoot(WindowFixture &fixture, const QString &folder, const QString &name)
{
    // The strip and the details come a turn of the event loop later.
    QTest::qWait(200);
    if (!fixture.window->grab().save(folder + u'/' + name + u".png"_s)) {
        qFatal("cannot write %s", qPrintable(name));
    }
}

void save(QWidget &dialog, const QString &folder, const QString &name)
{
    QTest::qWait(200);
    if (!dialog.grab().save(folder + u'/' + name + u".png"_s)) {
        qFatal("cannot write %s", qPrintable(name));
    }
}

void shootConnections(const QString &folder, const QString &suffix)
{
    ConnectionsFixture fixture;
    fixture.addSaved(u"Production"_s, u"https://chat.example.com"_s, "sk-1234567890");
    fixture.addSaved(u"Workstation"_s, u"http://192.168.1.20:8080"_s);
    fixture.openDialog();
    fixture.chooseRow(0);
    auto *tabs = fixture.find<QTabWidget>(u"connectionTabs"_s);
    for (int page = 0; page < tabs->count(); ++page) {
        fixture.showTab(page);
        save(fixture.dialog(), folder, u"connections-%1"_s.arg(page) + suffix);
    }
}

void shootQuestions(WindowFixture &fixture, const QString &folder, const QString &suffix)
{
    DeployResult blocked;
    blocked.path = u"filters/markdown_normalizer.py"_s;
    blocked.title = u"Markdown Normalizer"_s;
    blocked.id = u"markdown_normalizer"_s;
    blocked.outcome = DeployOutcome::Blocked;
    blocked.missing = {Consent::SecondCopy};
    blocked.twinId = u"markdown_normalizer_filter"_s;
    blocked.message = u"The server has the same plugin as \"markdown_normalizer_filter\"."_s;
    DeployResult older = blocked;
    older.path = u"actions/flash_card.py"_s;
    older.title = u"Flash Card"_s;
    older.missing = {Consent::Downgrade, Consent::LocalCheck};
    older.twinId.clear();
    older.message = u"The server has 1.3.0, which is newer than 1.2.8 in the file."_s;
    ConsentDialog consents(u"Workstation"_s, {blocked, older}, nullptr);
    consents.setAttribute(Qt::WA_DeleteOnClose, false);
    consents.open();
    save(consents, folder, u"consents"_s + suffix);
    Connection connection;
    connection.id = u"one"_s;
    connection.name = u"Workstation"_s;
    connection.url = QUrl(u"https://chat.example.com"_s);
    connection.signIn = SignInMethod::EmailAndPassword;
    connection.email = u"admin@example.com"_s;
    SignInDialog signIn(connection, fixture.secrets, u"Your session has expired or the token is invalid."_s);
    signIn.open();
    save(signIn, folder, u"sign-in"_s + suffix);
}

void shootServer(WindowFixture &fixture, const QString &folder, const QString &suffix)
{
    const QString path = u"actions/flash_card.py"_s;
    fixture.write(path, pluginText(PluginKind::Action, u"Flash Card"_s, u"0.2.5"_s, "LIMIT = 20  # cards at most\n"));
    QFile::remove(fixture.folderPath() + u"/actions/export_to_word.py"_s);
    const auto seen = [&] {
        const PluginRow *row = fixture.model().find(path);
        return row && row->compareState() == CompareState::Newer && fixture.model().counts().serverOnly == 1;
    };
    if (!QTest::qWaitFor(seen, patience)) {
        qFatal("the changes were not noticed");
    }
    fixture.select({path});
    shoot(fixture, folder, u"compared"_s + suffix);
    auto &actions = fixture.find<PluginActions>();
    actions.diff->trigger();
    auto &diff = fixture.find<DiffDialog>();
    save(diff, folder, u"diff"_s + suffix);
    diff.close();
    actions.history->trigger();
    auto &history = fixture.find<HistoryDialog>();
    save(history, folder, u"history"_s + suffix);
    history.close();
}

void shootAll(const QString &folder, const QString &suffix)
{
    WindowFixture fixture;
    fill(fixture);
    fixture.window->show();
    fixture.window->start();
    shoot(fixture, folder, u"first-start"_s + suffix);
    fixture.open(8);
    fixture.practise();
    fixture.select({u"filters/late_header.py"_s});
    shoot(fixture, folder, u"folder"_s + suffix);
    fixture.find<WindowActions>().deployShown->trigger();
    save(fixture.plan(), folder, u"plan"_s + suffix);
    fixture.agreeToPlan();
    if (!QTest::qWaitFor([&] { return fixture.model().find(u"tools/calendar.py"_s)->isRunning(); }, patience)) {
        qFatal("the run did not come to the tool");
    }
    shoot(fixture, folder, u"deploying"_s + suffix);
    if (!QTest::qWaitFor([&] { return fixture.model().counts().failed == 1 && !fixture.isDeploying(); }, patience)) {
        qFatal("the run did not end");
    }
    fixture.select({u"pipes/copilot_pipe.py"_s});
    shoot(fixture, folder, u"failed"_s + suffix);
    shootServer(fixture, folder, suffix);
    shootConnections(folder, suffix);
    shootQuestions(fixture, folder, suffix);
}

} // namespace

int main(int argc, char *argv[])
{
    ConnectionsFixture::withoutKeyStore();
    // Twice as many pixels as are shown where QT_SCALE_FACTOR says so.
    const int scale = qMax(1, qEnvironmentVariableIntValue("QT_SCALE_FACTOR"));
    useScreen(scale * QSize(1280, 800));
    QApplication application(argc, argv);
    if (QApplication::arguments().size() < 2) {
        qFatal("usage: screenshots FOLDER [LANGUAGE]");
    }
    QStandardPaths::setTestModeEnabled(true);
    QTranslator translator;
    if (QApplication::arguments().size() > 2) {
        QLocale::setDefault(QLocale(QApplication::arguments().at(2)));
        if (!translator.load(QLocale(), u"owui"_s, u"_"_s, u":/i18n"_s)) {
            qFatal("there is no such translation");
        }
        QApplication::installTranslator(&translator);
    } else if (translator.load(u":/i18n/owui_en.qm"_s)) {
        QApplication::installTranslator(&translator);
    }
    const QString folder = QApplication::arguments().at(1);
    QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    shootAll(folder, {});
    QApplication::setPalette(darkPalette());
    shootAll(folder, u"-dark"_s);
    return 0;
}
