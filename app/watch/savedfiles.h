// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "watch/savejudge.h"

#include <QFileSystemWatcher>
#include <QHash>
#include <QObject>
#include <QSet>
#include <QStringList>
#include <QTimer>

#include <optional>

namespace owui {

/// The part of SaveWatcher that lives in the watching thread. The system's watches only say where to look: one dies
/// with a file that is replaced, and on some file systems there are none, so all files are looked at now and then too.
class SavedFiles final : public QObject
{
    Q_OBJECT

public:
    SavedFiles();

    void follow(const QStringList &files, const QStringList &folders);
    void expect(const QString &file, const std::optional<QByteArray> &bytes);

signals:
    void started();
    void saved(const QList<owui::Save> &saves);
    void stormed(const QStringList &files);
    void listChanged();
    void incomplete();

private:
    void watchAgain();
    void learn();
    void onFile(const QString &path);
    void onFolder(const QString &path);
    void lookAtNames(const QString &folder);
    void sweep();
    void decide();
    void lookLater();

    QFileSystemWatcher m_watcher;
    SaveJudge m_judge;
    QTimer m_look;
    QTimer m_sweep;
    QTimer m_list; ///< a burst of changes in the folders is over
    QStringList m_files;
    QHash<QString, QStringList> m_filesIn;   ///< by folder
    QHash<QString, QSet<QString>> m_namesIn; ///< by folder: what would change the list
    std::optional<qint64> m_followedAt;      ///< nanoseconds since the epoch
    bool m_learning = false;
    bool m_incomplete = false;
};

} // namespace owui
