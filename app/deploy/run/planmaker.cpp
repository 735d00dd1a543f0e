// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "deploy/run/planmaker.h"

#include "compare/seen/lookchoice.h"
#include "deploy/job/blindrule.h"
#include "deploy/journal/journal.h"
#include "deploy/run/serversession.h"

#include <algorithm>

namespace owui {

PlanMaker::PlanMaker(ServerSession &session, LocalCheck &localCheck, Journal *journal, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_localCheck(localCheck)
    , m_journal(journal)
    , m_inventory(session.server())
    , m_planner(m_inventory, session.server())
{
    connect(&m_inventory, &Inventory::refreshed, this, &PlanMaker::onRefreshed);
    connect(&m_planner, &Planner::progress, this, &PlanMaker::progress);
    connect(&m_planner, &Planner::finished, this, &PlanMaker::onPlanned);
}

void PlanMaker::start(const QString &root, const QList<Plugin> &folder, const QList<Plugin> &chosen, Scope scope)
{
    cancel();
    m_scope = scope;
    m_root = root;
    m_folder = folder;
    m_chosen = chosen;
    m_spaces = spacesToRead();
    m_sent.reset();
    if (m_session.release().isKnown()) {
        look();
    } else {
        askRelease();
    }
}

void PlanMaker::cancel()
{
    ++m_number;
    m_step = Step::Idle;
    if (m_inventory.awaitsVersionTexts() || (m_scope == Scope::Sent && m_inventory.isRefreshing())) {
        m_inventory.setVersionTexts({}, {}); // the look goes on without
    }
    m_planner.cancel();
}

/// What is sent at once concerns its own spaces only: no plugin is a copy of one in the other.
QSet<PluginSpace> PlanMaker::spacesToRead() const
{
    QSet<PluginSpace> spaces;
    for (const Plugin &plugin : m_chosen) {
        if (m_scope == Scope::Sent && plugin.deployable()) {
            spaces.insert(spaceOf(*plugin.kind));
        }
    }
    return spaces.isEmpty() ? QSet{PluginSpace::Function, PluginSpace::Tool} : spaces;
}

void PlanMaker::askRelease()
{
    m_step = Step::AskingRelease;
    m_session.server().fetchRelease(this, [this, number = m_number](const Answer<ServerRelease> &answer) {
        if (number != m_number) {
            return;
        }
        if (answer.error.serverGone()) {
            fail(answer.error);
            return;
        }
        m_releaseError = answer.error;
        m_session.learnRelease(answer.value.value_or(ServerRelease()));
        look();
    });
}

void PlanMaker::look()
{
    const bool isFresh = isRecent(m_inventory.seenAt(m_spaces));
    m_looksEach = !isFresh && looksEach();
    const bool joins = m_inventory.isRefreshing();
    if (!joins && (isFresh || m_looksEach)) {
        readHistory();
    } else if (joins || m_inventory.seenAt(m_spaces).isValid()) {
        refresh();
    } else if (m_journal && m_session.release().hasVersions()) {
        readVersions();
    } else {
        if (m_session.release().isKnown()) {
            m_inventory.setVersionTexts({}, wantedTexts());
        }
        refresh();
    }
}

/// Whoever plans is told of copies by the texts of all; a job looks for one of its own before it creates.
std::optional<WantedPlugins> PlanMaker::wantedTexts() const
{
    if (m_scope != Scope::Sent) {
        return {};
    }
    WantedPlugins wanted;
    for (const Plugin &plugin : m_chosen) {
        if (plugin.kind) {
            wanted[spaceOf(*plugin.kind)].insert(plugin.id);
        }
    }
    return wanted;
}

/// What the server was seen to have and has its version still need not be read from it again.
void PlanMaker::readVersions()
{
    m_step = Step::ReadingVersions;
    withSentTexts([this] {
        QHash<VersionKey, QByteArray> versions;
        const std::optional<WantedPlugins> wanted = wantedTexts();
        QSet<PluginSpace> listed;
        if (wanted) {
            listed = m_spaces;
        }
        for (const Plugin &plugin : std::as_const(m_chosen)) {
            if (!plugin.kind) {
                continue;
            }
            const PluginSpace space = spaceOf(*plugin.kind);
            const KnownTexts known = sentOf(plugin);
            if (!known.lastVersion.isEmpty()) {
                versions.insert({.space = space, .id = plugin.id, .versionId = known.lastVersion}, known.lastText);
                listed.insert(space);
            }
        }
        const auto take = [this, versions, wanted, number = m_number](const QHash<QByteArray, QString> &contents) {
            if (number != m_number || !m_inventory.awaitsVersionTexts()) {
                return;
            }
            VersionTexts texts;
            for (auto each = versions.cbegin(); each != versions.cend(); ++each) {
                if (const auto text = contents.constFind(each.value()); text != contents.cend()) {
                    texts.insert(each.key(), *text);
                }
            }
            m_inventory.setVersionTexts(texts, wanted);
        };
        if (!m_inventory.isRefreshing() && !listed.isEmpty()) {
            m_inventory.awaitVersionTexts(listed);
            m_journal->contents(versions.values(), this, take);
        }
        refresh();
    });
}

/// Joins one that is under way.
void PlanMaker::refresh()
{
    m_step = Step::Looking;
    m_inventory.refresh(m_spaces);
}

/// A server that hides its release is looked at as a whole: how its export ends tells what it is.
bool PlanMaker::looksEach() const
{
    qsizetype there = 0;
    for (const PluginSpace space : m_spaces) {
        there += m_inventory.plugins(space).size();
    }
    return m_scope != Scope::Everything && m_session.release().isKnown() && !m_inventory.isRefreshing() &&
           looksUpEach(std::ranges::count_if(m_chosen, &Plugin::deployable),
                       m_inventory.seenAt(m_spaces).isValid() ? std::optional(there) : std::nullopt);
}

/// Where every look failed for a reason that is not the plugin's, the server could not be asked.
void PlanMaker::onPlanned(const QList<PlanRow> &rows)
{
    ServerError error;
    const auto isUnasked = [this, &error](const Plugin &plugin) {
        if (plugin.deployable()) {
            error = m_inventory.find(spaceOf(*plugin.kind), plugin.id).error;
        }
        return !plugin.deployable() || error.concernsConnection();
    };
    if (m_looksEach && std::ranges::all_of(m_chosen, isUnasked) && error) {
        fail(error);
        return;
    }
    m_step = Step::Idle;
    emit planned(rows);
}

void PlanMaker::onRefreshed(bool complete)
{
    if (m_step != Step::Looking) {
        return;
    }
    if (!complete) {
        fail({.kind = ServerErrorKind::Cancelled});
        return;
    }
    const auto errorOf = [this](PluginSpace space) { return m_inventory.error(space); };
    if (std::ranges::all_of(m_spaces, &ServerError::concernsConnection, errorOf)) {
        fail(errorOf(m_spaces.contains(PluginSpace::Function) ? PluginSpace::Function : PluginSpace::Tool));
    } else {
        readHistory();
    }
}

void PlanMaker::readHistory()
{
    m_step = Step::ReadingHistory;
    m_blind.clear();
    judgeBlindness(PluginSpace::Function, [this] { judgeBlindness(PluginSpace::Tool, [this] { readSent(); }); });
}

void PlanMaker::judgeBlindness(PluginSpace space, const std::function<void()> &next)
{
    const ServerSigns signs{
        .release = m_session.release(),
        .releaseError = m_releaseError,
        .askExport = [this, space](const ServerSigns::TakeError &take) { take(m_inventory.exportError(space)); },
        .journal = m_journal,
        .origin = originOf(m_session.connection().url)};
    askWhetherBlind(signs, this, [this, space, next, number = m_number](bool isBlind) {
        if (number != m_number) {
            return;
        }
        if (isBlind) {
            m_blind.insert(space);
        }
        next();
    });
}

void PlanMaker::readSent()
{
    withSentTexts([this] {
        if (!m_journal) {
            plan({});
            return;
        }
        m_journal->sentIds(originOf(m_session.connection().url), this, [this, number = m_number](const SentIds &ids) {
            if (number == m_number) {
                plan(ids);
            }
        });
    });
}

void PlanMaker::withSentTexts(const std::function<void()> &next)
{
    if (m_sent) {
        next();
        return;
    }
    readSentTexts(this, [this, next, number = m_number](const SentTexts &texts) {
        if (number == m_number) {
            m_sent = texts;
            next();
        }
    });
}

KnownTexts PlanMaker::sentOf(const Plugin &plugin) const
{
    return m_sent && plugin.kind ? m_sent->of(spaceOf(*plugin.kind), plugin.id, sentFile(m_root, plugin))
                                 : KnownTexts();
}

void PlanMaker::plan(const SentIds &ids)
{
    m_step = Step::Planning;
    QHash<QString, KnownTexts> sent;
    QHash<QString, QStringList> sentIds;
    for (const Plugin &plugin : std::as_const(m_chosen)) {
        if (plugin.kind) {
            sentIds.insert(plugin.path, ids.value({sentFile(m_root, plugin), spaceOf(*plugin.kind)}));
            sent.insert(plugin.path, sentOf(plugin));
        }
    }
    m_planner.start(m_chosen, {.root = m_root,
                               .release = m_session.release(),
                               .folder = m_folder,
                               .sentBefore = sent,
                               .sentIds = sentIds,
                               .blind = m_blind,
                               .looksEach = m_looksEach,
                               .presumesMissing = m_scope == Scope::Sent,
                               .localCheck = &m_localCheck,
                               .checksCode = m_scope != Scope::Sent});
}

void PlanMaker::readSentTexts(QObject *context, const std::function<void(const SentTexts &)> &done)
{
    if (m_journal) {
        m_journal->sentTexts(originOf(m_session.connection().url), {}, {}, context, done);
    } else {
        QMetaObject::invokeMethod(
            context, [done] { done({}); }, Qt::QueuedConnection);
    }
}

void PlanMaker::fail(const ServerError &error)
{
    m_step = Step::Idle;
    emit failed(error);
}

} // namespace owui
