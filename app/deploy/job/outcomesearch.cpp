// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "deploy/job/outcomesearch.h"

#include <algorithm>

namespace owui {

OutcomeSearch::OutcomeSearch(OpenWebUi &server, PluginSpace space, const QString &id, const QString &storedText,
                             const std::optional<ServerPlugin> &before, const FindOutLimits &limits, QObject *parent)
    : QObject(parent)
    , m_server(server)
    , m_space(space)
    , m_id(id)
    , m_storedText(storedText)
    , m_before(before)
    , m_limits(limits)
    , m_pause(limits.firstPause)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &OutcomeSearch::look);
}

void OutcomeSearch::start()
{
    m_clock.start();
    look();
}

void OutcomeSearch::stop()
{
    m_stopping = true;
    if (m_timer.isActive()) {
        m_timer.start(0);
    }
}

void OutcomeSearch::look()
{
    m_server.lookUp(m_space, m_id, this, [this](const LookUp &lookUp) {
        if (lookUp.presence == Presence::Found && isProof(*lookUp.plugin)) {
            emit finished(true, lookUp);
            return;
        }
        const bool hopeless = m_limits.cannotTellIsTheEnd && lookUp.presence == Presence::CannotTell;
        if (hopeless || m_stopping || std::chrono::milliseconds(m_clock.elapsed()) >= m_limits.total) {
            emit finished(false, lookUp);
            return;
        }
        if (lookUp.error.serverGone()) {
            emit unreachable(lookUp.error);
        }
        m_timer.start(m_pause);
        m_pause = std::min(m_pause * 2, m_limits.longestPause);
    });
}

bool OutcomeSearch::isProof(const ServerPlugin &now) const
{
    if (!now.content || *now.content != m_storedText) {
        return false;
    }
    // The same text was there before: only a trace of the change itself proves it.
    return !m_before || m_before->content != now.content || m_before->updatedAt != now.updatedAt ||
           m_before->versionId != now.versionId;
}

} // namespace owui
