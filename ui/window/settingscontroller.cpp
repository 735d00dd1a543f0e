// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/window/settingscontroller.h"

#include "ui/window/settingsdialog.h"

#include "history/historystore.h"
#include "plugins/pluginfolder.h"

#include <QAction>
#include <QApplication>
#include <QSettings>
#include <QStyle>
#include <QWidget>

#include <optional>
#include <utility>

namespace owui {

SettingsController::SettingsController(QSettings &settings, PluginFolder &folder, HistoryStore &history,
                                       QAction &alwaysPlan, QWidget *window)
    : QObject(window)
    , m_settings(settings)
    , m_folder(folder)
    , m_history(history)
    , m_alwaysPlan(alwaysPlan)
    , m_window(window)
    , m_systemStyle(QApplication::style()->name())
{
    show(Appearance::from(settings).theme);
}

void SettingsController::showDialog()
{
    auto *dialog = new SettingsDialog(
        {.alwaysShowPlan = m_alwaysPlan.isChecked(),
         .limits = HistoryLimits::from(m_settings),
         .editorCommand = editorCommand(),
         .appearance = Appearance::from(m_settings),
         .raisesVersions = m_folder.root().isEmpty() ? std::nullopt : std::optional(m_folder.raisesVersions())},
        m_window);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        const SettingsDialog::Values values = dialog->values();
        m_alwaysPlan.setChecked(values.alwaysShowPlan);
        values.limits.saveTo(m_settings);
        m_history.setLimits(values.limits);
        if (values.raisesVersions && *values.raisesVersions != m_folder.raisesVersions()) {
            m_folder.setRaisesVersions(*values.raisesVersions);
        }
        m_settings.setValue("window/editor", values.editorCommand);
        emit editorCommandChanged(values.editorCommand);
        values.appearance.saveTo(m_settings);
        show(values.appearance.theme);
    });
    dialog->open();
}

QString SettingsController::editorCommand() const
{
    return m_settings.value("window/editor").toString();
}

void SettingsController::show(Theme theme)
{
    if (std::exchange(m_shown, theme) != theme) {
        showTheme(theme, m_systemStyle);
    }
}

} // namespace owui
