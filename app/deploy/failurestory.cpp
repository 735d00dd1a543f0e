// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "deploy/failurestory.h"

#include "deploy/deploywords.h"

#include <QCoreApplication>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("FailureStory", text);
}

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
    return sentences({tr(QT_TRANSLATE_NOOP("FailureStory", "The reason is only in the server's log.")), hint});
}

QString whatTheServerHas(PluginSpace space, const std::optional<ServerPlugin> &before, const LookUp &now)
{
    if (serverStopped(now)) {
        return tr(QT_TRANSLATE_NOOP("FailureStory",
                                    "Since then the server does not answer. Code that ends the program while it loads, "
                                    "such as sys.exit(), stops Open WebUI up to 0.10."));
    }
    if (now.presence != Presence::Found) {
        return now.presence == Presence::Missing
                   ? tr(QT_TRANSLATE_NOOP("FailureStory", "The server does not have it."))
                   : tr(QT_TRANSLATE_NOOP("FailureStory", "What the server has now could not be read."));
    }
    if (before && before->content == now.plugin->content) {
        return tr(QT_TRANSLATE_NOOP("FailureStory", "The server keeps what it had."));
    }
    if (!before && space == PluginSpace::Function && !now.plugin->active) {
        return tr(QT_TRANSLATE_NOOP("FailureStory", "The function is off now; whether it was on before is not known."));
    }
    return {};
}

} // namespace

bool serverStopped(const LookUp &now)
{
    return now.error.serverGone() || now.error.kind == ServerErrorKind::ConnectionLost;
}

FailureStory storyOfFailedUpdate(PluginSpace space, const ServerError &error, const std::optional<ServerPlugin> &before,
                                 const LookUp &now, const QString &hint)
{
    if (before && now.presence == Presence::Missing) {
        return {.message = sentences(
                    {tr(QT_TRANSLATE_NOOP("FailureStory", "It was deleted on the server while it was being deployed.")),
                     failureText(error)}),
                .remedy = tr(QT_TRANSLATE_NOOP("FailureStory", "Deploy it again to create it."))};
    }
    const QString told =
        sentences({failureText(error), whatTheServerHas(space, before, now), hiddenReason(error, hint)});
    const bool deactivated = space == PluginSpace::Function && before && before->active &&
                             now.presence == Presence::Found && !now.plugin->active;
    if (!deactivated) {
        return {.message = told, .remedy = error.remedy()};
    }
    return {.message = sentences(
                {tr(QT_TRANSLATE_NOOP("FailureStory", "The server switched the function off for everybody.")), told}),
            .remedy = sentences(
                {tr(QT_TRANSLATE_NOOP("FailureStory", "Switch the old version on again, then mend the file.")),
                 error.remedy()}),
            .deactivated = true};
}

FailureStory storyOfFailedCreate(const ServerError &error, const LookUp &now, const QString &hint)
{
    if (now.presence == Presence::Found && error.kind == ServerErrorKind::IdTaken) {
        return {.message = tr(QT_TRANSLATE_NOOP("FailureStory",
                                                "Someone else created it while it was being deployed. It was left as "
                                                "it is.")),
                .remedy = tr(QT_TRANSLATE_NOOP("FailureStory", "Deploy it again to update it."))};
    }
    if (now.presence == Presence::Found) {
        return {.message = sentences(
                    {tr(QT_TRANSLATE_NOOP("FailureStory", "The server refused to create it, yet it is there now.")),
                     failureText(error)}),
                .remedy = tr(QT_TRANSLATE_NOOP("FailureStory",
                                               "Look at it on the server; delete it there if it should not stay."))};
    }
    const QString stored = now.presence == Presence::Missing
                               ? tr(QT_TRANSLATE_NOOP("FailureStory", "Nothing was stored."))
                               : whatTheServerHas(PluginSpace::Function, {}, now);
    return {.message = sentences({failureText(error), stored, hiddenReason(error, hint)}), .remedy = error.remedy()};
}

} // namespace owui
