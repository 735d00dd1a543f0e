// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "deploy/journal/changerecord.h"

#include <utility>

namespace owui {

struct ChangeRecord::State
{
    qint64 entry = 0; ///< 0: not stored, or not yet
    bool sent = false;
    bool givenUp = false;
};

ChangeRecord::ChangeRecord(const DeployEnvironment &environment)
    : m_environment(environment)
{
}

ChangeRecord::~ChangeRecord()
{
    if (m_state && !m_state->sent) {
        end(HistoryOutcome::NotSent, {}, {});
    }
}

void ChangeRecord::begin(JournalChange change, std::function<void(const QString &)> stored)
{
    Journal *journal = m_environment.journal;
    if (journal == nullptr) {
        stored({});
        return;
    }
    change.run = m_environment.run;
    change.serverOrigin = originOf(m_environment.server.connection().url);
    m_state = std::make_shared<State>();
    journal->before(change, [journal, state = m_state, stored = std::move(stored)](const JournalReceipt &receipt) {
        state->entry = receipt.entry;
        if (!state->givenUp) {
            stored(receipt.problem);
        } else if (receipt.entry != 0) {
            journal->after(receipt.entry, HistoryOutcome::NotSent, {}, {});
        }
    });
}

void ChangeRecord::setSent()
{
    if (m_state) {
        m_state->sent = true;
    }
}

void ChangeRecord::end(HistoryOutcome outcome, const std::optional<ServerPlugin> &now, const QString &message)
{
    const std::shared_ptr<State> state = std::exchange(m_state, nullptr);
    if (!state) {
        return;
    }
    state->givenUp = true;
    if (state->entry != 0) {
        m_environment.journal->after(state->entry, state->sent ? outcome : HistoryOutcome::NotSent, now, message);
    }
}

HistoryOutcome historyOutcome(DeployOutcome outcome)
{
    switch (outcome) {
    case DeployOutcome::Created:
    case DeployOutcome::Updated:
    case DeployOutcome::Unchanged:
        return HistoryOutcome::Done;
    case DeployOutcome::Failed:
        return HistoryOutcome::Failed;
    case DeployOutcome::Unknown:
        return HistoryOutcome::Unknown;
    case DeployOutcome::Cancelled:
    case DeployOutcome::Blocked:
        return HistoryOutcome::NotSent;
    }
    return HistoryOutcome::Unknown;
}

} // namespace owui
