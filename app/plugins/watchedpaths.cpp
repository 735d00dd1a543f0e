// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "plugins/watchedpaths.h"

#include <QFileInfo>
#include <QSet>

#include <algorithm>
#include <chrono>
#include <utility>

namespace owui {

namespace {

using namespace std::chrono_literals;

constexpr auto pauseAfterChange = 200ms;
constexpr auto longestBurst = 1s; ///< told of changes at least so often while they go on
constexpr qsizetype pathsAtOnce = 256;

} // namespace

WatchedPaths::WatchedPaths()
    : m_watcher(this)
    , m_pause(this)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseAfterChange);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        m_sinceFirst.invalidate();
        emit changed();
    });
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &WatchedPaths::noteChange);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, &WatchedPaths::noteChange);
}

void WatchedPaths::watch(const QStringList &paths)
{
    const QSet<QString> wanted(paths.cbegin(), paths.cend());
    const QStringList present = m_watcher.directories() + m_watcher.files();
    QStringList obsolete;
    std::ranges::copy_if(present, std::back_inserter(obsolete),
                         [&](const QString &path) { return !wanted.contains(path); });
    if (!obsolete.isEmpty()) {
        m_watcher.removePaths(obsolete);
    }
    const QSet<QString> watched(present.cbegin(), present.cend());
    m_goneBefore = std::exchange(m_gone, {});
    const bool wasAdding = !m_waiting.isEmpty();
    m_waiting.clear();
    std::ranges::copy_if(paths, std::back_inserter(m_waiting),
                         [&](const QString &path) { return !watched.contains(path); });
    if (!wasAdding) {
        addNext();
    }
}

/// Adds some paths and then lets the event loop go on, so that thousands of them do not delay the end of the thread.
void WatchedPaths::addNext()
{
    if (m_waiting.isEmpty()) {
        return;
    }
    const QStringList paths = m_waiting.mid(0, pathsAtOnce);
    m_waiting.remove(0, paths.size());
    const QStringList refused = m_watcher.addPaths(paths);
    // What changed or went after it was read and before it was watched is seen by one more look; only one, since a file
    // in a folder that may be listed but not entered seems to be gone for ever.
    m_lookAgain = m_lookAgain || refused.size() < paths.size();
    for (const QString &path : refused) {
        if (!QFileInfo::exists(path)) {
            m_lookAgain = m_lookAgain || !m_goneBefore.contains(path);
            m_gone.insert(path);
        }
    }
    // What is gone or may not be read cannot be watched anyway.
    const bool atLimit = std::ranges::any_of(refused, [](const QString &path) { return QFileInfo(path).isReadable(); });
    if (atLimit && !m_incomplete) {
        m_incomplete = true;
        emit incomplete();
    }
    if (!m_waiting.isEmpty()) {
        QMetaObject::invokeMethod(this, &WatchedPaths::addNext, Qt::QueuedConnection);
    } else if (std::exchange(m_lookAgain, false)) {
        noteChange();
    }
}

void WatchedPaths::noteChange()
{
    if (!m_sinceFirst.isValid()) {
        m_sinceFirst.start();
    }
    if (!m_pause.isActive() || !m_sinceFirst.hasExpired(std::chrono::milliseconds(longestBurst).count())) {
        m_pause.start();
    }
}

} // namespace owui
