// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "compare/git/historysearch.h"

#include "compare/text/storedtext.h"
#include "compare/text/textdifference.h"
#include "plugins/pluginfile.h"

#include <optional>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

constexpr git_object_size_t largestBlob = 8 * 1024 * 1024; // a plugin is not larger

QByteArray bytesOf(const git_oid &id)
{
    return {reinterpret_cast<const char *>(id.id), GIT_OID_RAWSZ};
}

TextOrigin originAt(const git_commit *commit, bool formatted)
{
    return {.kind = TextOrigin::Kind::EarlierCommit,
            .commit = shortHashOf(git_commit_id(commit)),
            .committed = QDateTime::fromSecsSinceEpoch(git_commit_time(commit), Qt::UTC),
            .formatted = formatted};
}

} // namespace

void HistorySearch::add(const QByteArray &path, const QString &storedText, const QString &entry)
{
    Wanted wanted;
    wanted.path = path;
    wanted.entry = entry;
    wanted.stored = storedText;
    wanted.plain = withPlainLineEnds(storedText);
    m_wanted.push_back(wanted);
}

QList<TextOrigin> HistorySearch::run(const GitFolder::Limits &limits, const std::atomic_bool *stop)
{
    m_left = qsizetype(m_wanted.size());
    // A shallow clone ends where somebody cut it off, so that what it lacks proves nothing.
    const bool complete = walk(limits, stop) && git_repository_is_shallow(m_repository) == 0;
    QList<TextOrigin> origins;
    for (const Wanted &wanted : m_wanted) {
        origins.append(originOf(wanted, complete));
    }
    return origins;
}

/// True if the whole history was seen.
bool HistorySearch::walk(const GitFolder::Limits &limits, const std::atomic_bool *stop)
{
    GitWalk walk;
    if (git_revwalk_new(walk.out(), m_repository) != 0 || git_revwalk_push_head(walk.get()) != 0) {
        return false;
    }
    git_revwalk_sorting(walk.get(), GIT_SORT_TOPOLOGICAL | GIT_SORT_TIME);
    QElapsedTimer clock;
    clock.start();
    git_oid id;
    int seen = 0;
    int next = 0;
    while (m_left > 0 && (next = git_revwalk_next(&id, walk.get())) == 0) {
        GitCommit commit;
        const bool late = clock.hasExpired(limits.time.count());
        if (++seen > limits.commits || late || (stop && stop->load()) ||
            git_commit_lookup(commit.out(), m_repository, &id) != 0) {
            return false;
        }
        lookAt(commit.get());
    }
    return m_left == 0 || next == GIT_ITEROVER;
}

void HistorySearch::lookAt(const git_commit *commit)
{
    GitTree tree;
    if (git_commit_tree(tree.out(), commit) != 0) {
        return;
    }
    for (Wanted &wanted : m_wanted) {
        if (wanted.origin.kind == TextOrigin::Kind::EarlierCommit) {
            continue;
        }
        GitTreeEntry entry;
        if (git_tree_entry_bypath(entry.out(), tree.get(), wanted.path.constData()) != 0) {
            continue;
        }
        wanted.everCommitted = wanted.everCommitted || wanted.entry.isEmpty(); // an export may not have had it yet
        const git_oid *blob = git_tree_entry_id(entry.get());
        if (const QByteArray name = bytesOf(*blob); name != wanted.lastBlob) {
            wanted.lastBlob = name;
            compareBlob(wanted, commit, *blob);
        }
    }
}

void HistorySearch::compareBlob(Wanted &wanted, const git_commit *commit, const git_oid &blob)
{
    GitBlob content;
    if (git_blob_lookup(content.out(), m_repository, &blob) != 0 || git_blob_rawsize(content.get()) > largestBlob) {
        return;
    }
    const QByteArray bytes(static_cast<const char *>(git_blob_rawcontent(content.get())),
                           qsizetype(git_blob_rawsize(content.get())));
    const std::optional<QByteArray> utf8 = textInFile(bytes, wanted.entry);
    if (!utf8) {
        return;
    }
    wanted.everCommitted = true;
    const QString stored = storedText(*utf8);
    if (stored == wanted.stored) {
        wanted.origin = originAt(commit, false);
        --m_left;
        return;
    }
    if (wanted.formatted.kind == TextOrigin::Kind::EarlierCommit) {
        return;
    }
    const QString plain = withPlainLineEnds(stored);
    if (wanted.unformatted.isEmpty()) {
        wanted.unformatted = withoutFormatting(wanted.plain.toUtf8());
    }
    if (plain == wanted.plain || withoutFormatting(plain.toUtf8()) == wanted.unformatted) {
        wanted.formatted = originAt(commit, true);
    }
}

/// Finds a text whatever its file was called, also on other branches; only as it was committed, byte for byte.
bool HistorySearch::isInDatabase(const Wanted &wanted) const
{
    GitDatabase database;
    git_oid id;
    const QByteArray utf8 = wanted.stored.toUtf8();
    return git_repository_odb(database.out(), m_repository) == 0 &&
           git_odb_hash(&id, utf8.constData(), std::size_t(utf8.size()), GIT_OBJECT_BLOB) == 0 &&
           git_odb_exists(database.get(), &id) == 1;
}

TextOrigin HistorySearch::originOf(const Wanted &wanted, bool complete) const
{
    using Kind = TextOrigin::Kind;
    if (wanted.origin.kind == Kind::EarlierCommit) {
        return wanted.origin;
    }
    if (wanted.formatted.kind == Kind::EarlierCommit) {
        return wanted.formatted;
    }
    TextOrigin origin;
    origin.kind = isInDatabase(wanted)               ? Kind::InRepository
                  : complete && wanted.everCommitted ? Kind::EditedOnServer
                                                     : Kind::CannotTell;
    return origin;
}

} // namespace owui
