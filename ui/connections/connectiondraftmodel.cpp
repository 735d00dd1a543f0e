// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/connections/connectiondraftmodel.h"

#include "ui/connections/connectioncolors.h"
#include "ui/connections/connectionproblems.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui {

ConnectionDraftModel::ConnectionDraftModel(const QList<Connection> &connections, QObject *parent)
    : QAbstractListModel(parent)
{
    for (const Connection &connection : connections)
        m_drafts.append(ConnectionDraft::of(connection));
}

int ConnectionDraftModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_drafts.size());
}

QVariant ConnectionDraftModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const ConnectionDraft &draft = m_drafts.at(index.row());
    const Connection &connection = draft.connection;
    switch (role) {
    case Qt::DisplayRole: {
        const QString name = connection.name.isEmpty() ? tr("(no name)") : connection.name;
        return draft.isChanged() ? tr("%1 (not saved)").arg(name) : name;
    }
    case Qt::DecorationRole:
        return colorIcon(connection.color);
    default:
        return {};
    }
}

int ConnectionDraftModel::rowOf(const QString &id) const
{
    const auto found =
        std::ranges::find_if(m_drafts, [&id](const ConnectionDraft &draft) { return draft.connection.id == id; });
    return found == m_drafts.end() ? -1 : int(found - m_drafts.begin());
}

QStringList ConnectionDraftModel::otherNames(int row) const
{
    QStringList names;
    for (int other = 0; other < m_drafts.size(); ++other) {
        if (other != row)
            names.append(m_drafts.at(other).connection.name.trimmed());
    }
    return names;
}

bool ConnectionDraftModel::isChanged() const
{
    return !m_removed.isEmpty() || std::ranges::any_of(m_drafts, &ConnectionDraft::isChanged);
}

QString ConnectionDraftModel::obstacle() const
{
    for (int row = 0; row < m_drafts.size(); ++row) {
        const ConnectionDraft &draft = m_drafts.at(row);
        if (!draft.isChanged())
            continue;
        const QList<FieldProblem> problems = problemsOf(draft, otherNames(row));
        if (!problems.isEmpty())
            return tr("“%1” cannot be saved yet. %2").arg(draft.connection.name, problems.first().text);
        if (draft.waitsForStored())
            return tr("“%1” cannot be saved yet. The key store has not answered.").arg(draft.connection.name);
    }
    return {};
}

int ConnectionDraftModel::add(const ConnectionDraft &draft)
{
    const int row = int(m_drafts.size());
    beginInsertRows({}, row, row);
    m_drafts.append(draft);
    endInsertRows();
    return row;
}

void ConnectionDraftModel::replace(int row, const ConnectionDraft &draft)
{
    m_drafts[row] = draft;
    emit dataChanged(index(row), index(row));
}

void ConnectionDraftModel::remove(int row)
{
    beginRemoveRows({}, row, row);
    const ConnectionDraft draft = m_drafts.takeAt(row);
    if (draft.saved)
        m_removed.append(*draft.saved);
    endRemoveRows();
}

void ConnectionDraftModel::forgetRemoved(const QString &id)
{
    m_removed.removeIf([&id](const Connection &connection) { return connection.id == id; });
}

QString ConnectionDraftModel::freeName(const QString &wanted) const
{
    const QStringList names = otherNames(-1);
    QString name = wanted;
    for (int number = 2; names.contains(name, Qt::CaseInsensitive); ++number)
        name = u"%1 %2"_s.arg(wanted).arg(number);
    return name;
}

} // namespace owui
