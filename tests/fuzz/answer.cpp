// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

// What each reader of a server's answers makes of any body that came with 200 and application/json.

#include "fuzz/fuzzing.h"

#include "compare/valves/valveschema.h"
#include "jsontext.h"
#include "server/answerparser.h"
#include "server/openwebuianswers.h"

#include <QJsonDocument>

using namespace owui;
using namespace Qt::StringLiterals;
using fuzz::demand;

namespace {

ApiReply replyOf(const JudgedAnswer &answer)
{
    ApiReply reply;
    reply.error = answer.error;
    reply.httpStatus = 200;
    reply.json = answer.json;
    return reply;
}

void checkPlugin(PluginSpace space, const QJsonValue &json)
{
    const std::optional<ServerPlugin> plugin = ServerPlugin::fromJson(space, json);
    if (!plugin) {
        return;
    }
    demand(!plugin->id.isEmpty(), "a plugin has an id");
    demand(plugin->kind.has_value() || space == PluginSpace::Function, "a tool is known for one");
    demand(!plugin->kind || spaceOf(*plugin->kind) == space, "a plugin's kind is one of its space");
    demand(plugin->content.has_value() == json.toObject().value("content"_L1).isString(),
           "a text is told where the answer has one");
    demand(!plugin->active || plugin->hasActive, "what is on is told to be on");
    demand(!plugin->isSharedUnlike(*plugin), "a plugin is shared like itself");
    demand(pluginOf(space, plugin->id, json) == plugin, "the plugin that was asked for is taken");
    demand(!pluginOf(space, plugin->id + u'x', json), "another plugin is not taken");
}

void checkLists(const QJsonValue &json)
{
    const auto plugins = listOf<ServerPlugin>(
        json, [](const QJsonValue &entry) { return ServerPlugin::fromJson(PluginSpace::Function, entry); });
    const auto versions = listOf<ServerVersion>(json, ServerVersion::fromJson);
    demand(!plugins || plugins->size() == json.toArray().size(), "a list has all of its plugins, or none");
    demand(!versions || versions->size() == json.toArray().size(), "a list has all of its versions, or none");
    demand(json.isArray() || (!plugins && !versions), "only a list is a list");
}

void checkLookUp(const ApiReply &reply)
{
    const QString id = reply.json.toObject().value("id"_L1).toString();
    const auto answer = answerOf<ServerPlugin>(reply, RequestPurpose::ToolLookUp, [&id](const QJsonValue &json) {
        return pluginOf(PluginSpace::Tool, id, json);
    });
    demand(answer.value.has_value() != bool(answer.error), "an answer is a value or an error");
    const LookUp found = lookUpAnswer(answer);
    demand((found.presence == Presence::Found) == answer.value.has_value(), "found is what is there");
    demand(found.presence == Presence::Found || found.presence == Presence::Failed,
           "with 200 nothing is said to be missing, or not to be told");
}

void checkSession(const ApiReply &reply)
{
    const QUrl url(u"https://example.org:8443"_s);
    const Answer<Credential> session = sessionAnswer(url, reply);
    demand(session.value.has_value() != bool(session.error), "a sign-in is a session or an error");
    if (session.value) {
        demand(!session.value->secret.isEmpty(), "a session has a token");
        demand(session.value->origin == originOf(url), "a session belongs to the server that gave it");
        demand(!reply.json.toObject().contains("next_step"_L1) ||
                   reply.json.toObject().value("next_step"_L1).toString().isEmpty(),
               "what is not finished is no session");
    }
}

void checkValves(const QJsonValue &json)
{
    // One answer for both: its own fields are the values, and the names that it demands may be among them.
    const QJsonObject object = json.toObject();
    const QJsonObject stored = object.value("stored"_L1).toObject(object);
    const ValveMisfits misfits = compareWithSchema(object, stored);
    for (const QString &name : misfits.missing) {
        demand(!stored.contains(name), "what is missing is not stored");
    }
    for (const QString &name : misfits.unfitting) {
        demand(stored.contains(name), "what does not fit is stored");
    }
    demand(misfitTexts(misfits).isEmpty() == (misfits == ValveMisfits()), "each misfit is told");
}

void checkRelease(const QString &text, const QString &other)
{
    const ServerRelease release(text);
    demand(!(release.isBefore(0, 12) && release.isAtLeast(0, 12)), "a release is on one side of another");
    demand(release.isKnown() || (!release.isBefore(0, 12) && !release.isAtLeast(0, 1)),
           "an unknown release is neither");
    demand(!release.hasVersions() || !release.mayDeactivateOnFailure(), "since 0.12 a failed update leaves it on");
    const ServerRelease second(other);
    const bool bothOld = release.isTooOldFor(second.text()) && second.isTooOldFor(release.text());
    demand(!bothOld, "of two releases not both are too old for each other");
    demand(!release.isTooOldFor(release.text()), "a release is not too old for itself");
}

void checkSnapshot(const QJsonValue &json)
{
    const std::optional<ServerSnapshot> snapshot = ServerSnapshot::fromJson(json);
    demand(!snapshot || json.toObject().value("snapshot"_L1).toObject().value("content"_L1) == snapshot->content,
           "a snapshot has the text of the answer");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray body = fuzz::bytesOf(data, size).toByteArray();
    const JudgedAnswer answer = judgeAnswer(RequestPurpose::General, 200, u"application/json"_s, body);
    if (answer.error) {
        demand(answer.json.isNull() || answer.json.isUndefined(), "what is wrong has no value");
        demand(answer.error.requestSent && answer.error.outcomeUnknown(),
               "a broken answer says nothing of the outcome");
        return 0;
    }
    const QByteArray again = QJsonDocument(QJsonArray{answer.json}).toJson(QJsonDocument::Compact);
    demand(QJsonDocument::fromJson(withEscapedMarks(again)).array().at(0) == answer.json,
           "a value that is written back is read the same");

    const ApiReply reply = replyOf(answer);
    for (const PluginSpace space : {PluginSpace::Function, PluginSpace::Tool}) {
        checkPlugin(space, answer.json);
    }
    checkLists(answer.json);
    checkLookUp(reply);
    checkSession(reply);
    checkValves(answer.json);
    checkSnapshot(answer.json);
    const QJsonObject object = answer.json.toObject();
    checkRelease(object.value("version"_L1).toString(), object.value("id"_L1).toString());
    return 0;
}
