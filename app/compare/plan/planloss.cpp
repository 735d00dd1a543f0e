// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "compare/plan/planloss.h"

#include <QCoreApplication>

namespace owui {

namespace {

struct PlannedLossTexts
{
    Q_DECLARE_TR_FUNCTIONS(PlannedLoss)
};

} // namespace

std::optional<Objection> objectionTo(const PlannedLoss &loss)
{
    if (loss.isChanged && !loss.agreed.contains(Consent::ChangedSincePlan)) {
        return Objection{
            {Consent::ChangedSincePlan},
            loss.isThere ? PlannedLossTexts::tr("It was changed on the server since.")
                         : PlannedLossTexts::tr("It was deleted on the server since."),
            PlannedLossTexts::tr("Look at what the server has now, then confirm that it should be done all the same.")};
    }
    const QString hidden =
        PlannedLossTexts::tr("The server does not show the text that it has now, so it could not be kept.");
    if (!loss.canBeKept && loss.isProduction) {
        return Objection{{}, hidden, PlannedLossTexts::tr("Use the key of an account that may edit it.")};
    }
    if (!loss.canBeKept && !loss.agreed.contains(Consent::NoWayBack)) {
        return Objection{{Consent::NoWayBack}, hidden, PlannedLossTexts::tr("Confirm that it cannot be undone.")};
    }
    return {};
}

} // namespace owui
