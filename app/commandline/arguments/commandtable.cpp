// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "commandline/arguments/commandtable.h"

#include "commandline/arguments/completions.h"
#include "commandline/arguments/texts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

const QString folderOrFiles = u"[FOLDER|FILE…]"_s;

QList<CommandEntry> serverCommands()
{
    return {
        {CommandName::List, u"list"_s, folderOrFiles, tr("Show the plugins of a folder"),
         tr("Reads the plugins of a folder, or the named files, and shows them as a server would read "
            "them. Asks no server and runs no code.")},
        {CommandName::Status, u"status"_s, folderOrFiles, tr("Compare a folder with a server"),
         tr("Shows how each plugin here and on the server stand to each other, and what is only on the "
            "server. The texts decide; versions only tell which one is newer.")},
        {CommandName::Plan, u"plan"_s, folderOrFiles, tr("Show what a deployment would do"),
         tr("Shows what “deploy” with the same options would create and update, what it would not send "
            "and why. Exit code 1 if something is blocked.")},
        {CommandName::Diff, u"diff"_s, u"[ID|FILE]…"_s, tr("Show what a deployment would change in the texts"),
         tr("Shows the lines that differ between the server's text and the file's, of the named "
            "plugins, or of all that the server has too. Ids are those of the present folder.")},
        {CommandName::Deploy, u"deploy"_s, folderOrFiles, tr("Send plugins to a server"),
         tr("Creates what the server does not have and updates what is newer or changed. What the server "
            "already has exactly so is left alone, and what needs an agreement is blocked without it.")},
        {CommandName::Watch, u"watch"_s, folderOrFiles, tr("Send plugins as soon as they are saved"),
         tr("Sends each plugin when its file is saved, until Ctrl+C. What does not compile, or needs an agreement that "
            "--allow does not give, is told and not sent. More than five files within a second are no saves, as when a "
            "branch is switched: what a deployment would do is shown then. Where the server is gone, what is saved "
            "waits until it answers again. The exit code says how the last save of each plugin ended.")},
        {CommandName::Pull, u"pull"_s, u"ID… --to FOLDER"_s, tr("Write a server's plugins into files"),
         tr("Writes exactly the text that the server has of each plugin to ID.py in the folder. A file "
            "that has another text is left alone without --force. Changes nothing on the server. With "
            "“--format json” one file holds them all, as Open WebUI exports functions or tools.")},
        {CommandName::Toggle,
         u"toggle"_s,
         u"ID on|off"_s,
         tr("Switch a function on or off"),
         tr("Sets the function to on or off and looks at the server's answer. What is so already is "
            "left alone. Tools have no such switch."),
         {u"on"_s, u"off"_s}},
        {CommandName::History, u"history"_s, u"[ID]"_s, tr("Show what was sent to a server"),
         tr("Shows what was sent from here, newest first. Of one plugin also the versions that the "
            "server itself keeps, which Open WebUI does since 0.12.")},
        {CommandName::Restore, u"restore"_s, u"ID"_s, tr("Take a plugin back to an earlier version"),
         tr("Brings text, name, description and switches back to what they were before a change that "
            "was sent from here. Values of valves and shares stay as they are. A plugin that was not "
            "there is switched off. Itself in the history, so that it can be taken back.")},
    };
}

QList<CommandEntry> fileCommands()
{
    return {
        {CommandName::Check, u"check"_s, folderOrFiles, tr("Look for mistakes in plugins"),
         tr("Shows everything that was found in the plugins, and compiles them with the local Python, "
            "without running them. Exit code 1 if there is an error, or with --strict a warning, or if a named "
            "file is no plugin.")},
        {CommandName::Include, u"include"_s, u"FILE…"_s, tr("Take files that are left out"),
         tr("Notes in .owui-deploy.json that the files are plugins to deploy, although their name, their folder or an "
            "earlier decision says otherwise. The file is made to be committed. Asks no server.")},
        {CommandName::Exclude, u"exclude"_s, u"FILE…"_s, tr("Leave files out"),
         tr("Notes in .owui-deploy.json that the files are not deployed. The file is made to be committed. Asks no "
            "server.")},
        {CommandName::Pin, u"pin"_s, u"FILE ID"_s, tr("Keep an id for a file"),
         tr("Notes in .owui-deploy.json that the file is deployed under this id, whatever its header and its name say. "
            "The file is made to be committed. Asks no server.")},
        {CommandName::Unpin, u"unpin"_s, u"FILE…"_s, tr("Let header or name give a file's id again"),
         tr("Takes the ids of the files out of .owui-deploy.json. Asks no server.")},
        {CommandName::Bump, u"bump"_s, u"FILE…"_s, tr("Raise the version of plugins"),
         tr("Changes the number in the “version:” line of the headers, and nothing else of the files. A file that was "
            "changed meanwhile, is read-only or has no such line is left as it is, with the reason. A folder means all "
            "of its plugins. Asks no server.")},
    };
}

QList<CommandEntry> otherCommands()
{
    return {
        {CommandName::TestConnection, u"test-connection"_s, QString(),
         tr("Find out whether a server can be deployed to"),
         tr("Asks the server, step by step, for all that a deployment needs. Changes nothing.")},
        {CommandName::Practice, u"practice"_s, QString(), tr("Run a practice server"),
         tr("Runs an Open WebUI that keeps everything in memory, on this machine only, until Ctrl+C. "
            "Prints its URL and its key.")},
        {CommandName::Completion, u"completion"_s, u"bash|zsh|fish"_s,
         tr("Print a script that completes commands and options"),
         tr("Prints a script for the shell. Packages install it; else put “eval \"$(owui-deploy "
            "completion bash)\"” into the shell's start file."),
         namesOf<Shell>()},
    };
}

} // namespace

const QList<CommandEntry> &commandTable()
{
    static const QList<CommandEntry> table = serverCommands() + fileCommands() + otherCommands();
    return table;
}

QStringList commandNames()
{
    QStringList names;
    std::ranges::transform(commandTable(), std::back_inserter(names), &CommandEntry::name);
    return names;
}

QStringList helpTopics()
{
    return commandNames() << u"json"_s << u"man"_s;
}

const CommandEntry *findCommand(const QString &name)
{
    const auto found = std::ranges::find(commandTable(), name, &CommandEntry::name);
    return found == commandTable().end() ? nullptr : &*found;
}

} // namespace owui
