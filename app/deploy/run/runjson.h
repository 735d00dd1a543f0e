// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "deploy/job/deployresult.h"
#include "words.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QString>

#include <optional>

namespace owui {

/// {"name", "url", "release"}; release is null where the server did not tell.
[[nodiscard]] QJsonObject serverObject(const QString &name, const QString &url, const QString &release);

/// {"results", "summary"}, as “owui-deploy deploy --json” promises them beside "server".
[[nodiscard]] QJsonObject runDocument(const QList<DeployResult> &results);

/// One of "results".
[[nodiscard]] QJsonObject resultObject(const DeployResult &result);

[[nodiscard]] QJsonValue textOrNull(const QString &text);
template<typename E>
[[nodiscard]] QJsonValue nameOrNull(const std::optional<E> &value)
{
    return value ? QJsonValue(nameOf(*value)) : QJsonValue();
}
[[nodiscard]] QJsonValue flagOrNull(const std::optional<bool> &flag);
/// The HTTP status; null where there was no answer.
[[nodiscard]] QJsonValue statusOrNull(const ServerError &error);
/// What the server itself said. Where nobody answered, the detail is this machine's, and the message has it: null.
[[nodiscard]] QJsonValue detailOrNull(const ServerError &error);

/// As it is written to a file or to standard output.
[[nodiscard]] QByteArray documentText(const QJsonObject &document);
/// The same on one line, of several that follow each other.
[[nodiscard]] QByteArray documentLine(const QJsonObject &document);

} // namespace owui
