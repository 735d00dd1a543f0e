// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "plugins/finding.h"

#include "isolated.h"

#include <algorithm>
#include <array>

namespace owui {

namespace {

struct FindingTexts
{
    FindingCode code;
    Severity severity;
    const char *name;
    const char *text; ///< %1 is the argument
    const char *remedy;
};

constexpr std::array texts{
    FindingTexts{
        FindingCode::HeaderByteOrderMark, Severity::Info, "header-byte-order-mark",
        QT_TRANSLATE_NOOP("Finding", "The file starts with a byte order mark. With it the server would read no "
                                     "header and refuse the code."),
        QT_TRANSLATE_NOOP("Finding", "It is not sent. Save the file as UTF-8 without byte order mark to be rid "
                                     "of it everywhere.")},
    FindingTexts{FindingCode::HeaderNotFirst, Severity::Warning, "header-not-first",
                 QT_TRANSLATE_NOOP("Finding", "The header does not start on the first line, so the server reads no "
                                              "title and no version and installs no requirements."),
                 QT_TRANSLATE_NOOP("Finding",
                                   "Move the line with the three double quotes to the very first line, above "
                                   "comments, blank lines and \"#!\".")},
    FindingTexts{FindingCode::HeaderTextOnOpeningLine, Severity::Warning, "header-text-on-opening-line",
                 QT_TRANSLATE_NOOP("Finding",
                                   "Text follows the opening quotes (\"%1\"), so the server reads nothing of "
                                   "this header: no title, no version, no requirements."),
                 QT_TRANSLATE_NOOP("Finding", "Leave the three double quotes alone on the first line and start the "
                                              "fields on the next one.")},
    FindingTexts{FindingCode::HeaderSingleQuotes, Severity::Warning, "header-single-quotes",
                 QT_TRANSLATE_NOOP("Finding",
                                   "The header stands in single quotes ('''), so the server reads nothing of "
                                   "it: no title, no version, no requirements."),
                 QT_TRANSLATE_NOOP("Finding", "Open and close the header with three double quotes.")},
    FindingTexts{FindingCode::HeaderPrefixedQuotes, Severity::Warning, "header-prefixed-quotes",
                 QT_TRANSLATE_NOOP("Finding", "The header opens with %1, so the server reads nothing of it: no title, "
                                              "no version, no requirements."),
                 QT_TRANSLATE_NOOP("Finding", "Remove the letter before the three double quotes.")},
    FindingTexts{FindingCode::HeaderMissing, Severity::Warning, "header-missing",
                 QT_TRANSLATE_NOOP("Finding", "The file has no header, so the server knows no title and no version and "
                                              "installs no requirements."),
                 QT_TRANSLATE_NOOP("Finding",
                                   "Start the file with a line of three double quotes, then lines such as "
                                   "\"title: My plugin\" and \"version: 1.0.0\", then three double quotes.")},
    FindingTexts{
        FindingCode::HeaderNotClosed, Severity::Warning, "header-not-closed",
        QT_TRANSLATE_NOOP("Finding", "The header is not closed, so the server takes lines of code for fields."),
        QT_TRANSLATE_NOOP("Finding", "Close the header with a line of three double quotes.")},
    FindingTexts{FindingCode::HeaderKeyCase, Severity::Warning, "header-key-case",
                 QT_TRANSLATE_NOOP("Finding", "The field \"%1\" has capital letters. The server keeps it under that "
                                              "name, and nothing reads it there."),
                 QT_TRANSLATE_NOOP("Finding", "Write the field's name in small letters.")},
    FindingTexts{FindingCode::HeaderKeyNotRead, Severity::Warning, "header-key-not-read",
                 QT_TRANSLATE_NOOP("Finding", "The server does not read the field \"%1\": a name has only letters and "
                                              "underscores, and the colon follows at once."),
                 QT_TRANSLATE_NOOP("Finding", "Write the name with letters and underscores only, directly followed by "
                                              "an ordinary colon.")},
    FindingTexts{FindingCode::HeaderQuotedValue, Severity::Info, "header-quoted-value",
                 QT_TRANSLATE_NOOP("Finding",
                                   "The value of \"%1\" stands in quotes, and the server keeps the quotes as "
                                   "part of it."),
                 QT_TRANSLATE_NOOP("Finding", "Remove the quotes around the value.")},
    FindingTexts{FindingCode::HeaderMultilineValue, Severity::Warning, "header-multiline-value",
                 QT_TRANSLATE_NOOP("Finding",
                                   "The value of \"%1\" goes on over several lines. The server reads only the "
                                   "first one, and a line with a colon as a field of its own."),
                 QT_TRANSLATE_NOOP("Finding", "Write the whole value on one line.")},
    FindingTexts{FindingCode::HeaderEndsEarly, Severity::Warning, "header-ends-early",
                 QT_TRANSLATE_NOOP("Finding", "Three double quotes stand inside a line (\"%1\"). The server ends the "
                                              "header there and reads neither that line nor what follows."),
                 QT_TRANSLATE_NOOP("Finding", "Use other quotes inside the value, and put the closing quotes on a line "
                                              "of their own.")},
    FindingTexts{FindingCode::HeaderMoreFindings, Severity::Warning, "header-more-findings",
                 QT_TRANSLATE_NOOP("Finding", "Further findings about the header are left out: %1."),
                 QT_TRANSLATE_NOOP("Finding", "Mend what is told first, then look again.")},
    FindingTexts{FindingCode::RequirementsList, Severity::Warning, "requirements-list",
                 QT_TRANSLATE_NOOP("Finding", "\"requirements\" is written as a list, which the server does not "
                                              "understand: it installs none of them, or fails."),
                 QT_TRANSLATE_NOOP("Finding", "Write the packages on one line, separated by commas: requirements: "
                                              "httpx, pandas")},
    FindingTexts{FindingCode::RequirementsComma, Severity::Warning, "requirements-comma",
                 QT_TRANSLATE_NOOP("Finding", "\"%1\" in \"requirements\" has a comma inside. The server cuts at every "
                                              "comma, and pip then fails."),
                 QT_TRANSLATE_NOOP("Finding", "Give one condition per package, for example pandas~=1.5, and one extra "
                                              "at a time.")},
    FindingTexts{FindingCode::VersionMissing, Severity::Info, "version-missing",
                 QT_TRANSLATE_NOOP("Finding", "The header has no version, so nobody can tell this text from an older "
                                              "or newer one by its version."),
                 QT_TRANSLATE_NOOP("Finding", "Add a line such as \"version: 1.0.0\" to the header.")},
    FindingTexts{FindingCode::VersionUnreadable, Severity::Warning, "version-unreadable",
                 QT_TRANSLATE_NOOP("Finding", "\"%1\" cannot be compared with other versions."),
                 QT_TRANSLATE_NOOP("Finding", "Write the field \"version\" as numbers with dots, such as 1.2.3, with "
                                              "nothing behind it on the line.")},
    FindingTexts{FindingCode::FolderSaysOtherKind, Severity::Warning, "folder-says-other-kind",
                 QT_TRANSLATE_NOOP("Finding", "The folder \"%1\" says another kind than the classes of the code. The "
                                              "code decides."),
                 QT_TRANSLATE_NOOP("Finding",
                                   "Nothing else depends on the folder's name. Move the file to the folder of its "
                                   "kind if people would look for it there.")},
    FindingTexts{FindingCode::ExportSaysOtherKind, Severity::Warning, "export-says-other-kind",
                 QT_TRANSLATE_NOOP("Finding", "The export says \"%1\", which is another kind than the classes of the "
                                              "code. The code decides."),
                 QT_TRANSLATE_NOOP("Finding", "Look whether the export was changed after it was made.")},
    FindingTexts{FindingCode::SeveralPluginClasses, Severity::Warning, "several-plugin-classes",
                 QT_TRANSLATE_NOOP("Finding", "The file has several of the names that make a plugin: %1. The server "
                                              "uses only one of them."),
                 QT_TRANSLATE_NOOP("Finding", "Give each plugin a file of its own, and import other classes under "
                                              "another name.")},
    FindingTexts{FindingCode::IdInvalid, Severity::Error, "id-invalid",
                 QT_TRANSLATE_NOOP("Finding", "Neither the header nor the file name (\"%1\") gives a valid id, so the "
                                              "plugin cannot be deployed."),
                 QT_TRANSLATE_NOOP("Finding", "Add a line such as \"id: my_plugin\" to the header, or set an id here: "
                                              "letters, digits and underscores, not starting with a digit, at most 200 "
                                              "bytes.")},
    FindingTexts{FindingCode::IdChanged, Severity::Info, "id-changed",
                 QT_TRANSLATE_NOOP("Finding", "\"%1\" cannot be an id as it is written, so the id differs from it."),
                 QT_TRANSLATE_NOOP("Finding",
                                   "Write the header's field \"id\" in small letters, digits and underscores, "
                                   "or set an id here.")},
    FindingTexts{
        FindingCode::IdTaken, Severity::Error, "id-taken",
        QT_TRANSLATE_NOOP("Finding", "Another file of this folder has the same id: %1. Only one of them can be "
                                     "deployed."),
        QT_TRANSLATE_NOOP("Finding", "Use this file and exclude the others, or exclude this one, or give it an "
                                     "id of its own.")},
    FindingTexts{FindingCode::SyntaxError, Severity::Error, "syntax-error",
                 QT_TRANSLATE_NOOP("Finding", "Python refuses the code: %1."),
                 QT_TRANSLATE_NOOP("Finding",
                                   "Mend the code before you deploy it. Servers up to 0.11 switch a function "
                                   "off when its new code does not load.")},
    FindingTexts{FindingCode::PythonNotChecked, Severity::Info, "python-not-checked",
                 QT_TRANSLATE_NOOP("Finding", "The code was not checked: %1."),
                 QT_TRANSLATE_NOOP("Finding", "The server will tell whether it loads.")},
    FindingTexts{
        FindingCode::PythonMissing, Severity::Info, "python-missing",
        QT_TRANSLATE_NOOP("Finding", "The code was not checked: %1."),
        QT_TRANSLATE_NOOP("Finding", "Install Python 3.11 or newer to have the code checked before it is sent.")},
    FindingTexts{FindingCode::PythonNewer, Severity::Warning, "python-newer",
                 QT_TRANSLATE_NOOP("Finding", "Python 3.11, which Open WebUI's image has, refuses this: %1."),
                 QT_TRANSLATE_NOOP("Finding",
                                   "Write it as Python 3.11 knows it, unless your server runs a newer Python. Open "
                                   "WebUI's package takes 3.11 and 3.12.")},
};

const FindingTexts &textsOf(FindingCode code)
{
    return *std::ranges::find(texts, code, &FindingTexts::code);
}

} // namespace

template<>
WordTable<Severity> wordsOf()
{
    static constexpr Word<Severity> words[] = {
        {Severity::Info, "info"}, {Severity::Warning, "warning"}, {Severity::Error, "error"}};
    return {.words = words};
}

template<>
WordTable<FindingCode> wordsOf()
{
    static constexpr auto words = [] {
        std::array<Word<FindingCode>, texts.size()> all{};
        std::ranges::transform(texts, all.begin(), [](const FindingTexts &entry) {
            return Word<FindingCode>{.value = entry.code, .name = entry.name, .text = {.source = entry.text}};
        });
        return all;
    }();
    return {.words = words, .context = "Finding"};
}

Severity Finding::severity() const
{
    return textsOf(code).severity;
}

QString Finding::text() const
{
    const QString pattern = textOf(code);
    return pattern.contains(u"%1") ? pattern.arg(isolated(argument)) : pattern;
}

QString Finding::remedy() const
{
    return QCoreApplication::translate("Finding", textsOf(code).remedy);
}

} // namespace owui
