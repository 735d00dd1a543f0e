// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "support/samplerepository.h"

#include "compare/git/githandles.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace owui::test {

using Index = GitHandle<git_index, git_index_free>;
using Signature = GitHandle<git_signature, git_signature_free>;

class SampleRepository::Private final
{
public:
    GitRepository repository;
};

SampleRepository::SampleRepository()
    : SampleRepository(QString())
{
}

SampleRepository::SampleRepository(const QString &folder)
    : m_made(folder.isEmpty() ? std::make_unique<QTemporaryDir>() : nullptr)
    , m_path(m_made ? m_made->path() : folder)
    , d(std::make_unique<Private>())
{
    git_repository_init_options options = GIT_REPOSITORY_INIT_OPTIONS_INIT;
    options.flags = GIT_REPOSITORY_INIT_MKPATH;
    options.initial_head = "trunk";
    git_repository_init_ext(d->repository.out(), QFile::encodeName(m_path).constData(), &options);
}

SampleRepository::~SampleRepository() = default;

bool SampleRepository::write(const QString &path, const QByteArray &content) const
{
    const QString full = QDir(m_path).filePath(path);
    QFile file(full);
    return QDir().mkpath(QFileInfo(full).path()) && file.open(QIODevice::WriteOnly) &&
           file.write(content) == content.size();
}

bool SampleRepository::remove(const QString &path) const
{
    return QFile::remove(QDir(m_path).filePath(path));
}

bool SampleRepository::commit(qint64 when)
{
    Index index;
    GitTree tree;
    git_oid treeId;
    git_oid commitId;
    git_repository *repository = d->repository.get();
    const bool staged = git_repository_index(index.out(), repository) == 0 &&
                        git_index_add_all(index.get(), nullptr, GIT_INDEX_ADD_DEFAULT, nullptr, nullptr) == 0 &&
                        git_index_update_all(index.get(), nullptr, nullptr, nullptr) == 0 &&
                        git_index_write(index.get()) == 0 && git_index_write_tree(&treeId, index.get()) == 0 &&
                        git_tree_lookup(tree.out(), repository, &treeId) == 0;
    if (!staged) {
        return false;
    }
    Signature author;
    if (git_signature_new(author.out(), "A Tester", "tester@example.invalid", when, 0) != 0) {
        return false;
    }
    GitReference head;
    GitCommit parent;
    const bool first = git_repository_head(head.out(), repository) != 0;
    if (!first && git_commit_lookup(parent.out(), repository, git_reference_target(head.get())) != 0) {
        return false;
    }
    const git_commit *parents[] = {parent.get()};
    return git_commit_create(&commitId, repository, "HEAD", author.get(), author.get(), nullptr, "A commit", tree.get(),
                             first ? 0 : 1, parents) == 0;
}

bool SampleRepository::detach()
{
    return git_repository_detach_head(d->repository.get()) == 0;
}

QString SampleRepository::head() const
{
    GitReference reference;
    if (git_repository_head(reference.out(), d->repository.get()) != 0) {
        return {};
    }
    return QString::fromLatin1(git_oid_tostr_s(git_reference_target(reference.get()))).left(7);
}

} // namespace owui::test
