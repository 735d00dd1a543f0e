// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "pluginkind.h"

#include <QSortFilterProxyModel>

#include <optional>

namespace owui {

class PluginModel;
struct PluginRow;

/// Which rows by state.
enum class PluginState { Plugins, Changed, Missing, ServerOnly, Problems, Failed, ToDecide, Off, NotPlugins };

/// The rows that the list shows, in the order that the user chose.
class PluginFilter final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit PluginFilter(PluginModel &model, QObject *parent = nullptr);

    /// While a folder is read for the first time, rows stay in the order in which they come: placing each one would
    /// take longer than sorting once at the end.
    void setLoading(bool loading);
    [[nodiscard]] bool isLoading() const { return m_loading; }
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    /// Every word must occur in title, id, path or author.
    void setText(const QString &text);
    void setShown(std::optional<PluginKind> kind, PluginState state);
    [[nodiscard]] PluginState state() const { return m_state; }

    /// In the order of the list, also of those that it does not show.
    [[nodiscard]] QStringList inOrder(QStringList paths) const;
    [[nodiscard]] const PluginRow &rowAt(int proxyRow) const;

signals:
    void stateChanged();

protected:
    [[nodiscard]] bool filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    [[nodiscard]] bool isWanted(const PluginRow &row) const;

    PluginModel &m_model;
    QStringList m_words;
    std::optional<PluginKind> m_kind;
    PluginState m_state = PluginState::Plugins;
    bool m_loading = false;
    int m_wantedColumn = -1;
    Qt::SortOrder m_wantedOrder = Qt::AscendingOrder;
};

} // namespace owui
