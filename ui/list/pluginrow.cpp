// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/list/pluginrow.h"

#include "compare/plan/plan.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace owui {

PluginRow PluginRow::onlyOnServer(const ServerPlugin &there)
{
    Plugin plugin;
    plugin.path = serverKey(there.space, there.id);
    plugin.kind = there.kind;
    plugin.id = there.id;
    if (there.content) {
        plugin.header = Frontmatter::read(there.content->toUtf8());
    }
    PluginRow row(plugin, QCollator().sortKey({}));
    row.seen = {.presence = Presence::Found, .plugin = there};
    row.serverOnly = true;
    return row;
}

QString PluginRow::serverKey(PluginSpace space, const QString &id)
{
    // A file's path ends in ".py", and its last part is the title where the text has none.
    return (space == PluginSpace::Tool ? u"//tools/"_s : u"//functions/"_s) + id;
}

void PluginRow::take(const Plugin &file)
{
    if (file.id != plugin.id || file.kind != plugin.kind) {
        past.reset(); // it is of another plugin
    }
    plugin = file;
}

bool PluginRow::isCodeChecked() const
{
    return code && code->modified == plugin.modified && code->size == plugin.size;
}

QList<Finding> PluginRow::findings() const
{
    QList<Finding> all = plugin.findings;
    if (isCodeChecked() && code->finding) {
        all.append(*code->finding);
    }
    return all;
}

bool PluginRow::hasProblem() const
{
    const auto isProblem = [](const Finding &finding) { return finding.severity() != Severity::Info; };
    return !plugin.skipped && std::ranges::any_of(findings(), isProblem);
}

bool PluginRow::isChanged() const
{
    return !serverOnly && !plugin.skipped && comparison && comparison->state != CompareState::Same &&
           (comparison->state != CompareState::Unknown || isProbablyMissing());
}

DeployStep PluginRow::deployStep() const
{
    if (!serverOnly && !plugin.skipped && isToDecide()) {
        return DeployStep::Decide;
    }
    if (serverOnly || plugin.skipped || compareState() == CompareState::Same) {
        return DeployStep::None;
    }
    if (!lookAlikeId.isEmpty() || (isCodeChecked() && code->finding && code->finding->severity() == Severity::Error)) {
        return DeployStep::Review;
    }
    if (compareState() == CompareState::Unknown) {
        return isProbablyMissing() ? DeployStep::Create : DeployStep::Deploy;
    }
    const PlanRow plan = planRow({.plugin = plugin, .comparison = *comparison}, {});
    const qsizetype asked = plan.consents().size();
    if (compareState() == CompareState::Older && asked == 1) {
        return DeployStep::Downgrade;
    }
    return asked > 0                                 ? DeployStep::Review
           : compareState() == CompareState::Missing ? DeployStep::Create
                                                     : DeployStep::Update;
}

LookedAt PluginRow::lookedAt() const
{
    LookedAt looked;
    if (seen.presence == Presence::Missing || (seen.plugin && seen.plugin->id == plugin.id)) {
        looked.server = stampOf(seen);
    }
    return looked;
}

void PluginRow::describe(const QCollator &collator)
{
    const QString title = plugin.title();
    titleKey = collator.sortKey(title.toCaseFolded());
    searchText = QStringList{title, plugin.id, plugin.path, plugin.author()}.join(u'\n').toCaseFolded();
}

bool PluginRow::findLookAlike(const TwinIndex &others)
{
    const bool isMissing = comparison && comparison->state == CompareState::Missing;
    const std::optional<ServerPlugin> twin =
        isMissing ? others.find(plugin, {}, {.code = comparison->code, .sentIds = {}}) : std::nullopt;
    const QString found = twin ? twin->id : QString();
    return std::exchange(lookAlikeId, found) != found;
}

} // namespace owui
