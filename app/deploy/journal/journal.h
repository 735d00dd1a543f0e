// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "history/historyentry.h"
#include "history/senttexts.h"
#include "result.h"
#include "server/serverplugin.h"

#include <QString>

#include <functional>
#include <optional>

namespace owui {

/// What is sent together.
struct JournalRun
{
    QString id;
    HistoryRunKind kind = HistoryRunKind::Deploy;
    QString takesBack; ///< of an Undo: the run that it takes back
};

/// A change that is about to be sent.
struct JournalChange
{
    JournalRun run;
    QString serverOrigin;
    QString serverRelease; ///< empty: not known
    HistoryChange change = HistoryChange::Update;
    PluginSpace space = PluginSpace::Function;
    QString id;
    QString title;
    QString path;                        ///< of the file in its folder; empty: none
    QString file{};                      ///< the same, absolute
    bool looked = true;                  ///< false: nobody could look first
    std::optional<ServerPlugin> present; ///< what the server has; none: it is not there, or nobody could look
};

/// Told before and after each change of a server, so that it can be taken back. Lives in the main thread.
class Journal
{
public:
    Journal() = default;
    virtual ~Journal() = default;
    Q_DISABLE_COPY_MOVE(Journal)

    /// Calls `stored` once, from the event loop, with the entry's number when the change is on disk, or with why it
    /// could not be stored. Nothing may be sent before that.
    virtual void before(const JournalChange &change, std::function<void(const Result<qint64> &entry)> stored) = 0;
    /// `now` is what the server had when it was looked at last; none: nobody saw it, or it is not there.
    virtual void after(qint64 entry, HistoryOutcome outcome, const std::optional<ServerPlugin> &now,
                       const QString &message) = 0;
    virtual void endRun(const QString &run) = 0;
    /// The text that a state of the history had, by its hash; `done` is called once, if the context still lives.
    virtual void content(const QByteArray &hash, QObject *context,
                         std::function<void(const Result<QString> &)> done) = 0;
    /// Those of these texts that are still kept, by their hashes; `done` as above.
    virtual void contents(const QList<QByteArray> &hashes, QObject *context,
                          std::function<void(const QHash<QByteArray, QString> &)> done) = 0;
    /// An Undo of the run has brought the plugin back, or found it as it was before the run: it is done with.
    virtual void setTakenBack(const QString &run, PluginSpace space, const QString &id) = 0;
    /// Hashes of the texts that this server was seen to have after a change that the journal was told of. Of one
    /// plugin; without `space` and `id` of every plugin, and of a long history the newest part. `done` is called once,
    /// if the context still lives.
    virtual void sentTexts(const QString &serverOrigin, std::optional<PluginSpace> space, const QString &id,
                           QObject *context, std::function<void(const SentTexts &)> done) = 0;
    /// The ids under which files were sent to this server. `done` is called once, if the context still lives.
    virtual void sentIds(const QString &serverOrigin, QObject *context, std::function<void(const SentIds &)> done) = 0;
    /// The release that the server had when it was last known; empty: it was never seen to be an Open WebUI. `done` is
    /// called once, if the context still lives.
    virtual void release(const QString &serverOrigin, QObject *context, std::function<void(const QString &)> done) = 0;
};

} // namespace owui
