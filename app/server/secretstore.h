// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "result.h"

#include "server/connection.h"
#include "server/credential.h"
#include "server/secretfile.h"

#include <QHash>
#include <QObject>

#include <chrono>
#include <functional>
#include <optional>

namespace QKeychain {
class Job;
}

namespace owui {

/// Where a secret is kept.
enum class SecretPlace { KeyStore, ThisRunOnly, File };

/// Keeps the secrets of connections: in the desktop's key store (QtKeychain); where there is none, for this run; in a
/// file that only the user can read only if the connection says keepSecretsInFile. Never writes a secret elsewhere.
/// Lives in the main thread; every callback comes once, from the event loop, if `context` still lives.
class SecretStore final : public QObject
{
    Q_OBJECT

public:
    /// `dataFolder` is where the file would lie. After `patience` a key store that does not answer counts as none; a
    /// person may have to unlock it first, so it is long.
    explicit SecretStore(const QString &dataFolder, QObject *parent = nullptr,
                         std::chrono::milliseconds patience = std::chrono::minutes(1));

    /// nullopt: none is stored for this connection and its present origin.
    using ReadDone = std::function<void(const Result<std::optional<Credential>> &)>;
    using WriteDone = std::function<void(const Result<SecretPlace> &)>;

    void read(const Connection &connection, QObject *context, ReadDone done);
    /// Binds the secret to the origin of `connection.url`.
    void write(const Connection &connection, const Credential &credential, QObject *context, WriteDone done);
    /// Answers with the place it was taken from; ThisRunOnly where there is no key store.
    void remove(const Connection &connection, QObject *context, WriteDone done);

    /// False where the last answer was that there is none: then a key lives as long as the program.
    [[nodiscard]] bool hasKeyStore() const { return m_hasKeyStore; }

signals:
    /// What is kept for this connection may be another secret now. Comes after the answer.
    void changed(const QString &connectionId);

private:
    enum class KeyStoreAnswer { Done, NoEntry, Denied, NoKeyStore };
    using JobDone = std::function<void(KeyStoreAnswer)>;

    /// Tells an entry that is locked from none.
    void askWhetherLocked(const Connection &connection, const JobDone &done);
    void run(QKeychain::Job *job, const Connection &connection, const JobDone &done);
    [[nodiscard]] Result<SecretPlace> keepElsewhere(const Connection &connection, const Credential &credential);

    SecretFile m_file;
    std::chrono::milliseconds m_patience;
    bool m_hasKeyStore = true;
    QHash<QString, Credential> m_thisRun; // by connection id
};

} // namespace owui
