// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "practice/standardinputwatch.h"

#include <QFile>

#include <cstdio>
#include <mutex>
#include <thread>
#include <utility>

namespace owui {

struct StandardInputWatch::Shared
{
    std::mutex mutex;
    std::function<void()> closed; ///< empty once the watch has ended
};

StandardInputWatch::StandardInputWatch(std::function<void()> closed)
    : m_shared(std::make_shared<Shared>())
{
    m_shared->closed = std::move(closed);
    std::thread([shared = m_shared] {
        // Not by stdin: a thread that waits in it keeps its lock, for which exit() waits in newer C libraries.
        QFile input;
        char byte = 0;
        if (input.open(fileno(stdin), QIODevice::ReadOnly | QIODevice::Unbuffered)) {
            while (input.read(&byte, 1) > 0) {
            }
        }
        const std::scoped_lock lock(shared->mutex);
        if (shared->closed) {
            shared->closed();
        }
    }).detach();
}

StandardInputWatch::~StandardInputWatch()
{
    const std::scoped_lock lock(m_shared->mutex);
    m_shared->closed = nullptr;
}

} // namespace owui
