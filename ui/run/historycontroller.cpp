// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/run/historycontroller.h"

#include "ui/diff/diffdialog.h"
#include "ui/list/pluginmodel.h"
#include "ui/parts/messagearea.h"
#include "ui/parts/named.h"
#include "ui/parts/plaintext.h"

#include "compare/seen/inventory.h"
#include "deploy/run/planmaker.h"
#include "deploy/run/serversession.h"
#include "history/historystore.h"
#include "isolated.h"
#include "shorttime.h"

#include <QCheckBox>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui {
namespace {

constexpr int recentRuns = 20;
constexpr int mostOfARun = 20'000;
constexpr int atOnce = 50; // entries, where one that can be undone is enough
const QString tickName = u"deleteCreated"_s;

const MessageSubject undoSubject{u"undo"_s, MessageScope::Server};

bool canUndo(const HistoryRun &run)
{
    return run.kind == HistoryRunKind::Deploy && !run.takenBack && run.entries > 0;
}

} // namespace

HistoryController::HistoryController(const Parts &parts, HistoryStore &store)
    : ListController(parts)
    , m_store(store)
{
    // Another id is another plugin with a past of its own.
    connect(&m_model, &PluginModel::merged, this, [this] { readLast(m_current); });
}

QString HistoryController::takeBackText(const QString &title, const Connection &connection, const QString &from,
                                        const QString &to)
{
    const QString plugin = isolated(title);
    const QString server = isolated(connection.name);
    if (from.isEmpty() || to.isEmpty() || from == to) {
        return connection.production ? tr("Take %1 back on the production server %2?").arg(plugin, server)
                                     : tr("Take %1 back on %2?").arg(plugin, server);
    }
    return connection.production
               ? tr("Take %1 back from %2 to %3 on the production server %4?")
                     .arg(plugin, isolated(from), isolated(to), server)
               : tr("Take %1 back from %2 to %3 on %4?").arg(plugin, isolated(from), isolated(to), server);
}

void HistoryController::leaveSession()
{
    for (HistoryDialog *dialog : m_window->findChildren<HistoryDialog *>()) {
        dialog->close();
    }
}

void HistoryController::readLast(const QString &path)
{
    m_current = path;
    const PluginRow *row = m_model.find(path);
    if (!m_session || !row || !row->plugin.kind || row->plugin.id.isEmpty() || row->result || row->past) {
        return;
    }
    const HistoryQuery query{.server = originOf(m_session->connection().url),
                             .space = spaceOf(*row->plugin.kind),
                             .id = row->plugin.id,
                             .most = 1};
    m_store.entries(query, m_sessionContext.get(), [this, path, query](const Result<QList<HistoryEntry>> &entries) {
        if (!entries) {
            m_messages.show(u"history"_s, entries.error());
            return;
        }
        const PluginRow *now = m_model.find(path);
        if (!entries.value().isEmpty() && now && now->plugin.id == query.id) {
            m_model.setPast(path, entries.value().first());
        }
    });
}

void HistoryController::tell(const QString &text)
{
    m_messages.show(undoSubject, Tone::Neutral, text);
}

void HistoryController::show(const QString &path)
{
    const PluginRow *row = m_model.find(path);
    if (!row || !row->plugin.kind || !m_session) {
        return;
    }
    auto *dialog = new HistoryDialog(m_store, *m_session,
                                     {.space = spaceOf(*row->plugin.kind),
                                      .id = row->plugin.id,
                                      .title = row->plugin.title(),
                                      .path = row->serverOnly ? QString() : path},
                                     m_window);
    connect(dialog, &HistoryDialog::goBackRequested, this,
            [this, dialog](const GoBackRequest &request, const QString &to) { askToGoBack(request, to, dialog); });
    connect(dialog, &HistoryDialog::diffRequested, this, &HistoryController::showDiff);
    connect(&m_session->run(), &Run::runFinished, dialog, &HistoryDialog::refresh);
    dialog->show();
}

bool HistoryController::canStart()
{
    if (m_session && !m_session->run().isRunning()) {
        m_messages.close(undoSubject);
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
    findRuns([this](const Result<QList<HistoryRun>> &runs) {
        if (runs) {
            askAboutFirst(runs.value());
        } else {
            m_messages.show(undoSubject, runs.error());
        }
    });
}

void HistoryController::takeSession()
{
    setCanUndo(false);
    readLast(m_current);
    if (!m_session) {
        return;
    }
    const Run *run = &m_session->run();
    connect(run, &Run::runFinished, m_sessionContext.get(), [this, run] {
        const auto changed = [](const DeployResult &result) {
            return result.isSuccess() && result.outcome != DeployOutcome::Unchanged;
        };
        if (run->kind() == HistoryRunKind::Deploy && std::ranges::any_of(run->results(), changed)) {
            setCanUndo(true); // which the history will confirm
        }
        findOutWhetherItCanUndo();
    });
    // Somebody may have deployed from the command line, or the history was cut down.
    connect(&m_session->plans().inventory(), &Inventory::refreshed, m_sessionContext.get(),
            [this] { findOutWhetherItCanUndo(); });
    findOutWhetherItCanUndo();
}

void HistoryController::findOutWhetherItCanUndo()
{
    findRuns([this](const Result<QList<HistoryRun>> &runs) {
        if (runs) {
            lookForChange(runs.value(), 0);
        } else {
            setCanUndo(true); // a history that cannot be read says so when it is needed
        }
    });
}

void HistoryController::lookForChange(QList<HistoryRun> runs, qint64 before)
{
    if (runs.isEmpty()) {
        setCanUndo(false);
        return;
    }
    const HistoryRun &run = runs.first();
    m_store.entries({.server = run.server, .run = run.id, .before = before, .most = atOnce}, m_sessionContext.get(),
                    [this, runs](const Result<QList<HistoryEntry>> &entries) mutable {
                        if (!entries || !undoRequests(entries.value()).isEmpty()) {
                            setCanUndo(true);
                            return;
                        }
                        const bool isAll = entries.value().size() < atOnce;
                        if (isAll) {
                            runs.removeFirst();
                        }
                        lookForChange(runs, isAll ? 0 : entries.value().last().number);
                    });
}

void HistoryController::setCanUndo(bool can)
{
    if (m_canUndo != can) {
        m_canUndo = can;
        emit canUndoChanged(can);
    }
}

void HistoryController::findRuns(const std::function<void(const Result<QList<HistoryRun>> &)> &found)
{
    m_store.runs(originOf(m_session->connection().url), recentRuns, m_sessionContext.get(),
                 [found](const Result<QList<HistoryRun>> &runs) {
                     if (!runs) {
                         found(runs.error());
                         return;
                     }
                     QList<HistoryRun> candidates;
                     std::ranges::copy_if(runs.value(), std::back_inserter(candidates), canUndo);
                     found(candidates);
                 });
}

void HistoryController::askAboutFirst(QList<HistoryRun> runs)
{
    if (runs.isEmpty()) {
        tell(tr("There is no deployment to this server that could be undone."));
        return;
    }
    const HistoryRun run = runs.takeFirst();
    m_store.entries({.server = run.server, .run = run.id, .most = mostOfARun}, m_sessionContext.get(),
                    [this, run, runs](const Result<QList<HistoryEntry>> &entries) {
                        if (!entries) {
                            m_messages.show(undoSubject, entries.error());
                        } else if (const auto requests = undoRequests(entries.value()); requests.isEmpty()) {
                            askAboutFirst(runs); // it changed nothing, so it is the one before that counts
                        } else {
                            askToUndo(run, requests);
                        }
                    });
}

void HistoryController::askToUndo(const HistoryRun &run, const QList<GoBackRequest> &requests)
{
    const Connection &connection = m_session->connection();
    const QString when = shortMoment(run.started);
    const auto created = static_cast<int>(std::ranges::count_if(requests, &GoBackRequest::undoesCreate));
    const auto explain = [updated = static_cast<int>(requests.size()) - created](const QString &ofNew) {
        QStringList lines{updated > 0 ? tr("%n plugin(s) return to what they were.", nullptr, updated) : QString(),
                          ofNew, tr("Settings are not brought back.")};
        lines.removeAll(QString());
        return lines.join(u'\n');
    };
    askFor(
        {.name = u"undoQuestion"_s,
         .title = tr("Undo the last deployment"),
         .text = connection.production
                     ? tr("Undo the deployment of %1 to the production server %2?").arg(when, isolated(connection.name))
                     : tr("Undo the deployment of %1 to %2?").arg(when, isolated(connection.name)),
         .more = explain(
             created > 0 ? tr("%n plugin(s) were new: functions are switched off, tools are left.", nullptr, created)
                         : QString()),
         .moreTicked = explain(tr("%n plugin(s) were new: they are deleted, with their settings.", nullptr, created)),
         .agree = tr("&Undo"),
         .agreeName = u"undo"_s,
         .tick = created > 0 ? named(tickName, new QCheckBox(tr("&Delete what was new"))) : nullptr},
        requests, run.id, m_window);
}

void HistoryController::askToGoBack(const GoBackRequest &request, const QString &to, QWidget *dialog)
{
    if (!canStart()) {
        return;
    }
    const Connection &connection = m_session->connection();
    const Sighting now = m_session->plans().inventory().find(request.space, request.id);
    const QString from = now.plugin ? now.plugin->version() : QString();
    askFor({.name = u"goBackQuestion"_s,
            .title = tr("Go back"),
            .text = takeBackText(request.title, connection, from, to),
            .more = request.undoesCreate()
                        ? tr("It was not there before: a function is switched off, a tool is left.")
                        : tr("Text, name, description, and whether it is on are brought back. Settings are not."),
            .moreTicked = tr("It was not there before: it is deleted, with its settings."),
            .agree = to.isEmpty() ? tr("&Go back") : tr("&Go back to %1").arg(withoutMnemonic(to)),
            .agreeName = u"goBack"_s,
            .tick = request.undoesCreate() ? named(tickName, new QCheckBox(tr("&Delete it"))) : nullptr},
           {request}, {}, dialog);
}

void HistoryController::askFor(Question question, const QList<GoBackRequest> &requests, const QString &takesBackRun,
                               QWidget *parent)
{
    question.isGrave = m_session->connection().production;
    question.icon = question.isGrave ? QMessageBox::Warning : QMessageBox::Question;
    question.role = QMessageBox::AcceptRole;
    const auto go = [this, requests, takesBackRun, tick = question.tick] {
        QList<GoBackRequest> decided = requests;
        for (GoBackRequest &request : decided) {
            request.deleteCreated = tick && tick->isChecked();
        }
        if (canStart()) {
            emit agreed(decided, takesBackRun);
        }
    };
    // The answer counts only for the server that it was asked about.
    ask(question, parent, go, m_sessionContext.get());
}

void HistoryController::showDiff(const HistorySubject &subject, const HistoryMoment &moment)
{
    if (!m_session) {
        return;
    }
    const Sighting now = m_session->plans().inventory().find(subject.space, subject.id);
    const QPointer<DiffDialog> dialog = new DiffDialog(tr("%1: then and now").arg(isolated(subject.title)), m_window);
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
        m_store.content(moment.entry->before->contentHash, dialog, [dialog, showThen](const Result<QString> &content) {
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
