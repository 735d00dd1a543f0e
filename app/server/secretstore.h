// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "result.h"

#include "server/connection.h"
#include "server/credential.h"

#include <QHash>
#include <QObject>

#include <functional>
#include <optional>

namespace owui {

/// Where a secret is kept.
enum class SecretPlace { KeyStore, ThisRunOnly, File };

/// Keeps the secrets of connections: in the desktop's key store (QtKeychain); where there is none, for this run; in a
/// file that only the user can read only if the connection says keepSecretsInFile. Never writes a secret elsewhere.
/// Lives in the main thread; every callback comes once, from the event loop, if `context` still lives.
class SecretStore final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SecretStore)

public:
    /// `dataFolder` is where the file would lie.
    explicit SecretStore(const QString &dataFolder, QObject *parent = nullptr);

    /// nullopt: none is stored for this connection and its present origin.
    using ReadDone = std::function<void(const Result<std::optional<Credential>> &)>;
    using WriteDone = std::function<void(const Result<SecretPlace> &)>;

    void read(const Connection &connection, QObject *context, ReadDone done);
    /// Binds the secret to the origin of `connection.url`.
    void write(const Connection &connection, const Credential &credential, QObject *context, WriteDone done);
    void remove(const Connection &connection, QObject *context, WriteDone done);

private:
    QString m_dataFolder;
    QHash<QString, Credential> m_thisRun; // by connection id
};

} // namespace owui
