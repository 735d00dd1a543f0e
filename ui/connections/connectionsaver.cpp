// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/connections/connectionsaver.h"

#include "server/connectionstore.h"

namespace owui {

ConnectionSaver::ConnectionSaver(ConnectionStore &connections, SecretStore &secrets, QObject *parent)
    : QObject(parent)
    , m_connections(connections)
    , m_secrets(secrets)
{
}

void ConnectionSaver::start(const QList<ConnectionDraft> &changed, const QList<Connection> &removed)
{
    m_outcomes.clear();
    // All are noted before the first one is begun, so that the first to end is not taken for the last.
    for (const Connection &connection : removed)
        m_waiting.insert(connection.id, std::nullopt);
    for (const ConnectionDraft &draft : changed)
        m_waiting.insert(draft.connection.id, draft.connection);
    for (const Connection &connection : removed)
        remove(connection);
    for (const ConnectionDraft &draft : changed)
        write(draft);
}

void ConnectionSaver::stopWaiting()
{
    for (const QString &id : m_waiting.keys())
        saveConnection(id);
    m_waiting.clear();
}

void ConnectionSaver::remove(const Connection &connection)
{
    m_secrets.remove(connection, this, [this, connection](const Result<SecretPlace> &result) {
        SaveOutcome outcome{.id = connection.id,
                            .name = connection.name,
                            .removed = true,
                            .credential = {},
                            .place = std::nullopt,
                            .secretChanged = false,
                            .problem = std::nullopt};
        if (!result)
            outcome.problem = result.error();
        done(outcome);
    });
}

void ConnectionSaver::write(const ConnectionDraft &draft)
{
    const SaveOutcome outcome{.id = draft.connection.id,
                              .name = draft.connection.name,
                              .removed = false,
                              .credential = draft.credential(),
                              .place = std::nullopt,
                              .secretChanged = false,
                              .problem = std::nullopt};
    const ConnectionDraft::Writing writing = draft.writing();
    const auto written = [this, outcome, writing](const Result<SecretPlace> &result) {
        SaveOutcome ended = outcome;
        if (!result)
            ended.problem = result.error();
        else if (writing == ConnectionDraft::Writing::Write)
            ended.place = result.value();
        ended.secretChanged = result.isOk();
        done(ended);
    };
    switch (writing) {
    case ConnectionDraft::Writing::Nothing:
        QMetaObject::invokeMethod(
            this, [this, outcome] { done(outcome); }, Qt::QueuedConnection);
        break;
    case ConnectionDraft::Writing::Write:
        m_secrets.write(draft.connection, outcome.credential, this, written);
        break;
    case ConnectionDraft::Writing::Remove:
        m_secrets.remove(draft.saved.value_or(draft.connection), this, written);
        break;
    }
}

void ConnectionSaver::saveConnection(const QString &id)
{
    const std::optional<Connection> connection = m_waiting.value(id);
    if (!connection) {
        m_connections.remove(id);
        return;
    }
    m_connections.save(*connection);
    if (!m_connections.active())
        m_connections.setActive(id);
}

void ConnectionSaver::done(const SaveOutcome &outcome)
{
    // What comes after stopWaiting() was saved by it.
    if (!m_waiting.contains(outcome.id))
        return;
    saveConnection(outcome.id);
    m_waiting.remove(outcome.id);
    m_outcomes.append(outcome);
    if (m_waiting.isEmpty())
        emit finished(m_outcomes);
}

} // namespace owui
