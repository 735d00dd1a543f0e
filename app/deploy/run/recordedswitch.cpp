// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "deploy/run/recordedswitch.h"

#include "deploy/job/functionswitch.h"
#include "deploy/journal/journal.h"

#include <QPointer>

namespace owui {

RecordedSwitch::RecordedSwitch(OpenWebUi &server, Journal *journal, const ServerPlugin &present, const QString &path,
                               bool wanted, QObject *parent)
    : QObject(parent)
    , m_server(server)
    , m_journal(journal)
    , m_present(present)
    , m_path(path)
    , m_wanted(wanted)
{
}

void RecordedSwitch::start()
{
    if (m_journal == nullptr || m_present.active == m_wanted) {
        flip();
        return;
    }
    const JournalChange change{.run = JournalRun::make(HistoryRunKind::Other),
                               .serverOrigin = originOf(m_server.connection().url),
                               .change = HistoryChange::Toggle,
                               .space = PluginSpace::Function,
                               .id = m_present.id,
                               .title = m_present.name,
                               .path = m_path,
                               .looked = true,
                               .present = m_present};
    m_run = change.run.id;
    m_journal->before(change, [self = QPointer(this), journal = m_journal](const JournalReceipt &receipt) {
        if (!self) {
            if (receipt.entry != 0) {
                journal->after(receipt.entry, HistoryOutcome::NotSent, {}, {});
            }
            return;
        }
        self->m_entry = receipt.entry;
        self->m_result.unstored = receipt.problem;
        if (!receipt.problem.isEmpty() && self->m_server.connection().production) {
            self->end(!self->m_wanted, {});
        } else {
            self->flip();
        }
    });
}

void RecordedSwitch::flip()
{
    m_result.sent = true;
    auto *functionSwitch = new FunctionSwitch(m_server, m_present.id, m_wanted, this);
    connect(functionSwitch, &FunctionSwitch::seen, this, &RecordedSwitch::seen);
    connect(functionSwitch, &FunctionSwitch::finished, this, &RecordedSwitch::end);
    functionSwitch->start();
}

void RecordedSwitch::end(bool isOn, const ServerError &error)
{
    m_result.isOn = isOn;
    m_result.error = error;
    if (m_entry != 0) {
        const HistoryOutcome outcome = isOn == m_wanted         ? HistoryOutcome::Done
                                       : error.outcomeUnknown() ? HistoryOutcome::Unknown
                                                                : HistoryOutcome::Failed;
        std::optional<ServerPlugin> now;
        if (outcome != HistoryOutcome::Unknown) {
            now = m_present;
            now->active = isOn;
        }
        m_journal->after(m_entry, outcome, now, error ? error.text() : QString());
        m_journal->endRun(m_run);
    }
    emit finished(m_result);
    deleteLater();
}

} // namespace owui
