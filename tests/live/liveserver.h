// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "live/rawclient.h"
#include "server/connection.h"
#include "server/credential.h"
#include "server/practiceprocess.h"
#include "server/serverrelease.h"

#include <QHash>

#include <memory>

namespace owui::test {

/// The server that the scenarios are tried on: a real one, described by the file that OWUI_LIVE_SERVER names, or a
/// practice server of our own, of the release that OWUI_LIVE_PRACTICE names.
class LiveServer final
{
    Q_DISABLE_COPY_MOVE(LiveServer)

public:
    LiveServer();

    /// False, with a message, where there is no such server.
    [[nodiscard]] bool open();

    [[nodiscard]] bool isPractice() const { return m_isPractice; }
    [[nodiscard]] const ServerRelease &release() const { return m_release; }
    [[nodiscard]] const Connection &connection() const { return m_connection; }
    /// The admin's API key.
    [[nodiscard]] const Credential &credential() const { return m_credential; }
    /// With the admin's session, which may do what a person may.
    [[nodiscard]] RawClient &admin() { return *m_admin; }
    [[nodiscard]] const QByteArray &session() const { return m_session; }

    /// A session token of an account, as for the web page.
    [[nodiscard]] QByteArray signIn(const QString &email, const QString &password);
    /// The admin's API key, made anew; the old one is revoked.
    [[nodiscard]] QByteArray replaceKey();
    /// A plain user, made once.
    struct Person
    {
        QString id;
        QByteArray key;
    };
    [[nodiscard]] Person plainUser();
    /// Whether there are keys and what they may reach, by the names of 0.6.38 and newer.
    [[nodiscard]] bool setKeyRules(const QHash<QString, QJsonValue> &rules);

    /// Ends the server as a crash would.
    [[nodiscard]] bool kill();
    /// Starts it again at the same address, with some settings of its environment changed.
    [[nodiscard]] bool restart(const QHash<QString, QString> &settings = {});
    /// True while it runs with changed settings.
    [[nodiscard]] bool hasOtherSettings() const { return m_hasOtherSettings; }
    /// Deletes all plugins.
    void clear();

private:
    [[nodiscard]] bool openReal(const QString &path);
    [[nodiscard]] bool openPractice(int port);
    [[nodiscard]] bool signInAdmin();

    bool m_isPractice = false;
    bool m_hasOtherSettings = false;
    ServerRelease m_release;
    Connection m_connection;
    Credential m_credential;
    QString m_email;
    QString m_password;
    QByteArray m_session; ///< the admin's
    Person m_plainUser;
    std::unique_ptr<PracticeProcess> m_practice;
    std::unique_ptr<RawClient> m_admin;
};

} // namespace owui::test
