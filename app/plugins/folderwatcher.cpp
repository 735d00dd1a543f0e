// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "plugins/folderwatcher.h"

#include "plugins/watchedpaths.h"

namespace owui {

FolderWatcher::FolderWatcher(QObject *parent)
    : QObject(parent)
    , m_paths(new WatchedPaths)
{
    m_paths->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_paths, &QObject::deleteLater);
    connect(m_paths, &WatchedPaths::changed, this, &FolderWatcher::changed);
    connect(m_paths, &WatchedPaths::incomplete, this, &FolderWatcher::incomplete);
    m_thread.start(QThread::LowPriority);
}

FolderWatcher::~FolderWatcher()
{
    m_thread.quit();
    m_thread.wait(); // ends with the event that it is at; none takes longer than watching a few hundred paths
}

void FolderWatcher::watch(const QStringList &paths)
{
    QMetaObject::invokeMethod(m_paths, [watched = m_paths, paths] { watched->watch(paths); });
}

} // namespace owui
