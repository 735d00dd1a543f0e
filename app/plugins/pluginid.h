// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "plugins/plugin.h"
#include "result.h"

#include <QHash>
#include <QList>
#include <QSet>
#include <QString>

namespace owui {

/// An id as the server keeps it: lower-case, a Python identifier, at most 200 bytes of UTF-8 (contract 2.5, and 8 for
/// the length). Empty where `text` cannot be one without changing more than its case.
[[nodiscard]] QString normalizedId(QStringView text);

/// The id that a person typed, or why it is none.
[[nodiscard]] Result<QString> idAsTyped(const QString &text);

/// The id that Open WebUI's editor derives from a title since 0.8.11 (nameToId, src/lib/utils/index.ts:1649 @0.11.0).
/// Empty for a title without an ASCII letter or digit.
[[nodiscard]] QString idFromTitle(QStringView title);

[[nodiscard]] QString idFromFileName(QStringView relativePath);

/// The ids that the other rules, and the scripts people used before, would give: header, title, file name, folder name.
/// For finding the same plugin under another id. Valid ids only, each once.
[[nodiscard]] QStringList candidateIds(const Plugin &plugin);

/// Of all plugins of a folder, by space: one on a server with such an id is no second copy of another.
[[nodiscard]] QHash<PluginSpace, QSet<QString>> idsOf(const QList<Plugin> &plugins);

} // namespace owui
