// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "server/serverversion.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace owui;

class TestServerVersion final : public QObject
{
    Q_OBJECT

private slots:
    void readsWhatAServerSaid();
    void refusesOtherShapes();
};

void TestServerVersion::readsWhatAServerSaid()
{
    QFile file(QStringLiteral(OWUI_SHARED_DIR "/server-answers/0.12.4.json"));
    if (!file.open(QIODevice::ReadOnly)) {
        QSKIP("The recorded answers are not here.");
    }
    const QJsonArray records = QJsonDocument::fromJson(file.readAll()).object().value(u"records"_s).toArray();
    int lists = 0;
    int entries = 0;
    for (const QJsonValue &record : records) {
        const QString name = record[u"name"_s].toString();
        if (name == u"history" || name == u"history after" || name == u"tool history") {
            ++lists;
            for (const QJsonValue &json : record[u"answer"_s].toArray()) {
                const std::optional<ServerVersion> version = ServerVersion::fromJson(json);
                QVERIFY(version.has_value());
                QCOMPARE(version->author, u"a"_s);
                QCOMPARE(version->when.toSecsSinceEpoch(), json[u"created_at"_s].toInteger());
                QCOMPARE(version->message, json[u"commit_message"_s].toString());
            }
        } else if (name == u"history entry") {
            ++entries;
            const std::optional<ServerSnapshot> snapshot = ServerSnapshot::fromJson(record[u"answer"_s]);
            QVERIFY(snapshot.has_value());
            QCOMPARE(snapshot->name, u"Probe"_s);
            QVERIFY(snapshot->content.startsWith(u"\"\"\"\ntitle: Probe"_s));
            QCOMPARE(snapshot->meta, (QJsonObject{{u"description"_s, u"d"_s}}));
        }
    }
    QCOMPARE(lists, 3);
    QCOMPARE(entries, 1);
}

void TestServerVersion::refusesOtherShapes()
{
    QVERIFY(!ServerVersion::fromJson(QJsonValue()));
    QVERIFY(!ServerVersion::fromJson(QJsonObject{{u"created_at"_s, 1}}));
    QVERIFY(ServerVersion::fromJson(QJsonObject{{u"id"_s, u"v"_s}}));
    QVERIFY(!ServerSnapshot::fromJson(QJsonArray()));
    QVERIFY(!ServerSnapshot::fromJson(QJsonObject{{u"snapshot"_s, QJsonObject{{u"content"_s, QJsonValue::Null}}}}));
}

QTEST_GUILESS_MAIN(TestServerVersion)

#include "tst_serverversion.moc"
