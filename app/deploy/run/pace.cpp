// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "deploy/run/pace.h"

#include <algorithm>

namespace owui {

namespace {

constexpr int answersPerPlace = 4; // of one round
// One more that only waits for the others makes each answer of two slower by half, and of five by a fifth.
constexpr double tolerated = 1.15;
constexpr int roundsOfRest = 5; // after a try in vain

} // namespace

Pace::Pace(int set)
    : m_set(set)
{
}

void Pace::take(std::chrono::milliseconds elapsed)
{
    m_sum += elapsed;
    if (++m_count < answersPerPlace * m_number) {
        return;
    }
    const std::chrono::duration<double> mean = std::chrono::duration<double>(m_sum) / m_count;
    m_sum = {};
    m_count = 0;
    judge(mean);
}

void Pace::judge(std::chrono::duration<double> mean)
{
    if (m_before && mean > *m_before * tolerated && m_number > 1) {
        --m_number;
        m_rest = roundsOfRest;
        // Fewer at a time are answered sooner by themselves.
        m_before = std::max(*m_before, mean * m_number / (m_number + 1));
        return;
    }
    m_before = m_before ? std::min(*m_before, mean) : mean;
    if (m_rest > 0) {
        --m_rest;
    } else {
        m_number = std::min(m_number + 1, most);
    }
}

} // namespace owui
