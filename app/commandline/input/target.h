// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "result.h"
#include "server/connection.h"
#include "server/credential.h"

#include <QProcessEnvironment>
#include <QString>

#include <optional>

namespace owui {

/// Where to and with what. URL and key come from one source: a cloned folder's `.env` with a foreign URL must never
/// receive the key of the environment or of the key store.
struct Target
{
    Connection connection;
    Credential credential;
    QString source; ///< where both came from, for people: "/home/me/plugins/.env"
};

/// Fails for a text that is no URL or no key. The texts do not repeat the key.
[[nodiscard]] Result<Target> makeTarget(const QString &url, const QByteArray &key, const QString &source);

/// Name and value. The values are secrets, and go only to the target's origin.
using Headers = QList<QPair<QByteArray, QByteArray>>;

/// Fails for what is no header. The texts do not repeat a value.
[[nodiscard]] Result<Target> withHeaders(const Target &target, const Headers &headers);

/// Blocking. nullopt: `connection` trusts what `file` (--ca-file) adds, and what the variables name in place of the
/// system's.
[[nodiscard]] std::optional<Problem> trust(Connection &connection, const QString &file,
                                           const QProcessEnvironment &environment);

/// Blocking. The key stands alone in the file.
[[nodiscard]] Result<QByteArray> readKeyFile(const QString &path);

/// OPENWEBUI_URL and OPENWEBUI_API_KEY, else the scripts' url and api_key. nullopt where there is no such pair. A lone
/// OPENWEBUI_URL is an error: it says that another server is meant than one found in a file.
[[nodiscard]] std::optional<Result<Target>> targetFromEnvironment(const QProcessEnvironment &environment);

/// Blocking. For a server on this machine: the nearest `.env` in `folder` or above it that holds a key and no URL.
[[nodiscard]] std::optional<QString> loneKeyFile(const QString &folder);

/// Blocking. The file must hold both.
[[nodiscard]] Result<Target> targetFromEnvFile(const QString &path);

/// The nearest `.env` in `folder` or above it that holds both, or the reason why one cannot be read, or why the nearest
/// with one of the two does not do. nullopt where there is no such file. Blocking.
[[nodiscard]] std::optional<Result<Target>> targetBeside(const QString &folder);

} // namespace owui

Q_DECLARE_METATYPE(owui::Target)
