// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "practiceclient.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

#include <algorithm>
#include <memory>
#include <vector>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

const QString functions = u"/api/v1/functions"_s;
const QString goodFilter = u"\"\"\"\ntitle: Sample\nversion: 1.0\n\"\"\"\nclass Filter:\n    pass\n"_s;

QByteArray toBody(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

/// The program itself: its options, its end, and what comments in a plugin make it do.
class PracticeTest final : public QObject
{
    Q_OBJECT

private slots:
    void reportsOnOneLine();
    void endsWithStandardInput();
    void refusesWrongOptions_data();
    void refusesWrongOptions();
    void commentsFailTheLoad_data();
    void commentsFailTheLoad();
    void failedUpdateSwitchesOff_data();
    void failedUpdateSwitchesOff();
    void syntaxIsChecked();
    void exitStopsOldServers_data();
    void exitStopsOldServers();
    void sleepingImportBlocksEverybody();
    void sleepingPipBlocksOldServersOnly_data();
    void sleepingPipBlocksOldServersOnly();
    void clientThatLeavesDoesNoHarm();
    void parallelCreatesOfOneId();
    void largeBody();
    void latencyRunsSideBySide();
    void apiKeyHeader();
    void newKeyRevokesTheOldOne();
    void activePipeIsAModel();
    void exportWithValves();
    void samplesLoad_data();
    void samplesLoad();
};

void PracticeTest::reportsOnOneLine()
{
    PracticeClient client;
    QVERIFY(client.start());
    QVERIFY(client.report().value(u"url"_s).toString().startsWith(u"http://127.0.0.1:"));
    QVERIFY(client.key().startsWith("sk-"));
    QCOMPARE(client.key().size(), 35);
    QVERIFY(client.report().value(u"userKey"_s).toString() != QString::fromLatin1(client.key()));
    QCOMPARE(client.report().value(u"release"_s).toString(), u"0.12.4"_s);

    PracticeClient other;
    QVERIFY(other.start());
    QVERIFY(other.key() != client.key());
    QCOMPARE(other.send("GET", functions + u'/', client.key()).status, 401);
}

void PracticeTest::endsWithStandardInput()
{
    PracticeClient client;
    QVERIFY(client.start());
    client.process().closeWriteChannel();
    QVERIFY(client.process().waitForFinished());
    QCOMPARE(client.process().exitStatus(), QProcess::NormalExit);
    QCOMPARE(client.process().exitCode(), 0);
}

void PracticeTest::refusesWrongOptions_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::newRow("unknown release") << QStringList{u"--release"_s, u"0.1.0"_s};
    QTest::newRow("port too high") << QStringList{u"--port"_s, u"65536"_s};
    QTest::newRow("port no number") << QStringList{u"--port"_s, u"x"_s};
    QTest::newRow("negative latency") << QStringList{u"--latency"_s, u"-1"_s};
    QTest::newRow("stray word") << QStringList{u"word"_s};
}

void PracticeTest::refusesWrongOptions()
{
    QFETCH(const QStringList, options);
    QProcess process;
    process.start(QStringLiteral(OWUI_PRACTICE_PROGRAM), options);
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 2);
    QVERIFY(process.readAllStandardOutput().isEmpty());
    QVERIFY(process.readAllStandardError().startsWith("owui-practice: "));
}

void PracticeTest::commentsFailTheLoad_data()
{
    QTest::addColumn<QString>("comment");
    QTest::addColumn<QString>("reason");
    QTest::newRow("load") << u"# practice: load-error No module named 'x'"_s << u"No module named 'x'"_s;
    QTest::newRow("init") << u"  # practice: init-error boom é"_s << u"boom é"_s;
    QTest::newRow("pip") << u"# practice: pip-error"_s
                         << u"Command '['python3', '-m', 'pip', 'install', '']' returned non-zero exit status 1."_s;
}

void PracticeTest::commentsFailTheLoad()
{
    QFETCH(const QString, comment);
    QFETCH(const QString, reason);
    const QJsonObject form = PracticeClient::form(u"x"_s, goodFilter + comment + u'\n');

    PracticeClient newest;
    QVERIFY(newest.start());
    QCOMPARE(newest.post(functions + u"/create"_s, form).detail(), u"[ERROR: Error creating function]"_s);
    QCOMPARE(newest.post(functions + u"/id/x/update"_s, form).detail(), reason);

    PracticeClient oldest;
    QVERIFY(oldest.start({u"--release"_s, u"0.7.2"_s}));
    QCOMPARE(oldest.post(functions + u"/create"_s, form).detail(), u"[ERROR: %1]"_s.arg(reason));
}

void PracticeTest::failedUpdateSwitchesOff_data()
{
    QTest::addColumn<QString>("release");
    QTest::addColumn<QString>("comment");
    QTest::addColumn<bool>("stillOn");
    QTest::newRow("0.12.4") << u"0.12.4"_s << u"# practice: load-error x\n"_s << true;
    QTest::newRow("0.11.4") << u"0.11.4"_s << u"# practice: load-error x\n"_s << false;
    QTest::newRow("0.7.2") << u"0.7.2"_s << u"# practice: load-error x\n"_s << false;
    QTest::newRow("0.11.4 pip") << u"0.11.4"_s << u"# practice: pip-error\n"_s << true;
}

void PracticeTest::failedUpdateSwitchesOff()
{
    QFETCH(const QString, release);
    QFETCH(const QString, comment);
    QFETCH(const bool, stillOn);
    PracticeClient client;
    QVERIFY(client.start({u"--release"_s, release}));
    QCOMPARE(client.post(functions + u"/create"_s, PracticeClient::form(u"x"_s, goodFilter)).status, 200);
    QVERIFY(client.post(functions + u"/id/x/toggle"_s, {}).object().value(u"is_active"_s).toBool());
    QCOMPARE(client.post(functions + u"/id/x/update"_s, PracticeClient::form(u"x"_s, goodFilter + comment)).status,
             400);
    const QJsonObject after = client.get(functions + u"/id/x"_s).object();
    QCOMPARE(after.value(u"is_active"_s).toBool(), stillOn);
    QCOMPARE(after.value(u"content"_s).toString(), goodFilter);
}

void PracticeTest::syntaxIsChecked()
{
    if (QStandardPaths::findExecutable(u"python3"_s).isEmpty()) {
        QSKIP("There is no Python here.");
    }
    const QJsonObject broken = PracticeClient::form(u"x"_s, u"class Filter(:\n"_s);
    PracticeClient client;
    QVERIFY(client.start());
    QCOMPARE(client.post(functions + u"/id/x/update"_s, broken).detail(), u"invalid syntax (<string>, line 1)"_s);

    PracticeClient trusting;
    QVERIFY(trusting.start({u"--no-syntax-check"_s}));
    QCOMPARE(trusting.post(functions + u"/create"_s, broken).status, 200);
}

void PracticeTest::exitStopsOldServers_data()
{
    QTest::addColumn<QString>("release");
    QTest::addColumn<bool>("survives");
    QTest::newRow("0.12.4") << u"0.12.4"_s << true;
    QTest::newRow("0.11.4") << u"0.11.4"_s << true;
    QTest::newRow("0.7.2") << u"0.7.2"_s << false;
}

void PracticeTest::exitStopsOldServers()
{
    QFETCH(const QString, release);
    QFETCH(const bool, survives);
    PracticeClient client;
    QVERIFY(client.start({u"--release"_s, release}));
    const QJsonObject form = PracticeClient::form(u"x"_s, goodFilter + u"# practice: exit\n"_s);
    const PracticeClient::Reply reply = client.post(functions + u"/create"_s, form);
    QCOMPARE(reply.status, 500);
    QCOMPARE(reply.type, u"text/plain; charset=utf-8"_s);
    QCOMPARE(reply.body, "Internal Server Error");
    if (survives) {
        QCOMPARE(client.get(u"/health"_s).status, 200);
    } else {
        QVERIFY(client.process().waitForFinished());
    }
}

void PracticeTest::sleepingImportBlocksEverybody()
{
    PracticeClient client;
    QVERIFY(client.start());
    const QJsonObject form = PracticeClient::form(u"x"_s, goodFilter + u"# practice: sleep 0.5\n"_s);
    const std::unique_ptr<QNetworkReply> slow(
        client.begin("POST", functions + u"/create"_s, client.key(), toBody(form), "application/json"));
    QSignalSpy sent(slow.get(), &QNetworkReply::requestSent);
    QVERIFY(sent.wait());
    // An answer to another question can only be there when the import has ended.
    QCOMPARE(client.get(functions + u"/id/x"_s).status, 200);
    QTRY_VERIFY(slow->isFinished());
}

void PracticeTest::sleepingPipBlocksOldServersOnly_data()
{
    QTest::addColumn<QString>("release");
    QTest::addColumn<int>("status");
    QTest::newRow("0.12.4") << u"0.12.4"_s << 401;
    QTest::newRow("0.7.2") << u"0.7.2"_s << 200;
}

void PracticeTest::sleepingPipBlocksOldServersOnly()
{
    QFETCH(const QString, release);
    QFETCH(const int, status);
    PracticeClient client;
    QVERIFY(client.start({u"--release"_s, release}));
    const QJsonObject form = PracticeClient::form(u"x"_s, goodFilter + u"# practice: pip-sleep 2\n"_s);
    const std::unique_ptr<QNetworkReply> slow(
        client.begin("POST", functions + u"/create"_s, client.key(), toBody(form), "application/json"));
    QSignalSpy sent(slow.get(), &QNetworkReply::requestSent);
    QVERIFY(sent.wait());
    QCOMPARE(client.get(functions + u"/id/x"_s).status, status);
    QTRY_VERIFY(slow->isFinished());
    QCOMPARE(client.get(functions + u"/id/x"_s).status, 200);
}

void PracticeTest::clientThatLeavesDoesNoHarm()
{
    PracticeClient client;
    QVERIFY(client.start({u"--latency"_s, u"50"_s}));
    const QJsonObject form = PracticeClient::form(u"x"_s, goodFilter + u"# practice: sleep 0.2\n"_s);
    {
        const std::unique_ptr<QNetworkReply> left(
            client.begin("POST", functions + u"/create"_s, client.key(), toBody(form), "application/json"));
        QSignalSpy sent(left.get(), &QNetworkReply::requestSent);
        QVERIFY(sent.wait());
        left->abort();
    }
    QTRY_COMPARE(client.get(functions + u"/id/x"_s).status, 200); // the server went on and stored it
}

void PracticeTest::parallelCreatesOfOneId()
{
    PracticeClient client;
    QVERIFY(client.start());
    const QByteArray body = toBody(PracticeClient::form(u"x"_s, goodFilter + u"# practice: pip-sleep 0.1\n"_s));
    std::vector<std::unique_ptr<QNetworkReply>> replies;
    for (int count = 0; count < 8; ++count) {
        replies.emplace_back(client.begin("POST", functions + u"/create"_s, client.key(), body, "application/json"));
    }
    QList<int> statuses;
    for (const auto &reply : replies) {
        QTRY_VERIFY(reply->isFinished());
        statuses.append(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt());
    }
    QCOMPARE(statuses.count(200), 1);
    QCOMPARE(statuses.count(400), 7);
}

void PracticeTest::largeBody()
{
    PracticeClient client;
    QVERIFY(client.start());
    const QString content = goodFilter + u"# "_s + QString(6'000'000, u'x');
    QCOMPARE(client.post(functions + u"/create"_s, PracticeClient::form(u"big"_s, content)).status, 200);
    QCOMPARE(client.get(functions + u"/id/big"_s).object().value(u"content"_s).toString(), content);
}

void PracticeTest::latencyRunsSideBySide()
{
    PracticeClient client;
    QVERIFY(client.start({u"--latency"_s, u"300"_s}));
    QVERIFY(client.get(u"/health"_s).milliseconds >= 300);
    QElapsedTimer clock;
    clock.start();
    std::vector<std::unique_ptr<QNetworkReply>> replies;
    for (int count = 0; count < 6; ++count) {
        replies.emplace_back(client.begin("GET", u"/health"_s, {}, {}, {}));
    }
    for (const auto &reply : replies) {
        QTRY_VERIFY(reply->isFinished());
        QCOMPARE(reply->readAll(), "{\"status\":true}");
    }
    QVERIFY2(clock.elapsed() < 1800, qPrintable(QString::number(clock.elapsed()))); // what one after another takes
}

void PracticeTest::apiKeyHeader()
{
    PracticeClient client;
    QVERIFY(client.start());
    QNetworkRequest request(QUrl(client.report().value(u"url"_s).toString() + functions + u"/id/none"_s));
    request.setRawHeader("x-api-key", client.key());
    QNetworkAccessManager network;
    const std::unique_ptr<QNetworkReply> reply(network.get(request));
    QTRY_VERIFY(reply->isFinished());
    QVERIFY(reply->readAll().contains("We could not find"));
}

void PracticeTest::newKeyRevokesTheOldOne()
{
    PracticeClient client;
    QVERIFY(client.start());
    const QString path = u"/api/v1/auths/api_key"_s;
    const QString made = client.post(path, {}).object().value(u"api_key"_s).toString();
    QVERIFY(made.startsWith(u"sk-"));
    QCOMPARE(client.get(path).status, 401);
    QCOMPARE(client.send("GET", path, made.toUtf8()).object().value(u"api_key"_s).toString(), made);
}

void PracticeTest::activePipeIsAModel()
{
    PracticeClient client;
    QVERIFY(client.start());
    const QJsonObject form = PracticeClient::form(u"echo"_s, u"class Pipe:\n    pass\n"_s);
    QCOMPARE(client.post(functions + u"/create"_s, form).object().value(u"type"_s).toString(), u"pipe"_s);
    QVERIFY(client.get(u"/api/models"_s).object().value(u"data"_s).toArray().isEmpty());
    QCOMPARE(client.post(functions + u"/id/echo/toggle"_s, {}).status, 200);
    QCOMPARE(client.get(u"/api/models"_s).object()[u"data"_s][0][u"id"_s].toString(), u"echo"_s);
}

void PracticeTest::exportWithValves()
{
    PracticeClient client;
    QVERIFY(client.start());
    QCOMPARE(client.post(functions + u"/create"_s, PracticeClient::form(u"x"_s, goodFilter)).status, 200);
    const auto entry = [&client](const QString &query) {
        return QJsonDocument::fromJson(client.get(functions + u"/export"_s + query).body).array().first().toObject();
    };
    QVERIFY(!entry({}).contains(u"valves"_s));
    QVERIFY(entry(u"?include_valves=true"_s).value(u"valves"_s).isNull());
    QCOMPARE(entry({}).value(u"content"_s).toString(), goodFilter);
}

void PracticeTest::samplesLoad_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("type");
    QTest::newRow("action") << u"actions/count_words.py"_s << u"action"_s;
    QTest::newRow("event") << u"events/login_log.py"_s << u"event"_s;
    QTest::newRow("broken header") << u"filters/broken_header.py"_s << u"filter"_s;
    QTest::newRow("filter with a switch") << u"filters/long_answer_note.py"_s << u"filter"_s;
    QTest::newRow("filter") << u"filters/polite_greeting.py"_s << u"filter"_s;
    QTest::newRow("translated filter") << u"filters/polite_greeting_cn.py"_s << u"filter"_s;
    QTest::newRow("pipe") << u"pipes/echo_pipe.py"_s << u"pipe"_s;
    QTest::newRow("tool") << u"tools/calendar_tools.py"_s << QString();
}

void PracticeTest::samplesLoad()
{
    QFETCH(const QString, file);
    QFETCH(const QString, type);
    QFile source(QStringLiteral(OWUI_SOURCE_DIR) + u"/resources/samples/"_s + file);
    QVERIFY(source.open(QIODevice::ReadOnly));
    PracticeClient client;
    QVERIFY(client.start());
    const QString space = type.isEmpty() ? u"/api/v1/tools"_s : functions;
    const QJsonObject form = PracticeClient::form(u"sample"_s, QString::fromUtf8(source.readAll()));
    const PracticeClient::Reply created = client.post(space + u"/create"_s, form);
    QCOMPARE(created.status, 200);
    QCOMPARE(created.object().value(u"type"_s).toString(), type);
    QCOMPARE(created.object()[u"meta"_s][u"toggle"_s].toBool(), file.contains(u"long_answer"));
    if (type.isEmpty()) {
        const QJsonObject tool = client.get(space + u"/id/sample"_s).object();
        QCOMPARE(tool[u"specs"_s].toArray().size(), 2);
        QCOMPARE(tool[u"specs"_s][1][u"parameters"_s][u"required"_s].toArray(), (QJsonArray{u"first"_s, u"last"_s}));
    }
}

} // namespace owui

QTEST_GUILESS_MAIN(owui::PracticeTest)
#include "tst_practice.moc"
