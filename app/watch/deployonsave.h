// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "compare/plan/consent.h"
#include "deploy/job/deployrequest.h"
#include "deploy/job/deployresult.h"
#include "plugins/plugin.h"
#include "watch/savewatcher.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <chrono>
#include <optional>
#include <utility>

namespace owui {

class ServerSession;

struct SaveOptions
{
    QString root;           ///< the folder, absolute
    Consents consents;      ///< for every save; Production among them where that was agreed to
    bool alsoNew = false;   ///< what the server does not have is created
    QString commitTemplate; ///< see commitMessage(); 0.12+
};

/// Sends each plugin of a folder to a server as soon as it is saved, through the session's run and past its judge like
/// any other deployment. What needs a consent ends blocked, and nobody is asked. Of one file one request is under way;
/// saves meanwhile become one. Where the server is gone, what was saved waits until it answers again. Lives in the main
/// thread.
class DeployOnSave final : public QObject
{
    Q_OBJECT

public:
    /// `session` must outlive it.
    DeployOnSave(ServerSession &session, SaveOptions options, QObject *parent = nullptr);

    /// Every plugin of the folder, those that are left out among them; `watched`: the paths of those that are sent.
    /// What is one of these since it was saved is sent now. New files are looked for in `folders`, absolute.
    void follow(const QList<Plugin> &plugins, const QSet<QString> &watched, const QStringList &folders);
    void setAlsoNew(bool alsoNew) { m_options.alsoNew = alsoNew; }
    /// See SaveWatcher. What the run writes needs no word.
    void expect(const QString &file, const std::optional<QByteArray> &bytes);

    [[nodiscard]] qsizetype count() const { return m_watched.size(); }
    [[nodiscard]] bool isServerGone() const { return m_gone; }
    /// Something is under way or waits for the server.
    [[nodiscard]] bool isBusy() const { return !m_busy.isEmpty() || !m_waiting.isEmpty(); }

signals:
    /// See SaveWatcher.
    void started();
    /// Before it goes to the run.
    void submitting(const owui::DeployRequest &request);
    /// `elapsed`: since the file was written.
    void ended(const owui::DeployResult &result, std::chrono::milliseconds elapsed);
    /// A file that is not among those which are sent: it may be a plugin now, so follow() should be called.
    void otherSaved(const QString &path);
    /// Plugins whose files changed all at once, as when a branch is switched. Nothing of them is sent.
    void stormed(const QStringList &paths);
    /// Told once; what is saved from now on waits.
    void serverGone(const owui::ServerError &error);
    void serverBack();
    void listChanged();
    void incomplete();

private:
    using Place = std::pair<PluginSpace, QString>;
    using Time = std::chrono::steady_clock::time_point;

    /// One file on its way.
    struct Busy
    {
        Time written;
        bool again = false;     ///< it was saved meanwhile
        bool readAgain = false; ///< it could not be read, perhaps because somebody was writing it
        bool repeats = false;   ///< for that reason: that nothing is left to send is no news
        int waits = 0;          ///< how often the server was away
    };

    void takeSaves(const QList<Save> &saves);
    void take(const QStringList &paths, Time written);
    void take(const QString &path, Time written);
    void takeOthers();
    void takeStorm(const QStringList &files);
    [[nodiscard]] QStringList watchedIn(const QString &file) const;
    [[nodiscard]] bool mayBecomePlugin(const QString &file) const;
    void send(const QString &path, const Busy &busy);
    void submit(const Plugin &plugin);
    void takeResult(const DeployResult &result);
    void takeSighting(PluginSpace space, const QString &id, const Sighting &now);
    void keep(const DeployResult &result);
    void loseServer(const ServerError &error);
    [[nodiscard]] bool mayBeStarting(const ServerError &error) const;
    void askServer();
    void askLook();
    void takeServer();

    ServerSession &m_session;
    SaveOptions m_options;
    SaveWatcher m_watcher;
    QHash<QString, Plugin> m_plugins; ///< by path
    QHash<QString, QStringList> m_byFile;
    QSet<QString> m_watched;
    QHash<QString, Time> m_others; ///< files that may be plugins since they were saved
    QHash<PluginSpace, QSet<QString>> m_ids;
    QHash<QString, Busy> m_busy;    ///< by path
    QHash<QString, Busy> m_waiting; ///< by path: for the server
    QHash<Place, QString> m_series; ///< the step of the history that the saves of a plugin are
    QHash<Place, QByteArray> m_seen;
    QHash<Place, QSet<QByteArray>> m_sent;
    QTimer m_ask;
    bool m_gone = false;
};

} // namespace owui
