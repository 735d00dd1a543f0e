// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "commandline/output/githubannotation.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace owui;

namespace {

const QString folder = QStringLiteral(OWUI_SOURCE_DIR "/packaging/github-action");

} // namespace

/// The action as a workflow runs it, but for the building.
class TestGithubAction final : public QObject
{
    Q_OBJECT

private slots:
    void checks()
    {
        QTemporaryDir plugins;
        QFile file(plugins.filePath(u"bad name.py"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("\n\"\"\"\ntitle: Late\n\"\"\"\n\n\nclass Filter:\n    pass\n");
        file.close();
        for (const QString &strict : {QString(), u"\n--strict"_s}) {
            const QByteArray output = run({{u"INPUT_PATH"_s, plugins.path()},
                                           {u"INPUT_OPTIONS"_s, u"--id=bad*\n\n--quiet"_s + strict},
                                           {u"GITHUB_ACTIONS"_s, u"true"_s},
                                           {u"GITHUB_WORKSPACE"_s, QFileInfo(plugins.path()).canonicalFilePath()}});
            QCOMPARE(m_exitCode, strict.isEmpty() ? 0 : 1);
            QVERIFY2(output.contains("::warning file=bad name.py,line="), output.constData());
        }
        QVERIFY(
            run({{u"INPUT_PATH"_s, plugins.path()}, {u"INPUT_OPTIONS"_s, u"--id=other\n"_s}}).contains("0 plugins"));
        QCOMPARE(m_exitCode, 0);
    }

    void letsNoFileNameBeACommand()
    {
        QTemporaryDir plugins;
        QFile file(plugins.path() + u"/::stop-commands::e.py"_s);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("\n\"\"\"\ntitle: Late\n\"\"\"\n\n\nclass Filter:\n    pass\n");
        file.close();
        const QByteArray output = run({{u"INPUT_PATH"_s, plugins.path()},
                                       {u"GITHUB_ACTIONS"_s, u"true"_s},
                                       {u"GITHUB_WORKSPACE"_s, QFileInfo(plugins.path()).canonicalFilePath()}});
        QVERIFY2(output.contains("stop-commands"), output.constData());
        static const QRegularExpression command(u"^\\s*::stop"_s, QRegularExpression::MultilineOption);
        QVERIFY2(!QString::fromUtf8(output).contains(command), output.constData());
        QCOMPARE(withoutGithubCommands(u"::a\nb::c\n  ::d"_s), u": :a\nb::c\n  ::d"_s);
        qputenv("GITHUB_ACTIONS", "true");
        QCOMPARE(withoutGithubCommands(u"::a\nb::c\n \t::d ##[e"_s), u": :a\nb::c\n \t: :d ## [e"_s);
        qunsetenv("GITHUB_ACTIONS");
    }

    /// The marks that the runner itself splits a line at.
    void escapes()
    {
        QTemporaryDir plugins;
        QFile file(plugins.filePath(u"a,50%:b.py"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("\"\"\"\ntitle: One, 100%: two\nversion: '1%'\n\"\"\"\n\n\nclass Filter:\n    pass\n");
        file.close();
        const QByteArray output = run({{u"INPUT_PATH"_s, plugins.path()},
                                       {u"GITHUB_ACTIONS"_s, u"true"_s},
                                       {u"GITHUB_WORKSPACE"_s, QFileInfo(plugins.path()).canonicalFilePath()}});
        QVERIFY2(output.contains("::warning file=a%2C50%25%3Ab.py,title=One%2C 100%25%3A two::\"'1%25'\" cannot"),
                 output.constData());
        QCOMPARE(githubAnnotation({.severity = Severity::Error,
                                   .file = u"/a.py"_s,
                                   .line = 3,
                                   .title = u"t"_s,
                                   .text = u"one\r\n::set-env name=x::y"_s}),
                 u"::error file=/a.py,line=3,title=t::one%0D%0A::set-env name=x::y"_s);
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<QString>("url");
        QTest::newRow("unknown command") << u"practice"_s << u"http://localhost:9"_s;
        QTest::newRow("command with more") << u"check; id"_s << QString();
        QTest::newRow("deploy without a server") << u"deploy"_s << QString();
        QTest::newRow("deploy without a key") << u"deploy"_s << u"http://localhost:9"_s;
    }
    void refuses()
    {
        QFETCH(const QString, command);
        QFETCH(const QString, url);
        QVERIFY(run({{u"INPUT_COMMAND"_s, command}, {u"OPENWEBUI_URL"_s, url}}).contains("::error::"));
        QCOMPARE(m_exitCode, 2);
    }

    /// A line that is no header could be a secret, so it is not repeated.
    void passesHeadersOn()
    {
        const auto planWith = [this](const QString &name, const QString &value) {
            return run({{u"INPUT_COMMAND"_s, u"plan"_s},
                        {u"OPENWEBUI_URL"_s, u"http://127.0.0.1:9"_s},
                        {u"OPENWEBUI_API_KEY"_s, u"sk-1"_s},
                        {name, value}});
        };
        QByteArray output = planWith(u"INPUT_HEADERS"_s, u"secretvalue"_s);
        QVERIFY(output.contains("::error::") && !output.contains("secretvalue"));
        QCOMPARE(m_exitCode, 2);
        // Only the program knows that this value cannot be one: it has the header from the script.
        output = planWith(u"INPUT_HEADERS"_s, u"X-Front=\u00fc=1\n"_s);
        QVERIFY2(output.contains("X-FRONT"), output.constData());
        QCOMPARE(m_exitCode, 2);
        output = planWith(u"INPUT_CA_FILE"_s, u"/nonexistent.pem"_s);
        QVERIFY2(output.contains("/nonexistent.pem"), output.constData());
        QCOMPARE(m_exitCode, 2);
    }

    void namesItsFiles()
    {
        QFile file(folder + u"/action.yml"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        for (const QString &name : {u"install"_s, u"run"_s}) {
            QVERIFY(text.contains(u"$GITHUB_ACTION_PATH/%1\""_s.arg(name)));
            QVERIFY(QFileInfo(folder + u'/' + name).isExecutable());
        }
        // An input within a script would be run as a part of it.
        static const QRegularExpression inScript(u"run:[^\n]*inputs\\."_s);
        QVERIFY(!text.contains(inScript));
    }

    void installsOnlyWhatIsNamed_data()
    {
        QTest::addColumn<QString>("sha256");
        QTest::newRow("another file") << QString(64, u'0');
        QTest::newRow("no sum") << QString();
        QTest::newRow("no whole sum") << u"e3b0c442"_s;
    }
    void installsOnlyWhatIsNamed()
    {
        QFETCH(const QString, sha256);
        QTemporaryDir target;
        QFile wheel(target.filePath(u"a-1-py3-none-any.whl"_s));
        QVERIFY(wheel.open(QIODevice::WriteOnly));
        wheel.close();
        const QByteArray output =
            install(folder, target, {{u"INPUT_WHEEL"_s, wheel.fileName()}, {u"INPUT_SHA256"_s, sha256}});
        QVERIFY2(output.startsWith("::error::"), output.constData());
    }

    /// Without an input it is the release's: a file of the release says which one, and what it must be.
    void installsTheWheelOfTheRelease()
    {
        QTemporaryDir target;
        QVERIFY(QFile::copy(folder + u"/install"_s, target.filePath(u"install"_s)));
        QVERIFY(
            install(target.path(), target, {}).startsWith("::error::This copy of the action belongs to no release."));

        QFile sum(target.filePath(u"wheel.sha256"_s));
        QVERIFY(sum.open(QIODevice::WriteOnly));
        sum.write(QByteArray(64, '0') + "  owui_deployer-7.8.9-py3-none-manylinux_2_35_x86_64.whl\n");
        sum.close();
        QVERIFY(QDir(target.path()).mkpath(u"releases/v7.8.9"_s));
        QFile wheel(target.filePath(u"releases/v7.8.9/owui_deployer-7.8.9-py3-none-manylinux_2_35_x86_64.whl"_s));
        QVERIFY(wheel.open(QIODevice::WriteOnly));
        wheel.close();
        const QByteArray output = install(target.path(), target, {{u"RELEASES"_s, target.filePath(u"releases"_s)}});
        QVERIFY2(output.contains("owui_deployer-7.8.9-py3-none-manylinux_2_35_x86_64.whl is not the file"),
                 output.constData());
    }

private:
    QByteArray run(const QHash<QString, QString> &variables)
    {
        QProcess process;
        QProcessEnvironment environment;
        environment.insert(u"PATH"_s, QFileInfo(QStringLiteral(OWUI_DEPLOY_PROGRAM)).path() + u":/usr/bin:/bin"_s);
        environment.insert(u"HOME"_s, u"/nonexistent"_s);
        for (const QString &name : {u"ASAN_OPTIONS"_s, u"LSAN_OPTIONS"_s, u"UBSAN_OPTIONS"_s}) {
            environment.insert(name, qEnvironmentVariable(qPrintable(name)));
        }
        for (auto it = variables.cbegin(); it != variables.cend(); ++it) {
            environment.insert(it.key(), it.value());
        }
        process.setProcessEnvironment(environment);
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(folder + u"/run"_s, QStringList());
        m_exitCode = process.waitForFinished() ? process.exitCode() : -1;
        return process.readAllStandardOutput();
    }

    /// What the install script of the folder says, which fails and installs nothing.
    static QByteArray install(const QString &action, const QTemporaryDir &target,
                              const QHash<QString, QString> &variables)
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (auto it = variables.cbegin(); it != variables.cend(); ++it) {
            environment.insert(it.key(), it.value());
        }
        process.setProcessEnvironment(environment);
        process.start(action + u"/install"_s, {target.filePath(u"programs"_s)});
        const bool hasFailed = process.waitForFinished() && process.exitCode() != 0;
        return hasFailed && !QFileInfo::exists(target.filePath(u"programs/bin"_s)) ? process.readAllStandardOutput()
                                                                                   : QByteArray("it was installed");
    }

    int m_exitCode = -1;
};

QTEST_GUILESS_MAIN(TestGithubAction)
#include "tst_githubaction.moc"
