// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "files/filereading.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <thread>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace owui;

class TestFileReading final : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void readsFiles()
    {
        QFile file(path(u"a"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("12345");
        file.close();
        QCOMPARE(readFile(path(u"a"_s), {.most = 5}).value(), "12345");
        QVERIFY(!readFile(path(u"a"_s), {.most = 4}));
        QVERIFY(!readFile(path(u"missing"_s), {.most = 5}));
        QCOMPARE(readFile(m_folder->path(), {.most = 5}).error(), u"it is no regular file"_s);
    }

#ifdef Q_OS_UNIX
    void waitsForNoWriter()
    {
        makePipe();
        QCOMPARE(readFile(path(u"pipe"_s), {.most = 5}).error(), u"it is no regular file"_s);
        QCOMPARE(readFile(u"/dev/zero"_s, {.most = 5}).error(), u"it is no regular file"_s);
        QElapsedTimer clock;
        clock.start();
        const auto read = readFile(path(u"pipe"_s), {.most = 5, .pipePatience = 100ms});
        QCOMPARE(read.error(), u"nobody writes into this pipe"_s);
        QVERIFY(clock.elapsed() < 5'000);
    }

    /// Such as `<(pass show openwebui)` in a shell.
    void readsPipesWithAWriter()
    {
        makePipe();
        std::thread writer([name = QFile::encodeName(path(u"pipe"_s))] {
            const int file = ::open(name.constData(), O_WRONLY | O_CLOEXEC);
            [[maybe_unused]] const auto written = ::write(file, "key\n", 4);
            ::close(file);
        });
        const auto read = readFile(path(u"pipe"_s), {.most = 100, .pipePatience = 10s});
        writer.join();
        QVERIFY2(read, read ? "" : qPrintable(read.error()));
        QCOMPARE(read.value(), "key\n");
    }
#endif

private:
    [[nodiscard]] QString path(const QString &name) const
    {
        return m_folder->filePath(name);
    }
#ifdef Q_OS_UNIX
    void makePipe() const
    {
        QCOMPARE(::mkfifo(QFile::encodeName(path(u"pipe"_s)).constData(), 0600), 0);
    }
#endif

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestFileReading)

#include "tst_filereading.moc"
