// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "result.h"

#include <QAction>
#include <QStringList>

#include <memory>

class QMenu;
class QWidget;

namespace owui {

class PluginFolder;
class PluginModel;

/// What can be done with the selected files apart from deploying them. The menu of a row and the details share these
/// actions, so that both offer the same at the same time.
class PluginActions final : public QObject
{
    Q_OBJECT

public:
    /// `window` is the parent of questions. All must outlive the actions.
    PluginActions(PluginFolder &folder, PluginModel &model, QWidget *window);
    ~PluginActions() override;

    /// `current` is the file that the single ones are about, `selected` those that the others are about.
    void setTarget(const QString &current, const QStringList &selected);
    void refresh();
    void fill(QMenu &menu) const;
    /// How the editor is started, see editorArguments(); empty: as the desktop does.
    void setEditorCommand(const QString &command) { m_editorCommand = command; }
    /// “Raise the version” by its parts.
    [[nodiscard]] QMenu *raiseMenu() const { return m_raise.get(); }
    /// The differences where there are some, else the editor. False where the current row has neither.
    bool openBest();

    QAction *const deploy = add({}, "deploy"); ///< says what it would do, as the button of the row
    QAction *const pinId = add(tr("Set &id…"));
    QAction *const pinLookAlike = add({}, {}, tr("Deploy this file as the plugin that the server has already"));
    QAction *const useThisFile =
        add(tr("&Use this file"), {}, tr("Of the files that share this id, deploy this one and exclude the others"));
    QAction *const include = add(tr("&Include"), {}, tr("Treat this file as a plugin to deploy"));
    QAction *const exclude = add(tr("E&xclude"), {}, tr("Never deploy this file"));
    QAction *const openInEditor = add(tr("Open in &editor"));
    QAction *const lookAtLine = add({}, {}, tr("Open the file at the line that something is wrong with"));
    QAction *const openOnServer =
        add(tr("Open in O&pen WebUI"), "server", tr("Show the plugin's page of the server in the browser"));
    QAction *const showInFolder = add(tr("&Show in folder"), "open-folder");
    QAction *const diff =
        add(tr("&Differences…"), "compare-changed", tr("Show what differs between the file and the server"));
    QAction *const history = add(tr("&History…"), "history");
    QAction *const sendAgain = add(tr("Se&nd again"), "deploy", tr("Send the file although the server has the same"));
    QAction *const switchOn = add(tr("Switch &on"), "switched-on", tr("Let people use the function"));
    QAction *const switchOff = add(tr("S&witch off"), "switched-off", tr("Nobody can use the function until it is on"));
    QAction *const toggle = add(tr("Switc&h on or off"));
    QAction *const raisePatch = add({});
    QAction *const raiseMinor = add({});
    QAction *const raiseMajor = add({});
    QAction *const saveToFolder = add(tr("Save to &folder…"), "save");
    QAction *const deleteFromServer = add(tr("De&lete from server…"), "clear");
    QAction *const copyId = add(tr("&Copy id"), "copy");
    QAction *const copyPath = add(tr("Copy pa&th"));
    QAction *const copyError = add(tr("Copy the e&rror"));

signals:
    void historyRequested(const QString &path);
    void diffRequested(const QString &path);
    void pageRequested(const QString &path);
    void deployRequested(const QString &path);
    void sendAgainRequested(const QString &path);
    void switchRequested(const QStringList &paths, bool on);
    void toggleRequested(const QStringList &paths);
    void saveToFolderRequested(const QString &path);
    void deleteRequested(const QString &path);
    void problemFound(const owui::Problem &problem);

private:
    void setUpRaising();
    /// What the versions of the selected files would become.
    void refreshRaising();
    QAction *add(const QString &text, const char *icon = nullptr, const QString &toolTip = {});
    void askForId();
    [[nodiscard]] QString currentFile() const;
    void openCurrentInEditor(int line);
    void showCurrentInFolder();

    PluginFolder &m_folder;
    PluginModel &m_model;
    QWidget *m_window;
    std::unique_ptr<QMenu> m_raise;
    QString m_editorCommand;
    QString m_current;
    QStringList m_selected;
};

} // namespace owui
