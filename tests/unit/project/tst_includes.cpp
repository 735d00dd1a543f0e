// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "includearrows.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestIncludes final : public QObject
{
    Q_OBJECT

private slots:
    void projectHasNoArrowBack();
    void madeUpTree_data();
    void madeUpTree();
};

void TestIncludes::projectHasNoArrowBack()
{
    QVERIFY(QFile::exists(QStringLiteral(OWUI_SOURCE_DIR "/app/main.cpp")));
    const QStringList wrong = owui::wrongIncludes(QStringLiteral(OWUI_SOURCE_DIR));
    QVERIFY2(wrong.isEmpty(), qUtf8Printable(u'\n' + wrong.join(u'\n')));
}

void TestIncludes::madeUpTree_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");

    QTest::newRow("own room") << u"app/plugins/a.cpp"_s << QByteArray("#include \"plugin.h\"\n") << QString();
    QTest::newRow("own room by folder") << u"app/plugins/a.cpp"_s << QByteArray("#include \"plugins/plugin.h\"\n")
                                        << QString();
    QTest::newRow("common word") << u"app/server/a.h"_s << QByteArray("#include \"result.h\"\n") << QString();
    QTest::newRow("along the arrow") << u"ui/a.cpp"_s << QByteArray("#include \"deploy/job.h\"\n") << QString();
    QTest::newRow("practice may") << u"app/practice/a.cpp"_s << QByteArray("#include \"plugins/plugin.h\"\n")
                                  << QString();
    QTest::newRow("Qt") << u"app/plugins/a.cpp"_s << QByteArray("#include <QString>\n#include <vector>\n") << QString();
    QTest::newRow("moc") << u"app/plugins/a.cpp"_s << QByteArray("#include \"a.moc\"\n") << QString();

    QTest::newRow("plugins to server") << u"app/plugins/a.cpp"_s
                                       << QByteArray("// text\n\n  #  include \"server/client.h\"\n")
                                       << u"app/plugins/a.cpp:3: plugins must not include app/server/client.h"_s;
    QTest::newRow("server to plugins") << u"app/server/a.h"_s << QByteArray("#include \"plugins/plugin.h\"\r\n")
                                       << u"app/server/a.h:1: server must not include app/plugins/plugin.h"_s;
    QTest::newRow("relative path") << u"app/server/a.h"_s << QByteArray("#include \"../plugins/plugin.h\"\n")
                                   << u"app/server/a.h:1: server must not include app/plugins/plugin.h"_s;
    QTest::newRow("angle brackets") << u"app/plugins/a.h"_s << QByteArray("#include <deploy/job.h>\n")
                                    << u"app/plugins/a.h:1: plugins must not include app/deploy/job.h"_s;
    QTest::newRow("common to room") << u"app/b.h"_s << QByteArray("#include \"plugins/plugin.h\"\n")
                                    << u"app/b.h:1: common must not include app/plugins/plugin.h"_s;
    QTest::newRow("deploy to ui") << u"app/deploy/a.cpp"_s << QByteArray("#include \"ui/window.h\"\n")
                                  << u"app/deploy/a.cpp:1: deploy must not include ui/window.h"_s;
    QTest::newRow("ui to command line") << u"ui/a.cpp"_s << QByteArray("#include \"commandline/table.h\"\n")
                                        << u"ui/a.cpp:1: ui must not include app/commandline/table.h"_s;
    QTest::newRow("practice to server") << u"app/practice/a.cpp"_s << QByteArray("#include \"server/client.h\"\n")
                                        << u"app/practice/a.cpp:1: practice must not include app/server/client.h"_s;
    QTest::newRow("main to practice") << u"app/main.cpp"_s << QByteArray("#include \"practice/state.h\"\n")
                                      << u"app/main.cpp:1: main must not include app/practice/state.h"_s;
    QTest::newRow("socket in ui") << u"ui/a.cpp"_s << QByteArray("#include <QNetworkReply>\n")
                                  << u"ui/a.cpp:1: QNetworkReply is not for ui"_s;
    QTest::newRow("JSON in ui") << u"ui/a.cpp"_s << QByteArray("#include <QtCore/QJsonObject>\n")
                                << u"ui/a.cpp:1: QtCore/QJsonObject is not for ui"_s;
    QTest::newRow("widget in deploy") << u"app/deploy/a.cpp"_s << QByteArray("#include <QtWidgets/QLabel>\n")
                                      << u"app/deploy/a.cpp:1: QtWidgets/QLabel is not for deploy"_s;
    QTest::newRow("HTTP server in main") << u"app/main.cpp"_s << QByteArray("#include <QHttpServer>\n")
                                         << u"app/main.cpp:1: QHttpServer is not for main"_s;
    QTest::newRow("unknown room") << u"app/tools/a.cpp"_s << QByteArray("#include <QString>\n")
                                  << u"app/tools/a.cpp:1: the folder \"tools\" is not a room of the design"_s;
}

void TestIncludes::madeUpTree()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, text);
    QFETCH(QString, expected);

    QTemporaryDir root;
    const auto write = [&root](const QString &path, const QByteArray &content) {
        const QString full = root.filePath(path);
        QFile target(full);
        return QDir().mkpath(QFileInfo(full).path()) && target.open(QIODevice::WriteOnly) &&
               target.write(content) == content.size();
    };
    for (const QString &header :
         {u"app/result.h"_s, u"app/plugins/plugin.h"_s, u"app/server/client.h"_s, u"app/deploy/job.h"_s,
          u"app/commandline/table.h"_s, u"app/practice/state.h"_s, u"ui/window.h"_s}) {
        QVERIFY(write(header, "#pragma once\n"));
    }
    QVERIFY(write(file, text));
    QCOMPARE(owui::wrongIncludes(root.path()).join(u'\n'), expected);
}

QTEST_GUILESS_MAIN(TestIncludes)

#include "tst_includes.moc"
