// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/run/plancontroller.h"

#include "ui/diff/diffcontroller.h"
#include "ui/list/pluginmodel.h"
#include "ui/parts/messagearea.h"
#include "ui/run/plandialog.h"

#include "compare/git/gitfolder.h"
#include "compare/git/gitthreads.h"
#include "deploy/run/planmaker.h"
#include "deploy/run/serversession.h"
#include "isolated.h"
#include "plugins/pluginfolder.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace owui {
namespace {

const MessageSubject planSubject{u"plan"_s, MessageScope::Folder | MessageScope::Server};

} // namespace

PlanController::PlanController(const Parts &parts, QSettings &settings)
    : ListController(parts)
    , m_settings(settings)
{
    connect(&m_model, &PluginModel::merged, this, &PlanController::planRaised);
    connect(&m_folder, &PluginFolder::notWritten, this, [this](const QString &path, const Problem &problem) {
        if (m_raised.remove(path) > 0 && m_dialog) {
            m_dialog->tellProblem(path, problem);
        }
    });
}

void PlanController::leaveSession()
{
    cancel();
}

void PlanController::takeSession()
{
    if (m_session) {
        QObject *context = m_sessionContext.get();
        const PlanMaker *plans = &m_session->plans();
        connect(plans, &PlanMaker::planned, context, [this](const QList<PlanRow> &rows) { show(rows); });
        connect(plans, &PlanMaker::failed, context, [this](const ServerError &error) { tellFailure(error); });
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
    QList<Plugin> plugins;
    for (const QString &path : paths) {
        if (const PluginRow *row = m_model.find(path)) {
            plugins.append(row->plugin);
        }
    }
    if (!m_session || plugins.isEmpty()) {
        return;
    }
    m_opens = true;
    m_again.clear();
    m_messages.show(planSubject, Tone::Neutral, tr("Looking at the server, to plan…"),
                    {{.text = tr("Cancel"), .run = [this] { cancel(); }}});
    start(plugins);
}

void PlanController::start(const QList<Plugin> &plugins)
{
    m_session->plans().start(m_folder.root(), m_folder.plugins(), plugins, PlanMaker::Scope::Chosen);
}

void PlanController::startAgain(const QList<Plugin> &plugins)
{
    for (const Plugin &plugin : plugins) {
        m_again.insert(plugin.path, plugin);
    }
    start(m_again.values()); // a new plan ends the one under way
}

void PlanController::pin(const QString &path, const QString &id)
{
    const PluginRow *row = m_model.find(path);
    if (!row || !m_session) {
        return;
    }
    m_folder.pinId(path, id);
    // The plan does not wait until the decision is written.
    Plugin plugin = row->plugin;
    plugin.id = id;
    plugin.idOrigin = IdOrigin::Pinned;
    startAgain({plugin});
}

void PlanController::raise(const QString &path)
{
    if (const PluginRow *row = m_model.find(path)) {
        m_raised.insert(path, row->plugin.version());
        m_folder.raiseVersions({path}, VersionPart::Patch);
    }
}

void PlanController::planRaised()
{
    QList<Plugin> plugins;
    m_raised.removeIf([this, &plugins](const std::pair<const QString &, QString &> &raised) {
        const PluginRow *row = m_model.find(raised.first);
        const bool isRead = row && row->plugin.version() != raised.second;
        if (isRead) {
            plugins.append(row->plugin);
        }
        return isRead || !row;
    });
    if (m_session && m_dialog && !plugins.isEmpty()) {
        startAgain(plugins);
    }
}

void PlanController::cancel()
{
    m_opens = false;
    m_again.clear();
    m_messages.close(planSubject);
    if (m_session) {
        m_session->plans().cancel();
    }
}

void PlanController::tellFailure(const ServerError &error)
{
    const QStringList again = m_again.keys();
    m_again.clear();
    const QString text = tr("There is no plan, because %1 could not be asked what it has. %2");
    const Problem problem{.text = text.arg(isolated(m_session->connection().name), failureText(error)),
                          .remedy = error.remedy()};
    if (!std::exchange(m_opens, false)) {
        for (const QString &path : m_dialog ? again : QStringList()) {
            m_dialog->tellProblem(path, problem);
        }
    } else if (error.kind == ServerErrorKind::Cancelled) {
        m_messages.close(planSubject);
    } else {
        m_messages.show(planSubject, problem);
    }
}

void PlanController::show(const QList<PlanRow> &rows)
{
    if (!std::exchange(m_opens, false)) {
        // The dialog may be closed by now.
        m_again.clear();
        if (m_dialog) {
            std::ranges::for_each(rows, [this](const PlanRow &row) { m_dialog->replace(row); });
        }
        return;
    }
    m_messages.close(planSubject);
    const Connection &connection = m_session->connection();
    const bool keepsVersions = m_session->release().hasVersions();
    auto *dialog =
        new PlanDialog(connection, keepsVersions, rows, DeploySettings::read(m_settings, connection.id), m_window);
    m_dialog = dialog;
    m_raised.clear();
    connect(dialog, &PlanDialog::pinRequested, this, &PlanController::pin);
    connect(dialog, &PlanDialog::raiseRequested, this, &PlanController::raise);
    connect(dialog, &PlanDialog::rowShown, this, [this, dialog](const QString &path) {
        if (const PluginRow *row = m_model.find(path)) {
            showDifference(dialog->differences(), m_folder.root(), *row);
        }
    });
    if (keepsVersions) {
        findCommitFacts(*dialog);
    }
    // The answer counts only for the server that it was asked about.
    connect(dialog, &QDialog::accepted, m_sessionContext.get(), [this, dialog] {
        dialog->settings().write(m_settings, m_session->connection().id);
        emit alwaysShowPlanChanged(alwaysShowsPlan());
        emit agreed(dialog->chosen());
    });
    dialog->open();
    dialog->showFirst();
}

void PlanController::findCommitFacts(PlanDialog &dialog)
{
    const PluginRow *row = m_model.find(dialog.examplePath());
    if (!row) {
        return;
    }
    const auto look = [root = m_folder.root(), plugin = row->plugin] {
        const GitFolder git(root);
        return CommitFacts{
            .version = plugin.version(), .git = git.state(), .uncommitted = git.isUncommitted(plugin.file())};
    };
    const CommitFacts late{.version = row->plugin.version(), .git = {}, .uncommitted = true};
    onGitThread(&dialog, look, late, [&dialog, title = row->plugin.title()](const CommitFacts &facts) {
        dialog.setCommitFacts(title, facts);
    });
}

} // namespace owui
