// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "compare/comparison.h"
#include "deploy/job/deployenvironment.h"
#include "deploy/job/deployrequest.h"
#include "deploy/job/preparedplugin.h"

#include <QObject>

namespace owui {

/// Why a plugin is not sent.
struct Obstacle
{
    std::optional<Consent> consent; ///< what would lift it; none: nothing does
    QString message;
    QString remedy;
};

/// Looks for whatever stands against replacing what the server has: a change since the plan, another kind, a newer
/// version, an edit made there, stored settings that would no longer fit. It is asked for every update, planned or not,
/// so that no way leads around it. Ends with one of its two signals, from the event loop; lives in the main thread.
class ServerCheck final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ServerCheck)

public:
    /// `seen` is what the look-up said just now. `environment` must outlive it.
    ServerCheck(const DeployRequest &request, const PreparedPlugin &prepared, const Sighting &seen,
                const DeployEnvironment &environment, QObject *parent);

    void start();
    /// Once it passed: somebody agreed to settings that may not fit, or nobody could tell.
    [[nodiscard]] bool settingsAreInDoubt() const { return m_settingsAreInDoubt; }

signals:
    /// `unchanged`: the server already has exactly this.
    void passed(bool unchanged);
    void stopped(const owui::Obstacle &obstacle);

private:
    void checkPlan();
    void askWhoChanged();
    void stopForPlan(const QString &author, const QDateTime &when);
    void checkAgainstPresent();
    void askForSentTexts();
    void compareTexts(const QSet<QByteArray> &sentBefore);
    void onCompared(const Comparison &comparison);
    void askForValves(const ValveChanges &changes);
    [[nodiscard]] bool needs(Consent consent) const { return !m_request.consents.contains(consent); }
    void stop(std::optional<Consent> consent, const QString &message, const QString &remedy);
    void pass(bool unchanged);

    [[nodiscard]] const Connection &connection() const { return m_environment.server.connection(); }

    DeployRequest m_request;
    PreparedPlugin m_prepared;
    Sighting m_seen;
    const DeployEnvironment &m_environment;
    bool m_settingsAreInDoubt = false;
};

} // namespace owui
