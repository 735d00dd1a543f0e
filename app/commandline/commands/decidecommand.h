// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "commandline/commands/command.h"

#include <QMap>
#include <QSet>

namespace owui {

class FolderDecisions;

/// `include`, `exclude`, `pin` and `unpin`: decisions about files, for this program and the window.
class DecideCommand final : public Command
{
    Q_OBJECT

public:
    using Command::Command;

    void start() override;

private:
    /// The file of a `pin` and its id, or the files. False after a complaint.
    [[nodiscard]] bool readArguments();
    /// Finds where the decision about a file belongs. False after a complaint.
    [[nodiscard]] bool note(const QString &file);
    [[nodiscard]] bool isWorthDeciding(const Plugin &plugin) const;
    void decide(FolderDecisions &decisions, const QString &path) const;
    [[nodiscard]] QString doneText(const QString &path) const;
    [[nodiscard]] bool write(const QString &root, const QStringList &paths);

    QStringList m_files;                ///< as written
    QString m_id;                       ///< of a pin
    QMap<QString, QStringList> m_paths; ///< by the root of their folder
    QSet<QString> m_named;              ///< absolute
};

} // namespace owui
