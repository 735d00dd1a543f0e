// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "compare/plan/consent.h"
#include "deploy/job/deployresult.h"
#include "history/historyentry.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace owui {

/// Where one plugin on a server is taken back to.
struct GoBackRequest
{
    PluginSpace space = PluginSpace::Function;
    QString id;
    QString title;
    QString path; ///< of the file in its folder; empty: none
    /// To what it was before this entry of the history; none: to `versionId`.
    std::optional<HistoryEntry> before;
    QString versionId; ///< a version that the server keeps (0.12+)
    /// Where it was not there before: delete it. Else a function is switched off and a tool is left.
    bool deleteCreated = false;
    /// What the server should have now; something else was done by somebody else since, and empty is nobody knows what.
    /// None: whatever it has.
    std::optional<QByteArray> expectedHash;
    Consents consents;

    /// It was not there before, and has to go again.
    [[nodiscard]] bool undoesCreate() const { return before && before->mayHaveCreated(); }

    /// Which plugin it is about.
    [[nodiscard]] DeployResult subject() const;

    [[nodiscard]] static GoBackRequest toBefore(const HistoryEntry &entry);
    [[nodiscard]] static GoBackRequest toVersion(PluginSpace space, const QString &id, const QString &title,
                                                 const QString &versionId);
};

/// What takes a whole run back: each plugin to what it was before the run, last changed first. `entries` are those of
/// the run, newest first. What was never sent, or refused without a trace, is left out, and so is what an earlier undo
/// of the run has brought back.
[[nodiscard]] QList<GoBackRequest> undoRequests(const QList<HistoryEntry> &entries);

} // namespace owui
