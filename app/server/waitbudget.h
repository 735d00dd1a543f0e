// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>

#include <chrono>
#include <optional>

namespace owui {

/// How long a server that says "later" (429 or 503 with Retry-After) is waited for, by all requests together: those
/// that wait at the same time wait once.
class WaitBudget final
{
public:
    using Clock = std::chrono::steady_clock;

    static constexpr std::chrono::seconds inAll{30};

    /// True where there is that much left; it is then used up.
    [[nodiscard]] bool grants(std::chrono::milliseconds pause, Clock::time_point now = Clock::now());
    void renew() { m_left = inAll; }

private:
    std::chrono::milliseconds m_left = inAll;
    Clock::time_point m_grantedUntil{};
};

/// Seconds, or a date that is compared with the answer's own; nullopt for anything else. At least a second.
[[nodiscard]] std::optional<std::chrono::seconds> retryAfter(const QByteArray &header, const QByteArray &date);

} // namespace owui
