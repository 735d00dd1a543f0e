// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "server/envfile.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QRegularExpression>

#include <initializer_list>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

constexpr qint64 LargestFile = 64 * 1024;

struct Texts
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

QString firstOf(const QHash<QString, QString> &values, std::initializer_list<QLatin1StringView> names)
{
    for (const QLatin1StringView name : names) {
        if (const QString value = values.value(name); !value.isEmpty()) {
            return value;
        }
    }
    return {};
}

} // namespace

EnvFile EnvFile::parse(const QByteArray &text)
{
    static const QRegularExpression assignment(u"\\A\\s*(?:export\\s+)?([A-Za-z_][A-Za-z0-9_]*)\\s*=(.*)\\z"_s);
    QString content = QString::fromUtf8(text);
    if (content.startsWith(QChar::ByteOrderMark)) {
        content.remove(0, 1);
    }
    QHash<QString, QString> values;
    for (const QString &line : content.split(u'\n')) {
        QString single = line;
        single.remove(u'\r');
        if (const auto match = assignment.match(single); match.hasMatch()) {
            values.insert(match.captured(1), valueOf(match.capturedView(2)));
        }
    }
    return {.url = firstOf(values, {"OPENWEBUI_URL"_L1, "OPENWEBUI_BASE_URL"_L1, "url"_L1}),
            .key = firstOf(values, {"OPENWEBUI_API_KEY"_L1, "api_key"_L1}).toUtf8()};
}

Result<EnvFile> EnvFile::read(const QString &path)
{
    // Only a regular file: opening a pipe would wait for its other end.
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly)) {
        return Problem{.text = Texts::tr("The file %1 cannot be read.").arg(path),
                       .remedy = Texts::tr("Check that it exists and that you may read it.")};
    }
    if (file.size() > LargestFile) {
        return Problem{.text = Texts::tr("The file %1 is too large for a list of settings.").arg(path),
                       .remedy = Texts::tr("Choose the .env file that holds the address and the key.")};
    }
    return parse(file.read(LargestFile));
}

} // namespace owui
