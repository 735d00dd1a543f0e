// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "watch/savedfiles.h"

#include "files/filereading.h"
#include "files/sha256.h"
#include "plugins/exportfile.h"
#include "plugins/pathrules.h"
#include "plugins/pluginfile.h"

#include <QDateTime>
#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace owui {

namespace {

// A disk that takes long to look at is looked at less often, so that it is never busy with this for long.
constexpr std::chrono::milliseconds pauseWithWatches = 2s;
constexpr std::chrono::milliseconds pauseWithoutWatches = 250ms;
constexpr int shareOfSweeping = 20;
constexpr std::chrono::milliseconds pauseOfList = 150ms;
constexpr qsizetype filesAtOnce = 32;

QByteArray digestOfFile(const QString &path)
{
    const Result<QByteArray, QString> bytes = readFile(path, {.most = maximumPluginSize});
    return bytes ? sha256(bytes.value()) : QByteArray();
}

/// What the editor keeps beside a file while it saves is not among it.
QSet<QString> namesThatCount(const QString &folder)
{
    QSet<QString> names;
    const QFileInfoList entries = QDir(folder).entryInfoList(QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QFileInfo &entry : entries) {
        const QString name = entry.fileName();
        if (entry.isDir() ? !isSkippedFolder(name) : isPythonFile(name) || isJsonFile(name)) {
            names.insert(name);
        }
    }
    return names;
}

} // namespace

SavedFiles::SavedFiles()
    : m_watcher(this)
    , m_judge({.stamp = &stampOfFile, .digest = &digestOfFile, .isFresh = &isFresh})
    , m_look(this)
    , m_sweep(this)
    , m_list(this)
{
    for (QTimer *timer : {&m_look, &m_sweep, &m_list}) {
        timer->setSingleShot(true);
    }
    m_look.setTimerType(Qt::PreciseTimer);
    m_list.setInterval(pauseOfList);
    connect(&m_look, &QTimer::timeout, this, &SavedFiles::decide);
    connect(&m_sweep, &QTimer::timeout, this, &SavedFiles::sweep);
    connect(&m_list, &QTimer::timeout, this, &SavedFiles::listChanged);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, &SavedFiles::onFile);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &SavedFiles::onFolder);
}

void SavedFiles::follow(const QStringList &files, const QStringList &folders)
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch() * 1'000'000;
    m_files = files;
    m_filesIn.clear();
    for (const QString &file : files) {
        m_filesIn[QFileInfo(file).path()].append(file);
    }
    m_namesIn.clear();
    for (const QString &folder : folders) {
        m_namesIn.insert(folder, namesThatCount(folder));
    }
    watchAgain();
    // Watched first: what is written from here on is noticed, and what was before is compared with.
    m_judge.follow(files, m_followedAt, std::chrono::steady_clock::now());
    m_followedAt = now;
    lookLater();
    if (!m_learning) {
        m_learning = true;
        learn();
    }
    if (!m_sweep.isActive()) {
        m_sweep.start(pauseWithWatches);
    }
}

void SavedFiles::expect(const QString &file, const std::optional<QByteArray> &bytes)
{
    m_judge.expect(file, bytes ? sha256(*bytes) : QByteArray());
}

/// A watch dies with what it watches; what came in its place gets a new one.
void SavedFiles::watchAgain()
{
    QSet<QString> wanted(m_files.cbegin(), m_files.cend());
    const QStringList folders = m_filesIn.keys() + m_namesIn.keys();
    wanted.unite(QSet<QString>(folders.cbegin(), folders.cend()));
    QStringList obsolete = m_watcher.directories() + m_watcher.files();
    const QSet<QString> present(obsolete.cbegin(), obsolete.cend());
    obsolete.removeIf([&wanted](const QString &path) { return wanted.contains(path); });
    if (!obsolete.isEmpty()) {
        m_watcher.removePaths(obsolete);
    }
    wanted.subtract(present);
    if (wanted.isEmpty()) {
        return;
    }
    // Folders first: they tell more.
    QStringList missing(wanted.cbegin(), wanted.cend());
    std::ranges::sort(missing, {}, &QString::size);
    const QStringList refused = m_watcher.addPaths(missing);
    const bool atLimit = std::ranges::any_of(refused, [](const QString &path) { return QFileInfo(path).isReadable(); });
    if (atLimit && !m_incomplete) {
        m_incomplete = true;
        m_sweep.start(pauseWithoutWatches);
        emit incomplete();
    }
}

/// Some at a time, so that a save is noticed meanwhile.
void SavedFiles::learn()
{
    m_learning = m_judge.learnNext(filesAtOnce);
    if (m_learning) {
        QMetaObject::invokeMethod(this, &SavedFiles::learn, Qt::QueuedConnection);
    } else {
        emit started();
    }
}

void SavedFiles::onFile(const QString &path)
{
    if (!m_watcher.files().contains(path) && QFileInfo::exists(path)) {
        m_watcher.addPath(path);
    }
    m_judge.touch(path, std::chrono::steady_clock::now());
    lookLater();
}

void SavedFiles::onFolder(const QString &path)
{
    const QStringList files = m_filesIn.value(path);
    const QSet<QString> watched = [this] {
        const QStringList present = m_watcher.files();
        return QSet<QString>(present.cbegin(), present.cend());
    }();
    for (const QString &file : files) {
        if (!watched.contains(file) && QFileInfo::exists(file)) {
            m_watcher.addPath(file); // another file has its name now
        }
        m_judge.touch(file, std::chrono::steady_clock::now());
    }
    lookLater();
    lookAtNames(path);
}

void SavedFiles::lookAtNames(const QString &folder)
{
    const auto names = m_namesIn.find(folder);
    if (names == m_namesIn.end()) {
        return;
    }
    if (const QSet<QString> now = namesThatCount(folder); now != *names) {
        *names = now;
        m_list.start();
    }
}

void SavedFiles::sweep()
{
    QElapsedTimer cost;
    cost.start();
    watchAgain();
    m_judge.touchAll(std::chrono::steady_clock::now());
    if (m_incomplete) {
        const QStringList folders = m_namesIn.keys();
        for (const QString &folder : folders) {
            lookAtNames(folder);
        }
    }
    lookLater();
    const std::chrono::milliseconds pause = m_incomplete ? pauseWithoutWatches : pauseWithWatches;
    m_sweep.start(std::max(pause, std::chrono::milliseconds(cost.elapsed() * shareOfSweeping)));
}

void SavedFiles::decide()
{
    const SaveJudge::Verdict verdict = m_judge.decide(std::chrono::steady_clock::now());
    if (!verdict.saves.isEmpty()) {
        emit saved(verdict.saves);
    }
    if (!verdict.storm.isEmpty()) {
        emit stormed(verdict.storm);
    }
    lookLater();
}

void SavedFiles::lookLater()
{
    const std::optional<SaveJudge::Time> next = m_judge.nextLook();
    if (!next) {
        m_look.stop();
        return;
    }
    const auto wait = std::chrono::ceil<std::chrono::milliseconds>(*next - std::chrono::steady_clock::now());
    m_look.start(std::max(wait, 0ms));
}

} // namespace owui
