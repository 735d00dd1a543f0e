// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "server/connection.h"

#include <QList>

#include <array>
#include <chrono>

namespace owui {

/// How many plugins are changed at the same time: two to begin with, one more while the server's answers do not get
/// slower for it, one fewer when they do. A number that somebody set holds.
class Pace final
{
public:
    /// `set`: 0 where nobody set one.
    explicit Pace(int set = 0);

    [[nodiscard]] int atATime() const { return m_set > 0 ? m_set : m_number; }
    /// A change was answered. An answer to one that was sent while another number held counts all the same: a few of
    /// them are within what is tolerated.
    void take(std::chrono::milliseconds elapsed);

private:
    using Time = std::chrono::duration<double>;
    static constexpr int first = 2;
    static constexpr int most = Connection::mostPluginsAtATime;

    void judge(Time usual);

    int m_set;
    int m_number = first;
    QList<std::chrono::milliseconds> m_round; ///< answers since the number was last looked at
    std::array<Time, most + 1> m_best{};      ///< by number: the shortest that was usual with it; 0: not tried
    int m_rest = 0;                           ///< rounds until another one more is tried
};

} // namespace owui
