// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "deploy/run/pace.h"

#include <algorithm>

namespace owui {

namespace {

constexpr int answersPerPlace = 4; // of one round
// One more that only waits for the others makes each answer of two slower by half, and of five by a fifth.
constexpr double tolerated = 1.15;
// A server that does other work meanwhile.
constexpr double muchSlower = 1.5;
constexpr int roundsOfRest = 5; // after a step back

} // namespace

Pace::Pace(int set)
    : m_set(set)
{
}

void Pace::take(std::chrono::milliseconds elapsed)
{
    m_round.append(elapsed);
    if (m_round.size() < answersPerPlace * m_number) {
        return;
    }
    // The median: one answer of a second among them tells nothing of the others.
    const auto middle = m_round.begin() + m_round.size() / 2;
    std::nth_element(m_round.begin(), middle, m_round.end());
    const Time usual = *middle;
    m_round.clear();
    judge(usual);
}

void Pace::judge(Time usual)
{
    const auto number = static_cast<std::size_t>(m_number);
    Time &best = m_best.at(number);
    const bool isNew = best == Time::zero();
    const bool isSlower =
        isNew ? m_number > first && usual > m_best.at(number - 1) * tolerated : usual > best * muchSlower;
    if (isSlower && m_number > 1) {
        --m_number;
        m_rest = roundsOfRest;
        return;
    }
    best = isNew ? usual : std::min(best, usual);
    if (m_rest > 0) {
        --m_rest;
    } else {
        m_number = std::min(m_number + 1, most);
    }
}

} // namespace owui
