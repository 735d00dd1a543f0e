// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "history/historyentry.h"
#include "history/senttexts.h"

#include <QSqlQuery>

namespace owui {

// How entries stand in the history's tables; HistoryFile alone uses it.

/// "SELECT … FROM …", for entryOf(). The entry is `e`.
[[nodiscard]] QString selectEntries();
[[nodiscard]] HistoryEntry entryOf(const QSqlQuery &row);

/// The newest entries for which the condition %1 holds, as many as its last value says, the oldest of them first; for
/// textChangeOf(). The server's state is not unpacked for it.
[[nodiscard]] QString selectTextChanges();
[[nodiscard]] TextChange textChangeOf(const QSqlQuery &row);

/// "(SELECT …)" that finds something where an Undo has brought the plugin of the entry `e` back.
[[nodiscard]] QString selectTakenBack();

/// An INSERT that misses only run, content and state, which are bound to :run, :content and :state.
[[nodiscard]] QString insertEntry();
void bindEntry(QSqlQuery &query, const HistoryEntry &entry);

/// "UPDATE entry SET …", to be followed by WHERE.
[[nodiscard]] QString updateResult();
void bindResult(QSqlQuery &query, const HistoryResult &result);

/// The part of a state that seldom changes, as bytes to be kept once.
[[nodiscard]] QByteArray stateBytes(const HistoryState &state);

[[nodiscard]] QVariant msecsOf(const QDateTime &time);
[[nodiscard]] QDateTime timeOf(const QVariant &msecs);

} // namespace owui
