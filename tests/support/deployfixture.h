// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "deploy/run/deployqueue.h"
#include "plugins/localcheck.h"
#include "server/openwebui.h"

#include <QHash>
#include <QNetworkAccessManager>
#include <QTemporaryDir>

#include <memory>

namespace owui::test {

/// A folder with plugin files, the queue that deploys them to a server, and a second client that reads the server
/// independently of the code under test.
class DeployFixture
{
    Q_DISABLE_COPY_MOVE(DeployFixture)

public:
    DeployFixture();
    ~DeployFixture();

    /// Where to deploy to. Both may be changed before each `queue`.
    void setServer(const Connection &newConnection, const Credential &newCredential);

    /// Writes a file of the folder and reads it as the list would.
    Plugin write(const QString &path, const QByteArray &text);
    [[nodiscard]] DeployRequest request(const Plugin &plugin, const Consents &consents = {}) const;

    /// The client, the check and the queue under test, made anew with the present `connection`.
    DeployQueue &queue();
    /// Deploys and waits for the end of the run. The results by path.
    QHash<QString, DeployResult> deploy(const QList<DeployRequest> &plugins);
    DeployResult deploy(const Plugin &plugin, const Consents &consents = {});

    /// What the server has now.
    [[nodiscard]] LookUp look(PluginSpace space, const QString &id);
    /// Sends an update or a toggle past the code under test, as another person would.
    [[nodiscard]] bool post(const QString &path, const QJsonObject &body = {});

    Connection connection;
    Credential credential;
    Journal *journal = nullptr;                 ///< given to the next queue
    std::chrono::milliseconds patience{30'000}; ///< a run that hangs fails, it does not hang the suite
    QList<LogEntry> log;
    QList<Exchange> exchanges; ///< of the client under test
    int posts = 0;             ///< sent by the client under test
    int requests = 0;          ///< of any method

private:
    QTemporaryDir m_folder;
    QNetworkAccessManager m_network;
    QNetworkAccessManager m_otherNetwork;
    LocalCheck m_localCheck;
    std::unique_ptr<OpenWebUi> m_server;
    std::unique_ptr<OpenWebUi> m_other;
    std::unique_ptr<DeployQueue> m_queue;
};

/// A plugin text with a header and one class.
[[nodiscard]] QByteArray pluginText(PluginKind kind, const QString &title, const QString &version,
                                    const QByteArray &extra = {});

} // namespace owui::test
