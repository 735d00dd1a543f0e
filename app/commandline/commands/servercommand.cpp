// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "commandline/commands/servercommand.h"

#include "commandline/input/interrupt.h"
#include "commandline/input/terminal.h"
#include "commandline/output/console.h"
#include "deploy/job/logentry.h"
#include "deploy/journal/historyjournal.h"
#include "deploy/run/runjson.h"
#include "deploy/run/serversession.h"
#include "history/historystore.h"
#include "server/addresssearch.h"
#include "server/servererror.h"

#include <QSettings>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

constexpr qsizetype longestAnswer = 100; // bytes

/// What the arguments say beats what the connection says, for this run.
Connection adjusted(Connection connection, const CommandLineOptions &options)
{
    connection.pluginsAtATime = options.jobs.value_or(connection.pluginsAtATime);
    connection.deployTimeout = options.timeout.value_or(connection.deployTimeout);
    connection.order = options.order.value_or(connection.order);
    connection.switchOnNewFunctions = connection.switchOnNewFunctions || options.switchOn;
    return connection;
}

} // namespace

ServerCommand::ServerCommand(const CommandLineOptions &options, Console &console, const Interrupt &interrupt)
    : Command(options, console, interrupt)
{
}

ServerCommand::~ServerCommand() = default;

void ServerCommand::start()
{
    findServer();
}

void ServerCommand::findServer(const QString &folder)
{
    m_finder = std::make_unique<TargetFinder>(options(), folder);
    connect(m_finder.get(), &TargetFinder::found, this, &ServerCommand::findAddress);
    connect(m_finder.get(), &TargetFinder::failed, this, [this](const Problem &problem, ExitCode code) {
        // A signal can cut the reading of a key short; what was read is then no key.
        if (!interrupt().wasRequested()) {
            console().complain(problem);
        }
        end(interrupt().wasRequested() ? ExitCode::Interrupted : code);
    });
    m_finder->start();
}

void ServerCommand::findAddress(const Target &target)
{
    Target given = target;
    const QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    if (const std::optional<Problem> problem = trust(given.connection, options().authorityFile, environment)) {
        fail(*problem, ExitCode::Usage);
        return;
    }
    m_search = std::make_unique<AddressSearch>(given.connection, given.credential);
    connect(m_search.get(), &AddressSearch::finished, this, [this, given](const QUrl &url) {
        Target found = given;
        found.connection.url = url;
        if (url != given.connection.url && options().verbosity != Verbosity::Quiet) {
            console().complain(pageText(given.connection.url, url), Tone::Warning);
        }
        connectTo(found);
    });
    m_search->start();
}

void ServerCommand::connectTo(const Target &target)
{
    if (hasEnded()) {
        return;
    }
    showTarget(target);
    openHistory();
    // A practice server is gone afterwards, so nothing on it can be taken back.
    m_session = std::make_unique<ServerSession>(adjusted(target.connection, options()), target.credential, m_localCheck,
                                                target.connection.practice ? nullptr : m_journal.get());
    if (options().verbosity == Verbosity::Verbose) {
        connect(m_session.get(), &ServerSession::logged, this, &ServerCommand::showLogEntry);
    } else if (options().verbosity == Verbosity::Normal) {
        connect(&m_session->server(), &OpenWebUi::isBusy, this, [this](int httpStatus, std::chrono::seconds pause) {
            console().complain(busyText(httpStatus, pause), Tone::Faint);
        });
    }
    connected();
}

void ServerCommand::showTarget(const Target &target)
{
    const QString url = target.connection.url.toString(QUrl::RemoveUserInfo);
    if (options().verbosity != Verbosity::Quiet) {
        console().complain(tr("Server: %1, with the key from %2.").arg(url, target.source), Tone::Faint);
    }
    if (isReadableOnTheWay(target.connection.url)) {
        console().complain(tr("Warning: %1 is plain http, so everyone on the way can read the key.").arg(url),
                           Tone::Warning);
    }
}

void ServerCommand::showLogEntry(const LogEntry &entry)
{
    console().complain(entry.time.toString(u"HH:mm:ss.zzz") + u"  "_s + entry.line(), Tone::Faint);
}

void ServerCommand::openHistory()
{
    const auto complain = [this](const Problem &problem) { console().complain(problem); };
    m_history = std::make_unique<HistoryStore>(HistoryStore::usualFolder(), HistoryLimits::from(QSettings()));
    connect(m_history.get(), &HistoryStore::noticed, this, complain);
    m_journal = std::make_unique<HistoryJournal>(*m_history);
    connect(m_journal.get(), &HistoryJournal::failed, this, complain);
}

void ServerCommand::interrupted()
{
    if (!m_session || !m_session->run().isRunning()) {
        end(ExitCode::Interrupted);
        return;
    }
    console().complain(tr("Interrupted: nothing more is sent, what runs is finished. Ctrl+C again stops at once."));
    m_session->run().cancelUnsent();
}

void ServerCommand::insisted()
{
    if (m_session && m_session->run().isRunning()) {
        m_session->run().abandon();
    } else {
        end(ExitCode::Interrupted);
    }
}

void ServerCommand::askRelease(std::function<void()> done)
{
    m_session->server().fetchRelease(this, [this, done = std::move(done)](const Answer<ServerRelease> &answer) {
        m_session->learnRelease(answer.value.value_or(ServerRelease()));
        if (!hasEnded()) {
            done();
        }
    });
}

bool ServerCommand::isProductionAgreed(const QString &question)
{
    if (!m_session->connection().production || options().yes || options().allowed.contains(Consent::Production)) {
        return true;
    }
    if (!isTerminal(stdin) || !isTerminal(stderr)) {
        return false;
    }
    console().complain(question, Tone::Strong);
    const QByteArray answer = readStandardInput(longestAnswer, true).value_or(QByteArray()).trimmed().toLower();
    return answer == "y" || answer == "yes";
}

void ServerCommand::writeDocument(QJsonObject document)
{
    const Connection &connection = m_session->connection();
    document.insert(u"server"_s, serverObject(connection.name, connection.url.toString(QUrl::RemoveUserInfo),
                                              m_session->release().text()));
    console().document(documentText(document));
}

ExitCode exitCodeOf(const ServerError &error)
{
    return error.concernsConnection() ? ExitCode::NoConnection : ExitCode::Failed;
}

} // namespace owui
