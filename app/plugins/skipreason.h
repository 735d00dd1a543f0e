// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "words.h"

namespace owui {

/// Why a Python file or a JSON export is not deployed by default. "Not plugins" in the window, `skipped` in JSON.
enum class SkipReason {
    NoPluginClass,
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
    DanglingLink,
    NotAnExport,    ///< JSON of something else
    OtherExport,    ///< of chats, models or prompts
    BrokenExport,   ///< no valid JSON
    IncompleteEntry ///< of an export
};

/// A text is a complete sentence.
template<>
WordTable<SkipReason> wordsOf();

} // namespace owui
