// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/log/logfilter.h"

#include "ui/log/logmodel.h"

namespace owui {

LogFilter::LogFilter(LogModel &model, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_model(model)
{
    setSourceModel(&model);
}

void LogFilter::setLevel(LogLevel level)
{
    if (level != m_level) {
        m_level = level;
        invalidateFilter();
    }
}

void LogFilter::setDetails(bool shown)
{
    if (shown != m_details) {
        m_details = shown;
        invalidateFilter();
    }
}

void LogFilter::setPaths(const QSet<QString> &paths)
{
    if (!m_onlyPaths || paths != m_paths) {
        m_onlyPaths = true;
        m_paths = paths;
        invalidateFilter();
    }
}

void LogFilter::showAllPaths()
{
    if (m_onlyPaths) {
        m_onlyPaths = false;
        m_paths.clear();
        invalidateFilter();
    }
}

const LogEntry &LogFilter::entryAt(int proxyRow) const
{
    return m_model.entry(mapToSource(index(proxyRow, 0)).row());
}

bool LogFilter::filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const
{
    Q_UNUSED(sourceParent)
    const LogEntry &entry = m_model.entry(sourceRow);
    const bool levelFits =
        entry.level == LogLevel::Detail ? m_details && m_level <= LogLevel::Info : entry.level >= m_level;
    return levelFits && (!m_onlyPaths || m_paths.contains(entry.path));
}

} // namespace owui
