// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/server/serveronlycontroller.h"

#include "ui/list/pluginmodel.h"
#include "ui/parts/messagearea.h"
#include "ui/server/comparecontroller.h"
#include "ui/server/deletedialog.h"

#include "deploy/run/recordeddelete.h"
#include "deploy/run/serversession.h"
#include "plugins/pluginfilewriter.h"
#include "plugins/pluginfolder.h"

#include <QDir>
#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace owui {
namespace {

const QString saveSubject = u"save"_s;
const QString deleteSubject = u"delete"_s;

} // namespace

ServerOnlyController::ServerOnlyController(PluginFolder &folder, PluginModel &model, CompareController &compares,
                                           MessageArea &messages, Journal &journal, QWidget *window)
    : QObject(window)
    , m_folder(folder)
    , m_model(model)
    , m_compares(compares)
    , m_messages(messages)
    , m_journal(journal)
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
    QtConcurrent::run(work).then(this, [this, fileName, text](const Result<FileWrite> &written) {
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
            deleteNow(there);
        }
    });
    dialog->open();
}

void ServerOnlyController::deleteNow(const ServerPlugin &there)
{
    m_messages.close(deleteSubject);
    auto *work = new RecordedDelete(m_session->server(), m_journal, there, m_session);
    connect(work, &RecordedDelete::finished, m_session, &ServerSession::endWork);
    connect(work, &RecordedDelete::finished, this, [this, asked = m_session, there](const DeleteResult &result) {
        // Whatever came of it, the server knows.
        if (asked == m_session) {
            m_compares.lookAgain(there.space, there.id);
        }
        tellEnd(there, result);
    });
    m_session->beginWork();
    work->start();
}

void ServerOnlyController::tellEnd(const ServerPlugin &there, const DeleteResult &result)
{
    switch (result.outcome) {
    case DeleteResult::Outcome::Deleted:
        m_messages.show(deleteSubject, Tone::Good, tr("%1 was deleted from the server.").arg(there.name));
        break;
    case DeleteResult::Outcome::Missing:
        m_messages.show(deleteSubject, Tone::Neutral, tr("%1 was not on the server any more.").arg(there.name));
        break;
    case DeleteResult::Outcome::Changed:
        tellFailure(there, tr("It was changed on the server since you looked."),
                    tr("Look at what the server has now, then delete it all the same."));
        break;
    case DeleteResult::Outcome::Refused:
        if (!result.unstored.text.isEmpty()) {
            tellFailure(there, result.unstored.text, result.unstored.remedy);
            break;
        }
        [[fallthrough]];
    case DeleteResult::Outcome::Failed:
        tellFailure(there, result.error ? result.error.text() : tr("The server still has it."), result.error.remedy());
        break;
    case DeleteResult::Outcome::Unknown:
        m_messages.show(deleteSubject,
                        {.text = tr("Nobody knows whether %1 was deleted: %2").arg(there.name, result.error.text()),
                         .remedy = tr("Refresh once the server answers again.")});
        break;
    }
}

void ServerOnlyController::tellFailure(const ServerPlugin &there, const QString &reason, const QString &remedy)
{
    m_messages.show(deleteSubject, {.text = tr("%1 was not deleted: %2").arg(there.name, reason), .remedy = remedy});
}

} // namespace owui
