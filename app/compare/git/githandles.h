// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <git2.h>

#include <QString>

namespace owui {

/// Makes the library ready, once for the whole process: its start takes 3 ms, which each plugin of a run would pay
/// twice if the library ended with its last user.
class GitLibrary final
{
public:
    GitLibrary()
    {
        static const int users = git_libgit2_init();
        static_cast<void>(users);
    }
};

/// As Git writes it for people.
[[nodiscard]] inline QString shortHashOf(const git_oid *id)
{
    constexpr qsizetype length = 7;
    return QString::fromLatin1(git_oid_tostr_s(id)).left(length);
}

/// Owns one object of libgit2.
template<typename T, void (*Free)(T *)>
class GitHandle final
{
public:
    GitHandle() = default;
    ~GitHandle() { Free(m_object); }
    GitHandle(const GitHandle &) = delete;
    GitHandle &operator=(const GitHandle &) = delete;

    /// Where a function of libgit2 puts the object; frees the one before.
    [[nodiscard]] T **out()
    {
        Free(m_object);
        m_object = nullptr;
        return &m_object;
    }
    [[nodiscard]] T *get() const { return m_object; }
    explicit operator bool() const { return m_object != nullptr; }

private:
    GitLibrary m_library;
    T *m_object = nullptr;
};

using GitRepository = GitHandle<git_repository, git_repository_free>;
using GitReference = GitHandle<git_reference, git_reference_free>;
using GitCommit = GitHandle<git_commit, git_commit_free>;
using GitTree = GitHandle<git_tree, git_tree_free>;
using GitTreeEntry = GitHandle<git_tree_entry, git_tree_entry_free>;
using GitBlob = GitHandle<git_blob, git_blob_free>;
using GitDatabase = GitHandle<git_odb, git_odb_free>;
using GitWalk = GitHandle<git_revwalk, git_revwalk_free>;

} // namespace owui
