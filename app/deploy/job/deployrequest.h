// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "compare/plan/consent.h"
#include "compare/seen/sighting.h"
#include "plugins/plugin.h"

#include <QHash>
#include <QSet>
#include <QString>

#include <optional>

namespace owui {

struct DeployResult;

/// What to deploy, and what the user agreed to. See requestFor().
struct DeployRequest
{
    QString root;  ///< the folder, absolute
    Plugin plugin; ///< as the list shows it; the file is read afresh
    Consents consents;
    LookedAt lookedAt;         ///< by whoever decided to send it
    QSet<QString> otherIds;    ///< of the folder's plugins in the same space: one with such an id is no second copy
    bool sendUnchanged = true; ///< false: nothing is sent where the server already has exactly this
    QString commitTemplate;    ///< see commitMessage(); 0.12+
    std::optional<RecentLook> recentLook{}; ///< by whoever decided, if nobody had to be waited for
    bool creates = true;                    ///< false: what the server does not have is not sent
    QString series{};            ///< of deployments that are taken back as one step; empty: its run is the step
    QSet<QByteArray> sentHere{}; ///< hashes of texts that were sent from here just now, as historyHash() makes them
};

/// The absolute path of a plugin's file, by which the history knows it.
[[nodiscard]] QString sentFile(const QString &root, const Plugin &plugin);
[[nodiscard]] QString sentFile(const DeployRequest &request);

/// What is the same for all requests of one deployment.
struct DeployOptions
{
    QString root; ///< the folder, absolute
    QHash<PluginSpace, QSet<QString>>
        otherIds; ///< of the folder's plugins; one set for all, of 10,000 more would not fit
    QString commitTemplate;
    bool sendUnchanged = true;
};

/// The only maker of requests: none goes out that is not bound to what somebody looked at.
[[nodiscard]] DeployRequest requestFor(const Plugin &plugin, const LookedAt &lookedAt, const Consents &consents,
                                       const DeployOptions &options);

/// The request of a blocked result after somebody agreed, bound to what the job looked at: what changes after that is
/// noticed and asked about again.
[[nodiscard]] DeployRequest requestAfter(const DeployRequest &request, const DeployResult &result,
                                         const Consents &agreed);

} // namespace owui
