// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "deploy/job/reasonrequest.h"

#include "deploy/job/serverjob.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace owui {

void requestReason(ServerJob &job, Payload payload, const QString &content, const Handler<ServerPlugin> &done)
{
    payload.accessControl.reset();
    if (job.space() == PluginSpace::Tool) {
        payload.id = u"reason_"_s + QUuid::createUuid().toString(QUuid::Id128);
    }
    const auto answered = [space = job.space(), done](const Answer<ServerPlugin> &answer) {
        // An answer to the id that nobody has is no word about the tool.
        if (answer && space == PluginSpace::Function) {
            done(answer);
            return;
        }
        const bool told = answer.error && answer.error.kind != ServerErrorKind::NotFound &&
                          answer.error.kind != ServerErrorKind::Masked &&
                          answer.error.kind != ServerErrorKind::Cancelled && !answer.error.outcomeUnknown();
        done({.value = {}, .error = told ? answer.error : ServerError()});
    };
    job.changes().ask(&OpenWebUi::update, &job, answered, PluginSpace::Function, payload.id, payload.toJson(content));
}

} // namespace owui
