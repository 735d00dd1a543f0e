// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "live/groups.h"

#include "server/connectiontest.h"
#include "support/fakeserver.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace owui::test {

/// A reverse proxy between us and the server, with the habits of real ones.
class ProxyScenarios final : public ScenarioTest
{
    Q_OBJECT

public:
    using ScenarioTest::ScenarioTest;

private slots:
    void s24_basePath();
    void s24_redirects_data();
    void s24_redirects();
    void s24_loginPage();
    void s24_badGateway_data();
    void s24_badGateway();
    void s24_bodyTooLarge();
    void s24_waysToAnswer_data();
    void s24_waysToAnswer();

private:
    /// What the server answers to this request.
    FakeAnswer pass(const FakeRequest &request, const QByteArray &prefix = {});
    /// Everything goes through the proxy from now on.
    void useProxy(const FakeServer &proxy, const QString &path = {});
    ConnectionTestStep firstFailure();
};

FakeAnswer ProxyScenarios::pass(const FakeRequest &request, const QByteArray &prefix)
{
    const QByteArray secret = request.header("Authorization"_ba).mid(7); // "Bearer "
    RawClient client(server().connection().url, secret);
    const RawAnswer answer = client.send({.method = request.method,
                                          .path = QString::fromUtf8(request.target.mid(prefix.size())),
                                          .body = request.body,
                                          .type = request.header("Content-Type"_ba)});
    return {.status = answer.status, .type = answer.type, .body = answer.body};
}

void ProxyScenarios::useProxy(const FakeServer &proxy, const QString &path)
{
    fixture().connection.url = QUrl(proxy.url().toString(QUrl::StripTrailingSlash) + path);
    fixture().credential.origin = originOf(fixture().connection.url);
    // The proxy passes one request on after the other.
    fixture().connection.pluginsAtATime = 1;
}

ConnectionTestStep ProxyScenarios::firstFailure()
{
    QNetworkAccessManager network;
    OpenWebUi client(network, fixture().connection, fixture().credential);
    ConnectionTest test(client);
    QSignalSpy finished(&test, &ConnectionTest::finished);
    test.start();
    (void)finished.wait(60'000);
    for (const ConnectionTestStep &step : test.steps()) {
        if (step.state == ConnectionTestStep::State::Failed) {
            return step;
        }
    }
    return {};
}

void ProxyScenarios::s24_basePath()
{
    FakeServer proxy;
    proxy.setHandler([this](const FakeRequest &request) {
        return request.target.startsWith("/webui/") ? pass(request, "/webui"_ba) : FakeAnswer::html(404);
    });
    useProxy(proxy, u"/webui"_s);
    QVERIFY(firstFailure().text.isEmpty());
    const DeployResult created = deploy(u"proxied"_s, {});
    QVERIFY2(created.outcome == DeployOutcome::Created, qUtf8Printable(created.message));
    QVERIFY(stored(PluginSpace::Function, u"proxied"_s).ok());
    const DeployResult updated = deploy(u"proxied"_s, {.version = u"1.1"_s});
    QVERIFY2(updated.outcome == DeployOutcome::Updated, qUtf8Printable(updated.message));
}

void ProxyScenarios::s24_redirects_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<int>("status");
    QTest::newRow("to https") << u"https://proxy.example%1"_s << 301;
    QTest::newRow("to https, method kept") << u"https://proxy.example%1"_s << 308;
    QTest::newRow("to a login page") << u"https://login.example/?rd=%1"_s << 302;
}

void ProxyScenarios::s24_redirects()
{
    QFETCH(const QString, target);
    QFETCH(const int, status);
    FakeServer proxy;
    proxy.setHandler([&](const FakeRequest &request) {
        return FakeAnswer::redirect(QUrl(target.arg(QString::fromUtf8(request.path()))), status);
    });
    useProxy(proxy);
    const ConnectionTestStep told = firstFailure();
    QVERIFY2(told.text.contains(QUrl(target).host()), qUtf8Printable(told.text));
    const DeployResult result = deploy(u"proxied"_s, {});
    QCOMPARE(result.outcome, DeployOutcome::Failed);
    QCOMPARE(result.error.name(), ServerError{.kind = ServerErrorKind::Redirected}.name());
    QVERIFY(!result.remedy.isEmpty());
    QCOMPARE(fixture().posts, 0);
    QVERIFY(isMissing(PluginSpace::Function, u"proxied"_s));
}

void ProxyScenarios::s24_loginPage()
{
    FakeServer proxy;
    proxy.setAnswer(FakeAnswer::html(200));
    useProxy(proxy);
    QVERIFY(!firstFailure().text.isEmpty());
    const DeployResult result = deploy(u"proxied"_s, {});
    QCOMPARE(result.outcome, DeployOutcome::Failed);
    QCOMPARE(result.error.name(), ServerError{.kind = ServerErrorKind::NotJson}.name());
    QCOMPARE(fixture().posts, 0);
}

void ProxyScenarios::s24_badGateway_data()
{
    QTest::addColumn<bool>("arrives");
    QTest::newRow("the request got through") << true;
    QTest::newRow("the request was lost") << false;
}

void ProxyScenarios::s24_badGateway()
{
    QFETCH(const bool, arrives);
    FakeServer proxy;
    proxy.setHandler([this, arrives](const FakeRequest &request) {
        if (request.method == "POST") {
            if (arrives) {
                (void)pass(request);
            }
            return FakeAnswer::html(502);
        }
        return pass(request);
    });
    useProxy(proxy);
    const Plugin plugin = write(u"proxied"_s, {});
    Run &run = fixture().run();
    run.setFindOutLimits({.total = std::chrono::seconds(2), .firstPause = std::chrono::milliseconds(100)});
    QSignalSpy finished(&run, &Run::runFinished);
    run.deploy({fixture().request(plugin)});
    QVERIFY(finished.wait(60'000));
    const DeployResult result = run.results().constFirst();
    const DeployOutcome expected = arrives ? DeployOutcome::Created : DeployOutcome::Unknown;
    QVERIFY2(result.outcome == expected, qUtf8Printable(result.message));
    QCOMPARE(fixture().posts, 1);
    QCOMPARE(stored(PluginSpace::Function, u"proxied"_s).ok(), arrives);
}

void ProxyScenarios::s24_bodyTooLarge()
{
    FakeServer proxy;
    proxy.setHandler([this](const FakeRequest &request) {
        return request.body.size() > 100'000 ? FakeAnswer::html(413) : pass(request);
    });
    useProxy(proxy);
    const DeployResult result = deploy(u"proxied"_s, {.topLevel = QByteArray("# 0123456789\n").repeated(10'000)});
    QCOMPARE(result.outcome, DeployOutcome::Failed);
    QCOMPARE(result.error.name(), ServerError{.kind = ServerErrorKind::TooLarge}.name());
    QVERIFY(isMissing(PluginSpace::Function, u"proxied"_s));
    QVERIFY(deploy(u"proxied"_s, {}).isSuccess());
}

void ProxyScenarios::s24_waysToAnswer_data()
{
    QTest::addColumn<bool>("gzip");
    QTest::addColumn<int>("trickle");
    QTest::newRow("gzip") << true << 0;
    QTest::newRow("slow body") << false << 100;
}

void ProxyScenarios::s24_waysToAnswer()
{
    QFETCH(const bool, gzip);
    QFETCH(const int, trickle);
    FakeServer proxy;
    proxy.setHandler([&](const FakeRequest &request) {
        FakeAnswer answer = pass(request);
        answer.gzip = gzip;
        answer.trickle = trickle;
        return answer;
    });
    useProxy(proxy);
    QVERIFY(firstFailure().text.isEmpty());
    const PluginCode code{.topLevel = QByteArray("# 0123456789\n").repeated(500)};
    const DeployResult created = deploy(u"proxied"_s, code);
    QVERIFY2(created.outcome == DeployOutcome::Created, qUtf8Printable(created.message));
    QCOMPARE(stored(PluginSpace::Function, u"proxied"_s)[u"content"_s].toString(), QString::fromUtf8(code.text()));
}

std::unique_ptr<ScenarioTest> makeProxyScenarios(LiveServer &server)
{
    return std::make_unique<ProxyScenarios>(server);
}

} // namespace owui::test

#include "proxyscenarios.moc"
