// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "deploy/journal/journal.h"

#include <QUuid>

namespace owui {

JournalRun JournalRun::make(HistoryRunKind kind, const QString &takesBack)
{
    return {.id = QUuid::createUuid().toString(QUuid::WithoutBraces), .kind = kind, .takesBack = takesBack};
}

} // namespace owui
