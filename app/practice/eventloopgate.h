// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtGlobal>

#include <deque>
#include <functional>

namespace owui {

/// One thing at a time, as in the server, whose one event loop also runs a plugin's code: while an import takes its
/// time, nobody else is answered.
class EventLoopGate final
{
    Q_DISABLE_COPY_MOVE(EventLoopGate)

public:
    EventLoopGate() = default;

    /// Runs `task` as soon as nothing else runs. It ends with leave(), now or later.
    void enter(std::function<void()> task);
    void leave();

private:
    void runNext();

    std::deque<std::function<void()>> m_waiting;
    bool m_taken = false;
    bool m_inLoop = false;
};

} // namespace owui
