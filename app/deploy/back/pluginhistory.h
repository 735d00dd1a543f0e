// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "history/historystore.h"
#include "history/historytimeline.h"
#include "server/openwebui.h"

#include <QObject>

namespace owui {

/// The history of one plugin on one server, for a list: ours, and since 0.12 the server's own, a page at a time.
/// Lives in the main thread and never blocks it.
class PluginHistory final : public QObject
{
    Q_OBJECT

public:
    /// `store` must outlive it.
    explicit PluginHistory(HistoryStore &store, QObject *parent = nullptr);

    /// Begins anew. Without a `server` only what is stored here is shown; `serverOrigin` names it all the same. The
    /// server must live until the next call.
    void show(const QString &serverOrigin, OpenWebUi *server, PluginSpace space, const QString &id);
    /// Reads again what is shown.
    void refresh();
    /// Reads one more page of both. `hasMore` tells whether there may be one.
    void showMore();

    [[nodiscard]] const QList<HistoryMoment> &moments() const { return m_moments; }
    [[nodiscard]] bool hasMore() const { return m_moreEntries || m_moreVersions; }
    [[nodiscard]] bool isLoading() const { return m_pending > 0; }
    /// What could not be read; empty where all is well. A server without versions is no problem.
    [[nodiscard]] const Problem &problem() const { return m_problem; }

signals:
    /// Once for each call, when everything has answered.
    void loaded();

private:
    void readEntries(qint64 before);
    void readVersions(int page);
    void askForLive();
    void onePartDone(int generation);

    HistoryStore &m_store;
    OpenWebUi *m_server = nullptr;
    QString m_origin;
    PluginSpace m_space = PluginSpace::Function;
    QString m_id;
    QList<HistoryEntry> m_entries;
    QList<ServerVersion> m_versions;
    QString m_liveVersion;
    QList<HistoryMoment> m_moments;
    Problem m_problem;
    int m_page = 1;
    bool m_moreEntries = false;
    bool m_moreVersions = false;
    int m_pending = 0;
    int m_generation = 0; ///< answers to an earlier show() are dropped
};

} // namespace owui
