// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "result.h"

#include <QObject>
#include <QStringList>
#include <QThreadPool>

class QSettings;
class QWidget;

namespace owui {

class PluginFilter;
class PluginFolder;
class PluginModel;

/// Opens folders and brings what they hold into the list.
class FolderController final : public QObject
{
    Q_OBJECT

public:
    /// `window` is the parent of the folder dialog. All must outlive the controller.
    FolderController(PluginFolder &folder, PluginModel &model, PluginFilter &filter, QSettings &settings,
                     QWidget *window);

    void open(const QString &path);
    void chooseFolder();
    /// The one that was open when the program ended; empty where there is none.
    [[nodiscard]] QString lastFolder() const { return m_recent.value(0); }
    [[nodiscard]] const QStringList &recentFolders() const { return m_recent; }

signals:
    void openStarted();
    void recentFoldersChanged();

private:
    void remember(const QString &root);

    PluginFolder &m_folder;
    PluginModel &m_model;
    PluginFilter &m_filter;
    QSettings &m_settings;
    QStringList m_recent;
    QWidget *m_window;
    QThreadPool m_writer;
};

} // namespace owui
