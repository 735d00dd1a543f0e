// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "practice/httpanswer.h"

#include <QHttpServer>
#include <QObject>

#include <chrono>
#include <functional>

namespace owui {

/// The only file that knows QHttpServer, whose interface changed between Qt 6.4, 6.5 and 6.8. Listens on loopback and
/// hands every request to one function.
class HttpFront final : public QObject
{
    Q_OBJECT

public:
    using Handler = std::function<void(const HttpCall &, Answer)>;

    /// Every answer is held back for `latency`; answers wait side by side.
    HttpFront(Handler handler, std::chrono::milliseconds latency, QObject *parent = nullptr);

    /// Port 0 takes any free one. Returns the port, or 0 on failure with the reason in `error`.
    [[nodiscard]] quint16 listen(quint16 port, QString *error);

private:
    void take(const QHttpServerRequest &request, QHttpServerResponder &&responder);

    Handler m_handler;
    std::chrono::milliseconds m_latency;
    QHttpServer m_server;
};

} // namespace owui
