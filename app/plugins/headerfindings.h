// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "plugins/finding.h"
#include "plugins/frontmatter.h"

#include <QByteArrayView>

namespace owui {

/// Where a person reads more in a plugin's header than the server will. `utf8` is the file's text without its byte
/// order mark, `header` what the server reads in it.
[[nodiscard]] QList<Finding> headerFindings(QByteArrayView utf8, const Frontmatter &header);

} // namespace owui
