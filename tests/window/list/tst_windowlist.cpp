// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "support/deployfixture.h"
#include "support/windowfixture.h"

#include "ui/diff/diffdialog.h"
#include "ui/list/detailspane.h"
#include "ui/list/filterbar.h"
#include "ui/list/foldercontroller.h"
#include "ui/list/listpage.h"
#include "ui/parts/windowactions.h"
#include "ui/window/statusprogress.h"

#include "deploy/run/serversession.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QFile>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScopeGuard>
#include <QScrollBar>
#include <QStandardPaths>
#include <QTest>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace owui;
using namespace owui::test;

namespace {

constexpr int patience = 30'000; // milliseconds
constexpr int plugins = 18;

/// As long as those of a real repository.
void fill(WindowFixture &window)
{
    const QStringList titles{u"Async Context Compression"_s, u"GitHub Copilot Official SDK Pipe"_s, u"Flash Card"_s,
                             u"Markdown Normalizer for Everything"_s};
    for (int number = 0; number < plugins; ++number) {
        const auto kind = static_cast<PluginKind>(number % 3);
        const QString title = titles.at(number % titles.size()) + u" %1"_s.arg(number);
        window.write(u"p%1.py"_s.arg(number), pluginText(kind, title, u"1.%1.0"_s.arg(number)));
    }
    window.open(plugins);
}

/// Columns that have room that the name column lacks; empty where no name is cut.
QStringList hoarders(WindowFixture &window)
{
    const PluginView &view = window.view();
    QStringList found;
    if (window.neededWidth(PluginModel::NameColumn) <= view.columnWidth(PluginModel::NameColumn)) {
        return found;
    }
    for (const int column : {PluginModel::VersionColumn, PluginModel::ServerVersionColumn, PluginModel::StateColumn,
                             PluginModel::OnColumn}) {
        if (view.columnWidth(column) > window.neededWidth(column) + 2) {
            found.append(view.model()->headerData(column, Qt::Horizontal).toString());
        }
    }
    return found;
}

bool isInside(const QWidget &window, const QWidget &part)
{
    return window.rect().contains(QRect(part.mapTo(&window, QPoint()), part.size()));
}

} // namespace

/// How the list looks and what its keys do.
class tst_WindowList : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void fitsAnyWidth_data();
    void fitsAnyWidth();
    void searchLeadsToARow();
    void anEmptyListSaysWhy();
    void measuresEachOfEqualTitles();
    void buttonsSayWhatTheyDo();
    void aCauseStaysUntilTheNextOperation();
    void detailsKnowTheLastOperation();
    void countsWhatNobodyLookedUp();
    void chipAndButtonAgree();
    void columnsAreChosen();
    void returnOpensTheDifferences();
    void menusBeginWithWhatWorks();
};

void tst_WindowList::fitsAnyWidth_data()
{
    QTest::addColumn<int>("stretch");
    QTest::newRow("usual font") << int(QFont::Unstretched);
    QTest::newRow("wide font") << int(QFont::ExtraExpanded);
}

void tst_WindowList::fitsAnyWidth()
{
    QFETCH(const int, stretch);
    const QFont before = QApplication::font();
    QFont font = before;
    font.setStretch(stretch);
    QApplication::setFont(font);
    const auto restore = qScopeGuard([&before] { QApplication::setFont(before); });
    WindowFixture window;
    fill(window);
    window.practise();
    QTRY_COMPARE_WITH_TIMEOUT(window.model().counts().missing, plugins, patience);
    auto &details = window.find<DetailsPane>();
    const auto bar = [&window] { return window.view().horizontalScrollBar()->maximum(); };
    const auto chips = window.find<FilterBar>().findChildren<QToolButton *>();
    const auto chipsAreInside = [&] {
        return std::ranges::all_of(
            chips, [&](const QToolButton *chip) { return !chip->isVisible() || isInside(*window.window, *chip); });
    };
    for (const QSize size : {QSize(1280, 800), QSize(900, 600), QSize(1280, 800)}) {
        window.window->resize(size);
        QTRY_COMPARE(window.window->size(), size);
        QTRY_COMPARE(details.isVisible(), size.width() > 1150);
        QTRY_COMPARE(bar(), 0);
        QTRY_VERIFY(chipsAreInside());
        QTRY_COMPARE(hoarders(window), QStringList());
    }
    // Nor does it grow by itself when chips come.
    window.window->resize(900, 600);
    window.clickDeploy(u"p0.py"_s);
    QTRY_COMPARE_WITH_TIMEOUT(window.outcome(u"p0.py"_s), DeployOutcome::Created, patience);
    QVERIFY(QFile::remove(window.folderPath() + u"/p0.py"_s));
    QTRY_COMPARE_WITH_TIMEOUT(window.model().counts().serverOnly, 1, patience);
    QTRY_VERIFY(chipsAreInside());
    QCOMPARE(window.window->width(), 900);
    QTRY_COMPARE(hoarders(window), QStringList());
}

void tst_WindowList::searchLeadsToARow()
{
    WindowFixture window;
    window.write(u"a.py"_s, filterText(u"Apple"_s, u"1.0.0"_s));
    window.write(u"b.py"_s, filterText(u"Banana"_s, u"1.0.0"_s));
    window.open(2);
    // What the details show is what is selected.
    QTRY_COMPARE(window.view().selectedPaths(), QStringList{u"a.py"_s});
    window.practise();
    QTRY_COMPARE_WITH_TIMEOUT(window.model().counts().missing, 2, patience);
    auto &search = window.find<QLineEdit>(u"search"_s);
    QTest::keyClick(window.window.get(), Qt::Key_F, Qt::ControlModifier);
    QTest::keyClicks(&search, u"banana"_s);
    QTest::keyClick(&search, Qt::Key_Return);
    QCOMPARE(window.view().selectedPaths(), QStringList{u"b.py"_s});
    QTest::keyClick(window.window.get(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(window.outcome(u"b.py"_s), DeployOutcome::Created, patience);
    QVERIFY(!window.outcome(u"a.py"_s));

    // Down leads there as well, and the current row is meant where nothing is selected.
    search.setFocus();
    search.selectAll();
    QTest::keyClicks(&search, u"apple"_s);
    QTest::keyClick(&search, Qt::Key_Down);
    QCOMPARE(window.view().selectedPaths(), QStringList{u"a.py"_s});
    window.view().clearSelection();
    QTRY_COMPARE(window.find<WindowActions>().deploySelected->text(), u"&Deploy selected (1)"_s);
    QTest::keyClick(window.window.get(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(window.outcome(u"a.py"_s), DeployOutcome::Created, patience);
}

void tst_WindowList::anEmptyListSaysWhy()
{
    WindowFixture window;
    window.write(u"a.py"_s, filterText(u"Apple"_s, u"1.0.0"_s));
    window.open(1);
    auto &text = window.find<QLabel>(u"emptyText"_s);
    QVERIFY(!text.isVisible());
    auto &search = window.find<QLineEdit>(u"search"_s);
    QTest::keyClicks(&search, u"zebra"_s);
    QTRY_VERIFY(text.isVisible());
    QVERIFY2(text.text().contains(u"zebra"_s), qPrintable(text.text()));
    QTest::mouseClick(&window.find<QPushButton>(u"showAll"_s), Qt::LeftButton);
    QTRY_COMPARE(window.shown(), QStringList{u"a.py"_s});
    QVERIFY(search.text().isEmpty());
    QTRY_VERIFY(!text.isVisible());

    // A chip that was chosen for one folder hides nothing of the next.
    window.clickChip(u"Tools"_s);
    QTRY_VERIFY(text.isVisible());
    const QTemporaryDir other;
    QVERIFY(QFile::copy(window.folderPath() + u"/a.py"_s, other.filePath(u"b.py"_s)));
    window.find<FolderController>().open(other.path());
    QTRY_COMPARE_WITH_TIMEOUT(window.shown(), QStringList{u"b.py"_s}, patience);
}

/// Their second lines are not equal.
void tst_WindowList::measuresEachOfEqualTitles()
{
    WindowFixture window;
    window.write(u"a.py"_s, filterText(u"Apple"_s, u"1.0.0"_s));
    window.write(u"x/helper.py"_s, "x = 1\n");
    window.write(u"y/with_a_name_that_is_long/helper.py"_s, "x = 1\n");
    window.open(1);
    window.find<ListPage>().showState(PluginState::NotPlugins);
    QTRY_COMPARE(window.shown().size(), 2);
    QCOMPARE(window.indexOf(window.shown().first(), PluginModel::NameColumn).data(),
             window.indexOf(window.shown().last(), PluginModel::NameColumn).data());
    QTRY_VERIFY(window.view().header()->sectionSize(PluginModel::NameColumn) >=
                window.neededWidth(PluginModel::NameColumn));
}

void tst_WindowList::buttonsSayWhatTheyDo()
{
    WindowFixture window;
    window.write(u"a.py"_s, filterText(u"Apple"_s, u"1.0.0"_s));
    window.open(1);
    window.practise();
    const auto cell = [&window](int column) { return window.view().model()->index(0, column).data().toString(); };
    QTRY_COMPARE_WITH_TIMEOUT(cell(PluginModel::DeployColumn), u"Create"_s, patience);
    QTRY_COMPARE_WITH_TIMEOUT(cell(PluginModel::ServerVersionColumn), u"–"_s, patience);
    window.clickDeploy(u"a.py"_s);
    QTRY_COMPARE_WITH_TIMEOUT(cell(PluginModel::StateColumn), u"same"_s, patience);
    QCOMPARE(cell(PluginModel::DeployColumn), QString());
    QCOMPARE(cell(PluginModel::ServerVersionColumn), u"1.0.0"_s);
    // Where there is no button, a click chooses the row.
    window.view().clearSelection();
    const QModelIndex noButton = window.view().model()->index(0, PluginModel::DeployColumn);
    QTest::mouseClick(window.view().viewport(), Qt::LeftButton, {}, window.view().visualRect(noButton).center());
    QVERIFY(!window.isDeploying());
    QCOMPARE(window.view().selectedPaths(), QStringList{u"a.py"_s});

    window.write(u"a.py"_s, filterText(u"Apple"_s, u"1.1.0"_s));
    QTRY_COMPARE_WITH_TIMEOUT(cell(PluginModel::DeployColumn), u"Update"_s, patience);
    QCOMPARE(cell(PluginModel::VersionColumn), u"1.1.0"_s);
    window.write(u"a.py"_s, filterText(u"Apple"_s, u"0.9.0"_s));
    QTRY_COMPARE_WITH_TIMEOUT(cell(PluginModel::DeployColumn), u"Downgrade…"_s, patience);
    window.clickDeploy(u"a.py"_s);
    QTest::keyClick(&window.plan(), Qt::Key_Escape);
    QTRY_VERIFY(!window.window->findChild<PlanDialog *>());
    QCOMPARE(cell(PluginModel::ServerVersionColumn), u"1.0.0"_s);

    // Somebody else's text is not destroyed by the way.
    window.write(u"a.py"_s, filterText(u"Apple"_s, u"1.1.0"_s));
    window.editOnServer(PluginSpace::Function, u"apple"_s, filterText(u"Apple"_s, u"1.0.0"_s) + "# mended there\n");
    window.window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(window.window.get()));
    QTest::keyClick(window.window.get(), Qt::Key_F5);
    QTRY_COMPARE_WITH_TIMEOUT(cell(PluginModel::StateColumn), u"edited there"_s, patience);
    QCOMPARE(cell(PluginModel::ServerVersionColumn), u"1.0.0*"_s);
    QCOMPARE(cell(PluginModel::DeployColumn), u"Review"_s);
    window.clickDeploy(u"a.py"_s);
    QVERIFY(window.plan().isVisible());
}

void tst_WindowList::aCauseStaysUntilTheNextOperation()
{
    WindowFixture window;
    window.write(u"a.py"_s, pluginText(PluginKind::Filter, u"Apple"_s, u"1.0.0"_s,
                                       "# practice: load-error No module named 'x'\n"));
    window.open(1);
    window.practise();
    const auto cause = [&window] {
        return window.view().model()->index(0, PluginModel::StateColumn).data(PluginModel::SecondLineRole).toString();
    };
    window.clickDeploy(u"a.py"_s);
    QTRY_VERIFY_WITH_TIMEOUT(cause().contains(u"cannot import"_s), patience);
    QTest::keyClick(window.window.get(), Qt::Key_F5);
    window.write(u"a.py"_s, filterText(u"Apple"_s, u"1.0.1"_s));
    QTRY_COMPARE_WITH_TIMEOUT(window.model().find(u"a.py"_s)->plugin.version(), u"1.0.1"_s, patience);
    QVERIFY(cause().contains(u"cannot import"_s));
    window.clickDeploy(u"a.py"_s);
    QTRY_COMPARE_WITH_TIMEOUT(window.outcome(u"a.py"_s), DeployOutcome::Created, patience);
    QCOMPARE(cause(), QString());
}

void tst_WindowList::detailsKnowTheLastOperation()
{
    WindowFixture window;
    window.write(u"a.py"_s, filterText(u"Apple"_s, u"1.0.0"_s));
    window.write(u"b.py"_s, filterText(u"Banana"_s, u"1.0.0"_s));
    window.open(2);
    window.practise();
    // As an earlier start of the program has left it.
    HistoryEntry entry;
    entry.run = u"earlier"_s;
    entry.server = originOf(window.find<ServerSession>().connection().url);
    entry.id = u"banana"_s;
    entry.title = u"Banana"_s;
    entry.when = QDateTime::currentDateTimeUtc();
    entry.change = HistoryChange::Create;
    bool kept = false;
    window.history.begin(entry, {}, this, [&](const Result<qint64> &number) {
        window.history.end({.number = number.value(),
                            .result = {.outcome = HistoryOutcome::Done, .when = entry.when, .version = u"0.9.7"_s}},
                           this, [&kept](const Result<bool> &done) { kept = done.isOk(); });
    });
    QTRY_VERIFY_WITH_TIMEOUT(kept, patience);
    window.select({u"b.py"_s});
    const auto isTold = [&window] {
        const auto labels = window.find<DetailsPane>().findChildren<QLabel *>();
        return std::ranges::any_of(labels, [](const QLabel *label) { return label->text().contains(u"0.9.7"_s); });
    };
    QTRY_VERIFY_WITH_TIMEOUT(isTold(), patience);
}

/// More than are looked up at once.
void tst_WindowList::countsWhatNobodyLookedUp()
{
    constexpr int many = 400;
    WindowFixture window;
    for (int number = 0; number < many; ++number) {
        window.write(u"p%1.py"_s.arg(number), filterText(u"Plugin %1"_s.arg(number), u"1.0.0"_s));
    }
    window.open(many);
    window.practise();
    auto &actions = window.find<WindowActions>();
    bool guessed = false;
    QTRY_VERIFY_WITH_TIMEOUT(
        [&] {
            guessed = guessed ||
                      (actions.deployChanged->text().contains(u"(400)"_s) && window.model().counts().missing < many &&
                       window.find<StatusProgress>().text().startsWith(u"Looking up"_s));
            return guessed;
        }(),
        patience);
    QTRY_COMPARE_WITH_TIMEOUT(window.model().counts().missing, many, patience);
    QCOMPARE(window.model().counts().changed, many);
    QTRY_VERIFY(!window.find<StatusProgress>().isVisible());
}

/// A row that the chosen chip hides changes the counts as well.
void tst_WindowList::chipAndButtonAgree()
{
    WindowFixture window;
    window.write(u"a.py"_s, filterText(u"Apple"_s, u"1.0.0"_s));
    window.write(u"b.py"_s, pluginText(PluginKind::Pipe, u"Banana"_s, u"1.0.0"_s));
    window.open(2);
    window.practise();
    auto &actions = window.find<WindowActions>();
    QTRY_COMPARE_WITH_TIMEOUT(actions.deployChanged->text(), u"Deploy &changed (2)"_s, patience);
    actions.deployChanged->trigger();
    window.agreeToPlan();
    for (const QString &path : {u"a.py"_s, u"b.py"_s}) {
        QTRY_COMPARE_WITH_TIMEOUT(window.outcome(path), DeployOutcome::Created, patience);
    }
    QTRY_VERIFY_WITH_TIMEOUT(!window.isDeploying(), patience);
    QTRY_COMPARE_WITH_TIMEOUT(actions.deployChanged->text(), u"Deploy &changed (0)"_s, patience);
    window.clickChip(u"Pipes"_s);
    QCOMPARE(window.shown(), QStringList{u"b.py"_s});
    window.write(u"a.py"_s, filterText(u"Apple"_s, u"1.1.0"_s));
    QTRY_VERIFY_WITH_TIMEOUT(window.chip(u"To deploy 1"_s), patience);
    QTRY_COMPARE(actions.deployChanged->text(), u"Deploy &changed (1)"_s);
    // Both were made on the server, and are off there.
    window.clickChip(u"Off 2"_s);
    QTRY_COMPARE(window.view().model()->rowCount(), 2);
}

void tst_WindowList::columnsAreChosen()
{
    WindowFixture window;
    window.write(u"a.py"_s, filterText(u"Apple"_s, u"1.0.0"_s).replace("version:", "author: Ada Lovelace\nversion:"));
    window.write(u"test_a.py"_s, filterText(u"Test"_s, u"1.0.0"_s));
    window.open(1);
    QVERIFY(window.view().isColumnHidden(PluginModel::AuthorColumn));
    emit window.view().header()->customContextMenuRequested(QPoint(5, 5));
    QMenu *menu = nullptr;
    QTRY_VERIFY((menu = window.view().findChild<QMenu *>(u"columnMenu"_s)) && menu->isVisible());
    const auto actions = menu->actions();
    const auto author = std::ranges::find(actions, u"Author"_s, &QAction::text);
    QVERIFY(author != actions.end());
    (*author)->trigger();
    menu->close();
    QVERIFY(!window.view().isColumnHidden(PluginModel::AuthorColumn));
    QCOMPARE(window.view().model()->index(0, PluginModel::AuthorColumn).data().toString(), u"Ada Lovelace"_s);

    // What is left out says why, and nothing about a server.
    window.clickChip(u"Left out"_s);
    QCOMPARE(window.shown(), QStringList{u"test_a.py"_s});
    QVERIFY(window.view().isColumnHidden(PluginModel::StateColumn));
    QVERIFY(!window.view().isColumnHidden(PluginModel::ReasonColumn));
    QTRY_VERIFY(window.neededWidth(PluginModel::ReasonColumn) <= window.view().columnWidth(PluginModel::ReasonColumn));
    window.clickChip(u"All"_s);
    QVERIFY(window.view().isColumnHidden(PluginModel::ReasonColumn));
    QVERIFY(!window.view().isColumnHidden(PluginModel::AuthorColumn));
}

void tst_WindowList::returnOpensTheDifferences()
{
    WindowFixture window;
    window.openDeployed({u"Apple"_s});
    window.write(u"a.py"_s, filterText(u"Apple"_s, u"1.1.0"_s));
    QTRY_COMPARE_WITH_TIMEOUT(window.model().find(u"a.py"_s)->compareState(), CompareState::Newer, patience);
    window.select({u"a.py"_s});
    QTest::keyClick(&window.view(), Qt::Key_Return);
    QTRY_VERIFY(window.window->findChild<DiffDialog *>());
    QCOMPARE(window.outcome(u"a.py"_s), DeployOutcome::Created);
}

/// A command that can do nothing is not the first of a menu.
void tst_WindowList::menusBeginWithWhatWorks()
{
    WindowFixture window;
    window.openDeployed({u"Apple"_s});
    QVERIFY(QFile::remove(window.folderPath() + u"/a.py"_s));
    QTRY_COMPARE_WITH_TIMEOUT(window.model().counts().serverOnly, 1, patience);
    window.clickChip(u"Only on the server"_s);
    QTRY_COMPARE(window.view().model()->rowCount(), 1);
    window.select(window.shown());
    QTRY_VERIFY(!window.find<WindowActions>().deploySelected->isEnabled());
    QContextMenuEvent key(QContextMenuEvent::Keyboard, QPoint(), QPoint());
    QApplication::sendEvent(window.view().viewport(), &key);
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    QVERIFY(menu);
    const auto actions = menu->actions();
    const auto first = std::ranges::find_if(actions, &QAction::isVisible);
    QVERIFY(first != actions.end());
    QVERIFY2((*first)->isEnabled(), qPrintable((*first)->text()));
    menu->close();
}

QTEST_MAIN(tst_WindowList)
#include "tst_windowlist.moc"
