// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "compare/plan/comparison.h"

#include "compare/text/storedtext.h"
#include "compare/text/textstosend.h"
#include "files/sha256.h"
#include "plugins/pluginfilewriter.h"

namespace owui {

namespace {

/// Split at every comma, as the server does before it calls pip (plugin.py:434 @0.11.0).
QStringList requirementsOf(const QString &header)
{
    QStringList all;
    for (const QString &requirement : header.split(u',', Qt::SkipEmptyParts)) {
        all.append(requirement.simplified());
    }
    all.removeAll(QString());
    return all;
}

QStringList addedRequirements(const Plugin &plugin, const std::optional<ServerPlugin> &present)
{
    QStringList added = requirementsOf(plugin.header.value(u"requirements"));
    if (present) {
        const QStringList known =
            requirementsOf(present->manifest().value(QLatin1StringView("requirements")).toString());
        added.removeIf([&known](const QString &requirement) { return known.contains(requirement); });
    }
    return added;
}

CompareState stateOf(VersionOrder order)
{
    switch (order) {
    case VersionOrder::Newer:
        return CompareState::Newer;
    case VersionOrder::Older:
        return CompareState::Older;
    case VersionOrder::Equal:
        return CompareState::Changed;
    case VersionOrder::Unordered:
        break;
    }
    return CompareState::Differs;
}

} // namespace

Comparison compare(const ComparisonInput &input, const QByteArray &utf8, bool alwaysTakeHeaderText)
{
    const Plugin &plugin = input.plugin;
    Comparison result;
    result.versionHere = plugin.version();
    result.digest = sha256(utf8);
    result.server = stampOf(input.seen);
    if (input.seen.presence == Presence::Missing) {
        result.state = CompareState::Missing;
        result.code = codeMark(storedText(utf8));
        result.requirementsAdded = addedRequirements(plugin, {});
        return result;
    }
    if (!input.seen.plugin) {
        return result;
    }
    const ServerPlugin &present = *input.seen.plugin;
    const TextsToSend texts = textsToSend(plugin, present, alwaysTakeHeaderText);
    result.nameChanges = texts.name != present.name;
    result.descriptionChanges = texts.description.toString() != present.description();
    result.kindChanges = plugin.kind != present.kind;
    result.versionThere = present.version();
    result.order = compareVersions(result.versionHere, result.versionThere);
    result.requirementsAdded = addedRequirements(plugin, present);
    if (!present.content) {
        return result;
    }
    const QString here = storedText(utf8);
    const QString &there = *present.content;
    if (here == there) {
        const bool same = !result.nameChanges && !result.descriptionChanges;
        result.state = same ? CompareState::Same : stateOf(result.order);
        return result;
    }
    result.state = stateOf(result.order);
    result.difference = textDifference(here, there);
    const QByteArray thereUtf8 = there.toUtf8();
    const QByteArray thereHash = sha256(thereUtf8);
    if (input.sentBefore.sent.contains(thereHash)) {
        result.origin.kind = TextOrigin::Kind::SentFromHere;
    } else if (input.sentBefore.pulled == thereHash) {
        result.origin.kind = TextOrigin::Kind::BroughtHere;
    }
    result.unlikeSent = input.sentBefore.tellEdit(thereHash);
    if (result.difference == TextDifference::Content && plugin.kind && present.kind) {
        const ValveFields before = readValveFields(thereUtf8, *present.kind);
        const ValveFields after = readValveFields(utf8, *plugin.kind);
        result.valves = compareFields(before.valves, after.valves);
        result.userValves = compareFields(before.userValves, after.userValves);
    }
    return result;
}

void judgeRaise(Comparison &comparison, const QString &root, const Plugin &plugin, const QByteArray &utf8)
{
    if (!plugin.raisesVersion || comparison.state != CompareState::Changed ||
        comparison.difference != TextDifference::Content) {
        return;
    }
    const Result<RaisedVersion> raised = raiseVersionIn(utf8, root, plugin, VersionPart::Patch);
    if (raised) {
        comparison.raisedVersion = raised.value().after;
    } else {
        comparison.notRaised = raised.error();
    }
}

bool isEditedOnServer(const Comparison &comparison)
{
    // What Git has is nobody's loss, whoever sent it.
    const TextOrigin::Kind kind = comparison.origin.kind;
    return kind == TextOrigin::Kind::EditedOnServer || (kind == TextOrigin::Kind::CannotTell && comparison.unlikeSent);
}

} // namespace owui
