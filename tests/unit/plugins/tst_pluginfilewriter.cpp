// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "plugins/pluginfilewriter.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

#ifdef Q_OS_LINUX
#include <array>
#include <cstring>
#include <sys/inotify.h>
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

#ifdef Q_OS_LINUX
/// What happens in a folder to the files of one name, in the order in which it happens.
class FolderWatch final
{
    Q_DISABLE_COPY_MOVE(FolderWatch)

public:
    explicit FolderWatch(const QString &folder)
        : m_descriptor(inotify_init1(IN_NONBLOCK | IN_CLOEXEC))
    {
        inotify_add_watch(m_descriptor, QFile::encodeName(folder).constData(),
                          IN_CREATE | IN_CLOSE_WRITE | IN_MOVED_TO | IN_DELETE);
    }
    ~FolderWatch() { close(m_descriptor); }

    [[nodiscard]] QStringList happenedTo(const QByteArray &name) const
    {
        QStringList events;
        std::array<char, 16'384> buffer{};
        const ssize_t size = read(m_descriptor, buffer.data(), buffer.size());
        for (ssize_t at = 0; at + ssize_t(sizeof(inotify_event)) <= size;) {
            inotify_event event{};
            std::memcpy(&event, buffer.data() + at, sizeof(event));
            at += ssize_t(sizeof(event));
            if (name == buffer.data() + at) {
                events.append((event.mask & IN_CREATE) != 0        ? u"made"_s
                              : (event.mask & IN_CLOSE_WRITE) != 0 ? u"closed"_s
                              : (event.mask & IN_MOVED_TO) != 0    ? u"renamed over"_s
                                                                   : u"deleted"_s);
            }
            at += event.len;
        }
        return events;
    }

private:
    int m_descriptor;
};
#endif

} // namespace

class TestPluginFileWriter final : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void writesWholeFiles();
    void replacesOnlyWhereItMay();
    void followsNoLinkOutOfTheFolder();
    void claimIsClosedBeforeItIsReplaced();
    void leavesNothingWhereItFails();

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(u"f.py"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestPluginFileWriter::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestPluginFileWriter::writesWholeFiles()
{
    QCOMPARE(writePluginFile(path(), "one", false).value(), FileWrite::Written);
    QCOMPARE(textOf(path()), "one");
    QCOMPARE(writePluginFile(path(), "one", false).value(), FileWrite::Unchanged);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden), QStringList{u"f.py"_s});
}

void TestPluginFileWriter::replacesOnlyWhereItMay()
{
    QCOMPARE(writePluginFile(path(), "one", false).value(), FileWrite::Written);
    QCOMPARE(writePluginFile(path(), "two", false).value(), FileWrite::Refused);
    QCOMPARE(textOf(path()), "one");
    QCOMPARE(writePluginFile(path(), "two", true).value(), FileWrite::Written);
    QCOMPARE(textOf(path()), "two");
    // A link that leads nowhere is there all the same.
    const QString link = m_folder->filePath(u"link.py"_s);
    QVERIFY(QFile::link(m_folder->filePath(u"nowhere"_s), link));
    QCOMPARE(writePluginFile(link, "one", false).value(), FileWrite::Refused);
}

void TestPluginFileWriter::followsNoLinkOutOfTheFolder()
{
#ifdef Q_OS_UNIX
    const QTemporaryDir elsewhere;
    const QString target = elsewhere.filePath(u"mine"_s);
    QCOMPARE(writePluginFile(target, "mine", false).value(), FileWrite::Written);
    QVERIFY(QFile::link(target, path()));
    const Result<FileWrite> written = writePluginFile(path(), "two", true);
    QCOMPARE(textOf(target), "mine");
    QVERIFY(!written);
    QVERIFY2(written.error().text.contains(u"leads out of its folder"), qPrintable(written.error().text));

    const QString dangling = m_folder->filePath(u"dangling.py"_s);
    QVERIFY(QFile::link(elsewhere.filePath(u"nothing"_s), dangling));
    QVERIFY(!writePluginFile(dangling, "two", true));
    QVERIFY(!QFile::exists(elsewhere.filePath(u"nothing"_s)));

    // Within the folder a link stays one.
    QCOMPARE(writePluginFile(m_folder->filePath(u"real.py"_s), "one", false).value(), FileWrite::Written);
    QVERIFY(QFile::link(u"real.py"_s, m_folder->filePath(u"inside.py"_s)));
    QCOMPARE(writePluginFile(m_folder->filePath(u"inside.py"_s), "two", true).value(), FileWrite::Written);
    QCOMPARE(textOf(m_folder->filePath(u"real.py"_s)), "two");
    QVERIFY(QFileInfo(m_folder->filePath(u"inside.py"_s)).isSymLink());
#else
    QSKIP("Links are different here.");
#endif
}

/// Windows renames over no file that is open.
void TestPluginFileWriter::claimIsClosedBeforeItIsReplaced()
{
#ifdef Q_OS_LINUX
    const FolderWatch watch(m_folder->path());
    QCOMPARE(writePluginFile(path(), "one", false).value(), FileWrite::Written);
    QCOMPARE(watch.happenedTo("f.py"), (QStringList{u"made"_s, u"closed"_s, u"renamed over"_s}));
#else
    QSKIP("Only Linux tells in which order it happens.");
#endif
}

void TestPluginFileWriter::leavesNothingWhereItFails()
{
    const QString path = m_folder->filePath(u"nowhere/f.py"_s);
    const Result<FileWrite> written = writePluginFile(path, "one", false);
    QVERIFY(!written.isOk());
    QVERIFY2(written.error().text.contains(path), qPrintable(written.error().text));
    QVERIFY(!QFile::exists(path));
}

QTEST_GUILESS_MAIN(TestPluginFileWriter)

#include "tst_pluginfilewriter.moc"
