// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "practice/pluginroutes.h"

namespace owui {

/// /api/v1/functions: lists, create, look-up, update, switches, delete (contract 1.2, 2.3, 3.1 to 3.4).
class FunctionRoutes final : public PluginRoutes
{
public:
    FunctionRoutes(PracticeContext &context, PluginLoader &loader);

    bool handle(const PracticeRequest &request, const Answer &answer) override;

protected:
    void store(StoredPlugin &plugin, const PluginForm &form, const LoadOutcome &outcome, Change change) const override;
    void storeLate(StoredPlugin &plugin, const LoadOutcome &outcome) const override;
    [[nodiscard]] HttpAnswer missing() const override;

private:
    void update(const PracticeRequest &request, const Caller &caller, const Answer &answer);
    void change(const QString &id, bool StoredPlugin::*field, const Answer &answer);
    [[nodiscard]] HttpAnswer list(ResponseShape shape) const;
    [[nodiscard]] HttpAnswer exportAll(bool withValves) const;
};

} // namespace owui
