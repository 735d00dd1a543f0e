// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "server/envfile.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

using namespace Qt::StringLiterals;
using namespace owui;

class TestEnvFile : public QObject
{
    Q_OBJECT

private slots:
    void parses_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("url");
        QTest::addColumn<QByteArray>("key");
        const auto row = [](const char *name, const QByteArray &text, const char *url, const char *key) {
            QTest::newRow(name) << text << QString::fromUtf8(url) << QByteArray(key);
        };
        row("the scripts'", "api_key=sk-1\nurl=http://h:3000\n", "http://h:3000", "sk-1");
        row("upper case", "OPENWEBUI_API_KEY=sk-1\nOPENWEBUI_URL=http://h", "http://h", "sk-1");
        row("base URL", "OPENWEBUI_BASE_URL=http://h", "http://h", "");
        row("the plainer name first", "OPENWEBUI_BASE_URL=http://b\nOPENWEBUI_URL=http://a", "http://a", "");
        row("the longer name first", "api_key=sk-2\nOPENWEBUI_API_KEY=sk-1", "", "sk-1");
        row("an empty one does not count", "OPENWEBUI_API_KEY=\napi_key=sk-2", "", "sk-2");
        row("quotes", "api_key=\"sk-1\"\nurl='http://h'", "http://h", "sk-1");
        row("escapes", "api_key=\"a\\\"b\\\\c\"", "", "a\"b\\c");
        row("no escapes", "api_key='a\\b'", "", "a\\b");
        row("comment after quotes", "api_key=\"a#b\" # mine", "", "a#b");
        row("comments", "# api_key=no\napi_key=sk-1 # mine\nurl=http://h/#x", "http://h/#x", "sk-1");
        row("only a comment", "api_key= # none yet", "", "");
        row("export and blanks", "  export  api_key = sk-1 \t", "", "sk-1");
        row("CRLF", "api_key=sk-1\r\nurl=http://h\r\n", "http://h", "sk-1");
        row("BOM",
            "\xef\xbb\xbf"
            "api_key=sk-1",
            "", "sk-1");
        row("last one wins", "api_key=old\napi_key=new", "", "new");
        row("equals sign inside", "api_key=a=b=", "", "a=b=");
        row("open quote", "api_key=\"sk-1", "", "sk-1");
        row("other names", "my_api_key=x\napi_key_2=y\nURLS=z", "", "");
        row("no assignment", "api_key\nurl: http://h", "", "");
        row("empty", "", "", "");
        row("binary", QByteArray("\0\xff\xfe=\n=x", 7), "", "");
    }

    void parses()
    {
        QFETCH(QByteArray, text);
        const EnvFile file = EnvFile::parse(text);
        QTEST(file.url, "url");
        QTEST(file.key, "key");
    }

    void reads()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(u".env"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("api_key=sk-1\nurl=http://h");
        file.close();
        const Result<EnvFile> result = EnvFile::read(file.fileName());
        QVERIFY(result.isOk());
        QCOMPARE(result.value().key, QByteArray("sk-1"));
        QCOMPARE(result.value().url, u"http://h"_s);
    }

    void takesAddressAndKeyTogetherOnly_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("said"); // empty: both are taken
        QTest::newRow("both") << QByteArray("api_key=sk-1\nurl=http://h") << QString();
        QTest::newRow("address only") << QByteArray("url=http://h") << u"no key"_s;
        QTest::newRow("key only") << QByteArray("api_key=sk-1") << u"no address"_s;
        QTest::newRow("neither") << QByteArray("# nothing") << u"neither"_s;
        QTest::newRow("wrong address") << QByteArray("api_key=sk-1\nurl=ftp://h") << u"cannot be used"_s;
    }

    void takesAddressAndKeyTogetherOnly()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, said);
        const QTemporaryDir folder;
        QFile file(folder.filePath(u".env"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
        file.close();
        const Result<EnvFile> both = EnvFile::readBoth(file.fileName());
        QCOMPARE(both.isOk(), said.isEmpty());
        if (both) {
            QCOMPARE(both.value().key, QByteArray("sk-1"));
            QCOMPARE(both.value().url, u"http://h"_s);
        } else {
            QVERIFY2(both.error().text.contains(said), qPrintable(both.error().text));
            QVERIFY(both.error().text.contains(file.fileName()));
            QVERIFY(!both.error().sentences().contains(u"sk-1"));
        }
        QVERIFY(!EnvFile::readBoth(folder.filePath(u"none"_s)));
    }

    void refusesWhatIsNoFile()
    {
        const QTemporaryDir folder;
        QVERIFY(!EnvFile::read(folder.filePath(u"none"_s)).isOk());
        QVERIFY(!EnvFile::read(folder.path()).isOk());
        QFile large(folder.filePath(u"large"_s));
        QVERIFY(large.open(QIODevice::WriteOnly));
        large.write(QByteArray(100'000, '#'));
        large.close();
        QVERIFY(!EnvFile::read(large.fileName()).isOk());
#ifdef Q_OS_UNIX
        const QString pipe = folder.filePath(u"pipe"_s);
        QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
        QVERIFY(!EnvFile::read(pipe).isOk()); // and does not wait for a writer
#endif
    }
};

QTEST_GUILESS_MAIN(TestEnvFile)
#include "tst_envfile.moc"
