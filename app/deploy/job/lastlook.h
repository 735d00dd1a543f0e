// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "compare/plan/plan.h"
#include "deploy/job/deployenvironment.h"
#include "deploy/job/deployrequest.h"
#include "deploy/job/deployresult.h"
#include "deploy/job/preparedplugin.h"
#include "history/historyentry.h"

#include <QObject>
#include <QStringList>

#include <atomic>
#include <memory>
#include <optional>

namespace owui {

/// Looks at the server and at the code once more just before a plugin is sent, gathers whatever the judge must know
/// about it, and asks the judge (planRow). Every deployment goes through it, planned or not, so that no way leads
/// around. A look that was made a moment ago is not made again. Ends with `judged`, from the event loop; lives in the
/// main thread.
class LastLook final : public QObject
{
    Q_OBJECT

public:
    /// `environment` must outlive it.
    LastLook(const DeployRequest &request, const PreparedPlugin &prepared, const DeployEnvironment &environment,
             QObject *parent);
    ~LastLook() override;

    void start();
    /// For an id that a blind update did not find: searches and judges once more, for a create.
    void judgeAsMissing();

    // Once it is judged:
    [[nodiscard]] const LookUp &lookUp() const { return *m_lookUp; }
    [[nodiscard]] const LocalCheckResult &localCheck() const { return *m_input.localCheck; }
    /// Why the server could not be searched for other copies.
    [[nodiscard]] const ServerError &searchError() const { return m_searchError; }

signals:
    void stageChanged(owui::DeployStage stage);
    void seen(const owui::Sighting &now);
    void judged(const owui::PlanRow &row);

private:
    void askServer();
    [[nodiscard]] bool stillHolds(const RecentLook &look) const;
    void judgeBlindness(const LookUp &lookUp);
    void onLooked(const LookUp &lookUp);
    void onBothKnown();
    void compareTexts(KnownTexts known);
    void askForOrigin();
    void askForValves();
    void askForTwin();
    void searchTwin(const SentIds &sent);
    void askWhoChanged();
    void judge();

    [[nodiscard]] const Connection &connection() const { return m_environment.server.connection(); }

    DeployRequest m_request;
    PreparedPlugin m_prepared;
    const DeployEnvironment &m_environment;
    std::optional<LookUp> m_lookUp;
    PlanInput m_input;
    ServerError m_searchError;
    std::shared_ptr<std::atomic_bool> m_stop; ///< of the walk through the folder's history
};

} // namespace owui
