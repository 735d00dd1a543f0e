// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "history/historystore.h"

#include "history/historyfile.h"

#include <QDir>
#include <QStandardPaths>
#include <QThread>

#include <algorithm>
#include <iterator>
#include <utility>

using namespace Qt::StringLiterals;

namespace owui {

/// Lives as long as the store; `file` belongs to the thread alone.
class HistoryStore::Worker final
{
    Q_DISABLE_COPY_MOVE(Worker)

public:
    Worker(const QString &folder, const HistoryLimits &limits)
        : file(std::make_unique<HistoryFile>(folder, limits))
    {
        inThread.moveToThread(&thread);
    }

    ~Worker()
    {
        if (thread.isRunning()) {
            // After everything that was asked for; the connection to SQLite is closed where it was opened.
            QMetaObject::invokeMethod(&inThread, [this] {
                file.reset();
                thread.quit();
            });
            thread.wait();
        }
    }

    void post(std::function<void()> work)
    {
        if (!thread.isRunning()) {
            thread.start();
        }
        QMetaObject::invokeMethod(&inThread, std::move(work), Qt::QueuedConnection);
    }

    std::unique_ptr<HistoryFile> file;
    QThread thread;
    QObject inThread;
};

HistoryStore::HistoryStore(const QString &folder, const HistoryLimits &limits, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Worker>(folder, limits))
{
}

HistoryStore::~HistoryStore()
{
    writeEnds();
    d.reset(); // before the rest of this object, which the thread posts to
}

QString HistoryStore::usualFolder()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)).filePath(u"history"_s);
}

void HistoryStore::setLimits(const HistoryLimits &limits)
{
    d->post([worker = d.get(), limits] { worker->file->setLimits(limits); });
}

template<typename T, typename Work>
void HistoryStore::post(Access access, QObject *context, Handler<T> done, Work work)
{
    writeEnds(); // what was asked for before comes first
    const auto answer = [this, access, listener = QPointer(context),
                         done = std::move(done)](const Result<T> &result, const std::optional<Problem> &notice) {
        if (notice) {
            emit noticed(*notice);
        }
        if (listener) {
            done(result);
        }
        if (access == Access::Write && result) {
            emit changed();
        }
    };
    d->post([this, worker = d.get(), answer, work = std::move(work)] {
        const Result<T> result = work(*worker->file);
        const std::optional<Problem> notice = worker->file->takeNotice();
        QMetaObject::invokeMethod(
            this, [answer, result, notice] { answer(result, notice); }, Qt::QueuedConnection);
    });
}

void HistoryStore::begin(const HistoryEntry &entry, const std::optional<QString> &content, QObject *context,
                         Handler<qint64> done)
{
    post<qint64>(Access::Write, context, std::move(done),
                 [entry, content](HistoryFile &file) { return file.begin(entry, content); });
}

void HistoryStore::end(const HistoryEnd &end, QObject *context, Handler<bool> done)
{
    if (m_ends.isEmpty()) {
        QMetaObject::invokeMethod(this, &HistoryStore::writeEnds, Qt::QueuedConnection);
    }
    m_ends.append({.end = end, .context = context, .done = std::move(done)});
}

void HistoryStore::writeEnds()
{
    const QList<WaitingEnd> waiting = std::exchange(m_ends, {});
    if (waiting.isEmpty()) {
        return;
    }
    using Problems = QList<std::optional<Problem>>;
    const auto written = [waiting](const Result<Problems> &problems) {
        for (qsizetype i = 0; i < waiting.size(); ++i) {
            const std::optional<Problem> problem = problems ? problems.value().at(i) : std::optional(problems.error());
            if (waiting.at(i).context) {
                waiting.at(i).done(problem ? Result<bool>(*problem) : Result<bool>(true));
            }
        }
    };
    QList<HistoryEnd> ends;
    std::ranges::transform(waiting, std::back_inserter(ends), &WaitingEnd::end);
    post<Problems>(Access::Write, this, written, [ends](HistoryFile &file) { return file.end(ends); });
}

void HistoryStore::endRun(const QString &run, QObject *context, Handler<bool> done)
{
    post<bool>(Access::Write, context, std::move(done),
               [run, when = QDateTime::currentDateTimeUtc()](HistoryFile &file) { return file.endRun(run, when); });
}

void HistoryStore::setTakenBack(const QString &run, PluginSpace space, const QString &id, QObject *context,
                                Handler<bool> done)
{
    post<bool>(Access::Write, context, std::move(done),
               [run, space, id](HistoryFile &file) { return file.setTakenBack(run, space, id); });
}

void HistoryStore::entries(const HistoryQuery &query, QObject *context, Handler<QList<HistoryEntry>> done)
{
    post<QList<HistoryEntry>>(Access::Read, context, std::move(done),
                              [query](HistoryFile &file) { return file.entries(query); });
}

void HistoryStore::entry(qint64 number, QObject *context, Handler<HistoryEntry> done)
{
    post<HistoryEntry>(Access::Read, context, std::move(done),
                       [number](HistoryFile &file) { return file.entry(number); });
}

void HistoryStore::runs(const QString &server, int most, QObject *context, Handler<QList<HistoryRun>> done)
{
    post<QList<HistoryRun>>(Access::Read, context, std::move(done),
                            [server, most](HistoryFile &file) { return file.runs(server, most); });
}

void HistoryStore::content(const QByteArray &hash, QObject *context, Handler<QString> done)
{
    post<QString>(Access::Read, context, std::move(done), [hash](HistoryFile &file) { return file.content(hash); });
}

void HistoryStore::contents(const QList<QByteArray> &hashes, QObject *context, Handler<QHash<QByteArray, QString>> done)
{
    post<QHash<QByteArray, QString>>(Access::Read, context, std::move(done),
                                     [hashes](HistoryFile &file) { return file.contents(hashes); });
}

void HistoryStore::sentIds(const QString &server, QObject *context, Handler<SentIds> done)
{
    post<SentIds>(Access::Read, context, std::move(done),
                  [server](HistoryFile &history) { return history.sentIds(server); });
}

void HistoryStore::setPulled(const QString &server, const PulledPlugin &plugin, const QString &content,
                             QObject *context, Handler<bool> done)
{
    post<bool>(Access::Write, context, std::move(done), [server, plugin, content](HistoryFile &file) {
        return file.setPulled(server, plugin, historyHash(content));
    });
}

void HistoryStore::sentTexts(const QString &server, std::optional<PluginSpace> space, const QString &id,
                             QObject *context, Handler<SentTexts> done)
{
    post<SentTexts>(Access::Read, context, std::move(done),
                    [server, space, id](HistoryFile &file) { return file.sentTexts(server, space, id); });
}

void HistoryStore::release(const QString &server, QObject *context, Handler<QString> done)
{
    post<QString>(Access::Read, context, std::move(done), [server](HistoryFile &file) { return file.release(server); });
}

} // namespace owui
