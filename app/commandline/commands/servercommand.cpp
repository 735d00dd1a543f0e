// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "commandline/commands/servercommand.h"

#include "commandline/input/interrupt.h"
#include "commandline/input/terminal.h"
#include "commandline/output/console.h"
#include "commandline/output/pluginlines.h"
#include "commandline/output/targetnotice.h"
#include "deploy/journal/historyjournal.h"
#include "deploy/run/serversession.h"
#include "history/historystore.h"
#include "server/servererror.h"

#include <QSettings>

namespace owui {

namespace {

constexpr qsizetype longestAnswer = 100; // bytes

/// What the arguments say beats what the connection says, for this run.
Connection adjusted(Connection connection, const CommandLineOptions &options)
{
    connection.parallelRequests = options.jobs.value_or(connection.parallelRequests);
    connection.deployTimeout = options.timeout.value_or(connection.deployTimeout);
    connection.switchOnNewFunctions = connection.switchOnNewFunctions || options.switchOn;
    return connection;
}

} // namespace

ServerCommand::ServerCommand(const CommandLineOptions &options, Console &console, const Interrupt &interrupt,
                             QObject *parent)
    : Command(parent)
    , m_options(options)
    , m_console(console)
    , m_interrupt(interrupt)
{
    connect(&interrupt, &Interrupt::requested, this, [this] { interrupted(); });
    connect(&interrupt, &Interrupt::insisted, this, [this] { insisted(); });
}

ServerCommand::~ServerCommand() = default;

void ServerCommand::findServer(const QString &folder)
{
    m_finder = std::make_unique<TargetFinder>(m_options, folder);
    connect(m_finder.get(), &TargetFinder::found, this, &ServerCommand::connectTo);
    connect(m_finder.get(), &TargetFinder::failed, this, [this](const Problem &problem, ExitCode code) {
        // A signal can cut the reading of a key short; what was read is then no key.
        if (!m_interrupt.wasRequested()) {
            complainAbout(problem, m_console);
        }
        end(m_interrupt.wasRequested() ? ExitCode::Interrupted : code);
    });
    m_finder->start();
}

void ServerCommand::connectTo(const Target &target)
{
    if (m_ended) {
        return;
    }
    showTarget(target, m_console);
    openHistory();
    // A practice server is gone afterwards, so nothing on it can be taken back.
    m_session = std::make_unique<ServerSession>(adjusted(target.connection, m_options), target.credential, m_localCheck,
                                                target.connection.practice ? nullptr : m_journal.get());
    connect(m_session.get(), &ServerSession::logged, this, [this](const LogEntry &entry) {
        if (m_console.verbosity() == Verbosity::Verbose) {
            printLogEntry(entry, m_console);
        }
    });
    connected();
}

void ServerCommand::openHistory()
{
    const auto complain = [this](const Problem &problem) { complainAbout(problem, m_console); };
    m_history = std::make_unique<HistoryStore>(HistoryStore::usualFolder(), HistoryLimits::from(QSettings()));
    connect(m_history.get(), &HistoryStore::noticed, this, complain);
    m_journal = std::make_unique<HistoryJournal>(*m_history);
    connect(m_journal.get(), &HistoryJournal::failed, this, complain);
}

void ServerCommand::interrupted()
{
    end(ExitCode::Interrupted);
}

void ServerCommand::insisted()
{
    end(ExitCode::Interrupted);
}

bool ServerCommand::isProductionAgreed(const QString &question)
{
    if (!m_session->connection().production || m_options.yes || m_options.allowed.contains(Consent::Production)) {
        return true;
    }
    if (!isTerminal(stdin) || !isTerminal(stderr)) {
        return false;
    }
    m_console.complain(m_console.tonedForComplaint(question, Tone::Strong));
    const QByteArray answer = readStandardInput(longestAnswer, true).value_or(QByteArray()).trimmed().toLower();
    return answer == "y" || answer == "yes";
}

void ServerCommand::end(ExitCode code)
{
    if (!m_ended) {
        m_ended = true;
        emit finished(code);
    }
}

ExitCode exitCodeOf(const ServerError &error)
{
    return error.serverGone() || error.concernsConnection() ? ExitCode::NoConnection : ExitCode::Failed;
}

} // namespace owui
