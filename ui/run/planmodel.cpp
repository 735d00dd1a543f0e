// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/run/planmodel.h"

#include "ui/parts/icons.h"
#include "ui/parts/plaintext.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui {
namespace {

bool isGrave(const PlanWarning &warning)
{
    return warning.consent.has_value() || !isForInformation(warning.code);
}

QIcon actionIcon(const PlanRow &row)
{
    if (row.action == PlanAction::Update && row.comparison.state == CompareState::Older) {
        return themedIcon(u"compare-older"_s, Tone::Warning);
    }
    return row.action == PlanAction::Create   ? themedIcon(u"compare-missing"_s, Tone::Good)
           : row.action == PlanAction::Update ? themedIcon(u"compare-newer"_s, Tone::Good)
           : row.action == PlanAction::None   ? themedIcon(u"compare-same"_s)
                                              : toneIcon(Tone::Bad);
}

QStringList warningTexts(const PlanRow &row)
{
    QStringList texts;
    std::ranges::transform(row.warnings, std::back_inserter(texts), [](const PlanWarning &warning) {
        return Problem{warning.text, warning.remedy}.sentences();
    });
    for (const Finding &finding : row.plugin.findings) {
        // An error is why it is blocked, and told with that.
        if (finding.severity() == Severity::Warning) {
            texts.append(Problem{finding.text(), finding.remedy()}.sentences());
        }
    }
    return texts;
}

} // namespace

PlanModel::PlanModel(const QList<PlanRow> &rows, QObject *parent)
    : TableModel({tr("Plugin"), tr("What happens"), tr("To know before")}, parent)
{
    m_rows.reserve(static_cast<std::size_t>(rows.size()));
    for (const PlanRow &row : rows) {
        m_rows.push_back(rowFor(row));
    }
}

PlanModel::Row PlanModel::rowFor(const PlanRow &plan)
{
    return {.plan = plan, .texts = warningTexts(plan), .ticked = plan.isTickedAtFirst()};
}

bool PlanModel::canTick(const Row &row) const
{
    return row.plan.action == PlanAction::Create || row.plan.action == PlanAction::Update ||
           (row.plan.action == PlanAction::None && m_sendUnchanged);
}

void PlanModel::setSendUnchanged(bool send)
{
    m_sendUnchanged = send;
    for (Row &row : m_rows) {
        if (row.plan.action == PlanAction::None) {
            row.ticked = send;
        }
    }
    ticksMoved();
}

void PlanModel::replace(const PlanRow &row)
{
    const auto isIt = [&row](const Row &other) { return other.plan.plugin.path == row.plugin.path; };
    const auto found = std::ranges::find_if(m_rows, isIt);
    if (found == m_rows.end()) {
        return;
    }
    *found = rowFor(row);
    const int position = static_cast<int>(found - m_rows.begin());
    emit dataChanged(index(position, 0), index(position, ColumnCount - 1));
    emit ticksChanged();
}

void PlanModel::ticksMoved()
{
    if (!m_rows.empty()) {
        emit dataChanged(index(0, NameColumn), index(rowCount() - 1, NameColumn));
    }
    emit ticksChanged();
}

bool PlanModel::hasId(const QString &id, const PlanRow &other) const
{
    return std::ranges::any_of(m_rows, [&](const Row &row) {
        const Plugin &plugin = row.plan.plugin;
        return plugin.id == id && plugin.kind && spaceOf(*plugin.kind) == spaceOf(*other.plugin.kind);
    });
}

QList<PlanRow> PlanModel::ticked() const
{
    QList<PlanRow> rows;
    for (const Row &row : m_rows) {
        if (row.ticked) {
            rows.append(row.plan);
        }
    }
    return rows;
}

int PlanModel::tickedCount() const
{
    return static_cast<int>(std::ranges::count_if(m_rows, &Row::ticked));
}

int PlanModel::tickedCount(PlanAction action) const
{
    return static_cast<int>(
        std::ranges::count_if(m_rows, [action](const Row &row) { return row.ticked && row.plan.action == action; }));
}

bool PlanModel::isNothingToDo() const
{
    return std::ranges::all_of(m_rows, [](const Row &row) { return row.plan.action == PlanAction::None; });
}

bool PlanModel::hasUnchanged() const
{
    return std::ranges::any_of(m_rows, [](const Row &row) { return row.plan.action == PlanAction::None; });
}

QVariant PlanModel::display(const Row &row, int column) const
{
    switch (column) {
    case NameColumn:
        return row.plan.plugin.title();
    case ActionColumn:
        return planActionText(row.plan);
    case WarningColumn: {
        const QString first = row.texts.value(0);
        const qsizetype more = row.texts.size() - 1;
        return more > 0 ? tr("%1 (and %L2 more)", "warning, how many").arg(first, QLocale().toString(more)) : first;
    }
    default:
        return {};
    }
}

QVariant PlanModel::decoration(const Row &row, int column) const
{
    if (column == NameColumn && row.plan.plugin.kind) {
        return themedIcon(nameOf(*row.plan.plugin.kind));
    }
    if (column == ActionColumn) {
        return actionIcon(row.plan);
    }
    if (column == WarningColumn && !row.texts.isEmpty()) {
        const bool hasFindings = row.texts.size() > row.plan.warnings.size();
        return hasFindings || std::ranges::any_of(row.plan.warnings, isGrave) ? toneIcon(Tone::Warning)
                                                                              : themedIcon(u"info"_s);
    }
    return {};
}

QVariant PlanModel::cell(int position, int column, int role) const
{
    const Row &row = m_rows[static_cast<std::size_t>(position)];
    switch (role) {
    case Qt::DisplayRole:
        return display(row, column);
    case Qt::DecorationRole:
        return decoration(row, column);
    case Qt::ToolTipRole:
        return column == WarningColumn ? plainToolTip(row.texts.join(u'\n')) : QVariant();
    case Qt::CheckStateRole:
        return column == NameColumn && canTick(row) ? QVariant(row.ticked ? Qt::Checked : Qt::Unchecked) : QVariant();
    default:
        return {};
    }
}

bool PlanModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !index.isValid() || index.column() != NameColumn) {
        return false;
    }
    Row &row = m_rows[static_cast<std::size_t>(index.row())];
    if (!canTick(row)) {
        return false;
    }
    row.ticked = value.toInt() == Qt::Checked;
    emit dataChanged(index, index, {Qt::CheckStateRole});
    emit ticksChanged();
    return true;
}

Qt::ItemFlags PlanModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = TableModel::flags(index);
    if (index.isValid() && index.column() == NameColumn && canTick(m_rows[static_cast<std::size_t>(index.row())])) {
        flags |= Qt::ItemIsUserCheckable;
    }
    return flags;
}

} // namespace owui
