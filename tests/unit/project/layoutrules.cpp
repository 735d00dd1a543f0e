// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "layoutrules.h"

#include "sourcetree.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QMap>
#include <QSet>

namespace owui {

using namespace Qt::StringLiterals;

QStringList wrongFolders(const QString &root)
{
    const QDir top(root);
    QMap<QString, QSet<QString>> units;
    QSet<QString> withRooms;
    for (const QString &part : {u"app"_s, u"ui"_s}) {
        QDirIterator files(top.filePath(part), {u"*.cpp"_s, u"*.h"_s, u"*.ui"_s}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            files.next();
            const QString folder = top.relativeFilePath(files.fileInfo().path());
            units[folder].insert(files.fileInfo().completeBaseName());
            withRooms.insert(QFileInfo(folder).path());
        }
    }
    QStringList wrong;
    for (auto folder = units.cbegin(); folder != units.cend(); ++folder) {
        if (folder->size() > mostUnits) {
            wrong.append(u"%1: %2 units"_s.arg(folder.key()).arg(folder->size()));
        }
        if (withRooms.contains(folder.key()) && folder.key() != u"app") {
            wrong.append(u"%1: units beside rooms"_s.arg(folder.key()));
        }
    }
    return wrong;
}

QStringList longFiles(const QString &root)
{
    QStringList tooLong;
    for (const SourceFile &file : sourceFiles(root)) {
        const auto lines = file.text.count(u'\n');
        if (lines > mostLines) {
            tooLong.append(u"%1: %2 lines"_s.arg(file.path).arg(lines));
        }
    }
    return tooLong;
}

} // namespace owui
