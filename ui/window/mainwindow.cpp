// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/window/mainwindow.h"

#include "ui/connections/connectioncontroller.h"
#include "ui/connections/connectionmenu.h"
#include "ui/connections/sessioncontroller.h"
#include "ui/diff/diffcontroller.h"
#include "ui/list/codechecks.h"
#include "ui/list/foldercontroller.h"
#include "ui/list/listpage.h"
#include "ui/list/pluginactions.h"
#include "ui/list/pluginview.h"
#include "ui/log/logpane.h"
#include "ui/parts/icons.h"
#include "ui/parts/messagearea.h"
#include "ui/parts/named.h"
#include "ui/parts/plaintext.h"
#include "ui/parts/question.h"
#include "ui/parts/secondarytext.h"
#include "ui/parts/sizes.h"
#include "ui/parts/windowactions.h"
#include "ui/run/historycontroller.h"
#include "ui/run/plancontroller.h"
#include "ui/run/runcontroller.h"
#include "ui/run/switchcontroller.h"
#include "ui/run/watchcontroller.h"
#include "ui/server/comparecontroller.h"
#include "ui/server/seenlabel.h"
#include "ui/server/serveronlycontroller.h"
#include "ui/window/deploybar.h"
#include "ui/window/emptystate.h"
#include "ui/window/foldermessages.h"
#include "ui/window/helpcontroller.h"
#include "ui/window/lowerpane.h"
#include "ui/window/samples.h"
#include "ui/window/settingscontroller.h"
#include "ui/window/statusprogress.h"
#include "ui/window/watchswitch.h"

#include "deploy/journal/historyjournal.h"
#include "history/historystore.h"
#include "plugins/pluginfolder.h"

#include <QBoxLayout>
#include <QCloseEvent>
#include <QDir>
#include <QDropEvent>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QStatusBar>
#include <QToolBar>
#include <QUrl>

#include <initializer_list>

using namespace Qt::StringLiterals;

namespace owui {
namespace {

/// Empty where it is not one folder that is dropped.
QString droppedFolder(const QDropEvent &event)
{
    const QList<QUrl> urls = event.mimeData()->urls();
    return urls.size() == 1 ? urls.first().toLocalFile() : QString();
}

} // namespace

MainWindow::MainWindow(QSettings &settings, ConnectionStore &connections, SecretStore &secrets, LocalCheck &localCheck,
                       PluginFolder &folder, HistoryStore &history, HistoryJournal &journal, QWidget *parent)
    : QMainWindow(parent)
    , m_settings(settings)
    , m_folder(folder)
    , m_actions(new WindowActions(this))
    , m_messages(new MessageArea(this))
    , m_list(new ListPage(folder, *m_actions, this))
    , m_log(new LogPane(settings, this))
    , m_folders(new FolderController(folder, m_list->model(), m_list->filter(), settings, this))
    , m_checks(new CodeChecks(folder, m_list->model(), localCheck, this))
    , m_sessions(new SessionController(connections, secrets, localCheck, journal, this))
    , m_connections(new ConnectionController(connections, secrets, *m_sessions, *m_messages, this))
    , m_compares(new CompareController(controllerParts()))
    , m_serverOnly(new ServerOnlyController(controllerParts(), history))
    , m_diffs(new DiffController(folder, m_list->model(), this))
    , m_history(new HistoryController(controllerParts(), history))
    , m_plans(new PlanController(controllerParts(), settings))
    , m_runs(new RunController(controllerParts(), settings))
    , m_switches(new SwitchController(controllerParts(), *m_list, *m_runs))
    , m_watch(new WatchController(controllerParts(), *m_runs, settings))
    , m_watchSwitch(new WatchSwitch(*m_actions, *m_watch, *m_sessions, this))
    , m_deployBar(new DeployBar({m_actions->deployChanged, m_actions->deploySelected, m_actions->deployShown},
                                &m_list->view(), this))
    , m_progress(new StatusProgress(this))
    , m_seen(new SeenLabel(this))
    , m_search(named(u"search"_s, new QLineEdit(this)))
    , m_pages(new QStackedWidget(this))
    , m_splitter(new QSplitter(Qt::Vertical, this))
    , m_recentMenu(new QMenu(tr("R&ecent folders"), this))
{
    makeHintsReadable();
    const PluginActions &ofRows = m_list->rowActions();
    m_actions->fill(*menuBar(), m_recentMenu, m_list->view().makeColumnMenu(),
                    {ofRows.switchOn, ofRows.switchOff, ofRows.toggle});
    makeToolBar();
    makePages();
    makeStatusBar();
    connectActions();
    connectFolder();
    connectDeploys();
    connectServer(history, journal);
    fillRecentFolders();
    restoreState();
}

ListController::Parts MainWindow::controllerParts()
{
    return {.folder = m_folder, .model = m_list->model(), .messages = *m_messages, .window = this};
}

void MainWindow::start(const QString &folder)
{
    m_sessions->useActiveConnection();
    const QString wanted = folder.isEmpty() ? m_folders->lastFolder() : folder;
    if (wanted.isEmpty()) {
        showEmpty();
    } else {
        m_folders->open(wanted);
    }
}

void MainWindow::makeToolBar()
{
    QToolBar *bar = addToolBar(tr("Tools"));
    bar->setObjectName(u"tools"_s);
    bar->setMovable(false);
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->addAction(m_actions->openFolder);
    bar->addAction(m_actions->refreshAll);
    bar->addSeparator();
    bar->addWidget(m_connections->menu());
    bar->addWidget(m_seen);
    auto *gap = new QWidget(bar);
    gap->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(gap);
    m_search->setPlaceholderText(tr("Search title, id, path, author"));
    m_search->setAccessibleName(tr("Search"));
    m_search->setMaximumWidth(lettersWide(fontMetrics(), 45));
    m_search->addAction(themedIcon(u"search"_s), QLineEdit::LeadingPosition);
    // Qt's own button looks through the themes of the desktop for its icon, which is a sixth of the time that the
    // window takes to start.
    QAction *clearText = m_search->addAction(themedIcon(u"cancel"_s), QLineEdit::TrailingPosition);
    clearText->setToolTip(tr("Clear the search"));
    clearText->setVisible(false);
    connect(clearText, &QAction::triggered, m_search, &QLineEdit::clear);
    connect(m_search, &QLineEdit::textChanged, clearText,
            [clearText](const QString &text) { clearText->setVisible(!text.isEmpty()); });
    bar->addWidget(m_search);
    // Last, so that a narrow window folds it away before the search; the menu has it as well.
    m_watchSwitch->addTo(*bar);
}

void MainWindow::makePages()
{
    m_pages->addWidget(m_list);
    m_splitter->addWidget(m_pages);
    m_splitter->addWidget(new LowerPane(m_list, m_messages, m_log));
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setChildrenCollapsible(false);
    auto *central = new QWidget(this);
    auto *layout = new QVBoxLayout(central);
    layout->addWidget(m_splitter);
    setCentralWidget(central);
    connect(m_pages, &QStackedWidget::currentChanged, this, &MainWindow::showLog);
}

void MainWindow::makeStatusBar()
{
    statusBar()->addWidget(m_deployBar);
    m_watchSwitch->addTo(*statusBar());
    statusBar()->addPermanentWidget(m_progress);
}

void MainWindow::connectActions()
{
    connect(m_actions->openFolder, &QAction::triggered, m_folders, &FolderController::chooseFolder);
    connect(m_actions->rescan, &QAction::triggered, &m_folder, &PluginFolder::rescan);
    connect(m_actions->refreshAll, &QAction::triggered, &m_folder, &PluginFolder::rescan);
    connect(m_actions->refreshAll, &QAction::triggered, m_compares, &CompareController::refresh);
    connect(m_actions->quit, &QAction::triggered, this, &MainWindow::close);
    connect(m_actions->showLog, &QAction::toggled, this, &MainWindow::showLog);
    const auto release = [this] { return m_sessions->session() ? m_sessions->session()->release().text() : QString(); };
    new HelpController(*m_actions, m_log->model(), release, this);
    connect(m_actions->connections, &QAction::triggered, m_connections, &ConnectionController::showConnections);
    connect(m_actions->addServer, &QAction::triggered, m_connections, &ConnectionController::addServer);
    connect(m_connections, &ConnectionController::practiceRequested, this, &MainWindow::practise);
    connect(m_actions->practice, &QAction::triggered, this, &MainWindow::practise);
    m_list->takeSearch(*m_search);
}

void MainWindow::connectFolder()
{
    setAcceptDrops(true);
    connect(m_folders, &FolderController::openStarted, this, &MainWindow::showList);
    connect(m_folders, &FolderController::openStarted, m_list, &ListPage::beginFolder);
    connect(m_folders, &FolderController::openStarted, m_plans, &PlanController::cancel);
    connect(m_folders, &FolderController::recentFoldersChanged, this, &MainWindow::fillRecentFolders);
    new FolderMessages(m_folder, *m_messages, m_log->model(), this);
    connect(&m_folder, &PluginFolder::openFailed, this, [this] {
        showEmpty();
        tellPlace();
        updateProgress();
    });
    connect(&m_folder, &PluginFolder::opened, this, &MainWindow::tellPlace);
    connect(m_actions->undoChange, &QAction::triggered, &m_folder, &PluginFolder::undoChange);
    const auto offerUndo = [this] { m_actions->undoChange->setEnabled(m_folder.canUndoChange()); };
    connect(&m_folder, &PluginFolder::opened, this, offerUndo);
    connect(&m_folder, &PluginFolder::scanned, this, offerUndo);
    connect(&m_folder, &PluginFolder::changed, this, offerUndo);
    connect(m_list, &ListPage::selectionChanged, m_checks, &CodeChecks::checkFirst);
    connect(&m_folder, &PluginFolder::scanStarted, this, &MainWindow::updateProgress);
    connect(&m_folder, &PluginFolder::scanned, this, &MainWindow::updateProgress);
    connect(&m_folder, &PluginFolder::scanProgress, this, [this](int filesRead) {
        if (!m_runs->isRunning()) {
            m_progress->showScan(filesRead);
        }
    });
    connect(&m_list->rowActions(), &PluginActions::problemFound, this, [this](const Problem &problem) {
        m_messages->show({u"file"_s, MessageScope::Folder}, problem);
    });
}

void MainWindow::connectDeploys()
{
    connect(m_sessions, &SessionController::sessionChanged, this, &MainWindow::tellPlace);
    connect(m_sessions, &SessionController::sessionChanged, m_messages,
            [this] { m_messages->closeAll(MessageScope::Server); });
    for (ListController *follower : std::initializer_list<ListController *>{m_runs, m_switches, m_watch, m_compares,
                                                                            m_plans, m_serverOnly, m_history}) {
        connect(m_sessions, &SessionController::sessionChanged, follower, &ListController::setSession);
    }
    connect(m_sessions, &SessionController::sessionChanged, m_seen, &SeenLabel::setSession);
    connect(m_sessions, &SessionController::logged, &m_log->model(), &LogModel::append);
    const auto tell = [this](const Problem &problem) { m_messages->show(u"connection"_s, problem); };
    connect(m_sessions, &SessionController::problemFound, this, tell);
    connect(m_connections->menu(), &ConnectionMenu::practiceRequested, this, &MainWindow::practise);
    connect(m_log, &LogPane::problemFound, this,
            [this](const Problem &problem) { m_messages->show(u"log"_s, problem); });
    connect(&m_list->view(), &PluginView::deployClicked, this, [this](const QString &path) { m_runs->deploy({path}); });
    connect(&m_list->rowActions(), &PluginActions::deployRequested, this,
            [this](const QString &path) { m_runs->deploy({path}); });
    connect(&m_list->rowActions(), &PluginActions::sendAgainRequested, this,
            [this](const QString &path) { m_runs->deploy({path}, true); });
    connect(&m_list->view(), &PluginView::cancelClicked, m_runs, &RunController::cancel);
    connect(m_list, &ListPage::selectionChanged, m_log, &LogPane::setSelectedPaths);
    connect(m_actions->deploySelected, &QAction::triggered, this, [this] { m_runs->deploy(m_list->chosenPaths()); });
    connect(m_actions->deployShown, &QAction::triggered, this, [this] { m_runs->deploy(m_list->view().shownPaths()); });
    connect(m_actions->cancelDeploy, &QAction::triggered, m_runs, &RunController::cancelAll);
    connect(m_runs, &RunController::progressChanged, this, &MainWindow::updateProgress);
    connect(m_runs, &RunController::connectionsRequested, m_connections, &ConnectionController::showConnections);
    connect(m_runs, &RunController::practiceRequested, this, &MainWindow::practise);
    connect(m_runs, &RunController::rowRequested, m_list, &ListPage::showRow);
    connect(m_runs, &RunController::showFailedRequested, this, [this] { m_list->showState(PluginState::Failed); });
    connect(m_progress, &StatusProgress::cancelRequested, this, [this] {
        if (m_runs->isRunning()) {
            m_runs->cancelAll();
        } else if (m_folder.isScanning()) {
            m_folder.cancelScan();
        } else {
            m_compares->cancel();
        }
    });
}

void MainWindow::connectServer(HistoryStore &history, HistoryJournal &journal)
{
    connect(m_runs, &RunController::planRequested, m_plans, &PlanController::plan);
    connect(m_watch, &WatchController::planRequested, m_plans, &PlanController::plan);
    m_actions->alwaysPlan->setChecked(m_plans->alwaysShowsPlan());
    connect(m_actions->alwaysPlan, &QAction::toggled, m_plans, &PlanController::setAlwaysShowPlan);
    connect(m_plans, &PlanController::alwaysShowPlanChanged, m_actions->alwaysPlan, &QAction::setChecked);
    auto *settings = new SettingsController(m_settings, m_folder, history, *m_actions->alwaysPlan, this);
    connect(m_actions->settings, &QAction::triggered, settings, &SettingsController::showDialog);
    m_list->rowActions().setEditorCommand(settings->editorCommand());
    connect(settings, &SettingsController::editorCommandChanged, &m_list->rowActions(),
            &PluginActions::setEditorCommand);
    connect(m_plans, &PlanController::agreed, m_runs, &RunController::deployPlanned);
    connect(m_actions->deployChanged, &QAction::triggered, this, [this] { m_runs->deploy(m_list->changedPaths()); });
    connect(m_actions->refresh, &QAction::triggered, m_compares, &CompareController::refresh);
    connect(m_compares, &CompareController::stateChanged, this, [this] {
        m_actions->refresh->setEnabled(m_compares->canRefresh());
        m_seen->show(m_compares->isRefreshing(), m_compares->seenAt());
        updateProgress();
    });
    const auto tell = [this](const Problem &problem) { m_messages->show(u"history"_s, problem); };
    connect(&history, &HistoryStore::noticed, this, tell);
    connect(&journal, &HistoryJournal::failed, this, tell);
    connect(m_list, &ListPage::currentChanged, m_history, &HistoryController::readLast);
    connect(m_history, &HistoryController::agreed, m_runs, &RunController::goBack);
    connect(m_serverOnly, &ServerOnlyController::deleteAgreed, m_runs, &RunController::remove);
    connect(m_serverOnly, &ServerOnlyController::writing, m_watch, &WatchController::expect);
    connect(m_actions->undoDeploy, &QAction::triggered, m_history, &HistoryController::undoLast);
    connect(m_history, &HistoryController::canUndoChanged, m_actions->undoDeploy, &QAction::setEnabled);
    connect(&m_list->rowActions(), &PluginActions::historyRequested, m_history, &HistoryController::show);
    connect(&m_list->rowActions(), &PluginActions::diffRequested, m_diffs, &DiffController::show);
    connect(m_runs, &RunController::diffRequested, m_diffs, &DiffController::showOnly);
    connect(m_diffs, &DiffController::deployRequested, this, [this](const QString &path) { m_runs->deploy({path}); });
    connect(&m_list->rowActions(), &PluginActions::saveToFolderRequested, m_serverOnly,
            &ServerOnlyController::saveToFolder);
    connect(&m_list->rowActions(), &PluginActions::deleteRequested, m_serverOnly, &ServerOnlyController::askToDelete);
    connect(&m_list->rowActions(), &PluginActions::pageRequested, m_serverOnly, &ServerOnlyController::openPage);
}

void MainWindow::showList()
{
    m_messages->closeAll(MessageScope::Folder);
    m_pages->setCurrentWidget(m_list);
    m_actions->rescan->setEnabled(true);
    m_actions->refreshAll->setEnabled(true);
    m_list->focusList();
    m_deployBar->show();
    m_connections->offerServer();
}

void MainWindow::showEmpty()
{
    // Made when it is needed: a window that opens with a folder never shows it.
    if (!m_empty) {
        m_empty = new EmptyState(*m_actions, m_pages);
        m_pages->addWidget(m_empty);
        connect(m_empty, &EmptyState::folderRequested, m_folders, &FolderController::open);
    }
    m_empty->setRecentFolders(m_folders->recentFolders());
    m_pages->setCurrentWidget(m_empty);
    m_deployBar->hide();
}

void MainWindow::showLog()
{
    m_log->setVisible(m_actions->showLog->isChecked() && m_pages->currentWidget() == m_list);
}

void MainWindow::practise()
{
    m_sessions->usePracticeServer();
    if (!m_folder.root().isEmpty() || m_folder.isScanning()) {
        return;
    }
    const Result<QString> samples = sampleFolder(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
    if (samples) {
        m_folders->open(samples.value());
    } else {
        m_messages->show({u"folder"_s, MessageScope::Folder}, samples.error());
    }
}

void MainWindow::tellPlace()
{
    const ServerSession *session = m_sessions->session();
    m_deployBar->setConnection(session ? &session->connection() : nullptr);
    m_connections->setFolder(m_folder.root());
    m_list->view().setServerShown(m_connections->hasServer());
    QStringList place;
    if (!m_folder.root().isEmpty()) {
        place.append(QDir(m_folder.root()).dirName());
    }
    if (session) {
        place.append(session->connection().name);
    }
    const QString program = u"OWUI Deployer"_s;
    setWindowTitle(place.isEmpty() ? program : place.join(u" · "_s) + u" — "_s + program);
}

void MainWindow::fillRecentFolders()
{
    const QStringList folders = m_folders->recentFolders();
    m_recentMenu->clear();
    for (const QString &folder : folders) {
        QAction *action = m_recentMenu->addAction(withoutMnemonic(QDir::toNativeSeparators(folder)));
        connect(action, &QAction::triggered, this, [this, folder] { m_folders->open(folder); });
    }
    m_recentMenu->setEnabled(!folders.isEmpty());
}

void MainWindow::updateProgress()
{
    m_actions->cancelDeploy->setEnabled(m_runs->isRunning());
    m_list->countSoon();
    if (m_runs->isRunning()) {
        const Run &run = m_sessions->session()->run();
        m_progress->showDeploy(run.done(), run.total(), run.summary().failed + run.summary().unknown);
    } else if (m_folder.isScanning()) {
        m_progress->showScan(0);
    } else if (m_compares->isRefreshing()) {
        m_progress->showRefresh();
    } else if (m_compares->lookUps() > 0) {
        m_progress->showLookUps(m_compares->lookUpsDone(), m_compares->lookUps());
    } else {
        m_progress->clear();
    }
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_sessions->isBusy() && !m_closing) {
        event->ignore();
        ask({.name = u"closeQuestion"_s,
             .title = tr("Still at work"),
             .text = tr("Plugins are still being deployed or taken back."),
             .more = tr("What waits would not be sent. The server may still finish what it has begun."),
             .agree = tr("&Stop and close"),
             .agreeName = u"stop"_s,
             .stay = tr("&Keep open")},
            this, [this] {
                m_closing = true;
                m_sessions->cancelAll();
                close();
            });
        return;
    }
    saveState();
    QMainWindow::closeEvent(event);
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange) {
        // Once every widget has the new palette: Qt is still handing it out.
        QMetaObject::invokeMethod(this, &makeHintsReadable, Qt::QueuedConnection);
    }
    QMainWindow::changeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!droppedFolder(*event).isEmpty()) {
        event->acceptProposedAction();
    }
}

void MainWindow::dropEvent(QDropEvent *event)
{
    if (const QString folder = droppedFolder(*event); !folder.isEmpty()) {
        event->acceptProposedAction();
        m_folders->open(folder);
    }
}

void MainWindow::restoreState()
{
    sizeInLetters(*this, 205, 52);
    restoreGeometry(m_settings.value("window/geometry").toByteArray());
    keepOnScreen(*this);
    m_splitter->restoreState(m_settings.value("window/log").toByteArray());
    m_list->restoreState(m_settings);
    m_actions->showLog->setChecked(m_settings.value("window/showLog", true).toBool());
}

void MainWindow::saveState()
{
    m_settings.setValue("window/geometry", saveGeometry());
    m_settings.setValue("window/log", m_splitter->saveState());
    m_list->saveState(m_settings);
    m_settings.setValue("window/showLog", m_actions->showLog->isChecked());
}

} // namespace owui
