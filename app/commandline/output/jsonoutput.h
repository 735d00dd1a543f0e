// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "deploy/job/deployresult.h"
#include "deploy/run/runsummary.h"
#include "plugins/folderscan.h"
#include "server/connection.h"
#include "server/serverrelease.h"

#include <QJsonObject>

namespace owui {

/// {"root", "plugins", "skipped"} of `list` and `check`.
[[nodiscard]] QJsonObject listDocument(const QString &root, const QList<Plugin> &plugins);

/// One of its "plugins".
[[nodiscard]] QJsonObject pluginObject(const Plugin &plugin);

/// {"name", "url", "release"}; release is null where the server did not tell.
[[nodiscard]] QJsonObject serverObject(const Connection &connection, const ServerRelease &release);

/// {"server", "results", "summary"} of `deploy`.
[[nodiscard]] QJsonObject deployDocument(const QJsonObject &server, const QList<DeployResult> &results,
                                         const RunSummary &summary);

[[nodiscard]] QJsonValue textOrNull(const QString &text);
/// The HTTP status; null where there was no answer.
[[nodiscard]] QJsonValue statusOrNull(const ServerError &error);

/// What the server itself said; null where nothing came from it.
[[nodiscard]] QJsonValue detailOrNull(const ServerError &error);

/// As it goes to standard output.
[[nodiscard]] QByteArray documentText(const QJsonObject &document);

/// Every name and every code, for `help json`.
[[nodiscard]] QString jsonHelp();

} // namespace owui
