// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "commandline/commandtable.h"
#include "commandline/completions.h"
#include "commandline/optiontable.h"
#include "programrun.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryFile>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace owui;
using namespace owui::test;

namespace {

QStringList optionsOf(CommandName command)
{
    QStringList names;
    for (const OptionEntry &option : optionTable()) {
        if (findOption(command, option.name)) {
            names.append(option.name);
        }
    }
    names.sort();
    return names;
}

QStringList commandNames()
{
    QStringList names;
    std::ranges::transform(commandTable(), std::back_inserter(names), &CommandEntry::name);
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
        for (const Shell shell : allShells()) {
            ProgramRun run({u"completion"_s, shellName(shell)});
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
        QCOMPARE(bash({entry->name, u"--"_s}), optionsOf(name));
        const QStringList fishOffers = fish(entry->name + u" --"_s);
        if (!fishOffers.isEmpty()) {
            QCOMPARE(fishOffers, optionsOf(name));
        }
        // zsh tells what it would offer to a terminal only, so its script is read.
        const QString zsh = completionScript(Shell::Zsh);
        const qsizetype begin = zsh.indexOf(u"\n    %1)\n"_s.arg(entry->name));
        QVERIFY(begin >= 0);
        const QString part = zsh.mid(begin, zsh.indexOf(u"\n      ;;"_s, begin) - begin);
        for (const QString &option : optionsOf(name)) {
            QVERIFY2(part.contains(u'\'' + option + u'[') || part.contains(u'\'' + option + u"=["_s),
                     qPrintable(option));
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

    void isValid_data()
    {
        QTest::addColumn<QString>("shell");
        for (const Shell shell : allShells()) {
            QTest::newRow(qPrintable(shellName(shell))) << shellName(shell);
        }
    }
    void isValid()
    {
        QFETCH(const QString, shell);
        if (QStandardPaths::findExecutable(shell).isEmpty()) {
            QSKIP("The shell is not installed.");
        }
        const auto entry = std::ranges::find(allShells(), shell, shellName);
        QTemporaryFile file;
        QVERIFY(file.open());
        file.write(completionScript(*entry).toUtf8());
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
