// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/pluginfilter.h"
#include "ui/pluginmodel.h"

#include <QMainWindow>
#include <QTimer>

class QLineEdit;
class QMenu;
class QSettings;
class QSplitter;
class QStackedWidget;

namespace owui {

class ConnectionMenu;
class ConnectionStore;
class DeployController;
class DetailsPane;
class EmptyState;
class FilterBar;
class FolderController;
class LocalCheck;
class LogPane;
class MessageArea;
class PluginActions;
class PluginFolder;
class PluginView;
class SecretStore;
class ServerSession;
class SessionController;
class StatusProgress;
class WindowActions;

/// The window: puts the parts together and connects them.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MainWindow)

public:
    /// All must outlive the window.
    MainWindow(QSettings &settings, ConnectionStore &connections, SecretStore &secrets, LocalCheck &localCheck,
               PluginFolder &folder, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Opens `folder`, or the last one where it is empty, and takes up the active connection.
    void start(const QString &folder = {});

protected:
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void makeToolBar();
    QWidget *makeListPage();
    void makeStatusBar();
    void connectActions();
    void connectFolder();
    void connectList();
    void connectSession();
    void restoreState();
    void saveState();

    void showList();
    void showConnections();
    void practise();
    void takeSession(ServerSession *session);
    void showTitle();
    void fillRecentFolders();
    void takeRowChange(const QModelIndex &first, const QModelIndex &last, const QList<int> &roles);
    void updateTarget();
    void updateCounts();
    void updateProgress();
    void showRowMenu(const QPoint &globalPosition);
    void askBeforeClosing();

    QSettings &m_settings;
    ConnectionStore &m_connections;
    SecretStore &m_secrets;
    PluginFolder &m_folder;
    PluginModel m_model;
    PluginFilter m_filter;
    QTimer m_targetTimer; // many changes of a selection or of rows are shown once
    bool m_closing = false;

    // Children of the window, made in this order.
    WindowActions *m_actions;
    MessageArea *m_messages;
    PluginActions *m_pluginActions;
    FolderController *m_folders;
    SessionController *m_sessions;
    DeployController *m_deploys;
    PluginView *m_view;
    DetailsPane *m_details;
    LogPane *m_log;
    FilterBar *m_filterBar;
    EmptyState *m_empty;
    ConnectionMenu *m_connectionMenu;
    StatusProgress *m_progress;
    QLineEdit *m_search;
    QStackedWidget *m_pages;
    QSplitter *m_listSplitter;
    QSplitter *m_logSplitter;
    QMenu *m_recentMenu;
};

} // namespace owui
