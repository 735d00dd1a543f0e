// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "deploy/job/reasonrequest.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace owui {

ReasonRequest::ReasonRequest(OpenWebUi &server, PluginSpace space, const Payload &payload, const QString &content,
                             QObject *parent)
    : QObject(parent)
    , m_server(server)
    , m_space(space)
    , m_payload(payload)
    , m_content(content)
{
    m_payload.accessControl.reset();
    if (m_space == PluginSpace::Tool) {
        m_payload.id = u"reason_"_s + QUuid::createUuid().toString(QUuid::Id128);
    }
}

void ReasonRequest::start()
{
    m_running = m_server.update(PluginSpace::Function, m_payload.id, m_payload.toJson(m_content), this,
                                [this](const Answer<ServerPlugin> &answer) {
                                    deleteLater();
                                    if (answer) {
                                        emit applied(*answer.value);
                                        return;
                                    }
                                    const bool told = answer.error.kind != ServerErrorKind::NotFound &&
                                                      answer.error.kind != ServerErrorKind::Masked &&
                                                      answer.error.kind != ServerErrorKind::Cancelled &&
                                                      !answer.error.outcomeUnknown();
                                    emit finished(told ? answer.error : ServerError());
                                });
}

void ReasonRequest::cancel()
{
    if (m_running) {
        m_running->cancel();
    }
}

} // namespace owui
