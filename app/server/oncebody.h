// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QIODevice>

namespace owui {

/// The body of a request that must go out once. QNetworkAccessManager sends a POST again by itself when a kept
/// connection closes unanswered, if it can rewind the body; this device is sequential and cannot be rewound, so Qt
/// reports ContentReSendError instead.
class OnceBody final : public QIODevice
{
    Q_OBJECT

public:
    explicit OnceBody(QByteArray body, QObject *parent = nullptr);

    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] bool reset() override { return false; }
    [[nodiscard]] qint64 bytesAvailable() const override;
    [[nodiscard]] bool atEnd() const override { return bytesAvailable() == 0; }

    /// True once the last byte was handed out.
    [[nodiscard]] bool wasTaken() const { return m_position == m_body.size(); }

protected:
    qint64 readData(char *data, qint64 maximum) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    QByteArray m_body;
    qint64 m_position = 0;
};

} // namespace owui
