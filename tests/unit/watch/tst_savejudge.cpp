// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "watch/savejudge.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace owui;

/// A disk and a clock of its own.
class TestSaveJudge final : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void saveIsTakenWhenItIsWhole();
    void writingOnPutsItOff();
    void secondWriteWithinTheQuietTimeIsOneSave();
    void emptiedFileIsWaitedFor();
    void touchIsNoSave();
    void touchBeforeItsBytesWereReadIsTaken();
    void saveWithinTheGrainOfTheDisksClockIsTaken();
    void renamedOverIsASave();
    void goneForAMomentIsCompared();
    void writtenWhileItIsReadIsReadAgain();
    void lostWordIsNoticedByLooking();
    void sixFilesWithinASecondAreAStorm();
    void fiveFilesAreSaves();
    void sixFilesOverTimeAreSaves();
    void manyTouchedAreNoStorm();
    void stormEndsBySilence();
    void ownWriteIsNoSave();
    void anotherWriteAfterOurOwnIsASave();
    void writeThatWasRefusedIsExpectedNoMore();
    void newFileOfOurOwnIsNoSave();
    void newFileIsASave();
    void includedFileIsNoSave();
    void fileThatIsLeftIsForgotten();

private:
    struct Content
    {
        QByteArray bytes;
        FileStamp stamp;
    };

    void write(const QString &path, const QByteArray &bytes);
    /// All that is decided from now on, for so long.
    SaveJudge::Verdict wait(std::chrono::milliseconds time);
    QStringList savesIn(std::chrono::milliseconds time);

    QHash<QString, Content> m_disk;
    SaveJudge::Time m_now;
    qint64 m_clock = 0; ///< of the disk
    std::function<void()> m_onRead;
    bool m_fresh = false;
    std::unique_ptr<SaveJudge> m_judge;
};

void TestSaveJudge::init()
{
    m_disk.clear();
    m_now = SaveJudge::Time(1h);
    m_clock = 1'000;
    m_onRead = nullptr;
    m_fresh = false;
    QStringList paths;
    for (int i = 0; i < 60; ++i) {
        paths.append(u"%1.py"_s.arg(i));
        write(paths.last(), "before");
    }
    m_judge = std::make_unique<SaveJudge>(
        SaveJudge::Eyes{.stamp = [this](const QString &path) { return m_disk.value(path).stamp; },
                        .digest =
                            [this](const QString &path) {
                                const QByteArray bytes = m_disk.value(path).bytes;
                                if (m_onRead) {
                                    std::exchange(m_onRead, nullptr)();
                                }
                                return bytes;
                            },
                        .isFresh = [this](const FileStamp & /*stamp*/) { return m_fresh; }});
    m_judge->follow(paths, {}, m_now);
    while (m_judge->learnNext(7)) {
    }
}

void TestSaveJudge::write(const QString &path, const QByteArray &bytes)
{
    ++m_clock;
    Content &content = m_disk[path];
    content.bytes = bytes;
    content.stamp = {.exists = true, .number = 1, .size = bytes.size(), .written = m_clock, .changed = m_clock};
    if (m_judge) {
        m_judge->touch(path, m_now);
    }
}

SaveJudge::Verdict TestSaveJudge::wait(std::chrono::milliseconds time)
{
    SaveJudge::Verdict all;
    const SaveJudge::Time end = m_now + time;
    for (auto next = m_judge->nextLook(); next && *next <= end; next = m_judge->nextLook()) {
        m_now = std::max(m_now, *next);
        const SaveJudge::Verdict verdict = m_judge->decide(m_now);
        all.saves += verdict.saves;
        all.storm += verdict.storm;
    }
    m_now = end;
    return all;
}

QStringList TestSaveJudge::savesIn(std::chrono::milliseconds time)
{
    QStringList paths;
    for (const Save &save : wait(time).saves) {
        paths.append(save.path);
    }
    return paths;
}

void TestSaveJudge::saveIsTakenWhenItIsWhole()
{
    write(u"1.py"_s, "after");
    const SaveJudge::Time written = m_now;
    QCOMPARE(savesIn(SaveJudge::quiet - 1ms), QStringList());
    QVERIFY(m_judge->decide(m_now).saves.isEmpty()); // also for whoever looks too early
    const SaveJudge::Verdict verdict = wait(1ms);
    QCOMPARE(verdict.saves, QList<Save>({{.path = u"1.py"_s, .written = written}}));
    QCOMPARE(savesIn(10s), QStringList());
    QVERIFY(!m_judge->nextLook());
}

void TestSaveJudge::writingOnPutsItOff()
{
    for (int i = 0; i < 20; ++i) {
        write(u"1.py"_s, QByteArray("after").repeated(i + 1));
        QCOMPARE(savesIn(SaveJudge::quiet / 2), QStringList());
    }
    QCOMPARE(savesIn(SaveJudge::quiet), QStringList{u"1.py"_s});
}

void TestSaveJudge::secondWriteWithinTheQuietTimeIsOneSave()
{
    write(u"1.py"_s, "");
    QCOMPARE(savesIn(5ms), QStringList());
    write(u"1.py"_s, "after");
    QCOMPARE(savesIn(1s), QStringList{u"1.py"_s});
}

void TestSaveJudge::emptiedFileIsWaitedFor()
{
    write(u"1.py"_s, "");
    QCOMPARE(savesIn(SaveJudge::quietWhileEmpty - 1ms), QStringList());
    write(u"1.py"_s, "after");
    QCOMPARE(savesIn(SaveJudge::quiet), QStringList{u"1.py"_s});
    write(u"1.py"_s, "");
    QCOMPARE(savesIn(SaveJudge::quietWhileEmpty), QStringList{u"1.py"_s});
}

void TestSaveJudge::touchIsNoSave()
{
    write(u"1.py"_s, "before");
    QCOMPARE(savesIn(1s), QStringList());
    write(u"1.py"_s, "after");
    QCOMPARE(savesIn(1s), QStringList{u"1.py"_s});
    write(u"1.py"_s, "after");
    QCOMPARE(savesIn(1s), QStringList());
}

/// Nobody knows what was in it before.
void TestSaveJudge::touchBeforeItsBytesWereReadIsTaken()
{
    write(u"new.py"_s, "before");
    m_judge->follow({u"new.py"_s}, {}, m_now);
    write(u"new.py"_s, "before");
    while (m_judge->learnNext(7)) {
    }
    QCOMPARE(savesIn(1s), QStringList{u"new.py"_s});
}

/// It leaves the size and the time as they were.
void TestSaveJudge::saveWithinTheGrainOfTheDisksClockIsTaken()
{
    m_fresh = true;
    write(u"new.py"_s, "before");
    m_judge->follow({u"1.py"_s, u"new.py"_s}, {}, m_now);
    while (m_judge->learnNext(7)) {
    }
    m_disk[u"new.py"_s].bytes = "after!";
    m_judge->touch(u"new.py"_s, m_now);
    QCOMPARE(savesIn(1s), QStringList{u"new.py"_s});
    m_disk[u"new.py"_s].bytes = "again!";
    m_judge->touchAll(m_now);
    QCOMPARE(savesIn(1s), QStringList{u"new.py"_s});
    // What was read late enough need not be read again.
    m_fresh = false;
    m_judge->touchAll(m_now);
    QCOMPARE(savesIn(1s), QStringList());
    m_judge->touchAll(m_now);
    QVERIFY(!m_judge->nextLook());
}

void TestSaveJudge::renamedOverIsASave()
{
    m_disk[u"1.py"_s] = {.bytes = "after!",
                         .stamp = {.exists = true, .number = 2, .size = 6, .written = 5, .changed = 2'000}};
    m_judge->touch(u"1.py"_s, m_now);
    QCOMPARE(savesIn(1s), QStringList{u"1.py"_s});
}

void TestSaveJudge::goneForAMomentIsCompared()
{
    const Content before = m_disk.take(u"1.py"_s);
    m_judge->touch(u"1.py"_s, m_now);
    QCOMPARE(savesIn(1s), QStringList());
    m_disk.insert(u"1.py"_s, before);
    m_judge->touch(u"1.py"_s, m_now);
    QCOMPARE(savesIn(1s), QStringList());
    m_disk.remove(u"1.py"_s);
    m_judge->touch(u"1.py"_s, m_now);
    QCOMPARE(savesIn(10ms), QStringList());
    write(u"1.py"_s, "after");
    QCOMPARE(savesIn(1s), QStringList{u"1.py"_s});
}

void TestSaveJudge::writtenWhileItIsReadIsReadAgain()
{
    write(u"1.py"_s, "half");
    m_onRead = [this] {
        m_disk[u"1.py"_s] = {.bytes = "whole", .stamp = {.exists = true, .size = 5, .changed = 3'000}};
    };
    const SaveJudge::Time before = m_now;
    const SaveJudge::Verdict verdict = wait(1s);
    QCOMPARE(verdict.saves.size(), 1);
    QCOMPARE(verdict.saves.first().written - before, SaveJudge::quiet);
}

void TestSaveJudge::lostWordIsNoticedByLooking()
{
    m_disk[u"1.py"_s].bytes = "after";
    m_disk[u"1.py"_s].stamp.changed = 4'000;
    QVERIFY(!m_judge->nextLook());
    m_judge->touchAll(m_now);
    QCOMPARE(savesIn(1s), QStringList{u"1.py"_s});
}

void TestSaveJudge::sixFilesWithinASecondAreAStorm()
{
    QStringList expected;
    for (int i = 10; i < 10 + SaveJudge::mostSaves + 1; ++i) {
        write(u"%1.py"_s.arg(i), "other branch");
        expected.append(u"%1.py"_s.arg(i));
    }
    const SaveJudge::Verdict verdict = wait(10s);
    QCOMPARE(verdict.saves, QList<Save>());
    QCOMPARE(verdict.storm, expected);
    write(u"1.py"_s, "after");
    QCOMPARE(savesIn(1s), QStringList{u"1.py"_s});
}

void TestSaveJudge::fiveFilesAreSaves()
{
    for (int i = 0; i < SaveJudge::mostSaves; ++i) {
        write(u"%1.py"_s.arg(i), "after");
    }
    QCOMPARE(savesIn(SaveJudge::quiet).size(), SaveJudge::mostSaves);
}

void TestSaveJudge::sixFilesOverTimeAreSaves()
{
    for (int i = 0; i < 20; ++i) {
        write(u"%1.py"_s.arg(i), "after");
        QCOMPARE(savesIn(SaveJudge::stormTime / SaveJudge::mostSaves), QStringList{u"%1.py"_s.arg(i)});
    }
}

void TestSaveJudge::manyTouchedAreNoStorm()
{
    for (int i = 0; i < 50; ++i) {
        write(u"%1.py"_s.arg(i), i == 7 ? "after" : "before");
    }
    const SaveJudge::Verdict verdict = wait(10s);
    QCOMPARE(verdict.storm, QStringList());
    QCOMPARE(verdict.saves.size(), 1);
    QCOMPARE(verdict.saves.first().path, u"7.py"_s);
}

void TestSaveJudge::stormEndsBySilence()
{
    for (int i = 0; i < 50; ++i) {
        write(u"%1.py"_s.arg(i), "other branch");
        const SaveJudge::Verdict verdict = wait(SaveJudge::stormTime / 10);
        QVERIFY(verdict.storm.isEmpty());
        QVERIFY(i < SaveJudge::mostSaves || verdict.saves.isEmpty());
    }
    QCOMPARE(wait(SaveJudge::stormTime).storm.size(), 50 - SaveJudge::mostSaves);
}

void TestSaveJudge::ownWriteIsNoSave()
{
    m_judge->expect(u"1.py"_s, "raised");
    write(u"1.py"_s, "raised");
    QCOMPARE(savesIn(1s), QStringList());
    write(u"1.py"_s, "raised");
    QCOMPARE(savesIn(1s), QStringList());
}

void TestSaveJudge::anotherWriteAfterOurOwnIsASave()
{
    m_judge->expect(u"1.py"_s, "raised");
    write(u"1.py"_s, "raised");
    write(u"1.py"_s, "raised and saved");
    QCOMPARE(savesIn(1s), QStringList{u"1.py"_s});
    // What was ours once is a save when somebody brings it back.
    write(u"1.py"_s, "raised");
    QCOMPARE(savesIn(1s), QStringList{u"1.py"_s});
}

void TestSaveJudge::writeThatWasRefusedIsExpectedNoMore()
{
    m_judge->expect(u"1.py"_s, "raised");
    m_judge->expect(u"1.py"_s, {});
    write(u"1.py"_s, "raised"); // by hand
    QCOMPARE(savesIn(1s), QStringList{u"1.py"_s});
}

void TestSaveJudge::newFileOfOurOwnIsNoSave()
{
    m_judge->expect(u"new.py"_s, "pulled");
    write(u"new.py"_s, "pulled");
    m_judge->follow({u"1.py"_s, u"new.py"_s}, m_clock - 1, m_now);
    QCOMPARE(savesIn(1s), QStringList());
    write(u"new.py"_s, "pulled and saved");
    QCOMPARE(savesIn(1s), QStringList{u"new.py"_s});
}

void TestSaveJudge::newFileIsASave()
{
    write(u"new.py"_s, "new");
    m_judge->follow({u"1.py"_s, u"new.py"_s}, m_clock - 1, m_now);
    QCOMPARE(savesIn(1s), QStringList{u"new.py"_s});
}

/// It was there before, and only a decision changed.
void TestSaveJudge::includedFileIsNoSave()
{
    write(u"old.py"_s, "old");
    m_judge->follow({u"1.py"_s, u"old.py"_s}, m_clock + 1'000'000'000, m_now);
    QCOMPARE(savesIn(1s), QStringList());
}

void TestSaveJudge::fileThatIsLeftIsForgotten()
{
    write(u"1.py"_s, "after");
    m_judge->follow({u"2.py"_s}, m_clock, m_now);
    QCOMPARE(savesIn(1s), QStringList());
    write(u"1.py"_s, "after all");
    QCOMPARE(savesIn(1s), QStringList());
}

QTEST_GUILESS_MAIN(TestSaveJudge)

#include "tst_savejudge.moc"
