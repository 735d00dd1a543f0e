// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

#include <optional>

namespace owui {

/// One of the releases whose behaviour is practised, and what differs between them (contract 2, 5 and 7).
class PracticeRelease final
{
public:
    /// 0.12.4, 0.11.4 or 0.7.2.
    [[nodiscard]] static std::optional<PracticeRelease> fromText(const QString &text);
    [[nodiscard]] static QStringList known();

    [[nodiscard]] QString text() const { return m_text; }

    /// Events, masked reasons, pip in a thread, i18n and has_user_valves of a tool.
    [[nodiscard]] bool isAtLeast11() const { return m_minor >= 11; }
    [[nodiscard]] bool hasEventFunctions() const { return m_minor >= 10; }
    [[nodiscard]] bool hasAccessGrants() const { return m_minor >= 8; } ///< else access_control
    [[nodiscard]] bool refusesNullGrants() const { return m_minor == 11; }
    [[nodiscard]] bool updateIgnoresGrants() const { return m_minor >= 12; }
    [[nodiscard]] bool switchesOffOnFailure() const { return m_minor < 12; }
    [[nodiscard]] bool hasVersions() const { return m_minor >= 12; }
    /// meta.toggle is there from the first answer, also when false.
    [[nodiscard]] bool alwaysTellsToggle() const { return m_minor >= 12; }
    [[nodiscard]] bool checksStoredValves() const { return m_minor >= 12; }
    [[nodiscard]] bool refusesKeyAsSession() const { return m_minor >= 12; }
    [[nodiscard]] bool pipBlocksEverybody() const { return m_minor < 10; }
    /// Code that calls sys.exit stops the server: 0.5.20 to 0.10.2.
    [[nodiscard]] bool exitStopsServer() const { return m_minor < 11; }
    [[nodiscard]] bool knowsApiKeyHeader() const { return m_minor >= 9; }
    /// An Authorization without a blank: 500 on 0.6.43 and 0.7.2.
    [[nodiscard]] bool failsOnMalformedAuthorization() const { return m_minor < 8; }

    /// The detail of a failed create; `fallback` is what masks it since 0.10.
    [[nodiscard]] QString createDetail(const QString &reason, const QString &fallback) const;
    [[nodiscard]] QString updateDetail(const QString &reason, const QString &fallback) const;

private:
    PracticeRelease(const QString &text, int minor);

    QString m_text;
    int m_minor; ///< of 0.MINOR.PATCH
};

} // namespace owui
