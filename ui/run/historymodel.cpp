// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/run/historymodel.h"

#include "ui/parts/icons.h"
#include "ui/parts/plaintext.h"

#include "shorttime.h"

using namespace Qt::StringLiterals;

namespace owui {
namespace {

QIcon outcomeIcon(const HistoryMoment &moment)
{
    if (!moment.entry) {
        return themedIcon(u"server"_s);
    }
    const HistoryOutcome outcome = moment.entry->after.outcome;
    return outcome == HistoryOutcome::NotSent  ? themedIcon(u"cancel"_s)
           : outcome == HistoryOutcome::Done   ? toneIcon(Tone::Good)
           : outcome == HistoryOutcome::Failed ? toneIcon(Tone::Bad)
                                               : toneIcon(Tone::Warning);
}

// When it was is told beside it.
QString runText(const HistoryMoment &moment)
{
    if (!moment.entry) {
        return {};
    }
    const HistoryRunKind kind = moment.entry->runKind;
    return kind == HistoryRunKind::Deploy   ? HistoryModel::tr("deployment")
           : kind == HistoryRunKind::Undo   ? HistoryModel::tr("undo of a deployment")
           : kind == HistoryRunKind::GoBack ? HistoryModel::tr("restored from the history")
                                            : HistoryModel::tr("on its own", "a change");
}

} // namespace

QString HistoryModel::noteText(const HistoryMoment &moment)
{
    QStringList parts;
    if (moment.version) {
        parts.append(moment.version->author);
        parts.append(moment.version->message);
    }
    if (moment.entry && moment.entry->after.outcome != HistoryOutcome::Done) { // which the columns tell
        parts.append(moment.entry->after.message);
    }
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

HistoryModel::HistoryModel(QObject *parent)
    : TableModel({tr("When"), tr("What"), tr("From"), tr("To"), tr("With which run"), tr("Who and why")}, parent)
{
}

void HistoryModel::setMoments(const QList<HistoryMoment> &moments)
{
    if (moments == m_moments) {
        return;
    }
    beginResetModel();
    m_moments = moments;
    endResetModel();
}

QVariant HistoryModel::cell(int row, int column, int role) const
{
    const HistoryMoment &moment = m_moments.at(row);
    if (role == Qt::DecorationRole && column == WhatColumn) {
        return outcomeIcon(moment);
    }
    if (role == Qt::ToolTipRole && column == NoteColumn) {
        return plainToolTip(noteText(moment));
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (column) {
    case WhenColumn:
        return shortMoment(moment.when());
    case WhatColumn:
        return moment.now ? tr("%1 (now)", "what happened, still so").arg(moment.what()) : moment.what();
    case FromColumn:
        return moment.versionFrom();
    case ToColumn:
        return moment.versionTo();
    case RunColumn:
        return runText(moment);
    case NoteColumn:
        return noteText(moment);
    default:
        return {};
    }
}

} // namespace owui
