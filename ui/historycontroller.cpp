// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/historycontroller.h"

#include "ui/comparecontroller.h"
#include "ui/diffdialog.h"
#include "ui/messagearea.h"
#include "ui/pluginmodel.h"

#include "deploy/serversession.h"
#include "history/historystore.h"

#include <QCheckBox>
#include <QMessageBox>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui {
namespace {

constexpr int recentRuns = 20;
constexpr int mostOfARun = 20'000;

const QString subjectOfRun = u"undo"_s;

bool canUndo(const HistoryRun &run)
{
    return run.kind == HistoryRunKind::Deploy && !run.takenBack && run.entries > 0;
}

} // namespace

HistoryController::HistoryController(const Parts &parts, QWidget *window)
    : QObject(window)
    , m_parts(parts)
    , m_window(window)
{
}

HistoryController::~HistoryController() = default;

void HistoryController::setSession(ServerSession *session)
{
    m_undo.reset();
    m_requests.clear();
    m_parts.messages.close(subjectOfRun);
    for (HistoryDialog *dialog : m_window->findChildren<HistoryDialog *>()) {
        dialog->close();
    }
    m_session = session;
    if (!session) {
        return;
    }
    m_undo = std::make_unique<RunUndo>(session->server(), m_parts.localCheck, m_parts.store, &m_parts.journal);
    connect(m_undo.get(), &RunUndo::finished, this, &HistoryController::takeResult);
    connect(m_undo.get(), &RunUndo::runFinished, this, &HistoryController::endRun);
    connect(m_undo.get(), &RunUndo::logged, this, &HistoryController::logged);
}

void HistoryController::tell(const QString &text)
{
    m_parts.messages.show(subjectOfRun, Tone::Neutral, text);
}

void HistoryController::show(const QString &path)
{
    const PluginRow *row = m_parts.model.find(path);
    if (!row || !row->plugin.kind || !m_session) {
        return;
    }
    auto *dialog = new HistoryDialog(m_parts.store, *m_session,
                                     {.space = spaceOf(*row->plugin.kind),
                                      .id = row->plugin.id,
                                      .title = row->plugin.title(),
                                      .path = row->serverOnly ? QString() : path},
                                     m_window);
    connect(dialog, &HistoryDialog::goBackRequested, this, &HistoryController::askToGoBack);
    connect(dialog, &HistoryDialog::diffRequested, this, &HistoryController::showDiff);
    if (m_undo) {
        connect(m_undo.get(), &RunUndo::runFinished, dialog, &HistoryDialog::refresh);
    }
    dialog->show();
}

bool HistoryController::canStart()
{
    if (m_session && !isRunning() && !m_session->queue().isRunning()) {
        return true;
    }
    tell(m_session ? tr("Wait until what runs now is over, or cancel it.")
                   : tr("Choose the server first whose plugins shall be taken back."));
    return false;
}

void HistoryController::cancel()
{
    if (isRunning()) {
        m_undo->cancel();
    }
}

void HistoryController::undoLast()
{
    if (!canStart()) {
        return;
    }
    const QString origin = originOf(m_session->connection().url);
    m_parts.store.runs(origin, recentRuns, this, [this, origin](const Result<QList<HistoryRun>> &runs) {
        if (!runs) {
            m_parts.messages.show(subjectOfRun, runs.error());
            return;
        }
        const auto last = std::ranges::find_if(runs.value(), canUndo);
        if (last == runs.value().end()) {
            tell(tr("There is no deployment to this server that could be undone."));
            return;
        }
        m_parts.store.entries({.server = origin, .run = last->id, .most = mostOfARun}, this,
                              [this, run = *last](const Result<QList<HistoryEntry>> &entries) {
                                  if (entries) {
                                      askToUndo(run, entries.value());
                                  } else {
                                      m_parts.messages.show(subjectOfRun, entries.error());
                                  }
                              });
    });
}

void HistoryController::askToUndo(const HistoryRun &run, const QList<HistoryEntry> &entries)
{
    const QList<GoBackRequest> requests = undoRequests(entries);
    if (!m_session || requests.isEmpty()) {
        return;
    }
    const Connection &connection = m_session->connection();
    const auto created = static_cast<int>(std::ranges::count_if(requests, &GoBackRequest::undoesCreate));
    auto *question = new QMessageBox(m_window);
    question->setObjectName(u"undoQuestion"_s);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setTextFormat(Qt::PlainText);
    question->setIcon(connection.production ? QMessageBox::Warning : QMessageBox::Question);
    question->setWindowTitle(tr("Undo the last deployment"));
    const QString when = QLocale().toString(run.started.toLocalTime(), QLocale::ShortFormat);
    question->setText(connection.production
                          ? tr("Undo the deployment of %1 to the production server %2?").arg(when, connection.name)
                          : tr("Undo the deployment of %1 to %2?").arg(when, connection.name));
    QStringList lines;
    if (const int updated = static_cast<int>(requests.size()) - created; updated > 0) {
        lines.append(tr("%n plugin(s) return to what they were.", nullptr, updated));
    }
    if (created > 0) {
        lines.append(tr("%n plugin(s) were new: functions are switched off, tools are left.", nullptr, created));
        auto *remove = new QCheckBox(tr("&Delete what was new"), question);
        remove->setObjectName(u"deleteCreated"_s);
        question->setCheckBox(remove);
    }
    lines.append(tr("Settings are not brought back."));
    question->setInformativeText(lines.join(u'\n'));
    QPushButton *undo = question->addButton(tr("&Undo"), QMessageBox::AcceptRole);
    undo->setObjectName(u"undo"_s);
    QPushButton *cancel = question->addButton(QMessageBox::Cancel);
    question->setDefaultButton(connection.production ? cancel : undo);
    const QPointer<ServerSession> asked = m_session;
    connect(undo, &QPushButton::clicked, this, [this, asked, question, requests, id = run.id] {
        if (!asked || asked != m_session) {
            return;
        }
        QList<GoBackRequest> wanted = requests;
        for (GoBackRequest &request : wanted) {
            request.deleteCreated = question->checkBox() && question->checkBox()->isChecked();
        }
        start(wanted, id);
    });
    question->open();
}

void HistoryController::askToGoBack(const GoBackRequest &request)
{
    if (!canStart()) {
        return;
    }
    const Connection &connection = m_session->connection();
    auto *question = new QMessageBox(m_window);
    question->setObjectName(u"goBackQuestion"_s);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setTextFormat(Qt::PlainText);
    question->setIcon(connection.production ? QMessageBox::Warning : QMessageBox::Question);
    question->setWindowTitle(tr("Go back"));
    question->setText(connection.production
                          ? tr("Take %1 back on the production server %2?").arg(request.title, connection.name)
                          : tr("Take %1 back on %2?").arg(request.title, connection.name));
    if (request.undoesCreate()) {
        question->setInformativeText(tr("It was not there before: a function is switched off, a tool is left."));
        auto *remove = new QCheckBox(tr("&Delete it"), question);
        remove->setObjectName(u"deleteCreated"_s);
        question->setCheckBox(remove);
    } else {
        question->setInformativeText(
            tr("Text, name, description, and whether it is on are brought back. Settings are not."));
    }
    QPushButton *goBack = question->addButton(tr("&Go back"), QMessageBox::AcceptRole);
    goBack->setObjectName(u"goBack"_s);
    QPushButton *cancel = question->addButton(QMessageBox::Cancel);
    question->setDefaultButton(connection.production ? cancel : goBack);
    const QPointer<ServerSession> asked = m_session;
    connect(goBack, &QPushButton::clicked, this, [this, asked, question, request] {
        if (asked && asked == m_session) {
            GoBackRequest wanted = request;
            wanted.deleteCreated = question->checkBox() && question->checkBox()->isChecked();
            start({wanted}, {});
        }
    });
    question->open();
}

void HistoryController::start(QList<GoBackRequest> requests, const QString &takesBackRun)
{
    if (requests.isEmpty() || !canStart()) {
        return;
    }
    if (m_session->connection().production) {
        // It was asked for just now.
        for (GoBackRequest &request : requests) {
            request.consents.insert(Consent::Production);
        }
    }
    m_requests = requests;
    tell(tr("Taking back…"));
    m_undo->start(requests, takesBackRun);
}

void HistoryController::takeResult(const DeployResult &result)
{
    m_parts.model.setResult(result);
    m_parts.compares.lookAgain(spaceOf(result.kind), result.id);
}

void HistoryController::endRun()
{
    QList<GoBackRequest> blocked;
    QStringList reasons;
    for (const DeployResult &result : m_undo->results()) {
        const auto request = std::ranges::find(m_requests, result.id, &GoBackRequest::id);
        if (result.outcome == DeployOutcome::Blocked && request != m_requests.end()) {
            GoBackRequest again = *request;
            again.consents |= result.missing;
            blocked.append(again);
        }
        if (!result.isSuccess()) {
            reasons.append(QString(result.message + u' ' + result.remedy).trimmed());
        }
    }
    QList<MessageAction> actions;
    if (!blocked.isEmpty()) {
        actions.append({.text = tr("Take back all the same"), .run = [this, blocked] { start(blocked, {}); }});
    }
    const RunSummary &summary = m_undo->summary();
    const Tone tone = summary.isClean() ? Tone::Good : summary.failed > 0 ? Tone::Bad : Tone::Warning;
    QString text = tr("Taken back: %1", "what it came to").arg(summary.text());
    if (!reasons.isEmpty()) {
        text += u'\n' + reasons.first();
    }
    m_parts.messages.show(subjectOfRun, tone, text, actions);
}

void HistoryController::showDiff(const HistorySubject &subject, const HistoryMoment &moment)
{
    if (!m_session || !m_parts.compares.inventory()) {
        return;
    }
    const Sighting now = m_parts.compares.inventory()->find(subject.space, subject.id);
    const QPointer<DiffDialog> dialog = new DiffDialog(tr("%1: then and now").arg(subject.title), m_window);
    dialog->open();
    if (!now.plugin || !now.plugin->content) {
        dialog->showProblem(tr("Nobody knows what the server has now. Refresh, and try again."));
        return;
    }
    const auto showThen = [dialog, subject, text = now.plugin->content->toUtf8()](const QString &then) {
        if (dialog) {
            dialog->show({.oldName = tr("%1 then", "id").arg(subject.id),
                          .newName = tr("%1 now", "id").arg(subject.id),
                          .oldText = then.toUtf8(),
                          .newText = text});
        }
    };
    const bool ours = moment.entry && moment.entry->before && !moment.entry->before->contentHash.isEmpty();
    if (ours) {
        m_parts.store.content(moment.entry->before->contentHash, dialog,
                              [dialog, showThen](const Result<QString> &content) {
                                  if (content) {
                                      showThen(content.value());
                                  } else {
                                      dialog->showProblem(content.error().text);
                                  }
                              });
        return;
    }
    m_session->server().snapshot(subject.space, subject.id, moment.version->id, dialog,
                                 [dialog, showThen](const Answer<ServerSnapshot> &answer) {
                                     if (answer) {
                                         showThen(answer.value->content);
                                     } else {
                                         dialog->showProblem(answer.error.text());
                                     }
                                 });
}

} // namespace owui
