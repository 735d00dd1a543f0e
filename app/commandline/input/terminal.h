// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>

#include <cstdio>
#include <optional>

namespace owui {

[[nodiscard]] bool isTerminal(std::FILE *stream);
/// Columns; 0 where the stream is no terminal.
[[nodiscard]] int terminalWidth(std::FILE *stream);
/// All of standard input up to `maximum` bytes, or one line of it. Blocking, before anything else runs. nullopt where a
/// signal came first.
[[nodiscard]] std::optional<QByteArray> readStandardInput(qsizetype maximum, bool oneLine);
/// Closed pipes, core files and locales as this program needs them. Call it before the application object is made.
void prepareProcess();

} // namespace owui
