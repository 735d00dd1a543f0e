// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "deploy/job/deployrequest.h"

#include "deploy/job/deployresult.h"

namespace owui {

QString sentFile(const QString &root, const Plugin &plugin)
{
    return root + u'/' + plugin.path;
}

QString sentFile(const DeployRequest &request)
{
    return sentFile(request.root, request.plugin);
}

DeployRequest requestFor(const Plugin &plugin, const LookedAt &lookedAt, const Consents &consents,
                         const DeployOptions &options)
{
    return {.root = options.root,
            .plugin = plugin,
            .consents = consents,
            .lookedAt = lookedAt,
            .otherIds = plugin.kind ? options.otherIds.value(spaceOf(*plugin.kind)) : QSet<QString>(),
            .sendUnchanged = options.sendUnchanged,
            .commitTemplate = options.commitTemplate};
}

DeployRequest requestAfter(const DeployRequest &request, const DeployResult &result, const Consents &agreed)
{
    DeployRequest next = request;
    next.lookedAt = result.lookedAt;
    next.consents.unite(agreed);
    next.consents.removeIf(concernsChange);
    return next;
}

} // namespace owui
