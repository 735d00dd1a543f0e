// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "result.h"

#include "practice/pluginloader.h"
#include "practice/practiceaccounts.h"
#include "practice/practicestore.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

#include <optional>

namespace owui {

/// What every group of routes works with. All of it outlives them.
struct PracticeContext
{
    PracticeRelease release;
    PracticeAccounts accounts;
    PracticeStore store;
    EventLoopGate gate;
};

/// One request on its way to a route.
class PracticeRequest final
{
public:
    PracticeRequest(const HttpCall &call, const QStringList &path);

    [[nodiscard]] const HttpCall &call() const { return m_call; }
    /// Below /api/v1/functions/ or the like, cut at slashes.
    [[nodiscard]] const QStringList &path() const { return m_path; }
    /// True for this verb and this path; "*" stands for any one part.
    [[nodiscard]] bool is(const char *method, std::initializer_list<QStringView> path) const;

    /// Who asks. Broken JSON is refused before anything else, as FastAPI does.
    [[nodiscard]] Result<PracticeAccounts::Caller, HttpAnswer> caller(PracticeContext &context) const;
    /// The same for admins only.
    [[nodiscard]] Result<PracticeAccounts::Caller, HttpAnswer> adminCaller(PracticeContext &context) const;

    /// The body as an object, or what refuses it.
    [[nodiscard]] Result<QJsonObject, HttpAnswer> object() const;
    /// The body of create and update.
    [[nodiscard]] Result<PluginForm, HttpAnswer> form(PluginSpace space, const PracticeRelease &release) const;

private:
    [[nodiscard]] bool saysJson() const;
    void parseBody();

    HttpCall m_call;
    QStringList m_path;
    QJsonDocument m_document;           ///< null where the body is no object and no array
    std::optional<HttpAnswer> m_broken; ///< the body calls itself JSON and is not
};

} // namespace owui
