// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/parts/editorcommand.h"

#include <QProcess>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui {

QList<EditorPreset> editorPresets()
{
    return {{u"VS Code"_s, u"code --goto {file}:{line}"_s},
            {u"VSCodium"_s, u"codium --goto {file}:{line}"_s},
            {u"PyCharm"_s, u"pycharm --line {line} {file}"_s},
            {u"IntelliJ IDEA"_s, u"idea --line {line} {file}"_s},
            {u"Kate"_s, u"kate --line {line} {file}"_s},
            {u"Sublime Text"_s, u"subl {file}:{line}"_s},
            {u"Vim"_s, u"x-terminal-emulator -e vim +{line} {file}"_s},
            {u"Emacs"_s, u"emacsclient -n +{line} {file}"_s}};
}

QStringList editorArguments(const QString &command, const QString &file, int line)
{
    QStringList arguments = QProcess::splitCommand(command);
    for (QString &argument : arguments) {
        // The line first: a file's name may have such a word in it.
        argument.replace(u"{line}"_s, QString::number(std::max(1, line))).replace(u"{file}"_s, file);
    }
    return arguments;
}

} // namespace owui
