// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "compare/plan/comparison.h"
#include "compare/seen/twinindex.h"
#include "deploy/job/deployresult.h"
#include "history/historyentry.h"
#include "plugins/plugin.h"

#include <QCollator>

#include <chrono>
#include <optional>

namespace owui {

/// What a local Python found in the code of a file, and in which state of the file.
struct CheckedCode
{
    qint64 modified = 0;
    qint64 size = 0;
    std::optional<Finding> finding;
};

/// What a deployment of a row would do, as far as it can be told before anybody looks again.
enum class DeployStep {
    None,   ///< there is nothing to send
    Deploy, ///< nobody knows yet what it would do
    Create,
    Update,
    Downgrade, ///< the older version asks first
    Review,    ///< something else asks first
    Decide,    ///< it was stopped, and waits for an answer
};

/// One row of the list: a file, how it compares with the present server, what the server has, and how its last
/// deployment went; or a plugin that only the server has.
struct PluginRow
{
    PluginRow(const Plugin &file, const QCollatorSortKey &key)
        : plugin(file)
        , titleKey(key)
    {
    }

    /// Of what only the server has, described as its text there says.
    [[nodiscard]] static PluginRow onlyOnServer(const ServerPlugin &there);
    /// The place of such a row's path. No path of a folder looks like it.
    [[nodiscard]] static QString serverKey(PluginSpace space, const QString &id);

    Plugin plugin;
    std::optional<CheckedCode> code;             ///< none: not checked yet
    std::optional<DeployStage> stage;            ///< set while it waits or runs
    std::chrono::steady_clock::time_point since; ///< when it left the queue; meaningful while it runs
    std::optional<DeployResult> result;          ///< of the last deployment
    std::optional<Comparison> comparison;        ///< none: nobody compared yet
    std::optional<HistoryEntry> past;            ///< the last operation before this start, where somebody asked
    Sighting seen;                               ///< what the present server has under its id
    QString lookAlikeId;                         ///< of one that is missing: the same plugin may be there under this id
    bool serverOnly = false;                     ///< there is no file; `plugin` tells what the server's text says
    QCollatorSortKey titleKey;                   ///< made once per row: comparing titles by locale is slow
    QString searchText;                          ///< title, id, path and author, case-folded

    /// The file as it is now.
    void take(const Plugin &file);
    [[nodiscard]] bool isBusy() const { return stage.has_value(); }
    [[nodiscard]] bool isRunning() const { return stage && *stage != DeployStage::Waiting; }
    /// True if a click on Deploy would send it.
    [[nodiscard]] bool canDeploy() const { return !isBusy() && !serverOnly && plugin.deployable(); }
    /// What “Deploy changed” takes.
    [[nodiscard]] bool isToDeploy() const { return canDeploy() && isChanged(); }
    /// True for a function that the server has: a tool has no switch.
    [[nodiscard]] bool canSwitch() const { return !isBusy() && seen.plugin && seen.plugin->isOn().has_value(); }
    [[nodiscard]] bool canBecome(bool on) const { return canSwitch() && seen.plugin->active != on; }
    [[nodiscard]] CompareState compareState() const { return comparison ? comparison->state : CompareState::Unknown; }
    /// A file whose deployment would change the server, as far as anybody knows.
    [[nodiscard]] bool isChanged() const;
    /// It is not in the server's list, and nobody has looked it up alone yet.
    [[nodiscard]] bool isProbablyMissing() const
    {
        return !serverOnly && comparison && comparison->state == CompareState::Unknown && !comparison->problem &&
               seen.presence == Presence::CannotTell && !seen.plugin && !seen.error;
    }
    /// Somebody edited the server's text, or deployed it from elsewhere.
    [[nodiscard]] bool isEditedThere() const { return comparison && isEditedOnServer(*comparison); }
    [[nodiscard]] DeployStep deployStep() const;
    /// A plan says what is asked, or that there is nothing to do.
    [[nodiscard]] bool asksFirst() const
    {
        const DeployStep step = deployStep();
        return step == DeployStep::Review || step == DeployStep::Decide || step == DeployStep::Downgrade ||
               step == DeployStep::None;
    }
    /// A function that is switched off on the server.
    [[nodiscard]] bool isOff() const { return seen.plugin && seen.plugin->isOn() == false; }
    /// True if the code was checked as it is now.
    [[nodiscard]] bool isCodeChecked() const;
    /// What was found in the file and, where it was checked, in its code.
    [[nodiscard]] QList<Finding> findings() const;
    [[nodiscard]] bool hasProblem() const;
    /// Makes what is sorted by and searched in from `plugin`.
    void describe(const QCollator &collator);
    /// Looks for another id that a missing plugin may have on the server. True where that is news.
    bool findLookAlike(const TwinIndex &others);
    /// What somebody has before their eyes who decides by this row. Of the server only: the file is sent as it is at
    /// the click, because who saves it and clicks is faster than the list.
    [[nodiscard]] LookedAt lookedAt() const;
    /// What a person left or was asked about has not failed.
    [[nodiscard]] bool hasFailed() const
    {
        return result && !result->isSuccess() && result->outcome != DeployOutcome::Cancelled && !isToDecide();
    }
    [[nodiscard]] bool isToDecide() const { return result && result->needsDecision(); }
    /// The version on the server; empty where it has none.
    [[nodiscard]] QString versionThere() const { return seen.plugin ? seen.plugin->version() : QString(); }
};

} // namespace owui
