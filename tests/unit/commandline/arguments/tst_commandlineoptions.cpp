// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "commandline/arguments/commandlineoptions.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace owui;

class TestCommandLineOptions final : public QObject
{
    Q_OBJECT

private slots:
    void readsEverything()
    {
        const Result<CommandLineOptions> read = parseCommandLine({u"deploy"_s,
                                                                  u"a"_s,
                                                                  u"--url=http://h"_s,
                                                                  u"--key-file"_s,
                                                                  u"k"_s,
                                                                  u"--kind"_s,
                                                                  u"filter,tool"_s,
                                                                  u"--id"_s,
                                                                  u"x*"_s,
                                                                  u"--all"_s,
                                                                  u"--yes"_s,
                                                                  u"--allow"_s,
                                                                  u"downgrade,second-copy"_s,
                                                                  u"--fail-fast"_s,
                                                                  u"--switch-on"_s,
                                                                  u"--jobs"_s,
                                                                  u"6"_s,
                                                                  u"--timeout"_s,
                                                                  u"90"_s,
                                                                  u"--json"_s,
                                                                  u"--quiet"_s,
                                                                  u"--color"_s,
                                                                  u"never"_s,
                                                                  u"--"_s,
                                                                  u"--b"_s});
        QVERIFY(read);
        const CommandLineOptions &options = read.value();
        QVERIFY(options.command == CommandName::Deploy);
        QCOMPARE(options.paths, (QStringList{u"a"_s, u"--b"_s}));
        QCOMPARE(options.url, u"http://h"_s);
        QCOMPARE(options.keyFile, u"k"_s);
        QCOMPARE(options.kinds, (QSet{PluginKind::Filter, PluginKind::Tool}));
        QCOMPARE(options.idPatterns.size(), 1);
        QCOMPARE(options.idPatterns.first().id, u"x*"_s);
        QVERIFY(options.sendUnchanged && options.yes && options.failFast && options.switchOn && options.json);
        QCOMPARE(options.allowed, (Consents{Consent::Downgrade, Consent::SecondCopy}));
        QCOMPARE(options.jobs, 6);
        QCOMPARE(options.timeout, std::chrono::seconds(90));
        QVERIFY(options.verbosity == Verbosity::Quiet);
        QVERIFY(options.color == ColorMode::Never);
    }

    void refuses_data()
    {
        QTest::addColumn<QStringList>("arguments");
        const auto row = [](const char *name, const QString &line) {
            QTest::newRow(name) << line.split(u' ', Qt::SkipEmptyParts);
        };
        row("nothing", u""_s);
        row("unknown command", u"frob"_s);
        row("option first", u"--json list"_s);
        row("unknown option", u"list --frob"_s);
        row("option of another command", u"list --jobs 2"_s);
        row("no value", u"deploy --url"_s);
        row("empty value", u"deploy --url="_s);
        row("value for a switch", u"deploy --json=yes"_s);
        row("kind", u"list --kind widget"_s);
        row("consent", u"deploy --allow everything"_s);
        row("no jobs", u"deploy --jobs 0"_s);
        row("too many jobs", u"deploy --jobs 7"_s);
        row("timeout", u"deploy --timeout soon"_s);
        row("color", u"list --color pink"_s);
        row("two servers", u"deploy --server a --url http://b"_s);
        row("two keys", u"deploy --url http://b --key-file a --key-stdin"_s);
        row("key without url", u"deploy --key-file a"_s);
        row("key of a saved server", u"deploy --server a --key-stdin"_s);
        row("path for practice", u"practice folder"_s);
        row("help of nothing", u"help frob"_s);
        row("id of a kind", u"list --id filter:x"_s);
        row("dry run of status", u"status --dry-run"_s);
        row("pull without folder", u"pull x"_s);
        row("pull without id", u"pull --to x"_s);
        row("toggle without state", u"toggle x"_s);
        row("toggle to something", u"toggle x flip"_s);
        row("toggle of two", u"toggle x y on"_s);
        row("completion of nothing", u"completion"_s);
        row("completion of two", u"completion bash zsh"_s);
    }
    void refuses()
    {
        QFETCH(const QStringList, arguments);
        const Result<CommandLineOptions> read = parseCommandLine(arguments);
        QVERIFY(!read);
        QVERIFY(!read.error().text.isEmpty());
    }

    void refusesKeys_data()
    {
        QTest::addColumn<QStringList>("arguments");
        const auto row = [](const QString &line) { QTest::newRow(qPrintable(line)) << line.split(u' '); };
        row(u"deploy --key sk-0123secret"_s);
        row(u"deploy --key=sk-0123secret"_s);
        row(u"deploy --api-key sk-0123secret"_s);
        row(u"deploy --api-key=sk-0123secret --url http://h"_s);
        row(u"deploy --token=sk-0123secret"_s);
        row(u"deploy --password=sk-0123secret"_s);
        row(u"deploy sk-0123secret"_s);
        row(u"sk-0123secret"_s);
        row(u"deploy --server sk-0123secret"_s);
        row(u"deploy --url http://me:sk-0123secret@host"_s);
        row(u"toggle sk-0123secret on"_s);
        row(u"deploy --message sk-0123secret"_s);
    }
    void refusesKeys()
    {
        QFETCH(const QStringList, arguments);
        const Result<CommandLineOptions> read = parseCommandLine(arguments);
        QVERIFY(!read);
        QVERIFY2(read.error().text.contains(u"command line"), qPrintable(read.error().text));
        QVERIFY(!(read.error().text + read.error().remedy).contains(u"0123secret"));
    }

    void showsHelp()
    {
        for (const QStringList &arguments : {QStringList{u"--help"_s},
                                             {u"help"_s},
                                             {u"-h"_s},
                                             {u"help"_s, u"json"_s},
                                             {u"deploy"_s, u"--url"_s, u"http://h"_s, u"--help"_s}}) {
            const Result<CommandLineOptions> read = parseCommandLine(arguments);
            QVERIFY(read);
            QVERIFY(read.value().action == CommandLineOptions::Action::ShowHelp);
        }
    }
};

QTEST_GUILESS_MAIN(TestCommandLineOptions)
#include "tst_commandlineoptions.moc"
