// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/parts/windowactions.h"

#include "ui/parts/icons.h"

#include <QMenu>
#include <QMenuBar>

using namespace Qt::StringLiterals;

namespace owui {

WindowActions::WindowActions(QWidget *window)
    : QObject(window)
{
    refreshAll->setToolTip(tr("Read the folder again, and look at what the server has"));
    refreshAll->setEnabled(false);
    rescan->setEnabled(false);
    undoChange->setToolTip(tr("Take back the last id that was set here, the last file that was left out or taken "
                              "in, or the last version that was raised"));
    undoChange->setEnabled(false);
    refresh->setToolTip(tr("Look at what the server has, and compare it with the folder"));
    refresh->setEnabled(false);
    settings->setMenuRole(QAction::PreferencesRole);
    quit->setMenuRole(QAction::QuitRole);
    about->setMenuRole(QAction::AboutRole);
    deploySelected->setShortcuts({Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter});
    deployChanged->setToolTip(tr("Plan what deploying every changed plugin would do"));
    deployShown->setShortcuts({Qt::CTRL | Qt::SHIFT | Qt::Key_Return, Qt::CTRL | Qt::SHIFT | Qt::Key_Enter});
    for (QAction *action : {showDetails, showLog, alwaysPlan, deployOnSave, saveAlsoNew, tellSaved}) {
        action->setCheckable(true);
        action->setChecked(action == showDetails || action == showLog);
    }
    deployOnSave->setToolTip(tr("Send each plugin of this folder to this server as soon as it is saved"));
    saveAlsoNew->setToolTip(tr("Create what the server does not have when it is saved"));
    tellSaved->setToolTip(tr("While another window is in front; failures are always told"));
    alwaysPlan->setToolTip(tr("Also before a single plugin is deployed"));
    cancelDeploy->setEnabled(false);
    undoDeploy->setEnabled(false);
    // Shortcuts of commands that no menu shows need the window.
    window->addActions({openFolder, refreshAll, refresh, settings, quit, find, clearSearch, showLog, guide,
                        deployChanged, deploySelected, deployShown, deployOnSave});
    setCounts(0, 0, 0);
}

QAction *WindowActions::add(const QString &text, const char *icon, const QKeySequence &key)
{
    auto *action = new QAction(themedIcon(icon), text, this);
    action->setShortcut(key);
    return action;
}

void WindowActions::fill(QMenuBar &bar, QMenu *recentFolders, QMenu *columns, const QList<QAction *> &ofRows) const
{
    QMenu *file = bar.addMenu(tr("&File"));
    file->addAction(openFolder);
    file->addMenu(recentFolders);
    file->addAction(rescan);
    file->addAction(undoChange);
    file->addSeparator();
    file->addAction(settings);
    file->addSeparator();
    file->addAction(quit);
    QMenu *view = bar.addMenu(tr("&View"));
    view->addActions({find, clearSearch});
    view->addSeparator();
    view->addAction(refreshAll);
    view->addSeparator();
    view->addActions({showDetails, showLog});
    view->addMenu(columns);
    QMenu *deploy = bar.addMenu(tr("&Deploy"));
    deploy->addActions({deployChanged, deploySelected, deployShown});
    deploy->addSeparator();
    deploy->addActions({undoDeploy, cancelDeploy});
    deploy->addSeparator();
    deploy->addActions(ofRows);
    deploy->addSeparator();
    deploy->addActions({deployOnSave, saveAlsoNew, tellSaved});
    deploy->addSeparator();
    deploy->addAction(alwaysPlan);
    bar.addMenu(tr("&Server"))->addActions({refresh, addServer, connections, practice});
    QMenu *help = bar.addMenu(tr("&Help"));
    help->addActions({guide, shortcuts, reportProblem});
    help->addSeparator();
    help->addAction(about);
}

void WindowActions::setCounts(int changed, int selected, int shown)
{
    const auto tell = [](QAction *action, const QString &text, int count) {
        action->setText(text.arg(count));
        action->setEnabled(count > 0);
    };
    tell(deployChanged, tr("Deploy &changed (%L1)"), changed);
    tell(deploySelected, tr("&Deploy selected (%L1)"), selected);
    tell(deployShown, tr("Deploy &all shown (%L1)"), shown);
}

} // namespace owui
