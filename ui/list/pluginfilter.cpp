// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/list/pluginfilter.h"

#include "ui/list/pluginmodel.h"

#include "plugins/version.h"

#include <algorithm>

namespace owui {
namespace {

// Texts that are no versions come first, in the order of their letters.
bool versionLess(const QString &left, const QString &right)
{
    const bool leftIsVersion = compareVersions(left, left) == VersionOrder::Equal;
    const bool rightIsVersion = compareVersions(right, right) == VersionOrder::Equal;
    if (leftIsVersion != rightIsVersion) {
        return rightIsVersion;
    }
    const VersionOrder order = leftIsVersion ? compareVersions(left, right) : VersionOrder::Unordered;
    return order == VersionOrder::Unordered ? left < right : order == VersionOrder::Older;
}

} // namespace

PluginFilter::PluginFilter(PluginModel &model, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_model(model)
{
    setSourceModel(&model);
    setSortRole(PluginModel::RawRole);
}

void PluginFilter::setLoading(bool loading)
{
    if (loading != m_loading) {
        m_loading = loading;
        // Since Qt 6.8 the order turns that of no column as well.
        QSortFilterProxyModel::sort(loading ? -1 : m_wantedColumn, loading ? Qt::AscendingOrder : m_wantedOrder);
    }
}

void PluginFilter::sort(int column, Qt::SortOrder order)
{
    m_wantedColumn = column;
    m_wantedOrder = order;
    if (!m_loading) {
        QSortFilterProxyModel::sort(column, order);
    }
}

void PluginFilter::setText(const QString &text)
{
    const QStringList words = text.toCaseFolded().split(u' ', Qt::SkipEmptyParts);
    if (words != m_words) {
        m_words = words;
        invalidateFilter();
    }
}

void PluginFilter::setShown(std::optional<PluginKind> kind, PluginState state)
{
    if (kind != m_kind || state != m_state) {
        m_kind = kind;
        m_state = state;
        invalidateFilter();
        emit stateChanged();
    }
}

QStringList PluginFilter::inOrder(QStringList paths) const
{
    if (sortColumn() >= 0) {
        const bool isAscending = sortOrder() == Qt::AscendingOrder;
        std::ranges::sort(paths, [&](const QString &left, const QString &right) {
            const QModelIndex first = m_model.index(m_model.rowOf(isAscending ? left : right), sortColumn());
            const QModelIndex second = m_model.index(m_model.rowOf(isAscending ? right : left), sortColumn());
            return lessThan(first, second);
        });
    }
    return paths;
}

const PluginRow &PluginFilter::rowAt(int proxyRow) const
{
    return m_model.row(mapToSource(index(proxyRow, 0)).row());
}

bool PluginFilter::isWanted(const PluginRow &row) const
{
    if (row.serverOnly || row.plugin.skipped) {
        return m_state == (row.serverOnly ? PluginState::ServerOnly : PluginState::NotPlugins);
    }
    switch (m_state) {
    case PluginState::Plugins:
        return true;
    case PluginState::Changed:
        return row.isChanged();
    case PluginState::Missing:
        return row.comparison && row.comparison->state == CompareState::Missing;
    case PluginState::Problems:
        return row.hasProblem();
    case PluginState::Failed:
        return row.hasFailed();
    case PluginState::ToDecide:
        return row.isToDecide();
    case PluginState::Off:
        return row.isOff();
    case PluginState::ServerOnly:
    case PluginState::NotPlugins:
        break;
    }
    return false;
}

bool PluginFilter::filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const
{
    Q_UNUSED(sourceParent)
    const PluginRow &row = m_model.row(sourceRow);
    return isWanted(row) && (!m_kind || row.plugin.kind == m_kind) &&
           std::ranges::all_of(m_words, [&row](const QString &word) { return row.searchText.contains(word); });
}

bool PluginFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const PluginRow &leftRow = m_model.row(left.row());
    const PluginRow &rightRow = m_model.row(right.row());
    switch (left.column()) {
    case PluginModel::NameColumn:
        break;
    case PluginModel::VersionColumn:
        return versionLess(leftRow.plugin.version(), rightRow.plugin.version());
    case PluginModel::ServerVersionColumn:
        return versionLess(leftRow.versionThere(), rightRow.versionThere());
    case PluginModel::AuthorColumn:
    case PluginModel::ReasonColumn: {
        const int byText = m_model.data(left).toString().localeAwareCompare(m_model.data(right).toString());
        if (byText != 0) {
            return byText < 0;
        }
        break;
    }
    case PluginModel::PathColumn:
        return leftRow.plugin.path < rightRow.plugin.path;
    default: {
        const int leftValue = m_model.data(left, PluginModel::RawRole).toInt();
        const int rightValue = m_model.data(right, PluginModel::RawRole).toInt();
        if (leftValue != rightValue) {
            return leftValue < rightValue;
        }
    }
    }
    const int order = leftRow.titleKey.compare(rightRow.titleKey);
    return order != 0 ? order < 0 : leftRow.plugin.path < rightRow.plugin.path;
}

} // namespace owui
