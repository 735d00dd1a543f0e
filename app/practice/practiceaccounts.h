// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "result.h"

#include "practice/httpanswer.h"
#include "practice/practicerelease.h"

#include <QHash>
#include <QJsonObject>

#include <array>

namespace owui {

/// The two accounts of the practice server, their keys and sessions. Everything is made anew at each start.
class PracticeAccounts final
{
    Q_DISABLE_COPY_MOVE(PracticeAccounts)

public:
    struct Account
    {
        QString id;
        QString name;
        QString email;
        bool admin = false;
        QString key; ///< empty: revoked

        [[nodiscard]] QString role() const { return admin ? QStringLiteral("admin") : QStringLiteral("user"); }
        /// As `user` in lists.
        [[nodiscard]] QJsonObject toJson() const;
    };
    struct Caller
    {
        Account *account = nullptr;
        QString token;
        bool byKey = false;
    };

    PracticeAccounts();

    [[nodiscard]] const Account &admin() const { return m_accounts[0]; }
    [[nodiscard]] const Account &plainUser() const { return m_accounts[1]; }
    [[nodiscard]] const Account *find(const QString &id) const;

    /// Who asks, or the answer that refuses it (contract 2.2).
    [[nodiscard]] Result<Caller, HttpAnswer> identify(const HttpCall &call, const PracticeRelease &release);
    /// A new session; empty for a wrong address or password.
    [[nodiscard]] QString signIn(const QString &email, const QString &password);
    [[nodiscard]] Caller callerOf(const QString &token);
    [[nodiscard]] static QString newKey();
    [[nodiscard]] static qint64 sessionExpiry(); ///< seconds since the epoch

private:
    std::array<Account, 2> m_accounts;
    QHash<QString, int> m_sessions; ///< token to index
};

} // namespace owui
