// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "deploy/journal/historyjournal.h"
#include "history/historystore.h"
#include "plugins/localcheck.h"
#include "plugins/pluginfolder.h"
#include "server/connectionstore.h"
#include "server/secretstore.h"
#include "ui/list/pluginfilter.h"
#include "ui/list/pluginmodel.h"
#include "ui/list/pluginview.h"
#include "ui/log/logmodel.h"
#include "ui/run/plandialog.h"
#include "ui/window/mainwindow.h"

#include <QSettings>
#include <QTemporaryDir>

#include <memory>

class QAbstractButton;
class QMessageBox;
class QToolButton;

namespace owui::test {

/// The window as a person has it, with settings and a plugin folder in a temporary place.
class WindowFixture final
{
    Q_DISABLE_COPY_MOVE(WindowFixture)

public:
    WindowFixture();
    ~WindowFixture();

    void write(const QString &path, const QByteArray &text) const;
    [[nodiscard]] QString folderPath() const;
    /// Shows the window with the folder open and everything in the list.
    void open(int rows);
    /// Opens it with filters of these titles ("Apple" is a.py, and so on), and deploys the first to the practice
    /// server.
    void openDeployed(const QStringList &titles);
    /// Starts the practice server through the menu and waits until the window uses it.
    void practise();

    /// Saves the connection and its secret, and makes it the one in use, as the dialog would.
    void use(const Connection &connection, const Credential &credential);

    template<typename T>
    [[nodiscard]] T &find(const QString &name = {})
    {
        T *found = window->findChild<T *>(name);
        if (!found) {
            qFatal("The window has no %s named \"%s\".", T::staticMetaObject.className(), qPrintable(name));
        }
        return *found;
    }
    [[nodiscard]] PluginView &view() { return find<PluginView>(); }
    [[nodiscard]] const PluginModel &model();
    [[nodiscard]] LogModel &log();
    [[nodiscard]] QStringList shown();
    /// Of the plugin on the server; empty where nobody knows one.
    [[nodiscard]] QString versionThere(const QString &path);
    void clickDeploy(const QString &path);
    /// Through the row's menu.
    void sendAgain(const QString &path);
    /// Waits for the plan.
    [[nodiscard]] PlanDialog &plan();
    /// Waits for the plan and clicks Deploy in it.
    void agreeToPlan();
    void select(const QStringList &paths);
    /// Somebody else gives a plugin of the present server another text.
    void editOnServer(PluginSpace space, const QString &id, const QByteArray &text);
    /// Switches a function over there, as another person would.
    void toggleOnServer(const QString &id);
    /// Makes a function of it that is in every chat, or in none.
    void toggleGlobalOnServer(const QString &id);
    /// A chip above the list, by how its text begins; null where there is none.
    [[nodiscard]] QToolButton *chip(const QString &name);
    /// Waits for the chip.
    void clickChip(const QString &name);
    /// Waits for the question.
    [[nodiscard]] QMessageBox *question(const QString &name);
    [[nodiscard]] QModelIndex indexOf(const QString &path, int column);
    /// What the title and the cells of a column need, in pixels.
    [[nodiscard]] int neededWidth(int column);
    /// A button of the messages above the list; null where there is none.
    [[nodiscard]] QAbstractButton *messageButton(const QString &text);
    /// Waits for the button.
    void clickMessageButton(const QString &text);
    /// How the last deployment ended; none while it runs.
    [[nodiscard]] std::optional<DeployOutcome> outcome(const QString &path);
    [[nodiscard]] bool isDeploying();
    /// Whether the server is being asked what it has, as also follows a deployment by itself.
    [[nodiscard]] bool isLooking();
    [[nodiscard]] bool logContains(const QString &path, LogLevel level);

    QTemporaryDir folder;
    QTemporaryDir data;
    QSettings settings;
    ConnectionStore connections;
    SecretStore secrets;
    LocalCheck localCheck;
    PluginFolder plugins;
    HistoryStore history;
    HistoryJournal journal;
    std::unique_ptr<MainWindow> window;
};

} // namespace owui::test
