// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <chrono>
#include <optional>

namespace owui {

/// How many plugins are changed at the same time: two to begin with, one more while the server's answers do not get
/// slower for it, one fewer when they do. A number that somebody set holds.
class Pace final
{
public:
    static constexpr int most = 6;

    /// `set`: 0 where nobody set one.
    explicit Pace(int set = 0);

    [[nodiscard]] int atATime() const { return m_set > 0 ? m_set : m_number; }
    /// A change was answered. An answer to one that was sent while another number held counts all the same: a few of
    /// them are within what is tolerated.
    void take(std::chrono::milliseconds elapsed);

private:
    void judge(std::chrono::duration<double> mean);

    int m_set;
    int m_number = 2;
    std::chrono::milliseconds m_sum{};
    int m_count = 0;
    std::optional<std::chrono::duration<double>> m_before; ///< the mean when the number was last found right
    int m_rest = 0;                                        ///< rounds until another one more is tried
};

} // namespace owui
