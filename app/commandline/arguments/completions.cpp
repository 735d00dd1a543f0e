// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "commandline/arguments/completions.h"

#include "commandline/arguments/commandtable.h"
#include "commandline/arguments/optiontable.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

const QString licence = u"# SPDX-FileCopyrightText: 2026 The OWUI Deployer authors\n# SPDX-License-Identifier: MIT\n"_s;

bool takesFiles(const CommandEntry &command)
{
    return command.arguments.contains(u"FILE");
}

QString quoted(QString text)
{
    return u'\'' + text.replace(u'\'', u"'\\''"_s) + u'\'';
}

/// How a shell is told what an option's value is made of.
struct ValueForms
{
    QString file;
    QString folder;
    QString choices; ///< %1: the words
    QString anything;
};

QString valueOf(const OptionEntry &option, const ValueForms &forms)
{
    return option.value == u"FILE"     ? forms.file
           : option.value == u"FOLDER" ? forms.folder
           : option.choices.isEmpty()  ? forms.anything
                                       : forms.choices.arg(option.choices.join(u' '));
}

// ---- bash --------------------------------------------------------------------------------------------------------

QString bashScript()
{
    const ValueForms forms{.file = u"compgen -f -- \"$word\""_s,
                           .folder = u"compgen -d -- \"$word\""_s,
                           .choices = u"compgen -W '%1' -- \"$word\""_s,
                           .anything = u":"_s};
    QString values;
    for (const OptionEntry &option : optionTable()) {
        if (!option.value.isEmpty()) {
            values += u"    %1) %2 ;;\n"_s.arg(option.name, valueOf(option, forms));
        }
    }
    QString commands;
    for (const CommandEntry &command : commandTable()) {
        QStringList words = command.choices;
        std::ranges::transform(optionsOf(command.command), std::back_inserter(words), &OptionEntry::name);
        commands += u"    %1)\n      compgen -W %2 -- \"$word\"\n"_s.arg(command.name, quoted(words.join(u' ')));
        commands += takesFiles(command) ? u"      compgen -f -- \"$word\"\n"_s : QString();
        commands += u"      ;;\n"_s;
    }
    QStringList first = commandNames() + QStringList{u"help"_s, u"--help"_s, u"--version"_s};
    return licence +
           u"_owui_deploy_words() {\n"
           "  local command=$1 before=$2 word=$3\n"
           "  case $before in\n"_s +
           values +
           u"    *) return 1 ;;\n"
           "  esac\n"
           "}\n"
           "_owui_deploy_operands() {\n"
           "  local command=$1 word=$2\n"
           "  case $command in\n"_s +
           commands + u"    help) compgen -W %1 -- \"$word\" ;;\n"_s.arg(quoted(helpTopics().join(u' '))) +
           u"  esac\n"
           "}\n"
           "_owui_deploy() {\n"
           "  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} command=${COMP_WORDS[1]-}\n"
           "  if ((COMP_CWORD == 1)); then\n"
           "    mapfile -t COMPREPLY < <(compgen -W %1 -- \"$word\")\n"
           "    return\n"
           "  fi\n"
           "  mapfile -t COMPREPLY < <(_owui_deploy_words \"$command\" \"$before\" \"$word\" ||\n"
           "    _owui_deploy_operands \"$command\" \"$word\")\n"
           "}\n"
           "complete -o filenames -F _owui_deploy owui-deploy\n"_s.arg(quoted(first.join(u' ')));
}

// ---- zsh ---------------------------------------------------------------------------------------------------------

QString zshText(QString text)
{
    return text.replace(u'\\', u"\\\\"_s).replace(u'[', u"\\["_s).replace(u']', u"\\]"_s).replace(u':', u"\\:"_s);
}

QString zshScript()
{
    const ValueForms forms{.file = u"_files"_s, .folder = u"_files -/"_s, .choices = u"(%1)"_s, .anything = u" "_s};
    QString commands;
    QString cases;
    for (const CommandEntry &command : commandTable()) {
        commands += u"    %1\n"_s.arg(quoted(command.name + u':' + zshText(command.summary)));
        cases += u"    %1)\n      _arguments"_s.arg(command.name);
        for (const OptionEntry &option : optionsOf(command.command)) {
            const QString specification =
                option.value.isEmpty()
                    ? u"%1[%2]"_s.arg(option.name, zshText(option.help))
                    : u"%1=[%2]:%3:%4"_s.arg(option.name, zshText(option.help), option.value, valueOf(option, forms));
            cases += u" \\\n        "_s + quoted(specification);
        }
        if (!command.choices.isEmpty()) {
            cases += u" \\\n        "_s + quoted(u"*:%1:(%2)"_s.arg(command.name, command.choices.join(u' ')));
        } else if (takesFiles(command)) {
            cases += u" \\\n        '*:file:_files'"_s;
        }
        cases += u"\n      ;;\n"_s;
    }
    return u"#compdef owui-deploy\n"_s + licence +
           u"_owui-deploy() {\n"
           "  local -a commands\n"
           "  commands=(\n"_s +
           commands +
           u"    'help:The options of a command'\n"
           "  )\n"
           "  if ((CURRENT == 2)); then\n"
           "    _describe -t commands command commands\n"
           "    return\n"
           "  fi\n"
           "  shift words\n"
           "  ((CURRENT--))\n"
           "  case $words[1] in\n"_s +
           cases + u"    help) compadd -- %1 ;;\n"_s.arg(helpTopics().join(u' ')) +
           u"  esac\n"
           "}\n"
           "# Found by the completion system in a folder, or run by a start file.\n"
           "if [[ $funcstack[1] == _owui-deploy ]]; then\n"
           "  _owui-deploy \"$@\"\n"
           "else\n"
           "  compdef _owui-deploy owui-deploy\n"
           "fi\n"_s;
}

// ---- fish --------------------------------------------------------------------------------------------------------

QString fishText(QString text)
{
    return u'\'' + text.replace(u'\\', u"\\\\"_s).replace(u'\'', u"\\'"_s) + u'\'';
}

QString fishScript()
{
    const ValueForms forms{.file = u" -r -F"_s,
                           .folder = u" -x -a '(__fish_complete_directories)'"_s,
                           .choices = u" -x -a '%1'"_s,
                           .anything = u" -x"_s};
    QString script = licence +
                     u"complete -c owui-deploy -f\n"
                     "complete -c owui-deploy -n __fish_use_subcommand -a help -d 'The options of a command'\n"
                     "complete -c owui-deploy -n __fish_use_subcommand -l version -l help\n"_s;
    for (const CommandEntry &command : commandTable()) {
        const QString seen = u"complete -c owui-deploy -n '__fish_seen_subcommand_from %1'"_s.arg(command.name);
        script += u"complete -c owui-deploy -n __fish_use_subcommand -a %1 -d %2\n"_s.arg(command.name,
                                                                                          fishText(command.summary));
        for (const OptionEntry &option : optionsOf(command.command)) {
            const QString value = option.value.isEmpty() ? QString() : valueOf(option, forms);
            script += u"%1 -l %2%3 -d %4\n"_s.arg(seen, option.name.sliced(2), value, fishText(option.help));
        }
        if (!command.choices.isEmpty()) {
            script += u"%1 -a %2\n"_s.arg(seen, fishText(command.choices.join(u' ')));
        } else if (takesFiles(command)) {
            script += seen + u" -F\n"_s;
        }
    }
    script += u"complete -c owui-deploy -n '__fish_seen_subcommand_from help' -a %1\n"_s.arg(
        fishText(helpTopics().join(u' ')));
    return script;
}

} // namespace

QString completionScript(Shell shell)
{
    return shell == Shell::Bash ? bashScript() : shell == Shell::Zsh ? zshScript() : fishScript();
}

template<>
WordTable<Shell> wordsOf()
{
    static constexpr Word<Shell> words[] = {{Shell::Bash, "bash"}, {Shell::Zsh, "zsh"}, {Shell::Fish, "fish"}};
    return {.words = words};
}

} // namespace owui
