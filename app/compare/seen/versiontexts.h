// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "pluginkind.h"
#include "plugins/plugin.h"
#include "server/knowntexts.h"

#include <QHash>
#include <QList>
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

/// A file, and what was seen of its plugin on the server before.
struct KnownVersions
{
    Plugin plugin;
    KnownTexts texts;
};

/// Of what was seen before, the versions that have the very text that a file would be stored as. Blocking: call it on
/// the pool.
[[nodiscard]] VersionTexts versionsOfFiles(const QString &root, const QList<KnownVersions> &known);

} // namespace owui
