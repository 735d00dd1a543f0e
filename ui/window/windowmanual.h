// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>
#include <QString>

class QCommandLineOption;

namespace owui {

/// The page that "man owui-deployer" shows, in the user's language: with the guide that F1 shows.
[[nodiscard]] QString windowManual(const QList<QCommandLineOption> &options);

} // namespace owui
