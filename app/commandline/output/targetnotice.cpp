// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "commandline/output/targetnotice.h"

#include "commandline/arguments/texts.h"
#include "commandline/input/target.h"
#include "commandline/output/console.h"

using namespace Qt::StringLiterals;

namespace owui {

void showTarget(const Target &target, Console &console)
{
    const QString url = target.connection.url.toString(QUrl::RemoveUserInfo);
    if (console.verbosity() != Verbosity::Quiet) {
        const QString text = tr("Server: %1, with the key from %2.").arg(url, target.source);
        console.complain(text, Tone::Faint);
    }
    if (isReadableOnTheWay(target.connection.url)) {
        console.complain(tr("Warning: %1 is plain http, so everyone on the way can read the key.").arg(url),
                         Tone::Warning);
    }
}

} // namespace owui
