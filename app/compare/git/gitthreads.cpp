// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "compare/git/gitthreads.h"

#include "compare/git/gitfolder.h"

namespace owui {

namespace {

/// For the whole program, as the common pool is: two folders may be looked through at once, not six.
class GitThreads final
{
    Q_DISABLE_COPY_MOVE(GitThreads)

public:
    GitThreads() { m_pool->setMaxThreadCount(mostWalks); }
    /// In a test, which does not end by endProcess(), the threads end before the library does. The pool itself stays:
    /// its end would wait for a thread that never ends.
    ~GitThreads() { m_pool->waitForDone(mostMilliseconds); }

    [[nodiscard]] QThreadPool &pool() const { return *m_pool; }

private:
    static constexpr int mostWalks = 2;
    static constexpr int mostMilliseconds = 2'000;
    QThreadPool *const m_pool = new QThreadPool;
};

} // namespace

QThreadPool &gitThreads()
{
    GitFolder::prepare();
    static const GitThreads threads; // made after the library
    return threads.pool();
}

std::atomic_int &overdueGitWorks()
{
    static std::atomic_int works = 0;
    return works;
}

} // namespace owui
