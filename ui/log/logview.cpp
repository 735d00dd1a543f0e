// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/log/logview.h"

#include "ui/log/logfilter.h"
#include "ui/log/logmodel.h"
#include "ui/parts/tableview.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>
#include <numeric>
#include <vector>

namespace owui {
namespace {

QString joined(const LogFilter &filter, const std::vector<int> &rows)
{
    QString text;
    for (const int row : rows) {
        text += LogModel::plainLine(filter.entryAt(row)) + u'\n';
    }
    return text;
}

} // namespace

LogView::LogView(LogFilter &filter, QWidget *parent)
    : QTreeView(parent)
    , m_filter(filter)
{
    setModel(&filter);
    setAccessibleName(tr("Log"));
    setUpTable(*this, {12, 14, 16, 26});
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    header()->setStretchLastSection(true);

    // Many lines may come before the next paint: the jump to the end waits for all of them.
    m_followTimer.setSingleShot(true);
    m_followTimer.setInterval(0);
    connect(&m_followTimer, &QTimer::timeout, this, [this] {
        if (m_following) {
            scrollToBottom();
        }
    });
    connect(model(), &QAbstractItemModel::rowsInserted, &m_followTimer, qOverload<>(&QTimer::start));
    // Also where the pane itself becomes smaller.
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, &m_followTimer, qOverload<>(&QTimer::start));
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &LogView::follow);
}

// New lines only ever move the end away and the view down: a value that falls is the user scrolling up.
void LogView::follow(int value)
{
    if (value >= verticalScrollBar()->maximum()) {
        m_following = true;
    } else if (value < m_lastValue) {
        m_following = false;
    }
    m_lastValue = value;
}

QString LogView::plainText() const
{
    std::vector<int> rows;
    for (const QModelIndex &index : selectionModel()->selectedRows()) {
        rows.push_back(index.row());
    }
    std::ranges::sort(rows);
    return rows.empty() ? allPlainText() : joined(m_filter, rows);
}

QString LogView::allPlainText() const
{
    std::vector<int> rows(static_cast<std::size_t>(m_filter.rowCount()));
    std::iota(rows.begin(), rows.end(), 0);
    return joined(m_filter, rows);
}

void LogView::copy() const
{
    QGuiApplication::clipboard()->setText(plainText());
}

void LogView::copyAll() const
{
    QGuiApplication::clipboard()->setText(allPlainText());
}

void LogView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copy();
    } else {
        QTreeView::keyPressEvent(event);
    }
}

} // namespace owui
