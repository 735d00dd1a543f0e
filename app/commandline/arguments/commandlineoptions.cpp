// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "commandline/arguments/commandlineoptions.h"

#include "commandline/arguments/commandtable.h"
#include "commandline/arguments/completions.h"
#include "commandline/arguments/optiontable.h"
#include "commandline/arguments/texts.h"

#include <QFileInfo>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

Problem keyRefused()
{
    return {tr("A key is not accepted on the command line: every program of this machine could read it there, and the "
               "shell would keep it in its history."),
            tr("Use --key-file FILE, --key-stdin, or the variable OPENWEBUI_API_KEY.")};
}

bool namesSecret(const QString &option)
{
    static const QStringList names = {u"--key"_s,   u"--api-key"_s, u"--apikey"_s,  u"--api_key"_s,
                                      u"--token"_s, u"--secret"_s,  u"--password"_s};
    return names.contains(option);
}

/// A key that was typed where a folder or a name belongs must not come back in an error text.
bool looksLikeSecret(const QString &text)
{
    return text.startsWith(u"sk-") && !QFileInfo::exists(text);
}

QString commandHint()
{
    return tr("The commands are %1; see “owui-deploy --help”.").arg(commandNames().join(u", "_s));
}

Problem unknownOption(const CommandEntry &command, const QString &name)
{
    const bool elsewhere = std::ranges::find(optionTable(), name, &OptionEntry::name) != optionTable().end();
    return {elsewhere ? tr("“%1” has no option %2.").arg(command.name, name) : tr("There is no option %1.").arg(name),
            tr("See “owui-deploy %1 --help”.").arg(command.name)};
}

/// What only the whole of the arguments can show to be wrong.
std::optional<Problem> contradiction(const CommandLineOptions &options)
{
    const bool byUrl = !options.url.isEmpty();
    const int sources =
        int(!options.serverName.isEmpty()) + int(byUrl) + int(!options.envFile.isEmpty()) + int(options.practice);
    if (sources > 1) {
        return Problem{tr("Only one of --server, --url, --env-file and --practice can say where to deploy."), {}};
    }
    if (!options.keyFile.isEmpty() && options.keyFromStdin) {
        return Problem{tr("Only one of --key-file and --key-stdin can say which key to use."), {}};
    }
    if ((!options.keyFile.isEmpty() || options.keyFromStdin) && !byUrl) {
        return Problem{tr("A key needs the URL it belongs to."), tr("Add --url URL.")};
    }
    if (!options.headerFiles.isEmpty() && !byUrl) {
        return Problem{
            tr("A header needs the URL it belongs to."),
            tr("Add --url URL. A .env and the environment name headers as OPENWEBUI_HEADER_NAME=VALUE, beside "
               "their URL.")};
    }
    if (byUrl && !QUrl(options.url).userInfo().isEmpty()) {
        return keyRefused();
    }
    if (options.command == CommandName::Pull && (options.paths.isEmpty() || options.pullFolder.isEmpty())) {
        return Problem{tr("“pull” wants to know which plugins and where to."),
                       tr("Write “owui-deploy pull ID… --to FOLDER”.")};
    }
    if (options.command == CommandName::Pin && options.paths.size() != 2) {
        return Problem{tr("“pin” wants to know which file, and which id it shall keep."),
                       tr("Write “owui-deploy pin FILE ID”.")};
    }
    if (options.command == CommandName::Unpin && options.paths.isEmpty()) {
        return Problem{tr("Which files? A folder is not meant."), tr("Write “owui-deploy unpin FILE…”.")};
    }
    if (options.command == CommandName::Bump && options.paths.isEmpty()) {
        return Problem{tr("Which files? “bump” changes none that is not named."),
                       tr("Write “owui-deploy bump FILE…”, or name the folder for all of its plugins.")};
    }
    const bool decides = options.command == CommandName::Include || options.command == CommandName::Exclude;
    if (decides && options.paths.isEmpty()) {
        return Problem{tr("Which files? A folder is not meant."),
                       tr("Write “owui-deploy include FILE…” or “owui-deploy exclude FILE…”.")};
    }
    if (options.command == CommandName::Restore && options.paths.size() != 1) {
        return Problem{tr("“restore” wants to know which plugin."), tr("Write “owui-deploy restore ID”.")};
    }
    if (options.command == CommandName::History && options.paths.size() > 1) {
        return Problem{tr("“history” shows one plugin, or all without an id."), tr("Write “owui-deploy history ID”.")};
    }
    if (options.command == CommandName::Toggle &&
        (options.paths.size() != 2 || (options.paths.at(1) != u"on" && options.paths.at(1) != u"off"))) {
        return Problem{tr("“toggle” wants to know which function, and whether it shall be on or off."),
                       tr("Write “owui-deploy toggle ID on” or “owui-deploy toggle ID off”.")};
    }
    if (options.command == CommandName::Completion) {
        const bool isKnown = options.paths.size() == 1 && fromName<Shell>(options.paths.first());
        return isKnown ? std::nullopt
                       : std::optional(Problem{tr("“completion” wants to know the shell: bash, zsh or fish."), {}});
    }
    return {};
}

class Parser final
{
public:
    explicit Parser(const QStringList &arguments)
        : m_arguments(arguments)
    {
    }

    Result<CommandLineOptions> parse()
    {
        if (m_arguments.isEmpty()) {
            return Problem{tr("What should be done?"), commandHint()};
        }
        const QString first = m_arguments.takeFirst();
        if (first == u"--version") {
            m_options.action = CommandLineOptions::Action::ShowVersion;
            return m_options;
        }
        if (first == u"--help" || first == u"-h" || first == u"help") {
            return parseHelp();
        }
        m_command = findCommand(first);
        if (!m_command) {
            return first.startsWith(u'-')   ? Problem{tr("A command comes first."), commandHint()}
                   : looksLikeSecret(first) ? keyRefused()
                                            : Problem{tr("There is no command “%1”.").arg(first), commandHint()};
        }
        m_options.command = m_command->command;
        return parseRest();
    }

private:
    Result<CommandLineOptions> parseHelp()
    {
        m_options.action = CommandLineOptions::Action::ShowHelp;
        m_options.helpTopic = m_arguments.value(0);
        if (!m_options.helpTopic.isEmpty() && !helpTopics().contains(m_options.helpTopic)) {
            return Problem{tr("There is no help for that."), commandHint()};
        }
        return m_options;
    }

    Result<CommandLineOptions> parseRest()
    {
        bool onlyPaths = false;
        while (!m_arguments.isEmpty()) {
            const QString argument = m_arguments.takeFirst();
            if (!onlyPaths && argument == u"--") {
                onlyPaths = true;
            } else if (!onlyPaths && (argument == u"--help" || argument == u"-h")) {
                m_options.action = CommandLineOptions::Action::ShowHelp;
                m_options.helpTopic = m_command->name;
                return m_options;
            } else if (!onlyPaths && argument.startsWith(u'-') && argument.size() > 1) {
                if (const std::optional<Problem> problem = parseOption(argument)) {
                    return *problem;
                }
            } else if (looksLikeSecret(argument)) {
                return keyRefused();
            } else if (m_command->arguments.isEmpty()) {
                return Problem{tr("“%1” takes options only.").arg(m_command->name),
                               tr("See “owui-deploy %1 --help”.").arg(m_command->name)};
            } else {
                m_options.paths.append(argument);
            }
        }
        if (const std::optional<Problem> problem = contradiction(m_options)) {
            return *problem;
        }
        return m_options;
    }

    std::optional<Problem> parseOption(const QString &argument)
    {
        const qsizetype equals = argument.indexOf(u'=');
        const QString name = argument.left(equals);
        if (namesSecret(name)) {
            return keyRefused();
        }
        const OptionEntry *option = findOption(m_command->command, name);
        if (!option) {
            return unknownOption(*m_command, name);
        }
        if (option->value.isEmpty()) {
            return equals < 0 ? option->apply(m_options, {})
                              : std::optional(Problem{tr("%1 takes no value.").arg(name), {}});
        }
        if (equals < 0 && m_arguments.isEmpty()) {
            return Problem{tr("%1 wants a value: %1 %2.").arg(name, option->value), {}};
        }
        const QString value = equals < 0 ? m_arguments.takeFirst() : argument.sliced(equals + 1);
        if (value.isEmpty()) {
            return Problem{tr("The value of %1 is empty.").arg(name), {}};
        }
        return looksLikeSecret(value) ? keyRefused() : option->apply(m_options, value);
    }

    QStringList m_arguments;
    CommandLineOptions m_options;
    const CommandEntry *m_command = nullptr;
};

} // namespace

template<>
WordTable<ColorMode> wordsOf()
{
    static constexpr Word<ColorMode> words[] = {
        {ColorMode::Auto, "auto"}, {ColorMode::Always, "always"}, {ColorMode::Never, "never"}};
    return {.words = words};
}

template<>
WordTable<PullFormat> wordsOf()
{
    static constexpr Word<PullFormat> words[] = {{PullFormat::Python, "py"}, {PullFormat::Json, "json"}};
    return {.words = words};
}

Result<CommandLineOptions> parseCommandLine(const QStringList &arguments)
{
    return Parser(arguments).parse();
}

} // namespace owui
