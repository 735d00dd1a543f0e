// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "commandline/arguments/exitcode.h"

#include <QObject>

namespace owui {

/// What one call of the program does. `finished` comes once, from the event loop.
class Command : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Command)

public:
    using QObject::QObject;
    ~Command() override = default;

    /// Called once, from the event loop. May read files first, blocking: nothing else runs then.
    virtual void start() = 0;

signals:
    void finished(owui::ExitCode code);
};

} // namespace owui
