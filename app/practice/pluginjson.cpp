// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "practice/pluginjson.h"

using namespace Qt::StringLiterals;

namespace owui {

namespace {

QJsonObject metaOf(const StoredPlugin &plugin, const PracticeRelease &release)
{
    QJsonObject meta = plugin.meta;
    if (!meta.contains(u"description"_s)) {
        meta.insert(u"description"_s, QJsonValue::Null);
    }
    meta.insert(u"manifest"_s, plugin.manifest);
    if (plugin.space == PluginSpace::Function) {
        if (plugin.toggle) {
            meta.insert(u"toggle"_s, *plugin.toggle);
        }
    } else if (release.isAtLeast11()) {
        meta.insert(u"has_user_valves"_s, plugin.hasUserValves);
        meta.insert(u"i18n"_s, QJsonValue::Null);
    }
    return meta;
}

/// In function lists up to 0.9 the owner is the whole user, later the four fields of Account::toJson.
QJsonObject wholeUser(const PracticeAccounts::Account &account, qint64 since)
{
    QJsonObject user = account.toJson();
    for (const QString &name : {u"username"_s, u"profile_banner_image_url"_s, u"bio"_s, u"gender"_s, u"date_of_birth"_s,
                                u"timezone"_s, u"presence_state"_s, u"status_emoji"_s, u"status_message"_s,
                                u"status_expires_at"_s, u"info"_s, u"settings"_s, u"oauth"_s}) {
        user.insert(name, QJsonValue::Null);
    }
    user.insert(u"profile_image_url"_s, u"/user.png"_s);
    for (const QString &name : {u"last_active_at"_s, u"updated_at"_s, u"created_at"_s}) {
        user.insert(name, since);
    }
    return user;
}

void addFunctionFields(QJsonObject &json, const StoredPlugin &plugin, ResponseShape shape,
                       const PracticeRelease &release)
{
    json.insert(u"type"_s, nameOf(plugin.kind));
    json.insert(u"is_active"_s, plugin.isActive);
    json.insert(u"is_global"_s, plugin.isGlobal);
    const bool listWithSource = shape == ResponseShape::Listed && !release.isAtLeast11();
    if (shape == ResponseShape::Full || shape == ResponseShape::Export || listWithSource) {
        json.insert(u"content"_s, plugin.content);
    }
}

void addToolFields(QJsonObject &json, const StoredPlugin &plugin, ResponseShape shape, const PracticeRelease &release,
                   bool writeAccess)
{
    if (release.hasAccessGrants()) {
        json.insert(u"access_grants"_s, plugin.accessGrants);
    } else {
        json.insert(u"access_control"_s, plugin.accessControl);
    }
    if (shape == ResponseShape::Created) {
        return;
    }
    json.insert(u"specs"_s, plugin.specs);
    const bool listed = shape == ResponseShape::Listed || shape == ResponseShape::ListedWithAccess;
    const bool hidden = release.isAtLeast11() && (listed || !writeAccess);
    json.insert(u"content"_s, hidden ? QJsonValue(QJsonValue::Null) : QJsonValue(plugin.content));
    if (shape == ResponseShape::WithUser) {
        json.insert(u"user"_s, QJsonValue::Null);
        if (hidden) {
            json.remove(u"content"_s);
        }
    }
    if (shape == ResponseShape::Listed) {
        json.insert(u"has_user_valves"_s, plugin.hasUserValves);
    }
    if (shape == ResponseShape::WithUser || shape == ResponseShape::ListedWithAccess) {
        json.insert(u"write_access"_s, writeAccess);
    }
}

} // namespace

QJsonObject pluginJson(const StoredPlugin &plugin, ResponseShape shape, const PracticeRelease &release,
                       const PracticeAccounts &accounts, bool writeAccess)
{
    QJsonObject json{{u"id"_s, plugin.id},
                     {u"user_id"_s, plugin.userId},
                     {u"name"_s, plugin.name},
                     {u"meta"_s, metaOf(plugin, release)},
                     {u"updated_at"_s, plugin.updatedAt},
                     {u"created_at"_s, plugin.createdAt}};
    if (release.hasVersions()) {
        json.insert(u"version_id"_s, plugin.versionId);
    }
    if (plugin.space == PluginSpace::Function) {
        addFunctionFields(json, plugin, shape, release);
    } else {
        addToolFields(json, plugin, shape, release, writeAccess);
    }
    const PracticeAccounts::Account *owner = accounts.find(plugin.userId);
    if (owner && (shape == ResponseShape::Listed || shape == ResponseShape::ListedWithAccess)) {
        const bool whole = plugin.space == PluginSpace::Function && !release.isAtLeast11();
        json.insert(u"user"_s, whole ? wholeUser(*owner, plugin.createdAt) : owner->toJson());
    }
    return json;
}

} // namespace owui
