// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/list/listcontroller.h"

#include <QMainWindow>

class QLineEdit;
class QMenu;
class QSettings;
class QSplitter;
class QStackedWidget;

namespace owui {

class CodeChecks;
class CompareController;
class ConnectionController;
class ConnectionStore;
class DeployBar;
class DiffController;
class EmptyState;
class FolderController;
class HistoryController;
class HistoryJournal;
class HistoryStore;
class ListPage;
class LocalCheck;
class LogPane;
class PlanController;
class RunController;
class SecretStore;
class SeenLabel;
class ServerOnlyController;
class SessionController;
class StatusProgress;
class SwitchController;
class WatchController;
class WatchSwitch;
class WindowActions;

/// The window: puts the parts together and connects them.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    /// All must outlive the window.
    MainWindow(QSettings &settings, ConnectionStore &connections, SecretStore &secrets, LocalCheck &localCheck,
               PluginFolder &folder, HistoryStore &history, HistoryJournal &journal, QWidget *parent = nullptr);

    /// Opens `folder`, or the last one where it is empty, and takes up the active connection.
    void start(const QString &folder = {});

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;
    // A folder is opened.
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    [[nodiscard]] ListController::Parts controllerParts();
    void makeToolBar();
    void makeStatusBar();
    void makePages();
    void connectActions();
    void connectFolder();
    void connectDeploys();
    void connectServer(HistoryStore &history, HistoryJournal &journal);
    void restoreState();
    void saveState();

    void showList();
    void showEmpty();
    void showLog();
    void practise();
    /// The title says which folder and which server.
    void tellPlace();
    void fillRecentFolders();
    void updateProgress();

    QSettings &m_settings;
    PluginFolder &m_folder;
    bool m_closing = false;

    // Children of the window, made in this order.
    WindowActions *m_actions;
    MessageArea *m_messages;
    ListPage *m_list;
    LogPane *m_log;
    FolderController *m_folders;
    CodeChecks *m_checks;
    SessionController *m_sessions;
    ConnectionController *m_connections;
    CompareController *m_compares;
    ServerOnlyController *m_serverOnly;
    DiffController *m_diffs;
    HistoryController *m_history;
    PlanController *m_plans;
    RunController *m_runs;
    SwitchController *m_switches;
    WatchController *m_watch;
    WatchSwitch *m_watchSwitch;
    EmptyState *m_empty = nullptr; // until it is shown
    DeployBar *m_deployBar;
    StatusProgress *m_progress;
    SeenLabel *m_seen;
    QLineEdit *m_search;
    QStackedWidget *m_pages;
    QSplitter *m_splitter;
    QMenu *m_recentMenu;
};

} // namespace owui
