// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/list/listcontroller.h"

#include "compare/plan/comparisonrun.h"
#include "compare/seen/inventory.h"
#include "history/senttexts.h"

#include <QHash>
#include <QSet>
#include <QTimer>

namespace owui {

/// Keeps what the present server has and how the folder compares with it, and shows both in the rows. Looks when asked,
/// once when a server becomes reachable, and after a run at what it was for; never changes a server.
class CompareController final : public ListController
{
    Q_OBJECT

public:
    explicit CompareController(const Parts &parts);

    /// Reads the server anew.
    void refresh();
    void cancel();

    [[nodiscard]] bool canRefresh() const;
    [[nodiscard]] bool isRefreshing() const;
    [[nodiscard]] QDateTime seenAt() const;
    /// How many plugins are looked up one by one, because no list shows them; none: 0.
    [[nodiscard]] int lookUps() const { return m_lookUps; }
    [[nodiscard]] int lookUpsDone() const;

signals:
    /// What is asked about above has changed.
    void stateChanged();

private:
    using Place = std::pair<PluginSpace, QString>;

    /// What was known of another server is forgotten.
    void leaveSession() override;
    void takeSession() override;
    /// Null where no server is chosen.
    [[nodiscard]] Inventory *inventory() const;
    void listen(QObject *context);
    void takeState();
    void takeInventory();
    void endRun();
    void indexFolder();
    void showServerOnly();
    void confirmAbsent();
    void lookUpMore(qsizetype most);
    void forgetLookUps();
    void showPlugin(const QString &path);
    void readHistory();
    void compareStale();
    /// What the last refresh could not read, in one message.
    void tellUnread();

    ComparisonRun m_comparisons;
    QHash<Place, QStringList> m_paths;         // of the folder's plugins, by what they are on a server
    QHash<QString, ComparisonInput> m_inputs;  // with which each was compared last
    QSet<QString> m_stale;                     // to compare once the present run is over
    QHash<PluginSpace, QStringList> m_changed; // ids, in the present run
    SentTexts m_sent;                          // as the history had it before the last comparison
    bool m_readsHistory = false;
    bool m_missedServer = false;              // the last refresh found nobody
    QHash<PluginSpace, QStringList> m_absent; // ids that no list shows, still to be looked up
    int m_lookUps = 0;
    QTimer m_calmTimer;  // between two lots of look-ups
    QTimer m_startTimer; // many changes are one run
};

} // namespace owui
