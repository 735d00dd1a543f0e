// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "commandline/arguments/names.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui {

QString kindName(PluginKind kind)
{
    switch (kind) {
    case PluginKind::Pipe:
        return u"pipe"_s;
    case PluginKind::Filter:
        return u"filter"_s;
    case PluginKind::Action:
        return u"action"_s;
    case PluginKind::Event:
        return u"event"_s;
    case PluginKind::Tool:
        return u"tool"_s;
    }
    return {};
}

QString idOriginName(IdOrigin origin)
{
    switch (origin) {
    case IdOrigin::Pinned:
        return u"pinned"_s;
    case IdOrigin::Header:
        return u"header"_s;
    case IdOrigin::Title:
        return u"title"_s;
    case IdOrigin::FileName:
        return u"file"_s;
    }
    return {};
}

QString severityName(Severity severity)
{
    switch (severity) {
    case Severity::Info:
        return u"info"_s;
    case Severity::Warning:
        return u"warning"_s;
    case Severity::Error:
        return u"error"_s;
    }
    return {};
}

QString connectionStepName(ConnectionTestStep::Step step)
{
    switch (step) {
    case ConnectionTestStep::Step::Reachable:
        return u"reachable"_s;
    case ConnectionTestStep::Step::OpenWebUi:
        return u"open-webui"_s;
    case ConnectionTestStep::Step::KeyAccepted:
        return u"key-accepted"_s;
    case ConnectionTestStep::Step::Admin:
        return u"admin"_s;
    case ConnectionTestStep::Step::FunctionsAllowed:
        return u"functions-allowed"_s;
    case ConnectionTestStep::Step::ToolsAllowed:
        return u"tools-allowed"_s;
    }
    return {};
}

QString connectionStateName(ConnectionTestStep::State state)
{
    switch (state) {
    case ConnectionTestStep::State::Waiting:
    case ConnectionTestStep::State::Running:
    case ConnectionTestStep::State::Skipped:
        return u"skipped"_s;
    case ConnectionTestStep::State::Passed:
        return u"passed"_s;
    case ConnectionTestStep::State::Failed:
        return u"failed"_s;
    }
    return {};
}

std::optional<PluginKind> kindFromName(const QString &name)
{
    const QList<PluginKind> &kinds = allPluginKinds();
    const auto found = std::ranges::find_if(kinds, [&name](PluginKind kind) { return kindName(kind) == name; });
    return found == kinds.end() ? std::nullopt : std::optional(*found);
}

const QList<PluginKind> &allPluginKinds()
{
    static const QList<PluginKind> all = {PluginKind::Pipe, PluginKind::Filter, PluginKind::Action, PluginKind::Event,
                                          PluginKind::Tool};
    return all;
}

const QList<IdOrigin> &allIdOrigins()
{
    static const QList<IdOrigin> all = {IdOrigin::Pinned, IdOrigin::Header, IdOrigin::Title, IdOrigin::FileName};
    return all;
}

const QList<Severity> &allSeverities()
{
    static const QList<Severity> all = {Severity::Info, Severity::Warning, Severity::Error};
    return all;
}

const QList<ConnectionTestStep::Step> &allConnectionSteps()
{
    using Step = ConnectionTestStep::Step;
    static const QList<Step> all = {Step::Reachable, Step::OpenWebUi,        Step::KeyAccepted,
                                    Step::Admin,     Step::FunctionsAllowed, Step::ToolsAllowed};
    return all;
}

const QList<DeployOutcome> &allDeployOutcomes()
{
    static const QList<DeployOutcome> all = {DeployOutcome::Created, DeployOutcome::Updated, DeployOutcome::Unchanged,
                                             DeployOutcome::Failed,  DeployOutcome::Unknown, DeployOutcome::Cancelled,
                                             DeployOutcome::Blocked};
    return all;
}

QString kindText(PluginKind kind)
{
    switch (kind) {
    case PluginKind::Pipe:
        return QCoreApplication::translate("CommandLine", "pipe");
    case PluginKind::Filter:
        return QCoreApplication::translate("CommandLine", "filter");
    case PluginKind::Action:
        return QCoreApplication::translate("CommandLine", "action");
    case PluginKind::Event:
        return QCoreApplication::translate("CommandLine", "event");
    case PluginKind::Tool:
        return QCoreApplication::translate("CommandLine", "tool");
    }
    return {};
}

QString severityText(Severity severity)
{
    switch (severity) {
    case Severity::Info:
        return QCoreApplication::translate("CommandLine", "note");
    case Severity::Warning:
        return QCoreApplication::translate("CommandLine", "warning");
    case Severity::Error:
        return QCoreApplication::translate("CommandLine", "error");
    }
    return {};
}

} // namespace owui
