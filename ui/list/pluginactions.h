// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "result.h"

#include <QObject>
#include <QStringList>

class QAction;
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

    /// `current` is the file that the single ones are about, `selected` those that the others are about.
    void setTarget(const QString &current, const QStringList &selected);
    void refresh();
    void fill(QMenu &menu) const;

    [[nodiscard]] QAction *pinId() const { return m_pinId; }
    [[nodiscard]] QAction *pinLookAlike() const { return m_pinLookAlike; }
    [[nodiscard]] QAction *useThisFile() const { return m_useThisFile; }
    [[nodiscard]] QAction *include() const { return m_include; }
    [[nodiscard]] QAction *exclude() const { return m_exclude; }
    [[nodiscard]] QAction *openInEditor() const { return m_openInEditor; }
    [[nodiscard]] QAction *showInFolder() const { return m_showInFolder; }
    [[nodiscard]] QAction *diff() const { return m_diff; }
    [[nodiscard]] QAction *history() const { return m_history; }
    [[nodiscard]] QAction *saveToFolder() const { return m_saveToFolder; }
    [[nodiscard]] QAction *deleteFromServer() const { return m_delete; }
    [[nodiscard]] QAction *copyId() const { return m_copyId; }

signals:
    void historyRequested(const QString &path);
    void diffRequested(const QString &path);
    void saveToFolderRequested(const QString &path);
    void deleteRequested(const QString &path);
    void problemFound(const owui::Problem &problem);

private:
    void askForId();
    void takeId(const QString &path, const QString &text);
    void openCurrentInEditor();
    void showCurrentInFolder();
    void copyCurrentId() const;

    PluginFolder &m_folder;
    PluginModel &m_model;
    QWidget *m_window;
    QString m_current;
    QStringList m_selected;
    QAction *m_pinId;
    QAction *m_pinLookAlike;
    QAction *m_useThisFile;
    QAction *m_include;
    QAction *m_exclude;
    QAction *m_openInEditor;
    QAction *m_showInFolder;
    QAction *m_diff;
    QAction *m_history;
    QAction *m_saveToFolder;
    QAction *m_delete;
    QAction *m_copyId;
};

} // namespace owui
