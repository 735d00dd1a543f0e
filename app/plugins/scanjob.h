// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "plugins/folderscan.h"

#include <QElapsedTimer>
#include <QMutex>

#include <atomic>
#include <functional>
#include <memory>

namespace owui {

class Postbox;

/// One scan on the pool. What it reports comes in the receiver's thread, through a Postbox.
class ScanJob final : public std::enable_shared_from_this<ScanJob>
{
public:
    /// What takes long enough to be found out on the pool.
    struct Extras
    {
        QStringList watched;      ///< paths whose change matters
        bool sameAsKnown = false; ///< the files are as reuse() said
    };
    struct Reports
    {
        std::function<void(const QString &root)> opened;
        std::function<void(const QList<Plugin> &batch, int filesRead)> found;
        std::function<void(const Result<FolderScanResult> &result, const Extras &extras)> finished;
    };

    ScanJob(QString path, std::shared_ptr<Postbox> postbox, Reports reports);
    Q_DISABLE_COPY_MOVE(ScanJob)
    ~ScanJob() = default;

    /// Files of unchanged size and time need not be read again.
    void reuse(const QList<Plugin> &known, qint64 knownSince);
    void start();
    void cancel() { m_cancel = true; }

    /// Milliseconds since the epoch.
    [[nodiscard]] qint64 startTime() const { return m_startTime; }

private:
    void run();
    void addBatch(const QList<Plugin> &batch);

    const QString m_path;
    const std::shared_ptr<Postbox> m_postbox;
    const Reports m_reports;
    QList<Plugin> m_known;
    qint64 m_knownSince = 0;
    qint64 m_startTime = 0;
    std::atomic_bool m_cancel = false;
    QMutex m_mutex;
    QList<Plugin> m_batch; ///< not yet reported; guarded by m_mutex, as what follows
    QElapsedTimer m_sinceReport;
    int m_filesRead = 0;
};

} // namespace owui
