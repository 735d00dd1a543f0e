// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "history/historyentry.h"
#include "server/knowntexts.h"

#include <QHash>

#include <utility>

namespace owui {

/// What one entry of the history tells of the texts that the server had: hashes and, since 0.12, versions; empty where
/// nobody saw them.
struct TextChange
{
    PluginSpace space = PluginSpace::Function;
    QString id;
    HistoryChange change = HistoryChange::Update;
    HistoryOutcome outcome = HistoryOutcome::Sent;
    bool wasThere = false;
    QByteArray hashBefore;
    QString versionBefore;
    QByteArray hashAfter;
    QString versionAfter;
};

/// What the history knows of the texts of each plugin on one server.
struct SentTexts
{
    QHash<std::pair<PluginSpace, QString>, KnownTexts> plugins; ///< by space and id, without `pulled`
    PulledTexts pulled;

    /// To be told of one after the other, the oldest first.
    void learn(const TextChange &change);

    /// `file`: where it is deployed from, absolute. What was brought into another file tells nothing of this one.
    [[nodiscard]] KnownTexts of(PluginSpace space, const QString &id, const QString &file) const;
};

} // namespace owui
