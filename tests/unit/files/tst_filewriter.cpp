// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "files/filewriter.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

#ifdef Q_OS_UNIX
#include <QScopeGuard>

#include <array>
#include <csignal>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;
using namespace owui;

namespace {

QByteArray textOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : "cannot be read";
}

} // namespace

class TestFileWriter final : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void writesWholeFiles()
    {
        QCOMPARE(writeFile(path(u"a"_s), "one"), QString());
        QCOMPARE(writeFile(path(u"a"_s), "two"), QString());
        QCOMPARE(textOf(path(u"a"_s)), "two");
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden), QStringList{u"a"_s});
        QVERIFY(!writeFile(path(u"nowhere/a"_s), "one").isEmpty());
        QVERIFY(!writeFile(m_folder->path(), "one").isEmpty());
    }

#ifdef Q_OS_UNIX
    void keepsLinks()
    {
        QVERIFY(QDir(m_folder->path()).mkdir(u"deep"_s));
        QVERIFY(QFile::link(u"second"_s, path(u"first"_s)));
        QVERIFY(QFile::link(u"deep/real"_s, path(u"second"_s)));
        for (const QByteArray text : {"new", "replaced"}) {
            QCOMPARE(writeFile(path(u"first"_s), text), QString());
            QCOMPARE(textOf(path(u"deep/real"_s)), text);
        }
        QVERIFY(QFileInfo(path(u"first"_s)).isSymLink() && QFileInfo(path(u"second"_s)).isSymLink());
        QVERIFY(!QFileInfo(path(u"deep/real"_s)).isSymLink());
        QVERIFY(QFile::link(u"circle"_s, path(u"circle"_s)));
        QVERIFY(!writeFile(path(u"circle"_s), "one").isEmpty());
    }

    void writesIntoDevices()
    {
        QVERIFY(QFile::link(u"/dev/null"_s, path(u"null"_s)));
        QCOMPARE(writeFile(path(u"null"_s), "one"), QString());
        QVERIFY(QFileInfo(path(u"null"_s)).isSymLink());
        struct stat status = {};
        QCOMPARE(::stat("/dev/null", &status), 0);
        QVERIFY(S_ISCHR(status.st_mode));
        if (QFileInfo::exists(u"/dev/full"_s)) {
            QVERIFY(!writeFile(u"/dev/full"_s, "one").isEmpty());
        }
    }

    void writesIntoPipes()
    {
        const QByteArray name = QFile::encodeName(path(u"pipe"_s));
        QCOMPARE(::mkfifo(name.constData(), 0600), 0);
        // Nobody reads: a sentence, not a hang.
        QCOMPARE(writeFile(path(u"pipe"_s), "one"), u"nobody reads from it"_s);
        const int reader = ::open(name.constData(), O_RDONLY | O_NONBLOCK);
        QVERIFY(reader >= 0);
        const auto close = qScopeGuard([reader] { ::close(reader); });
        QCOMPARE(writeFile(path(u"pipe"_s), "one"), QString());
        std::array<char, 16> bytes{};
        QCOMPARE(::read(reader, bytes.data(), bytes.size()), ssize_t(3));
        QVERIFY(::stat(name.constData(), &m_status) == 0 && S_ISFIFO(m_status.st_mode));
    }

    /// What the shell has opened may hold text already, and more may follow.
    void writesOnOwnDescriptors()
    {
        const int file = ::open(QFile::encodeName(path(u"out"_s)).constData(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
        QVERIFY(file >= 0);
        const auto close = qScopeGuard([file] { ::close(file); });
        QCOMPARE(::write(file, "before ", 7), ssize_t(7));
        QCOMPARE(writeFile(u"/dev/fd/%1"_s.arg(file), "report"), QString());
        QCOMPARE(::write(file, " after", 6), ssize_t(6));
        QCOMPARE(textOf(path(u"out"_s)), "before report after");
    }

    void keepsSecretsPrivate()
    {
        constexpr QFileDevice::Permissions owner = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
        QCOMPARE(writeFile(path(u"key"_s), "one", {.permissions = owner}), QString());
        QCOMPARE(::stat(QFile::encodeName(path(u"key"_s)).constData(), &m_status), 0);
        QCOMPARE(m_status.st_mode & 0777, mode_t(0600));
    }
#endif

private:
    [[nodiscard]] QString path(const QString &name) const
    {
        return m_folder->filePath(name);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
#ifdef Q_OS_UNIX
    struct stat m_status = {};
#endif
};

QTEST_GUILESS_MAIN(TestFileWriter)

#include "tst_filewriter.moc"
