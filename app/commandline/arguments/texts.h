// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QCoreApplication>

namespace owui {

/// For the texts of owui-deploy that stand outside a class with a tr() of its own. `n` is what %n stands for.
[[nodiscard]] inline QString tr(const char *text, qsizetype n = -1)
{
    return QCoreApplication::translate("CommandLine", text, nullptr, static_cast<int>(n));
}

} // namespace owui
