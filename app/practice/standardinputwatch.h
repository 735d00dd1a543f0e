// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtGlobal>

#include <functional>
#include <memory>

namespace owui {

/// Tells when standard input is closed. A thread of its own waits there, since no way of waiting works on every system
/// and for files, pipes and terminals alike; it cannot be woken, so it is left behind when this object ends.
class StandardInputWatch final
{
    Q_DISABLE_COPY_MOVE(StandardInputWatch)

public:
    /// `closed` is called on that thread, unless this object has ended.
    explicit StandardInputWatch(std::function<void()> closed);
    ~StandardInputWatch();

private:
    struct Shared;
    std::shared_ptr<Shared> m_shared;
};

} // namespace owui
