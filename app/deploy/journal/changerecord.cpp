// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "deploy/journal/changerecord.h"

#include <utility>

namespace owui {

struct ChangeRecord::State
{
    qint64 entry = 0; ///< 0: not stored, or not yet
    bool givenUp = false;
};

ChangeRecord::ChangeRecord(Journal *journal)
    : m_journal(journal)
{
}

ChangeRecord::~ChangeRecord()
{
    if (m_state) {
        m_state->givenUp = true;
    }
}

void ChangeRecord::begin(const JournalChange &change, std::function<void(const QString &)> stored)
{
    if (m_journal == nullptr) {
        stored({});
        return;
    }
    m_state = std::make_shared<State>();
    m_journal->before(change,
                      [journal = m_journal, state = m_state, stored = std::move(stored)](const Result<qint64> &entry) {
                          state->entry = entry ? entry.value() : 0;
                          if (!state->givenUp) {
                              stored(entry ? QString() : entry.error().text);
                          } else if (entry) {
                              journal->after(entry.value(), HistoryOutcome::NotSent, {}, {});
                          }
                      });
}

void ChangeRecord::end(HistoryOutcome outcome, const std::optional<ServerPlugin> &now, const QString &message)
{
    const std::shared_ptr<State> state = std::exchange(m_state, nullptr);
    if (!state) {
        return;
    }
    state->givenUp = true;
    if (state->entry != 0) {
        m_journal->after(state->entry, outcome, now, message);
    }
}

} // namespace owui
