// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace owui {

class LogModel;

/// What helps whoever looks into a problem: the program, the system, the server's release and the last error. Holds no
/// secrets and not the person's home.
[[nodiscard]] QString problemReport(const LogModel &log, const QString &serverRelease);

} // namespace owui
