// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "deploy/back/gobackgoal.h"
#include "deploy/back/gobackrequest.h"
#include "deploy/job/functionswitch.h"
#include "deploy/job/serverjob.h"

#include <functional>
#include <optional>

namespace owui {

/// Takes one plugin on a server back: text, name and description, then on and global, and reads everything back. Since
/// 0.12 by the server's own version, where it has the very same; else the stored text is sent. One entry of the history
/// covers all of it, so that going back can be undone.
class GoBack final : public ServerJob
{
    Q_OBJECT

public:
    /// `environment`, with its journal, must outlive it.
    GoBack(const GoBackRequest &request, const DeployEnvironment &environment, QObject *parent = nullptr);

protected:
    void run() override;

private:
    void findGoal();
    void lookUp();
    void decide(const std::optional<ServerPlugin> &present);
    [[nodiscard]] bool isStoppedByServer(bool isReplaced);
    void decideAboutCreated();
    void restore();
    void askForVersion();
    void sendTexts(const QString &versionId);
    void send(const PreparedPlugin &prepared, const QString &versionId);
    void onSent(DeployOutcome outcome);
    void readBack(const std::function<void(const LookUp &)> &done);
    void restoreFlags();
    void restoreFlag(bool wanted, FunctionFlag flag);
    void judge(const LookUp &lookUp);
    void switchOff();

    GoBackRequest m_request;
    std::optional<GoBackGoal> m_goal;      ///< none: it shall not be there
    std::optional<ServerPlugin> m_present; ///< what the server had first
    QStringList m_losses;
    bool m_setActive = false; ///< done once each, whatever came of it
    bool m_setGlobal = false;
};

} // namespace owui
