// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/server/serveronlycontroller.h"

#include "ui/list/pluginmodel.h"
#include "ui/parts/messagearea.h"
#include "ui/parts/question.h"
#include "ui/server/deletedialog.h"

#include "deploy/run/serversession.h"
#include "history/historystore.h"
#include "isolated.h"
#include "onpool.h"
#include "plugins/pluginfilewriter.h"
#include "plugins/pluginfolder.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace owui {
namespace {

const MessageSubject saveSubject{u"save"_s, MessageScope::Folder};
const MessageSubject pageSubject{u"page"_s, MessageScope::Server};

} // namespace

ServerOnlyController::ServerOnlyController(const Parts &parts, HistoryStore &history)
    : ListController(parts)
    , m_history(history)
{
}

void ServerOnlyController::saveToFolder(const QString &path)
{
    const PluginRow *row = m_model.find(path);
    if (!row || !row->seen.plugin || !m_session) {
        return;
    }
    const ServerPlugin there = *row->seen.plugin;
    if (!there.content) {
        m_messages.show(saveSubject, {.text = tr("The server does not show the text of %1.").arg(isolated(there.name)),
                                      .remedy = tr("Ask somebody who may see it, or sign in as its owner.")});
        return;
    }
    auto *dialog = new QFileDialog(m_window, tr("Save %1").arg(there.id), m_folder.root(), tr("Python files (*.py)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(u"saveToFolderDialog"_s);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"py"_s);
    // We ask ourselves: the file may come to be after the dialog looked.
    dialog->setOption(QFileDialog::DontConfirmOverwrite);
    dialog->selectFile(QDir(m_folder.root()).filePath(there.id + u".py"_s));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, origin = originOf(m_session->connection().url), there](const QString &fileName) {
                write({.fileName = fileName, .serverOrigin = origin, .there = there}, false);
            });
    dialog->open();
}

void ServerOnlyController::write(const Saving &saving, bool overwrite)
{
    m_messages.close(saveSubject);
    const QByteArray text = saving.there.content->toUtf8();
    const auto work = [fileName = saving.fileName, text, overwrite] {
        return writePluginFile(fileName, text, overwrite);
    };
    emit writing(saving.fileName, text);
    onPool(this, work, [this, saving](const Result<FileWrite> &written) {
        if (!written || written.value() != FileWrite::Written) {
            emit writing(saving.fileName, {});
        }
        if (!written) {
            m_messages.show(saveSubject, written.error());
        } else if (written.value() == FileWrite::Refused) {
            askToOverwrite(saving);
        } else {
            tellSaved(saving, written.value());
        }
    });
}

void ServerOnlyController::tellSaved(const Saving &saving, FileWrite outcome)
{
    const QString shown = isolated(QDir::toNativeSeparators(saving.fileName));
    m_messages.show(saveSubject, Tone::Good,
                    outcome == FileWrite::Written ? tr("Saved to %1.").arg(shown)
                                                  : tr("%1 has exactly this text already.").arg(shown));
    // Whoever goes on from this text has seen what the server has.
    const PulledPlugin pulled{
        .file = QDir::cleanPath(saving.fileName), .space = saving.there.space, .id = saving.there.id};
    m_history.setPulled(saving.serverOrigin, pulled, *saving.there.content, this, [this](const Result<bool> &noted) {
        if (!noted) {
            m_messages.show(saveSubject, noted.error());
        }
    });
}

void ServerOnlyController::askToOverwrite(const Saving &saving)
{
    ask({.name = u"overwriteQuestion"_s,
         .title = tr("Write over the file"),
         .text = tr("%1 is there already, with another text.").arg(isolated(QDir::toNativeSeparators(saving.fileName))),
         .more = tr("Writing over it loses what it has."),
         .agree = tr("&Write over it"),
         .agreeName = u"overwrite"_s,
         .icon = QMessageBox::Warning},
        m_window, [this, saving] { write(saving, true); });
}

void ServerOnlyController::askToDelete(const QString &path)
{
    const PluginRow *row = m_model.find(path);
    if (!row || !row->seen.plugin || !m_session) {
        return;
    }
    const ServerPlugin there = *row->seen.plugin;
    const QString file = row->serverOnly ? QString() : row->plugin.path;
    auto *dialog = new DeleteDialog(m_session->connection(), there, file, m_window);
    m_session->server().valves(there.space, there.id, dialog, [dialog](const Answer<QJsonObject> &answer) {
        if (answer) {
            dialog->setValves(answer.value->keys());
        } else {
            dialog->setValvesUnknown(answer.error.text());
        }
    });
    // The answer counts only for the server that it was asked about.
    connect(dialog, &QDialog::accepted, m_sessionContext.get(), [this, there] { emit deleteAgreed(there); });
    dialog->open();
}

void ServerOnlyController::openPage(const QString &path)
{
    const PluginRow *row = m_model.find(path);
    if (!row || !row->seen.plugin || !m_session) {
        return;
    }
    const ServerPlugin &there = *row->seen.plugin;
    const Connection &connection = m_session->connection();
    if (connection.practice) {
        m_messages.show(pageSubject, Tone::Neutral, tr("The practice server has no pages for a browser."));
        return;
    }
    const QUrl page = OpenWebUi::pageOf(connection, there.space, there.id);
    if (!QDesktopServices::openUrl(page)) {
        m_messages.show(pageSubject, {.text = tr("No browser could be started to show %1.").arg(page.toString()),
                                      .remedy = tr("Choose a browser in the settings of your desktop.")});
    }
}

} // namespace owui
