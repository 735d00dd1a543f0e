// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "practice/pluginjson.h"
#include "practice/practicerequest.h"

#include <QtGlobal>

namespace owui {

/// What create and update of functions and tools have in common: what is refused and with which words, and that a
/// plugin is stored once its code was loaded.
class PluginRoutes
{
    Q_DISABLE_COPY_MOVE(PluginRoutes)

public:
    virtual ~PluginRoutes() = default;

    /// False if there is no such route; `answer` was not used then.
    virtual bool handle(const PracticeRequest &request, const Answer &answer) = 0;

protected:
    using Caller = PracticeAccounts::Caller;
    enum class Change { Create, Update };

    /// What the server says where the loaded code gives no reason.
    struct Details
    {
        QString createFailed;
        QString idTakenMeanwhile;
        QString updateFailed;
    };

    PluginRoutes(PluginSpace space, const Details &details, PracticeContext &context, PluginLoader &loader);

    void create(const PracticeRequest &request, const Caller &caller, const Answer &answer);
    /// Loads the form's code and stores both under `id`.
    void loadUpdate(const QString &id, const PluginForm &form, const Caller &caller, const Answer &answer);
    [[nodiscard]] HttpAnswer full(const StoredPlugin &plugin) const;

    /// Takes what only functions or only tools have from the form.
    virtual void store(StoredPlugin &plugin, const PluginForm &form, const LoadOutcome &outcome,
                       Change change) const = 0;
    /// What is stored only after the answer was made.
    virtual void storeLate(StoredPlugin & /*plugin*/, const LoadOutcome & /*outcome*/) const {}
    /// For an update of what is not there, or is not there any more.
    [[nodiscard]] virtual HttpAnswer missing() const = 0;

    PracticeContext &m_context;

private:
    void insert(const PluginForm &form, const Caller &caller, const LoadOutcome &outcome, const Answer &answer);
    void replace(const QString &id, const PluginForm &form, const Caller &caller, const LoadOutcome &outcome,
                 const Answer &answer);

    PluginSpace m_space;
    Details m_details;
    PluginLoader &m_loader;
};

} // namespace owui
