// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArrayView>
#include <QString>

namespace owui {

/// Takes the first line off `rest`, as Python's str.splitlines() sees it, and returns it without its end.
[[nodiscard]] QByteArrayView takePythonLine(QByteArrayView &rest);

/// Without white space at the start, as Python's str.lstrip().
[[nodiscard]] QByteArrayView withoutLeadingSpace(QByteArrayView utf8);

/// Without white space at both ends, as Python's str.strip().
[[nodiscard]] QByteArrayView withoutSpace(QByteArrayView utf8);

/// The letters at the start that Python's [a-z_]+ matches with re.IGNORECASE; a few of them are not ASCII.
[[nodiscard]] QByteArrayView leadingKey(QByteArrayView utf8);

/// The text of UTF-8 with every character: QString::fromUtf8() drops a U+FEFF at the start, which Python keeps there.
[[nodiscard]] QString wholeText(QByteArrayView utf8);

} // namespace owui
