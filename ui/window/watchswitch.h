// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>

class QLabel;
class QStatusBar;
class QToolBar;
class QWidget;

namespace owui {

class SessionController;
class WatchController;
class WindowActions;

/// The switch of “Deploy on save” in the tool bar, with what belongs to it, and its words in the status bar. While a
/// production server is watched both have its colour.
class WatchSwitch final : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it.
    WatchSwitch(WindowActions &actions, WatchController &watch, const SessionController &sessions, QWidget *window);

    void addTo(QToolBar &bar);
    void addTo(QStatusBar &bar);

private:
    void showIcon();
    void showOn(bool on);

    WindowActions &m_actions;
    const SessionController &m_sessions;
    QWidget *m_button = nullptr;
    QLabel *m_state;
};

} // namespace owui
