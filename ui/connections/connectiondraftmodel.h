// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/connections/connectiondraft.h"

#include <QAbstractListModel>

namespace owui {

/// The connections as the dialog edits them, and those that Save will remove.
class ConnectionDraftModel final : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConnectionDraftModel)

public:
    explicit ConnectionDraftModel(const QList<Connection> &connections, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

    [[nodiscard]] const QList<ConnectionDraft> &drafts() const { return m_drafts; }
    [[nodiscard]] const QList<Connection> &removed() const { return m_removed; }
    [[nodiscard]] int rowOf(const QString &id) const;
    /// The names of all but `row`.
    [[nodiscard]] QStringList otherNames(int row) const;
    [[nodiscard]] bool isChanged() const;
    /// Why it cannot be saved, beginning with the connection's name; empty: it can.
    [[nodiscard]] QString obstacle() const;

    int add(const ConnectionDraft &draft);
    void replace(int row, const ConnectionDraft &draft);
    void remove(int row);
    void forgetRemoved(const QString &id);
    /// `wanted`, or with a number after it where another connection has that name.
    [[nodiscard]] QString freeName(const QString &wanted) const;

private:
    QList<ConnectionDraft> m_drafts;
    QList<Connection> m_removed;
};

} // namespace owui
