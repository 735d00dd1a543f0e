// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "deploy/job/logentry.h"

namespace owui {

template<>
WordTable<LogLevel> wordsOf()
{
    static constexpr Word<LogLevel> words[] = {
        {LogLevel::Detail, "detail", QT_TRANSLATE_NOOP("LogModel", "detail")},
        {LogLevel::Info, "info", QT_TRANSLATE_NOOP("LogModel", "info")},
        {LogLevel::Success, "success", QT_TRANSLATE_NOOP("LogModel", "done")},
        {LogLevel::Warning, "warning", QT_TRANSLATE_NOOP("LogModel", "warning")},
        {LogLevel::Error, "error", QT_TRANSLATE_NOOP("LogModel", "error")},
    };
    return {.words = words, .context = "LogModel"};
}

} // namespace owui
