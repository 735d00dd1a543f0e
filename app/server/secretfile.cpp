// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "server/secretfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace owui {

QJsonObject toJson(const Credential &credential)
{
    QJsonArray headers;
    for (const auto &[name, value] : credential.extraHeaders) {
        headers.append(QJsonArray{QString::fromUtf8(name), QString::fromUtf8(value)});
    }
    QJsonObject json{{u"origin"_s, credential.origin},
                     {u"secret"_s, QString::fromUtf8(credential.secret)},
                     {u"extraHeaders"_s, headers}};
    if (credential.expires.isValid()) {
        json.insert("expires"_L1, credential.expires.toUTC().toString(Qt::ISODate));
    }
    return json;
}

std::optional<Credential> credentialFromJson(const QJsonObject &json)
{
    Credential credential{
        .secret = json.value("secret"_L1).toString().toUtf8(),
        .origin = json.value("origin"_L1).toString(),
        .expires = QDateTime::fromString(json.value("expires"_L1).toString(), Qt::ISODate),
        .extraHeaders = {},
    };
    for (const QJsonValue &entry : json.value("extraHeaders"_L1).toArray()) {
        const QJsonArray header = entry.toArray();
        credential.extraHeaders.append({header.at(0).toString().toUtf8(), header.at(1).toString().toUtf8()});
    }
    return credential.origin.isEmpty() ? std::nullopt : std::optional(credential);
}

SecretFile::SecretFile(const QString &folder)
    : m_path(QDir(folder).filePath(u"secrets.json"_s))
{
}

std::optional<Credential> SecretFile::read(const QString &id) const
{
    return credentialFromJson(readAll().value(id).toObject());
}

bool SecretFile::write(const QString &id, const Credential &credential) const
{
    QJsonObject all = readAll();
    all.insert(id, toJson(credential));
    return writeAll(all);
}

bool SecretFile::remove(const QString &id) const
{
    QJsonObject all = readAll();
    if (!all.contains(id)) {
        return true;
    }
    all.remove(id);
    return all.isEmpty() ? QFile::remove(m_path) : writeAll(all);
}

QJsonObject SecretFile::readAll() const
{
    QFile file(m_path);
    if (!QFileInfo(m_path).isFile() || !file.open(QIODevice::ReadOnly)) {
        return {};
    }
    return QJsonDocument::fromJson(file.readAll()).object();
}

bool SecretFile::writeAll(const QJsonObject &all) const
{
    if (!QDir().mkpath(QFileInfo(m_path).path())) {
        return false;
    }
    QSaveFile file(m_path);
    // The rights come before the first byte; the file appears under its name only when it is whole.
    constexpr QFileDevice::Permissions Private = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(Private)) {
        return false;
    }
    const QByteArray bytes = QJsonDocument(all).toJson();
    return file.write(bytes) == bytes.size() && file.commit();
}

} // namespace owui
