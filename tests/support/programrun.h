// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QProcess>
#include <QProcessEnvironment>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>

namespace owui::test {

/// One call of owui-deploy in an environment and with a home folder of its own: no key, no settings of the user.
class ProgramRun final
{
    Q_DISABLE_COPY_MOVE(ProgramRun)

public:
    explicit ProgramRun(const QStringList &arguments);
    ~ProgramRun();

    void setVariable(const QString &name, const QString &value) { m_environment.insert(name, value); }
    /// Where its settings and its history are.
    [[nodiscard]] QString home() const { return m_home.path(); }
    /// Runs a copy of it, in a folder with other programs beside it.
    void setProgram(const QString &program) { m_program = program; }
    void setFolder(const QString &folder) { m_process.setWorkingDirectory(folder); }
    /// Starts without waiting.
    void start(const QByteArray &input = {});
    /// Starts without waiting, and leaves standard input open as a terminal does.
    void startWithOpenInput();
    /// Waits until it takes an interrupt itself; before that, the signal kills it.
    [[nodiscard]] bool waitUntilItListens();
    /// Waits, with the event loop running, so that a server of the test can answer. False after a minute, and then it
    /// says what the program waits for and ends it.
    [[nodiscard]] bool waitForEnd();
    /// Both.
    [[nodiscard]] bool run(const QByteArray &input = {});
    void interrupt() const;

    [[nodiscard]] int exitCode() const { return m_process.exitCode(); }
    [[nodiscard]] bool crashed() const { return m_process.exitStatus() == QProcess::CrashExit; }
    [[nodiscard]] QByteArray output();
    [[nodiscard]] QByteArray errors();
    /// Standard output as one document; empty where it is none.
    [[nodiscard]] QJsonObject document();
    [[nodiscard]] QProcess &process() { return m_process; }

private:
    void tellWhereItHangs();

    QTemporaryDir m_home;
    QProcess m_process;
    QProcessEnvironment m_environment;
    QString m_program = QStringLiteral(OWUI_DEPLOY_PROGRAM);
    QStringList m_arguments;
    QByteArray m_output;
    QByteArray m_errors;
};

} // namespace owui::test
