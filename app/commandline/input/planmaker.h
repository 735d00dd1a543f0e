// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "compare/inventory.h"
#include "compare/planner.h"
#include "history/senttexts.h"
#include "server/serverrelease.h"

#include <QObject>

namespace owui {

class HistoryStore;
class ServerSession;

/// Reads what a server has, and which texts this program sent there before, and makes a plan for some plugins of a
/// folder. Ends with `planned` or `failed`.
class PlanMaker final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PlanMaker)

public:
    /// `session` and `history` must outlive it.
    PlanMaker(ServerSession &session, HistoryStore &history, QObject *parent = nullptr);

    /// `root` is absolute, `folder` is every plugin of it, `chosen` those to plan for. Called once.
    void start(const QString &root, const QList<Plugin> &folder, const QList<Plugin> &chosen);

    [[nodiscard]] const Inventory &inventory() const { return m_inventory; }
    [[nodiscard]] const ServerRelease &release() const { return m_release; }

signals:
    void progress(int done, int total);
    /// In the order of the plugins.
    void planned(const QList<owui::PlanRow> &rows);
    /// The server cannot be asked.
    void failed(const owui::ServerError &error);

private:
    void readHistory();
    void compare(const SentTexts &texts);

    ServerSession &m_session;
    HistoryStore &m_history;
    Inventory m_inventory;
    Planner m_planner;
    ServerRelease m_release;
    QString m_root;
    QList<Plugin> m_folder;
    QList<Plugin> m_chosen;
};

} // namespace owui
