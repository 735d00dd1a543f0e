// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "commandline/arguments/commandlineoptions.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace owui {

/// One command of the program.
struct CommandEntry
{
    CommandName command{};
    QString name;
    QString arguments; ///< for the usage line; with FILE in it, files are among them
    QString summary;
    QString description;
    QStringList choices{}; ///< words that may stand where no option does, where they are not free
};

[[nodiscard]] const QList<CommandEntry> &commandTable();
/// In the order of the table.
[[nodiscard]] QStringList commandNames();
/// What there is help for: the commands, and what is no command.
[[nodiscard]] QStringList helpTopics();
/// nullptr where there is none.
[[nodiscard]] const CommandEntry *findCommand(const QString &name);

} // namespace owui
