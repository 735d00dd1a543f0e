// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "deploy/job/valvecheck.h"

#include "compare/valves/valveschema.h"
#include "deploy/job/serverjob.h"
#include "server/apirequest.h"

#include <QCoreApplication>
#include <QJsonObject>

namespace owui {

namespace {

struct ValveCheckTexts
{
    Q_DECLARE_TR_FUNCTIONS(ValveCheck)
};

/// Ends with what the server said, or with the reason why it said nothing.
void noteAndEnd(ServerJob &job, const ServerError &error, QStringList warnings, const std::function<void()> &done)
{
    if (error) {
        warnings = {
            ValveCheckTexts::tr("Whether the settings that the server keeps fit the new code could not be asked. %1")
                .arg(failureText(error))};
    }
    for (const QString &warning : std::as_const(warnings)) {
        if (!job.changes().isCancelled()) {
            job.note(LogLevel::Warning, warning);
        }
    }
    done();
}

} // namespace

void checkValves(ServerJob &job, const std::function<void()> &done)
{
    const auto stopWithJob = [&job](const OpenWebUi::Request &request) {
        QObject::connect(&job.changes(), &ServerChanges::cancelled, request.data(), &ApiRequest::cancel);
    };
    const auto askForSchema = [=, &job](const Answer<QJsonObject> &stored) {
        if (!stored || job.changes().isCancelled()) {
            noteAndEnd(job, stored.error, {}, done);
            return;
        }
        const auto compare = [=, &job, values = *stored.value](const Answer<QJsonValue> &schema) {
            noteAndEnd(job, schema.error,
                       schema ? misfitTexts(compareWithSchema(schema.value->toObject(), values)) : QStringList(), done);
        };
        stopWithJob(job.server().valvesSpec(job.space(), job.result().id, &job, compare));
    };
    stopWithJob(job.server().valves(job.space(), job.result().id, &job, askForSchema));
}

} // namespace owui
