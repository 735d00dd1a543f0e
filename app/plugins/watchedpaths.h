// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QElapsedTimer>
#include <QFileSystemWatcher>
#include <QObject>
#include <QSet>
#include <QStringList>
#include <QTimer>

namespace owui {

/// The part of FolderWatcher that lives in the watching thread.
class WatchedPaths final : public QObject
{
    Q_OBJECT

public:
    WatchedPaths();
    ~WatchedPaths() override = default;

    void watch(const QStringList &paths);

signals:
    void changed();
    void incomplete();

private:
    void addNext();
    void noteChange();

    QFileSystemWatcher m_watcher;
    QStringList m_waiting; ///< to be watched
    QTimer m_pause;
    QElapsedTimer m_sinceFirst; ///< since the first change of a burst
    bool m_lookAgain = false;   ///< something may have changed before it was watched
    QSet<QString> m_gone;       ///< of the paths to be watched
    QSet<QString> m_goneBefore; ///< of those that were to be watched before them
    bool m_incomplete = false;  ///< told already
};

} // namespace owui
