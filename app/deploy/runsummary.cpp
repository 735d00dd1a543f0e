// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "deploy/runsummary.h"

#include <QCoreApplication>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace owui {

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
    const auto tr = [](const char *text, int n) { return QCoreApplication::translate("RunSummary", text, nullptr, n); };
    QStringList parts;
    const auto add = [&parts](int n, const QString &part) {
        if (n > 0) {
            parts.append(part);
        }
    };
    add(updated, tr(QT_TRANSLATE_NOOP("RunSummary", "%n updated"), updated));
    add(created, tr(QT_TRANSLATE_NOOP("RunSummary", "%n created"), created));
    add(unchanged, tr(QT_TRANSLATE_NOOP("RunSummary", "%n unchanged"), unchanged));
    add(failed, tr(QT_TRANSLATE_NOOP("RunSummary", "%n failed"), failed));
    add(unknown, tr(QT_TRANSLATE_NOOP("RunSummary", "%n with unknown outcome"), unknown));
    add(blocked, tr(QT_TRANSLATE_NOOP("RunSummary", "%n need your decision"), blocked));
    add(cancelled, tr(QT_TRANSLATE_NOOP("RunSummary", "%n cancelled"), cancelled));
    if (parts.isEmpty()) {
        return QCoreApplication::translate("RunSummary", "Nothing was deployed.");
    }
    return QCoreApplication::translate("RunSummary", "%1.").arg(parts.join(u", "_s));
}

} // namespace owui
