// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "plugins/exportfile.h"

#include "plugins/pluginfile.h"
#include "plugins/pluginid.h"
#include "plugins/pythonsource.h"

#include "jsontext.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

constexpr QByteArrayView contentKey("\"content\"");

/// What exports of functions and tools have, and hardly another JSON. Asked of what cannot be parsed.
bool hasKeysOfExport(QByteArrayView bytes)
{
    const auto has = [bytes](QByteArrayView words) { return bytes.contains(words); };
    return has(contentKey) && (has("\"meta\"") || has("\"user_id\"") || has("\"specs\"") ||
                               std::ranges::any_of(pluginClassNames, [&has](QByteArrayView name) {
                                   return has("class " + name.toByteArray());
                               }));
}

/// True for the file of which `start` is the front where it is left out with a reason although nobody named it.
bool frontLooksLikeExport(QByteArrayView start)
{
    // UTF-16 of these keys is the same letters with NULs between them.
    return hasKeysOfExport(start) || hasKeysOfExport(start.toByteArray().replace('\0', QByteArrayView()));
}

/// Without parsing it: most JSON of a folder is something else.
bool mayBeExport(QByteArrayView utf8)
{
    return utf8.contains(contentKey) || utf8.contains("\"base_model_id\"");
}

/// Open WebUI's other exports: chats, models (which have no content) and prompts.
bool isOtherExport(const QJsonObject &object)
{
    return object.value("chat"_L1).isObject() || object.contains("base_model_id"_L1) ||
           (object.contains("command"_L1) && object.value("content"_L1).isString());
}

/// The function or tool itself, as the web page looks for it (admin/Functions.svelte, importFunctions @0.11.0).
QJsonObject unwrapped(const QJsonValue &value)
{
    QJsonObject object = value.toObject();
    for (const QLatin1StringView key : {"function"_L1, "tool"_L1}) {
        if (object.value(key).isObject() && !object.contains("content"_L1)) {
            return object.value(key).toObject();
        }
    }
    return object;
}

Result<QByteArray, SkipReason> textOfEntry(QString content, bool &hadByteOrderMark)
{
    hadByteOrderMark = content.startsWith(QChar::ByteOrderMark);
    if (hadByteOrderMark) {
        content.remove(0, 1);
    }
    if (content.isEmpty()) {
        return SkipReason::Empty;
    }
    if (!content.isValidUtf16()) {
        return SkipReason::NotUtf8;
    }
    if (content.contains(QChar::Null)) {
        return SkipReason::ContainsNul;
    }
    QByteArray utf8 = content.toUtf8();
    if (utf8.size() > maximumPluginSize) {
        return SkipReason::TooLarge;
    }
    return utf8;
}

std::optional<PluginKind> kindSaid(const QJsonObject &object)
{
    const std::optional<PluginKind> type = fromName<PluginKind>(object.value("type"_L1).toString());
    return type || !object.value("specs"_L1).isArray() ? type : PluginKind::Tool;
}

/// nullopt for an object that is neither a function nor a tool.
std::optional<ExportEntry> pluginEntry(const QJsonObject &object)
{
    const QJsonValue content = object.value("content"_L1);
    const QJsonObject meta = object.value("meta"_L1).toObject();
    ExportEntry entry{.label = {.key = {},
                                .id = object.value("id"_L1).toString(),
                                .name = object.value("name"_L1).toString(),
                                .description = meta.value("description"_L1).toString(),
                                .kind = kindSaid(object)},
                      .text = SkipReason::IncompleteEntry};
    const bool isLabelled = !entry.label.id.isEmpty() && (entry.label.kind || object.value("meta"_L1).isObject());
    if (!content.isString()) {
        return isLabelled && entry.label.kind ? std::optional(entry) : std::nullopt;
    }
    if (isOtherExport(object)) {
        return std::nullopt;
    }
    entry.text = textOfEntry(content.toString(), entry.hadByteOrderMark);
    // A note or an article has an id and a content too. Reading all code would take long where one entry is asked for.
    if (!isLabelled && (!entry.text || boundNames(entry.text.value()).all == 0)) {
        return std::nullopt;
    }
    if (normalizedId(entry.label.id).isEmpty()) {
        entry.text = SkipReason::IncompleteEntry;
    }
    return entry;
}

/// Gives each entry a key of its own: its id, or its place in the list where it has none that is valid.
void chooseKeys(QList<ExportEntry> &entries)
{
    QHash<QString, int> users;
    for (qsizetype i = 0; i < entries.size(); ++i) {
        ExportLabel &label = entries[i].label;
        const QString id = normalizedId(label.id);
        // An id has no '#' and does not begin with a digit, so that these are never the same.
        const QString key = id.isEmpty() ? QString::number(i + 1) : id;
        const int number = ++users[key];
        label.key = number == 1 ? key : u"%1#%2"_s.arg(key, QString::number(number));
    }
}

Plugin refusedFile(const QString &relativePath, const FileReader &reader, SkipReason reason)
{
    Plugin plugin;
    plugin.path = relativePath;
    plugin.skipped = reason;
    plugin.size = reader.size();
    plugin.modified = reader.modified();
    return plugin;
}

} // namespace

bool isJsonFile(QStringView fileName)
{
    return fileName.endsWith(u".json", Qt::CaseInsensitive) && !fileName.startsWith(u'.');
}

ExportFile readExport(QByteArrayView utf8)
{
    ExportFile file;
    if (!mayBeExport(utf8)) {
        return file;
    }
    const QJsonDocument document = QJsonDocument::fromJson(withEscapedMarks(utf8.toByteArray()));
    if (document.isNull()) {
        file.refused = hasKeysOfExport(utf8) ? SkipReason::BrokenExport : SkipReason::NotAnExport;
        return file;
    }
    const QJsonArray list = document.isArray() ? document.array() : QJsonArray{document.object()};
    for (const QJsonValue &value : list) {
        const QJsonObject object = unwrapped(value);
        if (std::optional<ExportEntry> entry = pluginEntry(object)) {
            file.entries.append(*std::move(entry));
        } else if (isOtherExport(object)) {
            file.refused = SkipReason::OtherExport;
        }
    }
    chooseKeys(file.entries);
    return file;
}

QList<Plugin> describeExport(const QString &relativePath, const std::filesystem::path &path, FileReader &reader,
                             bool named)
{
    const Result<SourceView, SkipReason> source = reader.read(path);
    if (!source) {
        const bool shown = named || frontLooksLikeExport(reader.start());
        return shown ? QList{refusedFile(relativePath, reader, source.error())} : QList<Plugin>();
    }
    const ExportFile file = readExport(source.value().utf8);
    if (file.entries.isEmpty()) {
        const bool shown = named || file.refused != SkipReason::NotAnExport;
        return shown ? QList{refusedFile(relativePath, reader, file.refused)} : QList<Plugin>();
    }
    QList<Plugin> plugins;
    plugins.reserve(file.entries.size());
    for (const ExportEntry &entry : file.entries) {
        const QByteArray text = entry.text ? entry.text.value() : QByteArray();
        Plugin plugin = describePlugin(relativePath, {.utf8 = text,
                                                      .hadByteOrderMark = entry.hadByteOrderMark,
                                                      .size = source.value().size,
                                                      .modified = source.value().modified,
                                                      .label = &entry.label});
        if (!entry.text) {
            plugin.skipped = entry.text.error();
        }
        plugins.append(std::move(plugin));
    }
    return plugins;
}

} // namespace owui
