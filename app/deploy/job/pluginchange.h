// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "deploy/job/deployenvironment.h"
#include "deploy/job/deployresult.h"
#include "deploy/job/logentry.h"
#include "deploy/job/payload.h"
#include "deploy/job/preparedplugin.h"
#include "deploy/journal/changerecord.h"
#include "plugins/localcheck.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>

#include <optional>

namespace owui {

class CreateFollowUp;
class OutcomeSearch;
class ReasonRequest;

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
    bool blind = false; ///< nobody could look: a refused update may mean that it is missing, and a create follows
    Consents consents;
    DeployResult result; ///< to be completed
};

/// Sends one change and does not rest until it is clear what came of it: reads back, says if the server switched the
/// function off, asks for a masked reason, or looks on after an outcome that nobody knows. Each POST goes out once.
/// `finished` comes exactly once, from the event loop. Lives in the main thread.
class PluginChange final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PluginChange)

public:
    /// `environment` must outlive it.
    PluginChange(const PlannedChange &planned, const DeployEnvironment &environment, QObject *parent);
    ~PluginChange() override;

    void start();
    /// Before the POST nothing was changed and nothing will be. After it the server may still finish: one more look
    /// tells.
    void cancel();

signals:
    void stageChanged(owui::DeployStage stage);
    void noted(owui::LogLevel level, const QString &text);
    /// What an answer or a look said that the server has now.
    void seen(owui::PluginSpace space, const QString &id, const owui::Sighting &now);
    /// After the POST the server does not answer any more; the change looks on.
    void serverLost(const owui::ServerError &error);
    void finished(const owui::DeployResult &result);

private:
    void enter(DeployStage stage);
    void begin(PlannedChange::Kind kind);
    void onRecorded(const QString &problem);
    void send();
    void onUpdated(const Answer<ServerPlugin> &answer);
    void onCreated(const Answer<ServerPlugin> &answer);
    void proveUpdate(const ServerPlugin &now);
    void followUpCreate(bool readBack);
    void afterFailure(const ServerError &error);
    void explainFailure(const ServerError &error, const LookUp &now);
    void askForReason(const ServerError &masked);
    void findOut(const ServerError &error, const FindOutLimits &limits);
    void onFoundOut(const ServerError &error, bool proven, const LookUp &last);
    void adopt(const ServerPlugin &now);
    void compareShares(const ServerPlugin &now);
    void note(LogLevel level, const QString &text);
    void fail(const ServerError &error, const QString &message, const QString &remedy);
    void succeed(DeployOutcome outcome);
    void finish(DeployOutcome outcome);

    [[nodiscard]] PluginSpace space() const { return spaceOf(m_result.kind); }
    [[nodiscard]] const Connection &connection() const { return m_environment.server.connection(); }

    PlannedChange m_planned;
    const DeployEnvironment &m_environment;
    DeployResult m_result;
    ChangeRecord m_record;
    std::optional<ServerPlugin> m_now; ///< as last seen after the POST
    DeployStage m_stage = DeployStage::Updating;
    ServerError m_blindUpdateError; ///< of an update without a look-up, before the create that follows it
    bool m_sent = false;            ///< a POST went out; from then on a cancel needs a look
    bool m_cancelled = false;
    bool m_ended = false;
    OpenWebUi::Request m_running;
    OutcomeSearch *m_search = nullptr;    ///< a child, while it runs
    CreateFollowUp *m_followUp = nullptr; ///< a child, once it was created
    QPointer<ReasonRequest> m_asking;     ///< a child, while it runs
};

} // namespace owui
