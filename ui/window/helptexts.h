// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>
#include <QString>

class QAction;

namespace owui {

/// The pages of the Help menu, as HTML.

/// The list, the plan and the ways back.
[[nodiscard]] QString guidePage();
/// What each key does; `actions` tell their own.
[[nodiscard]] QString shortcutsPage(const QList<QAction *> &actions);
/// Version, commit and licences.
[[nodiscard]] QString aboutPage();

/// "0.1.0 (commit 1a2b3c4)".
[[nodiscard]] QString versionText();

} // namespace owui
