// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "live/groups.h"

#include "server/connectiontest.h"
#include "support/fakeserver.h"
#include "support/programrun.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace owui::test {

/// What stands before the server answers some questions itself, or for a while; owui-deploy tells it in a process of
/// its own.
class FrontScenarios final : public ScenarioTest
{
    Q_OBJECT

public:
    using ScenarioTest::ScenarioTest;

private slots:
    void s35_notAsked_data();
    void s35_notAsked();
    void s35_pageOfTheServer();
    void s36_busyForAMoment();
    void s36_busyForLong_data();
    void s36_busyForLong();

private:
    void put(const QString &id, const PluginCode &code);
    /// The front lets everything through but what `takes` has an answer for.
    void stand(FakeServer &front, const std::function<std::optional<FakeAnswer>(const FakeRequest &)> &takes);
    /// Everything that it says; another exit code is a failure.
    QByteArray run(const QStringList &arguments, const QString &url, int exitCode);

    QTemporaryDir m_folder;
};

void FrontScenarios::put(const QString &id, const PluginCode &code)
{
    PluginCode pinned = code;
    pinned.header += "id: " + id.toUtf8() + '\n';
    QFile file(m_folder.filePath(id + u".py"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(pinned.text()) > 0);
}

void FrontScenarios::stand(FakeServer &front,
                           const std::function<std::optional<FakeAnswer>(const FakeRequest &)> &takes)
{
    front.setHandler([this, takes](const FakeRequest &request) {
        if (const std::optional<FakeAnswer> taken = takes(request)) {
            return *taken;
        }
        const QByteArray secret = request.header("Authorization"_ba).mid(7); // "Bearer "
        RawClient client(server().connection().url, secret);
        const RawAnswer answer = client.send({.method = request.method,
                                              .path = QString::fromUtf8(request.target),
                                              .body = request.body,
                                              .type = request.header("Content-Type"_ba)});
        return FakeAnswer{.status = answer.status, .type = answer.type, .body = answer.body};
    });
}

QByteArray FrontScenarios::run(const QStringList &arguments, const QString &url, int exitCode)
{
    ProgramRun program(arguments + QStringList{u"--url"_s, url, u"--key-stdin"_s});
    const bool ended = program.run(server().credential().secret);
    QByteArray told = program.output() + program.errors();
    if (!ended || program.exitCode() != exitCode) {
        const QString found =
            u"%1: exit code %2, expected %3\n"_s.arg(arguments.first()).arg(program.exitCode()).arg(exitCode);
        QTest::qFail((found.toUtf8() + told).constData(), __FILE__, __LINE__);
    }
    return told;
}

void FrontScenarios::s35_notAsked_data()
{
    QTest::addColumn<FakeAnswer>("answer");
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("page") << FakeAnswer::html() << QByteArray("A web page came back");
    QTest::newRow("page with 401") << FakeAnswer::html(401) << QByteArray("A web page came back");
    QTest::newRow("404") << FakeAnswer::html(404) << QByteArray("does not offer this request");
}

void FrontScenarios::s35_notAsked()
{
    QFETCH(const FakeAnswer, answer);
    QFETCH(const QByteArray, words);
    put(u"front_f"_s, {});
    put(u"front_t"_s, {.kind = PluginKind::Tool});
    FakeServer front;
    stand(front, [answer](const FakeRequest &request) {
        const bool isMeant = request.method == "GET" && request.path().contains("/functions/");
        return isMeant ? std::optional(answer) : std::nullopt;
    });
    const QString url = front.url().toString();
    for (const QString &command : {u"status"_s, u"plan"_s, u"diff"_s}) {
        const QByteArray told = run({command, m_folder.path()}, url, 3);
        QVERIFY2(told.contains(words), told.constData());
        run({command, m_folder.filePath(u"front_t.py"_s)}, url, 0);
    }
    const QByteArray told = run({u"deploy"_s, m_folder.path()}, url, 3);
    QVERIFY2(told.contains(words), told.constData());
    QVERIFY(isMissing(PluginSpace::Function, u"front_f"_s));
    QVERIFY(!isMissing(PluginSpace::Tool, u"front_t"_s));
}

void FrontScenarios::s35_pageOfTheServer()
{
    put(u"front_f"_s, {});
    const QString url = server().connection().url.toString(QUrl::StripTrailingSlash);
    const QString file = m_folder.filePath(u"front_f.py"_s);
    for (const QString &page : {u"/admin/functions"_s, u"/workspace/tools"_s, u"/c/1f0c6a2e"_s}) {
        const QByteArray told = run({u"status"_s, file}, url + page, 0);
        QVERIFY2(told.contains("is the address of a page"), told.constData());
    }
    run({u"status"_s, file}, url + u"/api/v1"_s, 0);

    Connection pasted = server().connection();
    pasted.url.setPath(u"/admin/functions"_s);
    ConnectionTest test(pasted, server().credential());
    QSignalSpy finished(&test, &ConnectionTest::finished);
    test.start();
    QVERIFY(finished.wait());
    QVERIFY(test.passed());
    QCOMPARE(test.address(), QUrl(url));
}

void FrontScenarios::s36_busyForAMoment()
{
    for (int i = 0; i < 6; ++i) {
        put(u"busy_%1"_s.arg(i), {});
    }
    FakeAnswer busy = FakeAnswer::detail(429, u"slow down"_s);
    busy.headers = {{"Retry-After", "1"}};
    FakeServer front;
    int looks = 0;
    stand(front, [&looks, busy](const FakeRequest &request) {
        const bool isLook = request.method == "GET" && request.path().contains("/id/busy_");
        return isLook && ++looks == 2 ? std::optional(busy) : std::nullopt;
    });
    const QByteArray told = run({u"deploy"_s, m_folder.path(), u"--id"_s, u"busy_*"_s}, front.url().toString(), 0);
    QVERIFY2(told.contains("asked again in 1 s"), told.constData());
    for (int i = 0; i < 6; ++i) {
        QVERIFY(!isMissing(PluginSpace::Function, u"busy_%1"_s.arg(i)));
    }
}

void FrontScenarios::s36_busyForLong_data()
{
    QTest::addColumn<int>("status");
    QTest::newRow("429") << 429;
    QTest::newRow("503") << 503;
}

void FrontScenarios::s36_busyForLong()
{
    QFETCH(const int, status);
    QVERIFY(deploy(u"front_f"_s, {}).isSuccess());
    put(u"front_f"_s, {.version = u"1.1"_s});
    FakeServer front;
    stand(front, [status](const FakeRequest &request) {
        const bool isMeant = request.path().endsWith("/export") || request.path().contains("/id/");
        return isMeant ? std::optional(FakeAnswer::detail(status, u"busy"_s)) : std::nullopt;
    });
    for (const QString &command : {u"plan"_s, u"deploy"_s}) {
        const QByteArray told = run({command, m_folder.filePath(u"front_f.py"_s)}, front.url().toString(), 3);
        QVERIFY2(told.contains("The server is busy"), told.constData());
        QVERIFY2(!told.contains("--allow") && !told.contains("does not show"), told.constData());
    }
    QCOMPARE(version(stored(PluginSpace::Function, u"front_f"_s)), u"1.0"_s);
}

std::unique_ptr<ScenarioTest> makeFrontScenarios(LiveServer &server)
{
    return std::make_unique<FrontScenarios>(server);
}

} // namespace owui::test

#include "frontscenarios.moc"
