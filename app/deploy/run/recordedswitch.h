// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "server/openwebui.h"

#include <QObject>

namespace owui {

class Journal;

/// How a switch ended.
struct SwitchResult
{
    bool isOn = false;
    ServerError error; ///< why it is not as wanted; empty where somebody else switched it at the same moment
    QString unstored;  ///< why the history could not keep it; on a production server nothing was sent then
    bool sent = false;
};

/// Switches a function on or off for its own sake, as FunctionSwitch does, and keeps in the journal what was before and
/// after, so that it can be taken back. What happens within a larger change is part of that one's entry instead.
class RecordedSwitch final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RecordedSwitch)

public:
    /// `present` is what a look-up found; `path` that of its file, empty: none. `server` must outlive it, and so must
    /// `journal`, which may be absent. Deletes itself after `finished`.
    RecordedSwitch(OpenWebUi &server, Journal *journal, const ServerPlugin &present, const QString &path, bool wanted,
                   QObject *parent);

    void start();

signals:
    /// What each answer said of the function.
    void seen(const owui::ServerPlugin &now);
    void finished(const owui::SwitchResult &result);

private:
    void flip();
    void end(bool isOn, const ServerError &error);

    OpenWebUi &m_server;
    Journal *m_journal;
    ServerPlugin m_present;
    QString m_path;
    bool m_wanted;
    QString m_run;
    qint64 m_entry = 0; ///< 0: not stored
    SwitchResult m_result;
};

} // namespace owui
