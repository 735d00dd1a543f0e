// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "plugins/skipreason.h"

namespace owui {

template<>
WordTable<SkipReason> wordsOf()
{
    static constexpr Word<SkipReason> words[] = {
        {SkipReason::NoPluginClass, "no-plugin-class",
         QT_TRANSLATE_NOOP(
             "SkipReason",
             "The file has no top-level class Pipe, Filter, Action, Event or Tools, so it is no plugin.")},
        {SkipReason::NoOwnClass, "no-own-class",
         QT_TRANSLATE_NOOP("SkipReason",
                           "The file only imports a name such as Tools or Event, or gives it to a value; it defines no "
                           "class of that name, so it is taken for no plugin.")},
        {SkipReason::PipelinesServer, "pipelines-server",
         QT_TRANSLATE_NOOP("SkipReason", "The class Pipeline belongs to a Pipelines server, which is another program: "
                                         "Open WebUI itself takes no such file.")},
        {SkipReason::TestOrHelper, "test-or-helper",
         QT_TRANSLATE_NOOP(
             "SkipReason",
             "The name or the folder says that this is a test, a helper, or a part from which another file is made.")},
        {SkipReason::Template, "template",
         QT_TRANSLATE_NOOP("SkipReason", "The name or the folder says that this is a template.")},
        {SkipReason::LocalizedCopy, "localized-copy",
         QT_TRANSLATE_NOOP("SkipReason", "The name says that this is the same plugin in another language.")},
        {SkipReason::Draft, "draft",
         QT_TRANSLATE_NOOP("SkipReason", "The name or the folder says that this is a draft, a backup or an old copy.")},
        {SkipReason::ExcludedByUser, "excluded-by-user", QT_TRANSLATE_NOOP("SkipReason", "You excluded this file.")},
        {SkipReason::NotUtf8, "not-utf-8",
         QT_TRANSLATE_NOOP("SkipReason", "The text is not UTF-8. Save the file as UTF-8.")},
        {SkipReason::ContainsNul, "contains-nul",
         QT_TRANSLATE_NOOP("SkipReason", "The file contains a NUL byte, which no Python file may have.")},
        {SkipReason::Empty, "empty", QT_TRANSLATE_NOOP("SkipReason", "The file is empty.")},
        {SkipReason::Unreadable, "unreadable",
         QT_TRANSLATE_NOOP("SkipReason", "The file cannot be read. Check its permissions.")},
        {SkipReason::TooLarge, "too-large",
         QT_TRANSLATE_NOOP("SkipReason", "The file is larger than 8 MiB and is not read.")},
        {SkipReason::NotRegularFile, "not-a-regular-file",
         QT_TRANSLATE_NOOP("SkipReason", "This is no ordinary file but a folder, a pipe or a device.")},
        {SkipReason::Link, "link",
         QT_TRANSLATE_NOOP("SkipReason",
                           "This is a link. Links are not followed: a file of this folder is read where it lies.")},
        {SkipReason::LinkedFolder, "linked-folder",
         QT_TRANSLATE_NOOP("SkipReason", "This is a link to another folder and is not followed. Open the other folder "
                                         "itself to see its plugins.")},
        {SkipReason::DanglingLink, "dangling-link",
         QT_TRANSLATE_NOOP("SkipReason", "This is a link to a file that does not exist.")},
        {SkipReason::NotAnExport, "not-an-export",
         QT_TRANSLATE_NOOP("SkipReason", "The file is no export of Open WebUI's functions or tools.")},
        {SkipReason::OtherExport, "other-export",
         QT_TRANSLATE_NOOP("SkipReason",
                           "This is an export of chats, models or prompts. Only functions and tools are deployed.")},
        {SkipReason::BrokenExport, "broken-export",
         QT_TRANSLATE_NOOP("SkipReason",
                           "The file looks like an export of Open WebUI but is no valid JSON. Export it again.")},
        {SkipReason::IncompleteEntry, "incomplete-entry",
         QT_TRANSLATE_NOOP("SkipReason", "The entry of this export has no code, or no id that a server would take.")},
        {SkipReason::NameNotUtf8, "name-not-utf-8",
         QT_TRANSLATE_NOOP("SkipReason", "The name is not UTF-8, so it cannot be told to a server. Rename it.")},
    };
    return {.words = words, .context = "SkipReason"};
}

} // namespace owui
