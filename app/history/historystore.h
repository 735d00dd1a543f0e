// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "history/historyentry.h"
#include "history/historylimits.h"
#include "history/senttexts.h"
#include "result.h"

#include <QList>
#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>

namespace owui {

/// Which entries to read, newest first.
struct HistoryQuery
{
    QString server;                   ///< empty: of every server
    std::optional<PluginSpace> space; ///< none: of both
    QString id;                       ///< empty: of every plugin
    QString run;                      ///< empty: of every run
    QString words;                    ///< each must occur in id, title, path, versions or message; empty: all entries
    qint64 before = 0;                ///< only entries with a smaller number; 0: from the newest on
    int most = 500;
};

/// What was sent to servers and what they had before, kept on disk in a file that only its owner can read. Several
/// programs may use one file at once. Lives in the main thread; the file has a thread of its own. Handlers are called
/// once, from the event loop, if the context still lives. Writing is in the order of the calls.
class HistoryStore final : public QObject
{
    Q_OBJECT

public:
    template<typename T>
    using Handler = std::function<void(const Result<T> &)>;

    /// Keeps its file in `folder`, which is made when it is needed. Opens it with the first call.
    explicit HistoryStore(const QString &folder, const HistoryLimits &limits = {}, QObject *parent = nullptr);
    /// Waits until what was asked for is written.
    ~HistoryStore() override;

    /// Where the history of both programs is.
    [[nodiscard]] static QString usualFolder();

    void setLimits(const HistoryLimits &limits);

    /// Stores a change that is about to be sent, and the text that the server has now, if it has one. `done` gets the
    /// number of the entry once it is on disk. Number, `runStarted` and `after` of `entry` are not
    /// looked at.
    void begin(const HistoryEntry &entry, const std::optional<QString> &content, QObject *context,
               Handler<qint64> done);
    /// Those that come together are written together, which waits for the disk once.
    void end(const HistoryEnd &end, QObject *context, Handler<bool> done);
    /// Writes when the run ended; nothing where none of its entries was stored.
    void endRun(const QString &run, QObject *context, Handler<bool> done);

    /// An Undo of the run has brought the plugin back, or found it as it was before the run.
    void setTakenBack(const QString &run, PluginSpace space, const QString &id, QObject *context, Handler<bool> done);

    void entries(const HistoryQuery &query, QObject *context, Handler<QList<HistoryEntry>> done);
    /// Fails where there is no such entry, also where retention took it.
    void entry(qint64 number, QObject *context, Handler<HistoryEntry> done);
    /// The one whose last change is newest first; `server` empty: of every server.
    void runs(const QString &server, int most, QObject *context, Handler<QList<HistoryRun>> done);
    /// The text with this hash.
    void content(const QByteArray &hash, QObject *context, Handler<QString> done);
    /// Those of these texts that are kept, by their hashes.
    void contents(const QList<QByteArray> &hashes, QObject *context, Handler<QHash<QByteArray, QString>> done);
    /// The release that the server had in the last run that knew it; empty: none did.
    void release(const QString &server, QObject *context, Handler<QString> done);

    /// A text of the server now stands in a file of here; only the last one of a file counts.
    void setPulled(const QString &server, const PulledPlugin &plugin, const QString &content, QObject *context,
                   Handler<bool> done);
    /// Of one plugin, or of all where there is no `space` and `id` is empty; of a long history the newest part.
    void sentTexts(const QString &server, std::optional<PluginSpace> space, const QString &id, QObject *context,
                   Handler<SentTexts> done);
    void sentIds(const QString &server, QObject *context, Handler<SentIds> done);

signals:
    /// Something about the file itself that people should know: it was broken and a new one was begun.
    void noticed(const owui::Problem &problem);
    /// Something was written from here. What other programs write is seen by the next reading.
    void changed();

private:
    class Worker;
    enum class Access { Read, Write };
    struct WaitingEnd
    {
        HistoryEnd end;
        QPointer<QObject> context;
        Handler<bool> done;
    };

    template<typename T, typename Work>
    void post(Access access, QObject *context, Handler<T> done, Work work);
    void writeEnds();

    std::unique_ptr<Worker> d;
    QList<WaitingEnd> m_ends;
};

} // namespace owui
