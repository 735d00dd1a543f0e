// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/list/pluginactions.h"

#include "ui/list/failureline.h"
#include "ui/list/pluginmodel.h"
#include "ui/list/rowstatetext.h"
#include "ui/parts/desktop.h"
#include "ui/parts/icons.h"
#include "ui/parts/plaintext.h"

#include "isolated.h"
#include "plugins/pluginfolder.h"
#include "plugins/version.h"

#include <QClipboard>
#include <QDir>
#include <QGuiApplication>
#include <QInputDialog>
#include <QMenu>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace owui {
namespace {

/// Why it was not deployed, or cannot be; empty: nothing is known against it.
QString errorOf(const PluginRow &row)
{
    if (row.result && !row.result->isSuccess()) {
        return resultDetails(*row.result);
    }
    QStringList errors;
    for (const Finding &finding : row.findings()) {
        if (finding.severity() == Severity::Error) {
            errors.append(Problem{finding.text(), finding.remedy()}.sentences());
        }
    }
    return errors.join(u'\n');
}

} // namespace

PluginActions::PluginActions(PluginFolder &folder, PluginModel &model, QWidget *window)
    : QObject(window)
    , m_folder(folder)
    , m_model(model)
    , m_window(window)
    , m_raise(std::make_unique<QMenu>(tr("Raise the &version")))
{
    setUpRaising();
    connect(pinId, &QAction::triggered, this, &PluginActions::askForId);
    connect(pinLookAlike, &QAction::triggered, this, [this] {
        if (const PluginRow *row = m_model.find(m_current); row && !row->lookAlikeId.isEmpty()) {
            m_folder.pinId(m_current, row->lookAlikeId);
        }
    });
    connect(useThisFile, &QAction::triggered, this, [this] { m_folder.useThisFile(m_current); });
    connect(include, &QAction::triggered, this, [this] { m_folder.include(m_selected); });
    connect(exclude, &QAction::triggered, this, [this] { m_folder.exclude(m_selected); });
    connect(openInEditor, &QAction::triggered, this, [this] { openCurrentInEditor(0); });
    connect(lookAtLine, &QAction::triggered, this, [this] {
        if (const PluginRow *row = m_model.find(m_current)) {
            openCurrentInEditor(failureLine(*row));
        }
    });
    connect(openOnServer, &QAction::triggered, this, [this] { emit pageRequested(m_current); });
    connect(showInFolder, &QAction::triggered, this, &PluginActions::showCurrentInFolder);
    diff->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_D);
    window->addAction(diff);
    connect(diff, &QAction::triggered, this, [this] { emit diffRequested(m_current); });
    connect(deploy, &QAction::triggered, this, [this] { emit deployRequested(m_current); });
    connect(sendAgain, &QAction::triggered, this, [this] { emit sendAgainRequested(m_current); });
    toggle->setShortcut(Qt::CTRL | Qt::Key_T);
    window->addAction(toggle);
    connect(switchOn, &QAction::triggered, this, [this] { emit switchRequested(m_selected, true); });
    connect(switchOff, &QAction::triggered, this, [this] { emit switchRequested(m_selected, false); });
    connect(toggle, &QAction::triggered, this, [this] { emit toggleRequested(m_selected); });
    connect(history, &QAction::triggered, this, [this] { emit historyRequested(m_current); });
    connect(saveToFolder, &QAction::triggered, this, [this] { emit saveToFolderRequested(m_current); });
    connect(deleteFromServer, &QAction::triggered, this, [this] { emit deleteRequested(m_current); });
    connect(copyId, &QAction::triggered, this, [this] {
        if (const PluginRow *row = m_model.find(m_current)) {
            QGuiApplication::clipboard()->setText(row->plugin.id);
        }
    });
    connect(copyPath, &QAction::triggered, this,
            [this] { QGuiApplication::clipboard()->setText(QDir::toNativeSeparators(currentFile())); });
    connect(copyError, &QAction::triggered, this, [this] {
        if (const PluginRow *row = m_model.find(m_current)) {
            QGuiApplication::clipboard()->setText(row->plugin.title() + u": "_s + withoutIsolation(errorOf(*row)));
        }
    });
    refresh();
}

PluginActions::~PluginActions() = default;

void PluginActions::setUpRaising()
{
    m_raise->addActions({raisePatch, raiseMinor, raiseMajor});
    const auto raise = [this](QAction *action, VersionPart part) {
        action->setToolTip(tr("Write the next version into the header; nothing else of the file changes"));
        connect(action, &QAction::triggered, this, [this, part] { m_folder.raiseVersions(m_selected, part); });
    };
    raise(raisePatch, VersionPart::Patch);
    raise(raiseMinor, VersionPart::Minor);
    raise(raiseMajor, VersionPart::Major);
}

void PluginActions::refreshRaising()
{
    QStringList versions;
    for (const QString &path : std::as_const(m_selected)) {
        const PluginRow *row = m_model.find(path);
        if (row && !row->serverOnly && !row->plugin.skipped && !row->plugin.entry && !row->plugin.version().isEmpty()) {
            versions.append(row->plugin.version());
        }
    }
    const auto tell = [&versions](QAction *action, const QString &text, VersionPart part) {
        const QString next = versions.size() == 1 ? raisedVersion(versions.first(), part) : QString();
        action->setText(next.isEmpty() ? text : tr("%1: %2", "patch, the next version").arg(text, next));
        action->setEnabled(!next.isEmpty() || versions.size() > 1);
    };
    tell(raisePatch, tr("&Patch"), VersionPart::Patch);
    tell(raiseMinor, tr("&Minor"), VersionPart::Minor);
    tell(raiseMajor, tr("M&ajor"), VersionPart::Major);
    m_raise->menuAction()->setVisible(!versions.isEmpty());
}

QAction *PluginActions::add(const QString &text, const char *icon, const QString &toolTip)
{
    auto *action = new QAction(themedIcon(icon), text, this);
    action->setToolTip(toolTip);
    return action;
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
    saveToFolder->setVisible(there);
    deleteFromServer->setVisible(row && row->seen.plugin && !row->isBusy());
    diff->setEnabled(row && !there && row->seen.plugin && row->compareState() != CompareState::Same);
    for (QAction *action : {diff, pinId, openInEditor, showInFolder, copyPath}) {
        action->setVisible(!there);
    }
    const bool inExport = row && row->plugin.entry;
    pinId->setEnabled(row && row->plugin.kind && !row->isBusy() && !inExport);
    pinId->setToolTip(inExport ? tr("The id of an export's entry is the one it has there. Save its code as a Python "
                                    "file to give it another one.")
                               : tr("Choose the id that this file has on every server"));
    pinLookAlike->setVisible(row && !inExport && !row->lookAlikeId.isEmpty() && !row->isBusy());
    pinLookAlike->setText(tr("Use the id %1").arg(row ? withoutMnemonic(row->lookAlikeId) : QString()));
    useThisFile->setVisible(row && std::ranges::any_of(row->plugin.findings, sharesId));
    include->setVisible(selectedFits([](const Plugin &plugin) { return plugin.skipped && plugin.includable; }));
    exclude->setVisible(selectedFits([](const Plugin &plugin) { return !plugin.skipped; }));
    openInEditor->setEnabled(row);
    const int line = row && !there ? failureLine(*row) : 0;
    lookAtLine->setVisible(line > 0);
    lookAtLine->setText(tr("Loo&k at line %L1").arg(line));
    openOnServer->setVisible(row && row->seen.plugin);
    showInFolder->setEnabled(row);
    const QString deed = row ? withoutMnemonic(deployDetails(*row)) : QString();
    deploy->setVisible(!deed.isEmpty());
    deploy->setEnabled(row && row->canDeploy());
    deploy->setText(deed);
    sendAgain->setVisible(row && row->canDeploy() && row->compareState() == CompareState::Same);
    const auto canBecome = [this](bool on) {
        return std::ranges::any_of(m_selected, [this, on](const QString &path) {
            const PluginRow *candidate = m_model.find(path);
            return candidate && candidate->canBecome(on);
        });
    };
    switchOn->setVisible(canBecome(true));
    switchOff->setVisible(canBecome(false));
    toggle->setEnabled(switchOn->isVisible() || switchOff->isVisible());
    refreshRaising();
    history->setEnabled(row && row->plugin.kind && !row->plugin.id.isEmpty());
    copyId->setEnabled(row && !row->plugin.id.isEmpty());
    copyPath->setEnabled(row);
    copyError->setVisible(row && !errorOf(*row).isEmpty());
}

void PluginActions::fill(QMenu &menu) const
{
    menu.addActions({pinLookAlike, pinId, useThisFile, include, exclude, saveToFolder, deleteFromServer, sendAgain});
    menu.addMenu(m_raise.get());
    menu.addSeparator();
    menu.addActions({switchOn, switchOff});
    menu.addSeparator();
    menu.addActions({diff, history, openOnServer, lookAtLine, openInEditor, showInFolder});
    menu.addSeparator();
    menu.addActions({copyId, copyPath, copyError});
}

bool PluginActions::openBest()
{
    for (QAction *action : {diff, openInEditor}) {
        if (action->isVisible() && action->isEnabled()) {
            action->trigger();
            return true;
        }
    }
    return false;
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
    dialog->setWindowTitle(tr("Set the id"));
    dialog->setLabelText(
        tr("Id of %1 on every server. Leave it empty to let the file decide.").arg(isolated(m_current)));
    dialog->setTextValue(row->plugin.id);
    const QString path = m_current;
    connect(dialog, &QInputDialog::textValueSelected, this,
            [this, path](const QString &text) { m_folder.pinId(path, text); });
    dialog->open();
}

QString PluginActions::currentFile() const
{
    const PluginRow *row = m_model.find(m_current);
    return row ? m_folder.absolutePath(row->plugin.file()) : QString();
}

void PluginActions::openCurrentInEditor(int line)
{
    const QString path = currentFile();
    if (!owui::openInEditor(path, m_editorCommand, line)) {
        emit problemFound({.text = tr("No program could be started to show %1.").arg(isolated(path)),
                           .remedy = m_editorCommand.isEmpty()
                                         ? tr("Choose a text editor for Python files in the settings of your desktop.")
                                         : tr("Choose another editor in the settings of this program.")});
    }
}

void PluginActions::showCurrentInFolder()
{
    const QString path = currentFile();
    if (!owui::showInFolder(path)) {
        emit problemFound(
            {.text = tr("No program could be started to show the folder of %1.").arg(isolated(path)), .remedy = {}});
    }
}

} // namespace owui
