// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "commandline/commands/manualtext.h"

#include "commandline/arguments/commandtable.h"
#include "commandline/arguments/optiontable.h"
#include "commandline/arguments/texts.h"
#include "commandline/commands/helptext.h"
#include "manual/manualpage.h"
#include "manual/userfiles.h"

#include <QList>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

QList<ManualEntry> commandEntries()
{
    QList<ManualEntry> entries;
    for (const CommandEntry &command : commandTable()) {
        entries.append({.term = command.name + u' ' + command.arguments, .text = command.description});
    }
    return entries;
}

QList<ManualEntry> optionEntries()
{
    QList<ManualEntry> entries;
    for (const OptionEntry &option : optionTable()) {
        QStringList commands;
        for (const CommandName command : option.commands) {
            const auto &table = commandTable();
            commands.append(std::ranges::find(table, command, &CommandEntry::command)->name);
        }
        entries.append({.term = option.name + u' ' + option.value, .text = option.help});
        if (!commands.isEmpty()) {
            entries.last().text += u' ' + tr("Commands: %1.").arg(commands.join(u", "_s));
        }
    }
    return entries;
}

QList<ManualEntry> variableEntries()
{
    return {
        {u"OPENWEBUI_URL, OPENWEBUI_API_KEY"_s,
         tr("The server and its key, where no option says otherwise. With --url the key alone counts.")},
        {u"OPENWEBUI_HEADER_NAME"_s,
         tr("A header for what stands before the server: OPENWEBUI_HEADER_X_TOKEN gives X-TOKEN.")},
        {u"SSL_CERT_FILE, REQUESTS_CA_BUNDLE"_s, tr("Certificates (PEM) to trust in place of the system's.")},
        {u"NO_COLOR"_s, tr("Where it is not empty, nothing is coloured.")},
        {u"GITHUB_ACTIONS"_s, tr("Where it is “true”, findings are also written so that GitHub shows them beside the "
                                 "lines they are about.")},
        {u"XDG_CONFIG_HOME, XDG_DATA_HOME"_s,
         tr("Where the files below are, in place of ~/.config and ~/.local/share.")},
    };
}

QList<ManualEntry> fileEntries()
{
    return userFiles() << ManualEntry{u".env"_s,
                                      tr("The first one beside the folder or above it with OPENWEBUI_URL and "
                                         "OPENWEBUI_API_KEY, or with url and api_key.")};
}

QList<ManualEntry> exampleEntries()
{
    return {
        {tr("Try it out without a server:"), u"owui-deploy deploy --practice ~/plugins"_s},
        {tr("Look for mistakes before a commit, with warnings counted:"), u"owui-deploy check --strict ~/plugins"_s},
        {tr("See what a deployment would do, then do it:"),
         u"owui-deploy plan ~/plugins --server work\nowui-deploy deploy ~/plugins --server work"_s},
        {tr("Deploy one filter from CI, with the key in a file that only the job can read:"),
         u"owui-deploy deploy --id word_count --url https://openwebui.example --key-file /run/secrets/key plugins"_s},
        {tr("Take a plugin back to what it was before the last change:"),
         u"owui-deploy restore word_count --server work"_s},
    };
}

} // namespace

QString manualText()
{
    ManualPage page(u"owui-deploy"_s, tr("deploy the plugins of a folder to an Open WebUI server"),
                    {tr("COMMAND [OPTION…] [FOLDER|FILE…]"), u"help [COMMAND|json|man]"_s, u"--version"_s});
    page.addSection(u"DESCRIPTION"_s);
    page.addText(
        tr("Reads the plugins of a folder (pipes, filters, actions, events and tools), compares them with those "
           "of a server, and creates or updates what differs. It looks before it sends, tells what the server "
           "has afterwards, and keeps what the server had before, so that each change can be taken back."));
    page.addText(serverSourceText());
    page.addSection(u"COMMANDS"_s);
    page.addEntries(commandEntries());
    page.addSection(u"OPTIONS"_s);
    page.addEntries(optionEntries());
    page.addSection(u"ENVIRONMENT"_s);
    page.addEntries(variableEntries());
    page.addSection(u"FILES"_s);
    page.addEntries(fileEntries());
    page.addSection(u"EXIT STATUS"_s);
    page.addEntries(exitCodeEntries());
    page.addSection(u"EXAMPLES"_s);
    for (const ManualEntry &example : exampleEntries()) {
        page.addText(example.term);
        page.addExample(example.text);
    }
    page.addSection(u"SEE ALSO"_s);
    page.addReferences({u"owui-deployer"_s, u"owui-practice"_s});
    return page.text();
}

} // namespace owui
