// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// What needs no window is told where there is no display.
class TestProgramHelp final : public QObject
{
    Q_OBJECT

private slots:
    void needsNoDisplay_data()
    {
        QTest::addColumn<QString>("option");
        QTest::addColumn<QByteArray>("words");
        for (const QString &option : {u"--help"_s, u"-h"_s, u"--help-all"_s}) {
            QTest::newRow(qPrintable(option)) << option << QByteArray("[folder]");
        }
        QTest::newRow("--version") << u"--version"_s << QByteArray("owui-deployer ");
        QTest::newRow("-v") << u"-v"_s << QByteArray("owui-deployer ");
    }
    void needsNoDisplay()
    {
        QFETCH(const QString, option);
        QFETCH(const QByteArray, words);
        QProcess program;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const QString &name : {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"QT_QPA_PLATFORM"_s}) {
            environment.remove(name);
        }
        program.setProcessEnvironment(environment);
        program.start(QStringLiteral(OWUI_DEPLOYER_PROGRAM), {option});
        QVERIFY(program.waitForFinished());
        QVERIFY2(program.exitStatus() == QProcess::NormalExit, program.readAllStandardError().constData());
        QCOMPARE(program.exitCode(), 0);
        const QByteArray output = program.readAllStandardOutput();
        QVERIFY2(output.contains(words), output.constData());
    }
    void speaksTheLanguageOfTheSettings()
    {
        const QTemporaryDir home;
        QFile settings(home.filePath(u"owui-deployer/owui-deployer.conf"_s));
        QVERIFY(QDir().mkpath(QFileInfo(settings).path()) && settings.open(QIODevice::WriteOnly));
        QVERIFY(settings.write("[window]\nlanguage=zh_CN\n") > 0);
        settings.close();
        QProcess program;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"XDG_CONFIG_HOME"_s, home.path());
        program.setProcessEnvironment(environment);
        program.start(QStringLiteral(OWUI_DEPLOYER_PROGRAM), {u"--help"_s});
        QVERIFY(program.waitForFinished());
        const QByteArray output = program.readAllStandardOutput();
        QVERIFY2(output.contains("要打开的文件夹"), output.constData());
    }
};

QTEST_GUILESS_MAIN(TestProgramHelp)
#include "tst_programhelp.moc"
