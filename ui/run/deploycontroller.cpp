// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/run/deploycontroller.h"

#include "ui/list/pluginmodel.h"
#include "ui/parts/messagearea.h"
#include "ui/run/consentdialog.h"
#include "ui/run/deploysettings.h"
#include "ui/run/reportactions.h"

#include "plugins/pluginfolder.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui {
namespace {

const MessageSubject runSubject{u"run"_s, MessageScope::Folder | MessageScope::Server};
const MessageSubject reportSubject{u"report"_s};
const MessageSubject serverSubject{u"server"_s, MessageScope::Server};
const MessageSubject heldSubject{u"held"_s, MessageScope::Server};
const MessageSubject deactivatedSubject{u"deactivated"_s, MessageScope::Server};

/// On a production server the code is not run once more unasked.
bool waitsForReason(const DeployResult &result)
{
    return result.outcome == DeployOutcome::Failed && result.missing.contains(Consent::RunForReason);
}

bool needsDecision(const DeployResult &result)
{
    return result.outcome == DeployOutcome::Blocked && !result.missing.isEmpty();
}

bool mayBeRetried(const DeployResult &result)
{
    return !result.isSuccess() && result.outcome != DeployOutcome::Blocked;
}

} // namespace

DeployController::DeployController(PluginFolder &folder, PluginModel &model, MessageArea &messages, QSettings &settings,
                                   QWidget *window)
    : QObject(window)
    , m_folder(folder)
    , m_model(model)
    , m_messages(messages)
    , m_settings(settings)
    , m_window(window)
{
}

DeployController::~DeployController() = default;

void DeployController::setSession(ServerSession *session)
{
    m_sessionContext = std::make_unique<QObject>();
    m_session = session;
    m_model.clearStatus();
    if (session) {
        const Run *run = &session->run();
        QObject *context = m_sessionContext.get();
        connect(run, &Run::runStarted, context, [this] {
            m_messages.close(runSubject);
            m_messages.close(deactivatedSubject);
            m_offersSwitchingOn = false;
        });
        connect(run, &Run::stageChanged, context, [this](const QString &path, DeployStage stage) {
            if (isDeploying() && isOfThisFolder(path)) {
                m_model.setStage(path, stage);
            }
        });
        connect(run, &Run::finished, context, [this](const DeployResult &result) { takeResult(result); });
        connect(run, &Run::progressChanged, context, [this] { emit progressChanged(); });
        connect(run, &Run::held, context, [this](const QString &reason) { tellHeld(reason); });
        connect(run, &Run::runFinished, context, [this] { endRun(); });
    }
    emit progressChanged();
}

bool DeployController::isRunning() const
{
    return m_session && m_session->run().isRunning();
}

bool DeployController::isDeploying() const
{
    return m_session && m_session->run().kind() == HistoryRunKind::Deploy;
}

bool DeployController::hasServer()
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
    if (isRunning() && !isDeploying()) {
        m_messages.show(serverSubject, Tone::Warning,
                        tr("Something on this server is being taken back or deleted. Wait until that is over."));
        return false;
    }
    m_messages.close(serverSubject);
    return true;
}

void DeployController::deploy(const QStringList &paths)
{
    QStringList ready;
    std::ranges::copy_if(paths, std::back_inserter(ready), [this](const QString &path) {
        const PluginRow *row = m_model.find(path);
        return row && row->canDeploy();
    });
    if (ready.isEmpty() || !hasServer()) {
        return;
    }
    if (m_folder.isScanning() && m_folder.plugins().isEmpty()) {
        m_messages.show(serverSubject, Tone::Neutral,
                        tr("The folder is still being read. Deploy once it is complete, when ids that are taken twice "
                           "are known."));
        return;
    }
    if (needsPlan(ready)) {
        emit planRequested(ready);
    } else {
        // What the row shows is what the user looked at.
        const PluginRow &row = *m_model.find(ready.first());
        submit({requestOf(row.plugin, row.lookedAt())});
    }
}

bool DeployController::needsPlan(const QStringList &paths) const
{
    const Connection &connection = m_session->connection();
    return paths.size() > 1 || connection.production || DeploySettings::read(m_settings, connection.id).alwaysShowPlan;
}

void DeployController::submit(const QList<DeployRequest> &requests)
{
    if (requests.isEmpty() || !hasServer()) {
        return;
    }
    if (!isRunning()) {
        m_requests.clear();
    }
    for (const DeployRequest &request : requests) {
        m_requests.insert(request.plugin.path, request);
        m_model.setStage(request.plugin.path, DeployStage::Waiting);
    }
    m_session->run().deploy(requests);
}

DeployRequest DeployController::requestOf(const Plugin &plugin, const LookedAt &lookedAt) const
{
    const PluginSpace space = plugin.kind ? spaceOf(*plugin.kind) : PluginSpace::Function;
    return requestFor(plugin, lookedAt, {},
                      {.root = m_folder.root(),
                       .otherIds = {{space, m_model.ids(space)}},
                       .commitTemplate = DeploySettings::read(m_settings, m_session->connection().id).commitTemplate,
                       .sendUnchanged = true});
}

void DeployController::cancel(const QString &path)
{
    if (m_session) {
        m_session->run().cancel(path);
    }
}

void DeployController::cancelAll()
{
    if (m_session) {
        m_session->run().cancelAll();
    }
}

void DeployController::takeResult(const DeployResult &result)
{
    if (!isDeploying()) {
        tellSwitched(result);
        return;
    }
    if (isOfThisFolder(result.path)) {
        m_model.setResult(result);
    }
    if (result.deactivated) {
        tellDeactivated();
    }
}

/// The old version that was asked for.
void DeployController::tellSwitched(const DeployResult &result)
{
    if (!m_switchingOn.remove(result.id)) {
        return;
    }
    if (result.active.value_or(false)) {
        m_messages.show(deactivatedSubject, Tone::Good, tr("The old version of %1 is on again.").arg(result.title));
    } else {
        m_messages.show(deactivatedSubject, Tone::Bad,
                        tr("%1 is still off, because it could not be switched on. The log says why. Switch it on in "
                           "Open WebUI's admin panel.")
                            .arg(result.title));
    }
}

void DeployController::endRun()
{
    m_messages.close(heldSubject);
    if (!isDeploying()) {
        emit progressChanged();
        return;
    }
    tellSummary();
    // Above the summary: it is what everybody on the server notices.
    if (m_offersSwitchingOn && !m_messages.text(deactivatedSubject.name).isEmpty()) {
        tellDeactivated();
    }
    emit progressChanged();
    askForConsents();
}

void DeployController::tellSummary()
{
    const RunSummary &summary = m_session->run().summary();
    // The row itself says how a single one ended; a strip would only push the list down under the mouse.
    if (summary.isClean() && summary.total() == 1) {
        return;
    }
    QList<MessageAction> actions;
    const QList<DeployResult> here = resultsOfThisFolder();
    if (std::ranges::any_of(here, &mayBeRetried)) {
        actions.append(
            {.text = tr("Show failed"), .run = [this] { emit showFailedRequested(); }, .closesMessage = false});
        actions.append({.text = tr("Retry failed"), .run = [this] { retryFailed(); }});
    }
    if (std::ranges::any_of(here, &waitsForReason)) {
        actions.append({.text = tr("Try again and ask for the reason"), .run = [this] { askForReasons(); }});
    }
    if (std::ranges::any_of(here, &needsDecision)) {
        actions.append({.text = tr("Decide…"), .run = [this] { askForConsents(); }, .closesMessage = false});
    }
    actions.append(reportActions(m_session->run().report(), m_window,
                                 [this](const Problem &problem) { m_messages.show(reportSubject, problem); }));
    const Tone tone = summary.isClean() ? Tone::Good : summary.failed > 0 ? Tone::Bad : Tone::Warning;
    m_messages.show(runSubject, tone,
                    tr("%1: %2", "server, what a run came to").arg(m_session->connection().name, summary.text()),
                    actions);
}

void DeployController::tellDeactivated()
{
    QList<DeployResult> switchedOff;
    std::ranges::copy_if(m_session->run().results(), std::back_inserter(switchedOff), &DeployResult::deactivated);
    QStringList titles;
    std::ranges::transform(switchedOff, std::back_inserter(titles), &DeployResult::title);
    const MessageAction switchOn{.text = tr("Switch the old version on again"), .run = [this, switchedOff] {
                                     m_offersSwitchingOn = false;
                                     QList<SwitchRequest> requests;
                                     for (const DeployResult &result : switchedOff) {
                                         m_switchingOn.insert(result.id);
                                         DeployResult subject;
                                         subject.path = result.path;
                                         subject.title = result.title;
                                         subject.kind = result.kind;
                                         subject.id = result.id;
                                         requests.append(
                                             {.subject = subject, .wanted = true, .consents = {Consent::Production}});
                                     }
                                     m_session->run().switchTo(requests);
                                 }};
    m_offersSwitchingOn = true;
    m_messages.show(deactivatedSubject, Tone::Bad,
                    tr("%1 switched off %2 for everybody, because the new version could not be loaded.")
                        .arg(m_session->connection().name, titles.join(u", "_s)),
                    {switchOn});
}

void DeployController::tellHeld(const QString &reason)
{
    m_messages.show(heldSubject, Tone::Bad, reason,
                    {{.text = tr("Go on"), .run = [this] { m_session->run().resume(); }},
                     {.text = tr("Cancel the rest"), .run = [this] { cancelAll(); }}});
}

void DeployController::askForConsents()
{
    QList<DeployResult> blocked;
    std::ranges::copy_if(resultsOfThisFolder(), std::back_inserter(blocked), &needsDecision);
    if (blocked.isEmpty()) {
        return;
    }
    auto *dialog = new ConsentDialog(m_session->connection().name, blocked, m_window);
    connect(dialog, &ConsentDialog::diffRequested, this, &DeployController::diffRequested);
    const QPointer<ServerSession> asked = m_session;
    connect(dialog, &QDialog::accepted, this, [this, dialog, asked] {
        if (asked && asked == m_session) {
            submitAnswers(dialog->answers());
        }
    });
    dialog->open();
}

void DeployController::submitAnswers(const QList<ConsentAnswer> &answers)
{
    const QList<DeployResult> &results = m_session->run().results();
    QList<DeployRequest> requests;
    for (const ConsentAnswer &answer : answers) {
        const PluginRow *row = m_model.find(answer.path);
        const auto blocked = std::ranges::find(results, answer.path, &DeployResult::path);
        if (!row || blocked == results.end()) {
            continue;
        }
        DeployRequest request = requestAfter(m_requests.value(answer.path), *blocked, answer.consents);
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
    submit(requests);
}

void DeployController::askForReasons()
{
    QList<DeployRequest> requests;
    for (const DeployResult &result : m_session->run().results()) {
        if (waitsForReason(result) && m_requests.contains(result.path)) {
            DeployRequest request = m_requests.value(result.path);
            request.consents.insert(Consent::RunForReason);
            requests.append(request);
        }
    }
    submit(requests);
}

void DeployController::retryFailed()
{
    QList<DeployRequest> requests;
    for (const DeployResult &result : m_session->run().results()) {
        if (result.isSuccess() || result.outcome == DeployOutcome::Blocked || !m_requests.contains(result.path)) {
            continue;
        }
        DeployRequest request = m_requests.value(result.path);
        if (!m_session->connection().production) {
            // Most often the file was mended meanwhile, and that is what shall be sent.
            request.consents.insert(Consent::ChangedOnDisk);
        }
        requests.append(request);
    }
    submit(requests);
}

} // namespace owui
