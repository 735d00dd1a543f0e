// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

// What is made of any JSON file of a folder.

#include "fuzz/fuzzing.h"

#include "plugins/exportfile.h"
#include "plugins/pluginfile.h"
#include "plugins/pluginid.h"

#include <QFile>
#include <QSet>
#include <QTemporaryDir>

using namespace owui;
using namespace Qt::StringLiterals;
using fuzz::demand;

namespace {

void checkEntries(const QByteArray &bytes)
{
    QSet<QString> keys;
    qsizetype size = 0;
    for (const ExportEntry &entry : readExport(bytes).entries) {
        demand(!entry.label.key.isEmpty() && !keys.contains(entry.label.key), "each entry has a key of its own");
        keys.insert(entry.label.key);
        const std::optional<QByteArray> again = textInFile(bytes, entry.label.key);
        demand(again.has_value() == entry.text.isOk(), "an entry is found again by its key");
        if (entry.text) {
            const QByteArray &text = entry.text.value();
            demand(*again == text, "its text is the same then");
            demand(!text.isEmpty() && text.isValidUtf8() && !text.contains('\0'), "a text can be a file's");
            size += text.size();
        }
    }
    demand(size <= bytes.size(), "the texts are not longer than the file");
}

void checkRow(const QString &root, const Plugin &plugin)
{
    demand(plugin.file() == u"e.json", "a row knows its file");
    demand(plugin.path.startsWith(u"e.json"), "a row's path begins with its file");
    demand(plugin.kind || plugin.skipped, "what is no plugin has a reason");
    for (const Finding &finding : plugin.findings) {
        demand(!finding.text().isEmpty(), "a finding has a text");
    }
    if (!plugin.kind) {
        return;
    }
    demand(plugin.entry.has_value(), "only an entry is a plugin");
    demand(normalizedId(plugin.id) == plugin.id && !plugin.id.isEmpty(), "an id is one that the server takes");
    const Result<PluginSource, SkipReason> source = readSourceOf(root, plugin);
    demand(source.isOk(), "what was listed can be read");
    demand(readPlugin(plugin.file(), source.value()) == plugin, "what is read afresh is the same");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const QTemporaryDir scratch;
    const QString path = scratch.filePath(u"e.json"_s);
    const QByteArray bytes = fuzz::bytesOf(data, size).toByteArray();
    QFile file(path);
    demand(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size(),
           "the scratch folder can be written to");
    file.close();
    if (bytes.isValidUtf8()) {
        checkEntries(bytes);
    }
    FileReader reader;
    const auto rows = [&](bool named) {
        return describeExport(u"e.json"_s, QFile(path).filesystemFileName(), reader, named);
    };
    const QList<Plugin> named = rows(true);
    demand(!named.isEmpty(), "a file that is named has a row");
    QSet<QString> paths;
    for (const Plugin &plugin : named) {
        demand(!paths.contains(plugin.path), "each row has a path of its own");
        paths.insert(plugin.path);
        checkRow(scratch.path(), plugin);
    }
    const QList<Plugin> found = rows(false);
    demand(found.isEmpty() || found == named, "a file that is found has the same rows, or none");
    demand(!found.isEmpty() || !named.first().entry, "no entry is left out without a word");
    return 0;
}
