// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QJsonObject>
#include <QStringList>

namespace owui {

/// Why stored settings do not fit the code that the server has. Names only, never a value.
struct ValveMisfits
{
    QStringList missing;   ///< required by the code, and without a stored value
    QStringList unfitting; ///< with a stored value that the setting's type cannot take

    friend bool operator==(const ValveMisfits &, const ValveMisfits &) = default;
};

/// Compares what the server keeps with pydantic's schema of `class Valves`, in its lax mode: "5" is a number, too. What
/// the schema does not say plainly counts as fitting.
[[nodiscard]] ValveMisfits compareWithSchema(const QJsonObject &schema, const QJsonObject &stored);

/// Complete sentences; empty where everything fits.
[[nodiscard]] QStringList misfitTexts(const ValveMisfits &misfits);

} // namespace owui
