// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "server/openwebui.h"
#include "support/fakeserver.h"

#include <memory>

namespace owui::test {

/// Who asks a scripted server. `network` must outlive it.
inline std::unique_ptr<OpenWebUi> clientOf(const FakeServer &server, QNetworkAccessManager &network)
{
    using namespace Qt::StringLiterals;
    const Connection connection{.id = u"c"_s, .name = u"fake"_s, .url = server.url()};
    return std::make_unique<OpenWebUi>(network, connection,
                                       Credential{.secret = "sk-secret", .origin = originOf(connection.url)});
}

} // namespace owui::test
