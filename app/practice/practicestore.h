// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "pluginkind.h"
#include "result.h"

#include "practice/plugincode.h"
#include "practice/pluginloader.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

#include <list>
#include <optional>

namespace owui {

/// What one request says about a plugin, once it is known to be well-formed.
struct PluginForm
{
    QString id;
    QString name;
    QString content;
    QJsonObject meta; ///< without manifest and toggle
    std::optional<bool> sentToggle;
    QJsonValue commitMessage = QJsonValue::Null;
    std::optional<QJsonValue> accessControl; ///< as sent, also null
    std::optional<QJsonValue> accessGrants;
};

/// One entry of a plugin's history, since 0.12.
struct PluginVersion
{
    QString id;
    QJsonValue parentId = QJsonValue::Null;
    QString userId;
    QJsonValue commitMessage = QJsonValue::Null;
    qint64 createdAt = 0;
    QString name;
    QString content;
    QJsonObject meta;
};

/// One function or tool as the server keeps it.
struct StoredPlugin
{
    PluginSpace space = PluginSpace::Function;
    PluginKind kind{};
    QString id;
    QString userId;
    QString name;
    QString content;
    QJsonObject meta; ///< description and extra keys, as sent
    QJsonObject manifest;
    std::optional<bool> toggle; ///< absent where meta has no such key
    bool hasUserValves = false;
    bool isActive = false;
    bool isGlobal = false;
    QList<ValveField> valveFields;
    std::optional<QJsonObject> valves;
    QJsonArray specs;
    QJsonValue accessControl = QJsonValue::Null;
    QJsonArray accessGrants;
    qint64 createdAt = 0;
    qint64 updatedAt = 0;
    QString versionId;
    std::list<PluginVersion> versions; ///< in the order in which they were made

    /// Takes over what loading the form's code gave. Kind, text, header and valves change together or not at all.
    void apply(const PluginForm &form, const LoadOutcome &outcome);
    /// A new version unless name, text and meta are those of the present one.
    void recordVersion(const PluginForm &form, const QString &authorId);
    [[nodiscard]] const PluginVersion *findVersion(const QString &versionId) const;
};

/// All functions and tools, in memory. Pointers stay valid until their plugin is removed.
class PracticeStore final
{
    Q_DISABLE_COPY_MOVE(PracticeStore)

public:
    PracticeStore() = default;

    [[nodiscard]] StoredPlugin *find(PluginSpace space, const QString &id);
    StoredPlugin *add(StoredPlugin plugin);
    bool remove(PluginSpace space, const QString &id);
    /// In the order in which they were created.
    [[nodiscard]] std::list<StoredPlugin> &all(PluginSpace space);
    /// As lists and exports show them: latest change first.
    [[nodiscard]] QList<const StoredPlugin *> latestFirst(PluginSpace space);

    [[nodiscard]] static qint64 now(); ///< seconds since the epoch
    [[nodiscard]] static QString newId();

private:
    std::list<StoredPlugin> m_functions;
    std::list<StoredPlugin> m_tools;
};

} // namespace owui
