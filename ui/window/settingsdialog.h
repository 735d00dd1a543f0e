// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "history/historylimits.h"

#include <QDialog>

class QCheckBox;
class QSpinBox;

namespace owui {

/// What the user wants of the program as a whole. Who shows it stores what was chosen.
class SettingsDialog final : public QDialog
{
    Q_OBJECT

public:
    SettingsDialog(bool alwaysShowPlan, const HistoryLimits &limits, QWidget *parent = nullptr);

    [[nodiscard]] bool alwaysShowPlan() const;
    [[nodiscard]] HistoryLimits limits() const;

private:
    void showValues(bool alwaysShowPlan, const HistoryLimits &limits);

    QCheckBox *m_always;
    QSpinBox *m_megabytes;
    QSpinBox *m_days;
};

} // namespace owui
