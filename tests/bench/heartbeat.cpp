// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "heartbeat.h"

#include <algorithm>

namespace owui {

namespace {

constexpr int interval = 4; // milliseconds
constexpr double frame = 16;

} // namespace

Heartbeat::Heartbeat()
{
    m_beats.setTimerType(Qt::PreciseTimer);
    connect(&m_beats, &QTimer::timeout, this, [this] {
        m_late.append(std::max(0.0, static_cast<double>(m_sinceBeat.nsecsElapsed()) / 1e6 - interval));
        m_sinceBeat.start();
    });
}

void Heartbeat::start()
{
    m_sinceBeat.start();
    m_beats.start(interval);
}

double Heartbeat::latest() const
{
    return m_late.isEmpty() ? 0 : std::ranges::max(m_late);
}

double Heartbeat::lateShare() const
{
    const auto late = std::ranges::count_if(m_late, [](double value) { return value > frame; });
    return 100.0 * static_cast<double>(late) / std::max<double>(1, static_cast<double>(m_late.size()));
}

} // namespace owui
