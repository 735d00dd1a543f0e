// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/parts/windowactions.h"

#include "ui/parts/icons.h"

#include <QAction>
#include <QMenu>
#include <QMenuBar>

using namespace Qt::StringLiterals;

namespace owui {

WindowActions::WindowActions(QWidget *window)
    : QObject(window)
    , m_openFolder(new QAction(themedIcon(u"open-folder"_s), tr("&Open folder…"), this))
    , m_rescan(new QAction(themedIcon(u"refresh"_s), tr("&Rescan"), this))
    , m_refresh(new QAction(themedIcon(u"server"_s), tr("Re&fresh"), this))
    , m_settings(new QAction(tr("&Settings…"), this))
    , m_quit(new QAction(tr("&Quit"), this))
    , m_find(new QAction(themedIcon(u"search"_s), tr("&Find"), this))
    , m_clearSearch(new QAction(tr("&Clear search"), this))
    , m_showDetails(new QAction(tr("&Details"), this))
    , m_showLog(new QAction(tr("&Log"), this))
    , m_deployChanged(new QAction(themedIcon(u"deploy"_s), QString(), this))
    , m_deploySelected(new QAction(this))
    , m_deployShown(new QAction(this))
    , m_alwaysPlan(new QAction(tr("Always show the &plan"), this))
    , m_undoDeploy(new QAction(themedIcon(u"history"_s), tr("&Undo last deployment…"), this))
    , m_cancelDeploy(new QAction(themedIcon(u"cancel"_s), tr("&Cancel"), this))
    , m_connections(new QAction(themedIcon(u"connections"_s), tr("&Connections…"), this))
    , m_practice(new QAction(tr("&Practice server"), this))
{
    m_openFolder->setShortcut(QKeySequence::Open);
    m_rescan->setShortcut(QKeySequence::Refresh);
    m_rescan->setEnabled(false);
    m_refresh->setToolTip(tr("Look at what the server has, and compare it with the folder"));
    m_refresh->setShortcut(Qt::SHIFT | Qt::Key_F5);
    m_refresh->setEnabled(false);
    m_settings->setShortcut(QKeySequence::Preferences);
    m_settings->setMenuRole(QAction::PreferencesRole);
    m_quit->setShortcut(QKeySequence::Quit);
    m_quit->setMenuRole(QAction::QuitRole);
    m_find->setShortcut(QKeySequence::Find);
    m_clearSearch->setShortcut(Qt::Key_Escape);
    m_showDetails->setCheckable(true);
    m_showDetails->setChecked(true);
    m_showLog->setCheckable(true);
    m_showLog->setChecked(true);
    m_showLog->setShortcut(Qt::CTRL | Qt::Key_L);
    m_deploySelected->setShortcuts({Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter});
    m_deployChanged->setShortcut(Qt::CTRL | Qt::Key_D);
    m_deployChanged->setToolTip(tr("Plan what deploying every changed plugin would do"));
    m_deployShown->setShortcuts({Qt::CTRL | Qt::SHIFT | Qt::Key_Return, Qt::CTRL | Qt::SHIFT | Qt::Key_Enter});
    m_alwaysPlan->setCheckable(true);
    m_alwaysPlan->setToolTip(tr("Also before a single plugin is deployed"));
    m_cancelDeploy->setEnabled(false);
    // Shortcuts of commands that no menu shows need the window.
    window->addActions({m_openFolder, m_rescan, m_refresh, m_settings, m_quit, m_find, m_clearSearch, m_showLog,
                        m_deployChanged, m_deploySelected, m_deployShown});
    setChangedCount(0);
    setSelectedCount(0);
    setShownCount(0);
}

void WindowActions::fill(QMenuBar &bar, QMenu *recentFolders) const
{
    QMenu *file = bar.addMenu(tr("&File"));
    file->addAction(m_openFolder);
    file->addMenu(recentFolders);
    file->addAction(m_rescan);
    file->addSeparator();
    file->addAction(m_settings);
    file->addSeparator();
    file->addAction(m_quit);
    QMenu *view = bar.addMenu(tr("&View"));
    view->addActions({m_find, m_clearSearch});
    view->addSeparator();
    view->addActions({m_showDetails, m_showLog});
    QMenu *deploy = bar.addMenu(tr("&Deploy"));
    deploy->addActions({m_deployChanged, m_deploySelected, m_deployShown});
    deploy->addSeparator();
    deploy->addActions({m_undoDeploy, m_cancelDeploy});
    deploy->addSeparator();
    deploy->addAction(m_alwaysPlan);
    bar.addMenu(tr("&Server"))->addActions({m_refresh, m_connections, m_practice});
}

void WindowActions::setChangedCount(int count)
{
    m_deployChanged->setText(tr("Deploy &changed (%L1)").arg(count));
    m_deployChanged->setEnabled(count > 0);
}

void WindowActions::setSelectedCount(int count)
{
    m_deploySelected->setText(tr("&Deploy selected (%L1)").arg(count));
    m_deploySelected->setEnabled(count > 0);
}

void WindowActions::setShownCount(int count)
{
    m_deployShown->setText(tr("Deploy &all shown (%L1)").arg(count));
    m_deployShown->setEnabled(count > 0);
}

} // namespace owui
