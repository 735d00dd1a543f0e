// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "plugins/folderwalk.h"

#include "plugins/exportfile.h"
#include "plugins/pathrules.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QThread>
#include <QThreadPool>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fs = std::filesystem;

namespace owui {

namespace {

struct FolderWalkTexts
{
    Q_DECLARE_TR_FUNCTIONS(FolderScan)
};

// So many files are read before the next batch is told of.
constexpr std::size_t filesPerTask = 64;
constexpr int maximumThreads = 8;
// A file may change twice without another time, within what a file system keeps of it (FAT: two seconds).
constexpr qint64 timeGranularity = 2000;

QString toText(const fs::path &path)
{
#ifdef Q_OS_WIN
    return QString::fromStdWString(path.native());
#else
    return QFile::decodeName(QByteArrayView(path.native()).toByteArray());
#endif
}

/// False for a name that is not UTF-8: the file could not be found again by its text.
bool hasText(const fs::path &name, const QString &text)
{
#ifdef Q_OS_WIN
    return toText(name) == text;
#else
    return !text.contains(QChar::ReplacementCharacter) ||
           QFile::encodeName(text) == QByteArrayView(name.native()).toByteArray();
#endif
}

/// True for what stands at the root of a virtual environment of Python or of Conda.
bool marksEnvironment(const fs::path &name)
{
    return name == "pyvenv.cfg" || name == "conda-meta";
}

Plugin notRead(const QString &relative, SkipReason reason)
{
    Plugin plugin;
    plugin.path = relative;
    plugin.skipped = reason;
    return plugin;
}

Problem unreadableFolder(const QString &path, const std::error_code &error)
{
    return {.text = FolderWalkTexts::tr("The folder \"%1\" cannot be read: %2. Its plugins are missing.")
                        .arg(QDir::toNativeSeparators(path), QString::fromLocal8Bit(error.message().c_str())),
            .remedy = FolderWalkTexts::tr("Check its permissions, then rescan.")};
}

} // namespace

FolderWalk::FolderWalk(fs::path root, const FolderScanOptions &options)
    : m_root(std::move(root))
    , m_options(options)
{
    m_known.reserve(options.known.size());
    for (const Plugin &plugin : options.known) {
        m_known.insert(plugin.file(), &plugin);
    }
}

void FolderWalk::run()
{
    m_unfinished = 1;
    m_tasks.push_back({.folder = {.path = m_root, .relative = {}}, .files = {}});
    QThreadPool helpers;
    const int threads = std::clamp(QThread::idealThreadCount() - m_options.spareCores, 1, maximumThreads);
    for (int i = 1; i < threads; ++i) {
        helpers.start([this] { work(); });
    }
    work();
    helpers.waitForDone();
}

bool FolderWalk::isCancelled() const
{
    return m_options.cancel != nullptr && m_options.cancel->load(std::memory_order_relaxed);
}

void FolderWalk::work()
{
    Found found;
    QMutexLocker locker(&m_mutex);
    for (;;) {
        while (m_tasks.empty() && m_unfinished > 0) {
            m_changed.wait(&m_mutex);
        }
        if (m_unfinished == 0) {
            break;
        }
        const Task task = std::move(m_tasks.back());
        m_tasks.pop_back();
        locker.unlock();
        if (!isCancelled()) {
            if (task.files.empty()) {
                list(task.folder, found);
            } else {
                readFiles(task.files, found);
            }
        }
        locker.relock();
        if (--m_unfinished == 0) {
            m_changed.wakeAll();
        }
    }
    plugins.append(std::move(found.plugins));
    folders.append(std::move(found.folders));
    problems.append(std::move(found.problems));
}

void FolderWalk::push(std::vector<Task> tasks)
{
    const QMutexLocker locker(&m_mutex);
    m_unfinished += static_cast<int>(tasks.size());
    std::ranges::move(tasks, std::back_inserter(m_tasks));
    m_changed.wakeAll();
}

void FolderWalk::list(const Entry &folder, Found &found)
{
    std::error_code error;
    std::vector<Entry> files;
    std::vector<Entry> subfolders;
    QList<Plugin> others;
    const qsizetype before = found.plugins.size();
    const qsizetype problemsBefore = found.problems.size();
    fs::directory_iterator entries(folder.path, error);
    for (; !error && entries != fs::directory_iterator(); entries.increment(error)) {
        if (isCancelled()) {
            return;
        }
        if (!folder.relative.isEmpty() && marksEnvironment(entries->path().filename())) {
            found.plugins.resize(before); // other people's code
            found.problems.resize(problemsBefore);
            return;
        }
        addEntry(*entries, folder, files, subfolders, found);
    }
    // A folder that went while others were read is not there, like a file that went.
    if (error && error != std::errc::no_such_file_or_directory) {
        found.problems.append(unreadableFolder(toText(folder.path), error));
    }
    found.folders.append(toText(folder.path));
    if (m_options.onBatch && found.plugins.size() > before) {
        m_options.onBatch(found.plugins.sliced(before));
    }
    std::vector<Task> tasks;
    tasks.reserve(subfolders.size() + files.size() / filesPerTask + 1);
    for (Entry &subfolder : subfolders) {
        tasks.push_back({.folder = std::move(subfolder), .files = {}});
    }
    while (!files.empty()) {
        const std::size_t count = std::min(files.size(), filesPerTask);
        const auto first = files.end() - static_cast<std::ptrdiff_t>(count);
        Task task;
        std::move(first, files.end(), std::back_inserter(task.files));
        files.erase(first, files.end());
        tasks.push_back(std::move(task));
    }
    push(std::move(tasks));
}

void FolderWalk::addEntry(const fs::directory_entry &entry, const Entry &folder, std::vector<Entry> &files,
                          std::vector<Entry> &subfolders, Found &found) const
{
    const QString name = toText(entry.path().filename());
    const QString relative = folder.relative.isEmpty() ? name : folder.relative + u'/' + name;
    const bool python = isPythonFile(name);
    std::error_code error; // what cannot be told counts as no folder and no link, and reading it gives the reason
    if (entry.is_symlink(error)) {
        const bool dangling = !fs::exists(entry.path(), error);
        if (python) {
            found.plugins.append(notRead(relative, dangling ? SkipReason::DanglingLink : SkipReason::Link));
        } else if (fs::is_directory(entry.path(), error) && !isSkippedFolder(name) && leavesFolder(entry.path())) {
            found.plugins.append(notRead(relative, SkipReason::LinkedFolder));
        }
        return;
    }
    const bool isFolder = entry.is_directory(error);
    if ((python || (isFolder && !isSkippedFolder(name))) && !hasText(entry.path().filename(), name)) {
        found.plugins.append(notRead(relative, SkipReason::NameNotUtf8));
        return;
    }
    if (isFolder && !isSkippedFolder(name)) {
        subfolders.push_back({.path = entry.path(), .relative = relative});
    }
    if (!python && (isFolder || !isJsonFile(name))) {
        return;
    }
    if (isFolder) {
        found.plugins.append(notRead(relative, SkipReason::NotRegularFile));
    } else {
        files.push_back({.path = entry.path(), .relative = relative});
    }
}

bool FolderWalk::leavesFolder(const fs::path &link) const
{
    std::error_code error;
    const fs::path target = fs::canonical(link, error);
    return !error && std::ranges::mismatch(m_root, target).in1 != m_root.end();
}

void FolderWalk::readFiles(const std::vector<Entry> &files, Found &found) const
{
    QList<Plugin> batch;
    batch.reserve(static_cast<qsizetype>(files.size()));
    for (const Entry &file : files) {
        if (isCancelled()) {
            break;
        }
        if (const QList<Plugin> known = unchanged(file); !known.isEmpty()) {
            batch.append(known);
        } else if (isJsonFile(file.relative.sliced(file.relative.lastIndexOf(u'/') + 1))) {
            batch.append(describeExport(file.relative, file.path, found.reader, false));
        } else {
            batch.append(describeFile(file.relative, file.path, found.reader));
        }
    }
    if (m_options.onBatch && !batch.isEmpty()) {
        m_options.onBatch(batch);
    }
    found.plugins.append(std::move(batch));
}

/// What an earlier scan found in this file; nothing if it must be read again.
QList<Plugin> FolderWalk::unchanged(const Entry &file) const
{
    const auto [begin, end] = m_known.equal_range(file.relative);
    if (begin == end) {
        return {};
    }
    const Plugin &first = **begin;
    if (first.modified == 0 || first.modified > m_options.knownSince - timeGranularity) {
        return {};
    }
    const QFileInfo info(file.path);
    QList<Plugin> same;
    if (!info.isSymLink() && info.isFile() && info.size() == first.size &&
        info.lastModified().toMSecsSinceEpoch() == first.modified) {
        std::transform(begin, end, std::back_inserter(same), [](const Plugin *plugin) { return *plugin; });
    }
    return same;
}

} // namespace owui
