// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "deploy/run/run.h"
#include "server/connection.h"
#include "server/credential.h"

#include <QObject>

#include <memory>

class QNetworkAccessManager;

namespace owui {

class PlanMaker;

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
    ~ServerSession() override;

    [[nodiscard]] const Connection &connection() const;
    [[nodiscard]] OpenWebUi &server();
    [[nodiscard]] Run &run();
    [[nodiscard]] State state() const;
    /// Plans of what to deploy there; it keeps what the server has.
    [[nodiscard]] PlanMaker &plans();
    /// As heard last; unknown where nobody asked, or the server does not tell.
    [[nodiscard]] ServerRelease release() const;
    /// Somebody asked just now, so the next run does not ask again.
    void learnRelease(const ServerRelease &release);
    /// What is wrong, for Unreachable and Refused; empty otherwise.
    [[nodiscard]] Problem problem() const;
    /// Why it can be neither looked at nor sent to; empty where it can. One that answers without a key needs none.
    [[nodiscard]] Problem reasonAgainstUse() const;
    [[nodiscard]] bool canBeUsed() const { return reasonAgainstUse().text.isEmpty(); }
    void setCredential(const Credential &credential);

    /// A run is under way: the session must not be given up yet.
    [[nodiscard]] bool isBusy() const;

    /// Asks for the release and what the key may do, in the background. Ends with `stateChanged`.
    void checkState();

signals:
    void stateChanged();
    /// It was busy and is not any more.
    void becameIdle();
    /// Lines of the run, and with Details one per request.
    void logged(const owui::LogEntry &entry);

private:
    class Private;

    void setState(State state, const ServerError &error);

    std::unique_ptr<Private> d;
};

} // namespace owui
