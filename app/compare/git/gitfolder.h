// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "compare/text/textorigin.h"
#include "result.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <atomic>
#include <chrono>
#include <memory>
#include <optional>

namespace owui {

/// A folder's git repository, as of one moment.
struct GitState
{
    enum class Kind {
        None,
        Repository,
        Bare,
        ForeignOwner, ///< it belongs to another user, and Git has not been told that it is safe
        Unreadable
    };

    Kind kind = Kind::None;
    QString branch;    ///< empty where HEAD is detached
    QString shortHash; ///< of HEAD; empty before the first commit
    bool detached = false;
    bool submodule = false; ///< the folder is a submodule of, or lies in one of, another repository
    QString problem;        ///< of Unreadable, git's words
    QString foreignRoot;    ///< of ForeignOwner, the folder that must be told to be safe

    friend bool operator==(const GitState &, const GitState &) = default;
};

/// What Git calls "dubious ownership", with the command that mends it; nothing where that is not so.
[[nodiscard]] std::optional<Problem> ownershipProblem(const GitState &state);

/// Reads a folder's repository through libgit2. Writes nothing and runs nothing. Blocking and for one thread at a time:
/// call it on the pool.
class GitFolder final
{
    Q_DISABLE_COPY_MOVE(GitFolder)

public:
    struct Query
    {
        QString path;       ///< relative to the folder
        QString storedText; ///< as a server has it
        QString entry = {}; ///< its key where the file is an export
    };
    struct Limits
    {
        int commits = 20'000;
        std::chrono::milliseconds time{5'000};
    };

    /// Starts the library. Before anything here is called on the pool, and in the main thread: what the library opens
    /// belongs to the thread that started it, and OpenSSL among it crashes if that one ends together with the program.
    static void prepare();

    /// `folder` is absolute; the repository is that of the folder or of one around it.
    explicit GitFolder(const QString &folder);
    ~GitFolder();

    [[nodiscard]] const GitState &state() const { return m_state; }
    /// True if the file differs from HEAD or is not in it. `path` is relative to the folder.
    [[nodiscard]] bool isUncommitted(const QString &path) const;
    /// Looks each text up among all that its file ever was on the way to HEAD, in one walk. `stop` ends it early.
    [[nodiscard]] QList<TextOrigin> findOrigins(const QList<Query> &queries, const Limits &limits,
                                                const std::atomic_bool *stop = nullptr) const;

private:
    class Private;
    GitState m_state;
    std::unique_ptr<Private> d;
};

} // namespace owui
