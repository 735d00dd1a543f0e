// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "server/openwebui.h"

#include <QObject>

namespace owui {

/// Switches a function on or off: looks, flips once if it is not so yet, and believes only the answer. The server's
/// toggle is a flip, so it is never repeated (contract 6, hazard 6).
class FunctionSwitch final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FunctionSwitch)

public:
    /// `server` must outlive it. Deletes itself after `finished`.
    FunctionSwitch(OpenWebUi &server, const QString &id, bool wanted, QObject *parent);

    void start();

signals:
    /// `active` is what the server said last; `error` says why that is not what was wanted. It is empty where somebody
    /// else switched it at the same moment.
    void finished(bool active, const owui::ServerError &error);

private:
    void flip();
    void lookAgain(const ServerError &cause);
    void finish(bool active, const ServerError &error);

    OpenWebUi &m_server;
    QString m_id;
    bool m_wanted;
};

} // namespace owui
