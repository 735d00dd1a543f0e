// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "server/addresssearch.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

/// Beginnings of the paths of its pages, and of what the server itself offers beside /api (src/routes and main.py
/// @0.12.4).
bool isPage(const QString &segment)
{
    static const QStringList pages{
        u"admin"_s,  u"auth"_s,   u"automations"_s, u"c"_s,          u"calendar"_s, u"channels"_s,     u"docs"_s,
        u"error"_s,  u"folder"_s, u"health"_s,      u"home"_s,       u"notes"_s,    u"openapi.json"_s, u"ollama"_s,
        u"openai"_s, u"s"_s,      u"static"_s,      u"index.html"_s, u"watch"_s,    u"playground"_s,   u"workspace"_s};
    return pages.contains(segment);
}

} // namespace

QList<QUrl> addressesAbove(const QUrl &url)
{
    const QStringList segments = url.path(QUrl::FullyEncoded).split(u'/', Qt::SkipEmptyParts);
    QList<QUrl> above;
    for (qsizetype i = segments.size() - 1; i >= 0; --i) {
        if (isPage(segments.at(i))) {
            QUrl server = url;
            server.setPath(i == 0 ? QString() : u'/' + segments.first(i).join(u'/'), QUrl::StrictMode);
            above.append(server);
        }
    }
    return above;
}

QString pageText(const QUrl &page, const QUrl &server)
{
    return AddressSearch::tr("%1 is the address of a page; the server is at %2, which is used.")
        .arg(page.toString(QUrl::RemoveUserInfo), server.toString(QUrl::RemoveUserInfo));
}

AddressSearch::AddressSearch(const Connection &connection, const Credential &credential, QObject *parent)
    : QObject(parent)
    , m_connection(connection)
    , m_credential(credential)
    , m_above(addressesAbove(connection.url))
    , m_network(std::make_unique<ConnectionNetwork>(connection))
{
}

void AddressSearch::start()
{
    if (m_above.isEmpty()) {
        QMetaObject::invokeMethod(
            this, [this] { emit finished(m_connection.url); }, Qt::QueuedConnection);
    } else {
        ask(m_connection.url);
    }
}

void AddressSearch::ask(const QUrl &url)
{
    Connection asked = m_connection;
    asked.url = url;
    m_server = std::make_unique<OpenWebUi>(m_network->manager(), asked, m_credential);
    m_server->fetchRelease(this, [this, url](const Answer<ServerRelease> &answer) {
        const bool isAnswered = answer.error.httpStatus > 0;
        if (answer) {
            emit finished(url);
        } else if (m_above.isEmpty() || !isAnswered) {
            emit finished(m_connection.url);
        } else {
            // Queued: the server that answers here is replaced.
            QMetaObject::invokeMethod(
                this, [this, next = m_above.takeFirst()] { ask(next); }, Qt::QueuedConnection);
        }
    });
}

} // namespace owui
