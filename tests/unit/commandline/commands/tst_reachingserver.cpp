// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "support/memoryserver.h"
#include "support/programrun.h"

#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QStandardPaths>
#include <QStringConverter>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace owui::test;

namespace {

const QByteArray key = "sk-0123456789abcdef0123456789abcdef";
const QByteArray value = "front-door-secret-9f3b";

QByteArray utf16(const QByteArray &text, QStringConverter::Encoding encoding, bool hasMark)
{
    QStringEncoder encoder(encoding, hasMark ? QStringConverter::Flag::WriteBom : QStringConverter::Flag::Default);
    return encoder.encode(QString::fromUtf8(text));
}

} // namespace

/// Servers behind an authority or a front of their own, without a saved connection.
class TestReachingServer final : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<MemoryServer>(key);
        QVERIFY(write(u"f.py"_s, "\"\"\"\ntitle: F\n\"\"\"\n\n\nclass Filter:\n    pass\n"));
        QVERIFY(write(u"value"_s, value + '\n'));
        QVERIFY(write(u"key"_s, key));
    }

    void sendsHeaders_data()
    {
        QTest::addColumn<QString>("source");
        QTest::newRow("option") << u"option"_s;
        QTest::newRow("file") << u"file"_s;
        QTest::newRow("environment") << u"environment"_s;
    }
    void sendsHeaders()
    {
        QFETCH(const QString, source);
        QStringList line{u"deploy"_s, file(u"f.py"_s), u"--verbose"_s};
        if (source == u"option") {
            line += QStringList{u"--url"_s,     m_server->url(), u"--key-file"_s,
                                file(u"key"_s), u"--header"_s,   u"X-Front=@"_s + file(u"value"_s)};
        }
        ProgramRun run(line);
        if (source == u"file") {
            QVERIFY(write(u".env"_s, "OPENWEBUI_URL=" + m_server->url().toUtf8() + "\napi_key=" + key +
                                         "\nOPENWEBUI_HEADER_X_FRONT='" + value + "'\n"));
        } else if (source == u"environment") {
            run.setVariable(u"OPENWEBUI_URL"_s, m_server->url());
            run.setVariable(u"OPENWEBUI_API_KEY"_s, QString::fromLatin1(key));
            run.setVariable(u"OPENWEBUI_HEADER_X_FRONT"_s, QString::fromLatin1(value));
        }
        QVERIFY(run.run());
        QVERIFY2(run.exitCode() == 0, run.errors().constData());
        QVERIFY(m_server->has(u"f"_s));
        for (const FakeRequest &request : m_server->server().requests()) {
            QCOMPARE(request.header("X-Front"), value);
        }
        QVERIFY(!run.output().contains(value) && !run.errors().contains(value));
    }

    /// The server says it again, as a proxy's page of errors may.
    void masksAHeader()
    {
        m_server->server().setAnswer(FakeAnswer::detail(400, u"bad header "_s + QString::fromLatin1(value)));
        ProgramRun run({u"status"_s, file(u"f.py"_s), u"--url"_s, m_server->url(), u"--key-file"_s, file(u"key"_s),
                        u"--header"_s, u"X-Front=@"_s + file(u"value"_s), u"--json"_s});
        QVERIFY(run.run());
        QVERIFY2(run.errors().contains("bad header"), run.errors().constData());
        QVERIFY(!run.output().contains(value) && !run.errors().contains(value));
    }

    /// Those of the environment belong to the URL that stands there.
    void keepsHeadersWithTheirUrl()
    {
        ProgramRun run({u"status"_s, file(u"f.py"_s), u"--url"_s, m_server->url(), u"--key-file"_s, file(u"key"_s)});
        run.setVariable(u"OPENWEBUI_HEADER_X_FRONT"_s, QString::fromLatin1(value));
        QVERIFY(run.run());
        QCOMPARE(run.exitCode(), 0);
        for (const FakeRequest &request : m_server->server().requests()) {
            QCOMPARE(request.header("X-Front"), QByteArray());
        }
    }

    void refuses_data()
    {
        QTest::addColumn<QStringList>("more");
        QTest::addColumn<QByteArray>("words");
        const QStringList url{u"--url"_s, m_url, u"--key-file"_s, u"key"_s};
        QTest::newRow("value") << url + QStringList{u"--header"_s, u"X-Front=front-door-secret-9f3b"_s}
                               << QByteArray("--header NAME=@FILE");
        QTest::newRow("no file") << url + QStringList{u"--header"_s, u"X-Front=@nowhere"_s} << QByteArray("nowhere");
        QTest::newRow("bad name") << url + QStringList{u"--header"_s, u"X Front=@value"_s}
                                  << QByteArray("cannot be used");
        QTest::newRow("reserved") << url + QStringList{u"--header"_s, u"Host=@value"_s} << QByteArray("cannot be used");
        QTest::newRow("two lines") << url + QStringList{u"--header"_s, u"X-Front=@f.py"_s} << QByteArray("line break");
        QTest::newRow("no url") << QStringList{u"--header"_s, u"X-Front=@value"_s}
                                << QByteArray("A header needs the URL");
        QTest::newRow("no certificate") << url + QStringList{u"--ca-file"_s, u"value"_s}
                                        << QByteArray("There is no certificate");
        QTest::newRow("order") << url + QStringList{u"--order"_s, u"random"_s} << QByteArray("update-then-create");
        QTest::newRow("key for another") << QStringList{u"--url"_s, u"https://chat.example.org"_s}
                                         << QByteArray("OPENWEBUI_URL=https://chat.example.org");
        QTest::newRow("key alone") << QStringList() << QByteArray("OPENWEBUI_URL=ADDRESS");
    }
    void refuses()
    {
        QFETCH(const QStringList, more);
        QFETCH(const QByteArray, words);
        QVERIFY(write(u".env"_s, "api_key=" + key + '\n'));
        ProgramRun run(QStringList{u"plan"_s, u"."_s} + more);
        run.setFolder(m_folder->path());
        QVERIFY(run.run());
        QVERIFY2(run.exitCode() == 2, run.errors().constData());
        QVERIFY2(run.errors().contains(words), run.errors().constData());
        QVERIFY(!run.errors().contains(value));
    }

    void takesALoneKeyForThisMachine()
    {
        QVERIFY(write(u".env"_s, "api_key=" + key + '\n'));
        ProgramRun run({u"status"_s, u"."_s, u"--url"_s, m_server->url()});
        run.setFolder(m_folder->path());
        QVERIFY(run.run());
        QVERIFY2(run.exitCode() == 0, run.errors().constData());
        QVERIFY(run.errors().contains(".env"));
    }

    void readsOtherEncodings_data()
    {
        QTest::addColumn<int>("encoding");
        QTest::addColumn<bool>("hasMark");
        QTest::newRow("UTF-8 with a mark") << int(QStringConverter::Utf8) << true;
        QTest::newRow("UTF-16 LE") << int(QStringConverter::Utf16LE) << true;
        QTest::newRow("UTF-16 BE") << int(QStringConverter::Utf16BE) << true;
        QTest::newRow("UTF-16 LE without a mark") << int(QStringConverter::Utf16LE) << false;
        QTest::newRow("UTF-16 BE without a mark") << int(QStringConverter::Utf16BE) << false;
    }
    void readsOtherEncodings()
    {
        QFETCH(const int, encoding);
        QFETCH(const bool, hasMark);
        const auto encoded = [=](const QByteArray &text) {
            return utf16(text, QStringConverter::Encoding(encoding), hasMark);
        };
        QVERIFY(write(u"odd.env"_s, encoded("url=" + m_server->url().toUtf8() + "\r\napi_key=" + key + "\r\n")));
        QVERIFY(write(u"odd.key"_s, encoded(key + "\r\n")));
        for (const QStringList &target :
             {QStringList{u"--env-file"_s, file(u"odd.env"_s)},
              QStringList{u"--url"_s, m_server->url(), u"--key-file"_s, file(u"odd.key"_s)}}) {
            ProgramRun run(QStringList{u"status"_s, file(u"f.py"_s)} + target);
            QVERIFY(run.run());
            QVERIFY2(run.exitCode() == 0, run.errors().constData());
        }
    }

    void sendsInTheOrderThatIsNamed()
    {
        QVERIFY(write(u"t.py"_s, "\"\"\"\ntitle: T\n\"\"\"\n\n\nclass Tools:\n    pass\n"));
        ProgramRun run({u"deploy"_s, m_folder->path(), u"--url"_s, m_server->url(), u"--key-file"_s, file(u"key"_s),
                        u"--order"_s, u"update-then-create"_s});
        QVERIFY(run.run());
        QVERIFY(m_server->has(u"f"_s));
        const auto &requests = m_server->server().requests();
        const auto first = std::ranges::find_if(requests, [](const FakeRequest &request) {
            return request.method == "POST" && request.path().contains("/functions/");
        });
        QVERIFY(first != requests.end());
        QCOMPARE(first->path(), QByteArray("/api/v1/functions/id/f/update"));
        QVERIFY2(run.errors().contains("A tool is looked up first"), run.errors().constData());
    }

    void saysThatASignInIsWanted_data()
    {
        QTest::addColumn<QString>("target");
        QTest::addColumn<bool>("isSignIn");
        QTest::newRow("login") << u"https://chat.example.org/login?next=1"_s << true;
        QTest::newRow("oauth2") << u"/oauth2/start"_s << true;
        QTest::newRow("accounts") << u"https://accounts.example.org/"_s << true;
        QTest::newRow("Cloudflare") << u"https://a.cloudflareaccess.com/cdn-cgi/access/login/b"_s << true;
        QTest::newRow("realm") << u"https://id.example.org/realms/a/protocol/openid-connect/auth"_s << true;
        QTest::newRow("https") << u"https://chat.example.org/api/version"_s << false;
        QTest::newRow("blog") << u"https://blogin.example.org/authors"_s << false;
    }
    void saysThatASignInIsWanted()
    {
        QFETCH(const QString, target);
        QFETCH(const bool, isSignIn);
        m_server->server().setAnswer(FakeAnswer::redirect(QUrl(target)));
        ProgramRun run({u"status"_s, file(u"f.py"_s), u"--url"_s, m_server->url(), u"--key-file"_s, file(u"key"_s)});
        QVERIFY(run.run());
        QCOMPARE(run.exitCode(), 3);
        QVERIFY2(run.errors().contains("wants a sign-in") == isSignIn, run.errors().constData());
        QVERIFY2(run.errors().contains("use that address") != isSignIn, run.errors().constData());
        QVERIFY2(run.errors().contains("--header") == isSignIn, run.errors().constData());
    }

    void tellsWhatAProxyWants_data()
    {
        QTest::addColumn<QString>("scheme");
        QTest::addColumn<QByteArray>("challenge"); // empty: there is no proxy
        for (const char *scheme : {"http", "https"}) {
            const QByteArray name(scheme);
            const QString text = QString::fromLatin1(name);
            QTest::newRow((name + " dead").constData()) << text << QByteArray();
            QTest::newRow((name + " Negotiate").constData()) << text << QByteArray("Negotiate");
            QTest::newRow((name + " NTLM").constData()) << text << QByteArray("NTLM");
            QTest::newRow((name + " Basic").constData()) << text << QByteArray("Basic realm=\"a\"");
        }
    }
    void tellsWhatAProxyWants()
    {
        QFETCH(const QString, scheme);
        QFETCH(const QByteArray, challenge);
        FakeServer proxy;
        FakeAnswer answer{.status = 407, .type = "text/plain"};
        answer.headers = {{"Proxy-Authenticate", challenge}};
        answer.keepAlive = false;
        proxy.setAnswer(answer);
        const QString url = proxy.url().toString();
        if (challenge.isEmpty()) {
            proxy.close();
        }
        ProgramRun run({u"status"_s, file(u"f.py"_s), u"--url"_s, scheme + u"://owui.example.org"_s, u"--key-file"_s,
                        file(u"key"_s)});
        run.setVariable(scheme + u"_proxy"_s, url);
        run.setVariable(u"no_proxy"_s, {}); // which Qt heeds where it asks libproxy, as in Debian 13
        QVERIFY(run.run());
        QCOMPARE(run.exitCode(), 3);
        const QByteArray words = challenge.isEmpty() ? QByteArray("does not answer") : challenge.split(' ').first();
        QVERIFY2(run.errors().contains("The proxy did not pass"), run.errors().constData());
        QVERIFY2(run.errors().contains("“The proxy 127.0.0.1:") && run.errors().contains(words),
                 run.errors().constData());
    }

    void trusts_data()
    {
        QTest::addColumn<QStringList>("more");
        QTest::addColumn<QString>("variable");
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("code");
        const QString ours = u"authority.pem"_s;
        QTest::newRow("option") << QStringList{u"--ca-file"_s, ours} << QString() << QString() << 0;
        QTest::newRow("SSL_CERT_FILE") << QStringList() << u"SSL_CERT_FILE"_s << ours << 0;
        QTest::newRow("REQUESTS_CA_BUNDLE") << QStringList() << u"REQUESTS_CA_BUNDLE"_s << ours << 0;
        QTest::newRow("folder") << QStringList() << u"REQUESTS_CA_BUNDLE"_s << u"."_s << 0;
        QTest::newRow("option beside a variable")
            << QStringList{u"--ca-file"_s, ours} << u"SSL_CERT_FILE"_s << u"other.pem"_s << 0;
        QTest::newRow("none") << QStringList() << QString() << QString() << 3;
        QTest::newRow("another") << QStringList() << u"SSL_CERT_FILE"_s << u"other.pem"_s << 3;
        QTest::newRow("nothing there") << QStringList() << u"SSL_CERT_FILE"_s << u"nowhere.pem"_s << 2;
    }
    void trusts()
    {
        QFETCH(const QStringList, more);
        QFETCH(const QString, variable);
        QFETCH(const QString, path);
        QFETCH(const int, code);
        if (QStandardPaths::findExecutable(u"openssl"_s).isEmpty()) {
            QSKIP("openssl is not installed");
        }
        const std::unique_ptr<FakeServer> server = secureServer();
        server->setAnswer(FakeAnswer::detail(404, u"Not Found"_s));
        ProgramRun run(
            QStringList{u"test-connection"_s, u"--url"_s, server->url().toString(), u"--key-file"_s, file(u"key"_s)} +
            more);
        run.setFolder(m_folder->path());
        if (!variable.isEmpty()) {
            run.setVariable(variable, path);
        }
        QVERIFY(run.run());
        const QByteArray told = run.output() + run.errors();
        QVERIFY2(run.exitCode() == code, told.constData());
        QVERIFY2(code != 3 || told.contains("--ca-file"), told.constData());
        QVERIFY2(code != 2 || told.contains("SSL_CERT_FILE"), told.constData());
    }

private:
    void openssl(const QString &arguments)
    {
        QProcess process;
        process.setWorkingDirectory(m_folder->path());
        process.start(u"openssl"_s, QProcess::splitCommand(arguments));
        QVERIFY(process.waitForFinished());
        QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
    }

    std::unique_ptr<FakeServer> secureServer()
    {
        const QString made = u"-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes "_s;
        openssl(u"req -x509 "_s + made + u"-days 2 -subj /CN=Authority -keyout authority.key -out authority.pem"_s);
        openssl(u"req -x509 "_s + made + u"-days 2 -subj /CN=Other -keyout other.key -out other.pem"_s);
        openssl(u"req "_s + made + u"-subj /CN=server -keyout server.key -out server.csr"_s);
        if (!write(u"names"_s, "subjectAltName=IP:127.0.0.1\n")) {
            qFatal("cannot write");
        }
        openssl(u"x509 -req -in server.csr -CA authority.pem -CAkey authority.key -CAcreateserial -days 2 "
                "-extfile names -out server.pem"_s);
        QSslConfiguration tls;
        tls.setLocalCertificate(QSslCertificate(contentOf(u"server.pem"_s)));
        tls.setPrivateKey(QSslKey(contentOf(u"server.key"_s), QSsl::Ec));
        return std::make_unique<FakeServer>(tls);
    }

    [[nodiscard]] QString file(const QString &name) const { return m_folder->filePath(name); }
    [[nodiscard]] QByteArray contentOf(const QString &name) const
    {
        QFile opened(file(name));
        return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
    }
    [[nodiscard]] bool write(const QString &name, const QByteArray &text) const
    {
        QFile opened(file(name));
        return opened.open(QIODevice::WriteOnly) && opened.write(text) == text.size();
    }

    const QString m_url = u"http://127.0.0.1:9"_s;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MemoryServer> m_server;
};

QTEST_GUILESS_MAIN(TestReachingServer)
#include "tst_reachingserver.moc"
