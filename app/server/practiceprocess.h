// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "result.h"

#include "server/connection.h"
#include "server/credential.h"

#include <QObject>
#include <QProcess>

namespace owui {

/// The practice server as a child process. It is a program of its own because QHttpServer is GPL-3.0, and it ends when
/// this object, or the whole program, ends: it stops when its standard input closes.
class PracticeProcess final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PracticeProcess)

public:
    explicit PracticeProcess(QObject *parent = nullptr);
    ~PracticeProcess() override;

    /// owui-practice beside the running program, or in PATH; empty where there is none.
    [[nodiscard]] static QString findProgram();

    /// `options` such as {"--release", "0.7.2"}. Ends with `ready` or `failed`.
    void start(const QStringList &options = {});
    void stop();
    [[nodiscard]] bool isRunning() const;
    [[nodiscard]] const Connection &connection() const { return m_connection; } ///< valid after `ready`
    [[nodiscard]] const Credential &credential() const { return m_credential; } ///< valid after `ready`

signals:
    void ready();
    void failed(const owui::Problem &problem);
    void ended();

private:
    QProcess m_process;
    Connection m_connection;
    Credential m_credential;
};

} // namespace owui
