// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "benchtable.h"
#include "samplefolder.h"

#include "plugins/folderscan.h"

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

// The most memory that this process has had, in MB.
double peakMemory()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly)) {
        return 0;
    }
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM:")) {
            return line.mid(6).simplified().split(' ').first().toDouble() / 1024;
        }
    }
    return 0;
}

// In a process of its own, as cat is, and so that its memory is its own.
int scan(const QString &folder)
{
    const auto result = scanFolder(folder);
    if (!result) {
        return 1;
    }
    QTextStream(stdout) << result.value().plugins.size() << ' ' << peakMemory() << '\n';
    return 0;
}

QByteArray run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(program, arguments);
    process.waitForFinished(-1);
    return process.readAllStandardOutput();
}

void discard(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setStandardOutputFile(QProcess::nullDevice());
    process.start(program, arguments);
    process.waitForFinished(-1);
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 3 && arguments.at(1) == u"--scan") {
        return scan(arguments.at(2));
    }

    const QTemporaryDir folder;
    if (!writeSampleFolder(folder.path(), fileCount, fileSize)) {
        QTextStream(stderr) << "The files to measure with could not be written to " << folder.path() << ".\n";
        return 1;
    }
    QStringList files;
    QDirIterator iterator(folder.path(), QDir::Files, QDirIterator::Subdirectories);
    while (iterator.hasNext()) {
        files.append(iterator.next());
    }
    files.sort();

    const QString self = QCoreApplication::applicationFilePath();
    QByteArray said;
    const Medians medians = interleaved(
        [&] {
            said = run(self, {u"--scan"_s, folder.path()});
        },
        [&] { discard(u"cat"_s, files); });
    const QList<QByteArray> words = said.simplified().split(' ');
    if (words.size() != 2 || words.first().toInt() != fileCount) {
        QTextStream(stderr) << "The scan did not find the " << fileCount << " plugins.\n";
        return 1;
    }
    printRatio(u"Scan and parse of 10,000 plugins of 44 KB"_s, medians.first, u"cat"_s, medians.second, 1.5);
    printValue(u"Memory of that scan"_s, words.last().toDouble(), u"MB"_s, 150);
    return 0;
}
