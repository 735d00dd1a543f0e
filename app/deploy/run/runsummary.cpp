// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "deploy/run/runsummary.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

struct RunSummaryTexts
{
    Q_DECLARE_TR_FUNCTIONS(RunSummary)
};

struct Count
{
    DeployOutcome outcome;
    int RunSummary::*member;
    const char *name;
    const char *text;
};

/// In the order in which people are told.
constexpr Count counts[] = {
    {DeployOutcome::Updated, &RunSummary::updated, "updated", QT_TRANSLATE_N_NOOP("RunSummary", "%n updated")},
    {DeployOutcome::Created, &RunSummary::created, "created", QT_TRANSLATE_N_NOOP("RunSummary", "%n created")},
    {DeployOutcome::TakenBack, &RunSummary::takenBack, "takenBack", QT_TRANSLATE_N_NOOP("RunSummary", "%n taken back")},
    {DeployOutcome::Deleted, &RunSummary::deleted, "deleted", QT_TRANSLATE_N_NOOP("RunSummary", "%n deleted")},
    {DeployOutcome::SwitchedOn, &RunSummary::switchedOn, "switchedOn",
     QT_TRANSLATE_N_NOOP("RunSummary", "%n switched on")},
    {DeployOutcome::SwitchedOff, &RunSummary::switchedOff, "switchedOff",
     QT_TRANSLATE_N_NOOP("RunSummary", "%n switched off")},
    {DeployOutcome::Unchanged, &RunSummary::unchanged, "unchanged", QT_TRANSLATE_N_NOOP("RunSummary", "%n unchanged")},
    {DeployOutcome::Failed, &RunSummary::failed, "failed", QT_TRANSLATE_N_NOOP("RunSummary", "%n failed")},
    {DeployOutcome::Unknown, &RunSummary::unknown, "unknown",
     QT_TRANSLATE_N_NOOP("RunSummary", "%n with unknown outcome")},
    {DeployOutcome::Blocked, &RunSummary::blocked, "blocked",
     QT_TRANSLATE_N_NOOP("RunSummary", "%n need your decision")},
    {DeployOutcome::Cancelled, &RunSummary::cancelled, "cancelled", QT_TRANSLATE_N_NOOP("RunSummary", "%n cancelled")},
};

} // namespace

RunSummary RunSummary::of(const QList<DeployResult> &results)
{
    RunSummary summary;
    for (const DeployResult &result : results) {
        summary.count(result.outcome);
    }
    return summary;
}

void RunSummary::count(DeployOutcome outcome)
{
    ++(this->*std::ranges::find(counts, outcome, &Count::outcome)->member);
}

int RunSummary::total() const
{
    return std::accumulate(std::begin(counts), std::end(counts), 0,
                           [this](int sum, const Count &count) { return sum + this->*count.member; });
}

QString RunSummary::text(int createdOff) const
{
    QStringList parts;
    for (const Count &count : counts) {
        const int n = this->*count.member;
        if (n > 0 && count.outcome == DeployOutcome::Created && createdOff == n) {
            parts.append(RunSummaryTexts::tr("%n created and off", nullptr, n));
        } else if (n > 0) {
            parts.append(RunSummaryTexts::tr(count.text, nullptr, n));
        }
        if (count.outcome == DeployOutcome::Created && createdOff > 0 && createdOff < n) {
            parts.append(RunSummaryTexts::tr("%n of them off", nullptr, createdOff));
        }
    }
    if (parts.isEmpty()) {
        return RunSummaryTexts::tr("Nothing was deployed.");
    }
    return RunSummaryTexts::tr("%1.").arg(parts.join(u", "_s));
}

QJsonObject RunSummary::toJson() const
{
    QJsonObject json;
    for (const Count &count : counts) {
        json.insert(QLatin1StringView(count.name), this->*count.member);
    }
    return json;
}

} // namespace owui
