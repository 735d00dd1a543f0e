// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "server/connection.h"

#include <QObject>

class QNetworkAccessManager;

namespace owui {

/// A network manager of its own for one connection, set up for it. For trying out a connection before it is saved.
class ConnectionNetwork final : public QObject
{
    Q_OBJECT

public:
    explicit ConnectionNetwork(const Connection &connection, QObject *parent = nullptr);

    /// Lives as long as this object.
    [[nodiscard]] QNetworkAccessManager &manager() const { return *m_manager; }

private:
    QNetworkAccessManager *m_manager; // a child
};

} // namespace owui
