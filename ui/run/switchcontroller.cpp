// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/run/switchcontroller.h"

#include "ui/list/listpage.h"
#include "ui/list/pluginactions.h"
#include "ui/list/pluginmodel.h"
#include "ui/list/pluginview.h"
#include "ui/parts/question.h"
#include "ui/run/runcontroller.h"
#include "ui/run/runtexts.h"

#include "compare/seen/inventory.h"
#include "deploy/run/planmaker.h"
#include "deploy/run/serversession.h"
#include "isolated.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui {
namespace {

SwitchRequest requestOf(const PluginRow &row, bool on)
{
    DeployResult subject = DeployResult::of(*row.seen.plugin);
    if (!row.serverOnly) {
        subject = DeployResult::of(row.plugin);
    }
    return {.subject = subject, .wanted = on, .global = row.seen.plugin->global, .consents = {}};
}

} // namespace

SwitchController::SwitchController(const Parts &parts, ListPage &list, RunController &runs)
    : ListController(parts)
    , m_runs(runs)
{
    connect(&list.view(), &PluginView::switchClicked, this, [this](const QString &path) { toggleRows({path}); });
    connect(&list.rowActions(), &PluginActions::switchRequested, this, &SwitchController::switchRows);
    connect(&list.rowActions(), &PluginActions::toggleRequested, this, &SwitchController::toggleRows);
    connect(&runs, &RunController::switchOnRequested, this,
            [this](const QList<DeployResult> &results) { switchResults(results, true); });
    connect(&runs, &RunController::switchBackRequested, this, &SwitchController::undo);
}

void SwitchController::switchRows(const QStringList &paths, bool on)
{
    QList<SwitchRequest> requests;
    for (const QString &path : paths) {
        const PluginRow *row = m_model.find(path);
        if (row && row->canBecome(on)) {
            requests.append(requestOf(*row, on));
        }
    }
    ask(requests);
}

void SwitchController::toggleRows(const QStringList &paths)
{
    const bool anyOff = std::ranges::any_of(paths, [this](const QString &path) {
        const PluginRow *row = m_model.find(path);
        return row && row->canBecome(true);
    });
    switchRows(paths, anyOff);
}

void SwitchController::switchResults(const QList<DeployResult> &results, bool on)
{
    if (!m_session) {
        return;
    }
    QList<SwitchRequest> requests;
    for (const DeployResult &result : results) {
        const Sighting now = m_session->plans().inventory().find(PluginSpace::Function, result.id);
        const bool isGlobal = now.plugin && now.plugin->global;
        requests.append({.subject = result.subject(), .wanted = on, .global = isGlobal, .consents = {}});
    }
    ask(requests);
}

void SwitchController::undo(const QList<DeployResult> &switched)
{
    QList<DeployResult> on;
    QList<DeployResult> off;
    for (const DeployResult &result : switched) {
        (result.outcome == DeployOutcome::SwitchedOn ? on : off).append(result);
    }
    switchResults(on, false);
    switchResults(off, true);
}

void SwitchController::ask(QList<SwitchRequest> requests)
{
    if (requests.isEmpty() || !m_session) {
        return;
    }
    const Connection &connection = m_session->connection();
    if (std::ranges::none_of(requests,
                             [&](const SwitchRequest &request) { return request.needsAgreement(connection); })) {
        m_runs.switchTo(requests);
        return;
    }
    const bool on = requests.first().wanted;
    owui::ask(
        {.name = u"switchQuestion"_s,
         .title = on ? tr("Switch on") : tr("Switch off"),
         .text = questionText(requests),
         .more = consequences(requests),
         .agree = on ? tr("&Switch on") : tr("&Switch off"),
         .agreeName = u"switch"_s,
         .icon = QMessageBox::Warning,
         .role = QMessageBox::AcceptRole},
        m_window,
        [this, requests]() mutable {
            for (SwitchRequest &request : requests) {
                request.consents.insert(Consent::Production);
            }
            m_runs.switchTo(requests);
        },
        m_sessionContext.get());
}

QString SwitchController::questionText(const QList<SwitchRequest> &requests) const
{
    const Connection &connection = m_session->connection();
    const QString server = isolated(connection.name);
    const bool on = requests.first().wanted;
    const auto count = static_cast<int>(requests.size());
    if (count > 1) {
        return connection.production ? (on ? tr("Switch on %n functions on the production server %1?", nullptr, count)
                                           : tr("Switch off %n functions on the production server %1?", nullptr, count))
                                           .arg(server)
                                     : (on ? tr("Switch on %n functions on the server %1?", nullptr, count)
                                           : tr("Switch off %n functions on the server %1?", nullptr, count))
                                           .arg(server);
    }
    const QString title = isolated(requests.first().subject.title);
    return connection.production
               ? (on ? tr("Switch on %1 on the production server %2?")
                     : tr("Switch off %1 on the production server %2?"))
                     .arg(title, server)
               : (on ? tr("Switch on %1 on the server %2?") : tr("Switch off %1 on the server %2?")).arg(title, server);
}

QString SwitchController::consequences(const QList<SwitchRequest> &requests) const
{
    QList<DeployResult> global;
    for (const SwitchRequest &request : requests) {
        if (request.global.value_or(false)) {
            global.append(request.subject);
        }
    }
    if (global.isEmpty()) {
        return {};
    }
    return tr("Global, so that it changes every chat at once: %1.").arg(titlesOf(global));
}

} // namespace owui
