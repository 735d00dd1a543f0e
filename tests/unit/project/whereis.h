// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QStringList>

namespace owui {

/// What a newcomer asks first.
inline constexpr int leastAnswers = 12;

/// The rows of the table "Where is …" of CONTRIBUTING.md below `root` that lead nowhere: each names one file, and a
/// word that stands in it. Also tells where there are fewer answers than there should be.
[[nodiscard]] QStringList wrongAnswers(const QString &root);

} // namespace owui
