// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "compare/git/commitmessage.h"
#include "compare/git/gitfolder.h"
#include "compare/git/originsearch.h"
#include "compare/text/storedtext.h"
#include "support/samplerepository.h"

#include <QDir>
#include <QFile>
#include <QSemaphore>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

#include <atomic>
#include <chrono>
#include <memory>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;
using namespace owui;
using namespace owui::test;

using Kind = TextOrigin::Kind;
Q_DECLARE_METATYPE(owui::TextOrigin::Kind)

class GitFolderTest final : public QObject
{
    Q_OBJECT

private slots:
    void branchAndHash();
    void uncommitted();
    void detachedHead();
    void unbornBranch();
    void notARepository();
    void bareRepository();
    void corruptRepository();
    void foreignOwner();
    void submodule();
    void origins();
    void originOfAnEntry();
    void originsOfManyInOneWalk();
    void limitsEndTheWalk();
    void searchNeedsNoCommonThread();
    void pipeInPlaceOfAFile();
    void searchIsStopped_data();
    void searchIsStopped();
    void message_data();
    void message();
};

namespace {

QByteArray text(int version)
{
    return "x = " + QByteArray::number(version) + "\ndef f(a):\n    return 'x'\n";
}

TextOrigin originOf(const QString &folder, const QString &path, const QByteArray &onServer,
                    const GitFolder::Limits &limits = {})
{
    return GitFolder(folder).findOrigins({{.path = path, .storedText = storedText(onServer)}}, limits).first();
}

bool writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return QDir().mkpath(QFileInfo(path).path()) && file.open(QIODevice::WriteOnly) &&
           file.write(content) == content.size();
}

} // namespace

void GitFolderTest::branchAndHash()
{
    SampleRepository repository;
    QVERIFY(repository.write(u"plugins/a.py"_s, text(1)));
    QVERIFY(repository.commit(1'700'000'000));
    for (const QString &folder : {repository.folder(), repository.folder() + u"/plugins"_s}) {
        const GitState state = GitFolder(folder).state();
        QCOMPARE(state.kind, GitState::Kind::Repository);
        QCOMPARE(state.branch, u"trunk"_s);
        QCOMPARE(state.shortHash, repository.head());
        QVERIFY(!state.detached && !state.submodule);
    }
}

void GitFolderTest::uncommitted()
{
    SampleRepository repository;
    QVERIFY(repository.write(u"plugins/a.py"_s, text(1)));
    QVERIFY(repository.commit(1'700'000'000));
    QVERIFY(repository.write(u"plugins/new.py"_s, text(1)));
    const QString folder = repository.folder() + u"/plugins"_s;
    QVERIFY(!GitFolder(folder).isUncommitted(u"a.py"_s));
    QVERIFY(GitFolder(folder).isUncommitted(u"new.py"_s));
    QVERIFY(GitFolder(folder).isUncommitted(u"nowhere.py"_s));
    QVERIFY(repository.write(u"plugins/a.py"_s, text(2)));
    QVERIFY(GitFolder(folder).isUncommitted(u"a.py"_s));
}

void GitFolderTest::detachedHead()
{
    SampleRepository repository;
    QVERIFY(repository.write(u"a.py"_s, text(1)));
    QVERIFY(repository.commit(1'700'000'000));
    QVERIFY(repository.detach());
    const GitState state = GitFolder(repository.folder()).state();
    QCOMPARE(state.kind, GitState::Kind::Repository);
    QVERIFY(state.detached);
    QCOMPARE(state.branch, QString());
    QCOMPARE(state.shortHash, repository.head());
    QCOMPARE(originOf(repository.folder(), u"a.py"_s, text(1)).kind, Kind::EarlierCommit);
}

void GitFolderTest::unbornBranch()
{
    const SampleRepository repository;
    QVERIFY(repository.write(u"a.py"_s, text(1)));
    const GitFolder git(repository.folder());
    QCOMPARE(git.state().kind, GitState::Kind::Repository);
    QCOMPARE(git.state().branch, u"trunk"_s);
    QCOMPARE(git.state().shortHash, QString());
    QVERIFY(git.isUncommitted(u"a.py"_s));
    QCOMPARE(originOf(repository.folder(), u"a.py"_s, text(1)).kind, Kind::CannotTell);
}

void GitFolderTest::notARepository()
{
    const QTemporaryDir folder;
    QVERIFY(writeFile(folder.filePath(u"a.py"_s), text(1)));
    QCOMPARE(GitFolder(folder.path()).state().kind, GitState::Kind::None);
    QCOMPARE(originOf(folder.path(), u"a.py"_s, text(1)).kind, Kind::CannotTell);
    QCOMPARE(GitFolder(folder.filePath(u"nowhere"_s)).state().kind, GitState::Kind::None);
}

void GitFolderTest::bareRepository()
{
    SampleRepository repository;
    QVERIFY(repository.write(u"a.py"_s, text(1)));
    QVERIFY(repository.commit(1'700'000'000));
    // What is inside .git is a repository without a work tree around it.
    const QTemporaryDir bare;
    QDir from(repository.folder() + u"/.git"_s);
    for (const QString &name : {u"HEAD"_s, u"config"_s}) {
        QVERIFY(QFile::copy(from.filePath(name), bare.filePath(name)));
    }
    QVERIFY(QDir(bare.path()).mkpath(u"objects"_s) && QDir(bare.path()).mkpath(u"refs/heads"_s));
    QVERIFY(writeFile(bare.filePath(u"config"_s), "[core]\n\trepositoryformatversion = 0\n\tbare = true\n"));
    QCOMPARE(GitFolder(bare.path()).state().kind, GitState::Kind::Bare);
    QCOMPARE(originOf(bare.path(), u"a.py"_s, text(1)).kind, Kind::CannotTell);
}

void GitFolderTest::corruptRepository()
{
    SampleRepository repository;
    QVERIFY(repository.write(u"a.py"_s, text(1)));
    QVERIFY(repository.commit(1'700'000'000));
    QVERIFY(QDir(repository.folder() + u"/.git/objects"_s).removeRecursively());
    QVERIFY(QDir(repository.folder() + u"/.git"_s).mkpath(u"objects"_s));
    const GitState lost = GitFolder(repository.folder()).state();
    QCOMPARE(lost.kind, GitState::Kind::Unreadable);
    QVERIFY(!lost.problem.isEmpty());
    QCOMPARE(originOf(repository.folder(), u"a.py"_s, text(1)).kind, Kind::CannotTell);
    QVERIFY(GitFolder(repository.folder()).isUncommitted(u"a.py"_s));

    QVERIFY(repository.write(u".git/HEAD"_s, "nonsense"));
    QCOMPARE(GitFolder(repository.folder()).state().kind, GitState::Kind::Unreadable);
}

void GitFolderTest::foreignOwner()
{
#ifdef Q_OS_UNIX
    SampleRepository repository;
    QVERIFY(repository.write(u"sub/a.py"_s, text(1)));
    QVERIFY(repository.commit(1'700'000'000));
    constexpr uid_t nobody = 65534;
    const auto own = [&repository](uid_t owner) {
        return ::chown(QFile::encodeName(repository.folder()).constData(), owner, gid_t(-1)) == 0 &&
               ::chown(QFile::encodeName(repository.folder() + u"/.git"_s).constData(), owner, gid_t(-1)) == 0;
    };
    if (::geteuid() != 0 || !own(nobody)) {
        QSKIP("Only root gives a folder away.");
    }
    const GitState state = GitFolder(repository.folder() + u"/sub"_s).state();
    QCOMPARE(state.kind, GitState::Kind::ForeignOwner);
    const std::optional<Problem> problem = ownershipProblem(state);
    QVERIFY(problem.has_value());
    QVERIFY(problem->remedy.endsWith(
        u"git config --global --add safe.directory '%1'"_s.arg(QFileInfo(repository.folder()).canonicalFilePath())));
    QVERIFY(own(0));
    QVERIFY(!ownershipProblem(GitFolder(repository.folder()).state()));
#else
    QSKIP("Owners of this system are another matter.");
#endif
}

/// A submodule's .git is a file that leads to .git/modules of the repository around it.
void GitFolderTest::submodule()
{
    SampleRepository outer;
    QVERIFY(outer.write(u"readme"_s, "x"));
    QVERIFY(outer.commit(1'700'000'000));
    SampleRepository inner;
    QVERIFY(inner.write(u"a.py"_s, text(1)));
    QVERIFY(inner.commit(1'700'000'000));
    const QString modules = outer.folder() + u"/.git/modules"_s;
    QVERIFY(QDir().mkpath(modules));
    QVERIFY(QDir().rename(inner.folder() + u"/.git"_s, modules + u"/sub"_s));
    QVERIFY(outer.write(u"sub/.git"_s, "gitdir: ../.git/modules/sub\n"));
    QVERIFY(outer.write(u"sub/a.py"_s, text(1)));
    QVERIFY(outer.write(u".git/modules/sub/config"_s,
                        "[core]\n\trepositoryformatversion = 0\n\tbare = false\n\tworktree = ../../../sub\n"));
    const GitFolder git(outer.folder() + u"/sub"_s);
    QCOMPARE(git.state().kind, GitState::Kind::Repository);
    QVERIFY(git.state().submodule);
    QVERIFY(git.state().shortHash != outer.head());
    QVERIFY(!git.isUncommitted(u"a.py"_s));
}

void GitFolderTest::origins()
{
    SampleRepository repository;
    QVERIFY(repository.write(u"old.py"_s, "from utils import a\n"));
    QVERIFY(repository.write(u"f.py"_s, text(1)));
    QVERIFY(repository.commit(1'700'000'000));
    const QString first = repository.head();
    QVERIFY(repository.write(u"f.py"_s, text(2)));
    QVERIFY(repository.commit(1'700'100'000));
    const QString second = repository.head();
    QVERIFY(repository.remove(u"old.py"_s));
    QVERIFY(repository.write(u"f.py"_s, text(3)));
    QVERIFY(repository.write(u"new.py"_s, text(9)));
    QVERIFY(repository.commit(1'700'200'000));
    QVERIFY(repository.write(u"untracked.py"_s, text(1)));
    const QString folder = repository.folder();

    const TextOrigin earlier = originOf(folder, u"f.py"_s, text(1));
    QCOMPARE(earlier.kind, Kind::EarlierCommit);
    QCOMPARE(earlier.commit, first);
    QCOMPARE(earlier.committed, QDateTime::fromSecsSinceEpoch(1'700'000'000, Qt::UTC));
    QVERIFY(!earlier.formatted);
    QCOMPARE(originOf(folder, u"f.py"_s, text(2)).commit, second);

    QByteArray crlf = text(2);
    crlf.replace("\n", "\r\n");
    QByteArray black = text(2);
    black.replace("'x'", "\"x\"").replace("\ndef", "\n\n\ndef");
    for (const QByteArray &formatted : {crlf, black}) {
        const TextOrigin origin = originOf(folder, u"f.py"_s, formatted);
        QCOMPARE(origin.kind, Kind::EarlierCommit);
        QCOMPARE(origin.commit, second);
        QVERIFY(origin.formatted);
    }
    QCOMPARE(originOf(folder, u"f.py"_s, text(4)).kind, Kind::EditedOnServer);
    // The server's rewriting of imports is no edit; a file that is gone still has its history.
    QCOMPARE(originOf(folder, u"old.py"_s, "from utils import a\n").kind, Kind::EarlierCommit);
    // A text of another file: it was renamed since, or the wrong one was sent.
    QCOMPARE(originOf(folder, u"f.py"_s, text(9)).kind, Kind::InRepository);
    QCOMPARE(originOf(folder, u"untracked.py"_s, text(4)).kind, Kind::CannotTell);
    QCOMPARE(originOf(folder, u"nowhere.py"_s, text(4)).kind, Kind::CannotTell);
}

void GitFolderTest::originOfAnEntry()
{
    const auto json = [](const QByteArray &content) {
        return "[{\"id\": \"a\", \"meta\": {}, \"content\": \"x = 0\"}, {\"id\": \"b\", \"meta\": {}, \"content\": \"" +
               content + "\"}]";
    };
    SampleRepository repository;
    QVERIFY(repository.write(u"e.json"_s, json("x = 1")));
    QVERIFY(repository.commit(1'700'000'000));
    const QString first = repository.head();
    QVERIFY(repository.write(u"e.json"_s, json("x = 2")));
    QVERIFY(repository.commit(1'700'100'000));
    const auto origin = [&repository](const QString &entry, const QString &stored) {
        return GitFolder(repository.folder())
            .findOrigins({{.path = u"e.json"_s, .storedText = stored, .entry = entry}}, {})
            .first();
    };
    QCOMPARE(origin(u"b"_s, u"x = 1"_s).kind, Kind::EarlierCommit);
    QCOMPARE(origin(u"b"_s, u"x = 1"_s).commit, first);
    QCOMPARE(origin(u"a"_s, u"x = 1"_s).kind, Kind::EditedOnServer);
    QCOMPARE(origin(u"gone"_s, u"x = 1"_s).kind, Kind::CannotTell);
}

void GitFolderTest::originsOfManyInOneWalk()
{
    SampleRepository repository;
    for (int commit = 0; commit < 5; ++commit) {
        for (int file = 0; file < 10; ++file) {
            QVERIFY(repository.write(u"f%1.py"_s.arg(file), text(100 * file + commit)));
        }
        QVERIFY(repository.commit(1'700'000'000 + commit));
    }
    QList<GitFolder::Query> queries;
    for (int file = 0; file < 10; ++file) {
        queries.append({.path = u"f%1.py"_s.arg(file), .storedText = storedText(text(100 * file + file % 6))});
    }
    const QList<TextOrigin> origins = GitFolder(repository.folder()).findOrigins(queries, {});
    QCOMPARE(origins.size(), 10);
    for (int file = 0; file < 10; ++file) {
        QCOMPARE(origins.at(file).kind, file % 6 == 5 ? Kind::EditedOnServer : Kind::EarlierCommit);
        if (file % 6 != 5) {
            QCOMPARE(origins.at(file).committed.toSecsSinceEpoch(), 1'700'000'000 + file % 6);
        }
    }
}

void GitFolderTest::limitsEndTheWalk()
{
    SampleRepository repository;
    for (int commit = 0; commit < 4; ++commit) {
        QVERIFY(repository.write(u"f.py"_s, text(commit)));
        QVERIFY(repository.commit(1'700'000'000 + commit));
    }
    const QString folder = repository.folder();
    QCOMPARE(originOf(folder, u"f.py"_s, text(3), {.commits = 2}).kind, Kind::EarlierCommit);
    // Not read to its end, the history proves nothing.
    QCOMPARE(originOf(folder, u"f.py"_s, "edited", {.commits = 2}).kind, Kind::CannotTell);
    QCOMPARE(originOf(folder, u"f.py"_s, "edited", {.commits = 4}).kind, Kind::EditedOnServer);
    const std::atomic_bool stop = true;
    QCOMPARE(GitFolder(folder).findOrigins({{.path = u"f.py"_s, .storedText = u"edited"_s}}, {}, &stop).first().kind,
             Kind::CannotTell);
    // As a shallow clone has it.
    QVERIFY(writeFile(folder + u"/.git/shallow"_s, "0123456789012345678901234567890123456789\n"));
    QCOMPARE(originOf(folder, u"f.py"_s, "edited").kind, Kind::CannotTell);
}

void GitFolderTest::searchNeedsNoCommonThread()
{
    SampleRepository repository;
    QVERIFY(repository.write(u"f.py"_s, text(1)));
    QVERIFY(repository.commit(1'700'000'000));
    QThreadPool &common = *QThreadPool::globalInstance();
    QSemaphore over;
    for (int i = 0; i < common.maxThreadCount(); ++i) {
        common.start([&over] { over.acquire(); });
    }
    QList<TextOrigin> origins;
    QObject context;
    searchOrigins(repository.folder(), {{.path = u"f.py"_s, .storedText = storedText(text(1))}},
                  std::make_shared<std::atomic_bool>(false), &context,
                  [&origins](const QList<TextOrigin> &found) { origins = found; });
    const bool found = QTest::qWaitFor([&origins] { return !origins.isEmpty(); });
    over.release(common.maxThreadCount());
    QVERIFY(common.waitForDone(30'000));
    QVERIFY(found);
    QCOMPARE(origins.first().kind, Kind::EarlierCommit);
}

/// git would wait for its writer for ever, and the program for git at its end.
void GitFolderTest::pipeInPlaceOfAFile()
{
#ifdef Q_OS_UNIX
    SampleRepository repository;
    QVERIFY(repository.write(u"f.py"_s, text(1)));
    QVERIFY(repository.commit(1'700'000'000));
    const QString head = repository.folder() + u"/.git/HEAD"_s;
    QVERIFY(QFile::rename(head, head + u".kept"_s));
    QCOMPARE(::mkfifo(QFile::encodeName(head).constData(), 0600), 0);
    QObject context;
    const auto search = [&](std::chrono::milliseconds patience) {
        QList<TextOrigin> origins;
        searchOrigins(
            repository.folder(), {{.path = u"f.py"_s, .storedText = storedText(text(1))}},
            std::make_shared<std::atomic_bool>(false), &context,
            [&origins](const QList<TextOrigin> &found) { origins = found; }, patience);
        return QTest::qWaitFor([&origins] { return !origins.isEmpty(); }) ? origins.first().kind : Kind::NotLookedUp;
    };
    QCOMPARE(search(std::chrono::milliseconds(100)), Kind::CannotTell);
    QCOMPARE(search(std::chrono::hours(1)), Kind::CannotTell); // not waited for again
    // Once it ends after all, the next one is waited for again.
    while (overdueGitWorks() > 0) {
        const int writer = ::open(QFile::encodeName(head).constData(), O_WRONLY | O_NONBLOCK | O_CLOEXEC);
        ::close(writer);
        QTest::qWait(5);
    }
    QVERIFY(QFile::remove(head) && QFile::rename(head + u".kept"_s, head));
    QCOMPARE(search(std::chrono::seconds(30)), Kind::EarlierCommit);
#else
    QSKIP("There are no pipes in folders here.");
#endif
}

void GitFolderTest::searchIsStopped_data()
{
    QTest::addColumn<bool>("stopped");
    QTest::addColumn<Kind>("expected");
    QTest::newRow("to its end") << false << Kind::EditedOnServer;
    QTest::newRow("stopped") << true << Kind::CannotTell;
}

void GitFolderTest::searchIsStopped()
{
    QFETCH(const bool, stopped);
    SampleRepository repository;
    QVERIFY(repository.write(u"f.py"_s, text(1)));
    QVERIFY(repository.commit(1'700'000'000));
    QList<TextOrigin> origins;
    QObject context;
    searchOrigins(repository.folder(), {{.path = u"f.py"_s, .storedText = u"edited"_s}},
                  std::make_shared<std::atomic_bool>(stopped), &context,
                  [&origins](const QList<TextOrigin> &found) { origins = found; });
    QTRY_COMPARE_WITH_TIMEOUT(origins.size(), 1, 30'000);
    QTEST(origins.first().kind, "expected");
}

void GitFolderTest::message_data()
{
    QTest::addColumn<QString>("messageTemplate");
    QTest::addColumn<bool>("inGit");
    QTest::addColumn<QString>("branch");
    QTest::addColumn<bool>("uncommitted");
    QTest::addColumn<QString>("expected");

    QTest::newRow("default") << QString() << true << u"main"_s << false << u"1.2 from main@abc1234"_s;
    QTest::newRow("changes") << QString() << true << u"main"_s << true
                             << u"1.2 from main@abc1234 + uncommitted changes"_s;
    QTest::newRow("detached") << QString() << true << QString() << false << u"1.2 from abc1234"_s;
    QTest::newRow("no git") << QString() << false << QString() << true << u"1.2"_s;
    QTest::newRow("template") << u"Release {version} ({commit}){changes}"_s << true << u"main"_s << true
                              << u"Release 1.2 (abc1234) + uncommitted changes"_s;
    QTest::newRow("template without git") << u"{version} {branch}"_s << false << QString() << true << u"1.2"_s;
    QTest::newRow("unknown word") << u"{user} {version}"_s << true << u"main"_s << false << u"{user} 1.2"_s;
    QTest::newRow("filled in once") << u"{branch}"_s << true << u"{commit}"_s << false << u"{commit}"_s;
}

void GitFolderTest::message()
{
    QFETCH(const QString, messageTemplate);
    QFETCH(const bool, inGit);
    QFETCH(const QString, branch);
    QFETCH(const bool, uncommitted);
    QFETCH(const QString, expected);
    GitState git;
    if (inGit) {
        git = {.kind = GitState::Kind::Repository, .branch = branch, .shortHash = u"abc1234"_s};
    }
    QCOMPARE(commitMessage(messageTemplate, {.version = u"1.2"_s, .git = git, .uncommitted = uncommitted}), expected);
}

QTEST_GUILESS_MAIN(GitFolderTest)
#include "tst_gitfolder.moc"
