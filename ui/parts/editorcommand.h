// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace owui {

/// An editor that can open a file at a line, and how it is started.
struct EditorPreset
{
    QString name;
    QString command;
};

[[nodiscard]] QList<EditorPreset> editorPresets();

/// Program and arguments of a command such as "code --goto {file}:{line}"; the file stays one argument, whatever its
/// name has in it. Empty where the command names no program. `line` 0: the first.
[[nodiscard]] QStringList editorArguments(const QString &command, const QString &file, int line);

} // namespace owui
