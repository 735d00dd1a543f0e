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
    void isSwitchedOff()
    {
#ifdef Q_OS_WIN
        QSKIP("Nothing is done there.");
#endif
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        QTcpSocket socket;
        socket.connectToHost(server.serverAddress(), server.serverPort());
        QVERIFY(socket.waitForConnected());
        QCOMPARE(socket.socketOption(QAbstractSocket::LowDelayOption).toInt(), 0);
        switchOffTcpDelay();
        QVERIFY(socket.socketOption(QAbstractSocket::LowDelayOption).toInt() != 0);
    }
};

QTEST_GUILESS_MAIN(TestTcpDelay)
#include "tst_tcpdelay.moc"
