// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "compare/seen/sighting.h"
#include "compare/seen/versiontexts.h"

#include <QDateTime>
#include <QObject>
#include <QSet>
#include <QStringList>

#include <memory>
#include <optional>

namespace owui {

/// What is on one server, as last seen. A refresh reads a space by its export, one request; where that is refused or
/// too large it falls back to the list and a look-up for each. Where the versions of most texts that are wanted are
/// known (0.12+) it reads the list, which tells the versions, and looks up the others. Absence from an export proves
/// nothing: it is [] where functions are switched off and lacks other admins' tools (contract 8), so such an id is
/// CannotTell until `confirm` looked it up. Only an export of functions that is not empty shows all of them, since none
/// but an admin gets it. Lives in the main thread and never blocks it.
class Inventory final : public QObject
{
    Q_OBJECT

public:
    /// `server` must outlive it.
    explicit Inventory(OpenWebUi &server, QObject *parent = nullptr);
    ~Inventory() override;

    /// Reads these spaces anew, at least one. Ends with `refreshed`, after a `failed` for each space that could not be
    /// read. What was known stays until the new answer is there. While one runs, it is asked for what it does not read.
    void refresh(const QSet<PluginSpace> &spaces = {PluginSpace::Function, PluginSpace::Tool});
    /// Looks up each id alone, some at a time. Emits `changed` for each that is known better now, then `confirmed`.
    /// A second call is added to the first.
    void confirm(PluginSpace space, const QStringList &ids);
    /// The same in place of a refresh, also for what is known: afterwards the space is listed once, where that may tell
    /// that it is switched off, or what else is there beside a plugin that is missing.
    void lookUpAlone(PluginSpace space, const QStringList &ids);
    /// Stops a refresh and the look-ups of `confirm`. What was known stays. Ends with `refreshed(false)` and, unless
    /// somebody asked for more meanwhile, `confirmed` if they were under way.
    void cancel();

    /// What follows from it: since 0.11 plugins can be switched off.
    void setRelease(const ServerRelease &release);
    /// Spares the next refresh to read texts that are known, and those that are not `wanted`, before 0.12 where these
    /// are few; none: all are. Forgotten after it. A refresh that waits for them goes on.
    void setVersionTexts(const VersionTexts &texts, const std::optional<WantedPlugins> &wanted);
    /// Those of these spaces are on their way: the next refresh asks for their lists at once (0.12+), and waits.
    void awaitVersionTexts(const QSet<PluginSpace> &spaces);
    [[nodiscard]] bool awaitsVersionTexts() const;

    [[nodiscard]] bool isRefreshing() const;
    [[nodiscard]] bool isConfirming() const;
    /// When these spaces were last read whole, the older of those that ever were; invalid: none. By this machine's
    /// clock.
    [[nodiscard]] QDateTime seenAt(const QSet<PluginSpace> &spaces = {PluginSpace::Function, PluginSpace::Tool}) const;
    /// Why the last refresh could not read a space; None where it could.
    [[nodiscard]] ServerError error(PluginSpace space) const;
    /// Why its export was refused, though the list may have been read instead.
    [[nodiscard]] ServerError exportError(PluginSpace space) const;
    /// True if every plugin of the space was read with its content. False also before the first refresh.
    [[nodiscard]] bool isContentReadable(PluginSpace space) const;

    /// PluginsDisabled where the space is switched off, as found since it was last read. Its list is empty then, though
    /// something in it can be exported or looked up.
    [[nodiscard]] ServerError switchedOff(PluginSpace space) const;

    /// Where the last look failed and nothing else is known: Failed or CannotTell, with the reason. Failed too where
    /// the space is switched off.
    [[nodiscard]] Sighting find(PluginSpace space, const QString &id) const;
    /// Everything that the server is known to have in a space, by id.
    [[nodiscard]] QList<ServerPlugin> plugins(PluginSpace space) const;
    /// Everything that the server has in a space, if it was read or listed a moment ago; what was only listed has no
    /// content unless that is known.
    [[nodiscard]] std::optional<QList<ServerPlugin>> recentPlugins(PluginSpace space) const;
    /// What the last look at this id told, and when the server was asked; none: something else was learnt since.
    [[nodiscard]] std::optional<RecentLook> lastLook(PluginSpace space, const QString &id) const;
    /// What was read whole a moment ago lacks this id and nothing else is known of it; none: it is not so.
    [[nodiscard]] std::optional<RecentLook> presumedMissing(PluginSpace space, const QString &id) const;

    /// Takes over what somebody else learnt, such as a deployment's answer. One without content, as that to a create,
    /// keeps the known content only if the version is the same, or where there are none updated_at. A Sighting of
    /// nothing and a look that told nothing: nobody knows any more what the server has.
    void learn(PluginSpace space, const QString &id, const Sighting &now);

signals:
    void refreshStarted();
    /// `complete`: the server was asked for everything, though a space may have `failed`; else it was cancelled.
    void refreshed(bool complete);
    void confirmed();
    void changed(owui::PluginSpace space, const QString &id);
    void failed(owui::PluginSpace space, const owui::ServerError &error);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace owui
