// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "deploy/job/logentry.h"

#include <QAbstractTableModel>

#include <deque>

namespace owui {

/// The last 20,000 lines of the log, oldest first.
class LogModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { TimeColumn, LevelColumn, ServerColumn, PluginColumn, TextColumn, ColumnCount };
    static constexpr int maximumLines = 20'000;

    using QAbstractTableModel::QAbstractTableModel;

    void append(const LogEntry &entry);
    void clear();
    [[nodiscard]] const LogEntry &entry(int row) const { return m_entries[static_cast<std::size_t>(row)]; }
    /// One line for clipboard and file: the columns with tabs between them.
    [[nodiscard]] static QString plainLine(const LogEntry &entry);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::deque<LogEntry> m_entries;
};

} // namespace owui
