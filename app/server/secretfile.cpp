// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "server/secretfile.h"

#include "files/filereading.h"
#include "files/filewriter.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

struct SecretFileTexts
{
    Q_DECLARE_TR_FUNCTIONS(SecretFile)
};

constexpr qint64 mostBytes = 16 * 1024 * 1024;
constexpr QFileDevice::Permissions privateFile = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

} // namespace

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

Result<std::optional<Credential>> SecretFile::read(const QString &id) const
{
    const Result<QJsonObject> all = readAll();
    if (!all) {
        return all.error();
    }
    return credentialFromJson(all.value().value(id).toObject());
}

std::optional<Problem> SecretFile::write(const QString &id, const Credential &credential) const
{
    Result<QJsonObject> all = readAll();
    if (!all) {
        return all.error();
    }
    all.value().insert(id, toJson(credential));
    return writeAll(all.value());
}

std::optional<Problem> SecretFile::remove(const QString &id) const
{
    Result<QJsonObject> all = readAll();
    if (!all) {
        return all.error();
    }
    if (!all.value().contains(id)) {
        return std::nullopt;
    }
    all.value().remove(id);
    // An empty file would be left otherwise. Where it cannot be deleted, it is written without the key.
    return all.value().isEmpty() && QFile::remove(m_path) ? std::nullopt : writeAll(all.value());
}

Result<QJsonObject> SecretFile::readAll() const
{
    if (!QFileInfo::exists(m_path)) {
        return QJsonObject();
    }
    const Result<QByteArray, QString> bytes = readFile(m_path, {.most = mostBytes});
    if (!bytes) {
        return Problem{.text =
                           SecretFileTexts::tr("The file of keys %1 cannot be read: %2.").arg(m_path, bytes.error()),
                       .remedy = SecretFileTexts::tr("See to it that you may read and write it.")};
    }
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(bytes.value(), &error);
    if (!document.isObject()) {
        const QString reason = error.error == QJsonParseError::NoError
                                   ? SecretFileTexts::tr("it is no list of connections")
                                   : error.errorString();
        return Problem{.text = SecretFileTexts::tr("The file of keys %1 is broken: %2.").arg(m_path, reason),
                       .remedy = SecretFileTexts::tr("Mend the file, or move it away and enter the keys again.")};
    }
    return document.object();
}

std::optional<Problem> SecretFile::writeAll(const QJsonObject &all) const
{
    const bool hasFolder = QDir().mkpath(QFileInfo(m_path).path());
    const QByteArray bytes = QJsonDocument(all).toJson();
    if (hasFolder && writeFile(m_path, bytes, {.permissions = privateFile}).isEmpty()) {
        return std::nullopt;
    }
    return Problem{.text = SecretFileTexts::tr("The file of keys %1 cannot be written.").arg(m_path),
                   .remedy = SecretFileTexts::tr("Check that you may write there.")};
}

} // namespace owui
