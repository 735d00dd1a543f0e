// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/window/appearance.h"

#include <QObject>

class QAction;
class QSettings;
class QWidget;

namespace owui {

class HistoryStore;
class PluginFolder;

/// Keeps what a person wants of the program as a whole, and sees to it that it is so at once.
class SettingsController final : public QObject
{
    Q_OBJECT

public:
    /// `alwaysPlan` is the command that is ticked or not. `window` is the parent of the dialog. All must outlive it.
    SettingsController(QSettings &settings, PluginFolder &folder, HistoryStore &history, QAction &alwaysPlan,
                       QWidget *window);

    void showDialog();
    /// See editorArguments(); empty: as the desktop does.
    [[nodiscard]] QString editorCommand() const;

signals:
    void editorCommandChanged(const QString &command);

private:
    void show(Theme theme);

    QSettings &m_settings;
    PluginFolder &m_folder;
    HistoryStore &m_history;
    QAction &m_alwaysPlan;
    QWidget *m_window;
    QString m_systemStyle;
    Theme m_shown = Theme::System;
};

} // namespace owui
