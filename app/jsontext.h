// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>

namespace owui {

/// The same JSON for QJsonDocument, which drops a U+FEFF at the start of a string unless it is an escape. The bytes
/// stand behind a quote only there, behind an escaped quote, where an escape means the same, and in what is no JSON.
[[nodiscard]] inline QByteArray withEscapedMarks(QByteArray json)
{
    return json.replace("\"\xEF\xBB\xBF", "\"\\ufeff");
}

} // namespace owui
