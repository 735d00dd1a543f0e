// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace owui {

/// What create takes: str.isidentifier() of Python, before lower-casing (contract 2.5).
[[nodiscard]] bool isPluginIdentifier(const QString &id);

/// The server makes a folder of that name after it stored the function, which fails for a longer one (contract 8).
[[nodiscard]] bool isTooLongForFolder(const QString &id);

} // namespace owui
