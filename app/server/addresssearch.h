// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "server/connectionnetwork.h"
#include "server/openwebui.h"

#include <QList>
#include <QObject>
#include <QUrl>

#include <memory>

namespace owui {

/// Where the server may be if the address is that of one of Open WebUI's own pages, such as /admin/functions or
/// /c/CHAT; the nearest first, the address itself not among them. Empty for every other address.
[[nodiscard]] QList<QUrl> addressesAbove(const QUrl &url);

/// That the server was found above the address.
[[nodiscard]] QString pageText(const QUrl &page, const QUrl &server);

/// People paste the address of the page that they look at. Asks it for its release, and then those above it: a page
/// answers with HTML, the server with its release. Gets no key.
class AddressSearch final : public QObject
{
    Q_OBJECT

public:
    AddressSearch(const Connection &connection, const Credential &credential, QObject *parent = nullptr);

    void start();

signals:
    /// Once, and from the event loop: the first that answered with a release, or the address as it was given.
    void finished(const QUrl &url);

private:
    void ask(const QUrl &url);

    Connection m_connection;
    Credential m_credential;
    QList<QUrl> m_above;
    std::unique_ptr<ConnectionNetwork> m_network; // before m_server, which uses it
    std::unique_ptr<OpenWebUi> m_server;
};

} // namespace owui
