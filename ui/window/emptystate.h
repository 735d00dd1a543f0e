// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QWidget>

class QVBoxLayout;

namespace owui {

/// What the window shows while no folder is open: how to begin, with a button for each way.
class EmptyState final : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(QWidget *parent = nullptr);

    void setRecentFolders(const QStringList &folders);

signals:
    void chooseFolderRequested();
    void addServerRequested();
    void practiceRequested();
    void folderRequested(const QString &folder);

private:
    QWidget *m_recent;
    QVBoxLayout *m_recentLayout;
};

} // namespace owui
