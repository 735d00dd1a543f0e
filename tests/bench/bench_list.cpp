// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "benchtable.h"
#include "samplefolder.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTextStream>

using namespace Qt::StringLiterals;
using namespace owui;

namespace {

constexpr int fileCount = 10'000;
constexpr int fileSize = 44'000;
constexpr double limitOfOne = 2;
constexpr double limitOfMany = 2;

/// From start to end of the program, its output thrown away.
void run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(program, arguments);
    process.waitForFinished(-1);
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0) {
        qFatal("%s failed", qPrintable(program));
    }
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QString program = QStringLiteral(OWUI_PROGRAMS "/owui-deploy");
    const QTemporaryDir one;
    const QTemporaryDir many;
    if (!writeSampleFolder(one.path(), 1, fileSize) || !writeSampleFolder(many.path(), fileCount, fileSize)) {
        QTextStream(stderr) << "The samples could not be written.\n";
        return 1;
    }
    // A "python3" further up in PATH may be a script that looks for one.
    const QString own = u"/usr/bin/python3"_s;
    const QString python = QFile::exists(own) ? own : u"python3"_s;
    const Medians single = interleaved(
        [&] {
            run(program, {u"list"_s, one.path()});
        },
        [&] {
            run(python, {u"-c"_s, u"pass"_s});
        });
    printRatio(u"owui-deploy list, 1 plugin"_s, single.first, u"python3 -c pass"_s, single.second, limitOfOne);
    QStringList files;
    QDirIterator iterator(many.path(), QDir::Files, QDirIterator::Subdirectories);
    while (iterator.hasNext()) {
        files.append(iterator.next());
    }
    files.sort();
    for (const QStringList &format : {QStringList(), QStringList{u"--json"_s}}) {
        const Medians all = interleaved(
            [&] {
                run(program, QStringList{u"list"_s, many.path()} + format);
            },
            [&] { run(u"cat"_s, files); });
        printRatio((QStringList{u"owui-deploy list"_s} + format).join(u' ') + u", 10,000 plugins"_s, all.first,
                   u"cat"_s, all.second, limitOfMany);
    }
    return 0;
}
