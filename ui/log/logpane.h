// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "result.h"

#include "ui/log/logfilter.h"
#include "ui/log/logmodel.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QSettings;

namespace owui {

class LogView;

/// The log with its filters and buttons.
class LogPane final : public QWidget
{
    Q_OBJECT

public:
    /// `settings` must outlive the pane.
    explicit LogPane(QSettings &settings, QWidget *parent = nullptr);

    [[nodiscard]] LogModel &model() { return m_model; }
    [[nodiscard]] LogView &view() { return *m_view; }
    void setSelectedPaths(const QStringList &paths);

signals:
    void problemFound(const owui::Problem &problem);

private:
    QWidget *makeBar();
    void restoreOptions();
    void applyOptions();
    void saveOptions();
    void showMenu(const QPoint &position);
    void chooseFile();
    void save(const QString &fileName);

    QSettings &m_settings;
    LogModel m_model;
    LogFilter m_filter;
    LogView *m_view = nullptr;
    QComboBox *m_level = nullptr;
    QCheckBox *m_selectedOnly = nullptr;
    QCheckBox *m_details = nullptr;
    QStringList m_selectedPaths;
};

} // namespace owui
