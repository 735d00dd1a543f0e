// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "practice/pluginjson.h"
#include "practice/practicerequest.h"

#include <QtGlobal>

namespace owui {

/// /api/v1/functions: lists, create, look-up, update, switches, delete (contract 1.2, 2.3, 3.1 to 3.4).
class FunctionRoutes final
{
    Q_DISABLE_COPY_MOVE(FunctionRoutes)

public:
    FunctionRoutes(PracticeContext &context, PluginLoader &loader);

    /// False if there is no such route; `answer` was not used then.
    bool handle(const PracticeRequest &request, const Answer &answer);

private:
    using Caller = PracticeAccounts::Caller;

    void create(const PracticeRequest &request, const Caller &caller, const Answer &answer);
    void insert(const PluginForm &form, const Caller &caller, const LoadOutcome &outcome, const Answer &answer);
    void update(const PracticeRequest &request, const Caller &caller, const Answer &answer);
    void replace(const QString &id, const PluginForm &form, const Caller &caller, const LoadOutcome &outcome,
                 const Answer &answer);
    void change(const QString &id, bool StoredPlugin::*field, const Answer &answer);
    void setToggle(StoredPlugin &plugin, const PluginForm &form, const LoadOutcome &outcome) const;
    [[nodiscard]] HttpAnswer list(ResponseShape shape) const;
    [[nodiscard]] HttpAnswer exportAll(bool withValves) const;
    [[nodiscard]] HttpAnswer full(const StoredPlugin &plugin) const;

    PracticeContext &m_context;
    PluginLoader &m_loader;
};

} // namespace owui
