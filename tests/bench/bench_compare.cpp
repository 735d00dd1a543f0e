// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "benchtable.h"
#include "samplefolder.h"

#include "compare/git/diff.h"
#include "compare/plan/comparisonrun.h"
#include "compare/text/storedtext.h"
#include "plugins/folderscan.h"
#include "plugins/pluginfile.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTextStream>
#include <QtConcurrent>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace owui;

namespace {

constexpr int fileCount = 10'000;
constexpr int fileSize = 6'000; // so many fit into the 64 MiB that an export may have
constexpr int changedEvery = 10;

QList<ComparisonInput> inputsOf(const QString &root)
{
    const auto scanned = scanFolder(root);
    QList<ComparisonInput> inputs;
    if (!scanned) {
        return inputs;
    }
    for (const Plugin &plugin : scanned.value().plugins) {
        const auto source = readPluginSource(root + u'/' + plugin.path);
        if (!source || !plugin.kind) {
            continue;
        }
        ServerPlugin there{.space = spaceOf(*plugin.kind), .id = plugin.id, .kind = plugin.kind};
        there.name = plugin.title();
        there.content = storedText(source.value().utf8);
        if (inputs.size() % changedEvery == 0) {
            *there.content += u"\nedited = True\n"_s;
        }
        there.meta = {{u"description"_s, plugin.header.value(u"description")}, {u"manifest"_s, plugin.header.toJson()}};
        inputs.append({.plugin = plugin, .seen = {.presence = Presence::Found, .plugin = there}, .sentBefore = {}});
    }
    return inputs;
}

void compareAll(const QString &root, const QList<ComparisonInput> &inputs)
{
    ComparisonRun run;
    QEventLoop loop;
    QObject::connect(&run, &ComparisonRun::finished, &loop, &QEventLoop::quit);
    run.start({.root = root}, inputs);
    loop.exec();
}

/// The least that could tell whether anything changed.
void hashAll(const QString &root, const QList<ComparisonInput> &inputs)
{
    QtConcurrent::blockingMap(inputs, [&root](const ComparisonInput &input) {
        const auto source = readPluginSource(root + u'/' + input.plugin.path);
        if (source) {
            (void)source.value().digest();
        }
    });
}

/// Lines of code in which each `every`-th one is another in the second text.
struct TwoTexts
{
    QByteArray before;
    QByteArray after;
};

TwoTexts makeTexts(int lines, int every, const QByteArray &line)
{
    TwoTexts texts;
    for (int i = 0; i < lines; ++i) {
        const QByteArray number = QByteArray::number(i);
        texts.before += line + number + '\n';
        texts.after += (i % every == 0 ? "changed_" + number + '\n' : line + number + '\n');
    }
    return texts;
}

bool write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

void measureDiff(const QString &what, const TwoTexts &texts, const QString &folder, double limit)
{
    const QString before = folder + u"/before"_s;
    const QString after = folder + u"/after"_s;
    if (!write(before, texts.before) || !write(after, texts.after)) {
        return;
    }
    const Medians medians = interleaved([&texts] { (void)diffTexts(texts.before, texts.after); },
                                        [&] {
                                            QProcess process;
                                            process.setStandardOutputFile(QProcess::nullDevice());
                                            process.start(u"diff"_s, {u"-u"_s, before, after});
                                            process.waitForFinished(-1);
                                        });
    printRatio(what, medians.first, u"diff -u"_s, medians.second, limit);
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QTemporaryDir folder;
    const QTemporaryDir texts;
    if (!writeSampleFolder(folder.path(), fileCount, fileSize)) {
        QTextStream(stderr) << "The files to measure with could not be written to " << folder.path() << ".\n";
        return 1;
    }
    const QList<ComparisonInput> inputs = inputsOf(folder.path());
    const Medians medians =
        interleaved([&] { compareAll(folder.path(), inputs); }, [&] { hashAll(folder.path(), inputs); });
    printRatio(u"compare %1 plugins, a tenth changed"_s.arg(inputs.size()), medians.first, u"read and hash them"_s,
               medians.second, 5);

    measureDiff(u"diff of 5 MB, a hundredth changed"_s, makeTexts(125'000, 100, "    value = function(argument, "),
                texts.path(), 5);
    measureDiff(u"diff of 100,000 lines, a third changed"_s, makeTexts(100'000, 3, "x = "), texts.path(), 5);
    measureDiff(u"diff of 100,000 lines, all changed"_s, makeTexts(100'000, 1, "x = "), texts.path(), 5);
    return 0;
}
