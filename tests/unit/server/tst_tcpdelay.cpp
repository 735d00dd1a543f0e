// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "server/tcpdelay.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace owui;

class TestTcpDelay final : public QObject
{
    Q_OBJECT

private slots:
    void isSwitchedOffForOnePort_data();
    void isSwitchedOffForOnePort();
};

void TestTcpDelay::isSwitchedOffForOnePort_data()
{
    QTest::addColumn<QHostAddress>("address");
    QTest::newRow("IPv4") << QHostAddress(QHostAddress::LocalHost);
    QTest::newRow("IPv6") << QHostAddress(QHostAddress::LocalHostIPv6);
}

void TestTcpDelay::isSwitchedOffForOnePort()
{
#ifdef Q_OS_WIN
    QSKIP("Nothing is done there.");
#endif
    QFETCH(QHostAddress, address);
    QTcpServer server;
    QTcpServer stranger;
    if (!server.listen(address) || !stranger.listen(address)) {
        QSKIP("This machine does not have the protocol.");
    }
    QTcpSocket ours;
    QTcpSocket others;
    ours.connectToHost(server.serverAddress(), server.serverPort());
    others.connectToHost(stranger.serverAddress(), stranger.serverPort());
    QVERIFY(ours.waitForConnected());
    QVERIFY(others.waitForConnected());
    QCOMPARE(ours.socketOption(QAbstractSocket::LowDelayOption).toInt(), 0);

    switchOffTcpDelay(server.serverPort());
    QVERIFY(ours.socketOption(QAbstractSocket::LowDelayOption).toInt() != 0);
    QCOMPARE(others.socketOption(QAbstractSocket::LowDelayOption).toInt(), 0);
}

QTEST_GUILESS_MAIN(TestTcpDelay)
#include "tst_tcpdelay.moc"
