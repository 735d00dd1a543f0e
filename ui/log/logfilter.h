// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "deploy/job/logentry.h"

#include <QSet>
#include <QSortFilterProxyModel>

#include <optional>

namespace owui {

class LogModel;

/// The lines that the log pane shows.
class LogFilter final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit LogFilter(LogModel &model, QObject *parent = nullptr);

    /// `level` and graver. Details are shown only with `setDetails`, and only where the level lets infos through.
    void setLevel(LogLevel level);
    void setDetails(bool shown);
    /// Only lines of these plugins, by path.
    void setPaths(const QSet<QString> &paths);
    void showAllPaths();

    [[nodiscard]] const LogEntry &entryAt(int proxyRow) const;

protected:
    [[nodiscard]] bool filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const override;

private:
    template<typename Value>
    void set(Value &member, const Value &value);

    LogModel &m_model;
    LogLevel m_level = LogLevel::Info;
    bool m_details = false;
    std::optional<QSet<QString>> m_paths; // none: of all
};

} // namespace owui
