// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "pluginkind.h"
#include "result.h"

#include <QString>

#include <optional>

namespace owui {

/// A plugin as it is named on the command line: "function:ID", "tool:ID", or bare where only one of both has the id.
struct PluginReference
{
    std::optional<PluginSpace> space; ///< none: written bare
    QString id;

    [[nodiscard]] static Result<PluginReference> parse(const QString &text);
    /// The same for an id that is none yet, but a pattern.
    [[nodiscard]] static Result<PluginReference> split(const QString &text);
    [[nodiscard]] bool admits(PluginSpace other) const { return !space || *space == other; }
    /// Of a pattern, with * and ? for anything.
    [[nodiscard]] bool matches(PluginSpace otherSpace, const QString &otherId) const;
    /// Of a pattern: it is one id, and not said of which space.
    [[nodiscard]] bool isBareId() const;
    /// As it was written.
    [[nodiscard]] QString text() const;

    friend bool operator==(const PluginReference &, const PluginReference &) = default;
};

/// "tool:ID"
[[nodiscard]] QString spelledOut(PluginSpace space, const QString &id);

/// A bare id that is both, refused with both spellings. `where` names the place, such as "the server".
[[nodiscard]] Problem ambiguousReference(const QString &id, const QString &where);

} // namespace owui
