// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "deploy/job/blindrule.h"

#include "deploy/journal/journal.h"

#include <QObject>
#include <QPointer>

namespace owui {

namespace {

/// As a small server does that knows the two POST routes only, and a proxy while the server behind it starts.
bool offersNoRoute(const ServerError &error)
{
    return error.httpStatus == 404 || error.httpStatus == 405 || error.httpStatus == 501;
}

} // namespace

void askWhetherBlind(const ServerSigns &signs, QObject *context, const std::function<void(bool isBlind)> &done)
{
    if (signs.release.isKnown() || !offersNoRoute(signs.releaseError)) {
        done(false);
        return;
    }
    signs.askExport([signs, context = QPointer(context), done](const ServerError &error) {
        if (!context) {
            return;
        }
        if (!offersNoRoute(error) || signs.journal == nullptr) {
            done(offersNoRoute(error));
            return;
        }
        signs.journal->release(signs.origin, context, [done](const QString &release) { done(release.isEmpty()); });
    });
}

} // namespace owui
