// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/parts/desktop.h"

#include "ui/parts/editorcommand.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace owui {

bool openInEditor(const QString &absolutePath, const QString &command, int line)
{
    if (QStringList arguments = editorArguments(command, QDir::toNativeSeparators(absolutePath), line);
        !arguments.isEmpty()) {
        const QString program = arguments.takeFirst();
        return QProcess::startDetached(program, arguments);
    }
#if defined(Q_OS_WIN)
    // The program that Windows starts for a .py file is Python itself.
    return QProcess::startDetached(u"notepad.exe"_s, {QDir::toNativeSeparators(absolutePath)});
#elif defined(Q_OS_MACOS)
    return QProcess::startDetached(u"/usr/bin/open"_s, {u"-t"_s, absolutePath});
#else
    return QDesktopServices::openUrl(QUrl::fromLocalFile(absolutePath));
#endif
}

bool showInFolder(const QString &absolutePath)
{
#if defined(Q_OS_WIN)
    return QProcess::startDetached(u"explorer.exe"_s, {u"/select,"_s, QDir::toNativeSeparators(absolutePath)});
#elif defined(Q_OS_MACOS)
    return QProcess::startDetached(u"/usr/bin/open"_s, {u"-R"_s, absolutePath});
#else
    return QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(absolutePath).absolutePath()));
#endif
}

} // namespace owui
