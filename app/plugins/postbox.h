// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QMutex>
#include <QObject>

#include <functional>

namespace owui {

/// Hands work from any thread to an object that may be gone by then. Shared by the object, which closes it in its
/// destructor, and by those who still work for it; nobody has to wait for anybody.
class Postbox final
{
public:
    explicit Postbox(QObject *receiver)
        : m_receiver(receiver)
    {
    }
    Q_DISABLE_COPY_MOVE(Postbox)
    ~Postbox() = default;

    /// Runs `work` in the receiver's thread, from its event loop; not at all after close().
    void post(std::function<void()> work)
    {
        const QMutexLocker locker(&m_mutex);
        if (m_receiver != nullptr) {
            QMetaObject::invokeMethod(m_receiver, std::move(work), Qt::QueuedConnection);
        }
    }

    void close()
    {
        const QMutexLocker locker(&m_mutex);
        m_receiver = nullptr;
    }

private:
    QMutex m_mutex;
    QObject *m_receiver;
};

} // namespace owui
