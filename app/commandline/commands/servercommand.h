// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "commandline/commands/command.h"
#include "commandline/input/targetfinder.h"
#include "plugins/localcheck.h"
#include "server/serverrelease.h"

#include <QDir>
#include <QJsonObject>

#include <functional>
#include <memory>

namespace owui {

class AddressSearch;
class HistoryJournal;
class HistoryStore;
class ServerSession;
struct LogEntry;
struct ServerError;

/// A command that talks to one server: finds out which one and with which key, names both, and goes on with the
/// session.
class ServerCommand : public Command
{
    Q_OBJECT

public:
    /// `console` and `interrupt` must outlive it.
    ServerCommand(const CommandLineOptions &options, Console &console, const Interrupt &interrupt);
    ~ServerCommand() override;

    void start() override;

protected:
    /// `folder` is where a `.env` is looked for. `connected` follows, or the end with a reason.
    void findServer(const QString &folder = QDir::currentPath());
    /// The session is there; nothing was asked yet.
    virtual void connected() = 0;

    /// What the session's run does is finished, or given up the second time.
    void interrupted() override;
    void insisted() override;

    /// Goes on once the server said which release it is; unless the command has ended by then.
    void askRelease(std::function<void()> done);

    /// True where the server is not marked as production, or where the user agrees: by --yes, or asked on a terminal.
    [[nodiscard]] bool isProductionAgreed(const QString &question);
    /// With "server" added.
    void writeDocument(QJsonObject document);

    /// None before `connected`.
    [[nodiscard]] ServerSession *session() const { return m_session.get(); }
    /// Only after `connected`.
    [[nodiscard]] HistoryStore &history() { return *m_history; }

private:
    void findAddress(const Target &target);
    void connectTo(const Target &target);
    /// Which server it is and where its key comes from; warns where the key would travel in plain text.
    void showTarget(const Target &target);
    void showLogEntry(const LogEntry &entry);
    void openHistory();

    LocalCheck m_localCheck;
    std::unique_ptr<TargetFinder> m_finder; // a practice server lives as long
    std::unique_ptr<AddressSearch> m_search;
    std::unique_ptr<HistoryStore> m_history;
    std::unique_ptr<HistoryJournal> m_journal; // before the store ends
    std::unique_ptr<ServerSession> m_session;  // before the journal ends
};

/// NoConnection where every other request would end the same.
[[nodiscard]] ExitCode exitCodeOf(const ServerError &error);

} // namespace owui
