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
/// Writing to a closed pipe becomes an error instead of ending the program.
void ignoreClosedPipes();
/// A crash leaves no file with the memory of this program, which holds the key.
void forbidCoreFiles();
/// Qt wants a UTF-8 locale and complains on standard error about any other, such as a bare container's. Call it before
/// the application object is made.
void ensureUtf8Locale();

} // namespace owui
