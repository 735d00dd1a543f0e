// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "compare/git/gitfolder.h"

#include "compare/git/githandles.h"
#include "compare/git/historysearch.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

struct GitFolderTexts
{
    Q_DECLARE_TR_FUNCTIONS(GitFolder)
};

QString checkoutAround(const QString &path)
{
    QDir folder(path);
    while (!folder.exists(u".git"_s) && folder.cdUp()) {
    }
    return folder.path();
}

QString inShellQuotes(const QString &text)
{
    return u'\'' + QString(text).replace(u'\'', u"'\\''"_s) + u'\'';
}

/// libgit2 1.5 says "not found" where it misses the setting that would call another user's repository safe.
bool isOwnerRefused(int opened)
{
    const git_error *error = git_error_last();
    return opened == GIT_EOWNER || (opened == GIT_ENOTFOUND && error && error->klass == GIT_ERROR_CONFIG);
}

QString lastProblem()
{
    const git_error *error = git_error_last();
    return error && error->message ? QString::fromUtf8(error->message) : QString();
}

} // namespace

std::optional<Problem> ownershipProblem(const GitState &state)
{
    if (state.kind != GitState::Kind::ForeignOwner) {
        return {};
    }
    return Problem{
        .text = GitFolderTexts::tr(
                    "The checkout \"%1\" belongs to another user (Git: \"dubious ownership\"), so its history is not "
                    "read: a text of an earlier commit cannot be told from one that was edited on the server.")
                    .arg(QDir::toNativeSeparators(state.foreignRoot)),
        .remedy = GitFolderTexts::tr("If you trust it: git config --global --add safe.directory %1")
                      .arg(inShellQuotes(state.foreignRoot))};
}

class GitFolder::Private final
{
public:
    void open(const QString &folder, GitState &state);
    void readHead(GitState &state) const;
    [[nodiscard]] QByteArray inRepository(const QString &path) const { return (prefix + path).toUtf8(); }

    GitRepository repository;
    QString folder;
    QString prefix; ///< of the folder in the work tree; empty or with a slash at its end
};

void GitFolder::prepare()
{
    [[maybe_unused]] const GitLibrary library;
}

GitFolder::GitFolder(const QString &folder)
    : d(std::make_unique<Private>())
{
    d->open(folder, m_state);
}

GitFolder::~GitFolder() = default;

void GitFolder::Private::open(const QString &path, GitState &state)
{
    folder = QFileInfo(path).canonicalFilePath();
    const int opened = folder.isEmpty()
                           ? GIT_ENOTFOUND
                           : git_repository_open_ext(repository.out(), QFile::encodeName(folder).constData(),
                                                     GIT_REPOSITORY_OPEN_CROSS_FS, nullptr);
    if (!folder.isEmpty() && isOwnerRefused(opened)) {
        state.kind = GitState::Kind::ForeignOwner;
        state.foreignRoot = checkoutAround(folder);
        return;
    }
    if (opened != 0) {
        state.kind = opened == GIT_ENOTFOUND ? GitState::Kind::None : GitState::Kind::Unreadable;
        state.problem = opened == GIT_ENOTFOUND ? QString() : lastProblem();
        return;
    }
    if (git_repository_is_bare(repository.get())) {
        state.kind = GitState::Kind::Bare;
        return;
    }
    const QString root = QFileInfo(QFile::decodeName(git_repository_workdir(repository.get()))).canonicalFilePath();
    const QString relative = QDir(root).relativeFilePath(folder);
    if (relative.startsWith(u".."_s)) {
        state.kind = GitState::Kind::None; // the folder is not in the work tree, such as .git itself
        return;
    }
    prefix = relative == u"."_s ? QString() : relative + u'/';
    state.kind = GitState::Kind::Repository;
    state.submodule = QFile::decodeName(git_repository_path(repository.get())).contains(u"/.git/modules/"_s);
    readHead(state);
}

void GitFolder::Private::readHead(GitState &state) const
{
    GitReference head;
    const int found = git_repository_head(head.out(), repository.get());
    if (found == GIT_EUNBORNBRANCH) {
        GitReference unborn;
        if (git_reference_lookup(unborn.out(), repository.get(), "HEAD") == 0) {
            const char *target = git_reference_symbolic_target(unborn.get());
            state.branch = QString::fromUtf8(target).section(u'/', 2);
        }
        return;
    }
    if (found != 0) {
        state.kind = GitState::Kind::Unreadable;
        state.problem = lastProblem();
        return;
    }
    state.detached = git_repository_head_detached(repository.get()) == 1;
    state.branch = state.detached ? QString() : QString::fromUtf8(git_reference_shorthand(head.get()));
    const git_oid *target = git_reference_target(head.get());
    state.shortHash = shortHashOf(target);
    GitCommit commit;
    if (git_commit_lookup(commit.out(), repository.get(), target) != 0) {
        state.kind = GitState::Kind::Unreadable;
        state.problem = lastProblem();
    }
}

bool GitFolder::isUncommitted(const QString &path) const
{
    if (m_state.kind != GitState::Kind::Repository || m_state.shortHash.isEmpty()) {
        return true;
    }
    GitReference head;
    GitCommit commit;
    GitTree tree;
    GitTreeEntry entry;
    git_repository *repository = d->repository.get();
    const QByteArray inRepository = d->inRepository(path);
    const bool known = git_repository_head(head.out(), repository) == 0 &&
                       git_commit_lookup(commit.out(), repository, git_reference_target(head.get())) == 0 &&
                       git_commit_tree(tree.out(), commit.get()) == 0 &&
                       git_tree_entry_bypath(entry.out(), tree.get(), inRepository.constData()) == 0;
    if (!known) {
        return true;
    }
    // With the file's filters: a checkout with CRLF is no change.
    git_oid now;
    return git_repository_hashfile(&now, repository, inRepository.constData(), GIT_OBJECT_BLOB, nullptr) != 0 ||
           !git_oid_equal(&now, git_tree_entry_id(entry.get()));
}

QList<TextOrigin> GitFolder::findOrigins(const QList<Query> &queries, const Limits &limits,
                                         const std::atomic_bool *stop) const
{
    if (m_state.kind != GitState::Kind::Repository || m_state.shortHash.isEmpty()) {
        return QList<TextOrigin>(queries.size(), {.kind = TextOrigin::Kind::CannotTell, .commit = {}, .committed = {}});
    }
    HistorySearch search(d->repository.get());
    for (const Query &query : queries) {
        search.add(d->inRepository(query.path), query.storedText, query.entry);
    }
    return search.run(limits, stop);
}

} // namespace owui
