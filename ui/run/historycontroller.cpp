// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/run/historycontroller.h"

#include "ui/diff/diffdialog.h"
#include "ui/list/pluginmodel.h"
#include "ui/parts/messagearea.h"
#include "ui/run/gobackquestion.h"
#include "ui/run/reportactions.h"
#include "ui/server/comparecontroller.h"

#include "deploy/run/serversession.h"
#include "history/historystore.h"

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
    if (isRunning()) {
        // The session lives until this is over, and what it comes to is logged; the rows are another server's now.
        m_undo->disconnect(this);
        connect(m_undo.get(), &RunUndo::logged, this, &HistoryController::logged);
        RunUndo *left = m_undo.release();
        left->setParent(this);
        connect(left, &RunUndo::runFinished, left, &QObject::deleteLater);
        m_left.append(left);
    }
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
    connect(m_undo.get(), &RunUndo::runStarted, session, &ServerSession::beginWork);
    connect(m_undo.get(), &RunUndo::runFinished, session, &ServerSession::endWork);
    connect(m_undo.get(), &RunUndo::runStarted, this, &HistoryController::takeStart);
    connect(m_undo.get(), &RunUndo::stageChanged, this,
            [this](PluginSpace space, const QString &id, DeployStage stage) {
                m_parts.model.setStage(pathOf(space, id), stage);
            });
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
    for (const QPointer<RunUndo> &left : std::as_const(m_left)) {
        if (left) {
            left->cancel();
        }
    }
}

void HistoryController::cancel(const QString &path)
{
    const PluginRow *row = m_parts.model.find(path);
    if (isRunning() && row && row->plugin.kind) {
        m_undo->cancel(spaceOf(*row->plugin.kind), row->plugin.id);
    }
}

int HistoryController::done() const
{
    return m_undo ? static_cast<int>(m_undo->results().size()) : 0;
}

int HistoryController::total() const
{
    return m_undo ? m_undo->total() : 0;
}

int HistoryController::failed() const
{
    return m_undo ? m_undo->summary().failed + m_undo->summary().unknown : 0;
}

QString HistoryController::pathOf(PluginSpace space, const QString &id) const
{
    const auto isIt = [&](const GoBackRequest &request) { return request.space == space && request.id == id; };
    const auto found = std::ranges::find_if(m_requests, isIt);
    const PluginRow *row = found == m_requests.end() ? nullptr : m_parts.model.find(found->path);
    // The history may be of another folder, where the same path was another plugin.
    const bool same = row && row->plugin.kind && spaceOf(*row->plugin.kind) == space && row->plugin.id == id;
    return same ? found->path : QString();
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
        QList<HistoryRun> candidates;
        std::ranges::copy_if(runs.value(), std::back_inserter(candidates), canUndo);
        undoFirst(candidates);
    });
}

void HistoryController::undoFirst(QList<HistoryRun> runs)
{
    if (runs.isEmpty()) {
        tell(tr("There is no deployment to this server that could be undone."));
        return;
    }
    const HistoryRun run = runs.takeFirst();
    m_parts.store.entries({.server = run.server, .run = run.id, .most = mostOfARun}, this,
                          [this, run, runs](const Result<QList<HistoryEntry>> &entries) {
                              if (!entries) {
                                  m_parts.messages.show(subjectOfRun, entries.error());
                                  return;
                              }
                              const QList<GoBackRequest> requests = undoRequests(entries.value());
                              if (requests.isEmpty()) {
                                  undoFirst(runs); // it changed nothing, so it is the one before that counts
                              } else {
                                  askToUndo(run, requests);
                              }
                          });
}

void HistoryController::askToUndo(const HistoryRun &run, const QList<GoBackRequest> &requests)
{
    if (!m_session || originOf(m_session->connection().url) != run.server) {
        return;
    }
    ask(new GoBackQuestion(m_session->connection(), run, requests, m_window), run.id);
}

void HistoryController::askToGoBack(const GoBackRequest &request)
{
    if (!canStart()) {
        return;
    }
    ask(new GoBackQuestion(m_session->connection(), request, m_window), {});
}

void HistoryController::ask(GoBackQuestion *question, const QString &takesBackRun)
{
    const QPointer<ServerSession> asked = m_session;
    connect(question, &GoBackQuestion::agreed, this, [this, asked, takesBackRun](const QList<GoBackRequest> &requests) {
        // The answer counts only for the server that it was asked about.
        if (asked && asked == m_session) {
            start(requests, takesBackRun);
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

void HistoryController::takeStart()
{
    for (const GoBackRequest &request : std::as_const(m_requests)) {
        m_parts.model.setStage(pathOf(request.space, request.id), DeployStage::Waiting);
    }
    emit progressChanged();
}

void HistoryController::takeResult(const DeployResult &result)
{
    const PluginSpace space = spaceOf(result.kind);
    DeployResult shown = result;
    shown.path = pathOf(space, result.id);
    m_parts.model.setResult(shown);
    m_parts.compares.lookAgain(space, result.id);
    emit progressChanged();
}

void HistoryController::endRun()
{
    emit progressChanged();
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
    const RunReport report{.serverName = m_session->connection().name,
                           .serverUrl = m_session->connection().url.toDisplayString(QUrl::RemoveUserInfo),
                           .release = m_undo->release().text(),
                           .ended = QDateTime::currentDateTime(),
                           .elapsed = summary.elapsed,
                           .results = m_undo->results()};
    actions.append(reportActions(report, m_window,
                                 [this](const Problem &problem) { m_parts.messages.show(subjectOfRun, problem); }));
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
