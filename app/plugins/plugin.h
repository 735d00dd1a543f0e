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
enum class IdOrigin { Pinned, Export, Header, Title, FileName };

template<>
WordTable<IdOrigin> wordsOf();

/// What an export of Open WebUI says of one of its functions or tools beside the text.
struct ExportLabel
{
    QString key; ///< chooses it in its file: its id, and "#2" behind it for the second with this id
    QString id;  ///< as written
    QString name;
    QString description;
    std::optional<PluginKind> kind; ///< none where it does not tell

    friend bool operator==(const ExportLabel &, const ExportLabel &) = default;
};

/// One Python file of a folder, or one entry of an export: a plugin, or what is not deployed, with the reason. Holds no
/// source text.
struct Plugin
{
    QString path; ///< relative to the folder, with '/'; of an entry with '#' and its key behind the file's
    std::optional<ExportLabel> entry; ///< set: the text stands in an export
    std::optional<PluginKind> kind;   ///< none where the file has no plugin class or could not be read
    QString id; ///< valid (lower-case identifier, at most 200 bytes of UTF-8), or empty where no rule gives one
    IdOrigin idOrigin = IdOrigin::FileName;
    Frontmatter header;
    QList<Finding> findings;
    std::optional<SkipReason> skipped; ///< set: a "not plugin"
    bool included = false;             ///< deployed only because the user included it
    bool includable = false;           ///< skipped, but the user may include it
    bool raisesVersion = false; ///< where a changed text still has the server's version, the file gets the next patch
    qint64 size = 0;            ///< bytes
    qint64 modified = 0;        ///< milliseconds since the epoch

    /// The file that holds the text, relative to the folder. Several plugins of an export share one.
    [[nodiscard]] QString file() const { return entry ? path.chopped(entry->key.size() + 1) : path; }
    /// The header's title or else the export's name, or the id there, or the file's name without its
    /// ending.
    [[nodiscard]] QString title() const;
    /// What the file says of name and description, the header first; empty where it says nothing.
    [[nodiscard]] QString writtenTitle() const;
    [[nodiscard]] QString writtenDescription() const;
    /// The header's version; empty where there is none.
    [[nodiscard]] QString version() const { return header.value(u"version"); }
    [[nodiscard]] QString author() const { return header.value(u"author"); }
    /// True if nothing found here forbids to send it.
    [[nodiscard]] bool deployable() const;

    friend bool operator==(const Plugin &, const Plugin &) = default;
};

} // namespace owui

Q_DECLARE_METATYPE(owui::Plugin)
