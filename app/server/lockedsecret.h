// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>
#include <QString>

#include <functional>

namespace owui {

/// Whether the desktop's key store has an entry that it keeps locked: libsecret finds none then where nobody can be
/// asked to unlock it, as over SSH. Asks the Secret Service over D-Bus without starting one; no answer within some
/// seconds means no. `done` is called once, from the event loop, if `context` still lives.
void findLockedSecret(const QString &service, const QString &key, QObject *context, std::function<void(bool)> done);

} // namespace owui
