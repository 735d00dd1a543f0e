// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/connections/connectiondraft.h"

#include "server/secretstore.h"

#include <QObject>

namespace owui {

class ConnectionStore;

/// How the saving of one connection ended.
struct SaveOutcome
{
    QString id;
    QString name;
    bool removed = false;
    Credential credential;            ///< the connection's own, now
    std::optional<SecretPlace> place; ///< where a secret was written just now
    bool secretChanged = false;
    std::optional<Problem> problem; ///< the key store's; the connection itself is saved
};

/// Writes drafts: for each the secret first and then the connection, so that whoever follows the store finds both.
class ConnectionSaver final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConnectionSaver)

public:
    /// Both must outlive the saver.
    ConnectionSaver(ConnectionStore &connections, SecretStore &secrets, QObject *parent = nullptr);

    /// Ends with `finished`, from the event loop.
    void start(const QList<ConnectionDraft> &changed, const QList<Connection> &removed);
    [[nodiscard]] bool isRunning() const { return !m_waiting.isEmpty(); }
    /// Saves at once the connections whose secrets the key store has not taken yet. No `finished` comes.
    void stopWaiting();

signals:
    void finished(const QList<owui::SaveOutcome> &outcomes);

private:
    void write(const ConnectionDraft &draft);
    void remove(const Connection &connection);
    void saveConnection(const QString &id);
    void done(const SaveOutcome &outcome);

    ConnectionStore &m_connections;
    SecretStore &m_secrets;
    QHash<QString, std::optional<Connection>> m_waiting; // by id; none: to be removed
    QList<SaveOutcome> m_outcomes;
};

} // namespace owui
