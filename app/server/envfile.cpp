// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "server/envfile.h"

#include "childprocess.h"
#include "files/filereading.h"
#include "server/connection.h"

#include <QCoreApplication>
#include <QDir>
#include <QMap>
#include <QRegularExpression>

#include <initializer_list>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

constexpr qint64 LargestFile = 64 * 1024;

struct EnvFileTexts
{
    Q_DECLARE_TR_FUNCTIONS(EnvFile)
};

/// Between double quotes a backslash escapes, between single quotes nothing does, and bare a comment begins after a
/// blank.
QString valueOf(QStringView text)
{
    const QStringView trimmed = text.trimmed();
    if (trimmed.startsWith(u'"') || trimmed.startsWith(u'\'')) {
        const QChar quote = trimmed.front();
        QString value;
        for (qsizetype i = 1; i < trimmed.size() && trimmed.at(i) != quote; ++i) {
            if (quote == u'"' && trimmed.at(i) == u'\\' && i + 1 < trimmed.size()) {
                ++i;
            }
            value += trimmed.at(i);
        }
        return value;
    }
    static const QRegularExpression comment(u"(?:\\A|\\s)#.*\\z"_s);
    return trimmed.toString().remove(comment).trimmed();
}

QString firstOf(const QMap<QString, QString> &values, std::initializer_list<QLatin1StringView> names)
{
    for (const QLatin1StringView name : names) {
        if (const QString value = values.value(name); !value.isEmpty()) {
            return value;
        }
    }
    return {};
}

} // namespace

QByteArray headerNameOf(const QString &variable)
{
    const QLatin1StringView prefix(headerVariables);
    return variable.startsWith(prefix) ? variable.sliced(prefix.size()).replace(u'_', u'-').toLatin1() : QByteArray();
}

EnvFile EnvFile::parse(const QByteArray &text)
{
    static const QRegularExpression assignment(u"\\A\\s*(?:export\\s+)?([A-Za-z_][A-Za-z0-9_]*)\\s*=(.*)\\z"_s);
    const QString content = QString::fromUtf8(inUtf8(text));
    QMap<QString, QString> values;
    for (const QString &line : content.split(u'\n')) {
        QString single = line;
        single.remove(u'\r');
        if (const auto match = assignment.match(single); match.hasMatch()) {
            values.insert(match.captured(1), valueOf(match.capturedView(2)));
        }
    }
    EnvFile file{.url = firstOf(values, {"OPENWEBUI_URL"_L1, "OPENWEBUI_BASE_URL"_L1, "url"_L1}),
                 .key = firstOf(values, {"OPENWEBUI_API_KEY"_L1, "api_key"_L1}).toUtf8()};
    for (auto it = values.cbegin(); it != values.cend(); ++it) {
        if (const QByteArray name = headerNameOf(it.key()); !name.isEmpty() && !it.value().isEmpty()) {
            file.headers.append({name, it.value().toUtf8()});
        }
    }
    return file;
}

Result<EnvFile> EnvFile::read(const QString &path)
{
    const Result<QByteArray, QString> text = readFile(path, {.most = LargestFile});
    if (!text) {
        return Problem{.text = EnvFileTexts::tr("The file %1 cannot be read: %2.").arg(path, text.error()),
                       .remedy = EnvFileTexts::tr("Choose the .env file that holds the address and the key.")};
    }
    return parse(text.value());
}

Result<EnvFile> EnvFile::readBoth(const QString &path)
{
    const Result<EnvFile> read = EnvFile::read(path);
    if (!read) {
        return read;
    }
    const EnvFile &file = read.value();
    const QString name = QDir::toNativeSeparators(path);
    if (file.url.isEmpty() && file.key.isEmpty()) {
        return Problem{.text = EnvFileTexts::tr("%1 holds neither an address nor a key.").arg(name),
                       .remedy =
                           EnvFileTexts::tr("Looked for: url, OPENWEBUI_URL or OPENWEBUI_BASE_URL, and api_key or "
                                            "OPENWEBUI_API_KEY.")};
    }
    if (file.url.isEmpty() || file.key.isEmpty()) {
        return Problem{
            .text = file.key.isEmpty() ? EnvFileTexts::tr("%1 holds the address %2 but no key.").arg(name, file.url)
                                       : EnvFileTexts::tr("%1 holds a key but no address.").arg(name),
            .remedy = (file.key.isEmpty() ? EnvFileTexts::tr("Add the line OPENWEBUI_API_KEY=KEY to it.")
                                          : EnvFileTexts::tr("Add the line OPENWEBUI_URL=ADDRESS to it.")) +
                      u' ' +
                      EnvFileTexts::tr("Address and key are only taken together from one file, so that no key "
                                       "reaches a server that it was not meant for.")};
    }
    if (const Result<QUrl> url = normalizedServerUrl(file.url); !url) {
        return Problem{.text = EnvFileTexts::tr("The address in %1 cannot be used. %2").arg(name, url.error().text),
                       .remedy = url.error().remedy};
    }
    return read;
}

} // namespace owui
