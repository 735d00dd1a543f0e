// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QTimer>
#include <QTreeView>

namespace owui {

class LogFilter;

/// The lines of the log, newest at the bottom. Follows the newest line until the user scrolls up, and again once the
/// user is back at the bottom.
class LogView final : public QTreeView
{
    Q_OBJECT

public:
    explicit LogView(LogFilter &filter, QWidget *parent = nullptr);

    /// The selected lines, or every line shown where none is selected, as plain text.
    [[nodiscard]] QString plainText() const;
    [[nodiscard]] QString allPlainText() const;
    [[nodiscard]] bool isFollowing() const { return m_following; }

public slots:
    void copy() const;
    void copyAll() const;

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void follow(int value);

    LogFilter &m_filter;
    QTimer m_followTimer;
    bool m_following = true;
    int m_lastValue = 0;
};

} // namespace owui
