// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "includearrows.h"

#include "sourcetree.h"

#include <QDir>
#include <QFileInfo>
#include <QHash>
#include <QRegularExpression>

#include <algorithm>

namespace owui {

using namespace Qt::StringLiterals;

namespace {

struct Folder
{
    QStringList mayInclude;
    QStringList withoutQt; ///< beginnings of Qt's header names
};

const QStringList widgets{u"QWidget"_s,     u"QApplication"_s, u"QDialog"_s, u"QMainWindow"_s,
                          u"QMessageBox"_s, u"QtWidgets"_s,    u"QGui"_s,    u"QtGui"_s};
const QStringList network{u"QNetwork"_s, u"QTcp"_s, u"QSsl"_s, u"QLocalS"_s, u"QtNetwork"_s};
const QStringList httpServer{u"QHttpServer"_s, u"QtHttpServer"_s};
const QStringList json{u"QJson"_s};
const QStringList writing{u"QSaveFile"_s}; // it replaces devices and pipes

const QHash<QString, Folder> &folders()
{
    static const QStringList below{u"files"_s, u"plugins"_s, u"server"_s, u"compare"_s, u"history"_s};
    static const QHash<QString, Folder> folders{
        {u"files"_s, {{}, widgets + network + httpServer + json}},
        {u"manual"_s, {{}, widgets + network + httpServer + json}},
        {u"plugins"_s, {{u"files"_s}, widgets + network + httpServer}},
        {u"server"_s, {{u"files"_s}, widgets + httpServer}},
        {u"compare"_s, {{u"files"_s, u"plugins"_s, u"server"_s}, widgets + network + httpServer}},
        {u"history"_s, {{u"files"_s, u"plugins"_s, u"server"_s}, widgets + network + httpServer}},
        {u"deploy"_s, {below, widgets + httpServer}},
        {u"watch"_s, {below + QStringList{u"deploy"_s}, widgets + network + httpServer + json}},
        {u"practice"_s, {{u"manual"_s, u"plugins"_s}, widgets}},
        {u"commandline"_s, {below + QStringList{u"deploy"_s, u"manual"_s, u"watch"_s}, widgets + httpServer}},
        {u"ui"_s, {below + QStringList{u"deploy"_s, u"manual"_s, u"watch"_s}, network + httpServer + json}},
        {u"main"_s, {below + QStringList{u"deploy"_s, u"watch"_s, u"ui"_s}, httpServer}},
        // The vocabulary that plugins and server share: they do not know each other.
        {u"common"_s, {{}, widgets + network + httpServer}},
    };
    return folders;
}

/// Room by room, what it may include of its own folder. A folder that is not named here has no rooms.
const QHash<QString, QHash<QString, QStringList>> &rooms()
{
    static const QHash<QString, QHash<QString, QStringList>> rooms{
        {u"ui"_s,
         {{u"window"_s, {u"run"_s, u"server"_s, u"diff"_s, u"list"_s, u"connections"_s, u"log"_s, u"parts"_s}},
          {u"run"_s, {u"server"_s, u"diff"_s, u"list"_s, u"parts"_s}},
          {u"server"_s, {u"list"_s, u"parts"_s}},
          {u"diff"_s, {u"list"_s, u"parts"_s}},
          {u"list"_s, {u"parts"_s}},
          {u"connections"_s, {u"parts"_s}},
          {u"log"_s, {u"parts"_s}},
          {u"parts"_s, {}}}},
        {u"commandline"_s,
         {{u"commands"_s, {u"output"_s, u"input"_s, u"arguments"_s}},
          {u"output"_s, {u"input"_s, u"arguments"_s}},
          {u"input"_s, {u"arguments"_s}},
          {u"arguments"_s, {}}}},
        {u"compare"_s,
         {{u"plan"_s, {u"seen"_s, u"git"_s, u"valves"_s, u"text"_s}},
          {u"seen"_s, {u"text"_s}},
          {u"git"_s, {u"text"_s}},
          {u"valves"_s, {}},
          {u"text"_s, {}}}},
        {u"deploy"_s,
         {{u"run"_s, {u"back"_s, u"job"_s, u"journal"_s}},
          {u"back"_s, {u"job"_s, u"journal"_s}},
          {u"job"_s, {u"journal"_s}},
          {u"journal"_s, {}}}},
    };
    return rooms;
}

struct Place
{
    QString folder; ///< empty for what is not part of the program
    QString room;

    [[nodiscard]] QString name() const { return room.isEmpty() ? folder : folder + u'/' + room; }
};

/// Where a file lies, given relative to the root.
Place placeOf(const QString &path)
{
    const QStringList parts = path.split(u'/');
    if (parts.first() == u"ui") {
        return {.folder = u"ui"_s, .room = QStringList(parts.sliced(1, parts.size() - 2)).join(u'/')};
    }
    if (parts.first() != u"app") {
        return {};
    }
    if (parts.size() > 2) {
        return {.folder = parts.at(1), .room = QStringList(parts.sliced(2, parts.size() - 3)).join(u'/')};
    }
    return {.folder = path == u"app/main.cpp" ? u"main"_s : u"common"_s, .room = {}};
}

/// Where the compiler finds a header: beside the file that includes it, in app/, or in the root.
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

QString complaintAboutPlace(const Place &place)
{
    if (!folders().contains(place.folder)) {
        return u"the folder \"%1\" is not in the design"_s.arg(place.folder);
    }
    const bool known =
        rooms().contains(place.folder) ? rooms().value(place.folder).contains(place.room) : place.room.isEmpty();
    return known ? QString() : u"%1 has no room \"%2\""_s.arg(place.folder, place.room);
}

QString complaintAboutInclude(const QDir &root, const QString &includer, const QString &header)
{
    const Place place = placeOf(includer);
    const Folder folder = folders().value(place.folder);
    const QString path = resolved(root, includer, header);
    if (path.isEmpty()) {
        const QStringList unwanted = folder.withoutQt + (place.folder == u"files" ? QStringList() : writing);
        const bool foreign = std::ranges::any_of(unwanted, [&header](const QString &beginning) {
            return header.section(u'/', -1).startsWith(beginning) || header.startsWith(beginning + u'/');
        });
        return foreign ? u"%1 is not for %2"_s.arg(header, place.folder) : QString();
    }
    const Place other = placeOf(path);
    const bool allowed =
        other.folder == place.folder
            ? other.room == place.room || rooms().value(place.folder).value(place.room).contains(other.room)
            : other.folder == u"common" || folder.mayInclude.contains(other.folder);
    return allowed ? QString() : u"%1 must not include %2"_s.arg(place.name(), path);
}

} // namespace

QStringList wrongIncludes(const QString &root)
{
    static const QRegularExpression include(u"^\\s*#\\s*include\\s*[<\"]([^>\"]+)[>\"]"_s);
    QStringList wrong;
    for (const SourceFile &file : sourceFiles(root)) {
        if (const QString text = complaintAboutPlace(placeOf(file.path)); !text.isEmpty()) {
            wrong.append(u"%1: %2"_s.arg(file.path, text));
            continue;
        }
        int number = 0;
        for (const QString &line : file.text.split(u'\n')) {
            ++number;
            const QRegularExpressionMatch match = include.match(line);
            const QString text =
                match.hasMatch() ? complaintAboutInclude(QDir(root), file.path, match.captured(1)) : QString();
            if (!text.isEmpty()) {
                wrong.append(u"%1:%2: %3"_s.arg(file.path).arg(number).arg(text));
            }
        }
    }
    return wrong;
}

} // namespace owui
