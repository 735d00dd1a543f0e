// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "commandline/input/target.h"

#include "commandline/arguments/texts.h"
#include "files/filereading.h"
#include "server/envfile.h"
#include "server/networksetup.h"

#include <QDir>
#include <QFileInfo>
#include <QSslCertificate>

#include <algorithm>
#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

constexpr qint64 maximumKeyFile = 64 * 1024; // bytes; a session token has a few hundred
constexpr std::chrono::seconds keyPatience{10};

std::optional<Problem> problemOfKey(const QByteArray &key, const QString &source)
{
    if (key.isEmpty()) {
        return Problem{tr("The key from %1 is empty.").arg(source), {}};
    }
    // Anything else would break the header that carries it. Quotes and a name come along when a line of a .env is
    // copied, and the server would only say that it does not know the key.
    const bool isLine = key.startsWith('"') || key.startsWith('\'') || key.startsWith("OPENWEBUI_API_KEY=") ||
                        key.startsWith("api_key=");
    if (isLine || !std::ranges::all_of(key, [](char byte) { return byte > 0x20 && byte < 0x7F; })) {
        return Problem{tr("The key from %1 has quotes, blanks, line breaks or letters that no key has.").arg(source),
                       tr("Give the key alone, without quotes or a name before it.")};
    }
    return {};
}

Headers headersOf(const QProcessEnvironment &environment)
{
    Headers headers;
    for (const QString &variable : environment.keys()) {
        const QByteArray name = headerNameOf(variable);
        if (const QString value = environment.value(variable); !name.isEmpty() && !value.isEmpty()) {
            headers.append({name, value.toUtf8()});
        }
    }
    return headers;
}

QString hostAndPort(const QUrl &url)
{
    return url.port() < 0 ? hostText(url) : u"%1:%2"_s.arg(hostText(url), QString::number(url.port()));
}

} // namespace

Result<Target> makeTarget(const QString &url, const QByteArray &key, const QString &source)
{
    const Result<QUrl> normalized = normalizedServerUrl(url);
    if (!normalized) {
        return normalized.error();
    }
    const QByteArray trimmed = inUtf8(key).trimmed();
    if (const std::optional<Problem> problem = problemOfKey(trimmed, source)) {
        return *problem;
    }
    Target target;
    target.connection.name = hostAndPort(normalized.value());
    target.connection.url = normalized.value();
    target.credential.secret = trimmed;
    target.credential.origin = originOf(normalized.value());
    target.source = source;
    return target;
}

Result<Target> withHeaders(const Target &target, const Headers &headers)
{
    Target result = target;
    for (const auto &[name, text] : headers) {
        const QByteArray value = inUtf8(text).trimmed();
        if (value.isEmpty() || !std::ranges::all_of(value, [](char byte) { return byte >= 0x20 && byte < 0x7F; })) {
            return Problem{
                tr("The value of the header “%1” is empty, or has a line break or letters that no header has.")
                    .arg(QString::fromLatin1(name)),
                {}};
        }
        result.connection.extraHeaders.append(QString::fromLatin1(name));
        result.credential.extraHeaders.append({name, value});
    }
    for (const FieldProblem &found : validate(result.connection)) {
        if (found.field == ConnectionField::ExtraHeaders) {
            return found.problem;
        }
    }
    return result;
}

std::optional<Problem> trust(Connection &connection, const QString &file, const QProcessEnvironment &environment)
{
    const auto problemIn = [](const QString &path, const QString &source) -> std::optional<Problem> {
        if (authoritiesIn(path).isEmpty()) {
            return Problem{tr("There is no certificate in “%1”, which %2 names.").arg(path, source),
                           tr("Name a file in PEM format.")};
        }
        return {};
    };
    if (!file.isEmpty()) {
        connection.certificateAuthorityFile = file;
        if (const std::optional<Problem> problem = problemIn(file, u"--ca-file"_s)) {
            return problem;
        }
    }
    for (const QString &name : {u"SSL_CERT_FILE"_s, u"REQUESTS_CA_BUNDLE"_s}) {
        if (const QString path = environment.value(name); !path.isEmpty() && connection.url.scheme() == u"https") {
            connection.systemAuthorities = path;
            return problemIn(path, tr("the variable %1").arg(name));
        }
    }
    return {};
}

Result<QByteArray> readKeyFile(const QString &path)
{
    // A shell writes into a pipe where the key comes from a program: --key-file <(pass show openwebui).
    const Result<QByteArray, QString> text = readFile(path, {.most = maximumKeyFile, .pipePatience = keyPatience});
    if (!text) {
        return Problem{tr("The file “%1” cannot be read: %2.").arg(path, text.error()), {}};
    }
    return text.value();
}

std::optional<Result<Target>> targetFromEnvironment(const QProcessEnvironment &environment)
{
    const QList<std::pair<QString, QString>> pairs = {{u"OPENWEBUI_URL"_s, u"OPENWEBUI_API_KEY"_s},
                                                      {u"OPENWEBUI_BASE_URL"_s, u"OPENWEBUI_API_KEY"_s},
                                                      {u"url"_s, u"api_key"_s}};
    for (const auto &[urlName, keyName] : pairs) {
        const QString url = environment.value(urlName);
        const QString key = environment.value(keyName);
        if (!url.isEmpty() && !key.isEmpty()) {
            const Result<Target> target =
                makeTarget(url, key.toUtf8(), tr("the variables %1 and %2").arg(urlName, keyName));
            return target ? withHeaders(target.value(), headersOf(environment)) : target;
        }
    }
    if (!environment.value(pairs.first().first).isEmpty()) {
        return Result<Target>(Problem{tr("The variable OPENWEBUI_URL is set, but OPENWEBUI_API_KEY is not."),
                                      tr("Set both, or neither: the URL and the key must come from one source.")});
    }
    return {};
}

Result<Target> targetFromEnvFile(const QString &path)
{
    const Result<EnvFile> file = EnvFile::readBoth(path);
    if (!file) {
        return file.error();
    }
    const Result<Target> target = makeTarget(file.value().url, file.value().key, path);
    return target ? withHeaders(target.value(), file.value().headers) : target;
}

std::optional<QString> loneKeyFile(const QString &folder)
{
    QDir directory(folder);
    do {
        const QString path = directory.absoluteFilePath(u".env"_s);
        if (!QFileInfo(path).isFile()) {
            continue;
        }
        const Result<EnvFile> file = EnvFile::read(path);
        const bool isLone = file && file.value().url.isEmpty() && !file.value().key.isEmpty();
        return isLone ? std::optional(path) : std::nullopt;
    } while (directory.cdUp());
    return {};
}

std::optional<Result<Target>> targetBeside(const QString &folder)
{
    QDir directory(folder);
    QString incomplete;
    do {
        const QString path = directory.absoluteFilePath(u".env"_s);
        // A folder of this name is a virtual environment.
        if (!QFileInfo(path).isFile()) {
            continue;
        }
        const Result<EnvFile> file = EnvFile::read(path);
        const bool hasUrl = file && !file.value().url.isEmpty();
        const bool hasKey = file && !file.value().key.isEmpty();
        if (!file || (hasUrl && hasKey)) {
            return targetFromEnvFile(path);
        }
        if ((hasUrl || hasKey) && incomplete.isEmpty()) {
            incomplete = path;
        }
    } while (directory.cdUp());
    return incomplete.isEmpty() ? std::nullopt : std::optional(targetFromEnvFile(incomplete));
}

} // namespace owui
