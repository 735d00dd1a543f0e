// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "deploy/run/planmaker.h"
#include "deploy/run/run.h"
#include "server/connection.h"
#include "server/credential.h"

#include <QDateTime>
#include <QNetworkAccessManager>
#include <QObject>

namespace owui {

/// Everything that belongs to one connection in use: the client, the run, the plans, the release it answered with.
/// Changing the active connection makes a new session; the old one lives until it is idle.
class ServerSession final : public QObject
{
    Q_OBJECT

public:
    enum class State { Unknown, Checking, Reachable, Unreachable, Refused };

    /// `localCheck` must outlive the session; `journal` may be absent.
    ServerSession(const Connection &connection, const Credential &credential, LocalCheck &localCheck,
                  Journal *journal = nullptr, QObject *parent = nullptr);

    [[nodiscard]] const Connection &connection() const { return m_server.connection(); }
    [[nodiscard]] OpenWebUi &server() { return m_server; }
    [[nodiscard]] Run &run() { return m_run; }
    [[nodiscard]] State state() const { return m_state; }
    /// Plans of what to deploy there; it keeps what the server has.
    [[nodiscard]] PlanMaker &plans() { return m_plans; }
    /// As heard last; unknown where nobody asked, or the server does not tell.
    [[nodiscard]] ServerRelease release() const { return m_release; }
    /// Somebody asked just now, so the next run does not ask again.
    void learnRelease(const ServerRelease &release);
    /// When it last answered somebody who may ask; invalid: never.
    [[nodiscard]] QDateTime heardAt() const { return m_heardAt; }
    /// What is wrong, for Unreachable and Refused; empty otherwise.
    [[nodiscard]] Problem problem() const;
    /// It refused the key, or wants one.
    [[nodiscard]] bool wantsKey() const;
    /// Why it can be neither looked at nor sent to; empty where it can. One that answers without a key needs none.
    [[nodiscard]] Problem reasonAgainstUse() const;
    [[nodiscard]] bool canBeUsed() const { return reasonAgainstUse().text.isEmpty(); }
    void setCredential(const Credential &credential);

    /// A run is under way: the session must not be given up yet.
    [[nodiscard]] bool isBusy() const { return m_run.isRunning(); }

    /// Asks for the release and what the key may do, in the background. Ends with `stateChanged`.
    void checkState();

signals:
    void stateChanged();
    /// The server answered; see heardAt().
    void heard();
    /// It was busy and is not any more.
    void becameIdle();
    /// Lines of the run, and with Details one per request.
    void logged(const owui::LogEntry &entry);

private:
    void setRelease(const ServerRelease &release);
    void setState(State state, const ServerError &error);
    /// What the last exchange told of the server, whoever asked.
    void takeExchange(const Exchange &exchange);

    bool m_hasCredential;
    State m_state = State::Unknown;
    ServerRelease m_release;
    QDateTime m_heardAt;
    ServerError m_error;
    QNetworkAccessManager m_network;
    OpenWebUi m_server;
    Run m_run;
    PlanMaker m_plans;
};

} // namespace owui
