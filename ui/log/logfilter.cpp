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

template<typename Value>
void LogFilter::set(Value &member, const Value &value)
{
    if (member != value) {
        member = value;
        invalidateFilter();
    }
}

void LogFilter::setLevel(LogLevel level)
{
    set(m_level, level);
}

void LogFilter::setDetails(bool shown)
{
    set(m_details, shown);
}

void LogFilter::setPaths(const QSet<QString> &paths)
{
    set(m_paths, std::optional(paths));
}

void LogFilter::showAllPaths()
{
    set(m_paths, {});
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
    return levelFits && (!m_paths || m_paths->contains(entry.path));
}

} // namespace owui
