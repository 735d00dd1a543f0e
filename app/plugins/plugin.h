// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "pluginkind.h"
#include "plugins/finding.h"
#include "plugins/frontmatter.h"
#include "plugins/skipreason.h"

#include <QList>
#include <QMetaType>
#include <QString>

#include <optional>

namespace owui {

/// Where an id comes from, strongest first.
enum class IdOrigin { Pinned, Header, Title, FileName };

template<>
WordTable<IdOrigin> wordsOf();

/// One Python file of a folder: a plugin, or a file that is not deployed, with the reason. Holds no source text.
struct Plugin
{
    QString path;                   ///< relative to the folder, with '/'
    std::optional<PluginKind> kind; ///< none where the file has no plugin class or could not be read
    QString id; ///< valid (lower-case identifier, at most 200 bytes of UTF-8), or empty where no rule gives one
    IdOrigin idOrigin = IdOrigin::FileName;
    Frontmatter header;
    QList<Finding> findings;
    std::optional<SkipReason> skipped; ///< set: a "not plugin"
    bool included = false;             ///< deployed only because the user included it
    bool includable = false;           ///< skipped, but the user may include it
    qint64 size = 0;                   ///< bytes
    qint64 modified = 0;               ///< milliseconds since the epoch

    /// The header's title, or the file's name without its ending.
    [[nodiscard]] QString title() const;
    /// The header's version; empty where there is none.
    [[nodiscard]] QString version() const { return header.value(u"version"); }
    [[nodiscard]] QString author() const { return header.value(u"author"); }
    /// True if nothing found here forbids to send it.
    [[nodiscard]] bool deployable() const;

    friend bool operator==(const Plugin &, const Plugin &) = default;
};

} // namespace owui

Q_DECLARE_METATYPE(owui::Plugin)
