// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QWidget>

class QVBoxLayout;

namespace owui {

class WindowActions;

/// What the window shows while no folder is open: how to begin, with a button for each way.
class EmptyState final : public QWidget
{
    Q_OBJECT

public:
    EmptyState(const WindowActions &actions, QWidget *parent);

    void setRecentFolders(const QStringList &folders);

signals:
    void folderRequested(const QString &folder);

private:
    QWidget *m_recent;
    QVBoxLayout *m_recentLayout;
};

} // namespace owui
