// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QMetaType>
#include <QString>
#include <QVersionNumber>

namespace owui {

/// Which release of Open WebUI answers, and what follows from it (contract 5 and 7). Unknown where /api/version is
/// missing; every question then has its careful answer.
class ServerRelease final
{
public:
    ServerRelease() = default;
    explicit ServerRelease(const QString &text);

    [[nodiscard]] bool isKnown() const { return !m_number.isNull(); }
    [[nodiscard]] QString text() const { return m_text; }

    [[nodiscard]] bool isBefore(int major, int minor, int patch = 0) const;
    [[nodiscard]] bool isAtLeast(int major, int minor, int patch = 0) const;

    /// A failed update of a function switches it off: up to 0.11, and wherever we do not know.
    [[nodiscard]] bool mayDeactivateOnFailure() const;
    /// Up to 0.9.6 every failure tells its reason, in 0.10 and 0.11 none does.
    [[nodiscard]] bool tellsReasonOnUpdateOnly() const; ///< 0.12+
    [[nodiscard]] bool hasEventFunctions() const;       ///< 0.10+, and unknown
    [[nodiscard]] bool hasVersions() const;             ///< 0.12+
    [[nodiscard]] bool hasPluginSwitches() const;       ///< 0.11+
    /// Create forgets a filter's toggle flag: 0.6.30 to 0.6.43.
    [[nodiscard]] bool losesToggleOnCreate() const;
    /// required_open_webui_version of a header, compared as the web page does: true if this release is too old for it.
    [[nodiscard]] bool isTooOldFor(const QString &required) const;

    friend bool operator==(const ServerRelease &, const ServerRelease &) = default;

private:
    QString m_text;
    QVersionNumber m_number;
};

} // namespace owui

Q_DECLARE_METATYPE(owui::ServerRelease)
