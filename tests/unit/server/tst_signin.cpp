// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "server/signin.h"
#include "support/fakeserver.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace owui;
using namespace owui::test;

class TestSignIn : public QObject
{
    Q_OBJECT

private slots:
    void ends_data()
    {
        QTest::addColumn<FakeAnswer>("answer");
        QTest::addColumn<QString>("error");
        const auto next = [](const QString &step) {
            return FakeAnswer::json(QJsonObject{{u"next_step"_s, step}, {u"challenge_token"_s, u"u.x"_s}});
        };
        QTest::newRow("session") << FakeAnswer::json(QJsonObject{{u"token"_s, u"eyJ.a.b"_s},
                                                                 {u"expires_at"_s, 1'900'000'000},
                                                                 {u"role"_s, u"admin"_s}})
                                 << u"none"_s;
        QTest::newRow("waits for approval")
            << FakeAnswer::json(QJsonObject{{u"token"_s, u"eyJ.a.b"_s}, {u"role"_s, u"pending"_s}}) << u"not-admin"_s;
        QTest::newRow("waits for approval, 0.12") << next(u"pending"_s) << u"not-admin"_s;
        QTest::newRow("second factor") << next(u"verify"_s) << u"second-factor"_s;
        QTest::newRow("second factor to be set up") << next(u"enroll"_s) << u"second-factor"_s;
        QTest::newRow("second factor lost") << next(u"recover"_s) << u"second-factor"_s;
        QTest::newRow("wrong") << FakeAnswer::detail(400, u"The email or password provided is incorrect. Please…"_s)
                               << u"wrong-password"_s;
        QTest::newRow("not allowed") << FakeAnswer::detail(
                                            403, u"The requested action has been restricted as a security measure."_s)
                                     << u"password-sign-in-disabled"_s;
        QTest::newRow("too often") << FakeAnswer::detail(429, u"API rate limit exceeded"_s) << u"rate-limited"_s;
        QTest::newRow("no token") << FakeAnswer::json(QJsonObject()) << u"unexpected-answer"_s;
        QTest::newRow("page") << FakeAnswer::html() << u"not-json"_s;
        QTest::newRow("repeats the password") << FakeAnswer::detail(400, u"cannot use hunter2-pass"_s) << u"other"_s;
    }

    void ends()
    {
        QFETCH(FakeAnswer, answer);
        QFETCH(QString, error);
        FakeServer server;
        server.setAnswer(answer);
        Connection connection;
        connection.url = server.url();
        const Credential before{.secret = "sk-old-key",
                                .origin = originOf(connection.url),
                                .expires = {},
                                .extraHeaders = {{"CF-Access-Client-Secret", "extra"}}};
        SignIn signIn(connection, before);
        QSignalSpy finished(&signIn, &SignIn::finished);
        signIn.start(u"a@b.example"_s, u"hunter2-pass"_s);
        QVERIFY(finished.wait());
        const auto result = finished.first().first().value<Answer<Credential>>();
        QCOMPARE(result.error.name(), error);
        QVERIFY(!result.error.detail.contains(u"hunter2-pass"));
        QCOMPARE(bool(result), error == u"none");

        const FakeRequest &request = server.requests().first();
        QCOMPARE(request.method + ' ' + request.target, QByteArray("POST /api/v1/auths/signin"));
        QVERIFY(request.header("Authorization").isEmpty());
        QCOMPARE(request.header("CF-Access-Client-Secret"), QByteArray("extra"));
        const QJsonObject sent = QJsonDocument::fromJson(request.body).object();
        QCOMPARE(sent, (QJsonObject{{u"email"_s, u"a@b.example"_s}, {u"password"_s, u"hunter2-pass"_s}}));
        if (result) {
            QCOMPARE(result.value->secret, QByteArray("eyJ.a.b"));
            QCOMPARE(result.value->origin, originOf(server.url()));
            QCOMPARE(result.value->expires.toSecsSinceEpoch(), 1'900'000'000);
            QCOMPARE(result.value->extraHeaders, before.extraHeaders);
        }
    }

    void aSessionMayNeverExpire()
    {
        FakeServer server;
        server.setAnswer(FakeAnswer::json(QJsonObject{{u"token"_s, u"t"_s}, {u"expires_at"_s, QJsonValue::Null}}));
        Connection connection;
        connection.url = server.url();
        SignIn signIn(connection);
        QSignalSpy finished(&signIn, &SignIn::finished);
        signIn.start(u"a@b.example"_s, u"password"_s);
        QVERIFY(finished.wait());
        const auto result = finished.first().first().value<Answer<Credential>>();
        QVERIFY(result);
        QVERIFY(!result.value->expires.isValid());
    }

    void cancels()
    {
        FakeServer server;
        server.setAnswer(FakeAnswer::fault(FakeAnswer::Way::Silent));
        Connection connection;
        connection.url = server.url();
        SignIn signIn(connection);
        QSignalSpy finished(&signIn, &SignIn::finished);
        signIn.start(u"a@b.example"_s, u"password"_s);
        QTRY_COMPARE(server.requests().size(), 1);
        signIn.cancel();
        QVERIFY(finished.wait());
        QCOMPARE(finished.first().first().value<Answer<Credential>>().error.name(), u"cancelled"_s);
    }
};

QTEST_GUILESS_MAIN(TestSignIn)
#include "tst_signin.moc"
