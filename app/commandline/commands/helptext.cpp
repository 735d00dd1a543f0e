// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "commandline/commands/helptext.h"

#include "commandline/arguments/commandtable.h"
#include "commandline/arguments/optiontable.h"
#include "commandline/arguments/texts.h"
#include "commandline/commands/jsonhelp.h"
#include "commandline/commands/manualtext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

constexpr int indent = 2;
constexpr int helpColumn = 22;
constexpr int lineLength = 80;

/// A text broken into lines, the second and later ones set in by `column`.
QString wrapped(const QString &text, int column)
{
    QString lines;
    qsizetype used = column;
    for (const QString &word : text.split(u' ')) {
        if (used > column && used + 1 + word.size() > lineLength) {
            lines += u'\n' + QString(column, u' ');
            used = column;
        } else if (used > column) {
            lines += u' ';
            ++used;
        }
        lines += word;
        used += word.size();
    }
    return lines + u'\n';
}

QString entry(const QString &term, const QString &explanation)
{
    QString line = QString(indent, u' ') + term;
    line += line.size() + 1 < helpColumn ? QString(helpColumn - line.size(), u' ') : u'\n' + QString(helpColumn, u' ');
    return line + wrapped(explanation, helpColumn);
}

QString exitCodes()
{
    QString text = tr("Exit codes:") + u'\n';
    for (const ManualEntry &code : exitCodeEntries()) {
        text += entry(code.term, code.text);
    }
    return text;
}

QString overview()
{
    QString text = tr("Usage: owui-deploy COMMAND [OPTION…] [FOLDER|FILE…]") + u"\n\n"_s +
                   tr("Deploys the plugins of a folder to an Open WebUI server.") + u"\n\n"_s + tr("Commands:") + u'\n';
    for (const CommandEntry &command : commandTable()) {
        text += entry(command.name, command.summary);
    }
    text +=
        entry(u"help COMMAND"_s,
              tr("The options of a command. “help json” tells the names in JSON, “help man” prints the manual page."));
    text += entry(u"--version"_s, tr("The version of this program."));
    return text + u'\n' + exitCodes();
}

QString commandHelp(const CommandEntry &command)
{
    QString text = tr("Usage: owui-deploy %1 [OPTION…] %2").arg(command.name, command.arguments).trimmed() + u"\n\n"_s +
                   wrapped(command.description, 0) + u'\n' + tr("Options:") + u'\n';
    for (const OptionEntry &option : optionsOf(command.command)) {
        text += entry(u"%1 %2"_s.arg(option.name, option.value).trimmed(), option.help);
    }
    if (findOption(command.command, u"--url"_s)) {
        text += u'\n' + wrapped(serverSourceText(), 0);
    }
    return text + u'\n' + exitCodes();
}

} // namespace

QList<ManualEntry> exitCodeEntries()
{
    return {
        {u"0"_s, tr("Done, or nothing to do.")},
        {u"1"_s, tr("Something failed, is unknown or was blocked; for check: an error was found.")},
        {u"2"_s, tr("Wrong usage.")},
        {u"3"_s, tr("Cannot connect, or not allowed.")},
        {u"130"_s, tr("Interrupted. Ctrl+C once: nothing more is sent, and what runs is finished; twice: stop.")},
    };
}

QString serverSourceText()
{
    return tr(
        "Without --server, --url, --env-file and --practice the variables OPENWEBUI_URL and OPENWEBUI_API_KEY are "
        "used, or a .env that holds both, beside the folder or above it. URL and key always come from one source.");
}

QString helpText(const QString &topic)
{
    if (topic == u"json") {
        return jsonHelp();
    }
    if (topic == u"man") {
        return manualText();
    }
    const CommandEntry *command = findCommand(topic);
    return command ? commandHelp(*command) : overview();
}

} // namespace owui
