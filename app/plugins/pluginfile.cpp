// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "plugins/pluginfile.h"

#include "files/sha256.h"
#include "plugins/exportfile.h"
#include "plugins/filereader.h"
#include "plugins/headerfindings.h"
#include "plugins/pathrules.h"
#include "plugins/pluginid.h"
#include "plugins/pythonsource.h"

#include <QFile>

#include <algorithm>
#include <array>
#include <bit>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

/// The names by which the author says what the file is.
std::uint32_t meantNames(BoundNames names)
{
    return names.defined != 0 ? names.defined : names.imported != 0 ? names.imported : names.all;
}

/// The endpoint decides between the two spaces of ids: a file that binds names of both could go to either. Within the
/// functions the server takes the first name of its order that it finds, an imported one too (plugin.py:297 @0.11.0).
PluginKind chooseKind(BoundNames names, QStringView path)
{
    const std::uint32_t tool = bitOf(PluginKind::Tool);
    const std::uint32_t meant = meantNames(names);
    if ((meant & tool) != 0 && ((meant & ~tool) == 0 || kindOfFolder(kindFolder(path)) == PluginKind::Tool)) {
        return PluginKind::Tool;
    }
    return static_cast<PluginKind>(std::countr_zero(names.all & ~tool));
}

/// The server decides by the code as well, so what an export says counts only where the code agrees.
PluginKind chooseKindOf(const ExportLabel &label, BoundNames names)
{
    return label.kind && (names.all & bitOf(*label.kind)) != 0 ? *label.kind : chooseKind(names, {});
}

void addKindFindings(BoundNames names, Plugin &plugin)
{
    const std::uint32_t competing = meantNames(names) | bitOf(*plugin.kind);
    if (std::popcount(competing) > 1) {
        QStringList found;
        for (std::size_t i = 0; i < pluginClassNames.size(); ++i) {
            if ((competing >> i & 1U) != 0) {
                found.append(QString::fromUtf8(pluginClassNames[i]));
            }
        }
        plugin.findings.append({FindingCode::SeveralPluginClasses, found.join(u", "_s), 0});
    }
    if (plugin.entry) {
        if (plugin.entry->kind.value_or(*plugin.kind) != *plugin.kind) {
            plugin.findings.append({FindingCode::ExportSaysOtherKind, nameOf(*plugin.entry->kind), 0});
        }
        return;
    }
    const QStringView folder = kindFolder(plugin.path);
    if (!folder.isEmpty() && kindOfFolder(folder) != plugin.kind) {
        plugin.findings.append({FindingCode::FolderSaysOtherKind, folder.toString(), 0});
    }
}

bool hasPipeline(QByteArrayView utf8)
{
    static constexpr std::array<QByteArrayView, 1> name{"Pipeline"};
    return utf8.contains(name.front()) && boundNames(utf8, name).defined != 0;
}

void chooseId(Plugin &plugin)
{
    if (plugin.entry) {
        plugin.id = normalizedId(plugin.entry->id);
        plugin.idOrigin = IdOrigin::Export;
        return;
    }
    const QString written = plugin.header.value(u"id");
    const QString title = plugin.header.value(u"title");
    const QString fileName = plugin.path.sliced(plugin.path.lastIndexOf(u'/') + 1);
    QString asked; ///< the strongest text that did not become the id unchanged
    if (!written.isEmpty()) {
        plugin.id = normalizedId(written);
        plugin.idOrigin = IdOrigin::Header;
        asked = plugin.id == written ? QString() : written;
    }
    if (plugin.id.isEmpty() && !title.isEmpty()) {
        plugin.id = idFromTitle(title);
        plugin.idOrigin = IdOrigin::Title;
        if (plugin.id.isEmpty() && asked.isEmpty()) {
            asked = title;
        }
    }
    if (plugin.id.isEmpty()) {
        plugin.id = idFromFileName(plugin.path);
        plugin.idOrigin = IdOrigin::FileName;
        const QString stem = fileName.endsWith(u".py", Qt::CaseInsensitive) ? fileName.chopped(3) : fileName;
        if (asked.isEmpty() && normalizedId(stem).isEmpty()) {
            asked = stem;
        }
    }
    if (plugin.id.isEmpty()) {
        plugin.findings.append({FindingCode::IdInvalid, fileName, 0});
    } else if (!asked.isEmpty() && asked != plugin.id) {
        plugin.findings.append({FindingCode::IdChanged, asked, 0});
    }
}

std::optional<ExportEntry> findEntry(const QByteArray &json, const QString &key)
{
    // The entries of a file are asked for one after the other, and to parse it for each makes 200 of them take 16 s.
    // The bytes are compared, so that this is never another file.
    thread_local QByteArray lastJson;
    thread_local ExportFile file;
    if (json != lastJson) {
        file = readExport(json);
        lastJson = json;
    }
    const auto entry =
        std::ranges::find(file.entries, key, [](const ExportEntry &one) -> const QString & { return one.label.key; });
    return entry == file.entries.cend() ? std::nullopt : std::optional(*entry);
}

} // namespace

QByteArray PluginSource::digest() const
{
    return sha256(utf8);
}

Plugin describePlugin(const QString &relativePath, const SourceView &source)
{
    Plugin plugin;
    plugin.path = relativePath;
    if (source.label != nullptr) {
        plugin.entry = *source.label;
        plugin.path += u'#' + source.label->key;
    }
    plugin.size = source.size;
    plugin.modified = source.modified;
    plugin.header = Frontmatter::read(source.utf8);
    plugin.skipped = skipReasonOfPath(relativePath);
    if (plugin.skipped == SkipReason::Template && saysTemplateInBrackets(plugin.header.value(u"title"))) {
        // The file is named after the title, and only its folder counts.
        plugin.skipped = skipReasonOfPath(relativePath.first(relativePath.lastIndexOf(u'/') + 1) + u"plugin.py"_s);
    }
    const BoundNames names = boundNames(source.utf8);
    if (names.all == 0) {
        if (!plugin.skipped) {
            plugin.skipped = hasPipeline(source.utf8) ? SkipReason::PipelinesServer : SkipReason::NoPluginClass;
        }
        if (!plugin.header.isEmpty()) {
            // To Python all that follows a header without an end is one string, so this is why no class is found.
            plugin.findings = headerFindings(source.utf8, plugin.header);
            plugin.findings.removeIf(
                [](const Finding &finding) { return finding.code != FindingCode::HeaderNotClosed; });
        }
        return plugin;
    }
    plugin.kind = plugin.entry ? chooseKindOf(*plugin.entry, names) : chooseKind(names, relativePath);
    // What a server exported is a plugin there, however its class came about.
    if (!plugin.skipped && !plugin.entry && (names.defined | names.imported) == 0) {
        plugin.skipped = SkipReason::NoOwnClass;
    }
    plugin.includable = plugin.skipped.has_value();
    if (source.hadByteOrderMark) {
        plugin.findings.append({FindingCode::HeaderByteOrderMark, {}, 1});
    }
    plugin.findings.append(headerFindings(source.utf8, plugin.header));
    addKindFindings(names, plugin);
    chooseId(plugin);
    return plugin;
}

Plugin describeFile(const QString &relativePath, const std::filesystem::path &path, FileReader &reader)
{
    const Result<SourceView, SkipReason> source = reader.read(path);
    if (source) {
        return describePlugin(relativePath, source.value());
    }
    Plugin plugin;
    plugin.path = relativePath;
    plugin.skipped = source.error();
    plugin.size = reader.size();
    plugin.modified = reader.modified();
    return plugin;
}

Result<PluginSource, SkipReason> readPluginSource(const QString &absolutePath)
{
    thread_local FileReader reader; // its buffer is larger than most files
    const Result<SourceView, SkipReason> source = reader.read(QFile(absolutePath).filesystemFileName());
    if (!source) {
        return source.error();
    }
    return PluginSource{.utf8 = source.value().utf8.toByteArray(),
                        .hadByteOrderMark = source.value().hadByteOrderMark,
                        .modified = source.value().modified,
                        .fileSize = source.value().size,
                        .label = {}};
}

Result<PluginSource, SkipReason> readSourceOf(const QString &root, const Plugin &plugin)
{
    Result<PluginSource, SkipReason> source = readPluginSource(root + u'/' + plugin.file());
    if (!source || !plugin.entry) {
        return source;
    }
    const std::optional<ExportEntry> entry = findEntry(source.value().utf8, plugin.entry->key);
    if (!entry || !entry->text) {
        return entry ? entry->text.error() : SkipReason::IncompleteEntry;
    }
    source.value().utf8 = entry->text.value();
    source.value().hadByteOrderMark = entry->hadByteOrderMark;
    source.value().label = entry->label;
    return source;
}

std::optional<QByteArray> textInFile(const QByteArray &bytes, const QString &key)
{
    if (key.isEmpty()) {
        return bytes;
    }
    const std::optional<ExportEntry> entry = findEntry(bytes, key);
    return entry && entry->text ? std::optional(entry->text.value()) : std::nullopt;
}

Plugin readPlugin(const QString &relativePath, const PluginSource &source)
{
    constexpr qsizetype markSize = 3;
    const qsizetype ownSize = source.utf8.size() + (source.hadByteOrderMark ? markSize : 0);
    return describePlugin(relativePath, {.utf8 = source.utf8,
                                         .hadByteOrderMark = source.hadByteOrderMark,
                                         .size = source.fileSize > 0 ? source.fileSize : ownSize,
                                         .modified = source.modified,
                                         .label = source.label ? &*source.label : nullptr});
}

} // namespace owui
