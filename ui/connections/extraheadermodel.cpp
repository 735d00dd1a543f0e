// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/connections/extraheadermodel.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui {

ExtraHeaderModel::ExtraHeaderModel(ConnectionDraftModel &drafts, QObject *parent)
    : TableModel({tr("Header"), tr("Value")}, parent)
    , m_drafts(drafts)
{
    connect(&drafts, &ConnectionDraftModel::changed, this, &ExtraHeaderModel::takeOver);
    takeOver();
}

QVariant ExtraHeaderModel::cell(int row, int column, int role) const
{
    const HeaderDraft &header = m_rows.at(row);
    if (column == Name) {
        return role == Qt::DisplayRole || role == Qt::EditRole ? QVariant(header.name) : QVariant();
    }
    const bool hasValue = !m_drafts.shown().headerValue(header).isEmpty();
    switch (role) {
    case Qt::DisplayRole:
        // As long for every value: the length of a secret is nobody's business either.
        return hasValue ? QString(8, u'•') : tr("(enter a value)");
    case Qt::AccessibleTextRole:
        return hasValue ? tr("hidden value") : tr("no value");
    default:
        return {};
    }
}

Qt::ItemFlags ExtraHeaderModel::flags(const QModelIndex &index) const
{
    return TableModel::flags(index) | (index.isValid() ? Qt::ItemIsEditable : Qt::NoItemFlags);
}

bool ExtraHeaderModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return false;
    }
    HeaderDraft &header = m_rows[index.row()];
    const QString text = value.toString().trimmed();
    if (index.column() == Name) {
        header.name = text;
    } else if (!text.isEmpty()) {
        header.typed = {.value = text.toUtf8(), .origin = m_drafts.shown().origin(), .expires = {}};
    }
    emit dataChanged(index, index);
    write();
    return true;
}

int ExtraHeaderModel::addRow()
{
    const int row = rowCount();
    beginInsertRows({}, row, row);
    m_rows.append(HeaderDraft{});
    endInsertRows();
    write();
    return row;
}

void ExtraHeaderModel::removeRow(int row)
{
    beginRemoveRows({}, row, row);
    m_rows.removeAt(row);
    endRemoveRows();
    write();
}

void ExtraHeaderModel::takeOver()
{
    // Row by row where only the values differ, so that an open editor and the selection stay.
    const QList<HeaderDraft> rows = m_drafts.shown().headers;
    const bool sameRows = std::ranges::equal(rows, m_rows, {}, &HeaderDraft::name, &HeaderDraft::name);
    if (!sameRows) {
        beginResetModel();
    }
    m_rows = rows;
    if (!sameRows) {
        endResetModel();
    } else if (!rows.isEmpty()) {
        emit dataChanged(index(0, Value), index(rowCount() - 1, Value));
    }
}

void ExtraHeaderModel::write()
{
    m_drafts.edit([this](ConnectionDraft &draft) { draft.setHeaders(m_rows); });
}

} // namespace owui
