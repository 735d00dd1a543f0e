// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QTimer>
#include <QWidget>

class QLabel;
class QProgressBar;
class QToolButton;

namespace owui {

/// How far a run or a scan is, in the status bar, and a way to cancel it.
class StatusProgress final : public QWidget
{
    Q_OBJECT

public:
    explicit StatusProgress(QWidget *parent = nullptr);

    void showDeploy(int done, int total, int failed);
    /// While a folder is read, nobody knows how many files there are. Shown once that takes long.
    void showScan(int filesRead);
    /// While a server is read. Shown once that takes long.
    void showRefresh();
    /// While plugins are looked up one by one.
    void showLookUps(int done, int total);
    void clear();

    [[nodiscard]] QString text() const;

signals:
    void cancelRequested();

private:
    void showBusy(const QString &text);

    QLabel *m_text;
    QProgressBar *m_bar;
    QToolButton *m_cancel;
    QTimer m_delay;
};

} // namespace owui
