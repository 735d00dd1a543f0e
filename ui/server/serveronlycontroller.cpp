// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/server/serveronlycontroller.h"

#include "ui/list/pluginmodel.h"
#include "ui/parts/messagearea.h"
#include "ui/server/deletedialog.h"

#include "deploy/run/serversession.h"
#include "onpool.h"
#include "plugins/pluginfilewriter.h"
#include "plugins/pluginfolder.h"

#include <QDir>
#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace owui {
namespace {

const MessageSubject saveSubject{u"save"_s, MessageScope::Folder};

} // namespace

ServerOnlyController::ServerOnlyController(PluginFolder &folder, PluginModel &model, MessageArea &messages,
                                           QWidget *window)
    : QObject(window)
    , m_folder(folder)
    , m_model(model)
    , m_messages(messages)
    , m_window(window)
{
}

void ServerOnlyController::saveToFolder(const QString &path)
{
    const PluginRow *row = m_model.find(path);
    if (!row || !row->seen.plugin) {
        return;
    }
    const ServerPlugin there = *row->seen.plugin;
    if (!there.content) {
        m_messages.show(saveSubject, {.text = tr("The server does not show the text of %1.").arg(there.name),
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
            [this, text = *there.content](const QString &fileName) { write(fileName, text, false); });
    dialog->open();
}

void ServerOnlyController::write(const QString &fileName, const QString &text, bool overwrite)
{
    m_messages.close(saveSubject);
    const auto work = [fileName, text, overwrite] { return writePluginFile(fileName, text.toUtf8(), overwrite); };
    onPool(this, work, [this, fileName, text](const Result<FileWrite> &written) {
        const QString shown = QDir::toNativeSeparators(fileName);
        if (!written) {
            m_messages.show(saveSubject, written.error());
        } else if (written.value() == FileWrite::Refused) {
            askToOverwrite(fileName, text);
        } else {
            m_messages.show(saveSubject, Tone::Good,
                            written.value() == FileWrite::Written ? tr("Saved to %1.").arg(shown)
                                                                  : tr("%1 has exactly this text already.").arg(shown));
        }
    });
}

void ServerOnlyController::askToOverwrite(const QString &fileName, const QString &text)
{
    auto *question = new QMessageBox(m_window);
    question->setObjectName(u"overwriteQuestion"_s);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setTextFormat(Qt::PlainText);
    question->setIcon(QMessageBox::Warning);
    question->setWindowTitle(tr("Write over the file"));
    question->setText(tr("%1 is there already, with another text.").arg(QDir::toNativeSeparators(fileName)));
    question->setInformativeText(tr("Writing over it loses what it has."));
    QPushButton *overwrite = question->addButton(tr("&Write over it"), QMessageBox::DestructiveRole);
    overwrite->setObjectName(u"overwrite"_s);
    question->setDefaultButton(question->addButton(QMessageBox::Cancel));
    connect(overwrite, &QPushButton::clicked, this, [this, fileName, text] { write(fileName, text, true); });
    question->open();
}

void ServerOnlyController::askToDelete(const QString &path)
{
    const PluginRow *row = m_model.find(path);
    if (!row || !row->seen.plugin || !m_session) {
        return;
    }
    const ServerPlugin there = *row->seen.plugin;
    auto *dialog = new DeleteDialog(m_session->connection(), there, m_window);
    m_session->server().valves(there.space, there.id, dialog, [dialog](const Answer<QJsonObject> &answer) {
        if (answer) {
            dialog->setValves(answer.value->keys());
        } else {
            dialog->setValvesUnknown(answer.error.text());
        }
    });
    // The answer counts only for the server that it was asked about.
    const QPointer<ServerSession> asked = m_session;
    connect(dialog, &QDialog::accepted, this, [this, asked, there] {
        if (asked && asked == m_session) {
            emit deleteAgreed(there);
        }
    });
    dialog->open();
}

} // namespace owui
