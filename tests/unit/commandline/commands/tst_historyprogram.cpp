// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "support/programrun.h"

#include "server/practiceprocess.h"

#include <QFile>
#include <QJsonArray>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace owui;
using namespace owui::test;

namespace {

bool write(const QString &path, const QByteArray &text)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

QByteArray filterText(const QByteArray &version)
{
    return "\"\"\"\ntitle: Word Count\nversion: " + version + "\n\"\"\"\n\n\nclass Filter:\n    pass\n";
}

} // namespace

class TestHistoryProgram final : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void showsAndRestores_data();
    void showsAndRestores();
    void createdIsSwitchedOffOrDeleted();
    void switchesAreKept();
    void usage_data();
    void usage();
    void nothingYet();

private:
    [[nodiscard]] bool startServer(const QString &release);
    [[nodiscard]] bool deploy(const QByteArray &version);
    QJsonObject call(QStringList arguments, int exitCode = 0);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<PracticeProcess> m_practice;
    QByteArray m_errors;
};

void TestHistoryProgram::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_errors.clear();
}

bool TestHistoryProgram::startServer(const QString &release)
{
    m_practice = std::make_unique<PracticeProcess>();
    QSignalSpy ready(m_practice.get(), &PracticeProcess::ready);
    m_practice->start({u"--release"_s, release});
    return (!ready.isEmpty() || ready.wait(30'000)) &&
           write(m_folder->filePath(u"key.txt"_s), m_practice->credential().secret);
}

QJsonObject TestHistoryProgram::call(QStringList arguments, int exitCode)
{
    arguments += {u"--json"_s, u"--url"_s, m_practice->connection().url.toString(), u"--key-file"_s,
                  m_folder->filePath(u"key.txt"_s)};
    ProgramRun program(arguments);
    program.setVariable(u"XDG_DATA_HOME"_s, m_folder->filePath(u"data"_s));
    program.setFolder(m_folder->path());
    if (!program.run()) {
        qWarning("the program did not end");
    }
    m_errors = program.errors();
    const QJsonObject document = program.document();
    if (program.exitCode() != exitCode) {
        qWarning("exit code %d: %s", program.exitCode(), m_errors.constData());
        return {};
    }
    // The key is nowhere but in its file.
    return m_errors.contains(m_practice->credential().secret) ? QJsonObject() : document;
}

bool TestHistoryProgram::deploy(const QByteArray &version)
{
    return write(m_folder->filePath(u"word.py"_s), filterText(version)) &&
           !call({u"deploy"_s, m_folder->filePath(u"word.py"_s)}).isEmpty();
}

void TestHistoryProgram::showsAndRestores_data()
{
    QTest::addColumn<QString>("release");
    for (const char *release : {"0.7.2", "0.11.4", "0.12.4"}) {
        QTest::newRow(release) << QString::fromLatin1(release);
    }
}

void TestHistoryProgram::showsAndRestores()
{
    QFETCH(QString, release);

    QVERIFY(startServer(release));
    QVERIFY(deploy("1.0.0"));
    QVERIFY(deploy("1.1.0"));
    const QJsonArray entries = call({u"history"_s, u"word_count"_s}).value(u"entries"_s).toArray();
    QCOMPARE(entries.size(), 2);
    const QJsonObject newest = entries.at(0).toObject();
    QCOMPARE(newest.value(u"number"_s).toInt(), 2);
    QCOMPARE(newest.value(u"change"_s).toString(), u"update"_s);
    QCOMPARE(newest.value(u"outcome"_s).toString(), u"done"_s);
    QCOMPARE(newest.value(u"space"_s).toString(), u"function"_s);
    QCOMPARE(newest.value(u"id"_s).toString(), u"word_count"_s);
    QCOMPARE(newest.value(u"path"_s).toString(), u"word.py"_s);
    QCOMPARE(newest.value(u"versionBefore"_s).toString(), u"1.0.0"_s);
    QCOMPARE(newest.value(u"versionAfter"_s).toString(), u"1.1.0"_s);
    QVERIFY(newest.value(u"canGoBack"_s).toBool());
    QCOMPARE(newest.value(u"live"_s).toBool(), release == u"0.12.4");
    QCOMPARE(newest.value(u"serverVersion"_s).isString(), release == u"0.12.4");
    QCOMPARE(call({u"history"_s}).value(u"entries"_s).toArray().size(), 2);

    const QJsonObject restored = call({u"restore"_s, u"function:word_count"_s});
    QCOMPARE(restored.value(u"results"_s)[0][u"outcome"_s].toString(), u"taken-back"_s);
    QCOMPARE(restored.value(u"results"_s)[0][u"versionAfter"_s].toString(), u"1.0.0"_s);
    QCOMPARE(restored.value(u"summary"_s)[u"takenBack"_s].toInt(), 1);
    // By number, and by version; the first change of all made it.
    QCOMPARE(call({u"restore"_s, u"word_count"_s, u"--version"_s, u"3"_s})
                 .value(u"results"_s)[0][u"versionAfter"_s]
                 .toString(),
             u"1.1.0"_s);
    QCOMPARE(call({u"restore"_s, u"word_count"_s, u"--version=1.0.0"_s})
                 .value(u"results"_s)[0][u"versionAfter"_s]
                 .toString(),
             u"1.0.0"_s);
    QCOMPARE(
        call({u"restore"_s, u"word_count"_s, u"--version=1.0.0"_s}).value(u"results"_s)[0][u"outcome"_s].toString(),
        u"unchanged"_s);
    QVERIFY(call({u"restore"_s, u"word_count"_s, u"--version=9.9"_s}, 1).contains(u"problems"_s));
    QVERIFY2(m_errors.contains("9.9"), m_errors.constData());
    QCOMPARE(call({u"history"_s, u"word_count"_s}).value(u"entries"_s)[0][u"change"_s].toString(), u"go-back"_s);
}

void TestHistoryProgram::createdIsSwitchedOffOrDeleted()
{
    QVERIFY(startServer(u"0.11.4"_s));
    QVERIFY(deploy("1.0.0"));
    QVERIFY(!call({u"toggle"_s, u"word_count"_s, u"on"_s}).isEmpty());
    const QJsonObject off = call({u"restore"_s, u"word_count"_s, u"--version"_s, u"1"_s});
    QCOMPARE(off.value(u"results"_s)[0][u"active"_s].toBool(true), false);
    const QJsonObject gone = call({u"restore"_s, u"word_count"_s, u"--version"_s, u"1"_s, u"--delete"_s});
    QCOMPARE(gone.value(u"results"_s)[0][u"outcome"_s].toString(), u"deleted"_s);
    QVERIFY(call({u"toggle"_s, u"word_count"_s, u"on"_s}, 1).value(u"message"_s).toString().contains(u"word_count"_s));
    // It is gone, but its history is not.
    QCOMPARE(call({u"restore"_s, u"word_count"_s}).value(u"results"_s)[0][u"outcome"_s].toString(), u"taken-back"_s);
}

void TestHistoryProgram::switchesAreKept()
{
    QVERIFY(startServer(u"0.12.4"_s));
    QVERIFY(deploy("1.0.0"));
    QVERIFY(!call({u"toggle"_s, u"word_count"_s, u"on"_s}).isEmpty());
    const QJsonObject newest = call({u"history"_s, u"word_count"_s}).value(u"entries"_s)[0].toObject();
    QCOMPARE(newest.value(u"change"_s).toString(), u"toggle"_s);
    QCOMPARE(newest.value(u"activeBefore"_s).toBool(true), false);
    QCOMPARE(newest.value(u"activeAfter"_s).toBool(), true);
    QVERIFY(newest.value(u"canGoBack"_s).toBool());
    // To before the last change: off again.
    const QJsonObject restored = call({u"restore"_s, u"function:word_count"_s});
    QCOMPARE(restored.value(u"results"_s)[0][u"active"_s].toBool(true), false);
}

void TestHistoryProgram::usage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("no id") << QStringList{u"restore"_s};
    QTest::newRow("two ids") << QStringList{u"restore"_s, u"a"_s, u"b"_s};
    QTest::newRow("no such id") << QStringList{u"restore"_s, u"../a"_s};
    QTest::newRow("two histories") << QStringList{u"history"_s, u"a"_s, u"b"_s};
    QTest::newRow("no id of a history") << QStringList{u"history"_s, u"wrong:a"_s};
    QTest::newRow("version of a history") << QStringList{u"history"_s, u"a"_s, u"--version"_s, u"1"_s};
}

void TestHistoryProgram::usage()
{
    QFETCH(QStringList, arguments);

    ProgramRun program(arguments);
    program.setVariable(u"XDG_DATA_HOME"_s, m_folder->filePath(u"data"_s));
    QVERIFY(program.run());
    QCOMPARE(program.exitCode(), 2);
    QVERIFY(!program.errors().isEmpty());
    QVERIFY(!QFile::exists(m_folder->filePath(u"data"_s)));
}

void TestHistoryProgram::nothingYet()
{
    QVERIFY(startServer(u"0.12.4"_s));
    const QJsonObject nothing = call({u"history"_s});
    QVERIFY(nothing.contains(u"entries"_s));
    QVERIFY(nothing.value(u"entries"_s).toArray().isEmpty());
    call({u"restore"_s, u"word_count"_s}, 1);
    QVERIFY2(m_errors.contains("word_count"), m_errors.constData());
}

QTEST_GUILESS_MAIN(TestHistoryProgram)

#include "tst_historyprogram.moc"
