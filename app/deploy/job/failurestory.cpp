// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "deploy/job/failurestory.h"
#include "server/servererror.h"

#include <QCoreApplication>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

struct FailureStoryTexts
{
    Q_DECLARE_TR_FUNCTIONS(FailureStory)
};

QString sentences(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(u' ');
}

QString hiddenReason(const ServerError &error, const QString &hint)
{
    if (error.kind != ServerErrorKind::Masked) {
        return {};
    }
    return sentences({FailureStoryTexts::tr("The reason is only in the server's log."), hint});
}

QString whatTheServerHas(PluginSpace space, const std::optional<ServerPlugin> &before, const LookUp &now)
{
    if (serverStopped(now)) {
        return FailureStoryTexts::tr(
            "Since then the server does not answer. Code that ends the program while it loads, "
            "such as sys.exit(), stops Open WebUI up to 0.10.");
    }
    // A server that is ending may still answer, but only that it fails [live 0.9.6].
    if (now.error.kind == ServerErrorKind::ServerFault) {
        return FailureStoryTexts::tr(
            "The server fails also when it is asked what it has now. It may be ending: code that ends the "
            "program while it loads, such as sys.exit(), stops Open WebUI up to 0.10.");
    }
    if (now.presence != Presence::Found) {
        return now.presence == Presence::Missing ? FailureStoryTexts::tr("The server does not have it.")
                                                 : FailureStoryTexts::tr("What the server has now could not be read.");
    }
    if (before && before->content == now.plugin->content) {
        return FailureStoryTexts::tr("The server keeps what it had.");
    }
    if (!before && space == PluginSpace::Function && !now.plugin->active) {
        return FailureStoryTexts::tr("The function is off now; whether it was on before is not known.");
    }
    return {};
}

} // namespace

QString switchedOffText()
{
    return FailureStoryTexts::tr("The server switched the function off for everybody.");
}

bool wasSwitchedOff(PluginSpace space, const std::optional<ServerPlugin> &before, const LookUp &now)
{
    return space == PluginSpace::Function && before && before->active && now.plugin && !now.plugin->active;
}

bool serverStopped(const LookUp &now)
{
    // A server that ends may keep its connections open and answer nobody [live 0.9.6].
    return now.error.serverGone() || now.error.kind == ServerErrorKind::ConnectionLost ||
           now.error.kind == ServerErrorKind::Timeout;
}

FailureStory storyOfFailedUpdate(PluginSpace space, const FailureReason &reason,
                                 const std::optional<ServerPlugin> &before, const LookUp &now)
{
    const ServerError &error = reason.error;
    if (before && now.presence == Presence::Missing) {
        return {.message =
                    sentences({FailureStoryTexts::tr("It was deleted on the server while it was being deployed."),
                               failureText(error)}),
                .remedy = FailureStoryTexts::tr("Deploy it again to create it.")};
    }
    const QString told =
        sentences({failureText(error), whatTheServerHas(space, before, now), hiddenReason(error, reason.hint)});
    if (!wasSwitchedOff(space, before, now)) {
        return {.message = told, .remedy = reason.remedy};
    }
    return {.message = sentences({switchedOffText(), told}),
            .remedy = sentences(
                {FailureStoryTexts::tr("Switch the old version on again, then mend the file."), reason.remedy})};
}

FailureStory storyOfFailedCreate(const FailureReason &reason, const LookUp &now, HiddenReason where)
{
    const ServerError &error = reason.error;
    if (now.presence == Presence::Found && error.kind == ServerErrorKind::IdTaken) {
        return {.message = FailureStoryTexts::tr("Someone else created it while it was being deployed. It was left as "
                                                 "it is."),
                .remedy = FailureStoryTexts::tr("Deploy it again to update it.")};
    }
    if (now.presence == Presence::Found) {
        return {.message = sentences({FailureStoryTexts::tr("The server refused to create it, yet it is there now."),
                                      failureText(error)}),
                .remedy =
                    reason.isThere
                        ? FailureStoryTexts::tr(
                              "The server has exactly what was sent. Deploy it again to see whether it loads.")
                        : FailureStoryTexts::tr("Look at it on the server; delete it there if it should not stay.")};
    }
    const QString stored = now.presence == Presence::Missing ? FailureStoryTexts::tr("Nothing was stored.")
                                                             : whatTheServerHas(PluginSpace::Function, {}, now);
    if (where == HiddenReason::CanBeAskedFor) {
        return {.message = sentences({failureText(error), stored, reason.hint}),
                .remedy = FailureStoryTexts::tr(
                    "Try again and ask for the reason: for the question the server runs the code, and "
                    "pip, once more. Or look into its log.")};
    }
    return {.message = sentences({failureText(error), stored, hiddenReason(error, reason.hint)}),
            .remedy = reason.remedy};
}

} // namespace owui
