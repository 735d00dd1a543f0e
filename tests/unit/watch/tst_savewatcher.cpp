// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "watch/savewatcher.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <memory>

using namespace Qt::StringLiterals;
using namespace owui;

namespace {

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY2(file.open(QIODevice::WriteOnly | QIODevice::Truncate), qUtf8Printable(path));
    QCOMPARE(file.write(bytes), bytes.size());
}

void rename(const QString &from, const QString &to)
{
    QVERIFY2(QFile::rename(from, to), qUtf8Printable(to));
}

QByteArray textOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// How programs save a file.

void inPlace(const QString &path, const QByteArray &bytes)
{
    write(path, bytes);
}

void inParts(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    for (qsizetype at = 0; at < bytes.size(); at += 5) {
        file.write(bytes.mid(at, 5));
        file.flush();
        QThread::msleep(2);
    }
}

void copyAndRename(const QString &path, const QByteArray &bytes)
{
    write(path + u".tmp"_s, bytes);
    // QFile::rename() replaces nothing.
    QVERIFY(std::rename(QFile::encodeName(path + u".tmp"_s).constData(), QFile::encodeName(path).constData()) == 0);
}

/// The old file becomes the backup, and a new one gets its name.
void likeVim(const QString &path, const QByteArray &bytes)
{
    const QString folder = QFileInfo(path).path();
    write(folder + u"/4913"_s, {});
    QFile::remove(folder + u"/4913"_s);
    rename(path, path + u'~');
    write(path, bytes);
    QFile::remove(path + u'~');
}

void likeJetBrains(const QString &path, const QByteArray &bytes)
{
    write(path + u"___jb_tmp___"_s, bytes);
    rename(path, path + u"___jb_old___"_s);
    rename(path + u"___jb_tmp___"_s, path);
    QFile::remove(path + u"___jb_old___"_s);
}

void twice(const QString &path, const QByteArray &bytes)
{
    write(path, bytes + "# not formatted\n");
    QThread::msleep(5);
    write(path, bytes);
}

void removedFirst(const QString &path, const QByteArray &bytes)
{
    QFile::remove(path);
    QThread::msleep(5);
    write(path, bytes);
}

using Way = void (*)(const QString &path, const QByteArray &bytes);

} // namespace

Q_DECLARE_METATYPE(Way)

/// On a real folder, with what the system tells.
class TestSaveWatcher final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void wayOfSaving_data();
    void wayOfSaving();
    void formatterThatSavesAgainIsASecondSave();
    void touchedAndWrittenTheSameIsNoSave();
    void switchedBranchIsAStorm();
    void folderThatComesBackIsWatched();
    void newFileIsToldAndThenASave();
    void whatAnEditorKeepsBesideIsNoNews();
    void ownWriteIsNoSave();
    void saveIsNoticedSoon();
    void startIsToldWhenTheFilesAreKnown();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder->path() + u'/' + name; }
    void follow(const QStringList &names);
    [[nodiscard]] QStringList saved() const;
    /// One more, after which nothing else can come that was there before.
    void waitForAnother();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SaveWatcher> m_watcher;
    std::unique_ptr<QSignalSpy> m_saved;
    std::unique_ptr<QSignalSpy> m_stormed;
    std::unique_ptr<QSignalSpy> m_listChanged;
    int m_others = 0;
};

void TestSaveWatcher::init()
{
    qRegisterMetaType<QList<Save>>();
    m_others = 0;
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir(m_folder->path()).mkdir(u"pipes"_s));
    for (int i = 0; i < 50; ++i) {
        write(path(u"pipes/%1.py"_s.arg(i)), "before\n");
    }
    write(path(u"other.py"_s), "before\n");
    m_watcher = std::make_unique<SaveWatcher>();
    m_saved = std::make_unique<QSignalSpy>(m_watcher.get(), &SaveWatcher::saved);
    m_stormed = std::make_unique<QSignalSpy>(m_watcher.get(), &SaveWatcher::stormed);
    m_listChanged = std::make_unique<QSignalSpy>(m_watcher.get(), &SaveWatcher::listChanged);
    QStringList names{u"other.py"_s};
    for (int i = 0; i < 50; ++i) {
        names.append(u"pipes/%1.py"_s.arg(i));
    }
    follow(names);
    waitForAnother(); // what the files held is known by then
    m_saved->clear();
}

void TestSaveWatcher::cleanup()
{
    m_watcher.reset();
}

void TestSaveWatcher::follow(const QStringList &names)
{
    QStringList files;
    for (const QString &name : names) {
        files.append(path(name));
    }
    QSignalSpy started(m_watcher.get(), &SaveWatcher::started);
    m_watcher->follow(files, {m_folder->path(), path(u"pipes"_s)});
    QVERIFY(started.wait());
}

QStringList TestSaveWatcher::saved() const
{
    QStringList names;
    for (const QList<QVariant> &arguments : *m_saved) {
        for (const Save &save : arguments.first().value<QList<Save>>()) {
            names.append(QDir(m_folder->path()).relativeFilePath(save.path));
        }
    }
    return names;
}

void TestSaveWatcher::waitForAnother()
{
    write(path(u"other.py"_s), "another " + QByteArray::number(++m_others));
    QTRY_VERIFY(saved().contains(u"other.py"_s));
}

void TestSaveWatcher::wayOfSaving_data()
{
    QTest::addColumn<Way>("way");
    QTest::newRow("in place") << &inPlace;
    QTest::newRow("in parts") << &inParts;
    QTest::newRow("a copy and a rename") << &copyAndRename;
    QTest::newRow("vim") << &likeVim;
    QTest::newRow("JetBrains with safe write") << &likeJetBrains;
    QTest::newRow("twice within milliseconds") << &twice;
    QTest::newRow("removed first") << &removedFirst;
}

void TestSaveWatcher::wayOfSaving()
{
    QFETCH(const Way, way);
    // Again and again: a watch may die with the first file.
    for (int i = 0; i < 4; ++i) {
        m_saved->clear();
        const QByteArray text = "saved " + QByteArray::number(i) + " as a whole\n";
        way(path(u"pipes/7.py"_s), text);
        QTRY_VERIFY(!m_saved->isEmpty());
        QCOMPARE(textOf(path(u"pipes/7.py"_s)), text);
        waitForAnother();
        QCOMPARE(saved(), QStringList({u"pipes/7.py"_s, u"other.py"_s}));
    }
    QVERIFY(m_stormed->isEmpty());
}

void TestSaveWatcher::formatterThatSavesAgainIsASecondSave()
{
    inPlace(path(u"pipes/7.py"_s), "not formatted\n");
    QTRY_COMPARE(saved(), QStringList{u"pipes/7.py"_s});
    copyAndRename(path(u"pipes/7.py"_s), "formatted\n");
    QTRY_COMPARE(saved(), QStringList({u"pipes/7.py"_s, u"pipes/7.py"_s}));
}

void TestSaveWatcher::touchedAndWrittenTheSameIsNoSave()
{
    QFile file(path(u"pipes/7.py"_s));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.setFileTime(QDateTime::currentDateTime().addSecs(5), QFileDevice::FileModificationTime));
    file.close();
    likeVim(path(u"pipes/8.py"_s), "before\n");
    waitForAnother();
    waitForAnother();
    QStringList names = saved();
    names.removeDuplicates();
    QCOMPARE(names, QStringList{u"other.py"_s});
}

void TestSaveWatcher::switchedBranchIsAStorm()
{
    QStringList expected;
    for (int i = 0; i < 50; ++i) {
        const QString file = path(u"pipes/%1.py"_s.arg(i));
        QFile::remove(file);
        write(file, "other branch\n");
        expected.append(file);
    }
    expected.sort();
    QTRY_COMPARE(m_stormed->size(), 1);
    QCOMPARE(m_stormed->first().first().toStringList(), expected);
    QCOMPARE(saved(), QStringList());
    inPlace(path(u"pipes/7.py"_s), "saved\n");
    QTRY_COMPARE(saved(), QStringList{u"pipes/7.py"_s});
}

void TestSaveWatcher::folderThatComesBackIsWatched()
{
    rename(path(u"pipes"_s), path(u"gone"_s));
    QTRY_VERIFY(!m_listChanged->isEmpty());
    rename(path(u"gone"_s), path(u"pipes"_s));
    // By a watch or by the next look at all files.
    m_listChanged->clear();
    inPlace(path(u"pipes/7.py"_s), "saved\n");
    QTRY_COMPARE(saved(), QStringList{u"pipes/7.py"_s});
    inPlace(path(u"pipes/7.py"_s), "saved again\n");
    QTRY_COMPARE(saved(), QStringList({u"pipes/7.py"_s, u"pipes/7.py"_s}));
}

void TestSaveWatcher::newFileIsToldAndThenASave()
{
    copyAndRename(path(u"pipes/new.py"_s), "new\n");
    QTRY_COMPARE(m_listChanged->size(), 1);
    QCOMPARE(saved(), QStringList());
    follow({u"pipes/7.py"_s, u"pipes/new.py"_s});
    QTRY_COMPARE(saved(), QStringList{u"pipes/new.py"_s});
}

void TestSaveWatcher::whatAnEditorKeepsBesideIsNoNews()
{
    write(path(u"pipes/.7.py.swp"_s), "swap");
    write(path(u"pipes/7.py~"_s), "backup");
    write(path(u"pipes/7.py.orig"_s), "backup");
    write(path(u"pipes/new.py"_s), "new");
    QTRY_VERIFY(!m_listChanged->isEmpty());
    m_listChanged->clear();
    QFile::remove(path(u"pipes/.7.py.swp"_s));
    QFile::remove(path(u"pipes/7.py~"_s));
    waitForAnother();
    waitForAnother();
    QVERIFY(m_listChanged->isEmpty());
}

void TestSaveWatcher::ownWriteIsNoSave()
{
    m_watcher->expect(path(u"pipes/7.py"_s), "version: 1.0.1\n");
    copyAndRename(path(u"pipes/7.py"_s), "version: 1.0.1\n");
    waitForAnother();
    QCOMPARE(saved(), QStringList{u"other.py"_s});
}

void TestSaveWatcher::saveIsNoticedSoon()
{
    QList<qint64> delays;
    for (int i = 0; i < 20; ++i) {
        m_saved->clear();
        inPlace(path(u"pipes/7.py"_s), "saved " + QByteArray::number(i));
        const auto closed = std::chrono::steady_clock::now();
        QVERIFY(m_saved->wait());
        const auto delay = std::chrono::steady_clock::now() - closed;
        delays.append(std::chrono::duration_cast<std::chrono::milliseconds>(delay).count());
    }
    std::ranges::sort(delays);
    // The looks at all files, which come every two seconds, are not what it takes.
    QVERIFY2(delays.at(10) < 500, qPrintable(QString::number(delays.at(10))));
}

void TestSaveWatcher::startIsToldWhenTheFilesAreKnown()
{
    m_watcher = std::make_unique<SaveWatcher>();
    m_saved = std::make_unique<QSignalSpy>(m_watcher.get(), &SaveWatcher::saved);
    QStringList names;
    for (int i = 0; i < 2'000; ++i) {
        names.append(u"pipes/%1.py"_s.arg(i));
        write(path(names.last()), "before\n");
    }
    names.append(u"other.py"_s);
    follow(names);
    // With the bytes that it had this is no save.
    write(path(u"pipes/0.py"_s), "before\n");
    write(path(u"pipes/7.py"_s), "after\n");
    QTRY_VERIFY(!m_saved->isEmpty());
    waitForAnother();
    QCOMPARE(saved(), QStringList({u"pipes/7.py"_s, u"other.py"_s}));
}

QTEST_GUILESS_MAIN(TestSaveWatcher)

#include "tst_savewatcher.moc"
