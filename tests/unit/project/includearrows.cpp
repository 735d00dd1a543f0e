// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "includearrows.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QRegularExpression>

#include <algorithm>

namespace owui {

using namespace Qt::StringLiterals;

namespace {

struct Room
{
    QStringList mayInclude;
    QStringList withoutQt; // beginnings of Qt's header names
};

const QStringList widgets{u"QWidget"_s,     u"QApplication"_s, u"QDialog"_s, u"QMainWindow"_s,
                          u"QMessageBox"_s, u"QtWidgets"_s,    u"QGui"_s,    u"QtGui"_s};
const QStringList network{u"QNetwork"_s, u"QTcp"_s, u"QSsl"_s, u"QLocalS"_s, u"QtNetwork"_s};
const QStringList httpServer{u"QHttpServer"_s, u"QtHttpServer"_s};
const QStringList json{u"QJson"_s};

const QHash<QString, Room> &rooms()
{
    static const QStringList below{u"plugins"_s, u"server"_s, u"compare"_s, u"history"_s};
    static const QHash<QString, Room> rooms{
        {u"plugins"_s, {{}, widgets + network + httpServer}},
        {u"server"_s, {{}, widgets + httpServer}},
        {u"compare"_s, {{u"plugins"_s, u"server"_s}, widgets + network + httpServer}},
        {u"history"_s, {{u"plugins"_s, u"server"_s}, widgets + network + httpServer}},
        {u"deploy"_s, {below, widgets + httpServer}},
        {u"practice"_s, {{u"plugins"_s}, widgets}},
        {u"commandline"_s, {below + QStringList{u"deploy"_s}, widgets + httpServer}},
        {u"ui"_s, {below + QStringList{u"deploy"_s}, network + httpServer + json}},
        {u"main"_s, {below + QStringList{u"deploy"_s, u"ui"_s}, httpServer}},
        // The vocabulary that plugins and server share: they do not know each other.
        {u"common"_s, {{}, widgets + network + httpServer}},
    };
    return rooms;
}

// The room of a file given relative to the root; empty for what is not part of the program.
QString roomOf(const QString &path)
{
    const QStringList parts = path.split(u'/');
    if (parts.first() == u"ui") {
        return u"ui"_s;
    }
    if (parts.first() != u"app") {
        return {};
    }
    if (parts.size() > 2) {
        return parts.at(1);
    }
    return path == u"app/main.cpp" ? u"main"_s : u"common"_s;
}

// Where the compiler finds a header: beside the file that includes it, in app/, or in the root.
QString resolved(const QDir &root, const QString &includer, const QString &header)
{
    const QString folder = QFileInfo(includer).path();
    for (const QString &base : {folder, u"app"_s, u"."_s}) {
        const QString path = QDir::cleanPath(base + u'/' + header);
        if (root.exists(path)) {
            return path;
        }
    }
    return {};
}

QString complaint(const QDir &root, const QString &includer, const QString &header)
{
    const QString room = roomOf(includer);
    const auto found = rooms().constFind(room);
    if (found == rooms().cend()) {
        return u"the folder \"%1\" is not a room of the design"_s.arg(room);
    }
    const QString path = resolved(root, includer, header);
    if (path.isEmpty()) {
        const bool foreign = std::ranges::any_of(found->withoutQt, [&header](const QString &beginning) {
            return header.section(u'/', -1).startsWith(beginning) || header.startsWith(beginning + u'/');
        });
        return foreign ? u"%1 is not for %2"_s.arg(header, room) : QString();
    }
    const QString other = roomOf(path);
    if (other == room || other == u"common" || found->mayInclude.contains(other)) {
        return {};
    }
    return u"%1 must not include %2"_s.arg(room, path);
}

} // namespace

QStringList wrongIncludes(const QString &rootPath)
{
    static const QRegularExpression include(u"^\\s*#\\s*include\\s*[<\"]([^>\"]+)[>\"]"_s);
    const QDir root(rootPath);
    QStringList wrong;
    for (const QString &part : {u"app"_s, u"ui"_s}) {
        QDirIterator files(root.filePath(part), {u"*.cpp"_s, u"*.h"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            const QString name = root.relativeFilePath(file.fileName());
            if (!file.open(QIODevice::ReadOnly)) {
                wrong.append(u"%1: cannot be read"_s.arg(name));
                continue;
            }
            for (int line = 1; !file.atEnd(); ++line) {
                const QRegularExpressionMatch match = include.match(QString::fromUtf8(file.readLine()));
                const QString text = match.hasMatch() ? complaint(root, name, match.captured(1)) : QString();
                if (!text.isEmpty()) {
                    wrong.append(u"%1:%2: %3"_s.arg(name).arg(line).arg(text));
                }
            }
        }
    }
    wrong.sort();
    return wrong;
}

} // namespace owui
