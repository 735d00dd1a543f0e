// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "result.h"

#include "server/credential.h"

#include <QJsonObject>
#include <QString>

#include <optional>

namespace owui {

/// A credential as it is kept: {origin, secret, extraHeaders, expires}.
[[nodiscard]] QJsonObject toJson(const Credential &credential);
/// nullopt where it is not such an object.
[[nodiscard]] std::optional<Credential> credentialFromJson(const QJsonObject &json);

/// Secrets in a file that only the user can read, for connections that ask for it. Blocking; the file is small.
/// A file that cannot be read, or is not ours, is a problem and stays as it is: it holds the keys of other connections.
class SecretFile final
{
public:
    explicit SecretFile(const QString &folder);

    [[nodiscard]] Result<std::optional<Credential>> read(const QString &id) const;
    /// nullopt: it is written, for the user alone to read.
    [[nodiscard]] std::optional<Problem> write(const QString &id, const Credential &credential) const;
    /// nullopt: nothing of `id` is left.
    [[nodiscard]] std::optional<Problem> remove(const QString &id) const;
    [[nodiscard]] QString path() const { return m_path; }

private:
    [[nodiscard]] Result<QJsonObject> readAll() const;
    [[nodiscard]] std::optional<Problem> writeAll(const QJsonObject &all) const;

    QString m_path;
};

} // namespace owui
