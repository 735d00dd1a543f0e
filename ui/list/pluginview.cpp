// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/list/pluginview.h"

#include "ui/list/deploydelegate.h"
#include "ui/list/pluginfilter.h"
#include "ui/list/pluginmodel.h"
#include "ui/list/rowstatetext.h"
#include "ui/list/switchdelegate.h"
#include "ui/list/twolinedelegate.h"
#include "ui/parts/sizes.h"
#include "ui/parts/tableview.h"

#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>
#include <QSettings>

#include <algorithm>
#include <array>
#include <vector>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace owui {
namespace {

constexpr std::array serverColumns{PluginModel::ServerVersionColumn, PluginModel::StateColumn, PluginModel::OnColumn};
constexpr int mostMeasured = 300; // rows

} // namespace

PluginView::PluginView(PluginFilter &filter, QWidget *parent)
    : QTreeView(parent)
    , m_filter(filter)
{
    setModel(&filter);
    setAccessibleName(tr("Plugins"));
    setExpandsOnDoubleClick(false);
    setAlternatingRowColors(true);
    setSelectionMode(ExtendedSelection);
    setSelectionBehavior(SelectRows);
    setEditTriggers(NoEditTriggers);
    setMouseTracking(true);
    setSortingEnabled(true);

    auto *deploy = new DeployDelegate(this);
    setItemDelegateForColumn(PluginModel::DeployColumn, deploy);
    connect(deploy, &DeployDelegate::clicked, this, &PluginView::deployCellClicked);
    auto *onOff = new SwitchDelegate(this);
    setItemDelegateForColumn(PluginModel::OnColumn, onOff);
    connect(onOff, &SwitchDelegate::clicked, this,
            [this](const QModelIndex &index) { emit switchClicked(m_filter.rowAt(index.row()).plugin.path); });
    auto *twoLines = new TwoLineDelegate(this);
    setItemDelegateForColumn(PluginModel::NameColumn, twoLines);
    setItemDelegateForColumn(PluginModel::StateColumn, twoLines);
    connect(this, &QTreeView::doubleClicked, this, [this](const QModelIndex &index) {
        if (index.column() != PluginModel::DeployColumn && index.column() != PluginModel::OnColumn) {
            emit openRequested();
        }
    });
    setUpColumns();
}

void PluginView::setUpColumns()
{
    header()->setStretchLastSection(false);
    header()->setSectionsMovable(true);
    header()->setMinimumSectionSize(lettersWide(fontMetrics(), 6));
    setUpTable(*this, {30, 8, 8, 18, 8, 0, 20, 40, 60});
    // The name has what the others leave free; the sum is never wider than the view.
    header()->setSectionResizeMode(PluginModel::NameColumn, QHeaderView::Stretch);
    header()->setSectionResizeMode(PluginModel::DeployColumn, QHeaderView::Fixed);
    for (const int column : {PluginModel::AuthorColumn, PluginModel::PathColumn, PluginModel::ReasonColumn}) {
        setColumnHidden(column, true);
    }
    sortByColumn(PluginModel::NameColumn, Qt::AscendingOrder);
    header()->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header(), &QHeaderView::customContextMenuRequested, this, &PluginView::showColumnMenu);
    connect(header(), &QHeaderView::sectionResized, this, [this](int column) {
        if (!m_fits && QGuiApplication::mouseButtons().testFlag(Qt::LeftButton)) {
            m_sized.insert(column);
        }
    });
    m_fitTimer.setSingleShot(true);
    m_fitTimer.setInterval(50ms);
    connect(&m_fitTimer, &QTimer::timeout, this, &PluginView::fitColumns);
    const auto fitSoon = [this] {
        if (!m_fitTimer.isActive()) {
            m_fitTimer.start();
        }
    };
    connect(&m_filter, &QAbstractItemModel::rowsInserted, this, fitSoon);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, fitSoon);
    connect(&m_filter, &QAbstractItemModel::dataChanged, this,
            [fitSoon](const QModelIndex &, const QModelIndex &, const QList<int> &roles) {
                // Roles come only with the seconds that a running row counts.
                if (roles.isEmpty()) {
                    fitSoon();
                }
            });
    connect(&m_filter, &QAbstractItemModel::rowsRemoved, this, fitSoon);
    connect(&m_filter, &PluginFilter::stateChanged, this,
            [this] { setReasonsShown(m_filter.state() == PluginState::NotPlugins); });
    fitColumns();
}

void PluginView::fitColumns()
{
    const QFontMetrics metrics = fontMetrics();
    m_fits = true;
    fit(PluginModel::VersionColumn, widestIn(PluginModel::VersionColumn, lettersWide(metrics, 18)));
    fit(PluginModel::ServerVersionColumn, widestIn(PluginModel::ServerVersionColumn, lettersWide(metrics, 18)));
    // What stands right of it never moves under the mouse.
    const int on = m_filter.rowCount() == 0 ? 0 : header()->sectionSize(PluginModel::OnColumn);
    fit(PluginModel::OnColumn, std::max(on, widestIn(PluginModel::OnColumn, lettersWide(metrics, 18))));
    int button = 0;
    for (const DeployStep step :
         {DeployStep::Create, DeployStep::Update, DeployStep::Downgrade, DeployStep::Review, DeployStep::Decide}) {
        button = std::max(button, metrics.horizontalAdvance(deployText(step)));
    }
    fit(PluginModel::DeployColumn, button + lettersWide(metrics, 4));
    fit(PluginModel::StateColumn, stateWidth());
    m_fits = false;
}

void PluginView::fit(int column, int width)
{
    if (!m_sized.contains(column) && !isColumnHidden(column)) {
        header()->resizeSection(column, width);
    }
}

// Of a large folder only what is near: thousands of rows would take longer than a frame.
int PluginView::firstMeasured() const
{
    return std::max(0, indexAt(QPoint()).row() - mostMeasured / 2);
}

int PluginView::lastMeasured() const
{
    return std::min(m_filter.rowCount(), firstMeasured() + mostMeasured);
}

int PluginView::widestIn(int column, int most) const
{
    int width = header()->sectionSizeHint(column);
    QSet<QString> measured;
    const int last = lastMeasured();
    for (int row = firstMeasured(); row < last; ++row) {
        const QModelIndex index = m_filter.index(row, column);
        const QString text = index.data().toString() + u'\n' + index.data(PluginModel::SecondLineRole).toString();
        if (!measured.contains(text)) {
            measured.insert(text);
            width = std::max(width, std::min(most, sizeHintForIndex(index).width()));
        }
    }
    return width;
}

int PluginView::stateWidth() const
{
    int width = widestIn(PluginModel::StateColumn, lettersWide(fontMetrics(), 34));
    int cause = 0;
    bool anyBusy = false;
    const int last = lastMeasured();
    for (int row = firstMeasured(); row < last; ++row) {
        const PluginRow &shown = m_filter.rowAt(row);
        anyBusy = anyBusy || shown.isBusy();
        if (const QString text = statusCause(shown); !text.isEmpty()) {
            cause = std::max(cause, fontMetrics().horizontalAdvance(text));
        }
    }
    if (anyBusy) {
        // What is done with a row changes all the time.
        width = std::max(width, header()->sectionSize(PluginModel::StateColumn));
    }
    if (cause > 0) {
        // A cause may have what no name needs.
        int room = viewport()->width() - width - widestIn(PluginModel::NameColumn, viewport()->width());
        for (int column = PluginModel::NameColumn + 1; column < PluginModel::ColumnCount; ++column) {
            room -= column == PluginModel::StateColumn ? 0 : header()->sectionSize(column);
        }
        width += std::clamp(cause + lettersWide(fontMetrics(), 5) - width, 0, std::max(0, room));
    }
    return width;
}

void PluginView::setReasonsShown(bool shown)
{
    if (shown == m_reasonsShown) {
        return;
    }
    m_reasonsShown = shown;
    if (shown) {
        for (int column = 0; column < PluginModel::ColumnCount; ++column) {
            if (isColumnHidden(column)) {
                m_hiddenBefore.insert(column);
            }
        }
    }
    for (int column = 0; column < PluginModel::ColumnCount; ++column) {
        const bool isOfReasons = column == PluginModel::NameColumn || column == PluginModel::ReasonColumn;
        setColumnHidden(column, shown ? !isOfReasons : m_hiddenBefore.contains(column));
    }
    // A reason is a sentence, and a name with its path is short beside it.
    header()->setSectionResizeMode(PluginModel::NameColumn, shown ? QHeaderView::Interactive : QHeaderView::Stretch);
    header()->setSectionResizeMode(PluginModel::ReasonColumn, shown ? QHeaderView::Stretch : QHeaderView::Interactive);
    if (shown) {
        header()->resizeSection(PluginModel::NameColumn,
                                widestIn(PluginModel::NameColumn, lettersWide(fontMetrics(), 45)));
    } else {
        m_hiddenBefore.clear();
    }
}

void PluginView::setServerShown(bool shown)
{
    if (shown == m_serverShown) {
        return;
    }
    m_serverShown = shown;
    const auto hide = [this](int column, bool hidden) {
        if (!m_reasonsShown) {
            setColumnHidden(column, hidden);
        } else if (hidden) {
            m_hiddenBefore.insert(column);
        } else {
            m_hiddenBefore.remove(column);
        }
    };
    for (const int column : serverColumns) {
        const bool isHidden = m_reasonsShown ? m_hiddenBefore.contains(column) : isColumnHidden(column);
        if (!shown && !isHidden) {
            m_hiddenWithServer.insert(column);
            hide(column, true);
        } else if (shown && m_hiddenWithServer.remove(column)) {
            hide(column, false);
        }
    }
    m_fitTimer.start();
}

QMenu *PluginView::makeColumnMenu()
{
    auto *menu = new QMenu(tr("C&olumns"), this);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] { fillColumnMenu(*menu); });
    return menu;
}

void PluginView::fillColumnMenu(QMenu &menu)
{
    menu.clear();
    for (int column = PluginModel::NameColumn + 1; column < PluginModel::ReasonColumn; ++column) {
        QAction *action = menu.addAction(m_filter.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        action->setEnabled(!m_reasonsShown && !m_hiddenWithServer.contains(column));
        connect(action, &QAction::toggled, this, [this, column](bool shown) { setColumnHidden(column, !shown); });
    }
}

void PluginView::showColumnMenu(const QPoint &position)
{
    QMenu *menu = makeColumnMenu();
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(u"columnMenu"_s);
    menu->popup(header()->mapToGlobal(position));
}

void PluginView::restoreColumns(const QSettings &settings)
{
    m_fits = true;
    header()->restoreState(settings.value("window/pluginColumns").toByteArray());
    m_fits = false;
    for (const QVariant &column : settings.value("window/pluginColumnsSized").toList()) {
        m_sized.insert(column.toInt());
    }
}

void PluginView::saveColumns(QSettings &settings)
{
    setReasonsShown(false);
    setServerShown(true);
    settings.setValue("window/pluginColumns", header()->saveState());
    settings.setValue("window/pluginColumnsSized", QVariantList(m_sized.cbegin(), m_sized.cend()));
}

QStringList PluginView::selectedPaths() const
{
    std::vector<int> rows;
    for (const QItemSelectionRange &range : selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row) {
            rows.push_back(row);
        }
    }
    std::ranges::sort(rows);
    QStringList paths;
    for (const int row : rows) {
        paths.append(m_filter.rowAt(row).plugin.path);
    }
    return paths;
}

QStringList PluginView::shownPaths() const
{
    QStringList paths;
    for (int row = 0; row < m_filter.rowCount(); ++row) {
        paths.append(m_filter.rowAt(row).plugin.path);
    }
    return paths;
}

QString PluginView::currentPath() const
{
    return currentIndex().isValid() ? m_filter.rowAt(currentIndex().row()).plugin.path : QString();
}

void PluginView::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isReturn && event->modifiers().testFlag(Qt::ControlModifier)) {
        event->ignore();
    } else if (isReturn && currentIndex().isValid()) {
        emit openRequested();
    } else {
        QTreeView::keyPressEvent(event);
    }
}

void PluginView::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    m_fitTimer.start();
}

void PluginView::contextMenuEvent(QContextMenuEvent *event)
{
    if (!currentIndex().isValid()) {
        return;
    }
    // The key for menus has no place of its own; the row that it is for has.
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    emit menuRequested(byKey ? viewport()->mapToGlobal(visualRect(currentIndex()).center()) : event->globalPos());
}

void PluginView::deployCellClicked(const QModelIndex &index)
{
    const PluginRow &row = m_filter.rowAt(index.row());
    row.isBusy() ? emit cancelClicked(row.plugin.path) : emit deployClicked(row.plugin.path);
}

} // namespace owui
