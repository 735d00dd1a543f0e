// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "deploy/job/deploywords.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

struct DeployWordsTexts
{
    Q_DECLARE_TR_FUNCTIONS(DeployWords)
};

} // namespace

QString successText(const DeployResult &result)
{
    const QString now = result.versionAfter;
    if (result.outcome == DeployOutcome::Unchanged) {
        return now.isEmpty()
                   ? DeployWordsTexts::tr("Unchanged: the server already has exactly this.")
                   : DeployWordsTexts::tr("Unchanged: the server already has exactly this, version %1.").arg(now);
    }
    QString text;
    if (result.outcome == DeployOutcome::Created) {
        text = now.isEmpty() ? DeployWordsTexts::tr("Created.")
                             : DeployWordsTexts::tr("Created, the server has %1.").arg(now);
    } else if (now.isEmpty()) {
        text = DeployWordsTexts::tr("Updated, the server names no version.");
    } else if (result.versionBefore.isEmpty()) {
        text = DeployWordsTexts::tr("Updated, the server has %1.").arg(now);
    } else {
        text = DeployWordsTexts::tr("Updated, the server has %1 (was %2).").arg(now, result.versionBefore);
    }
    if (result.active && result.kind != PluginKind::Tool) {
        text += u' ' + (*result.active ? DeployWordsTexts::tr("It is switched on.")
                                       : DeployWordsTexts::tr("It is switched off."));
    }
    return text;
}

QString unsentText()
{
    return DeployWordsTexts::tr("Cancelled before anything was sent.");
}

QString suspicionText(const Plugin &plugin, const LocalCheckResult &check)
{
    if (check.status == LocalCheckResult::Status::Refused) {
        return DeployWordsTexts::tr("Python here cannot compile it either: %1").arg(check.message);
    }
    const auto suspect = [](const Finding &finding) {
        return finding.code == FindingCode::RequirementsComma || finding.code == FindingCode::RequirementsList ||
               finding.code == FindingCode::HeaderKeyCase || finding.code == FindingCode::HeaderNotFirst;
    };
    const auto found = std::ranges::find_if(plugin.findings, suspect);
    if (found != plugin.findings.end()) {
        return found->text();
    }
    if (check.status == LocalCheckResult::Status::Passed) {
        return DeployWordsTexts::tr("The syntax is fine here, so a missing package or an error while the "
                                    "code loads is likely.");
    }
    return {};
}

QString logText(const DeployResult &result)
{
    QString text = result.message;
    if (!result.isSuccess() && result.stage != DeployStage::Done && result.stage != DeployStage::Waiting) {
        const QString where = result.error.httpStatus > 0
                                  ? DeployWordsTexts::tr("(While %1, HTTP %2.)")
                                        .arg(textOf(result.stage), QString::number(result.error.httpStatus))
                                  : DeployWordsTexts::tr("(While %1.)").arg(textOf(result.stage));
        text += u' ' + where;
    }
    if (!result.remedy.isEmpty()) {
        text += u' ' + result.remedy;
    }
    return text;
}

LogLevel logLevelOf(const DeployResult &result)
{
    if (result.isSuccess()) {
        return LogLevel::Success;
    }
    const bool isGrave = result.outcome == DeployOutcome::Failed || result.outcome == DeployOutcome::Unknown;
    return isGrave ? LogLevel::Error : LogLevel::Warning;
}

QString toolOrderText()
{
    return DeployWordsTexts::tr(
        "A tool is looked up first whatever the order: up to Open WebUI 0.7.2 an update that does not repeat "
        "who may use it gives it to everybody.");
}

} // namespace owui
