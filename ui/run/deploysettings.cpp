// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/run/deploysettings.h"

#include <QSettings>

using namespace Qt::StringLiterals;

namespace owui {
namespace {

const QString planKey = u"deploy/alwaysShowPlan"_s;

QString templateKey(const QString &connectionId)
{
    return u"commitTemplates/"_s + connectionId;
}

} // namespace

DeploySettings DeploySettings::read(const QSettings &settings, const QString &connectionId)
{
    return {.alwaysShowPlan = settings.value(planKey, false).toBool(),
            .commitTemplate =
                connectionId.isEmpty() ? QString() : settings.value(templateKey(connectionId)).toString()};
}

void DeploySettings::write(QSettings &settings, const QString &connectionId) const
{
    settings.setValue(planKey, alwaysShowPlan);
    // The practice server has no name that lasts.
    if (connectionId.isEmpty()) {
        return;
    }
    if (commitTemplate.isEmpty()) {
        settings.remove(templateKey(connectionId));
    } else {
        settings.setValue(templateKey(connectionId), commitTemplate);
    }
}

} // namespace owui
