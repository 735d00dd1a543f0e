// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "practice/practicerequest.h"

#include <QtGlobal>

namespace owui {

/// …/id/ID/valves, …/valves/spec and …/valves/update of functions and of tools (contract 3.6).
class ValveRoutes final
{
    Q_DISABLE_COPY_MOVE(ValveRoutes)

public:
    explicit ValveRoutes(PracticeContext &context);

    /// False if there is no such route; `answer` was not used then.
    bool handle(PluginSpace space, const PracticeRequest &request, const Answer &answer);

private:
    [[nodiscard]] HttpAnswer update(StoredPlugin *plugin, const PracticeRequest &request) const;

    PracticeContext &m_context;
};

} // namespace owui
