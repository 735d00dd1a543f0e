// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>

#include <functional>

namespace owui {

class LogModel;
class WindowActions;

/// The Help menu: a guide, the keys, what this is, and what to send with a report.
class HelpController final : public QObject
{
    Q_OBJECT

public:
    /// `serverRelease` tells what runs on the present server. The log must outlive the controller.
    HelpController(const WindowActions &actions, const LogModel &log, const std::function<QString()> &serverRelease,
                   QWidget *window);

private:
    void showPage(const QString &name, const QString &title, const QString &html);
    void reportProblem();

    const LogModel &m_log;
    std::function<QString()> m_serverRelease;
    QWidget *m_window;
};

} // namespace owui
