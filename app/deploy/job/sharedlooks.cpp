// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "deploy/job/sharedlooks.h"

#include "compare/seen/lookchoice.h"

#include <algorithm>
#include <iterator>
#include <limits>

using namespace std::chrono_literals;

namespace owui {

namespace {

constexpr auto longestWait = 10s;       // for a proof
constexpr qsizetype sentMeanwhile = 50; // about what is sent while an export holds

} // namespace

SharedLooks::SharedLooks(OpenWebUi &server, QObject *parent)
    : QObject(parent)
    , m_server(server)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(longestWait);
    connect(&m_timer, &QTimer::timeout, this, &SharedLooks::flush);
}

bool SharedLooks::holds(std::chrono::steady_clock::time_point askedAt)
{
    constexpr auto longest = 2s;
    return std::chrono::steady_clock::now() - askedAt <= longest;
}

bool SharedLooks::isFresh(const Space &here)
{
    return !here.exported.isEmpty() && holds(here.askedAt);
}

void SharedLooks::lookBefore(PluginSpace space, const QString &id, QObject *context, const Done &done)
{
    Space &here = of(space);
    const Wanted wanted{.space = space, .id = id, .context = context, .done = done};
    if (here.exporting) {
        here.waiting.append(wanted);
    } else if (isFresh(here) && here.exported.contains(id)) {
        const LookUp found{.presence = Presence::Found, .plugin = here.exported.take(id), .error = {}};
        QMetaObject::invokeMethod(
            context, [done, found] { done(found); }, Qt::QueuedConnection);
    } else if (isFresh(here) || looksUpEach(std::min(m_left + 1, sentMeanwhile), here.count)) {
        m_server.lookUp(space, id, context, done);
    } else {
        here.waiting.append(wanted);
        exportFor(space);
    }
}

void SharedLooks::lookAgain(const ServerPlugin &known, QObject *context, const Done &done)
{
    Space &here = of(known.space);
    const Known wanted{.plugin = known, .context = context, .done = done};
    if (!hasVersion(known)) {
        lookBefore(known.space, known.id, context, done);
        return;
    }
    if (here.listing) {
        here.known.append(wanted);
    } else if (here.listed.contains(known.id) && holds(here.listedAt)) {
        QMetaObject::invokeMethod(
            this, [this, wanted] { compareVersions(wanted); }, Qt::QueuedConnection);
    } else if (listsVersions(std::min(m_left + 1, sentMeanwhile), here.count)) {
        here.known.append(wanted);
        listFor(known.space);
    } else {
        lookBefore(known.space, known.id, context, done);
    }
}

bool SharedLooks::hasVersion(const ServerPlugin &plugin)
{
    return plugin.space == PluginSpace::Function && plugin.content && !plugin.versionId.isEmpty();
}

void SharedLooks::listFor(PluginSpace space)
{
    Space &here = of(space);
    here.listing = true;
    here.listedAt = std::chrono::steady_clock::now();
    m_server.list(space, this, [this, space](const Answer<QList<ServerPlugin>> &answer) {
        Space &there = of(space);
        there.listing = false;
        there.listed.clear();
        for (const ServerPlugin &plugin : answer.value.value_or(QList<ServerPlugin>())) {
            there.listed.insert(plugin.id, plugin);
        }
        for (const Known &known : std::exchange(there.known, {})) {
            compareVersions(known);
        }
        for (Known known : std::exchange(there.proving, {})) {
            if (!isListed(known)) {
                known.plugin.versionId.clear(); // its text has to tell
                there.sent.append(known);
                there.flushes = true;
            }
        }
        flushAgain(space);
    });
}

void SharedLooks::compareVersions(const Known &known)
{
    const bool isTold = holds(of(known.plugin.space).listedAt) && isListed(known);
    if (!isTold && known.context) {
        lookBefore(known.plugin.space, known.plugin.id, known.context, known.done);
    }
}

bool SharedLooks::isListed(const Known &known)
{
    ServerPlugin now = of(known.plugin.space).listed.take(known.plugin.id);
    if (now.versionId.isEmpty() || now.versionId != known.plugin.versionId) {
        return false;
    }
    if (known.context) {
        now.content = known.plugin.content;
        known.done({.presence = Presence::Found, .plugin = now, .error = {}});
    }
    return true;
}

void SharedLooks::lookAfter(const ServerPlugin &sent, QObject *context, const Done &done)
{
    of(sent.space).sent.append({.plugin = sent, .context = context, .done = done});
    if (!m_timer.isActive()) {
        m_timer.start();
    }
}

void SharedLooks::flush()
{
    m_timer.stop();
    for (const PluginSpace space : {PluginSpace::Function, PluginSpace::Tool}) {
        Space &here = of(space);
        const QList<Known> sent = std::exchange(here.sent, {});
        const auto isTold = [](const Known &known) { return hasVersion(known.plugin); };
        const bool lists = listsVersions(sent.size(), here.count) && std::ranges::all_of(sent, isTold);
        if (!lists && looksUpEach(sent.size(), here.count)) {
            std::ranges::transform(sent, std::back_inserter(m_alone), proofOf);
        } else if (lists ? here.listing : here.exporting) {
            here.sent = sent; // what is under way may have been asked for before
            here.flushes = true;
        } else if (lists) {
            here.proving = sent;
            listFor(space);
        } else {
            std::ranges::transform(sent, std::back_inserter(here.waiting), proofOf);
            exportFor(space);
        }
    }
    lookUpNext();
}

/// What could not be looked at when it should have been.
void SharedLooks::flushAgain(PluginSpace space)
{
    if (std::exchange(of(space).flushes, false)) {
        flush();
    }
}

SharedLooks::Wanted SharedLooks::proofOf(const Known &sent)
{
    return {
        .space = sent.plugin.space, .id = sent.plugin.id, .context = sent.context, .done = sent.done, .proves = true};
}

void SharedLooks::exportFor(PluginSpace space)
{
    Space &here = of(space);
    here.exporting = true;
    here.askedAt = std::chrono::steady_clock::now();
    m_server.exportAll(space, this,
                       [this, space](const Answer<QList<ServerPlugin>> &answer) { onExported(space, answer); });
}

void SharedLooks::onExported(PluginSpace space, const Answer<QList<ServerPlugin>> &answer)
{
    Space &here = of(space);
    here.exporting = false;
    here.exported.clear();
    for (const ServerPlugin &plugin : answer.value.value_or(QList<ServerPlugin>())) {
        if (plugin.content) {
            here.exported.insert(plugin.id, plugin);
        }
    }
    // A space that cannot be exported is not asked for it again.
    here.count = answer ? answer.value->size() : std::numeric_limits<qsizetype>::max();
    const bool holds = isFresh(here);
    for (const Wanted &wanted : std::exchange(here.waiting, {})) {
        if (!wanted.context) {
            continue;
        }
        if ((wanted.proves || holds) && here.exported.contains(wanted.id)) {
            wanted.done({.presence = Presence::Found, .plugin = here.exported.take(wanted.id), .error = {}});
        } else {
            m_alone.append(wanted);
        }
    }
    lookUpNext();
    flushAgain(space);
}

void SharedLooks::lookUpNext()
{
    while (!m_alone.isEmpty() && m_running.size() < m_server.connection().lookUpsAtATime()) {
        const Wanted wanted = m_alone.takeFirst();
        if (!wanted.context) {
            continue;
        }
        const OpenWebUi::Request request =
            m_server.lookUp(wanted.space, wanted.id, this, [this, wanted](const LookUp &lookUp) {
                m_running.removeIf([&wanted](const auto &running) { return running.first == wanted.context; });
                if (wanted.context) {
                    wanted.done(lookUp);
                }
                lookUpNext();
            });
        m_running.append({wanted.context, request});
    }
}

void SharedLooks::cancel(QObject *context)
{
    const auto drop = [context]<typename T>(QList<T> &wanted) {
        for (const T &each : std::as_const(wanted)) {
            if (each.context == context) {
                const LookUp cancelled{
                    .presence = Presence::Failed, .plugin = {}, .error = {.kind = ServerErrorKind::Cancelled}};
                QMetaObject::invokeMethod(
                    context, [done = each.done, cancelled] { done(cancelled); }, Qt::QueuedConnection);
            }
        }
        wanted.removeIf([context](const T &each) { return each.context == context; });
    };
    drop(m_alone);
    for (Space &space : m_spaces) {
        drop(space.sent);
        drop(space.known);
        drop(space.proving);
        drop(space.waiting);
    }
    for (const auto &[owner, request] : QList(m_running)) {
        if (owner == context && request) {
            request->cancel();
        }
    }
}

} // namespace owui
