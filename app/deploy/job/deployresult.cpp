// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "deploy/job/deployresult.h"

namespace owui {

template<>
WordTable<DeployOutcome> wordsOf()
{
    static constexpr Word<DeployOutcome> words[] = {
        {DeployOutcome::Created, "created", QT_TRANSLATE_NOOP("DeployResult", "created")},
        {DeployOutcome::Updated, "updated", QT_TRANSLATE_NOOP("DeployResult", "updated")},
        {DeployOutcome::Unchanged, "unchanged", QT_TRANSLATE_NOOP("DeployResult", "unchanged")},
        {DeployOutcome::Deleted, "deleted", QT_TRANSLATE_NOOP("DeployResult", "deleted")},
        {DeployOutcome::SwitchedOn, "switched-on", QT_TRANSLATE_NOOP("DeployResult", "switched on")},
        {DeployOutcome::SwitchedOff, "switched-off", QT_TRANSLATE_NOOP("DeployResult", "switched off")},
        {DeployOutcome::TakenBack, "taken-back", QT_TRANSLATE_NOOP("DeployResult", "taken back")},
        {DeployOutcome::Failed, "failed", QT_TRANSLATE_NOOP("DeployResult", "failed")},
        {DeployOutcome::Unknown, "unknown", QT_TRANSLATE_NOOP("DeployResult", "outcome unknown")},
        {DeployOutcome::Cancelled, "cancelled", QT_TRANSLATE_NOOP("DeployResult", "cancelled")},
        {DeployOutcome::Blocked, "blocked", QT_TRANSLATE_NOOP("DeployResult", "needs a decision")},
    };
    return {.words = words, .context = "DeployResult"};
}

template<>
WordTable<DeployStage> wordsOf()
{
    static constexpr Word<DeployStage> words[] = {
        {DeployStage::Waiting, "waiting", QT_TRANSLATE_NOOP("DeployResult", "waiting")},
        {DeployStage::Reading, "reading", QT_TRANSLATE_NOOP("DeployResult", "reading the file")},
        {DeployStage::Checking, "checking", QT_TRANSLATE_NOOP("DeployResult", "checking the code")},
        {DeployStage::LookingUp, "looking-up", QT_TRANSLATE_NOOP("DeployResult", "looking it up")},
        {DeployStage::Searching, "searching", QT_TRANSLATE_NOOP("DeployResult", "looking for other copies")},
        {DeployStage::Updating, "updating", QT_TRANSLATE_NOOP("DeployResult", "updating")},
        {DeployStage::Creating, "creating", QT_TRANSLATE_NOOP("DeployResult", "creating")},
        {DeployStage::BeingProved, "being-proved", QT_TRANSLATE_NOOP("DeployResult", "sent, being proved")},
        {DeployStage::ReadingBack, "reading-back", QT_TRANSLATE_NOOP("DeployResult", "reading it back")},
        {DeployStage::SwitchingOn, "switching-on", QT_TRANSLATE_NOOP("DeployResult", "switching it")},
        {DeployStage::FindingReason, "finding-reason", QT_TRANSLATE_NOOP("DeployResult", "asking for the reason")},
        {DeployStage::FindingOut, "finding-out", QT_TRANSLATE_NOOP("DeployResult", "finding out what happened")},
        {DeployStage::Done, "done", QT_TRANSLATE_NOOP("DeployResult", "done")},
    };
    return {.words = words, .context = "DeployResult"};
}

DeployResult DeployResult::subject() const
{
    return {.path = path, .title = title, .kind = kind, .space = space, .id = id};
}

DeployResult DeployResult::of(const Plugin &plugin)
{
    DeployResult result;
    result.path = plugin.path;
    result.title = plugin.title();
    result.kind = plugin.kind.value_or(PluginKind::Pipe);
    result.space = spaceOf(result.kind);
    result.id = plugin.id;
    return result;
}

DeployResult DeployResult::of(const ServerPlugin &plugin)
{
    DeployResult result;
    result.title = plugin.name.isEmpty() ? plugin.id : plugin.name;
    result.kind = plugin.kind.value_or(plugin.space == PluginSpace::Tool ? PluginKind::Tool : PluginKind::Pipe);
    result.space = plugin.space;
    result.id = plugin.id;
    return result;
}

} // namespace owui
