// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "plugins/pluginfilewriter.h"

#include "files/filereading.h"
#include "files/filewriter.h"
#include "isolated.h"
#include "plugins/pluginfile.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

struct PluginFileWriterTexts
{
    Q_DECLARE_TR_FUNCTIONS(PluginFileWriter)
};

constexpr QByteArrayView byteOrderMark("\xef\xbb\xbf");

bool holds(const QString &path, const QByteArray &text)
{
    const Result<QByteArray, QString> present = readFile(path, {.most = text.size()});
    return present && present.value() == text;
}

qsizetype sizeOfMark(QByteArrayView bytes)
{
    return bytes.startsWith(byteOrderMark) ? byteOrderMark.size() : 0;
}

/// Empty, or why nothing may be written over what is there. Whoever made the folder, such as the author of a
/// repository, may have put a link into it that leads to any file of the user.
QString objection(const QFileInfo &present)
{
    if (present.isSymLink()) {
        const QString target = present.canonicalFilePath();
        const QString folder = QFileInfo(present.absolutePath()).canonicalFilePath();
        if (!target.startsWith(folder + u'/')) {
            return PluginFileWriterTexts::tr("it is a link that leads out of its folder or nowhere");
        }
    }
    return present.isFile() ? QString() : PluginFileWriterTexts::tr("it is no regular file");
}

Problem notWritten(const QString &path, const QString &reason)
{
    return {PluginFileWriterTexts::tr("“%1” cannot be written: %2.").arg(isolated(path), reason), {}};
}

} // namespace

Result<FileWrite> writePluginFile(const QString &path, const QByteArray &text, bool overwrite)
{
    if (holds(path, text)) {
        return FileWrite::Unchanged;
    }
    const QFileInfo present(path);
    const bool exists = present.exists() || present.isSymLink();
    if (exists && !overwrite) {
        return FileWrite::Refused;
    }
    if (const QString reason = exists ? objection(present) : QString(); !reason.isEmpty()) {
        return notWritten(path, reason);
    }
    // Of two programs that both see no file, only one may make it. Its text then comes whole.
    QFile claim(path);
    const bool isClaimed = !exists && claim.open(QIODevice::WriteOnly | QIODevice::NewOnly);
    if (!exists && !isClaimed) {
        return QFileInfo::exists(path) && !overwrite ? Result<FileWrite>(FileWrite::Refused)
                                                     : notWritten(path, claim.errorString());
    }
    claim.close(); // Windows renames over no file that is open
    const QString reason = writeFile(path, text);
    if (reason.isEmpty()) {
        return FileWrite::Written;
    }
    if (isClaimed) {
        claim.remove();
    }
    return notWritten(path, reason);
}

Result<RaisedVersion> raiseVersion(const QString &root, const Plugin &plugin, VersionPart part,
                                   const std::optional<QByteArray> &judged)
{
    if (plugin.entry) {
        return Problem{PluginFileWriterTexts::tr("“%1” is an entry of an export, which is not changed.")
                           .arg(isolated(plugin.path)),
                       PluginFileWriterTexts::tr("Save its code as a Python file to work on it.")};
    }
    const Result<QByteArray, QString> bytes = readFile(root + u'/' + plugin.path, {.most = maximumPluginSize});
    if (!bytes) {
        return Problem{PluginFileWriterTexts::tr("“%1” cannot be read: %2.").arg(isolated(plugin.path), bytes.error()),
                       {}};
    }
    const QByteArrayView utf8 = QByteArrayView(bytes.value()).sliced(sizeOfMark(bytes.value()));
    const bool isSame =
        judged ? utf8 == *judged : bytes.value().size() == plugin.size && Frontmatter::read(utf8) == plugin.header;
    if (!isSame) {
        return Problem{PluginFileWriterTexts::tr("“%1” was changed meanwhile.").arg(isolated(plugin.path)),
                       PluginFileWriterTexts::tr("Look at it and try again.")};
    }
    return raiseVersionIn(bytes.value(), root, plugin, part);
}

Result<RaisedVersion> raiseVersionIn(const QByteArray &bytes, const QString &root, const Plugin &plugin,
                                     VersionPart part)
{
    const qsizetype mark = sizeOfMark(bytes);
    const QList<Frontmatter::Place> places = Frontmatter::placesOf("version", QByteArrayView(bytes).sliced(mark));
    if (places.size() != 1) {
        return Problem{
            places.isEmpty()
                ? PluginFileWriterTexts::tr("The header of “%1” has no line “version:”.").arg(isolated(plugin.path))
                : PluginFileWriterTexts::tr("The header of “%1” has several lines “version:”.")
                      .arg(isolated(plugin.path)),
            places.isEmpty() ? PluginFileWriterTexts::tr("Write one, such as “version: 0.1.0”.")
                             : PluginFileWriterTexts::tr("Keep the one that counts.")};
    }
    const QString after = raisedVersion(plugin.version(), part);
    if (after.isEmpty()) {
        return Problem{PluginFileWriterTexts::tr("“%1”, the version of “%2”, has no next one that would be newer.")
                           .arg(plugin.version(), isolated(plugin.path)),
                       PluginFileWriterTexts::tr("Write the new version yourself, such as 1.2.0.")};
    }
    if (std::optional<Problem> problem = changeProblem(root, plugin.path)) {
        return *std::move(problem);
    }
    QByteArray changed = bytes;
    changed.replace(places.first().at + mark, places.first().size, after.toUtf8());
    return RaisedVersion{.before = plugin.version(),
                         .after = after,
                         .change = {.root = root, .path = plugin.path, .before = bytes, .after = changed}};
}

ChangedFiles raiseAll(const QString &root, const QList<Plugin> &plugins, VersionPart part)
{
    ChangedFiles all;
    for (const Plugin &plugin : plugins) {
        const Result<RaisedVersion> raised = raiseVersion(root, plugin, part);
        if (raised) {
            all.good.append(raised.value().change);
        } else {
            all.refused.append({plugin.path, raised.error()});
        }
    }
    return all;
}

ChangedFiles writeAllChanges(const QList<FileChange> &changes)
{
    ChangedFiles all;
    for (const FileChange &change : changes) {
        if (const std::optional<Problem> problem = writeChange(change)) {
            all.refused.append({change.path, *problem});
        } else {
            all.good.append(change);
        }
    }
    return all;
}

} // namespace owui
