// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "server/servererror.h"

#include <QByteArray>
#include <QJsonValue>

namespace owui {

/// A whole answer judged: either JSON of a success, or what is wrong with it.
struct JudgedAnswer
{
    ServerError error;
    QJsonValue json;
};

/// Thread-safe; a large body is judged on the pool.
[[nodiscard]] JudgedAnswer judgeAnswer(RequestPurpose purpose, int httpStatus, const QString &contentType,
                                       const QByteArray &body);

/// "application/json", or another type ending in "+json".
[[nodiscard]] bool isJsonType(const QString &contentType);

} // namespace owui
