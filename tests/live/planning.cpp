// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "live/planning.h"

#include "compare/plan/planner.h"
#include "compare/seen/inventory.h"
#include "plugins/pluginfile.h"

#include <QSignalSpy>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui::test {

QList<PlanRow> planFor(const DeployFixture &fixture, const ServerRelease &release, const QString &root,
                       const QList<Plugin> &plugins)
{
    const int patience = static_cast<int>(fixture.patience.count());
    QNetworkAccessManager network;
    OpenWebUi client(network, fixture.connection, fixture.credential);
    Inventory inventory(client);
    QSignalSpy refreshed(&inventory, &Inventory::refreshed);
    inventory.refresh();
    if (refreshed.isEmpty() && !refreshed.wait(patience)) {
        qWarning("the server was not read");
    }
    Planner planner(inventory, client);
    QSignalSpy finished(&planner, &Planner::finished);
    planner.start(plugins, {.root = root, .release = release, .folder = plugins, .sentBefore = {}});
    if (finished.isEmpty() && !finished.wait(patience)) {
        qWarning("there is no plan");
        return {};
    }
    return finished.constFirst().constFirst().value<QList<PlanRow>>();
}

Plugin writePinned(const SampleRepository &repository, const QString &id, const PluginCode &code)
{
    Plugin plugin = readPlugin(u"f.py"_s, {.utf8 = code.text()});
    plugin.id = id;
    plugin.idOrigin = IdOrigin::Pinned;
    return repository.write(plugin.path, code.text()) ? plugin : Plugin();
}

DeployRequest plannedRequest(const PlanRow &row, const QString &root, const Consents &consents)
{
    return requestFor(
        row.plugin, row.lookedAt(), consents,
        {.root = root, .otherIds = {}, .commitTemplate = {}, .sendUnchanged = row.action == PlanAction::None});
}

bool hasWarning(const PlanRow &row, PlanWarningCode code)
{
    return std::ranges::find(row.warnings, code, &PlanWarning::code) != row.warnings.end();
}

QString warningsOf(const PlanRow &row)
{
    QStringList texts;
    std::ranges::transform(row.warnings, std::back_inserter(texts), &PlanWarning::text);
    return texts.join(u'\n');
}

} // namespace owui::test
