// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "practice/pluginjson.h"
#include "practice/practicerequest.h"

#include <QtGlobal>

namespace owui {

/// The versions of functions and tools, since 0.12 (contract 7).
class HistoryRoutes final
{
    Q_DISABLE_COPY_MOVE(HistoryRoutes)

public:
    HistoryRoutes(PracticeContext &context, PluginLoader &loader);

    /// False if there is no such route; `answer` was not used then.
    bool handle(PluginSpace space, const PracticeRequest &request, const Answer &answer);

private:
    [[nodiscard]] QJsonObject entry(const StoredPlugin &plugin, const PluginVersion &version) const;
    [[nodiscard]] HttpAnswer list(const StoredPlugin &plugin, const PracticeRequest &request) const;
    [[nodiscard]] HttpAnswer diff(const StoredPlugin &plugin, const PracticeRequest &request) const;
    [[nodiscard]] HttpAnswer remove(StoredPlugin &plugin, const QString &versionId) const;
    void restore(StoredPlugin &plugin, const PracticeRequest &request, const Answer &answer);

    PracticeContext &m_context;
    PluginLoader &m_loader;
};

} // namespace owui
