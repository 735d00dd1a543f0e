// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>

class QWidget;

namespace owui {

/// Takes a folder that is dropped on a window.
class FolderDrop final : public QObject
{
    Q_OBJECT

public:
    explicit FolderDrop(QWidget *window);

signals:
    void dropped(const QString &folder);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace owui
