// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "deploy/run/recordeddelete.h"

#include "compare/sighting.h"

#include <QPointer>

namespace owui {

using Outcome = DeleteResult::Outcome;

RecordedDelete::RecordedDelete(OpenWebUi &server, Journal &journal, const ServerPlugin &seen, QObject *parent)
    : QObject(parent)
    , m_server(server)
    , m_journal(journal)
    , m_seen(seen)
{
}

void RecordedDelete::start()
{
    m_server.lookUp(m_seen.space, m_seen.id, this, [this](const LookUp &lookUp) { decide(lookUp); });
}

void RecordedDelete::decide(const LookUp &lookUp)
{
    if (lookUp.presence == Presence::Missing) {
        end(Outcome::Missing);
    } else if (lookUp.presence != Presence::Found) {
        end(Outcome::Refused, lookUp.error);
    } else if (stampOf({.presence = Presence::Found, .plugin = m_seen})
                   .isChangedBy({.presence = lookUp.presence, .plugin = lookUp.plugin})) {
        end(Outcome::Changed);
    } else if (!lookUp.plugin->content && m_server.connection().production) {
        m_result.unstored = {tr("The server does not show its text, so there would be no way back."),
                             tr("Use the key of an account that may read it.")};
        end(Outcome::Refused);
    } else {
        keep(*lookUp.plugin);
    }
}

void RecordedDelete::keep(const ServerPlugin &present)
{
    const JournalChange change{.run = JournalRun::make(HistoryRunKind::Other),
                               .serverOrigin = originOf(m_server.connection().url),
                               .change = HistoryChange::Delete,
                               .space = present.space,
                               .id = present.id,
                               .title = present.name,
                               .path = {},
                               .looked = true,
                               .present = present};
    m_run = change.run.id;
    m_journal.before(change, [self = QPointer(this), journal = &m_journal](const JournalReceipt &receipt) {
        if (!self) {
            if (receipt.entry != 0) {
                journal->after(receipt.entry, HistoryOutcome::NotSent, {}, {});
            }
            return;
        }
        self->m_entry = receipt.entry;
        if (receipt.problem.isEmpty()) {
            self->remove();
        } else {
            self->m_result.unstored = {receipt.problem, tr("Nothing was sent, because there would be no way back.")};
            self->end(Outcome::Refused);
        }
    });
}

void RecordedDelete::remove()
{
    m_server.remove(m_seen.space, m_seen.id, this, [this](const Answer<bool> &answer) {
        // The answer is "true" for what is not there too, and an error may come after it was done.
        m_server.lookUp(m_seen.space, m_seen.id, this,
                        [this, error = answer.error](const LookUp &now) { judge(error, now); });
    });
}

void RecordedDelete::judge(const ServerError &error, const LookUp &now)
{
    const Outcome outcome = now.presence == Presence::Missing ? Outcome::Deleted
                            : now.presence == Presence::Found ? Outcome::Failed
                                                              : Outcome::Unknown;
    const ServerError why = outcome == Outcome::Deleted ? ServerError() : error ? error : now.error;
    m_journal.after(m_entry,
                    outcome == Outcome::Deleted  ? HistoryOutcome::Done
                    : outcome == Outcome::Failed ? HistoryOutcome::Failed
                                                 : HistoryOutcome::Unknown,
                    now.plugin, why ? why.text() : QString());
    m_journal.endRun(m_run);
    end(outcome, why);
}

void RecordedDelete::end(Outcome outcome, const ServerError &error)
{
    m_result.outcome = outcome;
    m_result.error = error;
    emit finished(m_result);
    deleteLater();
}

} // namespace owui
