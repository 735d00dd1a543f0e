// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "compare/plan/comparisonrun.h"

#include "compare/git/originsearch.h"
#include "compare/plan/plan.h"
#include "plugins/pluginfile.h"

#include <QCoreApplication>
#include <QFutureWatcher>
#include <QPointer>
#include <QtConcurrent>

#include <atomic>

using namespace Qt::StringLiterals;

namespace owui {

struct Compared
{
    ComparedPlugin plugin;
    std::optional<GitFolder::Query> query; ///< where the origin should be looked up
};

namespace {

struct ComparisonRunTexts
{
    Q_DECLARE_TR_FUNCTIONS(ComparisonRun)
};

/// On the pool.
Compared compareFile(const QString &root, bool alwaysTakeHeaderText, const ComparisonInput &input)
{
    Compared compared{.plugin = {.path = input.plugin.path, .comparison = {}}, .query = {}};
    Comparison &comparison = compared.plugin.comparison;
    const Result<PluginSource, SkipReason> source = readSourceOf(root, input.plugin);
    if (!source) {
        comparison.versionHere = input.plugin.version();
        comparison.server = stampOf(input.seen);
        comparison.problem = Problem{
            textOf(source.error()), ComparisonRunTexts::tr("The file changed since it was listed. Rescan the folder.")};
        return compared;
    }
    ComparisonInput fresh = input;
    fresh.plugin = readPlugin(input.plugin.file(), source.value());
    fresh.plugin.id = input.plugin.id;
    fresh.plugin.idOrigin = input.plugin.idOrigin;
    if (!fresh.plugin.kind) {
        comparison.server = stampOf(input.seen);
        comparison.problem = Problem{ComparisonRunTexts::tr("The file no longer has a plugin class."),
                                     ComparisonRunTexts::tr("Look at what changed in the file, then rescan.")};
        return compared;
    }
    fresh.plugin.raisesVersion = input.plugin.raisesVersion;
    comparison = compare(fresh, source.value().utf8, alwaysTakeHeaderText);
    judgeRaise(comparison, root, fresh.plugin, source.value().utf8);
    if (needsOrigin(comparison, {})) {
        compared.query = originQuery(input.plugin, *input.seen.plugin->content);
    }
    return compared;
}

struct FileComparer
{
    using result_type = Compared;

    QString root;
    bool alwaysTakeHeaderText = false;

    Compared operator()(const ComparisonInput &input) const { return compareFile(root, alwaysTakeHeaderText, input); }
};

} // namespace

class ComparisonRun::Private final
{
public:
    explicit Private(ComparisonRun &owner)
        : q(owner)
    {
    }

    void onReady(int begin, int end);
    void onCompared();
    void lookUpOrigins();
    void drop();
    void end(bool complete);

    ComparisonRun &q;
    Options options;
    QFutureWatcher<Compared> *files = nullptr; // a child of q
    std::shared_ptr<std::atomic_bool> stop;    // of the search in the history
    QList<ComparedPlugin> differing;
    QList<GitFolder::Query> queries;
    int done = 0;
    int total = 0;
    bool running = false;
};

ComparisonRun::ComparisonRun(QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this))
{
}

ComparisonRun::~ComparisonRun()
{
    d->drop();
}

void ComparisonRun::Private::drop()
{
    if (files) {
        files->disconnect(&q);
        files->cancel();
        files->deleteLater(); // it may be what called us
        files = nullptr;
    }
    if (stop) {
        stop->store(true);
        stop.reset();
    }
    differing.clear();
    queries.clear();
}

void ComparisonRun::start(const Options &options, const QList<ComparisonInput> &inputs)
{
    d->drop();
    d->options = options;
    d->done = 0;
    d->total = static_cast<int>(inputs.size());
    d->running = true;
    d->files = new QFutureWatcher<Compared>(this);
    connect(d->files, &QFutureWatcherBase::resultsReadyAt, this,
            [this](int begin, int end) { d->onReady(begin, end); });
    connect(d->files, &QFutureWatcherBase::finished, this, [this] { d->onCompared(); });
    d->files->setFuture(QtConcurrent::mapped(
        inputs, FileComparer{.root = options.root, .alwaysTakeHeaderText = options.alwaysTakeHeaderText}));
}

void ComparisonRun::Private::onReady(int begin, int end)
{
    QList<ComparedPlugin> batch;
    for (int i = begin; i < end; ++i) {
        const Compared compared = files->resultAt(i);
        batch.append(compared.plugin);
        if (compared.query && options.searchHistory) {
            differing.append(compared.plugin);
            queries.append(*compared.query);
        }
    }
    done += end - begin;
    const QPointer<ComparisonRun> alive(&q);
    emit q.compared(batch);
    if (alive) {
        emit q.progress(done, total);
    }
}

void ComparisonRun::Private::onCompared()
{
    if (queries.isEmpty()) {
        end(true);
        return;
    }
    lookUpOrigins();
}

void ComparisonRun::Private::lookUpOrigins()
{
    stop = std::make_shared<std::atomic_bool>(false);
    searchOrigins(options.root, queries, stop, &q, [this, mark = stop](const QList<TextOrigin> &origins) {
        if (mark != stop) {
            return; // of a run that was replaced or cancelled
        }
        QList<ComparedPlugin> batch = differing;
        for (qsizetype i = 0; i < batch.size(); ++i) {
            batch[i].comparison.origin = origins.at(i);
        }
        const QPointer<ComparisonRun> alive(&q);
        emit q.compared(batch);
        if (alive && mark == stop) {
            end(true);
        }
    });
}

void ComparisonRun::Private::end(bool complete)
{
    running = false;
    emit q.finished(complete);
}

void ComparisonRun::cancel()
{
    if (!d->running) {
        return;
    }
    d->drop();
    d->end(false);
}

bool ComparisonRun::isRunning() const
{
    return d->running;
}

} // namespace owui
