// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "words.h"

namespace owui {

/// Why a Python file or a JSON export is not deployed by default, or a folder is not read. "Left out" in the window,
/// `skipped` in JSON.
enum class SkipReason {
    NoPluginClass,
    NoOwnClass,      ///< such a name is imported from elsewhere or is some value
    PipelinesServer, ///< a class Pipeline
    TestOrHelper,
    Template,
    LocalizedCopy, ///< name ends in _cn and the like
    Draft,
    ExcludedByUser,
    NotUtf8,
    ContainsNul,
    Empty,
    Unreadable,
    TooLarge,       ///< more than 8 MiB
    NotRegularFile, ///< FIFO, socket, device, or a directory named x.py
    Link,           ///< its target is read where it lies; a link out of the folder is not followed
    LinkedFolder,   ///< a link to a folder outside
    DanglingLink,
    NotAnExport,     ///< JSON of something else
    OtherExport,     ///< of chats, models or prompts
    BrokenExport,    ///< no valid JSON
    IncompleteEntry, ///< of an export
    NameNotUtf8,     ///< of a file or a folder: no path could name it
};

/// A text is a complete sentence.
template<>
WordTable<SkipReason> wordsOf();

} // namespace owui
