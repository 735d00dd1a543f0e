// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "deploy/job/deployresult.h"
#include "deploy/job/switchjob.h"

#include <QList>
#include <QSet>
#include <QString>

#include <functional>
#include <utility>

namespace owui {

class MessageArea;

/// What a server switched off because its new version could not be loaded: tells so, offers to switch the old version
/// on again, and tells what came of that.
class SwitchedOffFunctions final
{
    Q_DISABLE_COPY_MOVE(SwitchedOffFunctions)

public:
    /// False where nothing can be switched at present, which is told then.
    using SwitchOn = std::function<bool(const QList<SwitchRequest> &requests)>;

    /// `messages` must outlive it.
    SwitchedOffFunctions(MessageArea &messages, SwitchOn switchOn);
    ~SwitchedOffFunctions() = default;

    void tell(const QString &server, const QList<DeployResult> &switchedOff);
    /// Above what was told since.
    void tellAgain(const QString &server, const QList<DeployResult> &switchedOff);
    void close();
    /// It is being switched on again from here.
    [[nodiscard]] bool isAsked(const DeployResult &result) const;
    /// What came of it, of all results of a run.
    void tellEnd(const QList<DeployResult> &results);
    /// The server is left.
    void forget() { m_asked.clear(); }

private:
    using Place = std::pair<PluginSpace, QString>;

    MessageArea &m_messages;
    SwitchOn m_switchOn;
    QSet<Place> m_asked;
};

} // namespace owui
