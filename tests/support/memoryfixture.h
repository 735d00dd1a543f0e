// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "support/deployfixture.h"
#include "support/memoryserver.h"

namespace owui::test {

/// Deploys to a server in this process, whose answers a test can write and whose requests it sees come in.
class MemoryFixture final : public DeployFixture
{
    Q_DISABLE_COPY_MOVE(MemoryFixture)

public:
    MemoryFixture()
    {
        const QUrl url = memory.server().url();
        setServer({.id = QStringLiteral("c"), .name = QStringLiteral("memory"), .url = url},
                  {.secret = "sk-memory", .origin = originOf(url)});
    }

    MemoryServer memory{"sk-memory"};
};

} // namespace owui::test
