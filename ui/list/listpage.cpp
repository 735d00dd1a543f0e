// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/list/listpage.h"

#include "ui/list/detailspane.h"
#include "ui/list/filterbar.h"
#include "ui/list/pluginactions.h"
#include "ui/list/pluginview.h"
#include "ui/parts/named.h"
#include "ui/parts/plaintext.h"
#include "ui/parts/sizes.h"
#include "ui/parts/windowactions.h"

#include "isolated.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QShortcut>
#include <QSplitter>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace owui {
namespace {

constexpr int foldBelow = 1150; // pixels of the window

} // namespace

ListPage::ListPage(PluginFolder &folder, WindowActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_actions(actions)
    , m_filter(m_model)
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_pluginActions(new PluginActions(folder, m_model, this))
    , m_filterBar(new FilterBar(m_filter, this))
    , m_view(new PluginView(m_filter, this))
    , m_details(new DetailsPane(*m_pluginActions, this))
    , m_empty(new QWidget(m_view->viewport()))
    , m_emptyText(named(u"emptyText"_s, plainLabel({}, m_empty)))
    , m_showAll(namedButton(u"showAll"_s, tr("Show all"), m_empty))
{
    m_targetTimer.setSingleShot(true);
    m_targetTimer.setInterval(0);
    m_countTimer.setSingleShot(true);
    m_countTimer.setInterval(50ms);
    m_searchTimer.setSingleShot(true);
    m_searchTimer.setInterval(120ms);
    m_splitter->addWidget(m_view);
    m_splitter->addWidget(m_details);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setSizes({lettersWide(fontMetrics(), 145), lettersWide(fontMetrics(), 45)});
    m_emptyText->setAlignment(Qt::AlignCenter);
    auto *hint = new QVBoxLayout(m_empty);
    hint->addWidget(m_emptyText);
    hint->addWidget(m_showAll, 0, Qt::AlignCenter);
    (new QVBoxLayout(m_view->viewport()))->addWidget(m_empty);
    m_empty->hide();
    lined<QVBoxLayout>(this, {m_filterBar, m_splitter})->setStretch(1, 1);
    connectParts();
}

void ListPage::connectParts()
{
    connect(&m_targetTimer, &QTimer::timeout, this, &ListPage::updateTarget);
    connect(&m_countTimer, &QTimer::timeout, this, &ListPage::updateCounts);
    connect(&m_searchTimer, &QTimer::timeout, this, [this] { m_filter.setText(m_search); });
    // A row that the filter hides changes the counts as well, and the proxy tells nothing of it.
    connect(&m_model, &PluginModel::countsChanged, this, [this] {
        m_filterBar->setCounts(m_model.counts());
        countSoon();
    });
    connect(&m_filter, &QAbstractItemModel::rowsInserted, this, &ListPage::countSoon);
    connect(&m_filter, &QAbstractItemModel::rowsRemoved, this, &ListPage::countSoon);
    connect(&m_filter, &QAbstractItemModel::dataChanged, this, &ListPage::takeRowChange);
    const QItemSelectionModel *selection = m_view->selectionModel();
    connect(selection, &QItemSelectionModel::currentChanged, &m_targetTimer, qOverload<>(&QTimer::start));
    connect(selection, &QItemSelectionModel::selectionChanged, &m_targetTimer, qOverload<>(&QTimer::start));
    connect(&m_model, &PluginModel::merged, this, &ListPage::selectFirst, Qt::QueuedConnection);
    connect(m_view, &PluginView::openRequested, this, &ListPage::openCurrent);
    connect(m_showAll, &QPushButton::clicked, this, [this] {
        m_search.clear();
        m_filter.setText({});
        m_filterBar->showAll();
        focusList();
    });
    connect(m_view, &PluginView::menuRequested, this, &ListPage::showRowMenu);
    connect(m_actions.showDetails, &QAction::toggled, this, [this](bool shown) {
        m_folded = false;
        m_details->setVisible(shown);
    });
}

void ListPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    foldDetails(window()->width() < foldBelow);
}

void ListPage::foldDetails(bool narrow)
{
    if (narrow == m_narrow) {
        return;
    }
    m_narrow = narrow;
    if (narrow && m_actions.showDetails->isChecked()) {
        m_actions.showDetails->setChecked(false);
        m_folded = true;
    } else if (!narrow && m_folded) {
        m_actions.showDetails->setChecked(true);
    }
}

QStringList ListPage::changedPaths() const
{
    QStringList paths;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        if (m_model.row(row).isToDeploy()) {
            paths.append(m_model.row(row).plugin.path);
        }
    }
    return m_filter.inOrder(paths);
}

void ListPage::takeSearch(QLineEdit &search)
{
    connect(&search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_search = text;
        m_searchTimer.start();
    });
    connect(&search, &QLineEdit::returnPressed, this, &ListPage::focusList);
    auto *down = new QShortcut(Qt::Key_Down, &search);
    down->setContext(Qt::WidgetShortcut);
    connect(down, &QShortcut::activated, this, &ListPage::focusList);
    connect(m_showAll, &QPushButton::clicked, &search, &QLineEdit::clear);
    connect(m_actions.find, &QAction::triggered, &search, [&search] {
        search.setFocus(Qt::ShortcutFocusReason);
        search.selectAll();
    });
    connect(m_actions.clearSearch, &QAction::triggered, this, [this, &search] {
        search.clear();
        focusList();
    });
}

void ListPage::showState(PluginState state)
{
    m_filterBar->setState(state);
}

void ListPage::focusList()
{
    if (m_searchTimer.isActive()) {
        m_searchTimer.stop();
        m_filter.setText(m_search);
    }
    m_view->setFocus(Qt::OtherFocusReason);
    const QItemSelectionModel *selection = m_view->selectionModel();
    if (!selection->hasSelection() && m_filter.rowCount() > 0) {
        m_view->setCurrentIndex(m_view->currentIndex().isValid() ? m_view->currentIndex() : m_filter.index(0, 0));
    }
}

QStringList ListPage::chosenPaths() const
{
    const QStringList selected = m_view->selectedPaths();
    const QString current = m_view->currentPath();
    return selected.isEmpty() && !current.isEmpty() ? QStringList{current} : selected;
}

void ListPage::beginFolder()
{
    m_beginsFolder = true;
    m_filterBar->showAll();
}

void ListPage::selectFirst()
{
    if (std::exchange(m_beginsFolder, false) && !m_view->selectionModel()->hasSelection() && m_filter.rowCount() > 0) {
        // While the folder was read, the current row was any.
        m_view->setCurrentIndex(m_filter.index(0, 0));
        m_view->scrollToTop();
    }
}

void ListPage::openCurrent()
{
    updateTarget();
    if (!m_pluginActions->openBest()) {
        m_actions.showDetails->setChecked(true);
        m_details->setFocus(Qt::OtherFocusReason);
    }
}

void ListPage::showRow(const QString &path)
{
    const QModelIndex index = m_filter.mapFromSource(m_model.index(m_model.rowOf(path), PluginModel::NameColumn));
    if (index.isValid() && m_view->selectedPaths().size() < 2) {
        m_view->setAutoScroll(!m_view->underMouse());
        m_view->setCurrentIndex(index);
        m_view->setAutoScroll(true);
    }
}

void ListPage::takeRowChange(const QModelIndex &first, const QModelIndex &last, const QList<int> &roles)
{
    // Roles come only with the seconds that a running row counts.
    if (!roles.isEmpty()) {
        return;
    }
    countSoon();
    // The details are about the current row, the commands about each that is selected.
    const auto isAmong = [&first, &last](int top, int bottom) { return top <= last.row() && bottom >= first.row(); };
    const int current = m_view->currentIndex().row();
    const QItemSelection selection = m_view->selectionModel()->selection();
    if (isAmong(current, current) || std::ranges::any_of(selection, [&isAmong](const QItemSelectionRange &range) {
            return isAmong(range.top(), range.bottom());
        })) {
        m_targetTimer.start();
    }
}

void ListPage::countSoon()
{
    // While a folder is read, rows come all the time: a timer that runs is not started anew.
    if (!m_countTimer.isActive()) {
        m_countTimer.start();
    }
}

void ListPage::updateTarget()
{
    m_targetTimer.stop();
    const QStringList selected = m_view->selectedPaths();
    // A row that is current and not selected does not look like the one that is meant.
    const QString before = m_view->currentPath();
    const QString current = selected.isEmpty() || selected.contains(before) ? before : selected.first();
    m_pluginActions->setTarget(current, selected);
    m_details->show(m_model.find(current));
    updateCounts();
    emit selectionChanged(selected);
    if (std::exchange(m_current, current) != current) {
        emit currentChanged(current);
    }
}

void ListPage::updateCounts()
{
    const auto deployable = [this](const QStringList &paths) {
        return static_cast<int>(std::ranges::count_if(paths, [this](const QString &path) {
            const PluginRow *row = m_model.find(path);
            return row && row->canDeploy();
        }));
    };
    int changed = 0;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        changed += m_model.row(row).isToDeploy() ? 1 : 0;
    }
    m_actions.setCounts(changed, deployable(chosenPaths()), deployable(m_view->shownPaths()));
    updateEmptyText();
}

void ListPage::updateEmptyText()
{
    const bool isEmpty = m_filter.rowCount() == 0 && !m_filter.isLoading();
    m_empty->setVisible(isEmpty);
    if (isEmpty) {
        const bool showsAll = m_search.isEmpty() && m_filterBar->showsAll();
        m_emptyText->setText(showsAll             ? tr("There is no plugin in this folder.")
                             : m_search.isEmpty() ? tr("There is nothing of this kind.")
                                                  : tr("Nothing here matches “%1”.").arg(isolated(m_search)));
        m_showAll->setVisible(!showsAll);
    }
}

void ListPage::showRowMenu(const QPoint &globalPosition)
{
    updateTarget(); // the click that opens the menu has chosen the row just now
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    // A command that can do nothing would only take the place and the letter of one that can.
    if (m_actions.deploySelected->isEnabled()) {
        menu->addAction(m_actions.deploySelected);
        menu->addSeparator();
    }
    m_pluginActions->fill(*menu);
    menu->popup(globalPosition);
}

void ListPage::restoreState(const QSettings &settings)
{
    m_splitter->restoreState(settings.value("window/list").toByteArray());
    m_actions.showDetails->setChecked(settings.value("window/showDetails", true).toBool());
    m_view->restoreColumns(settings);
}

void ListPage::saveState(QSettings &settings) const
{
    settings.setValue("window/list", m_splitter->saveState());
    settings.setValue("window/showDetails", m_actions.showDetails->isChecked() || m_folded);
    m_view->saveColumns(settings);
}

} // namespace owui
