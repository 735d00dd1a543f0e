// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "watch/savejudge.h"

#include <QObject>
#include <QStringList>
#include <QThread>

#include <optional>

namespace owui {

class SavedFiles;

/// Tells which of some files somebody saved, as soon as they are whole. Lives in the main thread; the looking and the
/// reading have a thread of their own.
class SaveWatcher final : public QObject
{
    Q_OBJECT

public:
    explicit SaveWatcher(QObject *parent = nullptr);
    ~SaveWatcher() override;

    /// From now on exactly these count, all absolute. What stands in the files when they are first named is no save,
    /// unless they were made since the call before. In the folders new files and folders are noticed.
    void follow(const QStringList &files, const QStringList &folders);
    /// To be called before the program itself writes these bytes there: that is no save. None: they were not written.
    void expect(const QString &file, const std::optional<QByteArray> &bytes);

signals:
    /// What the files held is known: from here on each save is noticed, and nothing else is taken for one.
    void started();
    void saved(const QList<owui::Save> &saves);
    /// So many files changed at once that they are no saves, as when a branch is switched.
    void stormed(const QStringList &files);
    /// A Python file, an export or a folder came to one of the folders, or left it.
    void listChanged();
    /// The system does not allow so many watches: the files are looked at a few times a second instead. Told once.
    void incomplete();

private:
    QThread m_thread;
    SavedFiles *m_files; ///< lives in m_thread, which deletes it when it ends
};

} // namespace owui
