// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/run/historymodel.h"

#include "ui/parts/icons.h"
#include "ui/parts/plaintext.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace owui {
namespace {

QIcon outcomeIcon(const HistoryMoment &moment)
{
    if (!moment.entry) {
        return themedIcon(u"server"_s);
    }
    switch (moment.entry->after.outcome) {
    case HistoryOutcome::Done:
        return toneIcon(Tone::Good);
    case HistoryOutcome::Failed:
        return toneIcon(Tone::Bad);
    case HistoryOutcome::Sent:
    case HistoryOutcome::Unknown:
        return toneIcon(Tone::Warning);
    case HistoryOutcome::NotSent:
        break;
    }
    return themedIcon(u"cancel"_s);
}

// Everything that was sent together has the same text here.
QString runText(const HistoryMoment &moment)
{
    if (!moment.entry) {
        return {};
    }
    const QString when = QLocale().toString(moment.entry->runStarted.toLocalTime(), QLocale::ShortFormat);
    switch (moment.entry->runKind) {
    case HistoryRunKind::Deploy:
        return HistoryModel::tr("deployment of %1", "a time").arg(when);
    case HistoryRunKind::Undo:
        return HistoryModel::tr("undone at %1", "a time").arg(when);
    case HistoryRunKind::GoBack:
        return HistoryModel::tr("taken back at %1", "a time").arg(when);
    case HistoryRunKind::Other:
        break;
    }
    return HistoryModel::tr("on its own", "a change");
}

// Who and why as the server keeps it, and what the server said to us.
QString noteText(const HistoryMoment &moment)
{
    QStringList parts;
    if (moment.version) {
        parts.append(moment.version->author);
        parts.append(moment.version->message);
    }
    if (moment.entry) {
        parts.append(moment.entry->after.message);
    }
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

} // namespace

void HistoryModel::setMoments(const QList<HistoryMoment> &moments)
{
    if (moments == m_moments) {
        return;
    }
    beginResetModel();
    m_moments = moments;
    endResetModel();
}

int HistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_moments.size());
}

int HistoryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const HistoryMoment &moment = m_moments.at(index.row());
    if (role == Qt::DecorationRole && index.column() == WhatColumn) {
        return outcomeIcon(moment);
    }
    if (role == Qt::ToolTipRole && index.column() == NoteColumn) {
        return plainToolTip(noteText(moment));
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (index.column()) {
    case WhenColumn:
        return QLocale().toString(moment.when().toLocalTime(), QLocale::ShortFormat);
    case WhatColumn:
        return moment.live ? tr("%1 (now)", "what happened, still so").arg(moment.what()) : moment.what();
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

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case WhenColumn:
        return tr("When");
    case WhatColumn:
        return tr("What");
    case FromColumn:
        return tr("From");
    case ToColumn:
        return tr("To");
    case RunColumn:
        return tr("With which run");
    case NoteColumn:
        return tr("Who and why");
    default:
        return {};
    }
}

} // namespace owui
