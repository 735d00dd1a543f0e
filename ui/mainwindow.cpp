// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/mainwindow.h"

#include "ui/deploycontroller.h"
#include "ui/detailspane.h"
#include "ui/emptystate.h"
#include "ui/filterbar.h"
#include "ui/foldercontroller.h"
#include "ui/icons.h"
#include "ui/logpane.h"
#include "ui/messagearea.h"
#include "ui/plaintext.h"
#include "ui/pluginactions.h"
#include "ui/pluginview.h"
#include "ui/sessioncontroller.h"
#include "ui/statusprogress.h"
#include "ui/windowactions.h"

#include "deploy/serversession.h"
#include "plugins/pluginfolder.h"

#include <QAction>
#include <QBoxLayout>
#include <QCloseEvent>
#include <QDir>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>
#include <QToolBar>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace owui {
namespace {

// Typing a word is one search, not one per letter.
constexpr auto searchDelay = 120ms;

QString droppedFolder(const QMimeData &data)
{
    const QList<QUrl> urls = data.urls();
    return urls.size() == 1 ? urls.first().toLocalFile() : QString();
}

} // namespace

MainWindow::MainWindow(QSettings &settings, ConnectionStore &connections, SecretStore &secrets, LocalCheck &localCheck,
                       PluginFolder &folder, QWidget *parent)
    : QMainWindow(parent)
    , m_settings(settings)
    , m_connections(connections)
    , m_secrets(secrets)
    , m_folder(folder)
    , m_filter(m_model)
    , m_actions(new WindowActions(this))
    , m_messages(new MessageArea(this))
    , m_pluginActions(new PluginActions(folder, m_model, this))
    , m_folders(new FolderController(folder, m_model, m_filter, settings, this))
    , m_sessions(new SessionController(connections, secrets, localCheck, this))
    , m_deploys(new DeployController(folder, m_model, *m_messages, this))
    , m_view(new PluginView(m_filter, this))
    , m_details(new DetailsPane(*m_pluginActions, this))
    , m_log(new LogPane(settings, this))
    , m_filterBar(new FilterBar(m_filter, this))
    , m_empty(new EmptyState(this))
    , m_connectionMenu(nullptr)
    , m_progress(new StatusProgress(this))
    , m_search(new QLineEdit(this))
    , m_pages(new QStackedWidget(this))
    , m_listSplitter(new QSplitter(Qt::Horizontal, this))
    , m_logSplitter(new QSplitter(Qt::Vertical, this))
    , m_recentMenu(new QMenu(tr("R&ecent folders"), this))
{
    setAcceptDrops(true);
    m_targetTimer.setSingleShot(true);
    m_targetTimer.setInterval(0);
    connect(&m_targetTimer, &QTimer::timeout, this, &MainWindow::updateTarget);

    m_actions->fill(*menuBar(), m_recentMenu);
    makeToolBar();
    makeStatusBar();
    m_pages->addWidget(m_empty);
    m_pages->addWidget(makeListPage());
    auto *central = new QWidget(this);
    auto *layout = new QVBoxLayout(central);
    layout->addWidget(m_messages);
    layout->addWidget(m_pages, 1);
    setCentralWidget(central);

    connectActions();
    connectFolder();
    connectList();
    connectSession();
    fillRecentFolders();
    restoreState();
    showTitle();
}

MainWindow::~MainWindow() = default;

void MainWindow::start(const QString &folder)
{
    m_sessions->useActiveConnection();
    const QString wanted = folder.isEmpty() ? m_folders->lastFolder() : folder;
    if (!wanted.isEmpty()) {
        m_folders->open(wanted);
    }
}

void MainWindow::makeToolBar()
{
    QToolBar *bar = addToolBar(tr("Tools"));
    bar->setObjectName(u"tools"_s);
    bar->setMovable(false);
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->addAction(m_actions->openFolder());
    bar->addAction(m_actions->rescan());
    bar->addSeparator();
    bar->addAction(m_actions->connections());
    auto *gap = new QWidget(bar);
    gap->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(gap);
    m_search->setPlaceholderText(tr("Search title, id, path, author"));
    m_search->setAccessibleName(tr("Search"));
    m_search->setClearButtonEnabled(true);
    m_search->setMaximumWidth(fontMetrics().averageCharWidth() * 45);
    m_search->addAction(themedIcon(u"search"_s), QLineEdit::LeadingPosition);
    bar->addWidget(m_search);
}

QWidget *MainWindow::makeListPage()
{
    auto *list = new QWidget(this);
    auto *layout = new QVBoxLayout(list);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_filterBar);
    layout->addWidget(m_view);
    m_listSplitter->addWidget(list);
    m_listSplitter->addWidget(m_details);
    m_listSplitter->setStretchFactor(0, 3);
    m_listSplitter->setStretchFactor(1, 1);
    m_listSplitter->setChildrenCollapsible(false);
    m_logSplitter->addWidget(m_listSplitter);
    m_logSplitter->addWidget(m_log);
    m_logSplitter->setStretchFactor(0, 3);
    m_logSplitter->setStretchFactor(1, 1);
    m_logSplitter->setChildrenCollapsible(false);
    return m_logSplitter;
}

void MainWindow::makeStatusBar()
{
    const auto addButton = [this](QAction *action) {
        auto *button = new QToolButton(this);
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setFocusPolicy(Qt::StrongFocus);
        statusBar()->addWidget(button);
    };
    addButton(m_actions->deploySelected());
    addButton(m_actions->deployShown());
    statusBar()->addPermanentWidget(m_progress);
}

void MainWindow::connectActions()
{
    connect(m_actions->openFolder(), &QAction::triggered, m_folders, &FolderController::chooseFolder);
    connect(m_actions->rescan(), &QAction::triggered, &m_folder, &PluginFolder::rescan);
    connect(m_actions->quit(), &QAction::triggered, this, &MainWindow::close);
    connect(m_actions->find(), &QAction::triggered, this, [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
    connect(m_actions->clearSearch(), &QAction::triggered, this, [this] {
        m_search->clear();
        m_view->setFocus(Qt::ShortcutFocusReason);
    });
    connect(m_actions->showDetails(), &QAction::toggled, m_details, &QWidget::setVisible);
    connect(m_actions->showLog(), &QAction::toggled, m_log, &QWidget::setVisible);
    connect(m_actions->deploySelected(), &QAction::triggered, this,
            [this] { m_deploys->deploy(m_view->selectedPaths()); });
    connect(m_actions->deployShown(), &QAction::triggered, this, [this] { m_deploys->deploy(m_view->shownPaths()); });
    connect(m_actions->cancelDeploy(), &QAction::triggered, m_deploys, &DeployController::cancelAll);
    connect(m_actions->connections(), &QAction::triggered, this, &MainWindow::showConnections);
    connect(m_actions->practice(), &QAction::triggered, this, &MainWindow::practise);
    connect(m_pluginActions, &PluginActions::problemFound, this,
            [this](const Problem &problem) { m_messages->show(u"file"_s, problem); });
}

void MainWindow::connectFolder()
{
    connect(m_empty, &EmptyState::chooseFolderRequested, m_folders, &FolderController::chooseFolder);
    connect(m_empty, &EmptyState::addServerRequested, this, &MainWindow::showConnections);
    connect(m_empty, &EmptyState::practiceRequested, this, &MainWindow::practise);
    connect(m_empty, &EmptyState::folderRequested, m_folders, &FolderController::open);
    connect(m_folders, &FolderController::openStarted, this, &MainWindow::showList);
    connect(m_folders, &FolderController::recentFoldersChanged, this, &MainWindow::fillRecentFolders);
    const auto tell = [this](const Problem &problem) { m_messages->show(u"folder"_s, problem); };
    connect(&m_folder, &PluginFolder::problemFound, this, tell);
    connect(&m_folder, &PluginFolder::openFailed, this, [this, tell](const Problem &problem) {
        tell(problem);
        m_pages->setCurrentWidget(m_empty);
        updateProgress();
    });
    connect(&m_folder, &PluginFolder::opened, this, &MainWindow::showTitle);
    connect(&m_folder, &PluginFolder::scanStarted, this, &MainWindow::updateProgress);
    connect(&m_folder, &PluginFolder::scanned, this, &MainWindow::updateProgress);
    connect(&m_folder, &PluginFolder::scanProgress, this, [this](int filesRead) {
        if (!m_deploys->isRunning()) {
            m_progress->showScan(filesRead);
        }
    });
}

void MainWindow::connectList()
{
    auto *searchTimer = new QTimer(this);
    searchTimer->setSingleShot(true);
    searchTimer->setInterval(searchDelay);
    connect(m_search, &QLineEdit::textChanged, searchTimer, qOverload<>(&QTimer::start));
    connect(searchTimer, &QTimer::timeout, this, [this] { m_filter.setText(m_search->text()); });
    connect(m_search, &QLineEdit::returnPressed, m_view, qOverload<>(&QWidget::setFocus));

    connect(&m_model, &PluginModel::countsChanged, this, [this] { m_filterBar->setCounts(m_model.counts()); });
    connect(&m_filter, &QAbstractItemModel::rowsInserted, this, &MainWindow::updateCounts);
    connect(&m_filter, &QAbstractItemModel::rowsRemoved, &m_targetTimer, qOverload<>(&QTimer::start));
    connect(&m_filter, &QAbstractItemModel::dataChanged, this, &MainWindow::takeRowChange);
    connect(m_view, &PluginView::currentPathChanged, &m_targetTimer, qOverload<>(&QTimer::start));
    connect(m_view, &PluginView::selectedPathsChanged, &m_targetTimer, qOverload<>(&QTimer::start));
    connect(m_view, &PluginView::deployClicked, this, [this](const QString &path) { m_deploys->deploy({path}); });
    connect(m_view, &PluginView::cancelClicked, m_deploys, &DeployController::cancel);
    connect(m_view, &PluginView::menuRequested, this, &MainWindow::showRowMenu);
    connect(m_view, &PluginView::detailsRequested, this, [this] {
        m_actions->showDetails()->setChecked(true);
        m_details->setFocus(Qt::OtherFocusReason);
    });
}

void MainWindow::connectSession()
{
    connect(m_sessions, &SessionController::sessionChanged, this, &MainWindow::takeSession);
    connect(m_sessions, &SessionController::logged, &m_log->model(), &LogModel::append);
    connect(m_sessions, &SessionController::problemFound, this,
            [this](const Problem &problem) { m_messages->show(u"server"_s, problem); });
    connect(m_log, &LogPane::problemFound, this,
            [this](const Problem &problem) { m_messages->show(u"log"_s, problem); });
    connect(m_deploys, &DeployController::progressChanged, this, &MainWindow::updateProgress);
    connect(m_deploys, &DeployController::connectionsRequested, this, &MainWindow::showConnections);
    connect(m_deploys, &DeployController::practiceRequested, this, &MainWindow::practise);
    connect(m_deploys, &DeployController::showFailedRequested, this,
            [this] { m_filterBar->setState(PluginState::Failed); });
    connect(m_progress, &StatusProgress::cancelRequested, this, [this] {
        if (m_deploys->isRunning()) {
            m_deploys->cancelAll();
        } else {
            m_folder.cancelScan();
        }
    });
}

void MainWindow::showList()
{
    m_messages->close(u"folder"_s);
    m_pages->setCurrentWidget(m_logSplitter);
    m_actions->rescan()->setEnabled(true);
    m_view->setFocus(Qt::OtherFocusReason);
}

void MainWindow::showTitle()
{
    const QString folder = QDir(m_folder.root()).dirName();
    setWindowTitle(m_folder.root().isEmpty() ? QString() : folder);
}

void MainWindow::takeSession(ServerSession *session)
{
    m_deploys->setSession(session);
}

void MainWindow::showConnections() {}

void MainWindow::practise()
{
    m_sessions->usePracticeServer();
    if (m_folder.root().isEmpty()) {
    }
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
    m_empty->setRecentFolders(folders);
}

void MainWindow::takeRowChange(const QModelIndex &first, const QModelIndex &last, const QList<int> &roles)
{
    const QModelIndex current = m_view->currentIndex();
    // Roles come only with the seconds that a running row counts.
    if (roles.isEmpty() && current.row() >= first.row() && current.row() <= last.row()) {
        m_targetTimer.start();
    }
}

void MainWindow::updateTarget()
{
    const QString current = m_view->currentPath();
    const QStringList selected = m_view->selectedPaths();
    m_pluginActions->setTarget(current, selected);
    m_details->show(m_model.find(current));
    m_log->setSelectedPaths(selected);
    updateCounts();
}

void MainWindow::updateCounts()
{
    const auto canDeploy = [this](const QString &path) {
        const PluginRow *row = m_model.find(path);
        return row && row->canDeploy();
    };
    const auto count = [canDeploy](const QStringList &paths) {
        return static_cast<int>(std::ranges::count_if(paths, canDeploy));
    };
    m_actions->setSelectedCount(count(m_view->selectedPaths()));
    m_actions->setShownCount(count(m_view->shownPaths()));
}

void MainWindow::updateProgress()
{
    m_actions->cancelDeploy()->setEnabled(m_deploys->isRunning());
    updateCounts();
    if (m_deploys->isRunning()) {
        const DeployQueue &queue = m_sessions->session()->queue();
        m_progress->showDeploy(queue.done(), queue.total(), queue.summary().failed + queue.summary().unknown);
    } else if (m_folder.isScanning()) {
        m_progress->showScan(0);
    } else {
        m_progress->clear();
    }
}

void MainWindow::showRowMenu(const QPoint &globalPosition)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(m_actions->deploySelected());
    menu->addSeparator();
    m_pluginActions->fill(*menu);
    menu->popup(globalPosition);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_sessions->isDeploying() && !m_closing) {
        event->ignore();
        askBeforeClosing();
        return;
    }
    saveState();
    QMainWindow::closeEvent(event);
}

void MainWindow::askBeforeClosing()
{
    auto *question = new QMessageBox(this);
    question->setObjectName(u"closeQuestion"_s);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setTextFormat(Qt::PlainText);
    question->setIcon(QMessageBox::Question);
    question->setWindowTitle(tr("Still deploying"));
    question->setText(tr("Plugins are still being deployed."));
    question->setInformativeText(tr("What waits would not be sent. The server may still finish what it has begun."));
    auto *stop = question->addButton(tr("&Stop and close"), QMessageBox::DestructiveRole);
    stop->setObjectName(u"stop"_s);
    QPushButton *stay = question->addButton(tr("&Keep open"), QMessageBox::RejectRole);
    question->setDefaultButton(stay);
    question->setEscapeButton(stay);
    connect(stop, &QAbstractButton::clicked, this, [this] {
        m_closing = true;
        m_sessions->cancelAll();
        close();
    });
    question->open();
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!droppedFolder(*event->mimeData()).isEmpty()) {
        event->acceptProposedAction();
    }
}

void MainWindow::dropEvent(QDropEvent *event)
{
    const QString folder = droppedFolder(*event->mimeData());
    if (!folder.isEmpty()) {
        event->acceptProposedAction();
        m_folders->open(folder);
    }
}

void MainWindow::restoreState()
{
    resize(fontMetrics().averageCharWidth() * 150, fontMetrics().height() * 44);
    restoreGeometry(m_settings.value("window/geometry").toByteArray());
    m_listSplitter->restoreState(m_settings.value("window/list").toByteArray());
    m_logSplitter->restoreState(m_settings.value("window/log").toByteArray());
    m_view->header()->restoreState(m_settings.value("window/columns").toByteArray());
    m_actions->showDetails()->setChecked(m_settings.value("window/showDetails", true).toBool());
    m_actions->showLog()->setChecked(m_settings.value("window/showLog", true).toBool());
}

void MainWindow::saveState()
{
    m_settings.setValue("window/geometry", saveGeometry());
    m_settings.setValue("window/list", m_listSplitter->saveState());
    m_settings.setValue("window/log", m_logSplitter->saveState());
    m_settings.setValue("window/columns", m_view->header()->saveState());
    m_settings.setValue("window/showDetails", m_actions->showDetails()->isChecked());
    m_settings.setValue("window/showLog", m_actions->showLog()->isChecked());
}

} // namespace owui
