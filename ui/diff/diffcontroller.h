// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>

class QWidget;

namespace owui {

class DiffDialog;
class DiffView;
class PluginFolder;
class PluginModel;
struct PluginRow;

/// Shows in the view what differs between a row's file below `root` and what the server has. Where it is not there,
/// nothing.
void showDifference(DiffView &view, const QString &root, const PluginRow &row);

/// Shows what differs between a file and what the server has under its id.
class DiffController final : public QObject
{
    Q_OBJECT

public:
    /// `window` is the parent of the dialogs. All must outlive the controller.
    DiffController(PluginFolder &folder, PluginModel &model, QWidget *window);

    void show(const QString &path);
    /// Without a way on, for who is being asked already whether to deploy.
    void showOnly(const QString &path);

signals:
    void deployRequested(const QString &path);

private:
    DiffDialog *openDialog(const QString &path);

    PluginFolder &m_folder;
    PluginModel &m_model;
    QWidget *m_window;
};

} // namespace owui
