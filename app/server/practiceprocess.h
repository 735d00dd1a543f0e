// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "result.h"

#include "server/connection.h"
#include "server/credential.h"

#include <QByteArray>
#include <QObject>
#include <QProcess>
#include <QTimer>

namespace owui {

/// The practice server as a child process. It is a program of its own because QHttpServer is GPL-3.0, and it ends when
/// this object, or the whole program, ends: it stops when its standard input closes.
class PracticeProcess final : public QObject
{
    Q_OBJECT

public:
    explicit PracticeProcess(QObject *parent = nullptr);
    ~PracticeProcess() override;

    /// owui-practice beside the running program, or in PATH; empty where there is none.
    [[nodiscard]] static QString findProgram();

    /// `options` such as {"--release", "0.7.2"}. Ends with `ready` or `failed`, from the event loop. Ignored while it
    /// runs.
    void start(const QStringList &options = {});
    /// Asks it to end; `ended` follows.
    void stop();
    [[nodiscard]] bool isRunning() const;
    /// After `failed`: the program does not take the options, and has told why on standard error.
    [[nodiscard]] bool hasRefusedOptions() const { return m_refusedOptions; }
    [[nodiscard]] const Connection &connection() const { return m_connection; } ///< valid after `ready`
    [[nodiscard]] const Credential &credential() const { return m_credential; } ///< valid after `ready`

signals:
    void ready();
    void failed(const owui::Problem &problem);
    /// After `ready`: the program has ended, asked or not.
    void ended();

private:
    enum class State { Stopped, Starting, Ready };

    void readLine();
    void takeReport(const QByteArray &line);
    void fail(const QString &text);
    void onErrorOccurred(QProcess::ProcessError error);
    void onFinished();

    QProcess m_process;
    QTimer m_limit; ///< how long it may take to say where it listens, and later to end
    QByteArray m_output;
    State m_state = State::Stopped;
    bool m_refusedOptions = false;
    Connection m_connection;
    Credential m_credential;
};

} // namespace owui
