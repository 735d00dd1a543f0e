// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "compare/originsearch.h"

#include "onpool.h"

#include <QThreadPool>

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
    onPool(
        context, [root, queries, stop] { return GitFolder(root).findOrigins(queries, {}, stop.get()); },
        std::move(done), &walks);
}

} // namespace owui
