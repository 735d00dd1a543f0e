// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "commandline/commands/command.h"
#include "commandline/output/texttable.h"

#include <QJsonArray>

namespace owui {

/// `bump`: raises the version in the headers of the files that are named, one after the other.
class BumpCommand final : public Command
{
    Q_OBJECT

public:
    using Command::Command;

    void start() override;

private:
    /// False where the file was left as it is.
    [[nodiscard]] bool raise(const QString &root, const Plugin &plugin);
    void tell(const Plugin &plugin, const QString &before, const QString &after, const std::optional<Problem> &problem);

    TextTable m_table;
    QJsonArray m_results;
};

} // namespace owui
