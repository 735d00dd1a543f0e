// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "words.h"

#include <QDateTime>
#include <QMetaType>
#include <QString>

namespace owui {

enum class LogLevel { Detail, Info, Success, Warning, Error };

template<>
WordTable<LogLevel> wordsOf();

/// One line of the log pane. Plain text, already masked.
struct LogEntry
{
    QDateTime time;
    LogLevel level = LogLevel::Info;
    QString server; ///< the connection's name; empty: none
    QString path;   ///< the plugin's path; empty: none
    QString plugin; ///< the plugin's title; empty: none
    QString text;

    /// With the plugin that it is about.
    [[nodiscard]] QString line() const { return plugin.isEmpty() ? text : QStringLiteral("%1: %2").arg(plugin, text); }

    friend bool operator==(const LogEntry &, const LogEntry &) = default;
};

} // namespace owui

Q_DECLARE_METATYPE(owui::LogEntry)
