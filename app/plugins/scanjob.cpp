// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "plugins/scanjob.h"

#include "plugins/postbox.h"

#include <QDateTime>
#include <QFileInfo>
#include <QThreadPool>

#include <utility>

namespace owui {

namespace {

// Few enough that a list takes a batch in without a pause to be noticed, and no event loop is flooded.
constexpr qsizetype filesPerReport = 128;
constexpr qint64 longestSilence = 30; ///< milliseconds

/// Folders, files and the decisions; not what lies behind links.
QStringList pathsToWatch(const FolderScanResult &result)
{
    QStringList paths = result.folders;
    paths.reserve(paths.size() + result.undecided.size() + 1);
    for (const Plugin &plugin : result.undecided) {
        if (plugin.skipped != SkipReason::Link && plugin.skipped != SkipReason::DanglingLink &&
            plugin.skipped != SkipReason::NotRegularFile) {
            // The entries of an export follow one another.
            if (const QString path = result.root + u'/' + plugin.file(); paths.isEmpty() || paths.constLast() != path) {
                paths.append(path);
            }
        }
    }
    if (const QString decisions = result.root + u'/' + FolderDecisions::fileName(); QFileInfo::exists(decisions)) {
        paths.append(decisions);
    }
    return paths;
}

} // namespace

ScanJob::ScanJob(QString path, std::shared_ptr<Postbox> postbox, Reports reports)
    : m_path(std::move(path))
    , m_postbox(std::move(postbox))
    , m_reports(std::move(reports))
{
}

void ScanJob::reuse(const QList<Plugin> &known, qint64 knownSince)
{
    m_known = known;
    m_knownSince = knownSince;
}

void ScanJob::start()
{
    m_startTime = QDateTime::currentMSecsSinceEpoch();
    QThreadPool::globalInstance()->start([job = shared_from_this()] { job->run(); });
}

void ScanJob::run()
{
    const FolderScanOptions options{
        .onBatch = [this](const QList<Plugin> &batch) { addBatch(batch); },
        .onRoot =
            [this](const QString &root) { m_postbox->post([reports = m_reports, root] { reports.opened(root); }); },
        .cancel = &m_cancel,
        .spareCores = 1,
        .known = std::exchange(m_known, {}),
        .knownSince = m_knownSince,
    };
    const Result<FolderScanResult> result = scanFolder(m_path, options);
    Extras extras;
    if (result) {
        extras.watched = pathsToWatch(result.value());
        extras.sameAsKnown = m_knownSince != 0 && result.value().undecided == options.known;
    }
    m_postbox->post([reports = m_reports, result, extras] { reports.finished(result, extras); });
}

/// Called on the scanning threads.
void ScanJob::addBatch(const QList<Plugin> &batch)
{
    const QMutexLocker locker(&m_mutex);
    m_filesRead += static_cast<int>(batch.size());
    m_batch.append(batch);
    if (m_sinceReport.isValid() && m_batch.size() < filesPerReport && !m_sinceReport.hasExpired(longestSilence)) {
        return;
    }
    m_sinceReport.start();
    m_postbox->post([reports = m_reports, found = std::exchange(m_batch, {}), count = m_filesRead] {
        reports.found(found, count);
    });
}

} // namespace owui
