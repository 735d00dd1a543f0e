// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "deploy/deploywords.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("DeployWords", text);
}

} // namespace

QString successText(const DeployResult &result)
{
    const QString now = result.versionAfter;
    if (result.outcome == DeployOutcome::Unchanged) {
        return now.isEmpty()
                   ? tr(QT_TRANSLATE_NOOP("DeployWords", "Unchanged: the server already has exactly this."))
                   : tr(QT_TRANSLATE_NOOP("DeployWords", "Unchanged: the server already has exactly this, version %1."))
                         .arg(now);
    }
    QString text;
    if (result.outcome == DeployOutcome::Created) {
        text = now.isEmpty() ? tr(QT_TRANSLATE_NOOP("DeployWords", "Created."))
                             : tr(QT_TRANSLATE_NOOP("DeployWords", "Created, the server has %1.")).arg(now);
    } else if (now.isEmpty()) {
        text = tr(QT_TRANSLATE_NOOP("DeployWords", "Updated; the server names no version."));
    } else if (result.versionBefore.isEmpty()) {
        text = tr(QT_TRANSLATE_NOOP("DeployWords", "Updated, server has %1.")).arg(now);
    } else {
        text = tr(QT_TRANSLATE_NOOP("DeployWords", "Updated, server has %1 (was %2).")).arg(now, result.versionBefore);
    }
    if (result.active && result.kind != PluginKind::Tool) {
        text += u' ' + (*result.active ? tr(QT_TRANSLATE_NOOP("DeployWords", "It is switched on."))
                                       : tr(QT_TRANSLATE_NOOP("DeployWords", "It is switched off.")));
    }
    return text;
}

QString failureText(const ServerError &error)
{
    if (error.detail.isEmpty()) {
        return error.text();
    }
    return error.text() + u' ' + tr(QT_TRANSLATE_NOOP("DeployWords", "The server says: %1")).arg(error.detail);
}

QString suspicionText(const Plugin &plugin, const LocalCheckResult &check)
{
    if (check.status == LocalCheckResult::Status::Refused) {
        return tr(QT_TRANSLATE_NOOP("DeployWords", "Python here cannot compile it either: %1")).arg(check.message);
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
        return tr(QT_TRANSLATE_NOOP("DeployWords",
                                    "The syntax is fine here, so a missing package or an error while the "
                                    "code loads is likely."));
    }
    return {};
}

QString logText(const DeployResult &result)
{
    QString text = result.message;
    if (!result.isSuccess() && result.stage != DeployStage::Done && result.stage != DeployStage::Waiting) {
        const QString where =
            result.error.httpStatus > 0
                ? tr(QT_TRANSLATE_NOOP("DeployWords", "(While %1, HTTP %2.)"))
                      .arg(deployStageText(result.stage), QString::number(result.error.httpStatus))
                : tr(QT_TRANSLATE_NOOP("DeployWords", "(While %1.)")).arg(deployStageText(result.stage));
        text += u' ' + where;
    }
    if (!result.remedy.isEmpty()) {
        text += u' ' + result.remedy;
    }
    return text;
}

} // namespace owui
