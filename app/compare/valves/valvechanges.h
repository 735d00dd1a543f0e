// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "compare/valves/valvefields.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace owui {

/// What happens to the settings of a plugin when one text replaces another. Names only, never a value.
struct ValveChanges
{
    struct Retyped
    {
        QString name;
        QString from;
        QString to;
        friend bool operator==(const Retyped &, const Retyped &) = default;
    };
    struct Renamed
    {
        QString from;
        QString to;
        friend bool operator==(const Renamed &, const Renamed &) = default;
    };

    bool cannotTell = false; ///< one of the texts cannot be read; the lists are empty
    QStringList removed;
    QList<Retyped> retyped;    ///< a value of the old type need not fit the new one
    QStringList newlyRequired; ///< without a default now, and new or with one before
    QList<Renamed> renamed;    ///< looks like it; the old name is in `removed` too

    [[nodiscard]] bool isEmpty() const
    {
        return removed.isEmpty() && retyped.isEmpty() && newlyRequired.isEmpty() && renamed.isEmpty();
    }

    friend bool operator==(const ValveChanges &, const ValveChanges &) = default;
};

[[nodiscard]] ValveChanges compareFields(const SettingFields &before, const SettingFields &after);

/// What of `changes` matters with these stored values: lost, unfitting or missing ones. `stored` are the names on the
/// server; none where nobody could ask, and then all of it may matter.
[[nodiscard]] ValveChanges withStoredNames(const ValveChanges &changes, const std::optional<QStringList> &stored);

} // namespace owui
