// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/connections/connectiondraft.h"

namespace owui {

enum class ConnectionField {
    Name,
    Url,
    Key,
    Email,
    KeyHeader,
    ExtraHeaders,
    TimeLimits,
    CertificateFile,
    Proxy,
    Other
};

/// Something that keeps a draft from being saved, and beside which field to say so.
struct FieldProblem
{
    ConnectionField field = ConnectionField::Other;
    QString text;
};

/// All of them, in the order of the dialog's fields. `otherNames` are the names of the other connections: the command
/// line chooses a connection by its name.
[[nodiscard]] QList<FieldProblem> problemsOf(const ConnectionDraft &draft, const QStringList &otherNames);

/// The first one of a field; empty where it has none.
[[nodiscard]] QString problemOf(const QList<FieldProblem> &problems, ConnectionField field);

} // namespace owui
