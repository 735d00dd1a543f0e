// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "plugins/folderscan.h"

#include "plugins/exportfile.h"
#include "plugins/folderwalk.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <filesystem>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

struct FolderScanTexts
{
    Q_DECLARE_TR_FUNCTIONS(FolderScan)
};

Problem cannotOpen(const QString &path, const char *reason)
{
    return {.text = FolderScanTexts::tr(reason).arg(QDir::toNativeSeparators(path)),
            .remedy = FolderScanTexts::tr("Choose a folder with plugins that you may read.")};
}

/// The nearest folder above a file that has decisions, up to a checkout's root; else the file's own.
QString rootOf(const QFileInfo &file)
{
    for (QDir folder = file.dir();;) {
        if (folder.exists(FolderDecisions::fileName())) {
            return folder.path();
        }
        if (folder.exists(u".git"_s) || !folder.cdUp()) {
            return file.path();
        }
    }
}

/// Tried, not asked: QFileInfo::isReadable() knows nothing of the effective user, and of some network folders.
bool canList(const QFileInfo &folder)
{
    std::error_code error;
    const std::filesystem::directory_iterator entries(folder.filesystemFilePath(), error);
    return !error;
}

void readOneFile(const QFileInfo &file, FolderScanResult &result)
{
    result.root = rootOf(file);
    result.folders.append(file.path());
    FileReader reader;
    const QString relative = QDir(result.root).relativeFilePath(file.filePath());
    if (isJsonFile(file.fileName())) {
        result.undecided = describeExport(relative, file.filesystemFilePath(), reader, true);
    } else {
        result.undecided.append(describeFile(relative, file.filesystemFilePath(), reader));
    }
}

} // namespace

Result<FolderScanResult> scanFolder(const QString &path, const FolderScanOptions &options)
{
    const QString canonical = path.isEmpty() ? QString() : QFileInfo(path).canonicalFilePath();
    const QFileInfo info(canonical);
    if (canonical.isEmpty() || !info.exists()) {
        return cannotOpen(path, QT_TRANSLATE_NOOP("FolderScan", "There is no folder \"%1\"."));
    }
    if (!info.isDir() && !info.isFile()) {
        return cannotOpen(path, QT_TRANSLATE_NOOP("FolderScan", "\"%1\" is neither a folder nor a file."));
    }
    if (info.isDir() && !canList(info)) {
        return cannotOpen(path, QT_TRANSLATE_NOOP("FolderScan", "The folder \"%1\" cannot be read."));
    }
    FolderScanResult result;
    if (info.isDir()) {
        result.root = canonical;
        if (options.onRoot) {
            options.onRoot(result.root);
        }
        FolderWalk walk(info.filesystemFilePath(), options);
        walk.run();
        result.undecided = std::move(walk.plugins);
        result.folders = std::move(walk.folders);
        result.problems = std::move(walk.problems);
        result.cancelled = options.cancel != nullptr && options.cancel->load();
        std::ranges::sort(result.undecided, {}, &Plugin::path);
        result.folders.sort();
    } else {
        readOneFile(info, result);
        if (options.onRoot) {
            options.onRoot(result.root);
        }
        if (options.onBatch) {
            options.onBatch(result.undecided);
        }
    }
    const Result<FolderDecisions> decisions = FolderDecisions::load(result.root);
    if (decisions) {
        result.decisions = decisions.value();
    } else {
        result.problems.append(decisions.error());
        result.decisionsBroken = true;
    }
    result.plugins = result.undecided;
    applyDecisions(result.plugins, result.decisions);
    return result;
}

} // namespace owui
