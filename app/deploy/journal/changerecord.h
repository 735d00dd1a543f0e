// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "deploy/journal/journal.h"

#include <functional>
#include <memory>

namespace owui {

/// One change in the journal: what the server has is stored before anything is sent, what came of it after. A change
/// that is given up between the two is written as not sent, whenever the journal answers.
class ChangeRecord final
{
    Q_DISABLE_COPY_MOVE(ChangeRecord)

public:
    /// `journal` must outlive it; without one nothing is recorded.
    explicit ChangeRecord(Journal *journal);
    ~ChangeRecord();

    /// `stored` gets an empty text, or why it could not be stored; it is
    /// called at once where there is no journal, and not at all after end() or the destructor.
    void begin(const JournalChange &change, std::function<void(const QString &problem)> stored);
    /// Does nothing without a begin, or the second time.
    void end(HistoryOutcome outcome, const std::optional<ServerPlugin> &now, const QString &message);

private:
    struct State;

    Journal *m_journal;
    std::shared_ptr<State> m_state; ///< of the present entry; shared with the journal's answer
};

} // namespace owui
