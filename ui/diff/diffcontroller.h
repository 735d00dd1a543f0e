// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>

class QWidget;

namespace owui {

class PluginFolder;
class PluginModel;

/// Shows what differs between a file and what the server has under its id.
class DiffController final : public QObject
{
    Q_OBJECT

public:
    /// `window` is the parent of the dialogs. All must outlive the controller.
    DiffController(PluginFolder &folder, PluginModel &model, QWidget *window);

    void show(const QString &path);

private:
    PluginFolder &m_folder;
    PluginModel &m_model;
    QWidget *m_window;
};

} // namespace owui
