// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "deploy/run/run.h"
#include "plugins/localcheck.h"
#include "plugins/pluginfile.h"
#include "support/fakeserver.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;
using namespace owui;
using namespace owui::test;

/// What a deployment does when the way to the server, or the server itself, is not as it should be.
class DeployFaultsTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void nothingIsSentUnlessTheLookUpIsClear_data();
    void nothingIsSentUnlessTheLookUpIsClear();
    void minimalServer_data();
    void minimalServer();
    void minimalServerThatHasTheId();
    void minimalServerThatNeverTells();
    void hiddenReleaseIsSearchedForCopies();
    void cancelDoesNotHideASwitchedOffFunction();
    void cancelEndsTheQuestionForAReason();
    void answeredQuestionForAReason_data();
    void answeredQuestionForAReason();
    void postIsSentOnce_data();
    void postIsSentOnce();
    void staysUnknown();
    void deletedBetweenLookUpAndUpdate();
    void createdBetweenLookUpAndCreate();
    void answerForAnotherId();
    void refusedConnection();
    void hiddenTextHasNoWayBack();
    void nobodyTellsWhichSettingsAreStored();
    void settingsCannotBeCheckedAfterwards();

private:
    DeployResult deploy(const Consents &consents = {});
    [[nodiscard]] QJsonObject stored(const QString &content, bool active = true) const;

    std::unique_ptr<FakeServer> m_server;
    std::unique_ptr<QTemporaryDir> m_folder;
    QNetworkAccessManager m_network;
    LocalCheck m_localCheck;
    Connection m_connection;
    QByteArray m_text;
    QList<LogEntry> m_log;
    std::function<void(Run &, const FakeRequest &)> m_onRequest; ///< while a run goes on
};

namespace {

const QString notFound = u"We could not find what you're looking for :/"_s;
const QByteArray lookUpPath = "/api/v1/functions/id/f";
const QByteArray updatePath = "/api/v1/functions/id/f/update";
const QByteArray createPath = "/api/v1/functions/create";

} // namespace

void DeployFaultsTest::init()
{
    m_server = std::make_unique<FakeServer>();
    m_folder = std::make_unique<QTemporaryDir>();
    m_connection = {.id = u"c"_s, .name = u"fake"_s, .url = m_server->url()};
    m_text = "\"\"\"\ntitle: F\nversion: 2.0\n\"\"\"\nclass Filter:\n    pass\n";
    m_log.clear();
    m_onRequest = {};
    m_server->setHandler([this](const FakeRequest &request) {
        if (request.path() == "/api/version") {
            return FakeAnswer::json(QJsonObject{{u"version"_s, u"0.12.4"_s}});
        }
        if (request.path() == "/api/v1/functions/export") {
            return FakeAnswer::json(QJsonArray{stored(u"x"_s)});
        }
        return FakeAnswer::detail(401, notFound);
    });
}

QJsonObject DeployFaultsTest::stored(const QString &content, bool active) const
{
    return {{u"id"_s, u"f"_s},        {u"name"_s, u"F"_s},
            {u"type"_s, u"filter"_s}, {u"content"_s, content},
            {u"is_active"_s, active}, {u"is_global"_s, false},
            {u"updated_at"_s, 1},     {u"meta"_s, QJsonObject{{u"manifest"_s, QJsonObject{{u"version"_s, u"1.0"_s}}}}}};
}

DeployResult DeployFaultsTest::deploy(const Consents &consents)
{
    QFile file(m_folder->filePath(u"f.py"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(m_text) != m_text.size()) {
        qFatal("cannot write the plugin");
    }
    file.close();
    const Credential credential{.secret = "sk-secret", .origin = originOf(m_connection.url)};
    OpenWebUi server(m_network, m_connection, credential);
    Run run(server, m_localCheck);
    run.setFindOutLimits({.total = std::chrono::seconds(3), .firstPause = std::chrono::milliseconds(50)});
    connect(&run, &Run::logged, this, [this](const LogEntry &entry) { m_log.append(entry); });
    if (m_onRequest) {
        connect(m_server.get(), &FakeServer::received, &run,
                [this, &run](const FakeRequest &request) { m_onRequest(run, request); });
    }
    QSignalSpy finished(&run, &Run::runFinished);
    run.deploy({{.root = m_folder->path(), .plugin = readPlugin(u"f.py"_s, {.utf8 = m_text}), .consents = consents}});
    if (!finished.wait(30'000)) {
        qWarning("the run did not end");
        return {};
    }
    return run.results().value(0);
}

void DeployFaultsTest::nothingIsSentUnlessTheLookUpIsClear_data()
{
    QTest::addColumn<FakeAnswer>("answer");

    QTest::newRow("500") << FakeAnswer::detail(500, u"boom"_s);
    QTest::newRow("502 HTML") << FakeAnswer::html(502);
    QTest::newRow("200 HTML, a login page") << FakeAnswer::html(200);
    QTest::newRow("200 null") << FakeAnswer::json(QJsonValue());
    QTest::newRow("401 of a bad key") << FakeAnswer::detail(
        401, u"Your session has expired or the token is invalid. Please sign in again."_s);
    QTest::newRow("403") << FakeAnswer::detail(403, u"Use of API key is not enabled in the environment."_s);
    QTest::newRow("another id") << FakeAnswer::json(QJsonObject{{u"id"_s, u"other"_s}});
    QTest::newRow("redirect") << FakeAnswer::redirect(QUrl(u"http://127.0.0.1:9/"_s));
    QTest::newRow("reset") << FakeAnswer::fault(FakeAnswer::Way::Reset);
    QTest::newRow("429") << FakeAnswer::detail(429, u"API rate limit exceeded"_s);
}

void DeployFaultsTest::nothingIsSentUnlessTheLookUpIsClear()
{
    QFETCH(const FakeAnswer, answer);
    m_server->setHandler([answer](const FakeRequest &request) {
        return request.path() == "/api/version" ? FakeAnswer::json(QJsonObject{{u"version"_s, u"0.12.4"_s}}) : answer;
    });
    const DeployResult result = deploy();
    QCOMPARE(result.outcome, DeployOutcome::Failed);
    QCOMPARE(result.stage, DeployStage::LookingUp);
    QVERIFY2(result.message.startsWith(u"Nothing was sent"_s), qPrintable(result.message));
    QCOMPARE(m_server->count("POST"), 0);
    for (const LogEntry &entry : std::as_const(m_log)) {
        QVERIFY2(!entry.text.contains(u"sk-secret"_s), qPrintable(entry.text));
    }
}

void DeployFaultsTest::minimalServer_data()
{
    QTest::addColumn<FakeAnswer>("unknownRoute");

    QTest::newRow("404 JSON") << FakeAnswer::detail(404, u"Not Found"_s);
    QTest::newRow("404 HTML") << FakeAnswer::html(404);
    QTest::newRow("405") << FakeAnswer::detail(405, u"Method Not Allowed"_s);
    QTest::newRow("501") << FakeAnswer::html(501);
}

void DeployFaultsTest::minimalServer()
{
    QFETCH(const FakeAnswer, unknownRoute);
    m_server->setHandler([unknownRoute](const FakeRequest &request) {
        if (request.path() == createPath) {
            return FakeAnswer::json(QJsonObject{{u"id"_s, u"f"_s}});
        }
        return request.path() == updatePath ? FakeAnswer::detail(404, u"no such plugin"_s) : unknownRoute;
    });
    const DeployResult result = deploy();
    QVERIFY2(result.outcome == DeployOutcome::Created, qPrintable(result.message));
    QCOMPARE(m_server->count("POST", updatePath), 1);
    QCOMPARE(m_server->count("POST", createPath), 1);
    QVERIFY(result.notes.join(u' ').contains(u"could not be read back"_s));
    QVERIFY2(!result.message.contains(u"switched"_s), qPrintable(result.message)); // nobody told

    // The same payload goes to both.
    QByteArray updateBody;
    QByteArray createBody;
    for (const FakeRequest &request : m_server->requests()) {
        if (request.method == "POST") {
            (request.path() == updatePath ? updateBody : createBody) = request.body;
        }
    }
    QCOMPARE(updateBody, createBody);
    QCOMPARE(QJsonDocument::fromJson(createBody).object().value(u"id"_s).toString(), u"f"_s);
}

void DeployFaultsTest::minimalServerThatHasTheId()
{
    // The update's own error is told, not the create's "id taken".
    m_server->setHandler([](const FakeRequest &request) {
        if (request.path() == updatePath) {
            return FakeAnswer::detail(400, u"[ERROR: invalid syntax (<string>, line 4)]"_s);
        }
        if (request.path() == createPath) {
            return FakeAnswer::detail(400, u"Uh-oh! This id is already registered. Please choose another id string."_s);
        }
        return FakeAnswer::detail(404, u"Not Found"_s);
    });
    const DeployResult result = deploy();
    QCOMPARE(result.outcome, DeployOutcome::Failed);
    QCOMPARE(result.error.kind, ServerErrorKind::CodeSyntax);
    QVERIFY2(result.message.contains(u"invalid syntax"_s), qPrintable(result.message));
}

/// Looking for ten minutes would tell no more.
void DeployFaultsTest::minimalServerThatNeverTells()
{
    m_server->setHandler([](const FakeRequest &request) {
        if (request.path() == createPath) {
            return FakeAnswer::fault(FakeAnswer::Way::CloseUnanswered);
        }
        return FakeAnswer::detail(404, u"Not Found"_s);
    });
    const DeployResult result = deploy();
    QCOMPARE(result.outcome, DeployOutcome::Unknown);
    QVERIFY2(result.message.contains(u"no way to tell"_s), qPrintable(result.message));
    // Before it and after it. Qt 6.8.2 may send the second twice, on the connection that it makes anew.
    const int looks = m_server->count("GET", lookUpPath);
    QVERIFY2(looks == 2 || looks == 3, qPrintable(QString::number(looks)));
    QCOMPARE(m_server->count("POST", createPath), 1);
}

/// A proxy may keep /api/version to itself; the text of the look-up tells Open WebUI all the same.
void DeployFaultsTest::hiddenReleaseIsSearchedForCopies()
{
    QJsonObject twin = stored(u"x"_s);
    twin.insert(u"id"_s, u"f_legacy"_s);
    twin.insert(u"meta"_s, QJsonObject{{u"manifest"_s, QJsonObject{{u"title"_s, u"F"_s}}}});
    m_server->setHandler([twin](const FakeRequest &request) {
        if (request.path() == "/api/version") {
            return FakeAnswer::detail(403, u"Forbidden"_s);
        }
        return request.path() == "/api/v1/functions/export" ? FakeAnswer::json(QJsonArray{twin})
                                                            : FakeAnswer::detail(401, notFound);
    });
    QCOMPARE(deploy().missing, Consents{Consent::SecondCopy});
    QCOMPARE(m_server->count("POST"), 0);
}

void DeployFaultsTest::cancelDoesNotHideASwitchedOffFunction()
{
    m_server->once("GET", lookUpPath, FakeAnswer::json(stored(u"old"_s)));
    m_server->once("POST", updatePath, FakeAnswer::detail(400, u"[ERROR: Error updating function]"_s));
    FakeAnswer off = FakeAnswer::json(stored(u"old"_s, false));
    off.latency = std::chrono::milliseconds(300);
    m_server->once("GET", lookUpPath, off);
    m_onRequest = [this](Run &run, const FakeRequest &request) {
        if (request.path() == lookUpPath && m_server->count("POST") == 1) {
            run.cancelAll();
        }
    };
    const DeployResult result = deploy();
    QCOMPARE(result.outcome, DeployOutcome::Failed);
    QVERIFY(result.deactivated);
}

void DeployFaultsTest::cancelEndsTheQuestionForAReason()
{
    m_server->once("POST", createPath, FakeAnswer::detail(400, u"[ERROR: Error creating function]"_s));
    m_server->once("POST", updatePath, FakeAnswer::fault(FakeAnswer::Way::Silent));
    m_text = "\"\"\"\ntitle: G\nversion: 2.0\nid: f\n\"\"\"\nclass Filter:\n    pass\n";
    m_server->setHandler([](const FakeRequest &request) {
        if (request.path() == "/api/version") {
            return FakeAnswer::json(QJsonObject{{u"version"_s, u"0.12.4"_s}});
        }
        return request.path() == "/api/v1/functions/export" ? FakeAnswer::json(QJsonArray())
                                                            : FakeAnswer::detail(401, notFound);
    });
    m_onRequest = [](Run &run, const FakeRequest &request) {
        if (request.path() == updatePath) {
            run.cancelAll();
        }
    };
    const DeployResult result = deploy();
    QCOMPARE(result.outcome, DeployOutcome::Failed);
    QCOMPARE(result.error.kind, ServerErrorKind::Masked);
    QCOMPARE(m_server->count("POST"), 2);
}

void DeployFaultsTest::answeredQuestionForAReason_data()
{
    QTest::addColumn<PluginKind>("kind");
    QTest::newRow("function") << PluginKind::Filter;
    QTest::newRow("tool") << PluginKind::Tool;
}

/// The question for a function is its update; a tool is asked for through another id of the functions.
void DeployFaultsTest::answeredQuestionForAReason()
{
    QFETCH(const PluginKind, kind);
    const bool isTool = kind == PluginKind::Tool;
    m_text =
        "\"\"\"\ntitle: F\nversion: 2.0\n\"\"\"\nclass " + QByteArray(isTool ? "Tools" : "Filter") + ":\n    pass\n";
    m_server->setHandler([this](const FakeRequest &request) {
        if (request.path() == "/api/version") {
            return FakeAnswer::json(QJsonObject{{u"version"_s, u"0.12.4"_s}});
        }
        if (request.path().endsWith("/create")) {
            return FakeAnswer::detail(400, request.path().contains("/tools/") ? u"[ERROR: Error creating tool]"_s
                                                                              : u"[ERROR: Error creating function]"_s);
        }
        if (request.path().endsWith("/update")) {
            QJsonObject applied = stored(QString::fromUtf8(m_text));
            applied.insert(u"id"_s, QJsonDocument::fromJson(request.body).object().value(u"id"_s));
            return FakeAnswer::json(applied);
        }
        return request.path().endsWith("/export") ? FakeAnswer::json(QJsonArray()) : FakeAnswer::detail(401, notFound);
    });
    const DeployResult result = deploy();
    QCOMPARE(m_server->count("POST"), 2);
    QCOMPARE(result.kind, kind);
    QVERIFY2(result.outcome == (isTool ? DeployOutcome::Failed : DeployOutcome::Updated), qPrintable(result.message));
    QCOMPARE(result.error.kind, isTool ? ServerErrorKind::Masked : ServerErrorKind::None);
    QVERIFY(!isTool || result.versionAfter.isEmpty());
}

void DeployFaultsTest::postIsSentOnce_data()
{
    QTest::addColumn<FakeAnswer>("answer");

    QTest::newRow("closed unanswered") << FakeAnswer::fault(FakeAnswer::Way::CloseUnanswered);
    QTest::newRow("reset") << FakeAnswer::fault(FakeAnswer::Way::Reset);
    QTest::newRow("502") << FakeAnswer::html(502);
    QTest::newRow("504") << FakeAnswer::html(504);
    QTest::newRow("524") << FakeAnswer::html(524);
    FakeAnswer truncated = FakeAnswer::json(stored(u"x"_s));
    truncated.cutAfter = 10;
    QTest::newRow("truncated") << truncated;
    QTest::newRow("silent") << FakeAnswer::fault(FakeAnswer::Way::Silent);
}

void DeployFaultsTest::postIsSentOnce()
{
    QFETCH(const FakeAnswer, answer);
    m_connection.deployTimeout = std::chrono::seconds(1);
    int looks = 0;
    m_server->setHandler([&, answer](const FakeRequest &request) {
        if (request.path() == "/api/version") {
            return FakeAnswer::json(QJsonObject{{u"version"_s, u"0.12.4"_s}});
        }
        if (request.path() == lookUpPath) {
            // The old text is no verdict while the server may still be at it.
            return FakeAnswer::json(stored(++looks < 3 ? u"old"_s : QString::fromUtf8(m_text)));
        }
        return answer;
    });
    const DeployResult result = deploy();
    QVERIFY2(result.outcome == DeployOutcome::Updated, qPrintable(result.message));
    QCOMPARE(m_server->count("POST"), 1);
    QCOMPARE(looks, 3);
}

void DeployFaultsTest::staysUnknown()
{
    m_server->setHandler([this](const FakeRequest &request) {
        if (request.path() == "/api/version") {
            return FakeAnswer::json(QJsonObject{{u"version"_s, u"0.12.4"_s}});
        }
        return request.method == "GET" ? FakeAnswer::json(stored(u"old"_s))
                                       : FakeAnswer::fault(FakeAnswer::Way::CloseUnanswered);
    });
    const DeployResult result = deploy();
    QCOMPARE(result.outcome, DeployOutcome::Unknown);
    QVERIFY2(result.message.contains(u"old text"_s), qPrintable(result.message));
    QCOMPARE(m_server->count("POST"), 1);
    // Three seconds with pauses that begin at 50 ms: 60 looks if they did not grow.
    const int looks = m_server->count("GET", lookUpPath) - 1;
    QVERIFY2(looks >= 2 && looks <= 9, qPrintable(QString::number(looks)));
}

void DeployFaultsTest::deletedBetweenLookUpAndUpdate()
{
    m_server->once("GET", lookUpPath, FakeAnswer::json(stored(u"old"_s)));
    m_server->once("POST", updatePath, FakeAnswer::detail(400, u"Function not found"_s));
    const DeployResult result = deploy();
    QCOMPARE(result.outcome, DeployOutcome::Failed);
    QVERIFY2(result.message.contains(u"deleted on the server while"_s), qPrintable(result.message));
    QCOMPARE(m_server->count("POST"), 1);
}

void DeployFaultsTest::createdBetweenLookUpAndCreate()
{
    m_server->once("GET", lookUpPath, FakeAnswer::detail(401, notFound));
    m_server->once(
        "POST", createPath,
        FakeAnswer::detail(400, u"Uh-oh! This id is already registered. Please choose another id string."_s));
    m_server->once("GET", lookUpPath, FakeAnswer::json(stored(u"theirs"_s)));
    const DeployResult result = deploy();
    QCOMPARE(result.outcome, DeployOutcome::Failed);
    QVERIFY2(result.message.startsWith(u"Someone else created it"_s), qPrintable(result.message));
}

void DeployFaultsTest::answerForAnotherId()
{
    m_connection.deployTimeout = std::chrono::seconds(1);
    QJsonObject other = stored(QString::fromUtf8(m_text));
    other.insert(u"id"_s, u"other"_s);
    m_server->once("GET", lookUpPath, FakeAnswer::json(stored(u"old"_s)));
    m_server->once("POST", updatePath, FakeAnswer::json(other));
    m_server->once("GET", lookUpPath, FakeAnswer::json(stored(u"old"_s)));
    QVERIFY(!deploy().isSuccess());
}

void DeployFaultsTest::refusedConnection()
{
    m_server->close();
    const DeployResult result = deploy();
    QCOMPARE(result.outcome, DeployOutcome::Failed);
    QCOMPARE(result.error.kind, ServerErrorKind::ConnectionRefused);
    QVERIFY2(result.message.startsWith(u"Nothing was sent"_s), qPrintable(result.message));
}

/// As 0.11 answers for a tool of another admin: there, but without its text.
void DeployFaultsTest::hiddenTextHasNoWayBack()
{
    QJsonObject hidden = stored(u"x"_s);
    hidden.remove(u"content"_s);
    const FakeAnswer answer = FakeAnswer::json(hidden);
    m_server->once("GET", lookUpPath, answer);
    const DeployResult blocked = deploy();
    QCOMPARE(blocked.missing, Consents{Consent::NoWayBack});
    QCOMPARE(m_server->count("POST"), 0);

    m_server->once("GET", lookUpPath, answer);
    m_server->once("POST", updatePath, FakeAnswer::json(stored(QString::fromUtf8(m_text))));
    QCOMPARE(deploy({Consent::NoWayBack}).outcome, DeployOutcome::Updated);

    m_connection.production = true;
    m_server->once("GET", lookUpPath, answer);
    m_server->clear();
    const DeployResult refused = deploy({Consent::Production, Consent::NoWayBack});
    QCOMPARE(refused.outcome, DeployOutcome::Failed);
    QVERIFY2(refused.message.contains(u"no way back"_s), qPrintable(refused.message));
    QCOMPARE(m_server->count("POST"), 0);
}

void DeployFaultsTest::nobodyTellsWhichSettingsAreStored()
{
    const QByteArray body = "    class Valves(BaseModel):\n        key: ";
    m_text = "\"\"\"\ntitle: F\nversion: 2.0\n\"\"\"\nclass Filter:\n" + body + "int = 0\n";
    m_server->once("GET", lookUpPath,
                   FakeAnswer::json(stored(u"class Filter:\n"_s + QString::fromLatin1(body) + u"str = ''\n"_s)));
    m_server->once("GET", lookUpPath + "/valves", FakeAnswer::html(502));
    const DeployResult result = deploy();
    QCOMPARE(result.missing, Consents{Consent::Valves});
    QVERIFY2(result.message.contains(u"could not be asked"_s), qPrintable(result.message));
    QCOMPARE(m_server->count("POST"), 0);
}

void DeployFaultsTest::settingsCannotBeCheckedAfterwards()
{
    m_text = "\"\"\"\ntitle: F\nversion: 2.0\n\"\"\"\nclass Filter:\n    class Valves(Other):\n        key: int = 0\n";
    const QJsonObject before = stored(u"class Filter:\n    class Valves(Other):\n        key: str = ''\n"_s);
    m_server->once("GET", lookUpPath, FakeAnswer::json(before));
    m_server->once("POST", updatePath, FakeAnswer::json(stored(QString::fromUtf8(m_text))));
    m_server->once("GET", lookUpPath + "/valves", FakeAnswer::json(QJsonObject{{u"key"_s, u"TOP-SECRET"_s}}));
    m_server->once("GET", lookUpPath + "/valves/spec", FakeAnswer::html(500));
    const DeployResult result = deploy();
    QCOMPARE(result.outcome, DeployOutcome::Updated);
    QCOMPARE(result.notes.size(), 1);
    QVERIFY2(result.notes.first().contains(u"could not be asked"_s), qPrintable(result.notes.first()));
    QVERIFY(!result.notes.first().contains(u"TOP-SECRET"_s));

    // What was refused runs no code once more.
    m_server->clear();
    m_server->once("GET", lookUpPath, FakeAnswer::json(before));
    m_server->once("POST", updatePath, FakeAnswer::detail(400, u"[ERROR: Error updating function]"_s));
    m_server->once("GET", lookUpPath, FakeAnswer::json(before));
    QCOMPARE(deploy().outcome, DeployOutcome::Failed);
    QCOMPARE(m_server->count("GET", lookUpPath + "/valves/spec"), 0);
}

QTEST_GUILESS_MAIN(DeployFaultsTest)
#include "tst_deployfaults.moc"
