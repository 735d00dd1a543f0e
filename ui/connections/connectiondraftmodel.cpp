// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/connections/connectiondraftmodel.h"

#include "ui/connections/connectioncolors.h"

#include "isolated.h"
#include "server/secretstore.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui {

ConnectionDraftModel::ConnectionDraftModel(const QList<Connection> &connections, QObject *parent)
    : QAbstractListModel(parent)
{
    std::ranges::transform(connections, std::back_inserter(m_drafts), &ConnectionDraft::of);
}

QVariant ConnectionDraftModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const ConnectionDraft &draft = m_drafts.at(index.row());
    if (role == Qt::DisplayRole) {
        const QString name = !draft.connection.name.isEmpty() ? draft.connection.name
                             : draft.namedByAddress           ? tr("New connection")
                                                              : tr("(no name)");
        return draft.isChanged() ? tr("%1 (not saved)").arg(isolated(name)) : name;
    }
    return role == Qt::DecorationRole ? colorIcon(draft.connection.color) : QVariant();
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
        if (other != row) {
            names.append(m_drafts.at(other).connection.name.trimmed());
        }
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
        if (!draft.isChanged()) {
            continue;
        }
        const QList<FieldProblem> problems = draft.problems(otherNames(row));
        const bool isSaid = std::ranges::any_of(
            problems, [&draft](const FieldProblem &problem) { return !draft.isUntouched(problem.field); });
        if (isSaid && draft.connection.id == m_shownId) {
            return tr("It cannot be saved yet: the reason stands beside the field.");
        }
        if (!problems.isEmpty() && !isSaid && draft.connection.name.isEmpty()) {
            // It is named by its address, so that is what is missing.
            return tr("The new connection cannot be saved yet. %1").arg(problemOf(problems, ConnectionField::Url));
        }
        if (!problems.isEmpty()) {
            return tr("“%1” cannot be saved yet. %2")
                .arg(isolated(draft.connection.name), problems.first().problem.sentences());
        }
        if (draft.waitsForStored()) {
            return tr("“%1” cannot be saved yet. The key store has not answered.").arg(isolated(draft.connection.name));
        }
    }
    return {};
}

int ConnectionDraftModel::blankRow() const
{
    const auto found = std::ranges::find_if(m_drafts, &ConnectionDraft::isBlank);
    return found == m_drafts.end() ? -1 : int(found - m_drafts.begin());
}

QString ConnectionDraftModel::freeName(const QString &wanted, int row) const
{
    const QStringList names = otherNames(row);
    QString name = wanted;
    for (int number = 2; names.contains(name, Qt::CaseInsensitive); ++number) {
        name = u"%1 %2"_s.arg(wanted, QString::number(number));
    }
    return name;
}

int ConnectionDraftModel::add(const ConnectionDraft &draft)
{
    const int row = rowCount();
    beginInsertRows({}, row, row);
    m_drafts.append(draft);
    m_problems.reset();
    endInsertRows();
    return row;
}

void ConnectionDraftModel::remove(int row)
{
    beginRemoveRows({}, row, row);
    const ConnectionDraft draft = m_drafts.takeAt(row);
    m_problems.reset();
    if (draft.saved) {
        m_removed.append(*draft.saved);
    }
    endRemoveRows();
    emit changed();
}

void ConnectionDraftModel::forgetRemoved(const QString &id)
{
    m_removed.removeIf([&id](const Connection &connection) { return connection.id == id; });
}

void ConnectionDraftModel::show(int row)
{
    // By id: rows move when one is removed.
    m_shownId = row < 0 ? QString() : m_drafts.at(row).connection.id;
    m_problems.reset();
    emit anotherShown();
    emit changed();
}

const ConnectionDraft &ConnectionDraftModel::shown() const
{
    static const ConnectionDraft none;
    const int row = rowOf(m_shownId);
    return row < 0 ? none : m_drafts.at(row);
}

const QList<FieldProblem> &ConnectionDraftModel::problems() const
{
    if (!m_problems) {
        m_problems = shown().problems(otherNames(rowOf(m_shownId)));
    }
    return *m_problems;
}

void ConnectionDraftModel::askForStored(SecretStore &secrets)
{
    if (shown().storedState != ConnectionDraft::Stored::NotAsked) {
        return;
    }
    const Connection saved = *shown().saved;
    update(saved.id, [](ConnectionDraft &draft) { draft.storedState = ConnectionDraft::Stored::Asking; });
    secrets.read(saved, this, [this, id = saved.id](const Result<std::optional<Credential>> &answer) {
        update(id, [&answer](ConnectionDraft &draft) { draft.setStored(answer); });
    });
}

void ConnectionDraftModel::edit(const Change &change)
{
    update(m_shownId, change);
    emit edited();
}

void ConnectionDraftModel::editAddress(const QString &text)
{
    edit([this, &text](ConnectionDraft &draft) {
        draft.setUrlText(text);
        if (draft.namedByAddress) {
            const QString host = hostText(draft.connection.url);
            draft.connection.name = host.isEmpty() ? QString() : freeName(host, rowOf(draft.connection.id));
        }
    });
}

void ConnectionDraftModel::update(const QString &id, const Change &change)
{
    const int row = rowOf(id);
    if (row >= 0) {
        change(m_drafts[row]);
        m_problems.reset();
        emit dataChanged(index(row), index(row));
        emit changed();
    }
}

void ConnectionDraftModel::settleOrigin()
{
    update(m_shownId, &ConnectionDraft::settleOrigin);
}

} // namespace owui
