// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/list/pluginmodel.h"

#include <QLocale>
#include <QSet>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace owui {
namespace {

// A slice must leave time to paint within a frame.
constexpr qint64 sliceMilliseconds = 4;
// Rows that are added make the view lay itself out and paint anew. The first screens come at once, the rest in a few
// large steps.
constexpr int rowsAtOnce = 200;
constexpr qint64 pauseMilliseconds = 100;
constexpr int firstPause = 8;
constexpr auto countDelay = 50ms;
constexpr qsizetype pluginsPerClockLook = 16;

} // namespace

// The C locale knows no order but that of the bytes.
PluginModel::PluginModel(QObject *parent)
    : TableModel(titles(), parent)
    , m_collator(QLocale().language() == QLocale::C ? QLocale(QLocale::English) : QLocale())
{
    m_collator.setNumericMode(true);
    m_collator.setCaseSensitivity(Qt::CaseInsensitive);
    m_mergeTimer.setSingleShot(true);
    connect(&m_mergeTimer, &QTimer::timeout, this, &PluginModel::mergeSlice);
    m_countTimer.setInterval(countDelay);
    m_countTimer.setSingleShot(true);
    connect(&m_countTimer, &QTimer::timeout, this, &PluginModel::count);
    m_elapsedTimer.setInterval(1s);
    connect(&m_elapsedTimer, &QTimer::timeout, this, &PluginModel::tickElapsed);
}

void PluginModel::add(const QList<Plugin> &plugins)
{
    m_pending.append(plugins);
    scheduleSlice();
}

void PluginModel::merge(const QList<Plugin> &plugins)
{
    m_pending = plugins;
    m_pendingIndex = 0;
    m_complete = true;
    scheduleSlice();
}

void PluginModel::clear()
{
    m_mergeTimer.stop();
    m_pending.clear();
    m_pendingIndex = 0;
    m_complete = false;
    m_newRows.clear();
    m_index.clear();
    m_ids.clear();
    if (!m_rows.empty()) {
        beginRemoveRows({}, 0, rowCount() - 1);
        m_rows.clear();
        endRemoveRows();
    }
    scheduleCounts();
}

void PluginModel::scheduleSlice()
{
    if (m_complete || m_pendingIndex < m_pending.size()) {
        // A small folder is read whole by then, and painted once instead of twice. What comes meanwhile does not
        // prolong it.
        if (!m_rows.empty() || m_complete) {
            m_mergeTimer.start(0);
        } else if (!m_mergeTimer.isActive()) {
            m_mergeTimer.start(firstPause);
        }
    } else if (!m_newRows.empty()) {
        m_mergeTimer.start(static_cast<int>(std::max<qint64>(0, pauseMilliseconds + 1 - m_sinceRows.elapsed())));
    }
}

void PluginModel::mergeSlice()
{
    QElapsedTimer clock;
    clock.start();
    while (m_pendingIndex < m_pending.size()) {
        mergeOne(m_pending.at(m_pendingIndex++));
        if (m_pendingIndex % pluginsPerClockLook == 0 && clock.elapsed() >= sliceMilliseconds) {
            break;
        }
    }
    const bool done = m_pendingIndex == m_pending.size();
    if ((done && m_complete) || rowCount() < rowsAtOnce || m_sinceRows.hasExpired(pauseMilliseconds)) {
        appendRows();
        m_sinceRows.start();
    }
    scheduleCounts();
    if (done) {
        endMerge();
    }
    scheduleSlice();
}

void PluginModel::endMerge()
{
    const bool complete = std::exchange(m_complete, false);
    if (complete) {
        removeMissing();
    }
    m_pending.clear();
    m_pendingIndex = 0;
    if (complete) {
        emit merged();
    }
}

void PluginModel::mergeOne(const Plugin &plugin)
{
    m_ids.clear();
    const int known = rowOf(plugin.path);
    if (known < 0) {
        m_index.insert(plugin.path, static_cast<int>(m_rows.size() + m_newRows.size()));
        m_newRows.emplace_back(plugin, m_collator.sortKey({})).describe(m_collator);
        return;
    }
    const auto position = static_cast<std::size_t>(known);
    if (position >= m_rows.size()) {
        m_newRows[position - m_rows.size()].plugin = plugin;
        m_newRows[position - m_rows.size()].describe(m_collator);
    } else if (m_rows[position].plugin != plugin) {
        m_rows[position].take(plugin);
        m_rows[position].describe(m_collator);
        rowChanged(known);
    }
}

void PluginModel::appendRows()
{
    if (m_newRows.empty()) {
        return;
    }
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(m_newRows.size()) - 1);
    std::ranges::move(m_newRows, std::back_inserter(m_rows));
    m_newRows.clear();
    endInsertRows();
}

void PluginModel::removeMissing()
{
    QSet<QString> present;
    present.reserve(m_pending.size());
    for (const Plugin &plugin : m_pending) {
        present.insert(plugin.path);
    }
    removeRowsIf([&present](const PluginRow &row) { return !row.serverOnly && !present.contains(row.plugin.path); });
}

void PluginModel::removeRowsIf(const std::function<bool(const PluginRow &)> &isUnwanted)
{
    const auto isMissing = [this, &isUnwanted](int position) { return isUnwanted(row(position)); };
    for (int last = rowCount() - 1; last >= 0; --last) {
        if (!isMissing(last)) {
            continue;
        }
        int first = last;
        while (first > 0 && isMissing(first - 1)) {
            --first;
        }
        beginRemoveRows({}, first, last);
        m_rows.erase(m_rows.begin() + first, m_rows.begin() + last + 1);
        // Before anybody is told: whoever hears of it may ask for a path.
        rebuildIndex();
        endRemoveRows();
        last = first;
    }
}

void PluginModel::rebuildIndex()
{
    m_ids.clear();
    m_index.clear();
    m_index.reserve(static_cast<qsizetype>(m_rows.size()));
    for (int row = 0; row < rowCount(); ++row) {
        m_index.insert(m_rows[static_cast<std::size_t>(row)].plugin.path, row);
    }
}

void PluginModel::rowChanged(int row)
{
    emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

void PluginModel::setCode(const QString &path, const CheckedCode &code)
{
    if (const int position = shown(path); position >= 0) {
        m_rows[static_cast<std::size_t>(position)].code = code;
        rowChanged(position);
        scheduleCounts();
    }
}

void PluginModel::setSeen(const QString &path, const Sighting &seen)
{
    if (const int position = shown(path); position >= 0 && row(position).seen != seen) {
        m_rows[static_cast<std::size_t>(position)].seen = seen;
        comparisonChanged(position);
        scheduleCounts();
    }
}

void PluginModel::setComparisons(const QList<ComparedPlugin> &compared)
{
    for (const ComparedPlugin &one : compared) {
        if (const int position = shown(one.path); position >= 0 && row(position).comparison != one.comparison) {
            PluginRow &changed = m_rows[static_cast<std::size_t>(position)];
            changed.comparison = one.comparison;
            changed.findLookAlike(m_serverOnly);
            comparisonChanged(position);
        }
    }
    scheduleCounts();
}

void PluginModel::setServerOnly(const QList<ServerPlugin> &plugins)
{
    appendRows();
    QSet<QString> present;
    for (const ServerPlugin &there : plugins) {
        const QString key = PluginRow::serverKey(there.space, there.id);
        present.insert(key);
        const int known = rowOf(key);
        if (known < 0) {
            m_index.insert(key, static_cast<int>(m_rows.size() + m_newRows.size()));
            m_newRows.emplace_back(PluginRow::onlyOnServer(there)).describe(m_collator);
        } else if (row(known).seen.plugin != there) {
            PluginRow &changed = m_rows[static_cast<std::size_t>(known)];
            changed = PluginRow::onlyOnServer(there);
            changed.describe(m_collator);
            rowChanged(known);
        }
    }
    appendRows();
    removeRowsIf([&present](const PluginRow &row) { return row.serverOnly && !present.contains(row.plugin.path); });
    m_serverOnly = TwinIndex(plugins);
    for (int position = 0; position < rowCount(); ++position) {
        if (m_rows[static_cast<std::size_t>(position)].findLookAlike(m_serverOnly)) {
            comparisonChanged(position);
        }
    }
    scheduleCounts();
}

void PluginModel::clearServer()
{
    setServerOnly({});
    for (PluginRow &row : m_rows) {
        row.seen = {};
        row.comparison.reset();
        row.lookAlikeId.clear();
    }
    if (!m_rows.empty()) {
        emit dataChanged(index(0, ServerVersionColumn), index(rowCount() - 1, DeployColumn));
    }
    scheduleCounts();
}

void PluginModel::setServerAnswers(bool answers)
{
    if (std::exchange(m_serverAnswers, answers) != answers && !m_rows.empty()) {
        emit dataChanged(index(0, DeployColumn), index(rowCount() - 1, DeployColumn), {StrongRole});
    }
}

void PluginModel::comparisonChanged(int row)
{
    emit dataChanged(index(row, ServerVersionColumn), index(row, DeployColumn));
}

void PluginModel::setStage(const QString &path, DeployStage stage)
{
    const int position = shown(path);
    if (position < 0) {
        return;
    }
    PluginRow &changed = m_rows[static_cast<std::size_t>(position)];
    if (!changed.isRunning() && stage != DeployStage::Waiting) {
        changed.since = std::chrono::steady_clock::now();
    }
    changed.stage = stage;
    if (!m_elapsedTimer.isActive()) {
        m_elapsedTimer.start();
    }
    rowChanged(position);
}

void PluginModel::setResult(const DeployResult &result)
{
    if (const int position = shown(result.path); position >= 0) {
        m_rows[static_cast<std::size_t>(position)].stage.reset();
        m_rows[static_cast<std::size_t>(position)].result = result;
        rowChanged(position);
        scheduleCounts();
    }
}

void PluginModel::setPast(const QString &path, const HistoryEntry &entry)
{
    if (const int position = shown(path); position >= 0) {
        m_rows[static_cast<std::size_t>(position)].past = entry;
        rowChanged(position);
    }
}

void PluginModel::clearStatus()
{
    for (PluginRow &row : m_rows) {
        row.stage.reset();
        row.result.reset();
        row.past.reset();
    }
    if (!m_rows.empty()) {
        emit dataChanged(index(0, StateColumn), index(rowCount() - 1, DeployColumn));
    }
    scheduleCounts();
}

const PluginRow *PluginModel::find(const QString &path) const
{
    const int position = shown(path);
    return position < 0 ? nullptr : &m_rows[static_cast<std::size_t>(position)];
}

QString PluginModel::pathOf(PluginSpace space, const QString &id, const QString &preferred) const
{
    const auto isIt = [&](const PluginRow &row) {
        return row.plugin.kind && !row.plugin.skipped && spaceOf(*row.plugin.kind) == space && row.plugin.id == id;
    };
    // The history may be of another folder, where the same path was another plugin.
    for (const QString &path : {preferred, PluginRow::serverKey(space, id)}) {
        if (const PluginRow *row = find(path); row && isIt(*row)) {
            return path;
        }
    }
    const auto row = std::ranges::find_if(m_rows, isIt);
    return row == m_rows.end() ? QString() : row->plugin.path;
}

QSet<QString> PluginModel::ids(PluginSpace space) const
{
    // Asked once for each plugin of a run, and the same for all of them.
    if (m_ids.isEmpty()) {
        for (const PluginRow &row : m_rows) {
            if (row.plugin.kind && !row.plugin.skipped && !row.serverOnly) {
                m_ids[spaceOf(*row.plugin.kind)].insert(row.plugin.id);
            }
        }
    }
    return m_ids.value(space);
}

void PluginModel::scheduleCounts()
{
    if (!m_countTimer.isActive()) {
        m_countTimer.start();
    }
}

void PluginModel::count()
{
    PluginCounts counts;
    std::ranges::for_each(m_rows, [&counts](const PluginRow &row) { counts.add(row); });
    if (counts != m_counts) {
        m_counts = counts;
        emit countsChanged();
    }
}

void PluginModel::tickElapsed()
{
    bool anyBusy = false;
    for (int position = 0; position < rowCount(); ++position) {
        const PluginRow &busy = row(position);
        anyBusy = anyBusy || busy.isBusy();
        if (busy.isRunning()) {
            emit dataChanged(index(position, StateColumn), index(position, StateColumn), {Qt::DisplayRole});
        }
    }
    if (!anyBusy) {
        m_elapsedTimer.stop();
    }
}

QVariant PluginModel::cell(int position, int column, int role) const
{
    if (role == StrongRole && !m_serverAnswers) {
        return false;
    }
    return cellData(row(position), column, role);
}

} // namespace owui
