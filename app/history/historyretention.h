// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "history/historylimits.h"

#include <QElapsedTimer>
#include <QString>

namespace owui {

class HistoryDatabase;

/// Decides what of the history goes where it has become too old or too large, and removes it. What nobody misses goes
/// first: of a series of saves the steps between the first and the last.
class HistoryRetention final
{
    Q_DISABLE_COPY_MOVE(HistoryRetention)

public:
    /// `database` must outlive it.
    HistoryRetention(HistoryDatabase &database, const HistoryLimits &limits);

    void setLimits(const HistoryLimits &limits);
    /// After an entry was stored; the file must be open. False where a statement failed.
    [[nodiscard]] bool prune();
    /// The condition on a row of `content` that nothing else goes back to it.
    [[nodiscard]] static QString isNeededByNone();

private:
    enum class Sparing { AllButStepsBetween, LastTexts, Nothing };

    [[nodiscard]] bool pruneByAge();
    [[nodiscard]] bool pruneBySize();
    [[nodiscard]] bool forgetLastTexts();
    [[nodiscard]] static QString whatMayGo(Sparing sparing);
    [[nodiscard]] bool removeUpTo(qint64 number, Sparing sparing);

    HistoryDatabase &m_database;
    HistoryLimits m_limits;
    QElapsedTimer m_sincePruning; ///< by age; invalid: not yet
};

} // namespace owui
