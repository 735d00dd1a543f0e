// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/connections/connectiondraft.h"

#include <QAbstractListModel>

#include <functional>

namespace owui {

class SecretStore;

/// The connections as a dialog edits them, which of them it shows, and those that Save will remove. Fields write into
/// the draft that is shown, and whoever says something about it listens to `changed`.
class ConnectionDraftModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    using Change = std::function<void(ConnectionDraft &)>;

    explicit ConnectionDraftModel(const QList<Connection> &connections, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_drafts.size());
    }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

    [[nodiscard]] const QList<ConnectionDraft> &drafts() const { return m_drafts; }
    [[nodiscard]] const QList<Connection> &removed() const { return m_removed; }
    [[nodiscard]] int rowOf(const QString &id) const;
    [[nodiscard]] bool isChanged() const;
    /// Why it cannot be saved, beginning with the connection's name; empty: it can.
    [[nodiscard]] QString obstacle() const;
    /// `wanted`, or with a number after it where another connection than that of `row` has that name.
    [[nodiscard]] QString freeName(const QString &wanted, int row = -1) const;
    /// The new one in which nobody has entered anything; less than 0: there is none.
    [[nodiscard]] int blankRow() const;

    int add(const ConnectionDraft &draft);
    void remove(int row);
    void forgetRemoved(const QString &id);

    /// Less than 0: none.
    void show(int row);
    /// The draft that is shown; an empty one where there is none.
    [[nodiscard]] const ConnectionDraft &shown() const;
    /// Of the draft that is shown, looked for once after each change: a certificate is read for it.
    [[nodiscard]] const QList<FieldProblem> &problems() const;
    /// Learns what `secrets` has for the draft that is shown, once.
    void askForStored(SecretStore &secrets);
    /// What a person does to the draft that is shown.
    void edit(const Change &change);
    /// The address of the draft that is shown, which names it until somebody types a name.
    void editAddress(const QString &text);
    /// What becomes known of a draft. Nothing where it is gone.
    void update(const QString &id, const Change &change);
    /// The address that is shown counts as complete: see ConnectionDraft::settleOrigin().
    void settleOrigin();

signals:
    void anotherShown();
    void edited();
    /// Something of the drafts, by a person or not.
    void changed();

private:
    /// The names of all but `row`.
    [[nodiscard]] QStringList otherNames(int row) const;

    QList<ConnectionDraft> m_drafts;
    QList<Connection> m_removed;
    QString m_shownId;
    mutable std::optional<QList<FieldProblem>> m_problems; ///< none: to be looked for
};

} // namespace owui
