// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "plugins/folderdecisions.h"

#include "files/filewriter.h"
#include "jsontext.h"
#include "plugins/filereader.h"
#include "plugins/pluginid.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

struct FolderDecisionsTexts
{
    Q_DECLARE_TR_FUNCTIONS(FolderDecisions)
};

const QString raisesKey = u"raiseVersions"_s;

QString fileOf(const QString &root)
{
    return QDir(root).filePath(FolderDecisions::fileName());
}

bool staysInFolder(const QString &path)
{
    const QList<QStringView> parts = QStringView(path).split(u'/');
    return QDir::isRelativePath(path) && !path.contains(u'\\') && !path.contains(u':') &&
           std::ranges::none_of(parts,
                                [](QStringView part) { return part.isEmpty() || part == u"." || part == u".."; });
}

/// The decisions of a file are not known, and are not thrown away either.
Problem broken(const QString &root, const QString &reason)
{
    return {.text = FolderDecisionsTexts::tr(
                        "The decisions about this folder in \"%1\" cannot be used: %2. No id that was set and "
                        "no excluded file is known.")
                        .arg(QDir::toNativeSeparators(fileOf(root)), reason),
            .remedy =
                FolderDecisionsTexts::tr("Mend or remove the file. It is not overwritten as long as it is broken.")};
}

Problem newer(const QString &root, int version)
{
    return {.text = FolderDecisionsTexts::tr("\"%1\" was written by a newer release of this program (format %2). No id "
                                             "that was set and no excluded file is known.")
                        .arg(QDir::toNativeSeparators(fileOf(root)), QString::number(version)),
            .remedy = FolderDecisionsTexts::tr("Update this program. The file is not overwritten.")};
}

QJsonArray sorted(const QSet<QString> &paths)
{
    QStringList list(paths.cbegin(), paths.cend());
    list.sort();
    return QJsonArray::fromStringList(list);
}

} // namespace

QString FolderDecisions::fileName()
{
    return u".owui-deploy.json"_s;
}

Result<FolderDecisions> FolderDecisions::load(const QString &root)
{
    const QFileInfo info(fileOf(root));
    if (!info.exists() && !info.isSymLink()) {
        return FolderDecisions();
    }
    FileReader reader;
    const Result<SourceView, SkipReason> source = reader.read(info.filesystemFilePath());
    if (!source) {
        return broken(root, FolderDecisionsTexts::tr("it cannot be read as a text file"));
    }
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(withEscapedMarks(source.value().utf8.toByteArray()), &error);
    if (document.isNull()) {
        return broken(root, error.errorString());
    }
    QJsonObject json = document.object();
    const QJsonValue version = json.take(u"version"_s);
    if (!document.isObject() || !version.isDouble() || version.toInt() < 1) {
        return broken(root, FolderDecisionsTexts::tr("it is no file of this program"));
    }
    if (version.toInt() > formatVersion) {
        return newer(root, version.toInt());
    }

    FolderDecisions decisions;
    std::optional<QString> bad; // the first; an empty path or id is bad too
    const auto check = [&bad](bool good, const QString &what) { bad = good || bad ? bad : what; };
    const auto readPaths = [&](const QString &key, QSet<QString> &paths) {
        const QJsonValue list = json.take(key);
        check(list.isArray() || list.isUndefined(), key);
        for (const QJsonValue &path : list.toArray()) {
            check(path.isString() && staysInFolder(path.toString()), path.toString(key));
            paths.insert(path.toString());
        }
    };
    readPaths(u"excluded"_s, decisions.m_excluded);
    readPaths(u"included"_s, decisions.m_included);
    const QJsonValue ids = json.take(u"ids"_s);
    check(ids.isObject() || ids.isUndefined(), u"ids"_s);
    const QJsonObject pinned = ids.toObject();
    for (auto it = pinned.constBegin(); it != pinned.constEnd(); ++it) {
        const QString id = normalizedId(it.value().toString());
        check(staysInFolder(it.key()), it.key());
        check(!id.isEmpty(), it.value().toString(it.key()));
        decisions.m_ids.insert(it.key(), id);
    }
    const QJsonValue raises = json.take(raisesKey);
    if (!raises.isBool() && !raises.isUndefined()) {
        return broken(root, FolderDecisionsTexts::tr("\"%1\" is neither true nor false").arg(raisesKey));
    }
    decisions.m_raisesVersions = raises.toBool();
    if (bad) {
        return broken(root,
                      FolderDecisionsTexts::tr("\"%1\" is neither a path inside the folder nor a valid id").arg(*bad));
    }
    decisions.m_other = json;
    return decisions;
}

std::optional<Problem> FolderDecisions::save(const QString &root) const
{
    if (const Result<FolderDecisions> present = load(root); !present) {
        return present.error();
    }
    if (const QString reason = writeFile(fileOf(root), toJson()); !reason.isEmpty()) {
        return Problem{.text = FolderDecisionsTexts::tr("\"%1\" could not be written: %2. The decision "
                                                        "about the file was not kept.")
                                   .arg(QDir::toNativeSeparators(fileOf(root)), reason),
                       .remedy =
                           FolderDecisionsTexts::tr("Check that you may write to the folder, then decide again.")};
    }
    return std::nullopt;
}

QByteArray FolderDecisions::toJson() const
{
    QJsonObject ids;
    for (auto it = m_ids.constBegin(); it != m_ids.constEnd(); ++it) {
        ids.insert(it.key(), it.value());
    }
    QJsonObject json = m_other;
    json.insert(u"version"_s, formatVersion);
    json.insert(u"excluded"_s, sorted(m_excluded));
    json.insert(u"included"_s, sorted(m_included));
    json.insert(u"ids"_s, ids);
    if (m_raisesVersions) { // as it is not by default
        json.insert(raisesKey, true);
    }
    return QJsonDocument(json).toJson(QJsonDocument::Indented);
}

void FolderDecisions::pinId(const QString &path, const QString &id)
{
    if (id.isEmpty()) {
        m_ids.remove(path);
    } else {
        m_ids.insert(path, id);
    }
}

void FolderDecisions::exclude(const QString &path)
{
    m_included.remove(path);
    m_excluded.insert(path);
}

void FolderDecisions::include(const QString &path)
{
    m_excluded.remove(path);
    m_included.insert(path);
}

bool FolderDecisions::isEmpty() const
{
    return m_ids.isEmpty() && m_excluded.isEmpty() && m_included.isEmpty() && !m_raisesVersions;
}

} // namespace owui
