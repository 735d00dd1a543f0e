// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "practice/eventloopgate.h"

#include <utility>

namespace owui {

void EventLoopGate::enter(std::function<void()> task)
{
    m_waiting.push_back(std::move(task));
    runNext();
}

void EventLoopGate::leave()
{
    m_taken = false;
    runNext();
}

void EventLoopGate::runNext()
{
    // A task that ends at once calls leave() from within; the loop, not the stack, then takes the next one.
    if (m_inLoop) {
        return;
    }
    m_inLoop = true;
    while (!m_taken && !m_waiting.empty()) {
        const std::function<void()> task = std::move(m_waiting.front());
        m_waiting.pop_front();
        m_taken = true;
        task();
    }
    m_inLoop = false;
}

} // namespace owui
