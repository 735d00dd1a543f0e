// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace owui {

/// Shows a note beside whatever the person looks at, through the desktop's own service, in place of the last one. Does
/// nothing where there is none. Never waits.
void notifyDesktop(const QString &title, const QString &text);

} // namespace owui
