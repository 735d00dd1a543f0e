// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "deploy/journal/journal.h"
#include "server/openwebui.h"

#include <QObject>

namespace owui {

/// How a delete ended.
struct DeleteResult
{
    enum class Outcome {
        Deleted, ///< a look-up says so
        Missing, ///< it was not there any more; nothing was sent
        Changed, ///< somebody changed it since it was seen; nothing was sent
        Refused, ///< nothing was sent: the server could not be asked, or there would be no way back
        Failed,  ///< it is still there
        Unknown,
    };

    Outcome outcome = Outcome::Unknown;
    ServerError error;
    Problem unstored; ///< of Refused: why what is there could not be kept; empty: `error` tells
};

/// Deletes a plugin that only the server has. What it has now, not what was seen a while ago, is kept first; then a
/// look tells whether it is gone. Without a way back nothing is sent to a production server.
class RecordedDelete final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RecordedDelete)

public:
    /// `seen` is what the user agreed to delete. `server` and `journal` must outlive it. Deletes itself after
    /// `finished`.
    RecordedDelete(OpenWebUi &server, Journal &journal, const ServerPlugin &seen, QObject *parent);

    void start();

signals:
    void finished(const owui::DeleteResult &result);

private:
    void decide(const LookUp &lookUp);
    void keep(const ServerPlugin &present);
    void remove();
    void judge(const ServerError &error, const LookUp &now);
    void end(DeleteResult::Outcome outcome, const ServerError &error = {});

    OpenWebUi &m_server;
    Journal &m_journal;
    ServerPlugin m_seen;
    QString m_run;
    qint64 m_entry = 0; ///< 0: nothing was stored
    DeleteResult m_result;
};

} // namespace owui
