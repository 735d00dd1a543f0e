// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "commandline/arguments/commandlineoptions.h"
#include "commandline/commands/command.h"
#include "commandline/input/targetfinder.h"
#include "plugins/localcheck.h"

#include <memory>

namespace owui {

class Console;
class HistoryJournal;
class HistoryStore;
class Interrupt;
class ServerSession;
struct ServerError;

/// A command that talks to one server: finds out which one and with which key, names both, and goes on with the
/// session. Ctrl+C ends it; a command that is changing something says so and finishes that first.
class ServerCommand : public Command
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ServerCommand)

public:
    /// `console` and `interrupt` must outlive it.
    ServerCommand(const CommandLineOptions &options, Console &console, const Interrupt &interrupt,
                  QObject *parent = nullptr);
    ~ServerCommand() override;

protected:
    /// `folder` is where a `.env` is looked for. `connected` follows, or the end with a reason.
    void findServer(const QString &folder);
    /// The session is there; nothing was asked yet.
    virtual void connected() = 0;
    /// The first Ctrl+C after `findServer`, and each later one.
    virtual void interrupted();
    virtual void insisted();

    /// True where the server is not marked as production, or where the user agrees: by --yes, or asked on a terminal.
    [[nodiscard]] bool isProductionAgreed(const QString &question);
    /// Only the first one counts.
    void end(ExitCode code);

    [[nodiscard]] CommandLineOptions &options() { return m_options; }
    [[nodiscard]] const CommandLineOptions &options() const { return m_options; }
    [[nodiscard]] Console &console() const { return m_console; }
    [[nodiscard]] const Interrupt &interrupt() const { return m_interrupt; }
    [[nodiscard]] bool hasEnded() const { return m_ended; }
    /// None before `connected`.
    [[nodiscard]] ServerSession *session() const { return m_session.get(); }
    /// Only after `connected`.
    [[nodiscard]] HistoryStore &history() { return *m_history; }
    [[nodiscard]] LocalCheck &localCheck() { return m_localCheck; }

private:
    void connectTo(const Target &target);
    void openHistory();

    CommandLineOptions m_options;
    Console &m_console;
    const Interrupt &m_interrupt;
    LocalCheck m_localCheck;
    std::unique_ptr<TargetFinder> m_finder; // a practice server lives as long
    std::unique_ptr<HistoryStore> m_history;
    std::unique_ptr<HistoryJournal> m_journal; // before the store ends
    std::unique_ptr<ServerSession> m_session;  // before the journal ends
    bool m_ended = false;
};

/// NoConnection where every other request would end the same.
[[nodiscard]] ExitCode exitCodeOf(const ServerError &error);

} // namespace owui
