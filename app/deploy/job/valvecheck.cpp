// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "deploy/job/valvecheck.h"

#include "compare/valveschema.h"
#include "server/servererror.h"

#include <QJsonObject>

namespace owui {

ValveCheck::ValveCheck(OpenWebUi &server, PluginSpace space, const QString &id, QObject *parent)
    : QObject(parent)
    , m_server(server)
    , m_space(space)
    , m_id(id)
{
}

void ValveCheck::start()
{
    m_running = m_server.valves(m_space, m_id, this, [this](const Answer<QJsonObject> &answer) {
        if (answer) {
            askForSchema(*answer.value);
        } else {
            failed(answer.error);
        }
    });
}

void ValveCheck::stop()
{
    disconnect();
    if (m_running) {
        m_running->cancel();
    }
    deleteLater();
}

void ValveCheck::askForSchema(const QJsonObject &stored)
{
    m_running = m_server.valvesSpec(m_space, m_id, this, [this, stored](const Answer<QJsonValue> &answer) {
        if (answer) {
            finish(misfitTexts(compareWithSchema(answer.value->toObject(), stored)));
        } else {
            failed(answer.error);
        }
    });
}

void ValveCheck::failed(const ServerError &error)
{
    finish({tr("Whether the settings that the server keeps fit the new code could not be asked. %1")
                .arg(failureText(error))});
}

void ValveCheck::finish(const QStringList &warnings)
{
    emit finished(warnings);
    deleteLater();
}

} // namespace owui
