// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "compare/plan/comparisonrun.h"
#include "compare/plan/plan.h"
#include "compare/seen/inventory.h"

#include <QHash>
#include <QList>
#include <QObject>

#include <memory>

namespace owui {

/// Makes a plan: confirms what the export left open, compares on the pool, asks for the names of stored values where
/// the settings of a plugin change, and has the code checked that would be sent. Lives in the main thread and never
/// blocks it.
class Planner final : public QObject
{
    Q_OBJECT

public:
    struct Options
    {
        QString root; ///< the folder, absolute
        ServerRelease release;
        QList<Plugin> folder;                  ///< every plugin of the folder, for their ids
        QHash<QString, KnownTexts> sentBefore; ///< by path
        QHash<QString, QStringList> sentIds{}; ///< by path; see TwinClues
        QSet<PluginSpace> blind{};    ///< where a look that cannot tell is none that failed; see askWhetherBlind()
        bool looksEach = false;       ///< nothing was refreshed: each is looked up, also what is known
        bool presumesMissing = false; ///< what was read whole and lacks an id is not asked for it once more
        /// Of the code that would be sent. It gets ready as soon as a plugin differs; none: nobody checks.
        LocalCheck *localCheck = nullptr;
        bool checksCode = true; ///< false: whoever sends it does, and the plan does not know what is wrong with it
    };

    /// `inventory` and `server` must outlive it. The inventory should have been refreshed, unless each is looked up.
    Planner(Inventory &inventory, OpenWebUi &server, QObject *parent = nullptr);
    ~Planner() override;

    void start(const QList<Plugin> &plugins, const Options &options);
    /// Ends without a plan and without a signal.
    void cancel();

signals:
    void progress(int done, int total);
    /// In the order of the plugins.
    void finished(const QList<owui::PlanRow> &rows);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace owui
