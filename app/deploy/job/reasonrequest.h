// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "deploy/job/payload.h"
#include "server/openwebui.h"

#include <QObject>

namespace owui {

class ServerJob;

/// A step of a job: asks 0.12 why it refused to create a plugin. The server masks the reason of a create but tells that
/// of an update, and loads the code before it looks for the id, so one update to the missing id tells and stores
/// nothing. A tool's text is asked through the functions' route with an id that nobody has (contract 7). The code, and
/// pip, run once more.
class ReasonRequest final : public QObject
{
    Q_OBJECT

public:
    /// A child of `job`. Deletes itself after its one signal.
    ReasonRequest(ServerJob &job, const Payload &payload, const QString &content);

    void start();

signals:
    /// `reason` is None where the server did not tell one, or it was cancelled.
    void finished(const owui::ServerError &reason);
    /// Someone created the function meanwhile, so the update took effect.
    void applied(const owui::ServerPlugin &plugin);

private:
    ServerJob &m_job;
    Payload m_payload;
    QString m_content;
};

} // namespace owui
