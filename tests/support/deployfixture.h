// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "deploy/run/run.h"
#include "plugins/localcheck.h"
#include "server/openwebui.h"

#include <QHash>
#include <QNetworkAccessManager>
#include <QStringList>
#include <QTemporaryDir>

#include <functional>
#include <memory>

namespace owui::test {

/// A folder with plugin files, the run that deploys them to a server, and a second client that reads the server
/// independently of the code under test.
class DeployFixture
{
    Q_DISABLE_COPY_MOVE(DeployFixture)

public:
    DeployFixture();
    ~DeployFixture();

    /// Where to deploy to. Both may be changed before each `run`.
    void setServer(const Connection &newConnection, const Credential &newCredential);

    /// Writes a file of the folder and reads it as the list would.
    Plugin write(const QString &path, const QByteArray &text);
    [[nodiscard]] QByteArray textOf(const QString &path) const;
    [[nodiscard]] DeployRequest request(const Plugin &plugin, const Consents &consents = {}) const;

    /// The client, the check and the run under test, made anew with the present `connection`.
    Run &run();
    /// That one, as it is.
    [[nodiscard]] Run &current() { return *m_run; }
    /// Deploys and waits for the end of the run. The results by path.
    QHash<QString, DeployResult> deploy(const QList<DeployRequest> &plugins);
    DeployResult deploy(const Plugin &plugin, const Consents &consents = {});

    /// Without waiting: to what runs already, or to a new run.
    void submit(const QList<DeployRequest> &plugins);
    /// Switches a function on that a failed update switched off, as people are offered it. Without waiting.
    void switchOn(const DeployResult &deactivated);
    /// What was submitted is over, and nothing keeps the server busy any more.
    [[nodiscard]] bool waitForEnd();
    [[nodiscard]] bool isRunning() const;
    void cancel();

    /// What the server has now.
    [[nodiscard]] LookUp look(PluginSpace space, const QString &id);
    /// Sends an update or a toggle past the code under test, as another person would.
    [[nodiscard]] bool post(const QString &path, const QJsonObject &body = {});

    Connection connection;
    Credential credential;
    Journal *journal = nullptr;                 ///< given to the next run
    std::function<void(DeployStage)> onStage;   ///< of any plugin, while it is entered
    std::chrono::milliseconds patience{30'000}; ///< a run that hangs fails, it does not hang the suite
    QList<LogEntry> log;
    QList<Exchange> exchanges; ///< of the client under test
    int posts = 0;             ///< sent by the client under test
    int requests = 0;          ///< of any method
    QStringList story;         ///< "started", and "ended: a.py b.py", of the runs of the present run

private:
    QTemporaryDir m_folder;
    QNetworkAccessManager m_network;
    QNetworkAccessManager m_otherNetwork;
    LocalCheck m_localCheck;
    std::unique_ptr<OpenWebUi> m_server;
    std::unique_ptr<OpenWebUi> m_other;
    std::unique_ptr<Run> m_run;
};

/// A plugin text with a header and one class.
[[nodiscard]] QByteArray pluginText(PluginKind kind, const QString &title, const QString &version,
                                    const QByteArray &extra = {});
[[nodiscard]] QByteArray filterText(const QString &title, const QString &version = QStringLiteral("1.0.0"),
                                    const QByteArray &extra = {});

} // namespace owui::test
