// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "deploy/job/payload.h"
#include "plugins/pluginfile.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace owui;

class PayloadTest final : public QObject
{
    Q_OBJECT

private slots:
    void newFunction();
    void newToolIsPrivate();
    void texts_data();
    void texts();
    void textsOfAnExport();
    void keepsMetaButNotToggle();
    void access_data();
    void access();
    void commitMessage();
};

namespace {

Plugin filter(const QByteArray &title = "New", const QByteArray &description = "D2")
{
    return readPlugin(u"f.py"_s, {.utf8 = "\"\"\"\ntitle: " + title + "\ndescription: " + description +
                                          "\nversion: 2.0\n\"\"\"\nclass Filter:\n    pass\n"});
}

Plugin tool()
{
    return readPlugin(u"t.py"_s, {.utf8 = "\"\"\"\ntitle: T\n\"\"\"\nclass Tools:\n    pass\n"});
}

ServerPlugin present(const QString &name, const QString &description, const QJsonObject &manifest)
{
    return {.id = u"new"_s,
            .kind = PluginKind::Filter,
            .name = name,
            .meta = {{u"description"_s, description}, {u"manifest"_s, manifest}}};
}

} // namespace

void PayloadTest::newFunction()
{
    const Payload payload = makePayload(filter(), {}, false);
    const QJsonObject body = QJsonDocument::fromJson(payload.toJson(u"text"_s)).object();
    const QJsonObject manifest{{u"title"_s, u"New"_s}, {u"description"_s, u"D2"_s}, {u"version"_s, u"2.0"_s}};
    const QJsonObject expected{
        {u"id"_s, u"new"_s},
        {u"name"_s, u"New"_s},
        {u"content"_s, u"text"_s},
        {u"meta"_s, QJsonObject{{u"description"_s, u"D2"_s}, {u"manifest"_s, manifest}}},
    };
    QCOMPARE(body, expected);
    QVERIFY(payload.notes.isEmpty());
}

void PayloadTest::newToolIsPrivate()
{
    const Payload payload = makePayload(tool(), {}, false);
    const QJsonObject body = QJsonDocument::fromJson(payload.toJson({})).object();
    QCOMPARE(body.value(u"access_control"_s), QJsonValue(QJsonObject()));
    QVERIFY(!body.contains(u"access_grants"_s));
}

void PayloadTest::texts_data()
{
    QTest::addColumn<QString>("serverName");
    QTest::addColumn<QString>("storedTitle");
    QTest::addColumn<bool>("always");
    QTest::addColumn<QString>("sent");
    QTest::addColumn<int>("notes");

    QTest::newRow("nobody renamed it") << u"Old"_s << u"Old"_s << false << u"New"_s << 0;
    QTest::newRow("rewritten by the server")
        << u"Words from config"_s << u"Words from open_webui.config"_s << false << u"New"_s << 0;
    QTest::newRow("renamed on the server") << u"Ours"_s << u"Old"_s << false << u"Ours"_s << 1;
    QTest::newRow("renamed, header wins") << u"Ours"_s << u"Old"_s << true << u"New"_s << 0;
    QTest::newRow("no stored header") << u"Ours"_s << QString() << false << u"Ours"_s << 1;
    QTest::newRow("already the same") << u"New"_s << u"Old"_s << false << u"New"_s << 0;
}

void PayloadTest::texts()
{
    QFETCH(const QString, serverName);
    QFETCH(const QString, storedTitle);
    QFETCH(const bool, always);
    QFETCH(const QString, sent);
    QFETCH(const int, notes);

    // The same rule for name and description, side by side.
    const QJsonObject nameManifest{{u"title"_s, storedTitle}, {u"description"_s, u"D2"_s}};
    const Payload byName = makePayload(filter(), present(serverName, u"D2"_s, nameManifest), always);
    QCOMPARE(byName.name, sent);
    QCOMPARE(byName.notes.size(), notes);

    const QJsonObject descriptionManifest{{u"title"_s, u"New"_s}, {u"description"_s, storedTitle}};
    const Payload byDescription =
        makePayload(filter("New", "New"), present(u"New"_s, serverName, descriptionManifest), always);
    QCOMPARE(byDescription.meta.value(u"description"_s).toString(), sent);
    QCOMPARE(byDescription.notes.size(), notes);
}

void PayloadTest::textsOfAnExport()
{
    const auto entry = [](const QByteArray &header) {
        return readPlugin(
            u"e.json"_s,
            {.utf8 = "\"\"\"\n" + header + "\n\"\"\"\nclass Filter:\n    pass\n",
             .label = ExportLabel{
                 .key = u"new"_s, .id = u"new"_s, .name = u"Given"_s, .description = u"About"_s, .kind = {}}});
    };
    // The header comes first, as in a Python file; what it does not say is the export's.
    const Payload bare = makePayload(entry("version: 1"), std::nullopt, false);
    QCOMPARE(bare.name, u"Given"_s);
    QCOMPARE(bare.meta.value(u"description"_s).toString(), u"About"_s);
    const Payload said = makePayload(entry("title: New\ndescription: D2"), std::nullopt, false);
    QCOMPARE(said.name, u"New"_s);
    QCOMPARE(said.meta.value(u"description"_s).toString(), u"D2"_s);
    // What somebody changed on the server stays.
    const Payload kept = makePayload(entry("version: 1"), present(u"Ours"_s, u"Our words"_s, {}), false);
    QCOMPARE(kept.name, u"Ours"_s);
    QCOMPARE(kept.meta.value(u"description"_s).toString(), u"Our words"_s);
    QCOMPARE(kept.notes.size(), 2);
}

void PayloadTest::keepsMetaButNotToggle()
{
    ServerPlugin now = present(u"New"_s, u"D2"_s, {{u"title"_s, u"New"_s}, {u"author"_s, u"old"_s}});
    now.meta.insert(u"toggle"_s, true);
    now.meta.insert(u"extra"_s, QJsonObject{{u"a"_s, 1}});
    const Payload payload = makePayload(filter(), now, false);
    QVERIFY(!payload.meta.contains(u"toggle"_s));
    QCOMPARE(payload.meta.value(u"extra"_s).toObject().value(u"a"_s).toInt(), 1);
    QVERIFY(!payload.meta.value(u"manifest"_s).toObject().contains(u"author"_s));
}

void PayloadTest::access_data()
{
    QTest::addColumn<QJsonObject>("answered");
    QTest::addColumn<QJsonValue>("sent"); // undefined: not sent

    const QJsonObject shared{{u"read"_s, QJsonObject{{u"user_ids"_s, QJsonArray{u"u1"_s}}}}};
    QTest::newRow("public up to 0.7.2") << QJsonObject{{u"access_control"_s, QJsonValue()}}
                                        << QJsonValue(QJsonValue::Null);
    QTest::newRow("private up to 0.7.2") << QJsonObject{{u"access_control"_s, QJsonObject()}}
                                         << QJsonValue(QJsonObject());
    QTest::newRow("shared up to 0.7.2") << QJsonObject{{u"access_control"_s, shared}} << QJsonValue(shared);
    QTest::newRow("grants since 0.8") << QJsonObject{{u"access_grants"_s, QJsonArray{shared}}}
                                      << QJsonValue(QJsonValue::Undefined);
    QTest::newRow("no grants since 0.8") << QJsonObject{{u"access_grants"_s, QJsonArray()}}
                                         << QJsonValue(QJsonValue::Undefined);
}

void PayloadTest::access()
{
    QFETCH(QJsonObject, answered);
    QFETCH(const QJsonValue, sent);

    answered.insert(u"id"_s, u"t"_s);
    answered.insert(u"name"_s, u"T"_s);
    answered.insert(u"meta"_s, QJsonObject());
    const std::optional<ServerPlugin> now = ServerPlugin::fromJson(PluginSpace::Tool, answered);
    QVERIFY(now);
    const QJsonObject body = QJsonDocument::fromJson(makePayload(tool(), now, false).toJson({})).object();
    QCOMPARE(body.value(u"access_control"_s), sent);
    QVERIFY(!body.contains(u"access_grants"_s));
}

void PayloadTest::commitMessage()
{
    Payload payload = makePayload(filter(), std::nullopt, false);
    QVERIFY(!QJsonDocument::fromJson(payload.toJson({})).object().contains(u"commit_message"_s));
    payload.commitMessage = u"1.2 from main@abc1234"_s;
    QCOMPARE(QJsonDocument::fromJson(payload.toJson({})).object().value(u"commit_message"_s),
             u"1.2 from main@abc1234"_s);
}

QTEST_GUILESS_MAIN(PayloadTest)
#include "tst_payload.moc"
