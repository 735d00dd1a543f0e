// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "commandline/commands/command.h"
#include "plugins/localcheck.h"

namespace owui {

/// Everything that was found in the plugins, with what the local Python says about their code; for CI.
class CheckCommand final : public Command
{
    Q_OBJECT

public:
    using Command::Command;

    void start() override;

private:
    void checkNext();
    void add(const LocalCheckResult &result);
    [[nodiscard]] ExitCode report();
    /// Because of an error, or of a warning with --strict, or because it was named and is no plugin.
    [[nodiscard]] bool fails(const Plugin &plugin) const;
    void tell(const Plugin &plugin, const Finding &finding);
    [[nodiscard]] bool writeReport();

    LocalCheck m_localCheck;
    QString m_python; ///< its version, once it is known
    PluginSelection m_selection;
    qsizetype m_next = 0; // the plugin to compile
};

} // namespace owui
