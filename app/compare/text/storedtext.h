// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QString>

namespace owui {

/// What a server stores when it is sent `utf8`: its four import rewrites, anywhere in the text, comments included
/// (plugin.py:187-201 @0.11.0, the same since 0.5.0). Everything else is stored as sent.
[[nodiscard]] QString storedText(const QByteArray &utf8);

} // namespace owui
