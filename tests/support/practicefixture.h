// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "deploy/deployqueue.h"
#include "plugins/localcheck.h"
#include "server/openwebui.h"
#include "server/practiceprocess.h"

#include <QHash>
#include <QNetworkAccessManager>
#include <QTemporaryDir>

#include <memory>

namespace owui::test {

/// A practice server of its own, a folder with plugin files, and a second client that reads the server independently of
/// the code under test.
class PracticeFixture final
{
    Q_DISABLE_COPY_MOVE(PracticeFixture)

public:
    PracticeFixture();
    ~PracticeFixture();

    /// Starts the server of a release. False, with a message, where it does not come up.
    [[nodiscard]] bool start(const QString &release, const QStringList &options = {});

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
    QList<LogEntry> log;
    int posts = 0;    ///< sent by the client under test
    int requests = 0; ///< of any method

private:
    QTemporaryDir m_folder;
    PracticeProcess m_practice;
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
