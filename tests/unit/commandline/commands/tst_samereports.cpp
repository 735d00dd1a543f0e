// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "support/programrun.h"

#include "server/practiceprocess.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace owui;
using namespace owui::test;

namespace {

QByteArray reportText(const QString &path)
{
    QFile file(QStringLiteral(OWUI_SHARED_DIR "/reports/") + path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool write(const QString &path, const QByteArray &text)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

} // namespace

/// Reports in which one plugin became two, or somebody's work was lost.
class TestSameReports final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void asksBeforeASecondCopy_data();
    void asksBeforeASecondCopy();
    void asksBeforeWorkOfOthersIsLost();
    void goesOnFromWhatWasPulled_data();
    void goesOnFromWhatWasPulled();

private:
    /// In the home of that name. Another exit code is a failure.
    QJsonObject call(const QString &home, QStringList arguments, int exitCode);
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    [[nodiscard]] static QString outcome(const QJsonObject &document)
    {
        return document.value(u"results"_s)[0][u"outcome"_s].toString();
    }
    /// The plan's warning that allows this; its text, or empty.
    [[nodiscard]] static QString warning(const QJsonObject &plan, const QString &allow);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<PracticeProcess> m_practice;
};

void TestSameReports::init()
{
    if (reportText(u"renamed-title/1.py"_s).isEmpty()) {
        QSKIP("The reports are not beside this checkout.");
    }
    m_folder = std::make_unique<QTemporaryDir>();
    m_practice = std::make_unique<PracticeProcess>();
    QSignalSpy ready(m_practice.get(), &PracticeProcess::ready);
    m_practice->start({});
    QVERIFY(!ready.isEmpty() || ready.wait(30'000));
    QVERIFY(write(path(u"key.txt"_s), m_practice->credential().secret));
    QVERIFY(QDir(m_folder->path()).mkpath(u"work"_s));
}

QJsonObject TestSameReports::call(const QString &home, QStringList arguments, int exitCode)
{
    arguments +=
        {u"--json"_s, u"--url"_s, m_practice->connection().url.toString(), u"--key-file"_s, path(u"key.txt"_s)};
    ProgramRun program(arguments);
    program.setVariable(u"XDG_DATA_HOME"_s, path(home));
    if (!program.run() || program.exitCode() != exitCode) {
        qWarning("exit code %d: %s", program.exitCode(), program.errors().constData());
        return {};
    }
    return program.document();
}

QString TestSameReports::warning(const QJsonObject &plan, const QString &allow)
{
    for (const QJsonValue &warning : plan.value(u"plugins"_s)[0][u"warnings"_s].toArray()) {
        if (warning[u"allow"_s].toString() == allow) {
            return warning[u"text"_s].toString();
        }
    }
    return {};
}

void TestSameReports::asksBeforeASecondCopy_data()
{
    QTest::addColumn<QString>("home");
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("added");
    QTest::newRow("a new title") << u"home"_s << u"main.py"_s << QByteArray();
    QTest::newRow("a new title, and nothing known here") << u"another home"_s << u"main.py"_s << QByteArray();
    QTest::newRow("a new title and other code") << u"home"_s << u"main.py"_s << QByteArray("\n\nmore = 1\n");
    QTest::newRow("a new title and a moved file") << u"home"_s << u"moved.py"_s << QByteArray();
}

void TestSameReports::asksBeforeASecondCopy()
{
    QFETCH(const QString, home);
    QFETCH(const QString, file);
    QFETCH(const QByteArray, added);
    QVERIFY(write(path(u"work/main.py"_s), reportText(u"renamed-title/1.py"_s)));
    QCOMPARE(outcome(call(u"home"_s, {u"deploy"_s, path(u"work"_s)}, 0)), u"created"_s);
    QVERIFY(QFile::remove(path(u"work/main.py"_s)));
    QVERIFY(write(path(u"work/"_s + file), reportText(u"renamed-title/2.py"_s) + added));

    const QString told = warning(call(home, {u"plan"_s, path(u"work"_s)}, 1), u"second-copy"_s);
    QVERIFY2(told.contains(u"tone_guard"_s), qPrintable(told));
    QCOMPARE(outcome(call(home, {u"deploy"_s, path(u"work"_s)}, 1)), u"blocked"_s);
    const QStringList agreed{u"deploy"_s, path(u"work"_s), u"--allow"_s, u"second-copy"_s};
    QCOMPARE(outcome(call(home, agreed, 0)), u"created"_s);
}

void TestSameReports::asksBeforeWorkOfOthersIsLost()
{
    const QByteArray text = reportText(u"edited-elsewhere/team_tool.py"_s);
    const auto edited = [&text](const QByteArray &who, const QByteArray &version) {
        return QByteArray(text).replace("from A", who).replace("1.0.0", version);
    };
    QVERIFY(write(path(u"work/team_tool.py"_s), text));
    QVERIFY(QDir(m_folder->path()).mkpath(u"other"_s));
    QVERIFY(write(path(u"other/team_tool.py"_s), edited("fixed by B", "1.1.0")));
    QCOMPARE(outcome(call(u"home a"_s, {u"deploy"_s, path(u"work"_s)}, 0)), u"created"_s);
    // Nothing here knows the plugin yet, so it is a warning only.
    QCOMPARE(outcome(call(u"home b"_s, {u"deploy"_s, path(u"other"_s)}, 0)), u"updated"_s);

    QVERIFY(write(path(u"work/team_tool.py"_s), edited("more from A", "1.2.0")));
    const QString told = warning(call(u"home a"_s, {u"plan"_s, path(u"work"_s)}, 1), u"edited-on-server"_s);
    QVERIFY(!told.isEmpty());
    QCOMPARE(outcome(call(u"home a"_s, {u"deploy"_s, path(u"work"_s)}, 1)), u"blocked"_s);
    const QStringList agreed{u"deploy"_s, path(u"work"_s), u"--allow"_s, u"edited-on-server"_s};
    QCOMPARE(outcome(call(u"home a"_s, agreed, 0)), u"updated"_s);
    // Its own text is there now, so the next change needs no agreement.
    QVERIFY(write(path(u"work/team_tool.py"_s), edited("still more from A", "1.3.0")));
    QCOMPARE(outcome(call(u"home a"_s, {u"deploy"_s, path(u"work"_s)}, 0)), u"updated"_s);
}

void TestSameReports::goesOnFromWhatWasPulled_data()
{
    QTest::addColumn<QString>("folder");
    QTest::addColumn<int>("exitCode");
    QTest::newRow("into the file") << u"work"_s << 0;
    QTest::newRow("into another folder, as a backup is") << u"backup"_s << 1;
}

/// Whoever brought the server's text into the file has seen what others did there.
void TestSameReports::goesOnFromWhatWasPulled()
{
    QFETCH(const QString, folder);
    QFETCH(const int, exitCode);
    const QByteArray text = reportText(u"edited-elsewhere/team_tool.py"_s);
    QVERIFY(write(path(u"work/team_tool.py"_s), text));
    QCOMPARE(outcome(call(u"home"_s, {u"deploy"_s, path(u"work"_s)}, 0)), u"created"_s);
    QVERIFY(QDir(m_folder->path()).mkpath(u"other"_s) && QDir(m_folder->path()).mkpath(u"backup"_s));
    QVERIFY(write(path(u"other/team_tool.py"_s), QByteArray(text).replace("1.0.0", "1.1.0")));
    QCOMPARE(outcome(call(u"another home"_s, {u"deploy"_s, path(u"other"_s)}, 0)), u"updated"_s);

    const QStringList pull{u"pull"_s, u"team_tool"_s, u"--to"_s, path(folder), u"--force"_s};
    QCOMPARE(outcome(call(u"home"_s, pull, 0)), u"written"_s);
    QVERIFY(write(path(u"work/team_tool.py"_s), QByteArray(text).replace("1.0.0", "1.2.0")));
    QCOMPARE(outcome(call(u"home"_s, {u"deploy"_s, path(u"work"_s)}, exitCode)),
             exitCode == 0 ? u"updated"_s : u"blocked"_s);
}

QTEST_GUILESS_MAIN(TestSameReports)
#include "tst_samereports.moc"
