// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/run/plancontroller.h"

#include "ui/list/pluginmodel.h"
#include "ui/parts/messagearea.h"
#include "ui/run/plandialog.h"
#include "ui/server/comparecontroller.h"

#include "deploy/run/serversession.h"
#include "plugins/pluginfolder.h"

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace owui {
namespace {

// An older picture of the server is no base for a plan.
constexpr std::chrono::seconds freshEnough = 60s;

const MessageSubject subject{u"plan"_s, MessageScope::Folder | MessageScope::Server};

} // namespace

PlanController::PlanController(PluginFolder &folder, PluginModel &model, CompareController &compares,
                               MessageArea &messages, QSettings &settings, QWidget *window)
    : QObject(window)
    , m_folder(folder)
    , m_model(model)
    , m_compares(compares)
    , m_messages(messages)
    , m_settings(settings)
    , m_window(window)
{
    connect(&m_compares, &CompareController::refreshed, this, [this](bool complete) {
        if (!complete) {
            cancel();
        } else if (!m_paths.isEmpty()) {
            startPlanner();
        }
    });
}

PlanController::~PlanController() = default;

void PlanController::setSession(ServerSession *session)
{
    cancel();
    m_planner.reset();
    m_session = session;
    if (session && m_compares.inventory()) {
        m_planner = std::make_unique<Planner>(*m_compares.inventory(), session->server());
        connect(m_planner.get(), &Planner::finished, this, &PlanController::show);
    }
}

bool PlanController::alwaysShowsPlan() const
{
    return DeploySettings::read(m_settings, {}).alwaysShowPlan;
}

void PlanController::setAlwaysShowPlan(bool always)
{
    DeploySettings settings = DeploySettings::read(m_settings, {});
    if (settings.alwaysShowPlan != always) {
        settings.alwaysShowPlan = always;
        settings.write(m_settings, {});
    }
}

void PlanController::plan(const QStringList &paths)
{
    if (!m_planner || paths.isEmpty()) {
        return;
    }
    m_paths = paths;
    m_messages.show(subject, Tone::Neutral, tr("Looking at the server, to plan…"),
                    {{.text = tr("Cancel"), .run = [this] { cancel(); }}});
    const QDateTime seenAt = m_compares.seenAt();
    if (m_compares.isRefreshing()) {
        return;
    }
    if (!seenAt.isValid() || seenAt.secsTo(QDateTime::currentDateTimeUtc()) > freshEnough.count()) {
        m_compares.refresh();
    } else {
        startPlanner();
    }
}

void PlanController::startPlanner()
{
    QList<Plugin> plugins;
    for (const QString &path : std::as_const(m_paths)) {
        if (const PluginRow *row = m_model.find(path)) {
            plugins.append(row->plugin);
        }
    }
    m_planner->start(plugins, {.root = m_folder.root(),
                               .release = m_session->release(),
                               .folder = m_folder.plugins(),
                               .sentBefore = m_compares.sentBefore(plugins)});
}

void PlanController::pin(const QString &path, const QString &id)
{
    const PluginRow *row = m_model.find(path);
    if (!row || !m_planner) {
        return;
    }
    m_folder.pinId(path, id);
    // The plan does not wait until the decision is written.
    Plugin plugin = row->plugin;
    plugin.id = id;
    plugin.idOrigin = IdOrigin::Pinned;
    m_planner->start({plugin}, {.root = m_folder.root(),
                                .release = m_session->release(),
                                .folder = m_folder.plugins(),
                                .sentBefore = m_compares.sentBefore({plugin})});
}

void PlanController::cancel()
{
    m_paths.clear();
    m_messages.close(subject);
    if (m_planner) {
        m_planner->cancel();
    }
}

void PlanController::show(const QList<PlanRow> &rows)
{
    if (m_dialog && m_paths.isEmpty()) {
        std::ranges::for_each(rows, [this](const PlanRow &row) { m_dialog->replace(row); });
        return;
    }
    m_paths.clear();
    m_messages.close(subject);
    const Connection &connection = m_session->connection();
    auto *dialog = new PlanDialog(connection, m_session->release().hasVersions(), rows,
                                  DeploySettings::read(m_settings, connection.id), m_window);
    m_dialog = dialog;
    connect(dialog, &PlanDialog::pinRequested, this, &PlanController::pin);
    // The answer counts only for the server that it was asked about.
    const QPointer<ServerSession> asked = m_session;
    connect(dialog, &QDialog::accepted, this, [this, dialog, asked] {
        if (!asked || asked != m_session) {
            return;
        }
        dialog->settings().write(m_settings, asked->connection().id);
        emit alwaysShowPlanChanged(alwaysShowsPlan());
        emit agreed(dialog->chosen());
    });
    dialog->open();
}

} // namespace owui
