// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "compare/plan/planner.h"
#include "compare/seen/inventory.h"
#include "history/senttexts.h"

#include <QList>
#include <QObject>
#include <QString>

#include <functional>
#include <optional>

namespace owui {

class Journal;
class ServerSession;

/// Makes plans for plugins of a folder: keeps what the session's server has, knows which texts were sent there from
/// here, and puts both before the judge. One for each session, for the window and the command line alike. Lives in the
/// main thread and never blocks it.
class PlanMaker final : public QObject
{
    Q_OBJECT

public:
    /// `session` and `localCheck` must outlive it; `journal` may be absent, and then no text is known to be sent from
    /// here.
    PlanMaker(ServerSession &session, LocalCheck &localCheck, Journal *journal, QObject *parent = nullptr);

    /// What must be known of the server.
    enum class Scope {
        Chosen, ///< what is planned for; how it is looked at is decided by numbers, see looksUpEach()
        /// The same of what is sent at once, whatever the plan says of others: each job checks its code, and the server
        /// refuses to create an id that it has, so neither is asked before. What is in another space is not read.
        Sent,
        Everything,
    };
    /// `root` is absolute, `folder` is every plugin of it, `chosen` those to plan for. Looks at the server first,
    /// unless that was done a moment ago. Ends with `planned` or `failed`; a plan under way is dropped without a word.
    void start(const QString &root, const QList<Plugin> &folder, const QList<Plugin> &chosen, Scope scope);
    /// Ends without a plan and without a signal. A look at the server goes on; see Inventory::cancel().
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_step != Step::Idle; }

    [[nodiscard]] Inventory &inventory() { return m_inventory; }
    /// Of every plugin of the server. `done` is called once, from the event loop, if the context still lives.
    void readSentTexts(QObject *context, const std::function<void(const SentTexts &)> &done);

signals:
    void progress(int done, int total);
    /// In the order of the plugins.
    void planned(const QList<owui::PlanRow> &rows);
    /// The server cannot be asked; or with Cancelled: somebody cancelled the look at it.
    void failed(const owui::ServerError &error);

private:
    enum class Step { Idle, AskingRelease, ReadingVersions, Looking, ReadingHistory, Planning };

    [[nodiscard]] QSet<PluginSpace> spacesToRead() const;
    void askRelease();
    void look();
    [[nodiscard]] bool looksEach() const;
    [[nodiscard]] std::optional<WantedPlugins> wantedTexts() const;
    void readVersions();
    void refresh();
    void withSentTexts(const std::function<void()> &next);
    void onPlanned(const QList<PlanRow> &rows);
    void onRefreshed(bool complete);
    void readHistory();
    void judgeBlindness(PluginSpace space, const std::function<void()> &next);
    void readSent();
    [[nodiscard]] KnownTexts sentOf(const Plugin &plugin) const;
    void plan(const SentIds &ids);
    void fail(const ServerError &error);

    ServerSession &m_session;
    LocalCheck &m_localCheck;
    Journal *m_journal;
    Inventory m_inventory;
    Planner m_planner;
    Step m_step = Step::Idle;
    Scope m_scope = Scope::Everything;
    bool m_looksEach = false;
    ServerError m_releaseError;      ///< why the release is not known
    QSet<PluginSpace> m_blind;       ///< where a look that cannot tell is none that failed
    int m_number = 0;                ///< of the plan; an answer to an earlier one is overlooked
    std::optional<SentTexts> m_sent; ///< as the plan under way read them
    QString m_root;
    QList<Plugin> m_folder;
    QList<Plugin> m_chosen;
    QSet<PluginSpace> m_spaces; ///< that a look at the whole server reads
};

} // namespace owui
