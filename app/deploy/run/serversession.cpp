// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "deploy/run/serversession.h"

#include "isolated.h"
#include "server/networksetup.h"

namespace owui {
namespace {

/// Nothing was heard, be it from nobody or too late.
bool isUnanswered(const ServerError &error)
{
    return error.serverGone() || (error.httpStatus == 0 && !error.concernsConnection());
}

} // namespace

ServerSession::ServerSession(const Connection &connection, const Credential &credential, LocalCheck &localCheck,
                             Journal *journal, QObject *parent)
    : QObject(parent)
    , m_hasCredential(!credential.isEmpty())
    , m_server(m_network, connection, credential)
    , m_run(m_server, localCheck, journal)
    , m_plans(*this, localCheck, journal)
{
    configureNetwork(m_network, connection);
    m_run.setRecent([this](PluginSpace space) { return m_plans.inventory().recentPlugins(space); });
    connect(&m_run, &Run::releaseHeard, this, [this](const ServerRelease &release) { setRelease(release); });
    connect(&m_run, &Run::logged, this, &ServerSession::logged);
    // Queued: who hears of a run's end may begin the next one.
    connect(
        &m_run, &Run::runFinished, this,
        [this] {
            if (!isBusy()) {
                emit becameIdle();
            }
        },
        Qt::QueuedConnection);
    connect(&m_server, &OpenWebUi::isBusy, this, [this](int httpStatus, std::chrono::seconds pause) {
        emit logged({.time = QDateTime::currentDateTime(),
                     .level = LogLevel::Warning,
                     .server = m_server.connection().name,
                     .path = {},
                     .plugin = {},
                     .text = busyText(httpStatus, pause)});
    });
    connect(&m_server, &OpenWebUi::exchanged, this, [this](const Exchange &exchange) {
        takeExchange(exchange);
        QStringList outcome;
        if (exchange.httpStatus > 0) {
            outcome.append(QString::number(exchange.httpStatus));
        }
        if (exchange.error) {
            outcome.append(exchange.error.name());
        }
        emit logged({.time = QDateTime::currentDateTime(),
                     .level = LogLevel::Detail,
                     .server = m_server.connection().name,
                     .path = {},
                     .plugin = {},
                     .text = tr("%1 %2: %3, %4 bytes sent, %5 received, %6 ms")
                                 .arg(QString::fromLatin1(exchange.method), exchange.path, outcome.join(u' '),
                                      QString::number(exchange.bytesSent), QString::number(exchange.bytesReceived),
                                      QString::number(exchange.elapsed.count()))});
    });
}

void ServerSession::checkState()
{
    setState(State::Checking, {});
    m_server.fetchRelease(this, [this](const Answer<ServerRelease> &answer) {
        if (answer) {
            setRelease(*answer.value);
        } else if (answer.error.serverGone()) {
            setState(State::Unreachable, answer.error);
            return;
        }
        m_server.lookUp(PluginSpace::Function, OpenWebUi::impossibleId(), this, [this](const LookUp &lookUp) {
            if (lookUp.presence != Presence::Failed) {
                setState(State::Reachable, {});
            } else if (isUnanswered(lookUp.error)) {
                setState(State::Unreachable, lookUp.error);
            } else {
                setState(State::Refused, lookUp.error);
            }
        });
    });
}

void ServerSession::takeExchange(const Exchange &exchange)
{
    if (exchange.isSigned && exchange.httpStatus > 0) {
        m_heardAt = QDateTime::currentDateTimeUtc();
        emit heard();
    }
    // A check comes to its own end. A slow request says nothing of the others, so only a dead address does here.
    if (m_state == State::Unknown || m_state == State::Checking) {
        return;
    }
    const ServerError &error = exchange.error;
    if (error.serverGone()) {
        setState(State::Unreachable, error);
    } else if (exchange.isSigned && error.concernsConnection()) {
        setState(State::Refused, error);
    } else if (exchange.isSigned && !error && m_state == State::Unreachable) {
        setState(State::Reachable, {});
    } else if (exchange.isSigned && !error && m_state == State::Refused) {
        checkState(); // some answers come also where the key may do nothing else
    }
}

void ServerSession::setState(State state, const ServerError &error)
{
    if (m_state == state && m_error == error) {
        return;
    }
    m_state = state;
    m_error = error;
    emit stateChanged();
}

void ServerSession::learnRelease(const ServerRelease &release)
{
    setRelease(release);
    m_run.setRelease(release);
}

void ServerSession::setRelease(const ServerRelease &release)
{
    m_release = release;
    m_plans.inventory().setRelease(release);
}

Problem ServerSession::problem() const
{
    return m_error ? Problem{m_error.text(), m_error.remedy()} : Problem();
}

bool ServerSession::wantsKey() const
{
    const bool isAboutKey =
        m_error.kind == ServerErrorKind::NoCredential || m_error.kind == ServerErrorKind::KeyUnknown;
    return m_state == State::Refused && (!m_hasCredential || isAboutKey);
}

Problem ServerSession::reasonAgainstUse() const
{
    if (m_hasCredential || m_state == State::Reachable) {
        return {};
    }
    return {.text = tr("There is no key for %1 yet.").arg(isolated(connection().name)),
            .remedy = tr("Enter it in its connection.")};
}

void ServerSession::setCredential(const Credential &credential)
{
    m_hasCredential = !credential.isEmpty();
    m_server.setCredential(credential);
}

} // namespace owui
