// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "deploy/job/serverchanges.h"

namespace owui {

ServerChanges::ServerChanges(OpenWebUi &server, QObject *parent)
    : QObject(parent)
    , m_server(server)
{
}

void ServerChanges::cancel()
{
    if (m_cancelled) {
        return;
    }
    m_cancelled = true;
    if (m_running) {
        m_running->cancel();
    }
    emit cancelled();
}

template<typename T>
bool ServerChanges::mayAsk(QObject *context, const Handler<T> &done)
{
    if (m_cancelled) {
        const auto answer = [done] { done({.value = {}, .error = {.kind = ServerErrorKind::Cancelled}}); };
        QMetaObject::invokeMethod(context, answer, Qt::QueuedConnection);
        return false;
    }
    m_sent = true;
    return true;
}

void ServerChanges::create(PluginSpace space, const QString &id, const QByteArray &body, QObject *context,
                           const Handler<ServerPlugin> &done)
{
    if (mayAsk(context, done)) {
        m_running = m_server.create(space, id, body, context, done);
    }
}

void ServerChanges::update(PluginSpace space, const QString &id, const QByteArray &body, QObject *context,
                           const Handler<ServerPlugin> &done)
{
    if (mayAsk(context, done)) {
        m_running = m_server.update(space, id, body, context, done);
    }
}

void ServerChanges::updateToVersion(PluginSpace space, const QString &id, const QString &versionId, QObject *context,
                                    const Handler<ServerPlugin> &done)
{
    if (mayAsk(context, done)) {
        m_running = m_server.updateToVersion(space, id, versionId, context, done);
    }
}

void ServerChanges::toggle(const QString &id, QObject *context, const Handler<ServerPlugin> &done)
{
    if (mayAsk(context, done)) {
        m_running = m_server.toggle(id, context, done);
    }
}

void ServerChanges::toggleGlobal(const QString &id, QObject *context, const Handler<ServerPlugin> &done)
{
    if (mayAsk(context, done)) {
        m_running = m_server.toggleGlobal(id, context, done);
    }
}

void ServerChanges::remove(PluginSpace space, const QString &id, QObject *context, const Handler<bool> &done)
{
    if (mayAsk(context, done)) {
        m_running = m_server.remove(space, id, context, done);
    }
}

} // namespace owui
