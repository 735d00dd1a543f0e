// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace owui {

/// By OpenSSL, which takes a tenth of QCryptographicHash's time. Texts of plugins are hashed several times each.
[[nodiscard]] QByteArray sha256(QByteArrayView bytes);

} // namespace owui
