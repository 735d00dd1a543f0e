// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "server/openwebui.h"

#include <QObject>
#include <QStringList>

namespace owui {

/// After an update: do the settings that the server keeps fit the code that it has now (contract 6, hazard 16)? The
/// server runs the code once more to tell, so it is asked only where it just took that code, and where there is doubt.
class ValveCheck final : public QObject
{
    Q_OBJECT

public:
    /// `server` must outlive it. Deletes itself after `finished`.
    ValveCheck(OpenWebUi &server, PluginSpace space, const QString &id, QObject *parent);

    void start();
    /// Nobody waits for the answer any more; `finished` does not come.
    void stop();

signals:
    /// What does not fit, or that nobody could tell; complete sentences. Empty: all is well.
    void finished(const QStringList &warnings);

private:
    void askForSchema(const QJsonObject &stored);
    void finish(const QStringList &warnings);
    void failed(const ServerError &error);

    OpenWebUi &m_server;
    PluginSpace m_space;
    QString m_id;
    OpenWebUi::Request m_running;
};

} // namespace owui
