// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "compare/planloss.h"

#include <QCoreApplication>

namespace owui {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(PlannedLoss)
};

} // namespace

std::optional<Objection> objectionTo(const PlannedLoss &loss)
{
    if (loss.isChanged && !loss.agreed.contains(Consent::ChangedSincePlan)) {
        return Objection{
            {Consent::ChangedSincePlan},
            loss.isThere ? Texts::tr("It was changed on the server since.")
                         : Texts::tr("It was deleted on the server since."),
            Texts::tr("Look at what the server has now, then confirm that it should be done all the same.")};
    }
    const QString hidden = Texts::tr("The server does not show the text that it has now, so it could not be kept.");
    if (!loss.canBeKept && loss.isProduction) {
        return Objection{{}, hidden, Texts::tr("Use the key of an account that may edit it.")};
    }
    if (!loss.canBeKept && !loss.agreed.contains(Consent::NoWayBack)) {
        return Objection{{Consent::NoWayBack}, hidden, Texts::tr("Confirm that it cannot be undone.")};
    }
    return {};
}

} // namespace owui
