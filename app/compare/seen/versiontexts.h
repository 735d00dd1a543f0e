// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "pluginkind.h"

#include <QHash>
#include <QSet>
#include <QString>

namespace owui {

/// One version of one plugin of a server.
struct VersionKey
{
    PluginSpace space = PluginSpace::Function;
    QString id;
    QString versionId;

    friend bool operator==(const VersionKey &, const VersionKey &) = default;
    friend size_t qHash(const VersionKey &key, size_t seed = 0)
    {
        return qHashMulti(seed, key.space, key.id, key.versionId);
    }
};

/// The text that each version has. Since 0.12 every way to change a text gives it another version, and a version that
/// comes back brings its text (models/functions.py `_write_function` @0.12.0 to 0.12.4): a version tells as much as the
/// text.
using VersionTexts = QHash<VersionKey, QString>;

/// The ids of plugins, by space.
using WantedPlugins = QHash<PluginSpace, QSet<QString>>;

} // namespace owui
