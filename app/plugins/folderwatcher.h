// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "result.h"

#include <QObject>
#include <QStringList>
#include <QThread>

namespace owui {

class WatchedPaths;

/// Tells when something below a folder changes on disk. Watches folders and files: a folder watch misses a file saved
/// in place, a file watch dies when the file is replaced. Lives in the main thread; the watching, which takes long to
/// set up for many files, has a thread of its own.
class FolderWatcher final : public QObject
{
    Q_OBJECT

public:
    explicit FolderWatcher(QObject *parent = nullptr);
    ~FolderWatcher() override;

    /// Watches exactly these absolute paths. A path that is already watched keeps its watch.
    void watch(const QStringList &paths);

signals:
    /// Something changed, or may have changed before its watch began. Waits until a burst of changes is over.
    void changed();
    /// The system does not allow so many watches. Told once.
    void incomplete();

private:
    QThread m_thread;
    WatchedPaths *m_paths; ///< lives in m_thread, which deletes it when it ends
};

} // namespace owui
