// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "server/connection.h"

#include <QList>

#include <optional>

class QNetworkAccessManager;
class QSslCertificate;
class QSslConfiguration;

namespace owui {

/// Makes a network manager fit for one connection: its proxy (the system's by default, none ever for this machine), no
/// redirects. One manager serves one connection.
void configureNetwork(QNetworkAccessManager &network, const Connection &connection);

/// Of a PEM file, or of all files of a folder; none where there is no certificate. Blocking.
[[nodiscard]] QList<QSslCertificate> authoritiesIn(const QString &path);

/// Whom a connection trusts; nullopt: the system's authorities alone. Blocking.
[[nodiscard]] std::optional<QSslConfiguration> trustOf(const Connection &connection);

} // namespace owui
