// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "compare/seen/versiontexts.h"

#include "compare/text/storedtext.h"
#include "plugins/pluginfile.h"

#include <QCryptographicHash>
#include <QtConcurrentMap>

namespace owui {

namespace {

VersionTexts versionsOfFile(const QString &root, const KnownVersions &known)
{
    const auto &[plugin, texts] = known;
    VersionTexts found;
    if (texts.versions.isEmpty() || !plugin.kind) {
        return found;
    }
    const Result<PluginSource, SkipReason> source = readSourceOf(root, plugin);
    if (!source) {
        return found; // whoever compares it reads it again, and says why it cannot be read
    }
    const QString text = storedText(source.value().utf8);
    const QByteArray hash = QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256);
    for (auto version = texts.versions.cbegin(); version != texts.versions.cend(); ++version) {
        if (version.value() == hash) {
            found.insert({spaceOf(*plugin.kind), plugin.id, version.key()}, text);
        }
    }
    return found;
}

} // namespace

VersionTexts versionsOfFiles(const QString &root, const QList<KnownVersions> &known)
{
    const auto add = [](VersionTexts &all, const VersionTexts &found) { all.insert(found); };
    return QtConcurrent::blockingMappedReduced<VersionTexts>(
        known, [&root](const KnownVersions &file) { return versionsOfFile(root, file); }, add);
}

} // namespace owui
