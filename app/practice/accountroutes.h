// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "practice/practicerequest.h"

#include <QtGlobal>

namespace owui {

/// What is neither a function nor a tool: release, health, configuration, account, models, code check (contract 1.4).
class AccountRoutes final
{
    Q_DISABLE_COPY_MOVE(AccountRoutes)

public:
    AccountRoutes(PracticeContext &context, PluginLoader &loader);

    /// `request` holds the whole path. False if there is no such route; `answer` was not used then.
    bool handle(const PracticeRequest &request, const Answer &answer);

private:
    using Caller = PracticeAccounts::Caller;

    bool handlePublic(const PracticeRequest &request, const Answer &answer);
    [[nodiscard]] HttpAnswer configuration() const;
    [[nodiscard]] HttpAnswer signIn(const PracticeRequest &request);
    [[nodiscard]] HttpAnswer session(const Caller &caller) const;
    [[nodiscard]] HttpAnswer apiKey(const PracticeRequest &request, const Caller &caller) const;
    [[nodiscard]] HttpAnswer models();
    void format(const PracticeRequest &request, const Caller &caller, const Answer &answer);

    PracticeContext &m_context;
    PluginLoader &m_loader;
};

} // namespace owui
