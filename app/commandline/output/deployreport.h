// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "commandline/arguments/commandlineoptions.h"
#include "commandline/arguments/exitcode.h"
#include "commandline/output/texttable.h"
#include "deploy/job/deployresult.h"
#include "deploy/run/runsummary.h"
#include "plugins/plugin.h"

#include <QHash>
#include <QList>

namespace owui {

class Console;

/// Tells how a deployment goes: one line for each plugin as it ends, then the summary.
class DeployReport final
{
    Q_DISABLE_COPY_MOVE(DeployReport)

public:
    /// `console` must outlive it.
    DeployReport(const CommandLineOptions &options, Console &console);

    /// Before the first plugin ends: what there will be, so that the lines are aligned.
    void expect(const QString &root, const QList<Plugin> &plugins);
    void showStage(const QString &path, DeployStage stage);
    /// Once for each plugin. A blocked one is told which option lets it pass.
    void add(DeployResult result);
    /// The summary, and the JUnit report. `true` if everything could be written.
    [[nodiscard]] bool finish();

    [[nodiscard]] const QList<DeployResult> &results() const { return m_results; }
    /// Of a run that nobody interrupted.
    [[nodiscard]] ExitCode exitCode() const;

private:
    void printResult(const DeployResult &result);
    void printAnnotation(const DeployResult &result);
    void showProgress();
    [[nodiscard]] bool writeReport() const;

    CommandLineOptions m_options;
    Console &m_console;
    QString m_root;
    TextTable m_table;
    qsizetype m_expected = 0;
    QHash<QString, DeployStage> m_stages; // by path, of what runs
    QList<DeployResult> m_results;
    RunSummary m_summary;
};

/// Of a call whose plugins ended so: NoConnection where the server refused all of a space.
[[nodiscard]] ExitCode exitCodeOfAll(const QList<DeployResult> &results);

} // namespace owui
