// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "deploy/run/runsummary.h"

#include <QCoreApplication>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(RunSummary)
};

} // namespace

void RunSummary::count(DeployOutcome outcome)
{
    switch (outcome) {
    case DeployOutcome::Created:
        ++created;
        break;
    case DeployOutcome::Updated:
        ++updated;
        break;
    case DeployOutcome::Unchanged:
        ++unchanged;
        break;
    case DeployOutcome::Failed:
        ++failed;
        break;
    case DeployOutcome::Unknown:
        ++unknown;
        break;
    case DeployOutcome::Cancelled:
        ++cancelled;
        break;
    case DeployOutcome::Blocked:
        ++blocked;
        break;
    }
}

int RunSummary::total() const
{
    return created + updated + unchanged + failed + unknown + cancelled + blocked;
}

QString RunSummary::text() const
{
    QStringList parts;
    const auto add = [&parts](int n, const QString &part) {
        if (n > 0) {
            parts.append(part);
        }
    };
    add(updated, Texts::tr("%n updated", nullptr, updated));
    add(created, Texts::tr("%n created", nullptr, created));
    add(unchanged, Texts::tr("%n unchanged", nullptr, unchanged));
    add(failed, Texts::tr("%n failed", nullptr, failed));
    add(unknown, Texts::tr("%n with unknown outcome", nullptr, unknown));
    add(blocked, Texts::tr("%n need your decision", nullptr, blocked));
    add(cancelled, Texts::tr("%n cancelled", nullptr, cancelled));
    if (parts.isEmpty()) {
        return Texts::tr("Nothing was deployed.");
    }
    return Texts::tr("%1.").arg(parts.join(u", "_s));
}

} // namespace owui
