// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

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
class SecretFile final
{
public:
    explicit SecretFile(const QString &folder);

    [[nodiscard]] std::optional<Credential> read(const QString &id) const;
    /// False where the file cannot be written, or not so that only the user can read it.
    [[nodiscard]] bool write(const QString &id, const Credential &credential) const;
    /// True where nothing of `id` is left.
    [[nodiscard]] bool remove(const QString &id) const;
    [[nodiscard]] QString path() const { return m_path; }

private:
    [[nodiscard]] QJsonObject readAll() const;
    [[nodiscard]] bool writeAll(const QJsonObject &all) const;

    QString m_path;
};

} // namespace owui
