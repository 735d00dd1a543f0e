// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "plugins/folderdecisions.h"
#include "plugins/plugin.h"

#include <QMutex>

#include <deque>
#include <functional>
#include <memory>
#include <optional>

namespace owui {

class Postbox;

/// Changes the file of decisions of one folder, off the main thread and one change after the other. Each starts from
/// what the file says then, so nothing that another program wrote is lost.
class DecisionWriter final : public std::enable_shared_from_this<DecisionWriter>
{
public:
    /// A problem: nothing is to be written.
    using Change = std::function<std::optional<Problem>(FolderDecisions &decisions)>;
    struct Written
    {
        FolderDecisions before;
        FolderDecisions now;
    };
    /// In the receiver's thread: the decisions as they are written, and the plugins of scan `scanNumber` with them.
    using Done = std::function<void(const Result<Written> &written, const QList<Plugin> &plugins, quint64 scanNumber)>;

    DecisionWriter(QString root, std::shared_ptr<Postbox> postbox, Done done);
    Q_DISABLE_COPY_MOVE(DecisionWriter)
    ~DecisionWriter() = default;

    void change(Change change, const QList<Plugin> &undecided, quint64 scanNumber);

private:
    struct Task
    {
        Change change;
        QList<Plugin> plugins;
        quint64 scanNumber;
    };

    void writeNext();
    [[nodiscard]] Result<Written> write(const Task &task) const;

    const QString m_root;
    const std::shared_ptr<Postbox> m_postbox;
    const Done m_done;
    QMutex m_writing;
    QMutex m_mutex;
    std::deque<Task> m_waiting; ///< guarded by m_mutex
};

} // namespace owui
