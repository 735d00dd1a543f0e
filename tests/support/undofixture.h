// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "deploy/back/pluginhistory.h"
#include "deploy/journal/historyjournal.h"
#include "deploy/run/run.h"
#include "history/historystore.h"
#include "plugins/localcheck.h"
#include "support/deployfixture.h"

#include <QNetworkAccessManager>
#include <QTemporaryDir>

#include <functional>
#include <memory>

namespace owui::test {

/// A history of its own for what a DeployFixture deploys, and what takes it back.
class UndoFixture final
{
    Q_DISABLE_COPY_MOVE(UndoFixture)

public:
    /// Becomes the fixture's journal; the fixture must outlive it.
    explicit UndoFixture(DeployFixture &fixture);
    ~UndoFixture();

    [[nodiscard]] QList<HistoryEntry> entries(const HistoryQuery &query = {});
    [[nodiscard]] QList<HistoryRun> runs();
    /// The newest entry of a plugin.
    [[nodiscard]] HistoryEntry last(PluginSpace space, const QString &id);
    [[nodiscard]] QList<HistoryMoment> moments(PluginSpace space, const QString &id);

    /// Waits for the end. Sent with the fixture's present connection and credential.
    QList<DeployResult> goBack(const QList<GoBackRequest> &requests, const QString &takesBackRun = {});
    DeployResult goBack(const GoBackRequest &request);
    /// Takes the newest run back.
    QList<DeployResult> undoLast(bool deleteCreated = false, const Consents &consents = {});
    /// What is left of a run.
    QList<DeployResult> undo(const QString &run, bool deleteCreated = false, const Consents &consents = {});
    /// Ids of what an undo of the run would be about.
    [[nodiscard]] QStringList left(const QString &run);
    /// While it is waited for the end.
    void cancel();

    [[nodiscard]] QString folder() const { return m_folder.filePath(QStringLiteral("history")); }
    [[nodiscard]] HistoryStore &store() { return *m_store; }
    std::function<void(DeployStage)> onStage; ///< while it is entered
    std::function<void(const DeployResult &)> onResult;
    QList<LogEntry> log;  ///< of what was taken back
    QByteArrayList paths; ///< method and path of each request of the last time

private:
    template<typename T>
    [[nodiscard]] T waitFor(const std::function<void(HistoryStore::Handler<T>)> &ask);

    DeployFixture &m_fixture;
    QTemporaryDir m_folder;
    QNetworkAccessManager m_network;
    LocalCheck m_localCheck;
    std::unique_ptr<HistoryStore> m_store;
    std::unique_ptr<HistoryJournal> m_journal;
    Run *m_undo = nullptr; ///< while it runs
};

} // namespace owui::test
