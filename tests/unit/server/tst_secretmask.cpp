// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "server/secretmask.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace owui;

class TestSecretMask : public QObject
{
    Q_OBJECT

private slots:
    void masks_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("secret"); // must be gone
        QTest::addColumn<QString>("kept");   // must stay
        const auto row = [](const char *name, const char16_t *text, const char16_t *secret, const char16_t *kept) {
            QTest::newRow(name) << QString::fromUtf16(text) << QString::fromUtf16(secret) << QString::fromUtf16(kept);
        };
        row("pip index", u"Command '['pip', '--index-url', 'https://user:pa55@pypi.example/simple', 'x']' failed",
            u"pa55", u"@pypi.example/simple', 'x']' failed");
        row("user of it", u"https://user:pa55@pypi.example/simple", u"user", u"pypi.example");
        row("token as user", u"https://pypi-AgEIc@pypi.example/simple", u"AgEIc", u"pypi.example");
        row("at-sign in the password", u"https://u:p@ss@host/x", u"ss@", u"host/x");
        row("slash in the password", u"https://u:p/a55@host/x", u"a55", u"host/x");
        row("other schemes", u"git+https://u:tok@host/r.git postgres://u:pw1234@db", u"pw1234", u"host/r.git");
        row("a port is no password", u"see http://host:8080/simple/pkg@1.0 there", u"•••", u"host:8080/simple/pkg@1.0");
        row("an e-mail is no URL", u"ask a@b.example", u"•••", u"a@b.example");
        row("query", u"GET https://h/x?api_key=abcd1234&y=1 failed", u"abcd1234", u"&y=1 failed");
        row("pydantic",
            u"1 validation error [type=missing, input_value={'api_key': 'SECRET', 'l': ['a', ']']}, input_type=dict]",
            u"SECRET", u", input_type=dict]");
        row("pydantic, twice", u"input_value='ONE', input_type=str] input_value='TWO', input_type=str]", u"TWO",
            u"input_type=str]");
        row("pydantic, cut", u"a: input_value={'k': ['x'], 's': 'SECRET", u"SECRET", u"a: input_value=");
        row("pydantic, over lines", u"input_value={'a':\n'SECRET'}, input_type=dict", u"SECRET", u"input_type");
        row("bearer", u"header Authorization: Bearer abc.def-ghi123 refused", u"abc.def", u"refused");
        row("bearer alone", u"sent bearer 0123456789abcdef to", u"0123456789", u" to");
        row("basic", u"{'Authorization': 'Basic dXNlcjpwYXNz'}", u"dXNlcjpwYXNz", u"Authorization");
        row("key", u"key sk-0123456789abcdef is bad", u"0123456789", u"is bad");
        row("JWT", u"token eyJhbGciOiJI.eyJpZCI6IjEi.c2ln_- ended", u"eyJpZCI6", u"ended");
        row("nothing to mask", u"invalid syntax (<string>, line 4)", u"•••", u"invalid syntax (<string>, line 4)");
        row("words that look alike", u"task-force, risk-based", u"•••", u"task-force, risk-based");
    }

    void masks()
    {
        QFETCH(QString, text);
        QFETCH(QString, secret);
        QFETCH(QString, kept);
        const QString masked = maskSecrets(text);
        QVERIFY2(!masked.contains(secret), qPrintable(masked));
        QVERIFY2(masked.contains(kept), qPrintable(masked));
        QCOMPARE(maskSecrets(masked), masked);
    }

    void masksOurOwn_data()
    {
        QTest::addColumn<QByteArray>("secret");
        QTest::addColumn<QString>("text");
        const QByteArray odd("p/ä \"x'\\y");
        QTest::newRow("plain") << QByteArray("topsecret") << u"got topsecret here"_s;
        QTest::newRow("percent") << odd << u"got p%2F%C3%A4%20%22x%27%5Cy here"_s;
        QTest::newRow("percent, lower case") << odd << u"got p%2f%c3%a4%20%22x%27%5cy here"_s;
        QTest::newRow("percent, slash kept") << odd << u"got p/%C3%A4%20%22x%27%5Cy here"_s;
        QTest::newRow("query") << odd << u"got p%2F%C3%A4+%22x%27%5Cy here"_s;
        QTest::newRow("JSON") << odd << u"got p/ä \\\"x'\\\\y here"_s;
        QTest::newRow("JSON, slash escaped") << odd << u"got p\\/ä \\\"x'\\\\y here"_s;
        QTest::newRow("JSON, ASCII") << odd << u"got p/\\u00e4 \\\"x'\\\\y here"_s;
        QTest::newRow("Python") << odd << u"got p/ä \"x\\'\\\\y here"_s;
        QTest::newRow("base64") << QByteArray("user:pass") << u"got dXNlcjpwYXNz here"_s;
    }

    void masksOurOwn()
    {
        QFETCH(QByteArray, secret);
        QFETCH(QString, text);
        QCOMPARE(maskSecrets(text, {secret}), u"got ••• here"_s);
    }

    void masksALongKey_data()
    {
        QTest::addColumn<QByteArray>("text");
        const QByteArray key("sk-0123456789abcdef0123456789abcdef");
        QTest::newRow("base64 of a header") << ("Bearer " + key).toBase64();
        QTest::newRow("base64 of a header, shifted") << (" Bearer " + key + " and more").toBase64();
        QTest::newRow("base64 of a pair") << ("x:" + key).toBase64(QByteArray::Base64UrlEncoding);
        QTest::newRow("hex") << key.toHex();
        QTest::newRow("hex, capitals") << key.toHex().toUpper();
        QTest::newRow("without its prefix") << key.sliced(3);
        QTest::newRow("split") << QByteArray(key).insert(10, ' ').insert(20, "\r\n\t");
        const auto each = [&key](const char *form, int base) {
            QByteArray escaped;
            for (const char letter : key) {
                escaped += QByteArray(form).replace("X", QByteArray::number(letter, base));
            }
            return escaped;
        };
        QTest::newRow("each letter by percent") << each("%X", 16);
        QTest::newRow("each letter for JSON") << each("\\u00X", 16);
        QTest::newRow("each letter for JSON, twice") << each("\\\\u00X", 16);
        QTest::newRow("each letter for Python") << each("\\x"
                                                        "X",
                                                        16);
        QTest::newRow("each letter for HTML") << each("&#X;", 10);
        QTest::newRow("each letter for HTML, hex") << each("&#xX;", 16);
        QTest::newRow("some letters for JSON") << QByteArray(key).replace("0", "\\u0030");
        QTest::newRow("blank after each letter") << key.split('k').join("k ").replace("0", "0 ");
    }

    void masksALongKey()
    {
        QFETCH(QByteArray, text);
        const QByteArray key("sk-0123456789abcdef0123456789abcdef");
        const QString masked = maskSecrets(u"got "_s + QString::fromLatin1(text) + u" here"_s, {key});
        QVERIFY2(masked.contains(u"•••"), qPrintable(masked));
        // No more than the ends of an encoding are left, in which others have a part.
        for (qsizetype i = 0; i + 12 <= text.size() - 24; ++i) {
            const QString piece = QString::fromLatin1(text.sliced(12 + i, 12));
            QVERIFY2(!masked.contains(piece), qPrintable(masked));
        }
        QVERIFY2(masked.startsWith(u"got ") && masked.endsWith(u" here"), qPrintable(masked));
    }

    /// The text is the server's, and it is masked where the window is drawn.
    void takesLittleTimeForALongText()
    {
        const QString text = u"a://b:"_s.repeated(20'000) + u" https://user:word@host"_s;
        QElapsedTimer clock;
        clock.start();
        const QString masked = maskSecrets(text);
        QVERIFY2(clock.elapsed() < 1500, qPrintable(QString::number(clock.elapsed())));
        QVERIFY(!masked.contains(u"word"_s));
    }

    void theLongestFirst() { QCOMPARE(maskSecrets(u"abcdefgh abcd"_s, {"abcd", "abcdefgh"}), u"••• •••"_s); }

    void leavesShortAndEmptyOnesAlone() { QCOMPARE(maskSecrets(u"a plain text"_s, {"", " ", "a"}), u"a plain text"_s); }
};

QTEST_GUILESS_MAIN(TestSecretMask)
#include "tst_secretmask.moc"
