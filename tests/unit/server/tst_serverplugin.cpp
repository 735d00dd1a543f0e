// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "server/serverplugin.h"

#include "server/answerparser.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace owui;

class TestServerPlugin : public QObject
{
    Q_OBJECT

private slots:
    void readsAFunction()
    {
        const QJsonObject json{
            {u"id"_s, u"f"_s},
            {u"user_id"_s, u"u"_s},
            {u"name"_s, u"Name"_s},
            {u"type"_s, u"filter"_s},
            {u"content"_s, u"code"_s},
            {u"meta"_s, QJsonObject{{u"description"_s, u"D"_s},
                                    {u"toggle"_s, true},
                                    {u"manifest"_s, QJsonObject{{u"title"_s, u"T"_s}, {u"version"_s, u"1.2"_s}}}}},
            {u"is_active"_s, true},
            {u"is_global"_s, true},
            {u"created_at"_s, 1'700'000'000},
            {u"updated_at"_s, 1'700'000'001},
            {u"version_id"_s, u"v"_s}};
        const std::optional<ServerPlugin> plugin = ServerPlugin::fromJson(PluginSpace::Function, json);
        QVERIFY(plugin);
        QCOMPARE(plugin->id, u"f"_s);
        QCOMPARE(plugin->kind, PluginKind::Filter);
        QCOMPARE(plugin->name, u"Name"_s);
        QCOMPARE(plugin->content, u"code"_s);
        QCOMPARE(plugin->title(), u"T"_s);
        QCOMPARE(plugin->version(), u"1.2"_s);
        QCOMPARE(plugin->description(), u"D"_s);
        QVERIFY(plugin->active && plugin->global);
        QCOMPARE(plugin->ownerId, u"u"_s);
        QCOMPARE(plugin->createdAt, 1'700'000'000);
        QCOMPARE(plugin->updatedAt, 1'700'000'001);
        QCOMPARE(plugin->versionId, u"v"_s);
        QVERIFY(!plugin->accessControl && !plugin->hasAccessGrants);
    }

    /// What differs from a file in nothing else is not the same text.
    void keepsAMarkAtTheStartOfAText()
    {
        const QByteArray body("{\"id\":\"f\",\"content\":\"\xEF\xBB\xBF"
                              "code\",\"name\":\"\\\"\xEF\xBB\xBF\"}");
        const JudgedAnswer answer = judgeAnswer(RequestPurpose::FunctionLookUp, 200, u"application/json"_s, body);
        QVERIFY(!answer.error);
        const std::optional<ServerPlugin> plugin = ServerPlugin::fromJson(PluginSpace::Function, answer.json);
        QVERIFY(plugin);
        QCOMPARE(plugin->content, QChar(QChar::ByteOrderMark) + u"code"_s);
        QCOMPARE(plugin->name, u'"' + QString(QChar(QChar::ByteOrderMark)));
    }

    void bearsWhatIsMissing_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<bool>("accepted");
        QTest::newRow("only the id") << QByteArray(R"({"id":"a"})") << true;
        QTest::newRow("nulls") << QByteArray(R"({"id":"a","content":null,"meta":null,"user_id":null,"name":null})")
                               << true;
        QTest::newRow("wrong types") << QByteArray(R"({"id":"a","meta":[],"is_active":"yes","updated_at":"x"})")
                                     << true;
        QTest::newRow("no id") << QByteArray(R"({"name":"a"})") << false;
        QTest::newRow("empty id") << QByteArray(R"({"id":""})") << false;
        QTest::newRow("number as id") << QByteArray(R"({"id":1})") << false;
        QTest::newRow("list") << QByteArray("[]") << false;
    }

    void bearsWhatIsMissing()
    {
        QFETCH(QByteArray, json);
        QFETCH(bool, accepted);
        const QJsonDocument document = QJsonDocument::fromJson(json);
        const auto plugin = ServerPlugin::fromJson(
            PluginSpace::Function, document.isObject() ? QJsonValue(document.object()) : QJsonValue(document.array()));
        QCOMPARE(plugin.has_value(), accepted);
        if (plugin) {
            QVERIFY(!plugin->content && !plugin->kind && !plugin->active);
            QCOMPARE(plugin->updatedAt, 0);
        }
    }

    void knowsKinds_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<int>("kind");
        QTest::newRow("pipe") << u"pipe"_s << static_cast<int>(PluginKind::Pipe);
        QTest::newRow("filter") << u"filter"_s << static_cast<int>(PluginKind::Filter);
        QTest::newRow("action") << u"action"_s << static_cast<int>(PluginKind::Action);
        QTest::newRow("event") << u"event"_s << static_cast<int>(PluginKind::Event);
        QTest::newRow("of the future") << u"agent"_s << -1;
    }

    void knowsKinds()
    {
        QFETCH(QString, type);
        const auto plugin =
            ServerPlugin::fromJson(PluginSpace::Function, QJsonObject{{u"id"_s, u"a"_s}, {u"type"_s, type}});
        QTEST(plugin->kind ? static_cast<int>(*plugin->kind) : -1, "kind");
        QCOMPARE(ServerPlugin::fromJson(PluginSpace::Tool, QJsonObject{{u"id"_s, u"a"_s}})->kind, PluginKind::Tool);
    }

    void keepsToolAccessAsAnswered_data()
    {
        QTest::addColumn<QJsonObject>("json");
        QTest::addColumn<bool>("hasControl");
        QTest::addColumn<QJsonValue>("control");
        QTest::addColumn<bool>("hasGrants");
        const QJsonObject restricted{{u"read"_s, QJsonObject{{u"group_ids"_s, QJsonArray{u"g"_s}}}}};
        QTest::newRow("up to 0.7, public")
            << QJsonObject{{u"access_control"_s, QJsonValue::Null}} << true << QJsonValue(QJsonValue::Null) << false;
        QTest::newRow("up to 0.7, private")
            << QJsonObject{{u"access_control"_s, QJsonObject()}} << true << QJsonValue(QJsonObject()) << false;
        QTest::newRow("up to 0.7, restricted")
            << QJsonObject{{u"access_control"_s, restricted}} << true << QJsonValue(restricted) << false;
        QTest::newRow("0.8") << QJsonObject{{u"access_grants"_s, QJsonArray()}} << false << QJsonValue() << true;
        QTest::newRow("neither") << QJsonObject() << false << QJsonValue() << false;
    }

    void keepsToolAccessAsAnswered()
    {
        QFETCH(QJsonObject, json);
        json.insert(u"id"_s, u"t"_s);
        const auto plugin = ServerPlugin::fromJson(PluginSpace::Tool, json);
        QTEST(plugin->accessControl.has_value(), "hasControl");
        QTEST(plugin->accessControl.value_or(QJsonValue()), "control");
        QTEST(plugin->hasAccessGrants, "hasGrants");
    }

    void readsEveryRecordedPlugin()
    {
        const QDir folder(QStringLiteral(OWUI_SHARED_DIR "/server-answers"));
        if (!folder.exists()) {
            QSKIP("the recorded answers are not there");
        }
        int read = 0;
        for (const QString &name : folder.entryList({u"*.json"_s})) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            for (const QJsonValue &record : QJsonDocument::fromJson(file.readAll())["records"_L1].toArray()) {
                const QString path = record["path"_L1].toString();
                const QJsonValue answer = record["answer"_L1];
                if (record["status"_L1].toInt() != 200 || !answer.isObject() || !answer["meta"_L1].isObject()) {
                    continue;
                }
                const PluginSpace space = path.startsWith(u"/api/v1/tools") ? PluginSpace::Tool : PluginSpace::Function;
                const auto plugin = ServerPlugin::fromJson(space, answer);
                QVERIFY2(plugin && plugin->kind, qPrintable(name + u' ' + path));
                ++read;
            }
        }
        QVERIFY(read > 100);
    }
};

QTEST_GUILESS_MAIN(TestServerPlugin)
#include "tst_serverplugin.moc"
