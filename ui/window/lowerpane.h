// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QWidget>

namespace owui {

/// The messages and the log, below the list. A message takes its room from the log, so that no row of the list moves;
/// where the log is hidden, from the end of the list, and it gives it back when the pointer has left the list.
class LowerPane final : public QWidget
{
    Q_OBJECT

public:
    /// `list` must outlive it; the others become its children.
    LowerPane(QWidget *list, QWidget *messages, QWidget *log);

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fit();

    QWidget *m_list;
    QWidget *m_messages;
    QWidget *m_log;
};

} // namespace owui
