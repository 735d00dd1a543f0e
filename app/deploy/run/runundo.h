// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "deploy/back/gobackrequest.h"
#include "deploy/job/deployresult.h"
#include "deploy/job/logentry.h"
#include "deploy/run/runsummary.h"
#include "server/openwebui.h"

#include <QObject>

#include <memory>

namespace owui {

class HistoryStore;
class Journal;
class LocalCheck;

/// Takes plugins of one server back, one after the other; what one comes to does not stop the others, unless the server
/// is gone. Itself a run in the history, so that it can be taken back. Lives in the main thread.
class RunUndo final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunUndo)

public:
    /// All must outlive it; `journal` may be absent.
    RunUndo(OpenWebUi &server, LocalCheck &localCheck, HistoryStore &store, Journal *journal,
            QObject *parent = nullptr);
    ~RunUndo() override;

    /// `takesBackRun`: the run that is taken back as a whole (see undoRequests); empty: somebody chose the entries.
    /// Only while none runs.
    void start(const QList<GoBackRequest> &requests, const QString &takesBackRun = {});
    /// Nothing more is begun; what runs is looked at once more.
    void cancel();
    /// The same for one plugin.
    void cancel(PluginSpace space, const QString &id);

    [[nodiscard]] bool isRunning() const;
    [[nodiscard]] int total() const;
    [[nodiscard]] const QList<DeployResult> &results() const; ///< in the order they ended
    [[nodiscard]] const RunSummary &summary() const;
    [[nodiscard]] QString runId() const; ///< of the present or last run, in the history
    [[nodiscard]] ServerRelease release() const;

signals:
    void runStarted();
    void stageChanged(owui::PluginSpace space, const QString &id, owui::DeployStage stage);
    void finished(const owui::DeployResult &result);
    void runFinished();
    void logged(const owui::LogEntry &entry);

private:
    class Private;

    void startNext();
    void endUnsent(const GoBackRequest &request);
    void end(const DeployResult &result);
    void endRun();
    void log(LogLevel level, const QString &path, const QString &title, const QString &text);

    std::unique_ptr<Private> d;
};

} // namespace owui
