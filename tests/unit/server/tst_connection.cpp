// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "server/connection.h"
#include "server/credential.h"

#include <QTemporaryFile>
#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;
using namespace owui;

namespace {

Connection good()
{
    Connection connection;
    connection.id = u"1"_s;
    connection.name = u"one"_s;
    connection.url = QUrl(u"https://one.example"_s);
    return connection;
}

} // namespace

class TestConnection : public QObject
{
    Q_OBJECT

private slots:
    void normalizes_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("expected"); // empty: refused
        const auto row = [](const char *typed, const char *expected) {
            QTest::newRow(typed) << QString::fromUtf8(typed) << QString::fromUtf8(expected);
        };
        row("https://chat.example", "https://chat.example");
        row("https://chat.example/", "https://chat.example");
        row("  https://chat.example//  ", "https://chat.example");
        row("HTTPS://Chat.Example:443/", "https://chat.example");
        row("http://chat.example:80", "http://chat.example");
        row("http://chat.example:3000/owui/", "http://chat.example:3000/owui");
        row("chat.example", "https://chat.example");
        row("//chat.example", "https://chat.example");
        row("chat.example:8443/base", "https://chat.example:8443/base");
        row("localhost:3000", "http://localhost:3000");
        row("localhost", "http://localhost");
        row("127.0.0.1:8080/", "http://127.0.0.1:8080");
        row("[::1]:8080", "http://[::1]:8080");
        row("http://[fe80::1%25eth0]:3000/x", "http://[fe80::1%25eth0]:3000/x");
        row("http://[fe80::1%eth0]:3000", "http://[fe80::1%25eth0]:3000");
        row("[FE80::1%25eth0]", "https://[fe80::1%25eth0]");
        row("https://bücher.example", "https://xn--bcher-kva.example");
        row("192.168.1.5:3000", "https://192.168.1.5:3000");
        row("http://192.168.1.5:3000", "http://192.168.1.5:3000");
        row("https://localhost:8443", "https://localhost:8443");
        row("https://h/api/v1/functions/id/x/update", "https://h");
        row("https://h/api", "https://h");
        row("https://h/base/api/v1/", "https://h/base");
        row("https://h/API/version?x=1#y", "https://h");
        row("https://h/apis", "https://h/apis");
        row("https://user:secret@h/x?y#z", "https://h/x");
        row("https://bücher.example/ä", "https://xn--bcher-kva.example/%C3%A4");
        row("", "");
        row("   ", "");
        row("https://", "");
        row("https:///path", "");
        row("http://:8080", "");
        row("chat example", "");
        row("https://chat .example", "");
        row("https://chat.example/a b", "");
        row("https://chat.example\n/x", "");
        row("ftp://chat.example", "");
        row("file:///etc/passwd", "");
        row("javascript://x", "");
        row("https://h:99999", "");
        row("https://h:x", "");
        row("https://[::1", "");
    }

    void normalizes()
    {
        QFETCH(QString, typed);
        QFETCH(QString, expected);
        const Result<QUrl> url = normalizedServerUrl(typed);
        QCOMPARE(url.isOk(), !expected.isEmpty());
        if (url) {
            QCOMPARE(url.value().toString(QUrl::FullyEncoded), expected);
            const Result<QUrl> again = normalizedServerUrl(url.value().toString(QUrl::FullyEncoded));
            QCOMPARE(again.value(), url.value());
        } else {
            QVERIFY(url.error().text.endsWith(u'.') && url.error().remedy.endsWith(u'.'));
        }
    }

    void tellsOrigins_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("origin");
        QTest::newRow("https") << u"https://H.example/x"_s << u"https://h.example:443"_s;
        QTest::newRow("http") << u"http://h.example"_s << u"http://h.example:80"_s;
        QTest::newRow("port") << u"http://h.example:3000"_s << u"http://h.example:3000"_s;
        QTest::newRow("IPv6") << u"http://[::1]:3000/x"_s << u"http://[::1]:3000"_s;
    }

    void tellsOrigins()
    {
        QFETCH(QString, url);
        QTEST(originOf(QUrl(url)), "origin");
    }

    void knowsThisMachine_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("here");
        QTest::newRow("name") << u"http://LocalHost:3000"_s << true;
        QTest::newRow("IPv4") << u"http://127.0.0.1"_s << true;
        QTest::newRow("another of the 127s") << u"http://127.8.9.1"_s << true;
        QTest::newRow("IPv6") << u"http://[::1]"_s << true;
        QTest::newRow("local network") << u"http://192.168.1.5"_s << false;
        QTest::newRow("looks alike") << u"http://127.0.0.1.example"_s << false;
        QTest::newRow("sub-domain") << u"http://localhost.example"_s << false;
        QTest::newRow("no host") << u""_s << false;
    }

    void knowsThisMachine()
    {
        QFETCH(QString, url);
        QTEST(isThisMachine(QUrl(url)), "here");
    }

    void knowsWhatCanBeReadOnTheWay()
    {
        QVERIFY(isReadableOnTheWay(QUrl(u"http://192.168.1.5"_s)));
        QVERIFY(!isReadableOnTheWay(QUrl(u"https://192.168.1.5"_s)));
        QVERIFY(!isReadableOnTheWay(QUrl(u"http://localhost:3000"_s)));
        QVERIFY(!isReadableOnTheWay(QUrl()));
    }

    void saysWhichFieldIsWrong()
    {
        Connection connection = good();
        connection.name.clear();
        connection.signIn = SignInMethod::EmailAndPassword;
        connection.pluginsAtATime = 7;
        connection.keyHeader = u"Host"_s;
        const QList<FieldProblem> problems = validate(connection);
        QList<ConnectionField> fields;
        std::ranges::transform(problems, std::back_inserter(fields), &FieldProblem::field);
        QCOMPARE(fields, (QList{ConnectionField::Name, ConnectionField::Email, ConnectionField::TimeLimits,
                                ConnectionField::KeyHeader}));
    }

    void validates_data()
    {
        using Change = std::function<void(Connection &)>;
        QTest::addColumn<Change>("change");
        QTest::addColumn<int>("problems");
        const auto row = [](const char *name, int problems, const Change &change) {
            QTest::newRow(name) << change << problems;
        };
        row("good", 0, [](Connection &) {});
        row("no name", 1, [](Connection &c) { c.name = u" "_s; });
        row("no URL", 1, [](Connection &c) { c.url.clear(); });
        row("ftp", 1, [](Connection &c) { c.url = QUrl(u"ftp://x"_s); });
        row("neither", 2, [](Connection &c) {
            c.name.clear();
            c.url.clear();
        });
        row("no e-mail", 1, [](Connection &c) { c.signIn = SignInMethod::EmailAndPassword; });
        row("e-mail", 0, [](Connection &c) {
            c.signIn = SignInMethod::EmailAndPassword;
            c.email = u"a@b.example"_s;
        });
        row("key header", 0, [](Connection &c) { c.keyHeader = u"x-api-key"_s; });
        row("key header with a blank", 1, [](Connection &c) { c.keyHeader = u"x api"_s; });
        row("key header with a line break", 1, [](Connection &c) { c.keyHeader = u"x\r\nHost"_s; });
        row("key header Host", 1, [](Connection &c) { c.keyHeader = u"Host"_s; });
        row("extra headers", 0, [](Connection &c) { c.extraHeaders = QStringList{u"CF-Access-Client-Id"_s}; });
        row("bad extra headers", 2, [](Connection &c) { c.extraHeaders = QStringList{u""_s, u"a:b"_s, u"ok"_s}; });
        row("no time", 1, [](Connection &c) { c.lookUpTimeout = std::chrono::seconds(0); });
        row("as many as suit the server", 0, [](Connection &c) { c.pluginsAtATime = 0; });
        row("fewer than none at a time", 1, [](Connection &c) { c.pluginsAtATime = -1; });
        row("seven at a time", 1, [](Connection &c) { c.pluginsAtATime = 7; });
        row("no such certificate", 1, [](Connection &c) { c.certificateAuthorityFile = u"/nonexistent.pem"_s; });
        row("proxy without host", 1, [](Connection &c) {
            c.proxy = ProxyMode::Custom;
            c.proxyPort = 3128;
        });
        row("proxy", 0, [](Connection &c) {
            c.proxy = ProxyMode::Custom;
            c.proxyHost = u"proxy"_s;
            c.proxyPort = 3128;
        });
    }

    void validates()
    {
        QFETCH(std::function<void(Connection &)>, change);
        QFETCH(int, problems);
        Connection connection = good();
        change(connection);
        QCOMPARE(validate(connection).size(), problems);
    }

    void acceptsACertificateFile()
    {
        Connection connection = good();
        connection.certificateAuthorityFile = QStringLiteral(OWUI_SOURCE_DIR "/tests/support/authority.pem");
        QVERIFY(validate(connection).isEmpty());
    }

    void refusesAFileWithoutACertificate()
    {
        QTemporaryFile file;
        QVERIFY(file.open());
        QVERIFY(file.write("-----BEGIN CERTIFICATE-----\nnot base64\n") > 0);
        QVERIFY(file.flush());
        Connection connection = good();
        connection.certificateAuthorityFile = file.fileName();
        QCOMPARE(validate(connection).size(), 1);
    }

    void normalizesKeys_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QByteArray>("key"); // empty: refused
        QTest::newRow("plain") << u"sk-0123"_s << QByteArray("sk-0123");
        QTest::newRow("blanks and line breaks around") << u" \t sk-0123\r\n"_s << QByteArray("sk-0123");
        QTest::newRow("empty") << u""_s << QByteArray();
        QTest::newRow("blank") << u" \n "_s << QByteArray();
        QTest::newRow("blank inside") << u"sk-01 23"_s << QByteArray();
        QTest::newRow("line break inside") << u"sk-01\n23"_s << QByteArray();
        QTest::newRow("header smuggled in") << u"sk-01\r\nX: y"_s << QByteArray();
        QTest::newRow("NUL") << u"sk-01"_s + QChar(0) + u"23"_s << QByteArray();
        QTest::newRow("not ASCII") << u"sk-ä"_s << QByteArray();
        QTest::newRow("no-break space") << u"sk-01\u00a023"_s << QByteArray();
        QTest::newRow("zero-width space") << u"sk-01\u200b"_s << QByteArray();
    }

    void normalizesKeys()
    {
        QFETCH(QString, typed);
        QFETCH(QByteArray, key);
        const Result<QByteArray> result = normalizedKey(typed);
        QCOMPARE(result.isOk(), !key.isEmpty());
        if (result) {
            QCOMPARE(result.value(), key);
        } else {
            QVERIFY(!result.error().text.contains(u"01") && !result.error().text.isEmpty());
        }
    }
};

QTEST_GUILESS_MAIN(TestConnection)
#include "tst_connection.moc"
