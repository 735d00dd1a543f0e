// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "server/servererror.h"

#include <QByteArray>
#include <QJsonValue>
#include <QNetworkRequest>
#include <QObject>

#include <chrono>
#include <memory>

class QNetworkAccessManager;

namespace owui {

class WaitBudget;

/// What a request may cost.
struct RequestLimits
{
    std::chrono::milliseconds connect{10'000}; ///< counted from the moment a connection is opened
    std::chrono::milliseconds answer{20'000};  ///< counted from the same moment, or from sending on a kept connection
    qint64 maximumAnswer = 64 * 1024 * 1024;   ///< bytes, after decompression
    int retries = 0;                           ///< on transport errors; GET only
    std::shared_ptr<WaitBudget> patience{};    ///< with 429 and 503 that say when to ask again; GET only
};

/// How one exchange ended. For the Details of the log: nothing here holds a secret.
struct ApiReply
{
    ServerError error; ///< None only for: no transport error, 2xx, JSON type, whole and parsable body
    int httpStatus = 0;
    QJsonValue json; ///< of a success
    QByteArray method;
    QString path; ///< with the base path, without query values
    qint64 bytesSent = 0;
    qint64 bytesReceived = 0;
    std::chrono::milliseconds elapsed{};
    int attempts = 1;
};

/// One HTTP exchange: created, runs, is done, deletes itself. `finished` comes exactly once and always from the event
/// loop, also for an immediate failure. Redirects are not followed; no cookies. A POST goes out once: its body is a
/// sequential device that cannot be rewound, so Qt cannot repeat it. JSON over 64 KiB is parsed on the pool.
/// Lives in the main thread.
class ApiRequest final : public QObject
{
    Q_OBJECT

public:
    /// `network` must outlive the request. Anything but a GET needs a body: Qt never tells when one without is sent,
    /// and would repeat it. Open WebUI overlooks a body where it wants none.
    ApiRequest(QNetworkAccessManager &network, QByteArray method, QNetworkRequest request, QByteArray body,
               RequestPurpose purpose, RequestLimits limits, QObject *parent);
    ~ApiRequest() override;

    void start();
    /// Ends it as Cancelled; for a POST that was sent, requestSent is set and the server may still finish it.
    void cancel();
    [[nodiscard]] std::chrono::milliseconds elapsed() const;

signals:
    /// The server is busy, and is asked again after that time.
    void waiting(int httpStatus, std::chrono::seconds pause);
    void finished(const owui::ApiReply &reply);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace owui

Q_DECLARE_METATYPE(owui::ApiReply)
