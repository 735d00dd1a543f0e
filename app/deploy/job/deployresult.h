// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "compare/plan/consent.h"
#include "compare/seen/sighting.h"
#include "plugins/plugin.h"
#include "server/servererror.h"
#include "server/serverplugin.h"
#include "words.h"

#include <QMetaType>
#include <QString>

#include <chrono>
#include <optional>

namespace owui {

enum class DeployOutcome {
    Created,
    Updated,
    Unchanged,
    Deleted,
    SwitchedOn,
    SwitchedOff,
    TakenBack, ///< to what it was before
    Failed,
    Unknown,
    Cancelled,
    Blocked,
};

template<>
WordTable<DeployOutcome> wordsOf();

/// What a job is doing, or where it ended.
enum class DeployStage {
    Waiting,
    Reading,  ///< the file
    Checking, ///< with the local Python
    LookingUp,
    Searching, ///< the server for the same plugin under another id
    Updating,
    Creating,
    BeingProved, ///< sent; the server is asked for it together with others
    ReadingBack,
    SwitchingOn,
    FindingReason, ///< one update to the missing id, for the reason of a refused create
    FindingOut,    ///< looking again after an outcome nobody knows
    Done,
};

template<>
WordTable<DeployStage> wordsOf();

/// How one plugin's deployment ended.
struct DeployResult
{
    QString path; ///< relative to the folder
    QString title;
    PluginKind kind = PluginKind::Pipe;
    PluginSpace space = PluginSpace::Function;
    QString id;
    DeployOutcome outcome = DeployOutcome::Failed;
    DeployStage stage = DeployStage::Waiting; ///< where it ended; Done for a success
    ServerError error;                        ///< of Failed and Unknown where the server or the way to it is the reason
    QString message;            ///< what happened, with the plugin's and the server's words; complete sentences
    QString remedy;             ///< what to do next; may be empty
    QString versionBefore;      ///< empty: there was none
    QString versionAfter;       ///< as the server reports it; empty: unknown
    std::optional<bool> active; ///< functions, as last seen
    bool deactivated = false;   ///< the server switched the function off because of this deployment
    QStringList notes;          ///< what was kept or changed on the way, for the log
    QStringList warnings;       ///< those of the notes that ask for somebody's attention, also after a success
    Consents missing;           ///< of Blocked
    QString twinId;             ///< of a missing SecondCopy: the id that the server has
    LookedAt lookedAt;          ///< what a deployment saw just before it sent, or was blocked
    std::chrono::milliseconds elapsed{};

    /// What it is about, before anything happened.
    [[nodiscard]] static DeployResult of(const Plugin &plugin);
    [[nodiscard]] static DeployResult of(const ServerPlugin &plugin);

    /// What it is about, without what happened.
    [[nodiscard]] DeployResult subject() const;

    void note(const QString &text, bool isWarning)
    {
        notes.append(text);
        if (isWarning) {
            warnings.append(text);
        }
    }
    [[nodiscard]] bool isSuccess() const { return outcome < DeployOutcome::Failed; }
    /// Somebody must agree before it is sent.
    [[nodiscard]] bool needsDecision() const { return outcome == DeployOutcome::Blocked && !missing.isEmpty(); }
    /// It ended because the server could not be asked what it has.
    [[nodiscard]] bool isNotAsked() const { return !isSuccess() && stage == DeployStage::LookingUp && error; }
};

} // namespace owui

Q_DECLARE_METATYPE(owui::DeployResult)
