// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace owui {

/// Opens a file in the desktop's text editor, never in the program that would run it. False where none could be
/// started. With a `command`, see editorArguments(), in that one, at the line.
bool openInEditor(const QString &absolutePath, const QString &command = {}, int line = 0);
/// Shows the file's folder, with the file marked where the desktop can do that.
bool showInFolder(const QString &absolutePath);

} // namespace owui
