// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "server/servererror.h"
#include "server/serverrelease.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace owui;

namespace {

RequestPurpose purposeOf(const QString &method, const QString &path)
{
    const bool tool = path.startsWith(u"/api/v1/tools");
    if (path.endsWith(u"/create") || path.endsWith(u"/create/")) {
        return tool ? RequestPurpose::ToolCreate : RequestPurpose::FunctionCreate;
    }
    if (path.endsWith(u"/update") && path.count(u'/') == 6) {
        return tool ? RequestPurpose::ToolUpdate : RequestPurpose::FunctionUpdate;
    }
    if (method == u"GET" && path.contains(u"/id/") && path.count(u'/') == 5) {
        return tool ? RequestPurpose::ToolLookUp : RequestPurpose::FunctionLookUp;
    }
    return RequestPurpose::General;
}

/// What a question must end in, by what was asked and not by what was answered.
QString expectedFor(const QString &name, const QString &auth, const QString &path, const ServerRelease &release)
{
    if (auth == u"BAD") {
        return u"key-unknown"_s;
    }
    if (auth == u"BADJWT") {
        return u"session-invalid"_s;
    }
    if (auth.isEmpty()) {
        return u"no-credential"_s;
    }
    if (auth == u"USERJWT" || auth == u"USERKEY") {
        return path.startsWith(u"/api/v1/tools") ? u"no-tool-access"_s : u"not-admin"_s;
    }
    const bool create = name.contains(u"create");
    const auto reason = [&](const QString &told) {
        const bool tells = release.isBefore(0, 10) || (!create && release.tellsReasonOnUpdateOnly());
        return tells ? told : u"masked"_s;
    };
    struct Rule
    {
        QString pattern;
        QString expected;
        bool isReason = false;
    };
    static const QList<Rule> rules{
        {u"(auths|functions) without slash|unknown GET|get id empty|(tool )?history|list admin"_s, u"not-json"_s},
        {u"create with slash|unknown POST|tool share.*"_s, u"route-missing"_s},
        {u"get missing|get after (create|update) .*|get id (hyphen|digit first|dot|upper)|get other|get after sys.exit|"
         "tool (get|update) missing"_s,
         u"not-found"_s},
        {u"update missing|update upper-case path|exec count: update missing"_s, u"not-found"_s, true},
        {u"update missing, broken code|(create|update) syntax error|create (bom|nul)|tool update broken|format bad"_s,
         u"code-syntax"_s, true},
        {u"create (no class|empty|tool code)|update with tool code|tool create, filter code|event create"_s,
         u"code-no-class"_s, true},
        {u"(create|update) missing import"_s, u"code-import"_s, true},
        {u"create raises (at top|in init)"_s, u"code-failed"_s, true},
        {u"create requirements missing package"_s, u"pip-failed"_s, true},
        {u"(tool )?create again|create upper-case of existing"_s, u"id-taken"_s},
        {u"create id (hyphen|digit first|empty|dot)|tool create hyphen"_s, u"id-invalid"_s},
        {u"create id long"_s, u"id-too-long"_s},
        {u"update (no name|no meta|null name|no id|not json|form encoded)"_s, u"payload-refused"_s},
        {u"create that calls sys.exit"_s, u"server-fault"_s},
        {u"auths with key"_s, u"human-session-required"_s},
        {u"update incompatible valves"_s, u"valves-incompatible"_s},
    };
    for (const Rule &rule : rules) {
        const QRegularExpression expression(QRegularExpression::anchoredPattern(rule.pattern));
        if (expression.match(name).hasMatch()) {
            // black tells its reason on every release.
            return rule.isReason && name != u"format bad" ? reason(rule.expected) : rule.expected;
        }
    }
    return u"no rule for: "_s + name;
}

QByteArray json(const QJsonValue &detail)
{
    return QJsonDocument(QJsonObject{{u"detail"_s, detail}}).toJson(QJsonDocument::Compact);
}

const QString Json = u"application/json"_s;
const QString Html = u"text/html; charset=utf-8"_s;

} // namespace

class TestServerError : public QObject
{
    Q_OBJECT

private slots:
    void tellsRecordedFailuresApart_data()
    {
        QTest::addColumn<RequestPurpose>("purpose");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("expected");

        const QDir folder(QStringLiteral(OWUI_SHARED_DIR "/server-answers"));
        for (const QString &name : folder.entryList({u"*.json"_s})) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const ServerRelease release(name.chopped(5));
            int number = 0;
            for (const QJsonValue &entry : QJsonDocument::fromJson(file.readAll())["records"_L1].toArray()) {
                addRecord(entry.toObject(), release, ++number);
            }
        }
    }

    void tellsRecordedFailuresApart()
    {
        if (!QDir(QStringLiteral(OWUI_SHARED_DIR "/server-answers")).exists()) {
            QSKIP("the recorded answers are not there");
        }
        QFETCH(RequestPurpose, purpose);
        QFETCH(int, status);
        QFETCH(QString, type);
        QFETCH(QByteArray, body);
        QFETCH(QString, expected);
        const ServerError error = classifyAnswer(purpose, status, type, body);
        QCOMPARE(error.name(), expected);
        QCOMPARE(error.httpStatus, status);
        QVERIFY(error.requestSent);
    }

    void tellsOtherFailuresApart_data()
    {
        QTest::addColumn<RequestPurpose>("purpose");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("expected");
        const auto general = RequestPurpose::General;
        const auto look = RequestPurpose::FunctionLookUp;
        const auto toolLook = RequestPurpose::ToolLookUp;
        const auto update = RequestPurpose::FunctionUpdate;
        const auto create = RequestPurpose::FunctionCreate;
        const auto toolUpdate = RequestPurpose::ToolUpdate;
        const auto signIn = RequestPurpose::SignIn;
        const QString prohibited =
            u"You do not have permission to access this resource. Please contact your administrator for assistance."_s;
        const auto row = [](const char *name, RequestPurpose purpose, int status, const QString &type,
                            const QByteArray &body, const char *expected) {
            QTest::newRow(name) << purpose << status << type << body << QString::fromLatin1(expected);
        };
        row("keys off", look, 403, Json, json(u"Use of API key is not enabled in the environment."_s), "keys-disabled");
        row("no key for you", general, 403, Json, json(u"API key creation is not allowed in the environment."_s),
            "keys-disabled");
        row("restricted, 0.6.38 to 0.8.12", look, 403, Json, json(u"API key not allowed to access this endpoint."_s),
            "endpoint-restricted");
        row("restricted, 0.9", look, 403, Json, json(prohibited), "endpoint-restricted");
        row("role", look, 401, Json, json(prohibited), "not-admin");
        row("tool, no read access", toolLook, 401, Json, json(prohibited), "no-tool-access");
        row("tool, no read access, 0.6", toolLook, 200, Json, "null", "no-tool-access");
        row("function null", look, 200, Json, "null", "unexpected-answer");
        row("tool, no write access", toolUpdate, 401, Json, json(u"401 Unauthorized"_s), "no-tool-access");
        row("tool, bad session", toolLook, 401, Json, json(u"401 Unauthorized"_s), "session-invalid");
        row("function, bad session", update, 401, Json, json(u"401 Unauthorized"_s), "session-invalid");
        row("revoked session", look, 401, Json, json(u"Invalid token"_s), "session-invalid");
        row("wrong password", signIn, 400, Json,
            json(u"The email or password provided is incorrect. Please check for typos and try logging in again."_s),
            "wrong-password");
        row("no passwords", signIn, 403, Json,
            json(u"The requested action has been restricted as a security measure."_s), "password-sign-in-disabled");
        row("no login form", signIn, 403, Json, json(prohibited), "password-sign-in-disabled");
        row("sign-in, a plugin's text", signIn, 400, Json, json(u"Function not found"_s), "other");
        row("sign-in, a reason kept back", signIn, 400, Json, json(u"[ERROR: Error updating function]"_s), "other");
        row("sign-in, a key's text", signIn, 401, Json, json(u"Not authenticated"_s), "other");
        row("too often", signIn, 429, Json, json(u"API rate limit exceeded"_s), "rate-limited");
        row("plugins off, 0.12", update, 400, Json,
            json(u"Functions are disabled by ENABLE_PLUGINS or ENABLE_FUNCTIONS"_s), "plugins-disabled");
        row("tools off, 0.12", toolUpdate, 400, Json, json(u"Tools are disabled by ENABLE_PLUGINS or ENABLE_TOOLS"_s),
            "plugins-disabled");
        row("tools off, wrapped", RequestPurpose::ToolCreate, 400, Json,
            json(u"[ERROR: Tools are disabled by ENABLE_PLUGINS or ENABLE_TOOLS]"_s), "plugins-disabled");
        row("functions off, other words", create, 400, Json, json(u"Installing is disabled: ENABLE_FUNCTIONS=false"_s),
            "plugins-disabled");
        row("tools off, other words", RequestPurpose::ToolCreate, 400, Json,
            json(u"Loading is switched off by ENABLE_TOOLS"_s), "plugins-disabled");
        row("a plugin's own setting", update, 400, Json, json(u"'ENABLE_TOOLS'"_s), "code-failed");
        row("disk full, 0.10", create, 400, Json, json(u"[ERROR: The server is out of storage space.]"_s),
            "storage-failed");
        row("not writable, 0.10", create, 400, Json, json(u"[ERROR: Server storage is not writable.]"_s),
            "storage-failed");
        row("quota, 0.10", create, 400, Json, json(u"[ERROR: Server storage quota exceeded.]"_s), "storage-failed");
        row("disk full, 0.9", create, 400, Json, json(u"[ERROR: [Errno 28] No space left on device]"_s),
            "storage-failed");
        row("cache not writable, 0.9", create, 400, Json,
            json(u"[ERROR: [Errno 13] Permission denied: '/data/cache/functions/x']"_s), "storage-failed");
        row("code may not read", create, 400, Json, json(u"[ERROR: [Errno 13] Permission denied: '/etc/shadow']"_s),
            "code-failed");
        row("tool row not written", toolUpdate, 400, Json, json(u"[ERROR: 400: [ERROR: Error updating tools]]"_s),
            "storage-failed");
        row("tool row not written, 0.10", toolUpdate, 400, Json, json(u"[ERROR: Error updating tools]"_s),
            "storage-failed");
        row("function row not made, 0.9", create, 400, Json, json(u"[ERROR: 400: [ERROR: Error creating function]]"_s),
            "storage-failed");
        row("valves", general, 400, Json, json(u"[ERROR: Error updating function valves]"_s), "masked");
        row("import of a name", update, 400, Json, json(u"cannot import name 'a' from 'b' (/x/b.py)"_s), "code-import");
        row("pip, 0.12", update, 400, Json,
            json(u"Command '['/usr/bin/python3', '-m', 'pip', 'install', 'x']' returned non-zero exit status 1."_s),
            "pip-failed");
        row("reason over lines", update, 400, Json, json(u"[ERROR: first\nsecond]"_s), "code-failed");
        row("reason with brackets", create, 400, Json, json(u"[ERROR: list index [3] out of range]"_s), "code-failed");
        row("other 400", general, 400, Json, json(u"Something went wrong :/"_s), "other");
        row("detail is an object", update, 400, Json, json(QJsonObject{{u"message"_s, u"boom"_s}}), "code-failed");
        row("detail is null", update, 400, Json, json(QJsonValue::Null), "code-failed");
        row("minimal server, JSON", look, 404, Json, json(u"Not Found"_s), "route-missing");
        row("minimal server, page", look, 404, Html, "<h1>404</h1>", "route-missing");
        row("minimal server, nothing", look, 404, {}, {}, "route-missing");
        row("Python's http.server", look, 501, Html, "<p>Unsupported method", "route-missing");
        row("NOT_FOUND with 404", toolLook, 404, Json, json(u"We could not find what you're looking for :/"_s),
            "not-found");
        row("proxy wants a sign-in", look, 401, Html, "<html>", "not-json");
        row("proxy forbids", update, 403, Html, "<html>", "not-json");
        row("not JSON in spite of its type", look, 401, Json, "<html>", "not-json");
        row("foreign 401", look, 401, Json, json(u"who are you"_s), "other");
        row("redirect", look, 302, Html, {}, "redirected");
        row("proxy password", look, 407, Html, {}, "proxy-failed");
        row("413", create, 413, Html, {}, "too-large");
        row("500 JSON", update, 500, Json, json(u"x"_s), "server-fault");
        row("502", update, 502, Html, {}, "bad-gateway");
        row("503", update, 503, Json, json(u"Startup not complete"_s), "unavailable");
        row("504", update, 504, Html, {}, "bad-gateway");
        row("524", update, 524, Html, {}, "bad-gateway");
        row("page with 200", update, 200, Html, "<html>", "not-json");
        row("problem+json", look, 401, u"application/problem+json"_s, json(u"Not authenticated"_s), "no-credential");
    }

    void tellsOtherFailuresApart()
    {
        QFETCH(RequestPurpose, purpose);
        QFETCH(int, status);
        QFETCH(QString, type);
        QFETCH(QByteArray, body);
        QFETCH(QString, expected);
        QCOMPARE(classifyAnswer(purpose, status, type, body).name(), expected);
    }

    void readsTheDetail_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("expected");
        const QJsonObject missing{{u"type"_s, u"missing"_s},
                                  {u"loc"_s, QJsonArray{u"body"_s, u"meta"_s, u"manifest"_s}},
                                  {u"msg"_s, u"Field required"_s},
                                  {u"input"_s, QJsonObject{{u"content"_s, u"SOURCE"_s}}}};
        const QJsonObject broken{
            {u"loc"_s, QJsonArray{u"body"_s, 1}}, {u"msg"_s, u"JSON decode error"_s}, {u"input"_s, QJsonObject()}};
        QTest::newRow("text") << 400 << Json << json(u"[ERROR: boom é]"_s) << u"[ERROR: boom é]"_s;
        QTest::newRow("422") << 422 << Json << json(QJsonArray{missing, broken})
                             << u"meta.manifest: Field required; 1: JSON decode error"_s;
        QTest::newRow("object") << 400 << Json << json(QJsonObject{{u"message"_s, u"boom"_s}}) << u"boom"_s;
        QTest::newRow("unknown object") << 400 << Json << json(QJsonObject{{u"a"_s, 1}}) << uR"({"a":1})"_s;
        QTest::newRow("OpenAI's shape") << 400 << Json << QByteArray(R"({"error":{"message":"boom"}})") << u"boom"_s;
        QTest::newRow("plain text") << 500 << u"text/plain; charset=utf-8"_s << QByteArray("Internal Server Error")
                                    << u"Internal Server Error"_s;
        QTest::newRow("page") << 502 << Html << QByteArray("<html><title>502\n Bad</title><p>long</p>") << u"502 Bad"_s;
        QTest::newRow("nothing") << 502 << QString() << QByteArray() << QString();
    }

    void readsTheDetail()
    {
        QFETCH(int, status);
        QFETCH(QString, type);
        QFETCH(QByteArray, body);
        QFETCH(QString, expected);
        QCOMPARE(classifyAnswer(RequestPurpose::General, status, type, body).detail, expected);
    }

    void everyKindHasWords()
    {
        QSet<QString> texts;
        for (const ServerErrorKind kind : allOf<ServerErrorKind>()) {
            const ServerError error{.kind = kind, .httpStatus = 400};
            if (kind == ServerErrorKind::None) {
                QVERIFY(error.text().isEmpty() && !error);
                continue;
            }
            QVERIFY(error);
            QVERIFY2(error.text().endsWith(u'.'), qPrintable(error.name()));
            QVERIFY2(!texts.contains(error.text()), qPrintable(error.name()));
            texts.insert(error.text());
            QVERIFY2(error.remedy().isEmpty() || error.remedy().endsWith(u'.'), qPrintable(error.name()));
        }
        QCOMPARE(ServerError{.kind = ServerErrorKind::PayloadRefused}.name(), u"payload-refused"_s);
        QCOMPARE(ServerError{.kind = ServerErrorKind::NotFound}.name(), u"not-found"_s);
    }

    void explainsTheObstacles_data()
    {
        QTest::addColumn<ServerErrorKind>("kind");
        QTest::addColumn<QString>("word");
        QTest::newRow("off by default") << ServerErrorKind::KeysDisabled << u"0.6.38"_s;
        QTest::newRow("where to switch on")
            << ServerErrorKind::KeysDisabled << u"Admin Settings > General > Enable API Keys"_s;
        QTest::newRow("permission") << ServerErrorKind::KeysDisabled << u"\"API Keys\" even for an administrator"_s;
        QTest::newRow("one key") << ServerErrorKind::KeyUnknown << u"one API key"_s;
        QTest::newRow("endpoints") << ServerErrorKind::EndpointRestricted << u"/api/v1/functions,/api/v1/tools"_s;
        QTest::newRow("second factor") << ServerErrorKind::SecondFactor << u"API key"_s;
    }

    void explainsTheObstacles()
    {
        QFETCH(ServerErrorKind, kind);
        QFETCH(QString, word);
        QVERIFY(ServerError{.kind = kind}.remedy().contains(word));
    }

    void namesTheSwitchThatIsMeant_data()
    {
        QTest::addColumn<QString>("detail");
        QTest::addColumn<QString>("remedy");
        const auto row = [](const char *detail, const char *names) {
            QTest::newRow(detail) << QString::fromLatin1(detail)
                                  << u"Whoever runs the server must set %1 to true."_s.arg(QLatin1StringView(names));
        };
        row("Plugins are disabled by ENABLE_PLUGINS", "ENABLE_PLUGINS");
        row("Functions are disabled by ENABLE_PLUGINS or ENABLE_FUNCTIONS", "ENABLE_PLUGINS and ENABLE_FUNCTIONS");
        row("Tools are disabled by ENABLE_PLUGINS or ENABLE_TOOLS", "ENABLE_PLUGINS and ENABLE_TOOLS");
        row("Plugins are disabled", "ENABLE_PLUGINS, and ENABLE_FUNCTIONS or ENABLE_TOOLS,");
    }
    void namesTheSwitchThatIsMeant()
    {
        QFETCH(QString, detail);
        QFETCH(QString, remedy);
        QCOMPARE((ServerError{.kind = ServerErrorKind::PluginsDisabled, .detail = detail}.remedy()), remedy);
    }

    void bearsAnyDetail()
    {
        const auto detailOf = [](const QByteArray &detail) {
            return classifyAnswer(RequestPurpose::FunctionUpdate, 400, u"application/json"_s,
                                  "{\"detail\":\"" + detail + "\"}");
        };
        // Half a character is none, and a report that holds one is not valid JSON.
        QCOMPARE(detailOf("a\\ud800b").detail, u"a?b"_s);
        const QString told = detailOf("word " + QByteArray("\\ud83d\\ude00").repeated(100'000)).detail;
        QVERIFY(told.isValidUtf16());
        QVERIFY2(told.size() <= 64 * 1024, qPrintable(QString::number(told.size())));
        // It ends between two words: half a secret could not be masked.
        QVERIFY(detailOf(QByteArray("topsecret ").repeated(10'000)).detail.endsWith(u"topsecret"));

        QElapsedTimer clock;
        clock.start();
        const QByteArray nested =
            QByteArray("[ERROR: ").repeated(30'000) + "No module named 'x'" + QByteArray(30'000, ']');
        QCOMPARE(detailOf(nested).kind, ServerErrorKind::CodeImport);
        QVERIFY2(clock.elapsed() < 1500, qPrintable(QString::number(clock.elapsed())));
    }

    void knowsWhatIsUnknown_data()
    {
        QTest::addColumn<ServerErrorKind>("kind");
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("unknown");
        QTest::newRow("timeout") << ServerErrorKind::Timeout << 0 << true;
        QTest::newRow("lost") << ServerErrorKind::ConnectionLost << 0 << true;
        QTest::newRow("gateway") << ServerErrorKind::BadGateway << 502 << true;
        QTest::newRow("truncated") << ServerErrorKind::AnswerTruncated << 200 << true;
        QTest::newRow("another answer") << ServerErrorKind::UnexpectedAnswer << 200 << true;
        QTest::newRow("page with 200") << ServerErrorKind::NotJson << 200 << true;
        QTest::newRow("page with 403") << ServerErrorKind::NotJson << 403 << false;
        QTest::newRow("redirect") << ServerErrorKind::Redirected << 302 << false;
        QTest::newRow("code") << ServerErrorKind::CodeFailed << 400 << false;
        QTest::newRow("unavailable") << ServerErrorKind::Unavailable << 503 << false;
    }

    void knowsWhatIsUnknown()
    {
        QFETCH(ServerErrorKind, kind);
        QFETCH(int, status);
        QFETCH(bool, unknown);
        QCOMPARE((ServerError{.kind = kind, .httpStatus = status, .requestSent = true}.outcomeUnknown()), unknown);
        QVERIFY(!(ServerError{.kind = kind, .httpStatus = status, .requestSent = false}.outcomeUnknown()));
    }

    /// A program without a window has no settings of a connection to look at.
    void remediesAreThoseOfTheCommandLine()
    {
        for (const ServerErrorKind kind : allOf<ServerErrorKind>()) {
            for (const bool sent : {true, false}) {
                const QString remedy = ServerError{.kind = kind, .requestSent = sent}.remedy();
                QVERIFY2(!remedy.contains(u"connection's settings"_s) && !remedy.contains(u"of the connection"_s),
                         qPrintable(remedy));
            }
        }
    }

    void quotesASentenceWithOneStop_data()
    {
        QTest::addColumn<QString>("detail");
        QTest::addColumn<QString>("end");
        QTest::newRow("a sentence") << u"Please sign in again."_s << u"says: “Please sign in again.”"_s;
        QTest::newRow("no sentence") << u"No module named foo"_s << u"says: “No module named foo”."_s;
    }

    void quotesASentenceWithOneStop()
    {
        QFETCH(const QString, detail);
        QFETCH(const QString, end);
        ServerError error;
        error.kind = ServerErrorKind::KeyUnknown;
        error.httpStatus = 401;
        error.detail = detail;
        QVERIFY2(failureText(error).endsWith(end), qPrintable(failureText(error)));
    }

private:
    static void addRecord(const QJsonObject &record, const ServerRelease &release, int number)
    {
        const QString method = record.value("method"_L1).toString();
        const int status = record.value("status"_L1).toInt();
        const QString type = record.value("type"_L1).toString();
        const bool success = status == 200 && type.startsWith(Json);
        if (method.isEmpty() || status == 0 || success) {
            return;
        }
        const QJsonValue answer = record.value("answer"_L1);
        QByteArray body = answer.isObject() ? QJsonDocument(answer.toObject()).toJson() : QByteArray();
        if (type.startsWith(u"text/plain")) {
            body = "Internal Server Error";
        } else if (type.startsWith(u"text/html")) {
            body = "<!doctype html><html></html>";
        }
        const QString name = record.value("name"_L1).toString();
        const QString path = record.value("path"_L1).toString();
        QTest::addRow("%s %d %s", qPrintable(release.text()), number, qPrintable(name))
            << purposeOf(method, path) << status << type << body
            << expectedFor(name, record.value("auth"_L1).toString(), path, release);
    }
};

QTEST_GUILESS_MAIN(TestServerError)
#include "tst_servererror.moc"
