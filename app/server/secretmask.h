// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArrayList>
#include <QString>

namespace owui {

/// Takes secrets out of a text that a server wrote: our own credentials, user and password in URLs, pydantic's
/// input_value=…, bearer tokens and sk- keys. Works on the whole text, before any shortening.
[[nodiscard]] QString maskSecrets(const QString &text, const QByteArrayList &ownSecrets = {});

} // namespace owui
