// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "server/envfile.h"

#include <functional>

class QWidget;

namespace owui {

/// Asks over `window` for a `.env` of the scripts people used before, shows what is in it (never the key), and hands
/// over address and key of that one file. Does not wait; the file is read on the pool.
void importEnv(const QString &folder, QWidget *window, const std::function<void(const EnvFile &)> &take);

} // namespace owui
