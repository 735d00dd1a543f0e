// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "plugins/filereader.h"
#include "plugins/folderscan.h"

#include <QHash>
#include <QMutex>
#include <QWaitCondition>

#include <filesystem>
#include <vector>

namespace owui {

/// Reads the folders and files of one tree with several threads. Each task is one folder to list or some of its files
/// to read; the newest task comes first, so few folders are open at a time and the first files are read at once.
class FolderWalk final
{
public:
    FolderWalk(std::filesystem::path root, const FolderScanOptions &options);
    Q_DISABLE_COPY_MOVE(FolderWalk)

    /// Reads everything. Blocking. Plugins come in no order.
    void run();

    QList<Plugin> plugins;
    QStringList folders;
    QList<Problem> problems;

private:
    struct Entry
    {
        std::filesystem::path path;
        QString relative;
    };
    struct Task
    {
        Entry folder;
        std::vector<Entry> files; ///< to read; empty: list the folder
    };
    /// What one thread found.
    struct Found
    {
        FileReader reader;
        QList<Plugin> plugins;
        QStringList folders;
        QList<Problem> problems;
    };

    void work();
    void list(const Entry &folder, Found &found);
    void addEntry(const std::filesystem::directory_entry &entry, const Entry &folder, std::vector<Entry> &files,
                  std::vector<Entry> &subfolders, Found &found) const;
    void readFiles(const std::vector<Entry> &files, Found &found) const;
    [[nodiscard]] QList<Plugin> unchanged(const Entry &file) const;
    [[nodiscard]] bool leavesFolder(const std::filesystem::path &link) const;
    [[nodiscard]] bool isCancelled() const;
    void push(std::vector<Task> tasks);

    const std::filesystem::path m_root;
    const FolderScanOptions &m_options;
    QMultiHash<QString, const Plugin *> m_known; ///< by file
    QMutex m_mutex;
    QWaitCondition m_changed;
    std::vector<Task> m_tasks; ///< guarded by m_mutex, as what follows
    int m_unfinished = 0;      ///< tasks waiting or running
};

} // namespace owui
