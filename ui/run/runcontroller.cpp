// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/run/runcontroller.h"

#include "ui/list/pluginmodel.h"
#include "ui/parts/messagearea.h"
#include "ui/run/consentdialog.h"
#include "ui/run/deploysettings.h"
#include "ui/run/reportactions.h"
#include "ui/run/runtexts.h"

#include "isolated.h"
#include "plugins/pluginfolder.h"

#include <algorithm>
#include <functional>
#include <utility>

using namespace Qt::StringLiterals;

namespace owui {
namespace {

// What can be done after a deployment is about files of the folder.
const MessageSubject runSubject{u"run"_s, MessageScope::Folder | MessageScope::Server};
const MessageSubject goBackSubject{u"run"_s, MessageScope::Server};
const MessageSubject changeSubject{u"change"_s, MessageScope::Server};
const MessageSubject reportSubject{u"report"_s};
const MessageSubject serverSubject{u"server"_s, MessageScope::Server};
const MessageSubject heldSubject{u"held"_s, MessageScope::Server};

} // namespace

RunController::RunController(const Parts &parts, QSettings &settings)
    : ListController(parts)
    , m_settings(settings)
    , m_switchedOff(m_messages, [this](const QList<SwitchRequest> &requests) { return switchTo(requests); })
{
}

void RunController::leaveSession()
{
    m_folder.takeWritten(std::exchange(m_written, {}));
    // What ends now on the server that is left is no news in this window.
    if (m_session && m_session->run().isHeld()) {
        m_session->run().cancelWaiting(); // nobody is left who could let it go on
    }
    m_deployments.clear();
    m_goingBack.clear();
    m_switchedOff.forget();
    m_switching.clear();
    m_work.clear();
    m_goBackWork.clear();
    m_model.clearStatus();
}

void RunController::takeSession()
{
    if (m_session) {
        const Run *run = &m_session->run();
        QObject *context = m_sessionContext.get();
        connect(run, &Run::runStarted, context, [this] { takeStart(); });
        connect(run, &Run::stageChanged, context,
                [this](const QString &path, DeployStage stage, PluginSpace space, const QString &id) {
                    m_model.setStage(rowOf(path, space, id), stage);
                });
        connect(run, &Run::finished, context, [this](const DeployResult &result) { takeResult(result); });
        connect(run, &Run::progressChanged, context, [this] { emit progressChanged(); });
        connect(run, &Run::written, context, [this](const FileChange &change) { m_written.append(change); });
        connect(run, &Run::held, context, [this](const QString &reason) { tellHeld(reason); });
        connect(run, &Run::runFinished, context, [this] { takeEnd(); });
    }
    emit progressChanged();
}

bool RunController::mayDeploy()
{
    const MessageAction connections{.text = tr("Connections…"), .run = [this] { emit connectionsRequested(); }};
    if (!m_session) {
        const MessageAction practice{.text = tr("Practice server"), .run = [this] { emit practiceRequested(); }};
        m_messages.show(serverSubject, Tone::Warning,
                        tr("No server is chosen to deploy to. Add one, or practise first."), {connections, practice});
        return false;
    }
    if (!m_session->canBeUsed()) {
        m_messages.show(serverSubject, m_session->reasonAgainstUse(), {connections});
        return false;
    }
    m_messages.close(serverSubject);
    return true;
}

void RunController::deploy(const QStringList &paths, bool again)
{
    QStringList ready;
    std::ranges::copy_if(paths, std::back_inserter(ready), [this](const QString &path) {
        const PluginRow *row = m_model.find(path);
        return row && row->canDeploy();
    });
    m_agreed.clear();
    if (ready.isEmpty() || !mayDeploy()) {
        return;
    }
    if (m_folder.isScanning() && m_folder.plugins().isEmpty()) {
        m_messages.show(serverSubject, Tone::Neutral,
                        tr("The folder is still being read. Deploy once it is complete, when ids that are taken twice "
                           "are known."));
        return;
    }
    if (!again && ready.size() == 1) {
        QList<DeployResult> stopped = ofThisFolder(m_work.toDecide());
        stopped.removeIf([&ready](const DeployResult &result) { return result.path != ready.first(); });
        if (!stopped.isEmpty()) {
            askForConsents(stopped);
            return;
        }
    }
    if (needsPlan(ready, again)) {
        emit planRequested(ready);
        return;
    }
    const PluginRow &row = *m_model.find(ready.first());
    submit({requestFor(row.plugin, row.lookedAt(), {}, options())});
}

bool RunController::needsPlan(const QStringList &paths, bool again) const
{
    const Connection &connection = m_session->connection();
    // What would be asked for after a look is asked for before.
    return paths.size() > 1 || connection.production || (!again && m_model.find(paths.first())->asksFirst()) ||
           DeploySettings::read(m_settings, connection.id).alwaysShowPlan;
}

void RunController::deployPlanned(const QList<PlanRow> &rows)
{
    if (!mayDeploy()) {
        return;
    }
    DeployOptions shared = options();
    QList<DeployRequest> requests;
    for (const PlanRow &row : rows) {
        Consents consents = row.consents() + m_agreed.take(row.plugin.path);
        if (m_session->connection().production) {
            consents.insert(Consent::Production); // it was asked for just now
        }
        shared.sendUnchanged = row.action == PlanAction::None;
        requests.append(requestFor(row.plugin, row.lookedAt(), consents, shared));
    }
    submit(requests);
}

DeployOptions RunController::options() const
{
    return {.root = m_folder.root(),
            .otherIds = {{PluginSpace::Function, m_model.ids(PluginSpace::Function)},
                         {PluginSpace::Tool, m_model.ids(PluginSpace::Tool)}},
            .commitTemplate = DeploySettings::read(m_settings, m_session->connection().id).commitTemplate,
            .sendUnchanged = true};
}

void RunController::submit(const QList<DeployRequest> &requests)
{
    expect(requests);
    m_session->run().deploy(requests);
}

void RunController::expect(const QList<DeployRequest> &requests)
{
    for (const DeployRequest &request : requests) {
        m_deployments.insert(request.plugin.path, request);
        m_model.setStage(request.plugin.path, DeployStage::Waiting);
        m_work.forget(request.plugin.path);
    }
    tellOpenWork();
}

void RunController::goBack(QList<GoBackRequest> requests, const QString &takesBackRun)
{
    if (requests.isEmpty() || !m_session) {
        return;
    }
    for (GoBackRequest &request : requests) {
        if (m_session->connection().production) {
            request.consents.insert(Consent::Production); // it was asked for just now
        }
        m_model.setStage(rowOf(request.path, request.space, request.id), DeployStage::Waiting);
    }
    m_goingBack = requests;
    m_takesBackRun = takesBackRun;
    m_session->run().goBack(requests, takesBackRun);
}

void RunController::remove(const ServerPlugin &there)
{
    if (m_session) {
        m_model.setStage(rowOf({}, there.space, there.id), DeployStage::Waiting);
        m_session->run().remove({{.seen = there, .consents = {Consent::Production}}});
    }
}

bool RunController::switchTo(const QList<SwitchRequest> &requests)
{
    if (!mayDeploy()) {
        return false;
    }
    for (const SwitchRequest &request : requests) {
        const DeployResult &subject = request.subject;
        m_switching.insert({subject.space, subject.id});
        m_model.setStage(rowOf(subject.path, subject.space, subject.id), DeployStage::Waiting);
    }
    m_session->run().switchTo(requests);
    return true;
}

void RunController::cancel(const QString &path)
{
    const PluginRow *row = m_model.find(path);
    if (!isRunning() || !row) {
        return;
    }
    if (m_session->run().kind() == HistoryRunKind::Deploy && isOfThisFolder(path)) {
        m_session->run().cancel(path);
    } else if (row->plugin.kind) {
        m_session->run().cancel(spaceOf(*row->plugin.kind), row->plugin.id);
    }
}

bool RunController::isOfThisFolder(const QString &path) const
{
    const auto request = m_deployments.constFind(path);
    return request != m_deployments.cend() && request->root == m_folder.root();
}

QString RunController::rowOf(const QString &path, PluginSpace space, const QString &id) const
{
    if (m_session->run().kind() == HistoryRunKind::Deploy && m_deployments.contains(path)) {
        return isOfThisFolder(path) ? path : QString();
    }
    return m_model.pathOf(space, id, path);
}

void RunController::takeStart()
{
    const HistoryRunKind kind = m_session->run().kind();
    m_messages.close(changeSubject);
    if (kind == HistoryRunKind::Other) {
        return; // what can still be done about the run before stays
    }
    if (m_work.switchedOff().isEmpty()) {
        m_switchedOff.close();
    }
    if (kind != HistoryRunKind::Deploy) {
        m_goBackWork.clear();
        m_messages.show(goBackSubject, Tone::Neutral, tr("Taking back…"));
    }
}

void RunController::takeResult(const DeployResult &result)
{
    DeployResult shown = result;
    shown.path = rowOf(result.path, result.space, result.id);
    m_model.setResult(shown);
    // A switch may have joined a run of deployments.
    const bool isSwitch = m_switching.remove({result.space, result.id});
    if (m_session->run().kind() == HistoryRunKind::Deploy && !isSwitch) {
        m_work.takeDeployment(result);
    } else {
        m_work.takeChange(result);
    }
    if (result.deactivated) {
        m_switchedOff.tell(m_session->connection().name, m_work.switchedOff());
    }
}

void RunController::takeEnd()
{
    m_messages.close(heldSubject);
    m_folder.takeWritten(std::exchange(m_written, {}));
    if (m_session->run().kind() == HistoryRunKind::Other) {
        tellChanges();
        tellOpenWork();
    } else {
        tellSummary();
        // Above the summary: it is what everybody on the server notices.
        m_switchedOff.tellAgain(m_session->connection().name, m_work.switchedOff());
    }
    m_switchedOff.tellEnd(m_session->run().results());
    emit progressChanged();
    QList<DeployResult> blocked = ofThisFolder(m_session->run().results());
    blocked.removeIf([this](const DeployResult &result) {
        return !result.needsDecision() || !m_deployments.value(result.path).series.isEmpty();
    });
    if (m_session->run().kind() == HistoryRunKind::Deploy && !blocked.isEmpty()) {
        askForConsents(blocked);
    }
}

void RunController::tellHeld(const QString &reason)
{
    m_messages.show(heldSubject, Tone::Bad, reason,
                    {{.text = tr("Go on"), .run = [this] { m_session->run().resume(); }},
                     {.text = tr("Cancel the rest"), .run = [this] { cancelAll(); }}});
}

void RunController::tellSummary()
{
    const Run &run = m_session->run();
    const RunSummary &summary = run.summary();
    const bool isDeployment = run.kind() == HistoryRunKind::Deploy;
    // The row itself says how a single one went well. What is open since before keeps its message.
    if (isDeployment && summary.isClean() && summary.total() == 1 && !isCreatedOff(run.results().first())) {
        tellOpenWork();
        return;
    }
    m_goBackWork = isDeployment ? m_goBackWork : goBackActions();
    m_reports = reportActions(run.report(), m_window,
                              [this](const Problem &problem) { m_messages.show(reportSubject, problem); });
    const Tone tone = summary.isClean() ? Tone::Good : summary.failed > 0 ? Tone::Bad : Tone::Warning;
    m_messages.show(isDeployment ? runSubject : goBackSubject, tone, runEndText(run, m_session->connection().name),
                    deployActions() + m_goBackWork + m_reports);
    if (isDeployment && std::ranges::count_if(run.results(), std::not_fn(&DeployResult::isSuccess)) == 1) {
        const auto stopped = std::ranges::find_if_not(run.results(), &DeployResult::isSuccess);
        emit rowRequested(rowOf(stopped->path, stopped->space, stopped->id));
    }
}

void RunController::tellOpenWork()
{
    const QList<MessageAction> actions = deployActions() + m_goBackWork;
    if (actions.isEmpty()) {
        m_messages.close(runSubject);
    } else {
        m_messages.setActions(runSubject, actions + m_reports);
    }
}

QList<MessageAction> RunController::deployActions()
{
    QList<MessageAction> actions;
    const auto add = [&actions](const QString &text, const std::function<void()> &run) {
        // It stays until the work is done, and then goes by itself.
        actions.append({.text = text, .run = run, .closesMessage = false});
    };
    if (const auto off = ofThisFolder(m_work.toSwitchOn()); !off.isEmpty()) {
        add(off.size() == 1 ? tr("Switch it on") : tr("Switch them on"), [this, off] { emit switchOnRequested(off); });
    }
    if (const auto failed = ofThisFolder(m_work.toRetry()); !failed.isEmpty()) {
        // Most often the file was mended meanwhile, and that is what shall be sent.
        const Consents agreed = m_session->connection().production ? Consents() : Consents{Consent::ChangedOnDisk};
        add(tr("Show failed"), [this] { emit showFailedRequested(); });
        add(tr("Retry failed"), [this, failed, agreed] { repeat(failed, agreed); });
    }
    if (const auto masked = ofThisFolder(m_work.toAskForReason()); !masked.isEmpty()) {
        add(tr("Try again and ask for the reason"), [this, masked] { repeat(masked, {Consent::RunForReason}); });
    }
    if (const auto blocked = ofThisFolder(m_work.toDecide()); !blocked.isEmpty()) {
        add(tr("Decide…"), [this, blocked] { askForConsents(blocked); });
    }
    return actions;
}

QList<MessageAction> RunController::goBackActions()
{
    QList<GoBackRequest> stopped;
    for (const DeployResult &result : m_session->run().results()) {
        // A tool and a function may have one id.
        const auto request = std::ranges::find_if(m_goingBack, [&result](const GoBackRequest &asked) {
            return asked.space == result.space && asked.id == result.id;
        });
        if (result.needsDecision() && request != m_goingBack.end()) {
            stopped.append(*request);
            stopped.last().consents.unite(result.missing);
        }
    }
    if (stopped.isEmpty()) {
        return {};
    }
    return {
        {.text = tr("Take back all the same"), .run = [this, stopped, run = m_takesBackRun] { goBack(stopped, run); }}};
}

void RunController::tellChanges()
{
    QList<DeployResult> results = m_session->run().results();
    results.removeIf([this](const DeployResult &result) { return m_switchedOff.isAsked(result); });
    if (results.isEmpty()) {
        return;
    }
    QList<DeployResult> switched = results;
    switched.removeIf(std::not_fn(&isSwitched));
    const MessageAction undo{.text = tr("Undo"), .run = [this, switched] { emit switchBackRequested(switched); }};
    const Tone tone = std::ranges::all_of(results, &DeployResult::isSuccess) ? Tone::Good : Tone::Warning;
    m_messages.show(changeSubject, tone, changesText(results),
                    switched.isEmpty() ? QList<MessageAction>() : QList{undo});
}

QList<DeployResult> RunController::ofThisFolder(QList<DeployResult> results) const
{
    results.removeIf(
        [this](const DeployResult &result) { return !isOfThisFolder(result.path) || !m_model.find(result.path); });
    return results;
}

void RunController::tellGone()
{
    m_messages.show(runSubject, Tone::Warning, tr("The files of the last deployment are no longer in the folder."),
                    deployActions());
}

void RunController::askForConsents(const QList<DeployResult> &asked)
{
    const QList<DeployResult> blocked = ofThisFolder(asked);
    if (blocked.isEmpty()) {
        tellGone();
        return;
    }
    auto *dialog = new ConsentDialog(m_session->connection().name, blocked, m_window);
    dialog->tellProduction(m_session->connection());
    connect(dialog, &ConsentDialog::diffRequested, this, &RunController::diffRequested);
    // The answer counts only for the server that it was asked about.
    connect(dialog, &QDialog::accepted, m_sessionContext.get(),
            [this, dialog, blocked] { takeAnswers(blocked, dialog->answers()); });
    dialog->open();
}

void RunController::takeAnswers(const QList<DeployResult> &blocked, const QList<ConsentAnswer> &answers)
{
    QList<DeployRequest> requests;
    for (const ConsentAnswer &answer : answers) {
        const PluginRow *row = m_model.find(answer.path);
        const auto result = std::ranges::find(blocked, answer.path, &DeployResult::path);
        if (!row || result == blocked.end()) {
            continue;
        }
        DeployRequest request = requestAfter(m_deployments.value(answer.path), *result, answer.consents);
        request.plugin = row->plugin;
        if (!answer.updateId.isEmpty()) {
            // The request does not wait until the decision is written. Nobody looked at what is there under that id.
            request.plugin.id = answer.updateId;
            request.plugin.idOrigin = IdOrigin::Pinned;
            request.lookedAt.server = {};
            m_folder.pinId(answer.path, answer.updateId);
        }
        requests.append(request);
    }
    if (requests.isEmpty() && !answers.isEmpty()) {
        tellGone();
    } else if (mayDeploy()) {
        submit(requests);
    }
}

void RunController::repeat(const QList<DeployResult> &results, const Consents &agreed)
{
    QList<DeployRequest> requests;
    QStringList paths;
    for (const DeployResult &result : ofThisFolder(results)) {
        requests.append(m_deployments.value(result.path));
        requests.last().consents.unite(agreed);
        paths.append(result.path);
        m_agreed.insert(result.path, agreed);
    }
    if (requests.isEmpty()) {
        tellGone();
    } else if (!mayDeploy()) {
        return;
    } else if (m_session->connection().production) {
        emit planRequested(paths);
    } else {
        submit(requests);
    }
}

} // namespace owui
