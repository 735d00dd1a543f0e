// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "support/deployfixture.h"
#include "support/windowfixture.h"

#include "ui/list/detailspane.h"
#include "ui/list/filterbar.h"

#include <QApplication>
#include <QFile>
#include <QHeaderView>
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

int widthOfAll(const PluginView &view, int column)
{
    int width = view.header()->sectionSizeHint(column);
    for (int row = 0; row < view.model()->rowCount(); ++row) {
        width = std::max(width, view.sizeHintForIndex(view.model()->index(row, column)).width());
    }
    return width;
}

/// Columns that have room that the name column lacks; empty where no name is cut.
QStringList hoarders(const PluginView &view)
{
    QStringList found;
    if (widthOfAll(view, PluginModel::NameColumn) <= view.columnWidth(PluginModel::NameColumn)) {
        return found;
    }
    for (const int column : {PluginModel::VersionColumn, PluginModel::ServerVersionColumn, PluginModel::StateColumn,
                             PluginModel::OnColumn}) {
        if (view.columnWidth(column) > widthOfAll(view, column) + 2) {
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
        QTRY_COMPARE(hoarders(window.view()), QStringList());
    }
    // Nor does it grow by itself when chips come.
    window.window->resize(900, 600);
    window.clickDeploy(u"p0.py"_s);
    QTRY_COMPARE_WITH_TIMEOUT(window.outcome(u"p0.py"_s), DeployOutcome::Created, patience);
    QVERIFY(QFile::remove(window.folderPath() + u"/p0.py"_s));
    QTRY_COMPARE_WITH_TIMEOUT(window.model().counts().serverOnly, 1, patience);
    QTRY_VERIFY(chipsAreInside());
    QCOMPARE(window.window->width(), 900);
    QTRY_COMPARE(hoarders(window.view()), QStringList());
}

QTEST_MAIN(tst_WindowList)
#include "tst_windowlist.moc"
