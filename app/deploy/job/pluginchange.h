// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "deploy/job/deployresult.h"
#include "deploy/job/outcomesearch.h"
#include "deploy/job/payload.h"
#include "deploy/job/preparedplugin.h"
#include "plugins/localcheck.h"

#include <QObject>

#include <functional>
#include <optional>

namespace owui {

struct FailureReason;
struct FailureStory;
class ServerJob;

/// A change that is decided: what to send, what the server has, and what was learnt on the way.
struct PlannedChange
{
    enum class Kind { Update, Create };

    Kind kind = Kind::Update;
    PreparedPlugin prepared;
    LocalCheckResult check;
    std::optional<ServerPlugin> present; ///< what the server has; none: nothing, or nobody could look
    Payload payload;
    QString versionId;  ///< of an update: instead of the payload, a version that the server keeps and that is the same
    bool blind = false; ///< nobody could look: a refused update may mean that it is missing
    ServerError refusedUpdate{}; ///< of a create: the update without a look that went before it
    bool isPresumed = false;     ///< of a create: nobody looked for this id alone
    bool switchOn = false;       ///< of a create: a function is switched on after it
    bool records = true;         ///< false: the job keeps its own entry in the history
    Consents consents;
};

/// A step of a job: sends one change and does not rest until it is clear what came of it. Reads back, says if the
/// server switched the function off, asks for a masked reason, or looks on after an outcome that nobody knows. After a
/// create releases that forget a filter's switch for users get it once more, and a function is switched on where that
/// was planned. Each POST goes out once. Lives in the main thread.
class PluginChange final : public QObject
{
    Q_OBJECT

public:
    /// A child of `job`, whose result it completes.
    PluginChange(PlannedChange planned, ServerJob &job);

    void start() { begin(m_planned.kind); }

signals:
    /// Exactly once, from the event loop.
    void finished(owui::DeployOutcome outcome);
    /// In its place, of a blind update: it was refused, perhaps because the plugin is not there.
    void missed(const owui::ServerError &refusal);
    /// In its place, of a create of what was presumed missing: the server has it.
    void found(const owui::ServerError &refusal);

private:
    void begin(PlannedChange::Kind kind);
    void send();
    void onUpdated(const Answer<ServerPlugin> &answer);
    void onCreated(const Answer<ServerPlugin> &answer);
    void lookForProof(bool answerHasText);
    void acceptUpdate(const ServerPlugin &now);
    void readBackCreated(const QString &versionId);
    [[nodiscard]] bool storesToggleAgain() const;
    [[nodiscard]] bool switchesOn() const;
    void proveCreate(const LookUp &now);
    void storeToggleFlag();
    void switchOnIfWanted();
    void afterFailure(const ServerError &error);
    void explainFailure(const ServerError &error, const LookUp &now);
    void withReason(const ServerError &error, std::function<void(const FailureReason &)> done);
    void tellFailure(const FailureReason &reason, const LookUp &now);
    void failAfter(const ServerError &error, const LookUp &now, const FailureStory &story);
    void acceptInSpiteOf(const ServerError &error, const LookUp &now);
    void acceptSeen(const ServerPlugin &now);
    void askForReason(const ServerError &masked);
    void findOut(const ServerError &error);
    void onFoundOut(const ServerError &error, bool proven, const LookUp &last);
    void leaveOpen(const ServerError &error, const LookUp &last);
    void compareShares(const ServerPlugin &now);
    void fail(const ServerError &error, const QString &message, const QString &remedy);
    void succeed(DeployOutcome outcome);
    void finish(DeployOutcome outcome);

    [[nodiscard]] PluginSpace space() const;
    [[nodiscard]] bool isCancelled() const;
    [[nodiscard]] bool hasSentText(const ServerPlugin &now) const
    {
        return now.content == m_planned.prepared.storedText;
    }
    [[nodiscard]] QString stateText(const LookUp &last) const;

    PlannedChange m_planned;
    ServerJob &m_job;
    bool m_looksAgain = false; ///< what was read back contradicted the answer to the create
};

} // namespace owui
