// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QFutureWatcher>
#include <QObject>
#include <QThreadPool>
#include <QtConcurrentRun>

#include <type_traits>
#include <utility>

namespace owui {

/// Does `work` on the pool and hands what it returns to `done`, once, from the event loop, if the context still lives.
template<typename Work, typename Done>
void onPool(QObject *context, Work work, Done done, QThreadPool *pool = QThreadPool::globalInstance())
{
    // Not QFuture::then(): in Qt 6.4 a context that is deleted while the work ends is used all the same.
    auto *watcher = new QFutureWatcher<std::invoke_result_t<Work>>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, done = std::move(done)] {
        watcher->deleteLater();
        done(watcher->result());
    });
    watcher->setFuture(QtConcurrent::run(pool, std::move(work)));
}

} // namespace owui
