// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "plugins/pluginfolder.h"

#include "isolated.h"
#include "plugins/decisionwriter.h"
#include "plugins/folderwatcher.h"
#include "plugins/pluginfilewriter.h"
#include "plugins/pluginid.h"
#include "plugins/postbox.h"
#include "plugins/scanjob.h"

#include <QDir>
#include <QFileInfo>
#include <QThreadPool>

#include <algorithm>
#include <functional>
#include <iterator>
#include <optional>
#include <variant>

namespace owui {

namespace {

/// A decision, or what was done with files at once.
using Made = std::variant<DecisionWriter::Written, QList<FileChange>>;

} // namespace

class PluginFolder::Private final
{
public:
    explicit Private(PluginFolder *folder)
        : q(folder)
        , postbox(std::make_shared<Postbox>(folder))
    {
    }
    Q_DISABLE_COPY_MOVE(Private)
    ~Private()
    {
        stop();
        postbox->close();
    }

    void startScan(bool silent);
    void stop();
    void finish(const Result<FolderScanResult> &result, const ScanJob::Extras &extras);
    void fail(const Problem &problem);
    void reportProblems(const QList<Problem> &fresh);
    void decide(const std::function<void(FolderDecisions &)> &change);
    void write(const DecisionWriter::Change &change);
    void changeFiles(const QList<FileChange> &changes, bool isUndo);
    void tellRefused(const ChangedFiles &files);
    void rescanSoon();
    void finishDecision(const Result<DecisionWriter::Written> &written, const QList<Plugin> &applied, quint64 basedOn);

    PluginFolder *q;
    std::shared_ptr<Postbox> postbox;
    FolderWatcher watcher;
    QString path; ///< as opened
    QString root;
    QList<Plugin> plugins;
    QList<Plugin> undecided; ///< without what the user decided
    FolderDecisions decisions;
    QList<Made> made;        ///< here, since the folder was opened
    QList<Problem> problems; ///< of the last scan
    std::shared_ptr<ScanJob> job;
    qint64 scanTime = 0;    ///< start of the scan that `undecided` comes from
    quint64 scanNumber = 0; ///< of that scan
    quint64 decided = 0;    ///< decisions written so far
    quint64 decidedBeforeScan = 0;
    bool silentScan = false; ///< the running scan follows a change on disk and only speaks up if it finds one
    bool scanAgain = false;  ///< something changed on disk during the running scan
    bool everFinished = false;
    std::shared_ptr<DecisionWriter> writer;
};

void PluginFolder::Private::stop()
{
    if (job) {
        job->cancel();
        job.reset();
    }
    scanAgain = false;
}

void PluginFolder::Private::startScan(bool silent)
{
    stop();
    silentScan = silent;
    decidedBeforeScan = decided;
    // A job that is no longer ours may still report; only the present one is listened to.
    const auto present = std::make_shared<std::weak_ptr<ScanJob>>();
    const auto isPresent = [this, present] { return job && present->lock() == job; };
    job = std::make_shared<ScanJob>(
        path, postbox,
        ScanJob::Reports{
            .opened =
                [this, isPresent](const QString &canonical) {
                    if (isPresent() && root.isEmpty()) {
                        root = canonical;
                        emit q->opened(root);
                    }
                },
            .found =
                [this, isPresent](const QList<Plugin> &batch, int filesRead) {
                    if (isPresent() && !silentScan) {
                        if (!everFinished) {
                            emit q->found(batch);
                        }
                        emit q->scanProgress(filesRead);
                    }
                },
            .finished =
                [this, isPresent](const Result<FolderScanResult> &result, const ScanJob::Extras &extras) {
                    if (isPresent()) {
                        finish(result, extras);
                    }
                },
        });
    *present = job;
    if (silent) {
        job->reuse(undecided, scanTime);
    }
    job->start();
    if (!silent) {
        emit q->scanStarted();
    }
}

void PluginFolder::Private::finish(const Result<FolderScanResult> &result, const ScanJob::Extras &extras)
{
    const std::shared_ptr<ScanJob> finished = std::exchange(job, nullptr);
    if (!result) {
        fail(result.error());
        return;
    }
    const FolderScanResult &found = result.value();
    // A cancelled scan leaves what was known; before the first complete one, the part that it found is all there is.
    const bool usable = !found.cancelled || !everFinished;
    // The scan may have read the decisions before those of the meantime were written.
    const bool outdated = decided != decidedBeforeScan;
    const bool differs = usable && (!extras.sameAsKnown || (!outdated && found.decisions != decisions));
    if (usable) {
        undecided = found.undecided;
        if (differs || !silentScan) {
            plugins = outdated ? undecided : found.plugins;
            if (outdated) {
                applyDecisions(plugins, decisions);
            }
        }
        if (!outdated) {
            decisions = found.decisions;
        }
        scanTime = finished->startTime();
        ++scanNumber;
    }
    if (!found.cancelled) {
        everFinished = true;
        watcher.watch(extras.watched);
        reportProblems(found.problems);
    }
    const bool again = std::exchange(scanAgain, false);
    if (differs || !silentScan) {
        emit q->scanned();
    }
    if (again && !job) {
        startScan(true);
    }
}

void PluginFolder::Private::fail(const Problem &problem)
{
    if (root.isEmpty()) {
        path.clear();
        emit q->openFailed(problem);
        return;
    }
    // The folder was there before: it is shown empty until it comes back.
    const bool had = !plugins.isEmpty();
    plugins.clear();
    undecided.clear();
    scanAgain = false;
    ++scanNumber;
    watcher.watch({QFileInfo(root).path()});
    reportProblems({problem});
    if (had || !silentScan) {
        emit q->scanned();
    }
}

/// A silent scan does not repeat what was said before.
void PluginFolder::Private::reportProblems(const QList<Problem> &fresh)
{
    const QList<Problem> before = std::exchange(problems, fresh);
    for (const Problem &problem : fresh) {
        if (!silentScan || !before.contains(problem)) {
            emit q->problemFound(problem);
        }
    }
}

void PluginFolder::Private::decide(const std::function<void(FolderDecisions &)> &change)
{
    write([change](FolderDecisions &present) {
        change(present);
        return std::optional<Problem>();
    });
}

void PluginFolder::Private::write(const DecisionWriter::Change &change)
{
    if (root.isEmpty()) {
        return;
    }
    if (!writer) {
        // The writer outlives the folder that it writes for: what is decided is written.
        const auto done = [this, present = root](const Result<DecisionWriter::Written> &written,
                                                 const QList<Plugin> &applied, quint64 basedOn) {
            if (present == root) {
                finishDecision(written, applied, basedOn);
            }
        };
        writer = std::make_shared<DecisionWriter>(root, postbox, done);
    }
    writer->change(change, undecided, scanNumber);
}

void PluginFolder::Private::finishDecision(const Result<DecisionWriter::Written> &written, const QList<Plugin> &applied,
                                           quint64 basedOn)
{
    if (!written) {
        emit q->problemFound(written.error());
        return;
    }
    const DecisionWriter::Written &change = written.value();
    // What leads back to where the last one came from has taken it back.
    const auto *last = made.isEmpty() ? nullptr : std::get_if<DecisionWriter::Written>(&made.last());
    if (last && change.before == last->now && change.now == last->before) {
        made.removeLast();
    } else if (change.now != change.before) {
        made.append(change);
    }
    ++decided;
    decisions = change.now;
    plugins = applied;
    if (basedOn != scanNumber) {
        plugins = undecided;
        applyDecisions(plugins, decisions);
    }
    emit q->changed();
}

/// Those of one folder, off the GUI thread.
void PluginFolder::Private::changeFiles(const QList<FileChange> &changes, bool isUndo)
{
    for (const FileChange &change : changes) {
        if (change.root == root) {
            emit q->writing(change.path, change.after);
        }
    }
    const auto take = [this, isUndo](const ChangedFiles &done) {
        tellRefused(done);
        if (isUndo || done.good.isEmpty()) {
            rescanSoon();
            emit q->changed();
        } else {
            q->takeWritten(done.good);
        }
    };
    QThreadPool::globalInstance()->start(
        [changes, take, box = postbox] { box->post([take, done = writeAllChanges(changes)] { take(done); }); });
}

void PluginFolder::Private::tellRefused(const ChangedFiles &files)
{
    for (const auto &[file, problem] : files.refused) {
        emit q->notWritten(file, problem);
        emit q->problemFound(problem);
    }
}

void PluginFolder::Private::rescanSoon()
{
    if (root.isEmpty()) {
        return;
    }
    if (job) {
        scanAgain = true;
    } else {
        startScan(true);
    }
}

PluginFolder::PluginFolder(QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this))
{
    connect(&d->watcher, &FolderWatcher::changed, this, [this] { d->rescanSoon(); });
    connect(&d->watcher, &FolderWatcher::incomplete, this, [this] {
        emit problemFound({.text = tr("The system does not allow to watch so many files. Changes on disk are not all "
                                      "noticed."),
                           .remedy = tr("Press F5 to rescan the folder after you changed files.")});
    });
}

PluginFolder::~PluginFolder() = default;

void PluginFolder::open(const QString &path)
{
    d->stop();
    d->watcher.watch({});
    d->writer.reset();
    d->path = path;
    d->root.clear();
    d->plugins.clear();
    d->undecided.clear();
    d->decisions = {};
    d->made.clear();
    d->problems.clear();
    d->everFinished = false;
    ++d->scanNumber;
    d->startScan(false);
}

void PluginFolder::rescan()
{
    if (!d->path.isEmpty() && !isScanning()) {
        d->startScan(false);
    }
}

void PluginFolder::cancelScan()
{
    if (isScanning()) {
        d->job->cancel();
    }
}

QString PluginFolder::root() const
{
    return d->root;
}

bool PluginFolder::isScanning() const
{
    return d->job && !d->silentScan;
}

const QList<Plugin> &PluginFolder::plugins() const
{
    return d->plugins;
}

QString PluginFolder::absolutePath(const QString &relativePath) const
{
    return d->root.isEmpty() ? QString() : QDir(d->root).filePath(relativePath);
}

void PluginFolder::pinId(const QString &path, const QString &id)
{
    const auto listed = std::ranges::find(d->plugins, path, &Plugin::path);
    if (listed != d->plugins.cend() && listed->entry && !id.isEmpty()) {
        emit problemFound(
            {.text = tr("\"%1\" is an entry of an export, whose id is the one it has there.").arg(isolated(path)),
             .remedy = tr("Save its code as a Python file to give it another id.")});
        return;
    }
    const Result<QString> pinned = id.trimmed().isEmpty() ? Result<QString>(QString()) : idAsTyped(id);
    if (!pinned) {
        emit problemFound(pinned.error());
        return;
    }
    d->decide([path, pinned = pinned.value()](FolderDecisions &decisions) { decisions.pinId(path, pinned); });
}

void PluginFolder::exclude(const QStringList &paths)
{
    d->decide([paths](FolderDecisions &decisions) {
        std::ranges::for_each(paths, [&decisions](const QString &path) { decisions.exclude(path); });
    });
}

void PluginFolder::include(const QStringList &paths)
{
    d->decide([paths](FolderDecisions &decisions) {
        std::ranges::for_each(paths, [&decisions](const QString &path) { decisions.include(path); });
    });
}

void PluginFolder::setRaisesVersions(bool raises)
{
    d->decide([raises](FolderDecisions &decisions) { decisions.setRaisesVersions(raises); });
}

bool PluginFolder::raisesVersions() const
{
    return d->decisions.raisesVersions();
}

void PluginFolder::raiseVersions(const QStringList &paths, VersionPart part)
{
    QList<Plugin> chosen;
    std::ranges::copy_if(d->plugins, std::back_inserter(chosen),
                         [&paths](const Plugin &plugin) { return !plugin.skipped && paths.contains(plugin.path); });
    const auto take = [this](const ChangedFiles &raised) {
        d->tellRefused(raised);
        d->changeFiles(raised.good, false);
    };
    QThreadPool::globalInstance()->start([root = d->root, chosen, part, take, box = d->postbox] {
        box->post([take, raised = raiseAll(root, chosen, part)] { take(raised); });
    });
}

void PluginFolder::takeWritten(const QList<FileChange> &changes)
{
    if (!changes.isEmpty() && changes.first().root == d->root) {
        d->made.append(changes);
        d->rescanSoon();
        emit changed();
    }
}

void PluginFolder::undoChange()
{
    if (!canUndoChange()) {
        return;
    }
    if (const auto *files = std::get_if<QList<FileChange>>(&d->made.last())) {
        QList<FileChange> back;
        std::ranges::transform(*files, std::back_inserter(back), &FileChange::reversed);
        d->made.removeLast();
        d->changeFiles(back, true);
        return;
    }
    d->write([change = std::get<DecisionWriter::Written>(d->made.last())](FolderDecisions &decisions) {
        if (decisions != change.now) {
            return std::optional(
                Problem{.text = tr("\"%1\" was changed since, so the last decision was not taken back.")
                                    .arg(FolderDecisions::fileName()),
                        .remedy = tr("Decide anew about the file.")});
        }
        decisions = change.before;
        return std::optional<Problem>();
    });
}

bool PluginFolder::canUndoChange() const
{
    if (d->made.isEmpty()) {
        return false;
    }
    const auto *decision = std::get_if<DecisionWriter::Written>(&d->made.last());
    return !decision || decision->now == d->decisions;
}

void PluginFolder::useThisFile(const QString &path)
{
    const auto chosen = std::ranges::find(d->plugins, path, &Plugin::path);
    if (chosen == d->plugins.cend() || !chosen->kind) {
        return;
    }
    QStringList others;
    for (const Plugin &plugin : std::as_const(d->plugins)) {
        const bool sameId = plugin.kind && !plugin.skipped && plugin.id == chosen->id &&
                            spaceOf(*plugin.kind) == spaceOf(*chosen->kind);
        if (sameId && plugin.path != path) {
            others.append(plugin.path);
        }
    }
    const bool include = chosen->skipped.has_value();
    d->decide([path, others, include](FolderDecisions &decisions) {
        for (const QString &other : others) {
            decisions.exclude(other);
        }
        // Excluded: by somebody else since the folder was read.
        if (include || decisions.isExcluded(path)) {
            decisions.include(path);
        }
    });
}

} // namespace owui
