// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace owui {

/// A tool tip that shows `text` as it is. Qt guesses whether a tool tip is rich text, and a text from a server or a
/// file must never be read as such.
[[nodiscard]] QString plainToolTip(const QString &text);

/// `text` for a menu entry or a button, where an ampersand would mark a key.
[[nodiscard]] QString withoutMnemonic(QString text);

} // namespace owui
