// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "plugins/decisionwriter.h"

#include "plugins/folderscan.h"
#include "plugins/postbox.h"

#include <QThreadPool>

#include <utility>

namespace owui {

DecisionWriter::DecisionWriter(QString root, std::shared_ptr<Postbox> postbox, Done done)
    : m_root(std::move(root))
    , m_postbox(std::move(postbox))
    , m_done(std::move(done))
{
}

void DecisionWriter::change(Change change, const QList<Plugin> &undecided, quint64 scanNumber)
{
    {
        const QMutexLocker locker(&m_mutex);
        m_waiting.push_back({.change = std::move(change), .plugins = undecided, .scanNumber = scanNumber});
    }
    QThreadPool::globalInstance()->start([writer = shared_from_this()] { writer->writeNext(); });
}

void DecisionWriter::writeNext()
{
    // Whichever thread comes first takes the oldest change, and the next one waits until it is written.
    const QMutexLocker writing(&m_writing);
    QMutexLocker locker(&m_mutex);
    Task task = std::move(m_waiting.front());
    m_waiting.pop_front();
    locker.unlock();

    const Result<Written> written = write(task);
    if (written) {
        applyDecisions(task.plugins, written.value().now);
    }
    m_postbox->post(
        [done = m_done, written, plugins = task.plugins, number = task.scanNumber] { done(written, plugins, number); });
}

Result<DecisionWriter::Written> DecisionWriter::write(const Task &task) const
{
    const Result<FolderDecisions> before = FolderDecisions::load(m_root);
    if (!before) {
        return before.error();
    }
    FolderDecisions now = before.value();
    if (const std::optional<Problem> problem = task.change(now)) {
        return *problem;
    }
    if (const std::optional<Problem> problem = now.save(m_root)) {
        return *problem;
    }
    return Written{.before = before.value(), .now = now};
}

} // namespace owui
