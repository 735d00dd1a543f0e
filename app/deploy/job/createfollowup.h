// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "server/openwebui.h"

#include <QObject>

namespace owui {

struct PlannedChange;
class ServerJob;

/// A step of a job, after a create that the server took: the plugin is read back, releases that forget a filter's
/// switch for users get it once more, and a function is switched on where that was planned. `finished` comes once, from
/// the event loop. Lives in the main thread.
class CreateFollowUp final : public QObject
{
    Q_OBJECT

public:
    /// A child of `job`. `planned` must outlive it.
    CreateFollowUp(const PlannedChange &planned, ServerJob &job);

    void start();
    /// For a plugin that was seen on the server already.
    void startWithoutReading();

signals:
    /// `isThere` is false where the server does not have what it said it had created.
    void finished(bool isThere);

private:
    void onReadBack(const LookUp &lookUp);
    void storeToggleFlag();
    void switchOnIfWanted();

    const PlannedChange &m_planned;
    ServerJob &m_job;
};

} // namespace owui
