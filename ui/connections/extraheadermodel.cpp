// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/connections/extraheadermodel.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui {

ExtraHeaderModel::ExtraHeaderModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

int ExtraHeaderModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_draft.headers.size());
}

int ExtraHeaderModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ExtraHeaderModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const HeaderDraft &header = m_draft.headers.at(index.row());
    if (index.column() == Name)
        return role == Qt::DisplayRole || role == Qt::EditRole ? QVariant(header.name) : QVariant();
    switch (role) {
    case Qt::DisplayRole:
        // As long for every value: the length of a secret is nobody's business either.
        return m_draft.hasHeaderValue(header) ? QString(8, u'•') : tr("(enter a value)");
    case Qt::AccessibleTextRole:
        return m_draft.hasHeaderValue(header) ? tr("hidden value") : tr("no value");
    case Qt::EditRole:
        return QString();
    default:
        return {};
    }
}

QVariant ExtraHeaderModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Name ? tr("Header") : tr("Value");
}

Qt::ItemFlags ExtraHeaderModel::flags(const QModelIndex &index) const
{
    return QAbstractTableModel::flags(index) | (index.isValid() ? Qt::ItemIsEditable : Qt::NoItemFlags);
}

bool ExtraHeaderModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    HeaderDraft &header = m_draft.headers[index.row()];
    const QString text = value.toString().trimmed();
    if (index.column() == Name) {
        header.name = text;
    } else if (!text.isEmpty()) {
        header.typed = {.value = text.toUtf8(), .origin = m_draft.origin()};
    }
    emit dataChanged(index, index);
    emit edited();
    return true;
}

void ExtraHeaderModel::load(const ConnectionDraft &draft)
{
    // Row by row where only the values differ, so that an open editor and the selection stay.
    const bool sameRows =
        std::ranges::equal(draft.headers, m_draft.headers, {}, &HeaderDraft::name, &HeaderDraft::name);
    if (!sameRows)
        beginResetModel();
    m_draft = draft;
    if (!sameRows)
        endResetModel();
    else if (!draft.headers.isEmpty())
        emit dataChanged(index(0, Value), index(rowCount() - 1, Value));
}

int ExtraHeaderModel::addRow()
{
    const int row = rowCount();
    beginInsertRows({}, row, row);
    m_draft.headers.append({.name = {}, .storedName = {}, .typed = {}});
    endInsertRows();
    emit edited();
    return row;
}

void ExtraHeaderModel::removeRow(int row)
{
    beginRemoveRows({}, row, row);
    m_draft.headers.removeAt(row);
    endRemoveRows();
    emit edited();
}

} // namespace owui
