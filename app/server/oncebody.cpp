// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "server/oncebody.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace owui {

OnceBody::OnceBody(QByteArray body, QObject *parent)
    : QIODevice(parent)
    , m_body(std::move(body))
{
    // Unbuffered: otherwise QIODevice reads ahead, and "taken" would come before Qt asked for the last byte.
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 OnceBody::bytesAvailable() const
{
    return m_body.size() - m_position + QIODevice::bytesAvailable();
}

qint64 OnceBody::readData(char *data, qint64 maximum)
{
    const qint64 left = m_body.size() - m_position;
    if (left == 0) {
        return -1;
    }
    const qint64 count = std::min(left, maximum);
    std::memcpy(data, m_body.constData() + m_position, static_cast<size_t>(count));
    m_position += count;
    return count;
}

qint64 OnceBody::writeData(const char * /*data*/, qint64 /*size*/)
{
    return -1;
}

} // namespace owui
