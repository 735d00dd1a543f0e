// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "compare/plan/comparisonrun.h"
#include "compare/seen/twinindex.h"
#include "ui/list/plugincells.h"
#include "ui/list/plugincounts.h"
#include "ui/list/pluginrow.h"
#include "ui/parts/tablemodel.h"

#include <QCollator>
#include <QElapsedTimer>
#include <QHash>
#include <QSet>
#include <QTimer>

#include <functional>
#include <vector>

namespace owui {

/// The plugins of the open folder, how they compare with the present server and how their deployments stand, and what
/// only the server has. Never reset: what a scan found is merged row by row,
/// in slices of a few milliseconds, so that selection, scroll position and status survive and the window stays alive.
class PluginModel final : public TableModel, public PluginCells
{
    Q_OBJECT

public:
    explicit PluginModel(QObject *parent = nullptr);

    /// Adds the plugins that a running scan found, or replaces rows with the same path.
    void add(const QList<Plugin> &plugins);
    /// Makes the rows those of `plugins`: adds, changes and removes what differs. Ends with `merged`.
    void merge(const QList<Plugin> &plugins);
    /// Takes every row away, for another folder.
    void clear();

    void setCode(const QString &path, const CheckedCode &code);
    void setSeen(const QString &path, const Sighting &seen);
    void setComparisons(const QList<ComparedPlugin> &compared);
    /// The rows that have no file: what the server has and the folder has not. Their path is no path.
    void setServerOnly(const QList<ServerPlugin> &plugins);
    /// Forgets all that came from a server, but not how deployments ended.
    void clearServer();
    /// While it does not, nothing calls for being deployed.
    void setServerAnswers(bool answers);

    void setStage(const QString &path, DeployStage stage);
    void setResult(const DeployResult &result);
    void setPast(const QString &path, const HistoryEntry &entry);
    /// Takes away what is known from another server.
    void clearStatus();

    [[nodiscard]] const PluginRow &row(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    [[nodiscard]] const PluginRow *find(const QString &path) const;
    /// The ids that the folder's plugins have in a space.
    [[nodiscard]] QSet<QString> ids(PluginSpace space) const;
    /// The path of a row that is about what a server has under an id: `preferred` where it is, else that of what only
    /// the server has, else that of a file; empty where there is none.
    [[nodiscard]] QString pathOf(PluginSpace space, const QString &id, const QString &preferred) const;
    [[nodiscard]] int rowOf(const QString &path) const { return m_index.value(path, -1); }
    [[nodiscard]] const PluginCounts &counts() const { return m_counts; }

signals:
    void countsChanged();
    /// Everything that `merge` was given is in the rows.
    void merged();

private:
    /// The row of a path that is not only pending; -1 where there is none.
    [[nodiscard]] int shown(const QString &path) const { return rowOf(path) < rowCount() ? rowOf(path) : -1; }
    [[nodiscard]] int size() const override { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] QVariant cell(int row, int column, int role) const override;
    void scheduleSlice();
    void mergeSlice();
    void endMerge();
    void mergeOne(const Plugin &plugin);
    void appendRows();
    void removeMissing();
    void removeRowsIf(const std::function<bool(const PluginRow &)> &isUnwanted);
    void rebuildIndex();
    void rowChanged(int row);
    void comparisonChanged(int row);
    void scheduleCounts();
    void count();
    void tickElapsed();

    std::vector<PluginRow> m_rows;
    QHash<QString, int> m_index; // path to row
    QList<Plugin> m_pending;
    qsizetype m_pendingIndex = 0;
    bool m_serverAnswers = true;
    bool m_complete = false; // the pending plugins are all there are
    std::vector<PluginRow> m_newRows;
    mutable QHash<PluginSpace, QSet<QString>> m_ids; // made when asked for, empty after a change
    TwinIndex m_serverOnly;                          // what the server has and the folder has not
    PluginCounts m_counts;
    QCollator m_collator;
    QTimer m_mergeTimer;
    QElapsedTimer m_sinceRows; // were last added
    QTimer m_countTimer;
    QTimer m_elapsedTimer;
};

} // namespace owui
