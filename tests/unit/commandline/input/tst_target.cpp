// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "commandline/input/target.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace owui;

namespace {

void write(const QString &path, const QByteArray &text)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

} // namespace

class TestTarget final : public QObject
{
    Q_OBJECT

private slots:
    void bindsKeyToOrigin()
    {
        const Result<Target> target = makeTarget(u"https://Host.example/base/"_s, " sk-1\r\n", u"here"_s);
        QVERIFY(target);
        QCOMPARE(target.value().credential.secret, "sk-1");
        QCOMPARE(target.value().credential.origin, originOf(target.value().connection.url));
    }

    void namesIpv6WithBrackets()
    {
        QCOMPARE(makeTarget(u"http://[::1]:3000"_s, "sk-1", u"here"_s).value().connection.name, u"[::1]:3000"_s);
        QCOMPARE(makeTarget(u"http://[::1]"_s, "sk-1", u"here"_s).value().connection.name, u"[::1]"_s);
        QCOMPARE(makeTarget(u"http://host:3000"_s, "sk-1", u"here"_s).value().connection.name, u"host:3000"_s);
    }

    void refusesKeys_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("blank") << QByteArray("sk-1 sk-2");
        QTest::newRow("two lines") << QByteArray("sk-1\r\nX-Other: 1");
        QTest::newRow("quoted") << QByteArray("\"sk-1\"");
        QTest::newRow("with its name") << QByteArray("OPENWEBUI_API_KEY=sk-1");
        QTest::newRow("not ASCII") << QByteArray("sk-\xc3\xbc");
    }
    void refusesKeys()
    {
        QFETCH(const QByteArray, key);
        const Result<Target> target = makeTarget(u"http://h"_s, key, u"here"_s);
        QVERIFY(!target);
        QVERIFY(!target.error().text.contains(u"sk-"));
    }

    void readsEnvironment_data()
    {
        QTest::addColumn<QStringList>("variables");
        QTest::addColumn<QString>("host"); // empty: none; "!": refused
        QTest::addColumn<QByteArray>("key");
        QTest::newRow("none") << QStringList() << QString() << QByteArray();
        QTest::newRow("both") << QStringList{u"OPENWEBUI_URL=http://a"_s, u"OPENWEBUI_API_KEY=k"_s} << u"a"_s
                              << QByteArray("k");
        QTest::newRow("base url") << QStringList{u"OPENWEBUI_BASE_URL=http://a"_s, u"OPENWEBUI_API_KEY=k"_s} << u"a"_s
                                  << QByteArray("k");
        QTest::newRow("scripts") << QStringList{u"url=http://b"_s, u"api_key=k2"_s} << u"b"_s << QByteArray("k2");
        QTest::newRow("ours first") << QStringList{u"url=http://b"_s, u"api_key=k2"_s, u"OPENWEBUI_URL=http://a"_s,
                                                   u"OPENWEBUI_API_KEY=k"_s}
                                    << u"a"_s << QByteArray("k");
        QTest::newRow("key alone") << QStringList{u"OPENWEBUI_API_KEY=k"_s} << QString() << QByteArray();
        QTest::newRow("foreign url of the scripts")
            << QStringList{u"url=http://b"_s, u"OPENWEBUI_API_KEY=k"_s} << QString() << QByteArray();
        QTest::newRow("url alone") << QStringList{u"OPENWEBUI_URL=http://a"_s} << u"!"_s << QByteArray();
        QTest::newRow("no url") << QStringList{u"OPENWEBUI_URL=ftp://a"_s, u"OPENWEBUI_API_KEY=k"_s} << u"!"_s
                                << QByteArray();
    }
    void readsEnvironment()
    {
        QFETCH(const QStringList, variables);
        QFETCH(const QString, host);
        QProcessEnvironment environment;
        for (const QString &variable : variables) {
            const qsizetype equals = variable.indexOf(u'=');
            environment.insert(variable.left(equals), variable.sliced(equals + 1));
        }
        const std::optional<Result<Target>> target = targetFromEnvironment(environment);
        QCOMPARE(target.has_value(), !host.isEmpty());
        if (!target) {
            return;
        }
        QCOMPARE(target->isOk(), host != u"!");
        if (*target) {
            QCOMPARE(target->value().connection.url.host(), host);
            QTEST(target->value().credential.secret, "key");
        }
    }

    void findsTheNearestFileThatHoldsBoth()
    {
        QTemporaryDir folder;
        const QDir top(folder.path());
        QVERIFY(top.mkpath(u"a/b"_s));
        write(top.filePath(u".env"_s), "export OPENWEBUI_URL='http://up'\r\nOPENWEBUI_API_KEY=\"sk-up\"\r\n");
        write(top.filePath(u"a/.env"_s), "OPENWEBUI_URL=http://foreign\n");
        QVERIFY(top.mkpath(u"a/b/.env"_s)); // a virtual environment
        const std::optional<Result<Target>> target = targetBeside(top.filePath(u"a/b"_s));
        QVERIFY(target && *target);
        QCOMPARE(target->value().connection.url.host(), u"up"_s);
        QCOMPARE(target->value().credential.secret, "sk-up");
        QCOMPARE(target->value().source, top.filePath(u".env"_s));
    }

    void tellsOfAFileThatHoldsOneOfTheTwo()
    {
        QTemporaryDir folder;
        const QDir top(folder.path());
        QVERIFY(top.mkpath(u"a"_s));
        write(top.filePath(u".env"_s), "COLOUR=red\n");
        write(top.filePath(u"a/.env"_s), "OPENWEBUI_URL=http://foreign\n");
        QVERIFY(!targetBeside(folder.path()));
        const std::optional<Result<Target>> target = targetBeside(top.filePath(u"a"_s));
        QVERIFY(target && !*target);
        QVERIFY2(target->error().text.contains(top.filePath(u"a/.env"_s)), qPrintable(target->error().text));
    }

    void refusesHalfAFile()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"half"_s);
        write(path, "url=http://foreign\n");
        qputenv("OPENWEBUI_API_KEY", "sk-mine");
        const Result<Target> target = targetFromEnvFile(path);
        qunsetenv("OPENWEBUI_API_KEY");
        QVERIFY(!target);
        QVERIFY(!targetFromEnvFile(folder.filePath(u"missing"_s)));
    }

    void refusesLargeKeyFile()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"key"_s);
        write(path, QByteArray(100'000, 'k'));
        QVERIFY(!readKeyFile(path));
        write(path, "sk-1\n");
        QVERIFY(readKeyFile(path));
    }
};

QTEST_GUILESS_MAIN(TestTarget)
#include "tst_target.moc"
