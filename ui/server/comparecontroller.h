// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "compare/comparisonrun.h"
#include "compare/inventory.h"
#include "deploy/job/deployresult.h"
#include "history/senttexts.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QSet>
#include <QTimer>

#include <memory>

namespace owui {

class MessageArea;
class PluginFolder;
class PluginModel;
class ServerSession;

/// Keeps what the present server has and how the folder compares with it, and shows both in the rows. Looks when asked,
/// once when a server becomes reachable, and after a run at what it was for; never changes a server.
class CompareController final : public QObject
{
    Q_OBJECT

public:
    /// All must outlive the controller.
    CompareController(PluginFolder &folder, PluginModel &model, MessageArea &messages, QObject *parent = nullptr);
    ~CompareController() override;

    /// None where no server is chosen. What was known of another server is forgotten.
    void setSession(ServerSession *session);
    /// Reads the server anew.
    void refresh();
    void cancel();

    [[nodiscard]] bool canRefresh() const;
    [[nodiscard]] bool isRefreshing() const;
    [[nodiscard]] QDateTime seenAt() const;
    /// Null where no server is chosen.
    [[nodiscard]] Inventory *inventory() const;

signals:
    /// What is asked about above has changed.
    void stateChanged();

private:
    using Place = std::pair<PluginSpace, QString>;

    void listen(QObject *context);
    void takeState();
    void takeInventory();
    void takeFolder();
    void takeResult(const DeployResult &result);
    void endRun();
    void indexFolder();
    void showServerOnly();
    void confirmAbsent();
    void showPlugin(const QString &path);
    void readHistory();
    void compareStale();
    void tellFailure(PluginSpace space, const ServerError &error);

    PluginFolder &m_folder;
    PluginModel &m_model;
    MessageArea &m_messages;
    QPointer<ServerSession> m_session;
    std::unique_ptr<QObject> m_sessionContext; // ends the connections to a session that is no longer ours
    ComparisonRun m_comparisons;
    QHash<Place, QStringList> m_paths;         // of the folder's plugins, by what they are on a server
    QHash<QString, ComparisonInput> m_inputs;  // with which each was compared last
    QSet<QString> m_stale;                     // to compare once the present run is over
    QHash<PluginSpace, QStringList> m_changed; // ids, in the present run
    SentTexts m_sent;                          // as the history had it before the last comparison
    bool m_readsHistory = false;
    QTimer m_startTimer; // many changes are one run
};

} // namespace owui
