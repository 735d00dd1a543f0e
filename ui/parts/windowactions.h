// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QAction>

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

    /// `ofRows` are commands for the selected rows that do not deploy.
    void fill(QMenuBar &bar, QMenu *recentFolders, QMenu *columns, const QList<QAction *> &ofRows) const;
    /// How many would be deployed; zero switches the command off.
    void setCounts(int changed, int selected, int shown);

    QAction *const openFolder = add(tr("&Open folder…"), "open-folder", QKeySequence::Open);
    QAction *const refreshAll = add(tr("&Refresh"), "refresh", QKeySequence::Refresh);
    QAction *const rescan = add(tr("&Read the folder again"));
    QAction *const refresh = add(tr("&Look at the server again"), "server", QKeyCombination(Qt::SHIFT, Qt::Key_F5));
    QAction *const undoChange = add(tr("&Undo change to a file"), nullptr, QKeySequence::Undo);
    QAction *const settings = add(tr("&Settings…"), nullptr, QKeySequence::Preferences);
    QAction *const quit = add(tr("&Quit"), nullptr, QKeySequence::Quit);
    QAction *const find = add(tr("&Find"), "search", QKeySequence::Find);
    QAction *const clearSearch = add(tr("&Clear search"), nullptr, Qt::Key_Escape);
    QAction *const showDetails = add(tr("&Details"));
    QAction *const showLog = add(tr("&Log"), nullptr, QKeyCombination(Qt::CTRL, Qt::Key_L));
    QAction *const deployChanged = add({}, "deploy", QKeyCombination(Qt::CTRL, Qt::Key_D));
    QAction *const deploySelected = add({});
    QAction *const deployShown = add({});
    QAction *const deployOnSave = add(tr("Deploy on &save"), nullptr, QKeyCombination(Qt::CTRL | Qt::SHIFT, Qt::Key_S));
    QAction *const saveAlsoNew = add(tr("Also new p&lugins on save"));
    QAction *const tellSaved = add(tr("Also &tell of each success"));
    QAction *const alwaysPlan = add(tr("Always show the &plan"));
    QAction *const undoDeploy =
        add(tr("&Undo last deployment…"), "history", QKeyCombination(Qt::CTRL | Qt::SHIFT, Qt::Key_Z));
    QAction *const cancelDeploy = add(tr("Ca&ncel"), "cancel");
    QAction *const addServer = add(tr("&Add server…"));
    QAction *const connections = add(tr("&Connections…"), "connections");
    QAction *const practice = add(tr("&Practice server"));
    QAction *const guide = add(tr("&Guide"), nullptr, QKeySequence::HelpContents);
    QAction *const shortcuts = add(tr("&Keys"));
    QAction *const reportProblem = add(tr("&Report a problem…"));
    QAction *const about = add(tr("&About OWUI Deployer"));

private:
    QAction *add(const QString &text, const char *icon = nullptr, const QKeySequence &key = {});
};

} // namespace owui
