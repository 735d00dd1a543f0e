// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "deploy/job/preparedplugin.h"

#include "compare/plan/plan.h"
#include "compare/text/storedtext.h"
#include "isolated.h"
#include "plugins/folderscan.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

struct PreparedPluginTexts
{
    Q_DECLARE_TR_FUNCTIONS(PreparedPlugin)
};

} // namespace

Result<PreparedPlugin> preparePlugin(const DeployRequest &request)
{
    if (const std::optional<Problem> problem = fileProblem(request.plugin)) {
        return *problem;
    }
    const Result<PluginSource, SkipReason> source = readSourceOf(request.root, request.plugin);
    if (!source) {
        return Problem{
            textOf(source.error()),
            PreparedPluginTexts::tr("The file changed since it was listed. Rescan the folder and look again.")};
    }
    return preparePlugin(request, source.value());
}

Result<PreparedPlugin> preparePlugin(const DeployRequest &request, const PluginSource &source)
{
    const Plugin &listed = request.plugin;
    const QString content = QString::fromUtf8(source.utf8);
    const QString stored = storedText(source.utf8);
    PreparedPlugin prepared{.plugin = readAfresh(listed, source),
                            .root = request.root,
                            .utf8 = source.utf8,
                            .content = content,
                            // Hundreds may wait for their proof: the same text is kept once.
                            .storedText = stored == content ? content : stored,
                            .hadByteOrderMark = source.hadByteOrderMark,
                            .digest = source.digest()};
    const Plugin &fresh = prepared.plugin;
    if (!fresh.kind) {
        return Problem{PreparedPluginTexts::tr("The file no longer has a plugin class."),
                       PreparedPluginTexts::tr("Look at what changed in the file, then rescan.")};
    }
    if (fresh.id != listed.id || !listed.kind || spaceOf(*fresh.kind) != spaceOf(*listed.kind)) {
        return Problem{
            PreparedPluginTexts::tr("The file changed since it was listed: it would now be deployed as “%1”, "
                                    "not as “%2”.")
                .arg(isolated(fresh.id), isolated(listed.id)),
            PreparedPluginTexts::tr("Rescan the folder, then deploy it again.")};
    }
    return prepared;
}

} // namespace owui
