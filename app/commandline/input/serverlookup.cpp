// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "commandline/input/serverlookup.h"

#include "commandline/arguments/texts.h"
#include "server/servererror.h"

#include <memory>

namespace owui {

namespace {

struct Looks
{
    std::optional<LookUp> function;
    std::optional<LookUp> tool;
};

Problem missing(const PluginReference &reference)
{
    return {tr("The server has no plugin “%1”.").arg(reference.text()), tr("“owui-deploy status” shows what it has.")};
}

ServerLookUp failure(const PluginReference &reference, const ServerError &error)
{
    return {
        .plugin = {},
        .error = error,
        .problem = {tr("“%1” could not be looked up. %2").arg(reference.text(), failureText(error)), error.remedy()}};
}

ServerLookUp verdict(const PluginReference &reference, const LookUp &look)
{
    switch (look.presence) {
    case Presence::Found:
        return {.plugin = look.plugin, .error = {}, .problem = {}};
    case Presence::Missing:
        return {.plugin = {}, .error = {}, .problem = missing(reference)};
    case Presence::CannotTell:
    case Presence::Failed:
        break;
    }
    return failure(reference, look.error);
}

ServerLookUp verdict(const PluginReference &reference, const LookUp &function, const LookUp &tool)
{
    const bool isFunction = function.presence == Presence::Found;
    const bool isTool = tool.presence == Presence::Found;
    if (isFunction && isTool) {
        return {.plugin = {}, .error = {}, .problem = ambiguousReference(reference.id, tr("The server"))};
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
                std::function<void(const LookUp &function, const LookUp &tool)> done)
{
    const auto looks = std::make_shared<Looks>();
    const auto take = [looks, done = std::move(done)](std::optional<LookUp> Looks::*which, const LookUp &look) {
        (*looks).*which = look;
        if (looks->function && looks->tool) {
            done(*looks->function, *looks->tool);
        }
    };
    server.lookUp(PluginSpace::Function, id, context, [take](const LookUp &look) { take(&Looks::function, look); });
    server.lookUp(PluginSpace::Tool, id, context, [take](const LookUp &look) { take(&Looks::tool, look); });
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
