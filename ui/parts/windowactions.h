// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>

class QAction;
class QMenu;
class QMenuBar;
class QWidget;

namespace owui {

/// The commands of the window with their texts, icons and keys. What they do is connected by whoever does it.
class WindowActions final : public QObject
{
    Q_OBJECT

public:
    explicit WindowActions(QWidget *window);

    void fill(QMenuBar &bar, QMenu *recentFolders) const;
    /// How many would be deployed; zero switches the command off.
    void setChangedCount(int count);
    void setSelectedCount(int count);
    void setShownCount(int count);

    [[nodiscard]] QAction *openFolder() const { return m_openFolder; }
    [[nodiscard]] QAction *rescan() const { return m_rescan; }
    [[nodiscard]] QAction *refresh() const { return m_refresh; }
    [[nodiscard]] QAction *settings() const { return m_settings; }
    [[nodiscard]] QAction *quit() const { return m_quit; }
    [[nodiscard]] QAction *find() const { return m_find; }
    [[nodiscard]] QAction *clearSearch() const { return m_clearSearch; }
    [[nodiscard]] QAction *showDetails() const { return m_showDetails; }
    [[nodiscard]] QAction *showLog() const { return m_showLog; }
    [[nodiscard]] QAction *deployChanged() const { return m_deployChanged; }
    [[nodiscard]] QAction *deploySelected() const { return m_deploySelected; }
    [[nodiscard]] QAction *deployShown() const { return m_deployShown; }
    [[nodiscard]] QAction *alwaysPlan() const { return m_alwaysPlan; }
    [[nodiscard]] QAction *undoDeploy() const { return m_undoDeploy; }
    [[nodiscard]] QAction *cancelDeploy() const { return m_cancelDeploy; }
    [[nodiscard]] QAction *connections() const { return m_connections; }
    [[nodiscard]] QAction *practice() const { return m_practice; }

private:
    QAction *m_openFolder;
    QAction *m_rescan;
    QAction *m_refresh;
    QAction *m_settings;
    QAction *m_quit;
    QAction *m_find;
    QAction *m_clearSearch;
    QAction *m_showDetails;
    QAction *m_showLog;
    QAction *m_deployChanged;
    QAction *m_deploySelected;
    QAction *m_deployShown;
    QAction *m_alwaysPlan;
    QAction *m_undoDeploy;
    QAction *m_cancelDeploy;
    QAction *m_connections;
    QAction *m_practice;
};

} // namespace owui
