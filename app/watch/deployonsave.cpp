// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "watch/deployonsave.h"

#include "deploy/run/serversession.h"
#include "history/historyentry.h"
#include "onpool.h"
#include "plugins/folderscan.h"
#include "plugins/pluginfile.h"
#include "plugins/pluginid.h"

#include <QUuid>

#include <algorithm>
#include <iterator>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace owui {

namespace {

constexpr std::chrono::milliseconds pauseOfAsking = 1s;
constexpr std::chrono::milliseconds pauseOfReading = 200ms;
constexpr int mostWaits = 5; // of one save, where the server answers, but never a look

Plugin freshened(const QString &root, const Plugin &listed)
{
    const Result<PluginSource, SkipReason> source = readSourceOf(root, listed);
    if (!source) {
        return listed; // the job tells why
    }
    const Plugin fresh = readAfresh(listed, source.value());
    return fresh.kind ? fresh : listed;
}

} // namespace

DeployOnSave::DeployOnSave(ServerSession &session, SaveOptions options, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_options(std::move(options))
{
    m_ask.setInterval(pauseOfAsking);
    m_ask.setSingleShot(true);
    connect(&m_watcher, &SaveWatcher::started, this, &DeployOnSave::started);
    connect(&m_watcher, &SaveWatcher::saved, this, &DeployOnSave::takeSaves);
    connect(&m_watcher, &SaveWatcher::stormed, this, &DeployOnSave::takeStorm);
    connect(&m_watcher, &SaveWatcher::listChanged, this, &DeployOnSave::listChanged);
    connect(&m_watcher, &SaveWatcher::incomplete, this, &DeployOnSave::incomplete);
    connect(&m_ask, &QTimer::timeout, this, &DeployOnSave::askServer);
    const Run &run = session.run();
    connect(&run, &Run::finished, this, &DeployOnSave::takeResult);
    connect(&run, &Run::seen, this, &DeployOnSave::takeSighting);
    connect(&run, &Run::writing, this, [this](const FileChange &change) { expect(change.file(), change.after); });
    connect(&run, &Run::notWritten, this, [this](const FileChange &change) { expect(change.file(), {}); });
}

void DeployOnSave::follow(const QList<Plugin> &plugins, const QSet<QString> &watched, const QStringList &folders)
{
    m_plugins.clear();
    m_byFile.clear();
    m_watched = watched;
    m_ids = idsOf(plugins);
    for (const Plugin &plugin : plugins) {
        m_plugins.insert(plugin.path, plugin);
        m_byFile[m_options.root + u'/' + plugin.file()].append(plugin.path);
    }
    m_watcher.follow(m_byFile.keys(), folders);
    takeOthers();
}

void DeployOnSave::expect(const QString &file, const std::optional<QByteArray> &bytes)
{
    m_watcher.expect(file, bytes);
}

/// An export holds several.
QStringList DeployOnSave::watchedIn(const QString &file) const
{
    QStringList paths = m_byFile.value(file);
    paths.removeIf([this](const QString &path) { return !m_watched.contains(path); });
    return paths;
}

/// What its name or the user leaves out stays so, whatever is written into it.
bool DeployOnSave::mayBecomePlugin(const QString &file) const
{
    const QStringList paths = m_byFile.value(file);
    return std::ranges::any_of(paths, [this](const QString &path) {
        const Plugin plugin = m_plugins.value(path);
        return !plugin.kind || !plugin.skipped || plugin.skipped == SkipReason::NoOwnClass ||
               plugin.skipped == SkipReason::Template;
    });
}

void DeployOnSave::takeSaves(const QList<Save> &saves)
{
    for (const Save &save : saves) {
        if (const QStringList paths = watchedIn(save.path); !paths.isEmpty()) {
            take(paths, save.written);
            continue;
        }
        if (mayBecomePlugin(save.path)) {
            m_others.insert(save.path, save.written);
        }
        emit otherSaved(save.path);
    }
}

void DeployOnSave::takeOthers()
{
    const QHash<QString, Time> others = std::exchange(m_others, {});
    for (auto it = others.cbegin(); it != others.cend(); ++it) {
        QStringList paths = watchedIn(it.key());
        if (paths.isEmpty() && m_byFile.contains(it.key())) {
            m_others.insert(it.key(), it.value()); // the folder may have been read before the save
        }
        // A decision is no save.
        paths.removeIf([this](const QString &path) { return m_plugins.value(path).included; });
        take(paths, it.value());
    }
}

void DeployOnSave::take(const QStringList &paths, Time written)
{
    if (paths.size() > SaveJudge::mostSaves) {
        emit stormed(paths);
        return;
    }
    for (const QString &path : paths) {
        take(path, written);
    }
}

void DeployOnSave::take(const QString &path, Time written)
{
    if (m_gone) {
        m_waiting.insert(path, {.written = written});
    } else if (const auto busy = m_busy.find(path); busy != m_busy.end()) {
        busy->again = true;
        busy->written = written;
    } else {
        send(path, {.written = written});
    }
}

void DeployOnSave::takeStorm(const QStringList &files)
{
    QStringList paths;
    for (const QString &file : files) {
        m_others.remove(file);
        const QStringList watched = watchedIn(file);
        if (watched.isEmpty()) {
            emit otherSaved(file);
        }
        for (const QString &path : watched) {
            m_waiting.remove(path); // what was saved before is in no file any more
            if (const auto busy = m_busy.find(path); busy != m_busy.end()) {
                busy->again = false;
            }
        }
        paths += watched;
    }
    if (!paths.isEmpty()) {
        paths.sort();
        emit stormed(paths);
    }
}

void DeployOnSave::send(const QString &path, const Busy &busy)
{
    if (!m_plugins.contains(path)) {
        return; // it left the folder meanwhile
    }
    m_busy.insert(path, busy);
    const auto work = [root = m_options.root, listed = m_plugins.value(path)] { return freshened(root, listed); };
    onPool(this, work, [this](const Plugin &fresh) { submit(fresh); });
}

void DeployOnSave::submit(const Plugin &plugin)
{
    // The file may say another id than before, which another one has.
    QList<Plugin> same{plugin};
    std::ranges::copy_if(m_plugins, std::back_inserter(same),
                         [&plugin](const Plugin &other) { return other.path != plugin.path && other.id == plugin.id; });
    same.first().findings.removeIf([](const Finding &finding) { return finding.code == FindingCode::IdTaken; });
    flagTakenIds(same);
    const Plugin sent = same.first();
    m_plugins.insert(sent.path, sent);
    DeployRequest request = requestFor(sent, {}, m_options.consents,
                                       {.root = m_options.root,
                                        .otherIds = m_ids,
                                        .commitTemplate = m_options.commitTemplate,
                                        .sendUnchanged = false});
    const Place place(sent.kind ? spaceOf(*sent.kind) : PluginSpace::Function, sent.id);
    QString &series = m_series[place];
    if (series.isEmpty()) {
        series = QUuid::createUuid().toString(QUuid::WithoutBraces);
    }
    request.plugin.raisesVersion = false; // nobody looks at a plan first
    request.series = series;
    request.creates = m_options.alsoNew;
    request.sentHere = m_sent.value(place);
    Run &run = m_session.run();
    if (!run.isRunning() && m_session.release().isKnown()) {
        run.setRelease(m_session.release()); // else each save would ask for it
    }
    emit submitting(request);
    if (run.deploy({request}) == 0) {
        m_busy[plugin.path].again = true; // somebody else sends it just now
    }
}

void DeployOnSave::takeSighting(PluginSpace space, const QString &id, const Sighting &now)
{
    if (now.plugin && now.plugin->content) {
        m_seen.insert({space, id}, historyHash(*now.plugin->content));
    }
}

void DeployOnSave::takeResult(const DeployResult &result)
{
    if (result.outcome == DeployOutcome::TakenBack) {
        m_series.remove({result.space, result.id}); // what is saved from now on is a step of its own
    }
    const auto found = m_busy.constFind(result.path);
    if (found == m_busy.cend()) {
        return;
    }
    Busy busy = *found;
    if (result.stage == DeployStage::Reading && !result.isSuccess() && !std::exchange(busy.readAgain, true)) {
        m_busy.insert(result.path, busy);
        QTimer::singleShot(pauseOfReading, this, [this, path = result.path] { send(path, m_busy.take(path)); });
        return;
    }
    m_busy.remove(result.path);
    if (result.isSuccess()) {
        keep(result);
    }
    const bool waits = result.isNotAsked() && mayBeStarting(result.error) && busy.waits < mostWaits;
    if (result.error.serverGone() || waits) {
        m_waiting.insert(result.path, {.written = busy.written, .waits = busy.waits + 1});
        loseServer(result.error);
        return;
    }
    if (!busy.repeats || result.outcome != DeployOutcome::Unchanged) {
        const auto elapsed = std::chrono::steady_clock::now() - busy.written;
        emit ended(result, std::chrono::duration_cast<std::chrono::milliseconds>(elapsed));
    }
    if (busy.again) {
        send(result.path, {.written = busy.written, .repeats = true});
    }
}

/// What the server has from here is nobody's edit there.
void DeployOnSave::keep(const DeployResult &result)
{
    const Place place(result.space, result.id);
    const QByteArray hash = m_seen.value(place);
    if (!hash.isEmpty()) {
        m_sent[place].insert(hash);
    }
}

void DeployOnSave::loseServer(const ServerError &error)
{
    if (!std::exchange(m_gone, true)) {
        m_ask.start();
        emit serverGone(error);
    }
}

/// What stands in front of it answers in its place.
bool DeployOnSave::mayBeStarting(const ServerError &error) const
{
    const bool isSomebodyElse = error.kind == ServerErrorKind::RouteMissing || error.kind == ServerErrorKind::NotJson;
    return error.isAway() || (isSomebodyElse && m_session.release().isKnown());
}

void DeployOnSave::askServer()
{
    m_session.server().fetchRelease(this, [this](const Answer<ServerRelease> &answer) {
        if (answer.error.serverGone()) {
            m_ask.start();
        } else if (mayBeStarting(answer.error)) {
            askLook();
        } else {
            m_session.learnRelease(answer.value.value_or(ServerRelease()));
            takeServer();
        }
    });
}

/// Of some servers nothing but what a deployment needs can be reached.
void DeployOnSave::askLook()
{
    m_session.server().lookUp(PluginSpace::Function, OpenWebUi::impossibleId(), this, [this](const LookUp &lookUp) {
        if (mayBeStarting(lookUp.error)) {
            m_ask.start();
        } else {
            takeServer();
        }
    });
}

void DeployOnSave::takeServer()
{
    m_gone = false;
    emit serverBack();
    m_session.run().resume();
    const QHash<QString, Busy> waiting = std::exchange(m_waiting, {});
    for (auto it = waiting.cbegin(); it != waiting.cend(); ++it) {
        if (m_watched.contains(it.key())) {
            send(it.key(), it.value());
        }
    }
}

} // namespace owui
