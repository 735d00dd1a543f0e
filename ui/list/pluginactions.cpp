// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/list/pluginactions.h"

#include "ui/list/pluginmodel.h"
#include "ui/parts/desktop.h"
#include "ui/parts/icons.h"
#include "ui/parts/plaintext.h"

#include "plugins/pluginfolder.h"
#include "plugins/pluginid.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QInputDialog>
#include <QMenu>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui {

PluginActions::PluginActions(PluginFolder &folder, PluginModel &model, QWidget *window)
    : QObject(window)
    , m_folder(folder)
    , m_model(model)
    , m_window(window)
    , m_pinId(new QAction(tr("&Pin id…"), this))
    , m_pinLookAlike(new QAction(this))
    , m_useThisFile(new QAction(tr("&Use this file"), this))
    , m_include(new QAction(tr("&Include"), this))
    , m_exclude(new QAction(tr("E&xclude"), this))
    , m_openInEditor(new QAction(tr("Open in &editor"), this))
    , m_showInFolder(new QAction(themedIcon(u"open-folder"_s), tr("&Show in folder"), this))
    , m_diff(new QAction(themedIcon(u"compare-changed"_s), tr("&Differences…"), this))
    , m_history(new QAction(themedIcon(u"history"_s), tr("&History…"), this))
    , m_saveToFolder(new QAction(themedIcon(u"save"_s), tr("Save to &folder…"), this))
    , m_delete(new QAction(themedIcon(u"clear"_s), tr("&Delete from server…"), this))
    , m_copyId(new QAction(themedIcon(u"copy"_s), tr("&Copy id"), this))
{
    m_pinId->setToolTip(tr("Choose the id that this file has on every server"));
    m_useThisFile->setToolTip(tr("Of the files that share this id, deploy this one and exclude the others"));
    m_include->setToolTip(tr("Treat this file as a plugin to deploy"));
    m_exclude->setToolTip(tr("Never deploy this file"));
    connect(m_pinId, &QAction::triggered, this, &PluginActions::askForId);
    m_pinLookAlike->setToolTip(tr("Deploy this file as the plugin that the server has already"));
    connect(m_pinLookAlike, &QAction::triggered, this, [this] {
        if (const PluginRow *row = m_model.find(m_current); row && !row->lookAlikeId.isEmpty()) {
            m_folder.pinId(m_current, row->lookAlikeId);
        }
    });
    connect(m_useThisFile, &QAction::triggered, this, [this] { m_folder.useThisFile(m_current); });
    connect(m_include, &QAction::triggered, this, [this] {
        const QStringList paths = m_selected;
        std::ranges::for_each(paths, [this](const QString &path) { m_folder.include(path); });
    });
    connect(m_exclude, &QAction::triggered, this, [this] {
        const QStringList paths = m_selected;
        std::ranges::for_each(paths, [this](const QString &path) { m_folder.exclude(path); });
    });
    connect(m_openInEditor, &QAction::triggered, this, &PluginActions::openCurrentInEditor);
    connect(m_showInFolder, &QAction::triggered, this, &PluginActions::showCurrentInFolder);
    m_diff->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_D);
    m_diff->setToolTip(tr("Show what differs between the file and the server"));
    window->addAction(m_diff);
    connect(m_diff, &QAction::triggered, this, [this] { emit diffRequested(m_current); });
    connect(m_history, &QAction::triggered, this, [this] { emit historyRequested(m_current); });
    connect(m_saveToFolder, &QAction::triggered, this, [this] { emit saveToFolderRequested(m_current); });
    connect(m_delete, &QAction::triggered, this, [this] { emit deleteRequested(m_current); });
    connect(m_copyId, &QAction::triggered, this, &PluginActions::copyCurrentId);
    refresh();
}

void PluginActions::setTarget(const QString &current, const QStringList &selected)
{
    m_current = current;
    m_selected = selected.isEmpty() && !current.isEmpty() ? QStringList{current} : selected;
    refresh();
}

void PluginActions::refresh()
{
    const PluginRow *row = m_model.find(m_current);
    const auto selectedFits = [this](auto fits) {
        return std::ranges::any_of(m_selected, [this, fits](const QString &path) {
            const PluginRow *candidate = m_model.find(path);
            return candidate && !candidate->serverOnly && fits(candidate->plugin);
        });
    };
    const auto sharesId = [](const Finding &finding) { return finding.code == FindingCode::IdTaken; };
    const bool there = row && row->serverOnly;
    for (QAction *action : {m_saveToFolder, m_delete}) {
        action->setVisible(there);
    }
    m_diff->setEnabled(row && !there && row->seen.plugin && row->compareState() != CompareState::Same);
    for (QAction *action : {m_diff, m_pinId, m_openInEditor, m_showInFolder}) {
        action->setVisible(!there);
    }
    m_pinId->setEnabled(row && row->plugin.kind && !row->isBusy());
    m_pinLookAlike->setVisible(row && !row->lookAlikeId.isEmpty() && !row->isBusy());
    m_pinLookAlike->setText(tr("Pin the id %1").arg(row ? withoutMnemonic(row->lookAlikeId) : QString()));
    m_useThisFile->setVisible(row && std::ranges::any_of(row->plugin.findings, sharesId));
    m_include->setVisible(selectedFits([](const Plugin &plugin) { return plugin.skipped && plugin.includable; }));
    m_exclude->setVisible(selectedFits([](const Plugin &plugin) { return !plugin.skipped; }));
    m_openInEditor->setEnabled(row);
    m_showInFolder->setEnabled(row);
    m_history->setEnabled(row && row->plugin.kind && !row->plugin.id.isEmpty());
    m_copyId->setEnabled(row && !row->plugin.id.isEmpty());
}

void PluginActions::fill(QMenu &menu) const
{
    menu.addActions({m_pinLookAlike, m_pinId, m_useThisFile, m_include, m_exclude, m_saveToFolder, m_delete});
    menu.addSeparator();
    menu.addActions({m_diff, m_history, m_openInEditor, m_showInFolder, m_copyId});
}

void PluginActions::askForId()
{
    const PluginRow *row = m_model.find(m_current);
    if (!row) {
        return;
    }
    auto *dialog = new QInputDialog(m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(u"pinIdDialog"_s);
    dialog->setWindowTitle(tr("Pin id"));
    dialog->setLabelText(tr("Id of %1 on every server. Leave it empty to take the pin away.").arg(m_current));
    dialog->setTextValue(row->plugin.id);
    const QString path = m_current;
    connect(dialog, &QInputDialog::textValueSelected, this, [this, path](const QString &text) { takeId(path, text); });
    dialog->open();
}

void PluginActions::takeId(const QString &path, const QString &text)
{
    const QString id = normalizedId(text.trimmed());
    if (id.isEmpty() && !text.trimmed().isEmpty()) {
        emit problemFound({.text = tr("“%1” cannot be an id.").arg(text),
                           .remedy = tr("Use letters, digits and underscores, and begin with a letter.")});
        return;
    }
    m_folder.pinId(path, id);
}

void PluginActions::openCurrentInEditor()
{
    const QString path = m_folder.absolutePath(m_current);
    if (!owui::openInEditor(path)) {
        emit problemFound({.text = tr("No program could be started to show %1.").arg(path),
                           .remedy = tr("Choose a text editor for Python files in the settings of your desktop.")});
    }
}

void PluginActions::showCurrentInFolder()
{
    const QString path = m_folder.absolutePath(m_current);
    if (!owui::showInFolder(path)) {
        emit problemFound(
            {.text = tr("No program could be started to show the folder of %1.").arg(path), .remedy = {}});
    }
}

void PluginActions::copyCurrentId() const
{
    if (const PluginRow *row = m_model.find(m_current)) {
        QGuiApplication::clipboard()->setText(row->plugin.id);
    }
}

} // namespace owui
