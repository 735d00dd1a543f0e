// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "deploy/job/servercheck.h"

#include "compare/gitfolder.h"
#include "compare/plan.h"
#include "deploy/job/deploywords.h"

#include <QJsonObject>
#include <QLocale>
#include <QtConcurrent>

#include <algorithm>

namespace owui {

namespace {

/// On the pool. The history is looked through only where it decides.
Comparison compareWithHistory(const ComparisonInput &input, const PreparedPlugin &prepared, const QString &root,
                              bool alwaysTakeHeaderText, bool searchHistory)
{
    Comparison comparison = compare(input, prepared.utf8, alwaysTakeHeaderText);
    if (searchHistory && comparison.difference != TextDifference::None &&
        comparison.origin.kind == TextOrigin::Kind::NotLookedUp) {
        const QList<TextOrigin> origins = GitFolder(root).findOrigins(
            {{.path = prepared.plugin.path, .storedText = *input.seen.plugin->content}}, {});
        comparison.origin = origins.first();
    }
    return comparison;
}

} // namespace

ServerCheck::ServerCheck(const DeployRequest &request, const PreparedPlugin &prepared, const Sighting &seen,
                         const DeployEnvironment &environment, QObject *parent)
    : QObject(parent)
    , m_request(request)
    , m_prepared(prepared)
    , m_seen(seen)
    , m_environment(environment)
{
}

void ServerCheck::start()
{
    // Queued: nobody hears of the end from inside start().
    QMetaObject::invokeMethod(
        this, [this] { checkPlan(); }, Qt::QueuedConnection);
}

void ServerCheck::checkPlan()
{
    const bool changed = m_request.plannedServer && m_request.plannedServer->isChangedBy(m_seen);
    if (changed && (needs(Consent::ChangedSincePlan) || connection().production)) {
        askWhoChanged();
    } else if (m_seen.plugin) {
        checkAgainstPresent();
    } else {
        pass(false);
    }
}

/// Only 0.12 knows who it was.
void ServerCheck::askWhoChanged()
{
    if (!m_seen.plugin) {
        stopForPlan({}, {});
        return;
    }
    const QDateTime updated = QDateTime::fromSecsSinceEpoch(m_seen.plugin->updatedAt);
    if (!m_environment.release.hasVersions()) {
        stopForPlan({}, updated);
        return;
    }
    m_environment.server.versions(
        m_seen.plugin->space, m_seen.plugin->id, 1, this, [this, updated](const Answer<QList<ServerVersion>> &answer) {
            const QList<ServerVersion> versions = answer.value.value_or(QList<ServerVersion>());
            // The newest is not always the one that is live.
            const auto live = std::ranges::find(versions, m_seen.plugin->versionId, &ServerVersion::id);
            stopForPlan(live != versions.end() ? live->author : QString(), updated);
        });
}

void ServerCheck::stopForPlan(const QString &author, const QDateTime &when)
{
    const QString time = QLocale().toString(when, QLocale::ShortFormat);
    const QString message = !when.isValid() ? tr("It was deleted on the server since you looked.")
                            : author.isEmpty()
                                ? tr("It was changed on the server at %1, since you looked.").arg(time)
                                : tr("It was changed on the server by %1 at %2, since you looked.").arg(author, time);
    stop(connection().production ? std::nullopt : std::optional(Consent::ChangedSincePlan), message,
         tr("Look at the difference, then plan it again."));
}

void ServerCheck::checkAgainstPresent()
{
    const ServerPlugin &present = *m_seen.plugin;
    const Plugin &plugin = m_prepared.plugin;
    if (present.kind != plugin.kind && needs(Consent::TypeChange)) {
        stop(Consent::TypeChange, tr("On the server “%1” is another kind of function.").arg(present.id),
             tr("Confirm that it should change its kind, or pin another id."));
    } else if (compareVersions(plugin.version(), present.version()) == VersionOrder::Older &&
               needs(Consent::Downgrade)) {
        stop(Consent::Downgrade,
             tr("The server has %1, which is newer than %2 here.").arg(present.version(), plugin.version()),
             tr("Confirm that the older version should replace it."));
    } else if (!present.content && connection().production) {
        stop({}, tr("The server does not show its text, so there would be no way back."),
             tr("Use the key of an account that may read it. To a server that is not marked as production it can be "
                "sent all the same."));
    } else if (!present.content && needs(Consent::NoWayBack)) {
        stop(Consent::NoWayBack, tr("The server does not show its text, so there would be no way back."),
             tr("Use the key of an account that may read it, or confirm that it should be replaced."));
    } else {
        askForSentTexts();
    }
}

/// A text that was sent from here, though never committed, was not edited on the server.
void ServerCheck::askForSentTexts()
{
    if (!m_environment.journal || !needs(Consent::EditedOnServer)) {
        compareTexts({});
        return;
    }
    m_environment.journal->sentTexts(originOf(connection().url), m_seen.plugin->space, m_seen.plugin->id, this,
                                     [this](const QSet<QByteArray> &sentBefore) { compareTexts(sentBefore); });
}

void ServerCheck::compareTexts(const QSet<QByteArray> &sentBefore)
{
    GitFolder::prepare();
    const ComparisonInput input{.plugin = m_prepared.plugin, .seen = m_seen, .sentBefore = sentBefore};
    QtConcurrent::run(compareWithHistory, input, m_prepared, m_request.root, connection().alwaysTakeHeaderText,
                      needs(Consent::EditedOnServer))
        .then(this, [this](const Comparison &comparison) { onCompared(comparison); });
}

void ServerCheck::onCompared(const Comparison &comparison)
{
    if (comparison.origin.kind == TextOrigin::Kind::EditedOnServer && needs(Consent::EditedOnServer)) {
        stop(Consent::EditedOnServer,
             tr("The server's text is in no commit of this file: somebody edited it there, or deployed it from "
                "elsewhere."),
             tr("Look at the difference. Save the server's text to the folder, or confirm that it should be "
                "replaced."));
    } else if (needsStoredValves(comparison) && needs(Consent::Valves)) {
        askForValves(comparison.valves);
    } else {
        m_settingsAreInDoubt = needsStoredValves(comparison) || comparison.valves.cannotTell;
        pass(comparison.state == CompareState::Same);
    }
}

void ServerCheck::askForValves(const ValveChanges &changes)
{
    m_environment.server.valves(
        m_seen.plugin->space, m_seen.plugin->id, this, [this, changes](const Answer<QJsonObject> &answer) {
            // Only the names: the values are secrets.
            const auto stored = answer ? std::optional(QStringList(answer.value->keys())) : std::nullopt;
            QStringList texts;
            for (const PlanWarning &warning : valveWarnings(changes, stored)) {
                if (warning.consent) {
                    texts.append(warning.text);
                }
            }
            if (texts.isEmpty()) {
                pass(false);
                return;
            }
            if (!stored) {
                texts.append(
                    tr("Which settings the server keeps could not be asked. %1").arg(failureText(answer.error)));
            }
            stop(Consent::Valves, texts.join(u' '),
                 tr("Give the settings a default in the code or a value on the server, or confirm that it should be "
                    "sent."));
        });
}

void ServerCheck::stop(std::optional<Consent> consent, const QString &message, const QString &remedy)
{
    emit stopped({.consent = consent, .message = message, .remedy = remedy});
}

void ServerCheck::pass(bool unchanged)
{
    emit passed(unchanged);
}

} // namespace owui
