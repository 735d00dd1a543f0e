// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/serveronlycontroller.h"

#include "ui/comparecontroller.h"
#include "ui/deletedialog.h"
#include "ui/messagearea.h"
#include "ui/pluginmodel.h"

#include "deploy/journal.h"
#include "deploy/serversession.h"
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
            keepThenDelete(there);
        }
    });
    dialog->open();
}

void ServerOnlyController::keepThenDelete(const ServerPlugin &there)
{
    m_messages.close(deleteSubject);
    JournalChange change;
    change.run = JournalRun::make(HistoryRunKind::Other);
    change.serverOrigin = originOf(m_session->connection().url);
    change.change = HistoryChange::Delete;
    change.space = there.space;
    change.id = there.id;
    change.title = there.name;
    change.present = there;
    const QPointer<ServerSession> asked = m_session;
    const QPointer<ServerOnlyController> self = this;
    m_journal.before(change, [self, asked, there, run = change.run.id](const JournalReceipt &receipt) {
        if (!self || !asked || asked != self->m_session) {
            return;
        }
        if (receipt.problem.isEmpty()) {
            self->deleteNow(there, receipt.entry, run);
        } else {
            self->tellFailure(there, receipt.problem, tr("Nothing was sent, because there would be no way back."));
        }
    });
}

void ServerOnlyController::deleteNow(const ServerPlugin &there, qint64 entry, const QString &run)
{
    m_session->server().remove(there.space, there.id, this, [this, there, entry, run](const Answer<bool> &answer) {
        const bool unknown = !answer && answer.error.serverGone();
        m_journal.after(entry,
                        answer    ? HistoryOutcome::Done
                        : unknown ? HistoryOutcome::Unknown
                                  : HistoryOutcome::Failed,
                        std::nullopt, answer ? QString() : answer.error.text());
        m_journal.endRun(run);
        // Whatever the answer says, the server knows.
        m_compares.lookAgain(there.space, there.id);
        if (answer) {
            m_messages.show(deleteSubject, Tone::Good, tr("%1 was deleted from the server.").arg(there.name));
        } else {
            tellFailure(there, answer.error.text(), answer.error.remedy());
        }
    });
}

void ServerOnlyController::tellFailure(const ServerPlugin &there, const QString &reason, const QString &remedy)
{
    m_messages.show(deleteSubject, {.text = tr("%1 was not deleted: %2").arg(there.name, reason), .remedy = remedy});
}

} // namespace owui
