// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "server/connection.h"
#include "server/networksetup.h"
#include "server/openwebui.h"
#include "support/fakeserver.h"

#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QProcess>
#include <QSslKey>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace owui;
using namespace owui::test;

namespace {

constexpr int Patience = 10'000;

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// A server whose certificate comes from an authority that only the connection knows.
class TestTls : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(u"openssl"_s).isEmpty()) {
            QSKIP("openssl is not installed");
        }
        openssl(u"req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=Authority "
                "-keyout authority.key -out authority.pem"_s);
        openssl(u"req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj /CN=server -keyout server.key "
                "-out server.csr"_s);
        QFile names(m_folder.filePath(u"names"_s));
        QVERIFY(names.open(QIODevice::WriteOnly));
        names.write("subjectAltName=IP:127.0.0.1\n");
        names.close();
        openssl(u"x509 -req -in server.csr -CA authority.pem -CAkey authority.key -CAcreateserial -days 2 "
                "-extfile names -out server.pem"_s);

        QSslConfiguration tls;
        tls.setLocalCertificate(QSslCertificate(contentOf(m_folder.filePath(u"server.pem"_s))));
        tls.setPrivateKey(QSslKey(contentOf(m_folder.filePath(u"server.key"_s)), QSsl::Ec));
        QVERIFY(!tls.localCertificate().isNull());
        QVERIFY(!tls.privateKey().isNull());
        m_server = std::make_unique<FakeServer>(tls);
        m_server->setAnswer(FakeAnswer::json(QJsonObject{{u"version"_s, u"0.12.4"_s}}));
    }

    void cleanup()
    {
        if (m_server) {
            m_server->clear();
        }
    }

    void aChosenAuthorityIsTrusted()
    {
        const Answer<ServerRelease> answer = ask(u"authority.pem"_s);
        QVERIFY2(answer, qPrintable(answer.error.text()));
        QCOMPARE(answer.value->text(), u"0.12.4"_s);
    }

    void anUnknownAuthorityIsRefused_data()
    {
        QTest::addColumn<QString>("authority");
        QTest::newRow("none chosen") << QString();
        QTest::newRow("another one chosen") << u"other.pem"_s;
    }

    void anUnknownAuthorityIsRefused()
    {
        QFETCH(QString, authority);
        if (!authority.isEmpty()) {
            openssl(u"req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=Other "
                    "-keyout other.key -out other.pem"_s);
        }
        const Answer<ServerRelease> answer = ask(authority);
        QVERIFY(!answer);
        QCOMPARE(answer.error.kind, ServerErrorKind::TlsFailed);
        QVERIFY(answer.error.remedy().contains(u"authority"_s));
        QCOMPARE(m_server->requests().size(), 0); // and the key with them
    }

private:
    void openssl(const QString &arguments)
    {
        QProcess process;
        process.setWorkingDirectory(m_folder.path());
        process.start(u"openssl"_s, QProcess::splitCommand(arguments));
        QVERIFY(process.waitForFinished());
        QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
    }

    Answer<ServerRelease> ask(const QString &authority)
    {
        Connection connection;
        connection.url = m_server->url();
        if (!authority.isEmpty()) {
            connection.certificateAuthorityFile = m_folder.filePath(authority);
        }
        QNetworkAccessManager network;
        configureNetwork(network, connection);
        Credential credential;
        credential.secret = "sk-secret";
        credential.origin = originOf(connection.url);
        OpenWebUi server(network, connection, credential);
        std::optional<Answer<ServerRelease>> got;
        server.fetchRelease(this, [&](const Answer<ServerRelease> &answer) { got = answer; });
        if (!QTest::qWaitFor([&] { return got.has_value(); }, Patience)) {
            qFatal("no answer");
        }
        return *got;
    }

    QTemporaryDir m_folder;
    std::unique_ptr<FakeServer> m_server;
};

QTEST_GUILESS_MAIN(TestTls)
#include "tst_tls.moc"
