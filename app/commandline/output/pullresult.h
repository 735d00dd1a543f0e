// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "pluginkind.h"
#include "server/servererror.h"

#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace owui {

enum class PullOutcome { Written, Unchanged, Blocked, Failed, Cancelled };

template<>
WordTable<PullOutcome> wordsOf();

/// How the pull of one plugin ended.
struct PullResult
{
    QString id;
    std::optional<PluginKind> kind; ///< none where it was not found, or is of a kind that we do not know
    QString path;                   ///< relative to the folder; empty where it is not known
    QString version;
    PullOutcome outcome = PullOutcome::Failed;
    ServerError error;
    QString message;
    QString remedy;
};

/// {"root", "results"} of `pull`.
[[nodiscard]] QJsonObject pullDocument(const QString &root, const QList<PullResult> &results);

} // namespace owui
