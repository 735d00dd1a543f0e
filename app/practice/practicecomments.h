// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

#include <chrono>
#include <optional>

namespace owui {

/// What code would do when it is loaded, told by comments in it, because the practice server runs no Python. Each
/// stands on a line of its own:
///   # practice: load-error TEXT    an exception at the top level
///   # practice: init-error TEXT    an exception in the class's __init__
///   # practice: pip-error          pip cannot install the requirements
///   # practice: pip-sleep SECONDS  pip takes its time
///   # practice: sleep SECONDS      the import takes its time; nobody else is answered meanwhile
///   # practice: exit               the code calls sys.exit
struct PracticeComments
{
    std::optional<QString> loadError;
    std::optional<QString> initError;
    bool pipError = false;
    bool exits = false;
    std::chrono::milliseconds pipTime{0};
    std::chrono::milliseconds importTime{0};

    [[nodiscard]] static PracticeComments read(const QString &source);
};

} // namespace owui
