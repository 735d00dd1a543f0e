// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "deploy/job/lastlook.h"

#include "compare/git/originsearch.h"
#include "deploy/job/blindrule.h"
#include "deploy/job/sharedlooks.h"
#include "deploy/job/twinfinder.h"
#include "onpool.h"
#include "plugins/localcheck.h"

#include <QJsonObject>

#include <algorithm>
#include <chrono>

namespace owui {

LastLook::LastLook(const DeployRequest &request, const PreparedPlugin &prepared, const DeployEnvironment &environment,
                   QObject *parent)
    : QObject(parent)
    , m_request(request)
    , m_prepared(prepared)
    , m_environment(environment)
    , m_input{.plugin = prepared.plugin, .comparison = {}, .lookedAt = request.lookedAt}
    , m_stop(std::make_shared<std::atomic_bool>(false))
{
}

LastLook::~LastLook()
{
    m_stop->store(true);
}

void LastLook::start()
{
    // The check and the look do not need each other, so neither waits for the other.
    m_environment.localCheck.check(m_prepared.utf8, this, [this](const LocalCheckResult &check) {
        m_input.localCheck = check;
        onBothKnown();
    });
    askServer();
}

void LastLook::judgeAsMissing()
{
    m_lookUp = LookUp{.presence = Presence::Missing};
    m_input.lookError = {};
    m_input.lookedAt = {};
    compareTexts({});
}

void LastLook::askServer()
{
    const PluginSpace space = spaceOf(*m_prepared.plugin.kind);
    if (sendsWithoutLook(connection(), space)) {
        m_lookUp = LookUp{.presence = Presence::CannotTell};
        emit stageChanged(DeployStage::Checking);
        return;
    }
    if (m_request.recentLook && stillHolds(*m_request.recentLook)) {
        const Sighting &seen = m_request.recentLook->seen;
        m_lookUp = LookUp{.presence = seen.presence, .plugin = seen.plugin};
        emit stageChanged(DeployStage::Checking);
        return;
    }
    emit stageChanged(DeployStage::LookingUp);
    const auto looked = [this](const LookUp &lookUp) {
        if (lookUp.presence == Presence::CannotTell) {
            judgeBlindness(lookUp);
        } else {
            onLooked(lookUp);
        }
    };
    if (m_environment.looks && m_request.recentLook && m_request.recentLook->seen.plugin) {
        m_environment.looks->lookAgain(*m_request.recentLook->seen.plugin, this, looked);
    } else if (m_environment.looks) {
        m_environment.looks->lookBefore(space, m_prepared.plugin.id, this, looked);
    } else {
        m_environment.server.lookUp(space, m_prepared.plugin.id, this, looked);
    }
}

/// An update replaces what was saved there after the look, so not much time may pass. A create replaces nothing: the
/// server refuses an id that it has.
bool LastLook::stillHolds(const RecentLook &look) const
{
    return look.seen.presence == Presence::Missing || SharedLooks::holds(look.askedAt);
}

void LastLook::judgeBlindness(const LookUp &lookUp)
{
    const ServerSigns signs{.release = m_environment.release,
                            .releaseError = m_environment.releaseError,
                            .askExport =
                                [this, space = spaceOf(*m_prepared.plugin.kind)](const ServerSigns::TakeError &take) {
                                    m_environment.twins->exportError(space, this, take);
                                },
                            .journal = m_environment.journal,
                            .origin = originOf(connection().url)};
    askWhetherBlind(signs, this, [this, lookUp](bool isBlind) {
        LookUp judged = lookUp;
        judged.presence = isBlind ? Presence::CannotTell : Presence::Failed;
        onLooked(judged);
    });
}

void LastLook::onLooked(const LookUp &lookUp)
{
    m_lookUp = lookUp;
    m_input.lookError = lookUp.error;
    emit seen({.presence = lookUp.presence, .plugin = lookUp.plugin});
    if (!m_input.localCheck) {
        emit stageChanged(DeployStage::Checking);
    }
    onBothKnown();
}

void LastLook::onBothKnown()
{
    if (!m_lookUp || !m_input.localCheck) {
        return;
    }
    const std::optional<ServerPlugin> &present = m_lookUp->plugin;
    if (!m_environment.journal || !present || !present->content || present->content == m_prepared.storedText ||
        !needsSentTexts(m_request.consents) || m_request.sentHere.contains(historyHash(*present->content))) {
        compareTexts({});
        return;
    }
    // A text that was sent from here, though never committed, was not edited on the server.
    m_environment.journal->sentTexts(originOf(connection().url), present->space, present->id, this,
                                     [this](const SentTexts &texts) {
                                         const ServerPlugin &there = *m_lookUp->plugin;
                                         compareTexts(texts.of(there.space, there.id, sentFile(m_request)));
                                     });
}

void LastLook::compareTexts(KnownTexts known)
{
    known.sent.unite(m_request.sentHere);
    const Sighting seen{.presence = m_lookUp->presence, .plugin = m_lookUp->plugin};
    const auto work = [input = ComparisonInput{.plugin = m_prepared.plugin, .seen = seen, .sentBefore = known},
                       root = m_request.root, utf8 = m_prepared.utf8, takesHeader = connection().alwaysTakeHeaderText] {
        Comparison comparison = compare(input, utf8, takesHeader);
        judgeRaise(comparison, root, input.plugin, utf8);
        return comparison;
    };
    onPool(this, work, [this](const Comparison &comparison) {
        m_input.comparison = comparison;
        askForOrigin();
    });
}

/// The folder's history is looked through only where it decides.
void LastLook::askForOrigin()
{
    if (!needsOrigin(m_input.comparison, m_request.consents)) {
        askForValves();
        return;
    }
    const GitFolder::Query query = originQuery(m_prepared.plugin, *m_lookUp->plugin->content);
    searchOrigins(m_request.root, {query}, m_stop, this, [this](const QList<TextOrigin> &origins) {
        m_input.comparison.origin = origins.first();
        askForValves();
    });
}

void LastLook::askForValves()
{
    if (!needsStoredValves(m_input.comparison, m_request.consents)) {
        askForTwin();
        return;
    }
    m_environment.server.valves(spaceOf(*m_prepared.plugin.kind), m_prepared.plugin.id, this,
                                [this](const Answer<QJsonObject> &answer) {
                                    m_input.valvesError = answer.error;
                                    // Only the names: the values are secrets.
                                    if (answer) {
                                        m_input.storedValves = answer.value->keys();
                                    }
                                    askForTwin();
                                });
}

void LastLook::askForTwin()
{
    if (!m_request.creates || !needsTwin(m_input.comparison, m_request.consents)) {
        askWhoChanged();
        return;
    }
    emit stageChanged(DeployStage::Searching);
    m_environment.twins->sentIds(this, [this](const SentIds &sent) { searchTwin(sent); });
}

void LastLook::searchTwin(const SentIds &sent)
{
    const PluginSpace space = spaceOf(*m_prepared.plugin.kind);
    QSet<QString> folderIds;
    for (auto it = sent.cbegin(); it != sent.cend(); ++it) {
        if (it.key().second == space && it.key().first.startsWith(m_request.root + u'/')) {
            folderIds.unite({it->cbegin(), it->cend()});
        }
    }
    const TwinFinder::Wanted wanted{.plugin = m_prepared.plugin,
                                    .otherIds = m_request.otherIds,
                                    .clues = {.code = m_input.comparison.code,
                                              .sentIds = sent.value({sentFile(m_request), space}),
                                              .folderIds = folderIds}};
    m_environment.twins->find(wanted, this, [this](const TwinFinder::Search &search) {
        m_input.twin = search.twin;
        m_searchError = search.error;
        askWhoChanged();
    });
}

/// Only 0.12 knows who it was.
void LastLook::askWhoChanged()
{
    const std::optional<ServerPlugin> &present = m_lookUp->plugin;
    if (!present || !m_environment.release.hasVersions() ||
        !needsChangedBy(m_request.lookedAt, m_input.comparison, m_request.consents)) {
        judge();
        return;
    }
    m_environment.server.versions(
        present->space, present->id, 1, this, [this](const Answer<QList<ServerVersion>> &answer) {
            const QList<ServerVersion> versions = answer.value.value_or(QList<ServerVersion>());
            // The newest is not always the one that is live.
            const auto live = std::ranges::find(versions, m_lookUp->plugin->versionId, &ServerVersion::id);
            m_input.changedBy = live != versions.end() ? live->author : QString();
            judge();
        });
}

void LastLook::judge()
{
    emit judged(planRow(m_input, {.release = m_environment.release, .production = connection().production}));
}

} // namespace owui
