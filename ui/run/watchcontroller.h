// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/list/listcontroller.h"

#include "watch/deployonsave.h"

#include <QStringList>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

class QSettings;

namespace owui {

class RunController;

/// Sends what is saved in the open folder to the present server while its switch is on. The switch is off at every
/// start, and with every other folder or server.
class WatchController final : public ListController
{
    Q_OBJECT

public:
    /// `runs` and `settings` must outlive the controller.
    WatchController(const Parts &parts, RunController &runs, QSettings &settings);
    ~WatchController() override;

    /// A production server is asked about first. `onChanged` says what came of it.
    void setOn(bool on);
    [[nodiscard]] bool isOn() const { return m_saves != nullptr; }
    /// Also what the server does not have; until the program ends.
    void setAlsoNew(bool alsoNew);
    /// The program writes these bytes into a file, absolute, which is no save; none: it did not.
    void expect(const QString &file, const std::optional<QByteArray> &bytes);
    /// Of what went well too; kept in the settings.
    void setTellsSuccess(bool tells);
    [[nodiscard]] bool tellsSuccess() const;
    /// What the desktop is told while another window is in front.
    void setNotice(std::function<void(const QString &title, const QString &text)> notice)
    {
        m_notice = std::move(notice);
    }

signals:
    void onChanged(bool on);
    /// What is watched, and how the last save ended; empty while nothing is watched.
    void stateChanged(const QString &text);
    /// Many files changed at once.
    void planRequested(const QStringList &paths);

private:
    void leaveSession() override;
    [[nodiscard]] bool mayWatch();
    void begin();
    void stop();
    void connectSaves();
    void follow();
    void takeResult(const DeployResult &result, std::chrono::milliseconds elapsed);
    [[nodiscard]] bool isInFront() const;
    void takeStorm(const QStringList &paths);
    void showStorm();
    void tellState();

    RunController &m_runs;
    QSettings &m_settings;
    std::function<void(const QString &title, const QString &text)> m_notice;
    std::unique_ptr<DeployOnSave> m_saves; ///< while the switch is on
    QString m_root;                        ///< of the folder that is watched
    QString m_last;                        ///< how the last save ended
    QStringList m_storm;                   ///< to be planned once somebody looks
    bool m_isKnown = false;                ///< what the files held when it was switched on
    bool m_alsoNew = false;
};

} // namespace owui
