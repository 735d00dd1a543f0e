// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "commandline/arguments/commandtable.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("CommandLine", text);
}

QList<CommandEntry> makeCommands()
{
    const QString folderOrFiles = u"[FOLDER|FILE…]"_s;
    return {
        {.command = CommandName::List,
         .name = u"list"_s,
         .arguments = folderOrFiles,
         .operands = Operands::Files,
         .summary = tr("Show the plugins of a folder"),
         .description = tr("Reads the plugins of a folder, or the named files, and shows them as a server would read "
                           "them. Asks no server and runs no code.")},
        {.command = CommandName::Status,
         .name = u"status"_s,
         .arguments = folderOrFiles,
         .operands = Operands::Files,
         .summary = tr("Compare a folder with a server"),
         .description = tr("Shows how each plugin here and on the server stand to each other, and what is only on the "
                           "server. The texts decide; versions only tell which one is newer.")},
        {.command = CommandName::Plan,
         .name = u"plan"_s,
         .arguments = folderOrFiles,
         .operands = Operands::Files,
         .summary = tr("Show what a deployment would do"),
         .description = tr("Shows what “deploy” with the same options would create and update, what it would not send "
                           "and why. Exit code 1 if something is blocked.")},
        {.command = CommandName::Diff,
         .name = u"diff"_s,
         .arguments = u"[ID|FILE]…"_s,
         .operands = Operands::Files,
         .summary = tr("Show what a deployment would change in the texts"),
         .description = tr("Shows the lines that differ between the server's text and the file's, of the named "
                           "plugins, or of all that the server has too. Ids are those of the present folder.")},
        {.command = CommandName::Deploy,
         .name = u"deploy"_s,
         .arguments = folderOrFiles,
         .operands = Operands::Files,
         .summary = tr("Send plugins to a server"),
         .description =
             tr("Creates what the server does not have and updates what is newer or changed. What the server "
                "already has exactly so is left alone, and what needs an agreement is blocked without it.")},
        {.command = CommandName::Pull,
         .name = u"pull"_s,
         .arguments = u"ID… --to FOLDER"_s,
         .operands = Operands::Ids,
         .summary = tr("Write a server's plugins into files"),
         .description = tr("Writes exactly the text that the server has of each plugin to ID.py in the folder. A file "
                           "that has another text is left alone without --force. Changes nothing on the server.")},
        {.command = CommandName::Toggle,
         .name = u"toggle"_s,
         .arguments = u"ID on|off"_s,
         .operands = Operands::IdAndSwitch,
         .summary = tr("Switch a function on or off"),
         .description = tr("Sets the function to on or off and looks at the server's answer. What is so already is "
                           "left alone. Tools have no such switch.")},
        {.command = CommandName::History,
         .name = u"history"_s,
         .arguments = u"[ID]"_s,
         .operands = Operands::Ids,
         .summary = tr("Show what was sent to a server"),
         .description = tr("Shows what was sent from here, newest first. Of one plugin also the versions that the "
                           "server itself keeps, which Open WebUI does since 0.12.")},
        {.command = CommandName::Restore,
         .name = u"restore"_s,
         .arguments = u"ID"_s,
         .operands = Operands::Ids,
         .summary = tr("Take a plugin back to an earlier version"),
         .description = tr("Brings text, name, description and switches back to what they were before a change that "
                           "was sent from here. Values of valves and shares stay as they are. A plugin that was not "
                           "there is switched off. Itself in the history, so that it can be taken back.")},
        {.command = CommandName::Check,
         .name = u"check"_s,
         .arguments = folderOrFiles,
         .operands = Operands::Files,
         .summary = tr("Look for mistakes in plugins"),
         .description = tr("Shows everything that was found in the plugins, and compiles them with the local Python, "
                           "without running them. Exit code 1 if there is a warning or an error.")},
        {.command = CommandName::TestConnection,
         .name = u"test-connection"_s,
         .arguments = {},
         .operands = Operands::None,
         .summary = tr("Find out whether a server can be deployed to"),
         .description = tr("Asks the server, step by step, for all that a deployment needs. Changes nothing.")},
        {.command = CommandName::Practice,
         .name = u"practice"_s,
         .arguments = {},
         .operands = Operands::None,
         .summary = tr("Run a practice server"),
         .description = tr("Runs an Open WebUI that keeps everything in memory, on this machine only, until Ctrl+C. "
                           "Prints its URL and its key.")},
        {.command = CommandName::Completion,
         .name = u"completion"_s,
         .arguments = u"bash|zsh|fish"_s,
         .operands = Operands::Shell,
         .summary = tr("Print a script that completes commands and options"),
         .description = tr("Prints a script for the shell. Packages install it; else put “eval \"$(owui-deploy "
                           "completion bash)\"” into the shell's start file.")},
    };
}

} // namespace

const QList<CommandEntry> &commandTable()
{
    static const QList<CommandEntry> table = makeCommands();
    return table;
}

const CommandEntry *findCommand(const QString &name)
{
    const auto found = std::ranges::find(commandTable(), name, &CommandEntry::name);
    return found == commandTable().end() ? nullptr : &*found;
}

} // namespace owui
