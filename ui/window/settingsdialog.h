// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/window/appearance.h"

#include "history/historylimits.h"

#include <QDialog>

#include <optional>

class QCheckBox;
class QComboBox;
class QSpinBox;

namespace owui {

/// What the user wants of the program as a whole. Who shows it stores what was chosen.
class SettingsDialog final : public QDialog
{
    Q_OBJECT

public:
    struct Values
    {
        bool alwaysShowPlan = false;
        HistoryLimits limits;
        QString editorCommand; ///< see editorArguments(); empty: as the desktop does
        Appearance appearance;
        std::optional<bool> raisesVersions; ///< of the open folder; none: no folder is open
    };

    explicit SettingsDialog(const Values &values, QWidget *parent = nullptr);

    [[nodiscard]] Values values() const;

private:
    [[nodiscard]] QWidget *makeAppearance();
    [[nodiscard]] QWidget *makeDeploying();
    [[nodiscard]] QWidget *makeHistory();
    [[nodiscard]] QWidget *makeEditor();
    void showValues(const Values &values);

    QComboBox *m_theme;
    QComboBox *m_language;
    QComboBox *m_editor;
    QCheckBox *m_always;
    QCheckBox *m_raise;
    QSpinBox *m_megabytes;
    QSpinBox *m_days;
};

} // namespace owui
