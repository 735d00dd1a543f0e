// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "compare/comparison.h"
#include "compare/planwarning.h"
#include "compare/twinindex.h"
#include "server/serverrelease.h"
#include "words.h"

#include <QList>
#include <QMetaType>
#include <QSet>
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

    /// What must be agreed to before the job goes on; a production server's own consent is not among them.
    [[nodiscard]] Consents consents() const;
    /// True for what "deploy changed" means unless somebody decides otherwise: new, newer, changed and differing ones
    /// that need no consent.
    [[nodiscard]] bool isTickedAtFirst() const;

    friend bool operator==(const PlanRow &, const PlanRow &) = default;
};

/// What is the same for all rows of a plan.
struct PlanContext
{
    ServerRelease release;
    TwinIndex twins;           ///< of everything the inventory knows, both spaces
    QSet<QString> functionIds; ///< of the folder's plugins: one with such an id is no second copy
    QSet<QString> toolIds;
};

/// Pure. `storedValves` are the names of the values that the server keeps; none where nobody asked or could ask.
[[nodiscard]] PlanRow planRow(const Plugin &plugin, const Comparison &comparison,
                              const std::optional<QStringList> &storedValves, const PlanContext &context);

/// What sending all of these together takes beside the requests of each: asking for the release, looking once for
/// second copies in each space where something is created, and making the server notice its pipes.
[[nodiscard]] int sharedRequests(const QList<PlanRow> &rows);

/// True where the names of the stored values decide about a warning.
[[nodiscard]] bool needsStoredValves(const Comparison &comparison);

/// The warnings about stored settings, also for the job that looks again before it sends.
[[nodiscard]] QList<PlanWarning> valveWarnings(const ValveChanges &changes,
                                               const std::optional<QStringList> &storedValves);

/// "create 1.0.0", "update 1.2.0 → 1.3.0", "downgrade 1.3.0 → 1.2.0", "unchanged", for a cell.
[[nodiscard]] QString planActionText(const PlanRow &row);

} // namespace owui

Q_DECLARE_METATYPE(owui::PlanRow)
