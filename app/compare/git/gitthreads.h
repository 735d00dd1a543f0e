// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "onpool.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <atomic>
#include <chrono>
#include <memory>
#include <utility>

namespace owui {

/// How long a folder's repository may take to answer. Longer than a walk may take.
constexpr std::chrono::seconds gitPatience{10};

/// Threads that do nothing but read repositories. A walk may take seconds, and on the common pool every body and every
/// answer would wait for it; and a pipe in place of a file of git's holds its thread for ever. Starts libgit2: call it
/// in the main thread.
[[nodiscard]] QThreadPool &gitThreads();

/// Works that did not end in time and still hold or await a thread.
[[nodiscard]] std::atomic_int &overdueGitWorks();

/// As onPool(), but `late` is handed over where the repository does not answer in time, and at once where it already
/// did not.
template<typename Work, typename Late, typename Done>
void onGitThread(QObject *context, Work work, Late late, Done done, std::chrono::milliseconds patience = gitPatience)
{
    auto *waiting = new QObject(context);
    const auto isOver = std::make_shared<std::atomic_bool>(false); // ended, or given up
    const auto watched = [work = std::move(work), isOver] {
        auto result = work();
        if (isOver->exchange(true)) {
            --overdueGitWorks();
        }
        return result;
    };
    const auto end = [waiting, done = std::move(done), isTold = std::make_shared<bool>(false)](const Late &result) {
        if (!std::exchange(*isTold, true)) {
            waiting->deleteLater();
            done(result);
        }
    };
    const auto giveUp = [isOver, end, late = std::move(late)] {
        if (!isOver->exchange(true)) {
            ++overdueGitWorks();
            end(late);
        }
    };
    QTimer::singleShot(overdueGitWorks() > 0 ? std::chrono::milliseconds(0) : patience, waiting, giveUp);
    onPool(waiting, watched, end, &gitThreads());
}

} // namespace owui
