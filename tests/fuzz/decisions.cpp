// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

// What FolderDecisions makes of any .owui-deploy.json.

#include "fuzz/fuzzing.h"

#include "jsontext.h"
#include "plugins/folderdecisions.h"
#include "plugins/pluginid.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>

using namespace owui;
using namespace Qt::StringLiterals;
using fuzz::demand;

namespace {

void write(const QString &path, QByteArrayView bytes)
{
    QFile file(path);
    demand(file.open(QIODevice::WriteOnly) && file.write(bytes.data(), bytes.size()) == bytes.size(),
           "the scratch folder can be written to");
}

QByteArray read(const QString &path)
{
    QFile file(path);
    demand(file.open(QIODevice::ReadOnly), "the file is there");
    return file.readAll();
}

void checkPath(const QString &path)
{
    demand(!path.isEmpty() && QDir::cleanPath(path) == path && path != u".." && !path.startsWith(u"../") &&
               QDir::isRelativePath(path),
           "a path stays in the folder");
}

void checkGood(const FolderDecisions &decisions, const QString &root, const QString &path)
{
    const QJsonObject json = QJsonDocument::fromJson(withEscapedMarks(decisions.toJson())).object();
    const auto excluded = json.value("excluded"_L1).toArray();
    const auto included = json.value("included"_L1).toArray();
    const auto ids = json.value("ids"_L1).toObject();
    for (const QJsonValue &value : excluded) {
        checkPath(value.toString());
        demand(decisions.isExcluded(value.toString()), "what is written as excluded is excluded");
    }
    for (const QJsonValue &value : included) {
        checkPath(value.toString());
        demand(decisions.isIncluded(value.toString()), "what is written as included is included");
    }
    for (auto it = ids.begin(); it != ids.end(); ++it) {
        checkPath(it.key());
        const QString id = it.value().toString();
        demand(!id.isEmpty() && normalizedId(id) == id, "a pinned id is one that the server takes");
        demand(decisions.pinnedId(it.key()) == id, "what is written as pinned is pinned");
    }
    demand(decisions.isEmpty() == (excluded.isEmpty() && included.isEmpty() && ids.isEmpty()),
           "no decisions, nothing written");
    demand(!decisions.save(root).has_value(), "a file that was read can be written");
    const Result<FolderDecisions> again = FolderDecisions::load(root);
    demand(again.isOk() && again.value() == decisions, "what is written back is read the same");
    demand(read(path) == decisions.toJson(), "what is written is stable");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const QTemporaryDir scratch;
    const QString root = scratch.path();
    const QString path = root + u'/' + FolderDecisions::fileName();
    const QByteArrayView text = fuzz::bytesOf(data, size);
    write(path, text);
    if (const Result<FolderDecisions> loaded = FolderDecisions::load(root)) {
        checkGood(loaded.value(), root, path);
    } else {
        demand(!loaded.error().text.isEmpty() && !loaded.error().remedy.isEmpty(), "a refused file has a reason");
        demand(loaded.error().text.size() <= 2 * text.size() + 2000, "the reason is not much longer than the file");
        demand(FolderDecisions().save(root).has_value(), "a broken file is not written over");
        demand(read(path) == text, "a broken file stays as it is");
    }
    return 0;
}
