// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "practice/pluginroutes.h"

namespace owui {

/// /api/v1/tools: lists, create, look-up, update, access, delete (contract 1.3, 2.4, 3.7).
class ToolRoutes final : public PluginRoutes
{
public:
    ToolRoutes(PracticeContext &context, PluginLoader &loader);

    bool handle(const PracticeRequest &request, const Answer &answer) override;

    /// Admins and the owner, and whom a grant or, up to 0.7.2, access_control names.
    [[nodiscard]] static bool mayRead(const StoredPlugin &tool, const PracticeAccounts::Account &account,
                                      const PracticeRelease &release);
    [[nodiscard]] static bool mayWrite(const StoredPlugin &tool, const PracticeAccounts::Account &account,
                                       const PracticeRelease &release);

protected:
    void store(StoredPlugin &tool, const PluginForm &form, const LoadOutcome &outcome, Change change) const override;
    [[nodiscard]] HttpAnswer missing() const override;

private:
    void update(const PracticeRequest &request, const Caller &caller, const Answer &answer);
    void setGrants(StoredPlugin &tool, const QJsonArray &grants) const;
    [[nodiscard]] HttpAnswer get(const QString &id, const Caller &caller) const;
    [[nodiscard]] HttpAnswer updateAccess(const PracticeRequest &request, const Caller &caller) const;
    [[nodiscard]] HttpAnswer remove(const QString &id, const Caller &caller) const;
    [[nodiscard]] HttpAnswer list(ResponseShape shape, const Caller &caller) const;
    [[nodiscard]] HttpAnswer exportAll(const Caller &caller) const;
};

} // namespace owui
