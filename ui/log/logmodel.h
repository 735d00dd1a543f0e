// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/parts/tablemodel.h"

#include "deploy/job/logentry.h"

#include <deque>

namespace owui {

/// The last 20,000 lines of the log, oldest first.
class LogModel final : public TableModel
{
    Q_OBJECT

public:
    enum Column { TimeColumn, LevelColumn, ServerColumn, PluginColumn, TextColumn };
    static constexpr int maximumLines = 20'000;

    explicit LogModel(QObject *parent = nullptr);

    void append(const LogEntry &entry);
    void clear();
    [[nodiscard]] const LogEntry &entry(int row) const { return m_entries[static_cast<std::size_t>(row)]; }
    /// One line for clipboard and file: the columns with tabs between them.
    [[nodiscard]] static QString plainLine(const LogEntry &entry);

private:
    [[nodiscard]] int size() const override { return static_cast<int>(m_entries.size()); }
    [[nodiscard]] QVariant cell(int row, int column, int role) const override;

    std::deque<LogEntry> m_entries;
};

} // namespace owui
