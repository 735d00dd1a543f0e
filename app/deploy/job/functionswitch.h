// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "server/openwebui.h"

#include <QObject>

namespace owui {

/// The two flags of a function that the server only flips.
enum class FunctionFlag { Active, Global };

/// Sets a flag of a function: looks, flips once if it is not as wanted, and believes only the answer. The server's
/// toggle is a flip, so it is never repeated (contract 6, hazard 6).
class FunctionSwitch final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FunctionSwitch)

public:
    /// `server` must outlive it. Deletes itself after `finished`.
    FunctionSwitch(OpenWebUi &server, const QString &id, bool wanted, QObject *parent,
                   FunctionFlag flag = FunctionFlag::Active);

    void start();

signals:
    /// What each answer said of the function.
    void seen(const owui::ServerPlugin &now);
    /// `isOn` is what the server said last; `error` says why that is not what was wanted. It is empty where somebody
    /// else switched it at the same moment.
    void finished(bool isOn, const owui::ServerError &error);

private:
    void flip();
    void tell(const std::optional<ServerPlugin> &now);
    void lookAgain(const ServerError &cause);
    void finish(bool isOn, const ServerError &error);
    [[nodiscard]] bool isOn(const ServerPlugin &plugin) const;

    OpenWebUi &m_server;
    QString m_id;
    bool m_wanted;
    FunctionFlag m_flag;
};

} // namespace owui
