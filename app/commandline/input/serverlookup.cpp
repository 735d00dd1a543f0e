// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "commandline/input/serverlookup.h"

#include "commandline/arguments/texts.h"
#include "server/servererror.h"

#include <QHash>

#include <memory>

namespace owui {

namespace {

Problem missing(const PluginReference &reference)
{
    return {tr("The server has no plugin “%1”.").arg(reference.text()), tr("“owui-deploy status” shows what it has.")};
}

ServerLookUp failure(const PluginReference &reference, const ServerError &error)
{
    return {
        .error = error,
        .problem = {tr("“%1” could not be looked up. %2").arg(reference.text(), failureText(error)), error.remedy()}};
}

ServerLookUp verdict(const PluginReference &reference, const LookUp &look)
{
    if (look.presence == Presence::Found) {
        return {.plugin = look.plugin};
    }
    if (look.presence == Presence::Missing) {
        return {.problem = missing(reference)};
    }
    return failure(reference, look.error);
}

ServerLookUp verdict(const PluginReference &reference, const LookUp &function, const LookUp &tool)
{
    const bool isFunction = function.presence == Presence::Found;
    const bool isTool = tool.presence == Presence::Found;
    if (isFunction && isTool) {
        return {.problem = ambiguousReference(reference.id, tr("The server"))};
    }
    const LookUp &other = isFunction ? tool : function;
    if ((isFunction || isTool) && other.presence != Presence::Missing) {
        ServerLookUp unsure = failure(reference, other.error);
        unsure.problem.remedy = tr("Write %1 if that is what you mean.")
                                    .arg(spelledOut(isTool ? PluginSpace::Tool : PluginSpace::Function, reference.id));
        return unsure;
    }
    return verdict(reference, isTool || function.presence == Presence::Missing ? tool : function);
}

} // namespace

void lookUpBoth(OpenWebUi &server, const QString &id, QObject *context,
                const std::function<void(const LookUp &function, const LookUp &tool)> &done)
{
    const auto looks = std::make_shared<QHash<PluginSpace, LookUp>>();
    for (const PluginSpace space : {PluginSpace::Function, PluginSpace::Tool}) {
        server.lookUp(space, id, context, [looks, space, done](const LookUp &look) {
            looks->insert(space, look);
            if (looks->size() == 2) {
                done(looks->value(PluginSpace::Function), looks->value(PluginSpace::Tool));
            }
        });
    }
}

void lookUpOnServer(OpenWebUi &server, const PluginReference &reference, QObject *context,
                    std::function<void(const ServerLookUp &)> done)
{
    if (reference.space) {
        server.lookUp(*reference.space, reference.id, context,
                      [reference, done = std::move(done)](const LookUp &look) { done(verdict(reference, look)); });
    } else {
        lookUpBoth(server, reference.id, context,
                   [reference, done = std::move(done)](const LookUp &function, const LookUp &tool) {
                       done(verdict(reference, function, tool));
                   });
    }
}

} // namespace owui
