// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "history/historytimeline.h"

#include <QJsonObject>
#include <QList>

namespace owui {

class Console;

/// A table, newest first, that ends with how to go back. `withIds`: of several plugins.
void printHistory(const QList<HistoryMoment> &moments, bool withIds, Console &console);

/// One of the `entries` of “history --json”.
[[nodiscard]] QJsonObject momentObject(const HistoryMoment &moment);

} // namespace owui
