// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "deploy/job/deployresult.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace owui {

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

QString deployOutcomeName(DeployOutcome outcome)
{
    switch (outcome) {
    case DeployOutcome::Created:
        return u"created"_s;
    case DeployOutcome::Updated:
        return u"updated"_s;
    case DeployOutcome::Unchanged:
        return u"unchanged"_s;
    case DeployOutcome::Deleted:
        return u"deleted"_s;
    case DeployOutcome::SwitchedOn:
        return u"switched-on"_s;
    case DeployOutcome::SwitchedOff:
        return u"switched-off"_s;
    case DeployOutcome::TakenBack:
        return u"taken-back"_s;
    case DeployOutcome::Failed:
        return u"failed"_s;
    case DeployOutcome::Unknown:
        return u"unknown"_s;
    case DeployOutcome::Cancelled:
        return u"cancelled"_s;
    case DeployOutcome::Blocked:
        return u"blocked"_s;
    }
    return {};
}

QString deployOutcomeText(DeployOutcome outcome)
{
    switch (outcome) {
    case DeployOutcome::Created:
        return QCoreApplication::translate("DeployResult", "created");
    case DeployOutcome::Updated:
        return QCoreApplication::translate("DeployResult", "updated");
    case DeployOutcome::Unchanged:
        return QCoreApplication::translate("DeployResult", "unchanged");
    case DeployOutcome::Deleted:
        return QCoreApplication::translate("DeployResult", "deleted");
    case DeployOutcome::SwitchedOn:
        return QCoreApplication::translate("DeployResult", "switched on");
    case DeployOutcome::SwitchedOff:
        return QCoreApplication::translate("DeployResult", "switched off");
    case DeployOutcome::TakenBack:
        return QCoreApplication::translate("DeployResult", "taken back");
    case DeployOutcome::Failed:
        return QCoreApplication::translate("DeployResult", "failed");
    case DeployOutcome::Unknown:
        return QCoreApplication::translate("DeployResult", "outcome unknown");
    case DeployOutcome::Cancelled:
        return QCoreApplication::translate("DeployResult", "cancelled");
    case DeployOutcome::Blocked:
        return QCoreApplication::translate("DeployResult", "needs a decision");
    }
    return {};
}

QString deployStageName(DeployStage stage)
{
    switch (stage) {
    case DeployStage::Waiting:
        return u"waiting"_s;
    case DeployStage::Reading:
        return u"reading"_s;
    case DeployStage::Checking:
        return u"checking"_s;
    case DeployStage::LookingUp:
        return u"looking-up"_s;
    case DeployStage::Searching:
        return u"searching"_s;
    case DeployStage::Updating:
        return u"updating"_s;
    case DeployStage::Creating:
        return u"creating"_s;
    case DeployStage::ReadingBack:
        return u"reading-back"_s;
    case DeployStage::SwitchingOn:
        return u"switching-on"_s;
    case DeployStage::FindingReason:
        return u"finding-reason"_s;
    case DeployStage::FindingOut:
        return u"finding-out"_s;
    case DeployStage::Done:
        return u"done"_s;
    }
    return {};
}

QString deployStageText(DeployStage stage)
{
    switch (stage) {
    case DeployStage::Waiting:
        return QCoreApplication::translate("DeployResult", "waiting");
    case DeployStage::Reading:
        return QCoreApplication::translate("DeployResult", "reading the file");
    case DeployStage::Checking:
        return QCoreApplication::translate("DeployResult", "checking the code");
    case DeployStage::LookingUp:
        return QCoreApplication::translate("DeployResult", "looking it up");
    case DeployStage::Searching:
        return QCoreApplication::translate("DeployResult", "looking for other copies");
    case DeployStage::Updating:
        return QCoreApplication::translate("DeployResult", "updating");
    case DeployStage::Creating:
        return QCoreApplication::translate("DeployResult", "creating");
    case DeployStage::ReadingBack:
        return QCoreApplication::translate("DeployResult", "reading it back");
    case DeployStage::SwitchingOn:
        return QCoreApplication::translate("DeployResult", "switching it on");
    case DeployStage::FindingReason:
        return QCoreApplication::translate("DeployResult", "asking for the reason");
    case DeployStage::FindingOut:
        return QCoreApplication::translate("DeployResult", "finding out what happened");
    case DeployStage::Done:
        return QCoreApplication::translate("DeployResult", "done");
    }
    return {};
}

const QList<DeployStage> &allDeployStages()
{
    static const QList<DeployStage> all = {
        DeployStage::Waiting,     DeployStage::Reading,       DeployStage::Checking,   DeployStage::LookingUp,
        DeployStage::Searching,   DeployStage::Updating,      DeployStage::Creating,   DeployStage::ReadingBack,
        DeployStage::SwitchingOn, DeployStage::FindingReason, DeployStage::FindingOut, DeployStage::Done};
    return all;
}

} // namespace owui
