// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "server/practiceprocess.h"

#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

namespace owui {

class PracticeProcessTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void startsAndStops();
    void ignoresASecondStart();
    void endsWithItsOwner();
    void startsAgainAfterTheEnd();
    void noProgram();
    void otherProgram_data();
    void otherProgram();
};

namespace {

bool isListening(const QUrl &url)
{
    QTcpSocket socket;
    socket.connectToHost(url.host(), static_cast<quint16>(url.port()));
    return socket.waitForConnected(1000);
}

} // namespace

void PracticeProcessTest::init()
{
    qputenv("PATH", QFile::encodeName(QFileInfo(QStringLiteral(OWUI_PRACTICE_PROGRAM)).absolutePath()));
}

void PracticeProcessTest::startsAndStops()
{
    PracticeProcess process;
    QSignalSpy ready(&process, &PracticeProcess::ready);
    QSignalSpy ended(&process, &PracticeProcess::ended);
    process.start({u"--release"_s, u"0.11.4"_s});
    QVERIFY(!process.isRunning());
    QTRY_COMPARE(ready.size(), 1);
    QVERIFY(process.isRunning());
    QVERIFY(process.connection().practice);
    QVERIFY(isThisMachine(process.connection().url));
    QCOMPARE(process.connection().proxy, ProxyMode::None);
    QVERIFY(!process.credential().isEmpty());
    QCOMPARE(process.credential().origin, originOf(process.connection().url));
    QVERIFY(isListening(process.connection().url));

    process.stop();
    QTRY_COMPARE(ended.size(), 1);
    QVERIFY(!process.isRunning());
    QVERIFY(process.credential().isEmpty());
    QVERIFY(!isListening(process.connection().url));
}

void PracticeProcessTest::ignoresASecondStart()
{
    PracticeProcess process;
    QSignalSpy ready(&process, &PracticeProcess::ready);
    process.start();
    process.start();
    QTRY_COMPARE(ready.size(), 1);
    const QUrl url = process.connection().url;
    process.start();
    QCOMPARE(process.connection().url, url);
}

void PracticeProcessTest::endsWithItsOwner()
{
    auto process = std::make_unique<PracticeProcess>();
    QSignalSpy ready(process.get(), &PracticeProcess::ready);
    process->start();
    QTRY_COMPARE(ready.size(), 1);
    const QUrl url = process->connection().url;
    process.reset();
    QVERIFY(!isListening(url));
}

void PracticeProcessTest::startsAgainAfterTheEnd()
{
    PracticeProcess process;
    QSignalSpy ready(&process, &PracticeProcess::ready);
    QSignalSpy ended(&process, &PracticeProcess::ended);
    process.start();
    QTRY_COMPARE(ready.size(), 1);
    const QByteArray key = process.credential().secret;
    process.stop();
    QTRY_COMPARE(ended.size(), 1);
    process.start();
    QTRY_COMPARE(ready.size(), 2);
    QVERIFY(process.credential().secret != key);
}

void PracticeProcessTest::noProgram()
{
    qputenv("PATH", "/nonexistent");
    QVERIFY(PracticeProcess::findProgram().isEmpty());
    PracticeProcess process;
    QSignalSpy failed(&process, &PracticeProcess::failed);
    process.start();
    QCOMPARE(failed.size(), 0); // from the event loop only
    QTRY_COMPARE(failed.size(), 1);
    const auto problem = failed.first().first().value<Problem>();
    QVERIFY(problem.text.contains(u"owui-practice"));
    QVERIFY(!problem.remedy.isEmpty());
    QVERIFY(!process.isRunning());
}

void PracticeProcessTest::otherProgram_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::newRow("ends at once") << QByteArray("exit 0");
    QTest::newRow("no JSON") << QByteArray("echo hello; read line");
    QTest::newRow("no key") << QByteArray(R"(echo '{"url":"http://127.0.0.1:1"}'; read line)");
    QTest::newRow("another machine") << QByteArray(R"(echo '{"url":"http://example.org","key":"sk-1"}'; read line)");
    QTest::newRow("endless line") << QByteArray("while :; do printf xxxxxxxxxxxxxxxx; done");
}

void PracticeProcessTest::otherProgram()
{
    QFETCH(const QByteArray, script);
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"owui-practice"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("#!/bin/sh\n" + script + '\n');
    file.close();
    file.setPermissions(QFile::ReadOwner | QFile::ExeOwner);
    qputenv("PATH", QFile::encodeName(folder.path()));

    PracticeProcess process;
    QSignalSpy ready(&process, &PracticeProcess::ready);
    QSignalSpy failed(&process, &PracticeProcess::failed);
    process.start();
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(ready.size(), 0);
    QVERIFY(process.credential().isEmpty());
}

} // namespace owui

QTEST_GUILESS_MAIN(owui::PracticeProcessTest)
#include "tst_practiceprocess.moc"
