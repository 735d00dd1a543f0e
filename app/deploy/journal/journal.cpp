// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "deploy/journal/journal.h"

#include <QObject>
#include <QUuid>

#include <utility>

namespace owui {

JournalRun JournalRun::make(HistoryRunKind kind, const QString &takesBack)
{
    return {.id = QUuid::createUuid().toString(QUuid::WithoutBraces), .kind = kind, .takesBack = takesBack};
}

void Journal::allSentTexts(const QString & /*serverOrigin*/, QObject *context,
                           std::function<void(const SentTexts &)> done)
{
    QMetaObject::invokeMethod(
        context, [done = std::move(done)] { done({}); }, Qt::QueuedConnection);
}

} // namespace owui
