// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "practice/pluginjson.h"
#include "practice/practicerequest.h"

#include <QtGlobal>

namespace owui {

/// /api/v1/tools: lists, create, look-up, update, access, delete (contract 1.3, 2.4, 3.7).
class ToolRoutes final
{
    Q_DISABLE_COPY_MOVE(ToolRoutes)

public:
    ToolRoutes(PracticeContext &context, PluginLoader &loader);

    /// False if there is no such route; `answer` was not used then.
    bool handle(const PracticeRequest &request, const Answer &answer);

    /// Admins and the owner, and whom a grant or, up to 0.7.2, access_control names.
    [[nodiscard]] static bool mayRead(const StoredPlugin &tool, const PracticeAccounts::Account &account,
                                      const PracticeRelease &release);
    [[nodiscard]] static bool mayWrite(const StoredPlugin &tool, const PracticeAccounts::Account &account,
                                       const PracticeRelease &release);

private:
    using Caller = PracticeAccounts::Caller;

    void create(const PracticeRequest &request, const Caller &caller, const Answer &answer);
    void insert(const PluginForm &form, const Caller &caller, const LoadOutcome &outcome, const Answer &answer);
    void update(const PracticeRequest &request, const Caller &caller, const Answer &answer);
    void replace(const QString &id, const PluginForm &form, const Caller &caller, const LoadOutcome &outcome,
                 const Answer &answer);
    void setGrants(StoredPlugin &tool, const QJsonArray &grants) const;
    [[nodiscard]] HttpAnswer get(const QString &id, const Caller &caller) const;
    [[nodiscard]] HttpAnswer updateAccess(const PracticeRequest &request, const Caller &caller) const;
    [[nodiscard]] HttpAnswer remove(const QString &id, const Caller &caller) const;
    [[nodiscard]] HttpAnswer list(ResponseShape shape, const Caller &caller) const;
    [[nodiscard]] HttpAnswer exportAll(const Caller &caller) const;
    [[nodiscard]] HttpAnswer full(const StoredPlugin &tool) const;

    PracticeContext &m_context;
    PluginLoader &m_loader;
};

} // namespace owui
