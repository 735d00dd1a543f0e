// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "result.h"

#include <QByteArray>
#include <QList>
#include <QPair>
#include <QString>

namespace owui {

/// X-API-KEY for OPENWEBUI_HEADER_X_API_KEY; empty for every other variable.
[[nodiscard]] QByteArray headerNameOf(const QString &variable);

/// URL and key that stand together in one `.env` of the scripts people used before: api_key or OPENWEBUI_API_KEY, url,
/// OPENWEBUI_URL or OPENWEBUI_BASE_URL. Understands quotes, blanks, CRLF, comments and an `export` prefix.
struct EnvFile
{
    QString url;                                    ///< as written; empty where the file has none
    QByteArray key;                                 ///< empty where the file has none
    QList<QPair<QByteArray, QByteArray>> headers{}; ///< name and value; see headerNameOf()

    [[nodiscard]] static EnvFile parse(const QByteArray &text);
    /// Blocking. Fails where the file cannot be read.
    [[nodiscard]] static Result<EnvFile> read(const QString &path);
    /// Fails also where it does not hold both, or an address that cannot be used: a key is never sent to an address
    /// that it did not come with.
    [[nodiscard]] static Result<EnvFile> readBoth(const QString &path);
};

} // namespace owui
