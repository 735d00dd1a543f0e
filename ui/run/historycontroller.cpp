// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/run/historycontroller.h"

#include "ui/diff/diffdialog.h"
#include "ui/list/pluginmodel.h"
#include "ui/parts/messagearea.h"
#include "ui/run/gobackquestion.h"

#include "deploy/run/planmaker.h"
#include "deploy/run/serversession.h"
#include "history/historystore.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui {
namespace {

constexpr int recentRuns = 20;
constexpr int mostOfARun = 20'000;

const MessageSubject subject{u"undo"_s, MessageScope::Server};

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

void HistoryController::setSession(ServerSession *session)
{
    for (HistoryDialog *dialog : m_window->findChildren<HistoryDialog *>()) {
        dialog->close();
    }
    m_session = session;
}

void HistoryController::tell(const QString &text)
{
    m_parts.messages.show(subject, Tone::Neutral, text);
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
    connect(&m_session->run(), &Run::runFinished, dialog, &HistoryDialog::refresh);
    dialog->show();
}

bool HistoryController::canStart()
{
    if (m_session && !m_session->run().isRunning()) {
        m_parts.messages.close(subject);
        return true;
    }
    tell(m_session ? tr("Wait until what runs now is over, or cancel it.")
                   : tr("Choose the server first whose plugins shall be taken back."));
    return false;
}

void HistoryController::undoLast()
{
    if (!canStart()) {
        return;
    }
    const QString origin = originOf(m_session->connection().url);
    m_parts.store.runs(origin, recentRuns, this, [this, origin](const Result<QList<HistoryRun>> &runs) {
        if (!runs) {
            m_parts.messages.show(subject, runs.error());
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
                                  m_parts.messages.show(subject, entries.error());
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
        if (asked && asked == m_session && canStart()) {
            emit agreed(requests, takesBackRun);
        }
    });
    question->open();
}

void HistoryController::showDiff(const HistorySubject &subject, const HistoryMoment &moment)
{
    if (!m_session) {
        return;
    }
    const Sighting now = m_session->plans().inventory().find(subject.space, subject.id);
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
