// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "commandline/arguments/commandtable.h"
#include "commandline/arguments/completions.h"
#include "commandline/arguments/optiontable.h"
#include "support/programrun.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTemporaryFile>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace owui;
using namespace owui::test;

namespace {

QStringList optionNames(CommandName command)
{
    QStringList names;
    for (const OptionEntry &option : optionTable()) {
        if (option.isFor(command)) {
            names.append(option.name);
        }
    }
    names.sort();
    return names;
}

} // namespace

/// Asks the shells themselves, where they are installed, what they would offer.
class TestCompletions final : public QObject
{
    Q_OBJECT

private slots:
    void isPrinted()
    {
        for (const Shell shell : allOf<Shell>()) {
            ProgramRun run({u"completion"_s, nameOf(shell)});
            QVERIFY(run.run());
            QCOMPARE(run.exitCode(), 0);
            QCOMPARE(run.output(), completionScript(shell).toUtf8());
        }
        ProgramRun unknown({u"completion"_s, u"csh"_s});
        QVERIFY(unknown.run());
        QCOMPARE(unknown.exitCode(), 2);
    }

    void offersEveryOption_data()
    {
        QTest::addColumn<int>("command");
        for (const CommandEntry &command : commandTable()) {
            QTest::newRow(qPrintable(command.name)) << static_cast<int>(command.command);
        }
    }
    void offersEveryOption()
    {
        QFETCH(const int, command);
        const auto name = static_cast<CommandName>(command);
        const auto entry = std::ranges::find(commandTable(), name, &CommandEntry::command);
        QCOMPARE(bash({entry->name, u"--"_s}), optionNames(name));
        const QStringList fishOffers = fish(entry->name + u" --"_s);
        if (!fishOffers.isEmpty()) {
            QCOMPARE(fishOffers, optionNames(name));
        }
        if (hasZsh()) {
            QCOMPARE(zsh(entry->name + u" --"_s), optionNames(name));
        }
    }

    void offersCommandsAndValues()
    {
        QStringList commands = commandNames() + QStringList{u"help"_s};
        commands.sort();
        QStringList offered = bash({QString()});
        offered.removeIf([](const QString &word) { return word.startsWith(u"--"); });
        QCOMPARE(offered, commands);
        QCOMPARE(bash({u"list"_s, u"--kind"_s, u"to"_s}), QStringList{u"tool"_s});
        QCOMPARE(bash({u"toggle"_s, u"word"_s, u"o"_s}), (QStringList{u"off"_s, u"on"_s}));
        QVERIFY(bash({u"deploy"_s, u"--allow"_s, QString()}).contains(u"downgrade"_s));
        QCOMPARE(bash({u"deploy"_s, u"--server"_s, QString()}), QStringList());
        QVERIFY(bash({u"list"_s, u"/e"_s}).contains(u"/etc"_s));
    }

    void offersTheTopicsOfHelp()
    {
        QCOMPARE(bash({u"help"_s, u"js"_s}), QStringList{u"json"_s});
        if (hasZsh()) {
            QCOMPARE(zsh(u"help js"_s), QStringList{u"json"_s});
        }
        QVERIFY(completionScript(Shell::Fish).contains(u"-n '__fish_seen_subcommand_from help' -a '"_s));
        const QStringList offered = fish(u"help js"_s);
        QVERIFY(offered.isEmpty() || offered == QStringList{u"json"_s});
    }

    void completesInZsh()
    {
        if (!hasZsh()) {
            QSKIP("zsh is not installed.");
        }
        QStringList commands = commandNames() + QStringList{u"help"_s};
        commands.sort();
        QCOMPARE(zsh({}), commands);
        QCOMPARE(zsh({}, true), commands);
        QCOMPARE(zsh(u"list --kind to"_s), QStringList{u"tool"_s});
        QCOMPARE(zsh(u"toggle word o"_s), (QStringList{u"off"_s, u"on"_s}));
        QCOMPARE(zsh(u"completion f"_s), QStringList{u"fish"_s});
    }

    void isValid_data()
    {
        QTest::addColumn<QString>("shell");
        for (const Shell shell : allOf<Shell>()) {
            QTest::newRow(qPrintable(nameOf(shell))) << nameOf(shell);
        }
    }
    void isValid()
    {
        QFETCH(const QString, shell);
        if (QStandardPaths::findExecutable(shell).isEmpty()) {
            QSKIP("The shell is not installed.");
        }
        QTemporaryFile file;
        QVERIFY(file.open());
        file.write(completionScript(*fromName<Shell>(shell)).toUtf8());
        file.close();
        QProcess process;
        process.start(shell, {u"-n"_s, file.fileName()});
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.readAllStandardError(), QByteArray());
        QCOMPARE(process.exitCode(), 0);
    }

private:
    /// What bash offers for the last of these words, sorted.
    static QStringList bash(const QStringList &words)
    {
        const QString script = completionScript(Shell::Bash) +
                               u"\nCOMP_WORDS=(owui-deploy \"$@\"); COMP_CWORD=$#; _owui_deploy; "
                               "printf '%s\\n' \"${COMPREPLY[@]}\""_s;
        return offers(u"bash"_s, QStringList{u"--norc"_s, u"-c"_s, script, u"bash"_s} + words);
    }

    /// Empty where there is no fish.
    static QStringList fish(const QString &line)
    {
        const QString script = completionScript(Shell::Fish) + u"\ncomplete -C 'owui-deploy %1'"_s.arg(line);
        return offers(u"fish"_s, {u"--no-config"_s, u"-c"_s, script});
    }

    static bool hasZsh() { return !QStandardPaths::findExecutable(u"zsh"_s).isEmpty(); }

    /// What zsh offers for the last word. It does so to a terminal only, which its own module provides; each word that
    /// is offered comes through compadd. The script is run by a start file, or found in a folder of functions.
    static QStringList zsh(const QString &line, bool inFolder = false)
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(u"_owui-deploy"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(completionScript(Shell::Zsh).toUtf8()) < 0) {
            return {};
        }
        file.close();
        const QString driver = uR"(
zmodload zsh/zpty
zpty shell TERM=dumb zsh -f -i
zpty -w shell "PS1= PS2=; $2; autoload -U compinit; compinit -u -D; $3"
zpty -w shell 'compadd() { local -a hits; builtin compadd -A hits "$@"; print -rl -- "<hit>"$^hits; builtin compadd "$@" }'
zpty -w shell 'finish() { print "<end>"; exit }; comppostfuncs=(finish); bindkey "^I" complete-word; print "<rea""dy>"'
while zpty -r shell text && [[ $text != *"<ready>"* ]]; do :; done
zpty -w -n shell "owui-deploy $1"$'\t'
while zpty -r shell text && [[ $text != *"<end>"* ]]; do
  [[ $text != *"<hit>"* ]] || print -r -- ${${text##*<hit>}%%$'\r'*}
done
)"_s;
        const QString path = u"fpath=(%1 $fpath)"_s.arg(folder.path());
        const QString source = u"source %1"_s.arg(file.fileName());
        QStringList offered = offers(
            u"zsh"_s, {u"-f"_s, u"-c"_s, driver, u"zsh"_s, line, inFolder ? path : u":"_s, inFolder ? u":"_s : source});
        offered.removeDuplicates();
        return offered;
    }

    static QStringList offers(const QString &program, const QStringList &arguments)
    {
        QProcess process;
        process.start(program, arguments);
        if (!process.waitForFinished()) {
            return {};
        }
        QStringList offered;
        for (const QString &line :
             QString::fromUtf8(process.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts)) {
            offered.append(line.section(u'\t', 0, 0));
        }
        offered.sort();
        return offered;
    }
};

QTEST_GUILESS_MAIN(TestCompletions)
#include "tst_completions.moc"
