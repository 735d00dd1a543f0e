// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "deploy/run/serversession.h"

#include "deploy/run/planmaker.h"
#include "server/networksetup.h"

#include <QNetworkAccessManager>

namespace owui {

class ServerSession::Private
{
public:
    Private(const Connection &connection, const Credential &credential, LocalCheck &localCheck, Journal *journal)
        : hasCredential(!credential.isEmpty())
        , server(network, connection, credential)
        , run(server, localCheck, journal)
    {
        configureNetwork(network, connection);
    }

    bool hasCredential;
    State state = State::Unknown;
    ServerRelease release;
    ServerError error;
    QNetworkAccessManager network;
    OpenWebUi server;
    Run run;
    std::unique_ptr<PlanMaker> plans; // once the session is there that it belongs to
};

ServerSession::ServerSession(const Connection &connection, const Credential &credential, LocalCheck &localCheck,
                             Journal *journal, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(connection, credential, localCheck, journal))
{
    d->plans = std::make_unique<PlanMaker>(*this, journal);
    connect(&d->run, &Run::logged, this, &ServerSession::logged);
    // Queued: who hears of a run's end may begin the next one.
    connect(
        &d->run, &Run::runFinished, this,
        [this] {
            if (!isBusy()) {
                emit becameIdle();
            }
        },
        Qt::QueuedConnection);
    connect(&d->server, &OpenWebUi::exchanged, this, [this](const Exchange &exchange) {
        QStringList outcome{exchange.errorName};
        if (exchange.httpStatus > 0) {
            outcome.prepend(QString::number(exchange.httpStatus));
        }
        outcome.removeAll(QString());
        emit logged({.time = QDateTime::currentDateTime(),
                     .level = LogLevel::Detail,
                     .server = d->server.connection().name,
                     .path = {},
                     .plugin = {},
                     .text = tr("%1 %2: %3, %4 bytes sent, %5 received, %6 ms")
                                 .arg(QString::fromLatin1(exchange.method), exchange.path, outcome.join(u' '))
                                 .arg(exchange.bytesSent)
                                 .arg(exchange.bytesReceived)
                                 .arg(exchange.elapsed.count())});
    });
}

ServerSession::~ServerSession() = default;

void ServerSession::checkState()
{
    setState(State::Checking, {});
    d->server.fetchRelease(this, [this](const Answer<ServerRelease> &answer) {
        if (answer) {
            d->release = *answer.value;
        } else if (answer.error.serverGone()) {
            setState(State::Unreachable, answer.error);
            return;
        }
        d->server.lookUp(PluginSpace::Function, OpenWebUi::impossibleId(), this, [this](const LookUp &lookUp) {
            if (lookUp.presence != Presence::Failed) {
                setState(State::Reachable, {});
            } else if (lookUp.error.serverGone()) {
                setState(State::Unreachable, lookUp.error);
            } else {
                setState(State::Refused, lookUp.error);
            }
        });
    });
}

void ServerSession::setState(State state, const ServerError &error)
{
    d->state = state;
    d->error = error;
    emit stateChanged();
}

bool ServerSession::isBusy() const
{
    return d->run.isRunning();
}

const Connection &ServerSession::connection() const
{
    return d->server.connection();
}

OpenWebUi &ServerSession::server()
{
    return d->server;
}

Run &ServerSession::run()
{
    return d->run;
}

PlanMaker &ServerSession::plans()
{
    return *d->plans;
}

ServerSession::State ServerSession::state() const
{
    return d->state;
}

ServerRelease ServerSession::release() const
{
    const ServerRelease ofRun = d->run.release();
    return ofRun.isKnown() ? ofRun : d->release;
}

void ServerSession::learnRelease(const ServerRelease &release)
{
    d->release = release;
    d->run.setRelease(release);
}

Problem ServerSession::problem() const
{
    return d->error ? Problem{d->error.text(), d->error.remedy()} : Problem();
}

Problem ServerSession::reasonAgainstUse() const
{
    if (d->hasCredential || d->state == State::Reachable) {
        return {};
    }
    return {.text = tr("There is no key for %1 yet.").arg(connection().name),
            .remedy = tr("Enter it in its connection.")};
}

void ServerSession::setCredential(const Credential &credential)
{
    d->hasCredential = !credential.isEmpty();
    d->server.setCredential(credential);
}

} // namespace owui
