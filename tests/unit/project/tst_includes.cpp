// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "includearrows.h"
#include "madeuptree.h"

#include <QFile>
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
    QTest::newRow("along the arrow") << u"ui/list/a.cpp"_s << QByteArray("#include \"deploy/job/deployjob.h\"\n")
                                     << QString();
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
    QTest::newRow("angle brackets") << u"app/plugins/a.h"_s << QByteArray("#include <deploy/job/deployjob.h>\n")
                                    << u"app/plugins/a.h:1: plugins must not include app/deploy/job/deployjob.h"_s;
    QTest::newRow("common to room") << u"app/b.h"_s << QByteArray("#include \"plugins/plugin.h\"\n")
                                    << u"app/b.h:1: common must not include app/plugins/plugin.h"_s;
    QTest::newRow("deploy to ui") << u"app/deploy/job/a.cpp"_s << QByteArray("#include \"ui/window/mainwindow.h\"\n")
                                  << u"app/deploy/job/a.cpp:1: deploy/job must not include ui/window/mainwindow.h"_s;
    QTest::newRow("ui to command line")
        << u"ui/list/a.cpp"_s << QByteArray("#include \"commandline/output/texttable.h\"\n")
        << u"ui/list/a.cpp:1: ui/list must not include app/commandline/output/texttable.h"_s;
    QTest::newRow("practice to server") << u"app/practice/a.cpp"_s << QByteArray("#include \"server/client.h\"\n")
                                        << u"app/practice/a.cpp:1: practice must not include app/server/client.h"_s;
    QTest::newRow("main to practice") << u"app/main.cpp"_s << QByteArray("#include \"practice/state.h\"\n")
                                      << u"app/main.cpp:1: main must not include app/practice/state.h"_s;
    QTest::newRow("socket in ui") << u"ui/list/a.cpp"_s << QByteArray("#include <QNetworkReply>\n")
                                  << u"ui/list/a.cpp:1: QNetworkReply is not for ui"_s;
    QTest::newRow("JSON in ui") << u"ui/list/a.cpp"_s << QByteArray("#include <QtCore/QJsonObject>\n")
                                << u"ui/list/a.cpp:1: QtCore/QJsonObject is not for ui"_s;
    QTest::newRow("widget in deploy") << u"app/deploy/job/a.cpp"_s << QByteArray("#include <QtWidgets/QLabel>\n")
                                      << u"app/deploy/job/a.cpp:1: QtWidgets/QLabel is not for deploy"_s;
    QTest::newRow("HTTP server in main") << u"app/main.cpp"_s << QByteArray("#include <QHttpServer>\n")
                                         << u"app/main.cpp:1: QHttpServer is not for main"_s;
    QTest::newRow("writing past app/files") << u"app/server/a.cpp"_s << QByteArray("#include <QSaveFile>\n")
                                            << u"app/server/a.cpp:1: QSaveFile is not for server"_s;
    QTest::newRow("unknown folder") << u"app/tools/a.cpp"_s << QByteArray("#include <QString>\n")
                                    << u"app/tools/a.cpp: the folder \"tools\" is not in the design"_s;

    QTest::newRow("along the rooms") << u"ui/window/a.cpp"_s << QByteArray("#include \"ui/list/listpage.h\"\n")
                                     << QString();
    QTest::newRow("rooms of one folder") << u"ui/list/a.cpp"_s << QByteArray("#include \"ui/list/listpage.h\"\n")
                                         << QString();
    QTest::newRow("any room of a lower folder")
        << u"ui/log/a.cpp"_s << QByteArray("#include \"deploy/job/deployjob.h\"\n") << QString();
    QTest::newRow("list to window") << u"ui/list/a.cpp"_s << QByteArray("#include \"ui/window/mainwindow.h\"\n")
                                    << u"ui/list/a.cpp:1: ui/list must not include ui/window/mainwindow.h"_s;
    QTest::newRow("list to window, relative")
        << u"ui/list/a.cpp"_s << QByteArray("#include \"../window/mainwindow.h\"\n")
        << u"ui/list/a.cpp:1: ui/list must not include ui/window/mainwindow.h"_s;
    QTest::newRow("log to list") << u"ui/log/a.cpp"_s << QByteArray("#include \"ui/list/listpage.h\"\n")
                                 << u"ui/log/a.cpp:1: ui/log must not include ui/list/listpage.h"_s;
    QTest::newRow("input to output") << u"app/commandline/input/a.cpp"_s
                                     << QByteArray("#include \"commandline/output/texttable.h\"\n")
                                     << u"app/commandline/input/a.cpp:1: commandline/input must not include "
                                        "app/commandline/output/texttable.h"_s;
    QTest::newRow("journal to job") << u"app/deploy/journal/a.cpp"_s
                                    << QByteArray("#include \"deploy/job/deployjob.h\"\n")
                                    << u"app/deploy/journal/a.cpp:1: deploy/journal must not include "
                                       "app/deploy/job/deployjob.h"_s;
    QTest::newRow("unknown room") << u"ui/attic/a.cpp"_s << QByteArray("#include <QString>\n")
                                  << u"ui/attic/a.cpp: ui has no room \"attic\""_s;
    QTest::newRow("no room") << u"ui/a.cpp"_s << QByteArray("#include <QString>\n")
                             << u"ui/a.cpp: ui has no room \"\""_s;
    QTest::newRow("room where there are none") << u"app/plugins/parser/a.cpp"_s << QByteArray("#include <QString>\n")
                                               << u"app/plugins/parser/a.cpp: plugins has no room \"parser\""_s;
}

void TestIncludes::madeUpTree()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, text);
    QFETCH(QString, expected);

    owui::MadeUpTree tree;
    for (const QString &header : {u"app/result.h"_s, u"app/plugins/plugin.h"_s, u"app/server/client.h"_s,
                                  u"app/deploy/job/deployjob.h"_s, u"app/commandline/output/texttable.h"_s,
                                  u"app/practice/state.h"_s, u"ui/window/mainwindow.h"_s, u"ui/list/listpage.h"_s}) {
        QVERIFY(tree.write(header, "#pragma once\n"));
    }
    QVERIFY(tree.write(file, text));
    QCOMPARE(owui::wrongIncludes(tree.path()).join(u'\n'), expected);
}

QTEST_GUILESS_MAIN(TestIncludes)

#include "tst_includes.moc"
