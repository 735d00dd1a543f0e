// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QStringList>

namespace owui {

/// Each returns a line "file:line: what stands there" for what stands in the wrong place below `root`.

/// Consents are named by the judge only (compare/plan/plan*, compare/plan/consent*): there is one place that decides
/// which are needed. Everywhere else a set of them is passed on.
[[nodiscard]] QStringList consentsOutsideTheJudge(const QString &root);

/// What changes a server is called in app/deploy only, where it is recorded and can be cancelled. Found by the name of
/// the object, which must be one that is declared as OpenWebUi somewhere, or by the name of the method.
[[nodiscard]] QStringList changesOutsideDeploy(const QString &root);

/// Free functions that headers of two files declare under one name, or that a file has for itself although another's
/// header declares one of that name. Read from the first column, where clang-format puts them.
[[nodiscard]] QStringList doubledFunctions(const QString &root);

} // namespace owui
