// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "result.h"

#include "plugins/filereader.h"
#include "plugins/plugin.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QString>

#include <filesystem>
#include <optional>

namespace owui {

/// One function or tool of an export. Valves, switches, owners and grants stand beside these in the file; they are not
/// taken out of it, because they can hold secrets.
struct ExportEntry
{
    ExportLabel label;
    Result<QByteArray, SkipReason> text; ///< valid UTF-8 without byte order mark and without NUL
    bool hadByteOrderMark = false;
};

/// What a JSON file is: the entries of an export, or why it has none.
struct ExportFile
{
    QList<ExportEntry> entries;
    SkipReason refused = SkipReason::NotAnExport; ///< where there is no entry
};

[[nodiscard]] bool isJsonFile(QStringView fileName);

/// Reads what Open WebUI writes with "Export": GET /functions/export and /tools/export (a list of FunctionModel or
/// ToolModel), one of them alone, and the form of the community's site, which has each below "function" or "tool".
[[nodiscard]] ExportFile readExport(QByteArrayView utf8);

/// The rows of a JSON file. One that is no export has none, unless it was `named`: folders are full of other JSON.
[[nodiscard]] QList<Plugin> describeExport(const QString &relativePath, const std::filesystem::path &path,
                                           FileReader &reader, bool named);

} // namespace owui
