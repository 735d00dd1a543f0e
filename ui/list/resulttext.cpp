// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/list/resulttext.h"

#include "ui/list/plugintexts.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace owui {
namespace {

QString successText(const DeployResult &result)
{
    const QString outcome = textOf(result.outcome);
    if (result.versionAfter.isEmpty()) {
        return outcome;
    }
    if (result.versionBefore.isEmpty() || result.versionBefore == result.versionAfter) {
        return QCoreApplication::translate("ResultText", "%1, %2", "outcome, version")
            .arg(outcome, result.versionAfter);
    }
    return QCoreApplication::translate("ResultText", "%1, %2 → %3", "outcome, version before, version after")
        .arg(outcome, result.versionBefore, result.versionAfter);
}

} // namespace

QString statusText(const PluginRow &row)
{
    if (row.stage) {
        const QString stage = textOf(*row.stage);
        const auto elapsed = std::chrono::steady_clock::now() - row.since;
        return row.isRunning() && elapsed >= std::chrono::seconds(1)
                   ? stage + u' ' + elapsedText(std::chrono::duration_cast<std::chrono::milliseconds>(elapsed))
                   : stage;
    }
    if (!row.result) {
        return row.plugin.skipped ? textOf(*row.plugin.skipped) : QString();
    }
    if (row.result->isSuccess()) {
        return successText(*row.result);
    }
    const QString outcome = textOf(row.result->outcome);
    return row.result->message.isEmpty() ? outcome : outcome + u": "_s + row.result->message.simplified();
}

QString resultDetails(const DeployResult &result)
{
    QStringList paragraphs;
    paragraphs.append(result.message.isEmpty() ? successText(result) : result.message);
    if (!result.error.detail.isEmpty() && !result.message.contains(result.error.detail)) {
        paragraphs.append(QCoreApplication::translate("ResultText", "The server says: %1").arg(result.error.detail));
    }
    if (!result.remedy.isEmpty()) {
        paragraphs.append(result.remedy);
    }
    paragraphs.append(result.notes);
    return paragraphs.join(u'\n');
}

Tone resultTone(const DeployResult &result)
{
    if (result.isSuccess()) {
        return Tone::Good;
    }
    switch (result.outcome) {
    case DeployOutcome::Failed:
        return Tone::Bad;
    case DeployOutcome::Cancelled:
        return Tone::Neutral;
    default:
        return Tone::Warning;
    }
}

} // namespace owui
