// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "compare/originsearch.h"

#include <QFutureWatcher>
#include <QThreadPool>
#include <QtConcurrent>

#include <utility>

namespace owui {

namespace {

/// For the whole program, as the common pool is: two folders may be looked through at once, not six.
class WalkThreads final : public QThreadPool
{
public:
    WalkThreads() { setMaxThreadCount(mostWalks); }

private:
    static constexpr int mostWalks = 2;
};

} // namespace

void searchOrigins(const QString &root, const QList<GitFolder::Query> &queries,
                   const std::shared_ptr<std::atomic_bool> &stop, QObject *context,
                   std::function<void(const QList<TextOrigin> &)> done)
{
    GitFolder::prepare();
    static WalkThreads walks; // made after the library, so that its threads end first
    QThreadPool *const threads = &walks;
    const auto walk = [root, queries, stop] { return GitFolder(root).findOrigins(queries, {}, stop.get()); };
    // Not then(): in Qt 6.4 a context that is deleted while the walk ends is used all the same.
    auto *watcher = new QFutureWatcher<QList<TextOrigin>>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, done = std::move(done)] {
        watcher->deleteLater();
        done(watcher->result());
    });
    watcher->setFuture(QtConcurrent::run(threads, walk));
}

} // namespace owui
