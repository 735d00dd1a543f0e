// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "compare/plan/comparison.h"
#include "compare/plan/planwarning.h"
#include "plugins/localcheck.h"
#include "server/servererror.h"
#include "server/serverrelease.h"
#include "words.h"

#include <QList>
#include <QMetaType>
#include <QString>
#include <QStringList>

#include <optional>

namespace owui {

enum class PlanAction { Create, Update, None, Blocked };

template<>
WordTable<PlanAction> wordsOf();

/// What a deployment would do with one plugin.
struct PlanRow
{
    Plugin plugin;
    Comparison comparison; ///< with the digest and the server's stamp that a deployment is bound to
    PlanAction action = PlanAction::Blocked;
    QString versionFrom; ///< empty for a create, and where it is not known
    QString versionTo;
    QList<PlanWarning> warnings;
    QString lookAlikeId; ///< of LooksLikeOther
    int requests = 0;    ///< that sending it takes; see sharedRequests()

    /// What must be agreed to before it is sent; a production server's own consent is not among them.
    [[nodiscard]] Consents consents() const;
    [[nodiscard]] bool has(PlanWarningCode code) const;
    /// The look at the server failed.
    [[nodiscard]] bool isServerNotAsked() const { return has(PlanWarningCode::ServerNotAsked); }
    /// True for what "deploy changed" means unless somebody decides otherwise: new, newer, changed and differing ones
    /// that need no consent, and whose files nothing was found in.
    [[nodiscard]] bool isTickedAtFirst() const;
    /// What a deployment is bound to that somebody decides on by this row.
    [[nodiscard]] LookedAt lookedAt() const;
    /// True where only the server can tell, after it took the text, whether its stored settings fit.
    [[nodiscard]] bool leavesSettingsInDoubt() const;

    friend bool operator==(const PlanRow &, const PlanRow &) = default;
};

/// What is known about one plugin: to a plan, or to a job that looks again just before it sends.
struct PlanInput
{
    Plugin plugin;
    Comparison comparison;
    ServerError lookError{};                      ///< where the look at the server failed
    std::optional<ServerPlugin> twin{};           ///< of one that is missing: it may be there under this other id
    std::optional<QStringList> storedValves{};    ///< names of the values that the server keeps; none: nobody asked
    ServerError valvesError{};                    ///< why their names could not be asked
    std::optional<LocalCheckResult> localCheck{}; ///< none: not checked
    LookedAt lookedAt{};                          ///< before, by whoever decided to send it
    QString changedBy{};                          ///< who changed it on the server since; empty: not known
};

/// What is the same for all plugins of a server.
struct PlanContext
{
    ServerRelease release;
    bool production = false;
};

/// The only judge of what may be sent and which consents it needs. Pure.
[[nodiscard]] PlanRow planRow(const PlanInput &input, const PlanContext &context);

/// Why a file cannot be sent, as far as the folder tells; none: it can.
[[nodiscard]] std::optional<Problem> fileProblem(const Plugin &plugin);

/// What the judge must be told where it matters. Whatever `agreed` makes needless is not asked for.
[[nodiscard]] bool needsOrigin(const Comparison &comparison, const Consents &agreed);
[[nodiscard]] bool needsSentTexts(const Consents &agreed);
[[nodiscard]] bool needsTwin(const Comparison &comparison, const Consents &agreed);
[[nodiscard]] bool needsStoredValves(const Comparison &comparison, const Consents &agreed);
[[nodiscard]] bool needsChangedBy(const LookedAt &lookedAt, const Comparison &comparison, const Consents &agreed);

/// What sending all of these together takes beside the requests of each: asking for the release, looking once for
/// second copies in each space where something is created, and making the server notice its pipes.
[[nodiscard]] int sharedRequests(const QList<PlanRow> &rows);

/// "create 1.0.0", "update 1.2.0 → 1.3.0", "downgrade 1.3.0 → 1.2.0", "unchanged", for a cell.
[[nodiscard]] QString planActionText(const PlanRow &row);

} // namespace owui

Q_DECLARE_METATYPE(owui::PlanRow)
