// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "support/deployfixture.h"

#include "server/practiceprocess.h"

namespace owui::test {

/// Deploys to a practice server of its own.
class PracticeFixture final : public DeployFixture
{
    Q_DISABLE_COPY_MOVE(PracticeFixture)

public:
    PracticeFixture() = default;

    /// Starts the server of a release. False, with a message, where it does not come up.
    [[nodiscard]] bool start(const QString &release, const QStringList &options = {});

private:
    PracticeProcess m_practice;
};

} // namespace owui::test
