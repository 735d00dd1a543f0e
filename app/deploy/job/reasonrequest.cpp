// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "deploy/job/reasonrequest.h"

#include "deploy/job/serverjob.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace owui {

ReasonRequest::ReasonRequest(ServerJob &job, const Payload &payload, const QString &content)
    : QObject(&job)
    , m_job(job)
    , m_payload(payload)
    , m_content(content)
{
    m_payload.accessControl.reset();
    if (m_job.space() == PluginSpace::Tool) {
        m_payload.id = u"reason_"_s + QUuid::createUuid().toString(QUuid::Id128);
    }
}

void ReasonRequest::start()
{
    const auto done = [this](const Answer<ServerPlugin> &answer) {
        deleteLater();
        // An answer to the id that nobody has is no word about the tool.
        if (answer && m_job.space() == PluginSpace::Function) {
            emit applied(*answer.value);
            return;
        }
        const bool told = answer.error && answer.error.kind != ServerErrorKind::NotFound &&
                          answer.error.kind != ServerErrorKind::Masked &&
                          answer.error.kind != ServerErrorKind::Cancelled && !answer.error.outcomeUnknown();
        emit finished(told ? answer.error : ServerError());
    };
    m_job.changes().update(PluginSpace::Function, m_payload.id, m_payload.toJson(m_content), this, done);
}

} // namespace owui
