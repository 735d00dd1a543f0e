// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "server/secretmask.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

constexpr char16_t Mask[] = u"•••";

/// Shorter ones would take words out of every text.
constexpr qsizetype ShortestSecret = 4;
/// Parts of these, and their letters with blanks between, are no word of any text.
constexpr qsizetype LongSecret = 12;

/// Letters beyond ASCII as \uXXXX, as Python's json writes them.
QString asciiEscaped(const QString &text)
{
    QString escaped;
    for (const QChar c : text) {
        escaped += c.unicode() < 0x80 ? QString(c) : u"\\u%1"_s.arg(c.unicode(), 4, 16, QChar(u'0'));
    }
    return escaped;
}

/// The letters of base64 that depend on the secret alone, wherever it stands in what was encoded, such as "Bearer KEY".
QStringList insideBase64(const QByteArray &secret)
{
    QStringList variants;
    for (qsizetype before = 0; before < 3; ++before) {
        const QByteArray encoded = (QByteArray(before, ' ') + secret).toBase64(QByteArray::OmitTrailingEquals);
        const qsizetype first = (before * 8 + 5) / 6;
        const qsizetype end = (before + secret.size()) * 8 / 6;
        const QString own = QString::fromLatin1(encoded.sliced(first, end - first));
        variants += {own, QString(own).replace(u'+', u'-').replace(u'/', u'_')};
    }
    return variants;
}

/// The secret as it is, and as it looks inside a URL, JSON or a Python literal.
QStringList variantsOf(const QByteArray &secret)
{
    const QString plain = QString::fromUtf8(secret);
    const QByteArray json = QJsonDocument(QJsonArray{plain}).toJson(QJsonDocument::Compact);
    const QString inJson = QString::fromUtf8(json.sliced(2, json.size() - 4));
    const QString percent = QString::fromLatin1(secret.toPercentEncoding());
    QString slashes = inJson;
    QString python = plain;
    QStringList variants{plain,
                         inJson,
                         slashes.replace(u'/', u"\\/"_s),
                         asciiEscaped(inJson),
                         python.replace(u'\\', u"\\\\"_s).replace(u'\'', u"\\'"_s),
                         percent,
                         QString::fromLatin1(secret.toPercentEncoding("/")),
                         QString(percent).replace(u"%20"_s, u"+"_s),
                         QString::fromLatin1(secret.toBase64(QByteArray::OmitTrailingEquals)),
                         QString::fromLatin1(secret.toHex()),
                         QString::fromLatin1(secret.toHex().toUpper())};
    if (secret.size() >= LongSecret) {
        variants += insideBase64(secret);
        if (secret.startsWith("sk-")) {
            variants.append(plain.sliced(3));
        }
    }
    variants.removeDuplicates();
    return variants;
}

/// The letter as itself or escaped: by percent, for JSON, Python and C (once or more often), or as HTML.
QString anyForm(QChar letter)
{
    const QString own = QRegularExpression::escape(QString(letter));
    if (letter.unicode() >= 0x80) {
        return own;
    }
    const QString hex = QString::number(letter.unicode(), 16);
    return u"(?:%1|%%2|\\\\+(?:u00|x)%2|&#0*%3;|&#x0*%2;)"_s.arg(own, hex, QString::number(letter.unicode()));
}

/// A server or a proxy may have wrapped the line, or escaped every letter of the secret itself.
void maskSpelledOut(QString &text, const QString &secret, bool isEncoded)
{
    const auto isSpace = [](QChar c) { return c.isSpace(); };
    QString dense = text;
    dense.removeIf(isSpace);
    const bool mayBeEscaped = !isEncoded && (dense.contains(u'%') || dense.contains(u'\\') || dense.contains(u"&#"));
    if (secret.size() < LongSecret || (!mayBeEscaped && !dense.contains(secret))) {
        return;
    }
    QStringList letters;
    for (const QChar letter : secret) {
        letters.append(anyForm(letter));
    }
    text.replace(QRegularExpression(letters.join(u"\\s*"_s), QRegularExpression::CaseInsensitiveOption),
                 QString::fromUtf16(Mask));
}

void maskOwn(QString &text, const QByteArrayList &ownSecrets)
{
    QStringList variants;
    QStringList plain;
    for (const QByteArray &secret : ownSecrets) {
        if (const QByteArray trimmed = secret.trimmed(); trimmed.size() >= ShortestSecret) {
            variants += variantsOf(trimmed);
            plain.append(QString::fromUtf8(trimmed));
        }
    }
    // One secret may be part of another: the longest first, or the rest of it would stay.
    std::ranges::sort(variants, std::ranges::greater(), &QString::size);
    for (const QString &variant : variants) {
        // Percent-encoding comes in either case.
        text.replace(variant, QString::fromUtf16(Mask),
                     variant.contains(u'%') ? Qt::CaseInsensitive : Qt::CaseSensitive);
        maskSpelledOut(text, variant, !plain.contains(variant));
    }
}

} // namespace

QString maskSecrets(const QString &text, const QByteArrayList &ownSecrets)
{
    QString masked = text;
    maskOwn(masked, ownSecrets);

    using Option = QRegularExpression::PatternOption;
    static const struct
    {
        QRegularExpression pattern;
        QString replacement;
    } rules[] = {
        // user:password@ in a URL; a password may hold a bare slash or at-sign, a port is none. It has a bound, or a
        // text full of colons would be read to its end from each of them.
        {QRegularExpression(u"([a-z][a-z0-9+.-]*://)[^\\s/'\"<>]+@"_s, Option::CaseInsensitiveOption), u"\\1•••@"_s},
        {QRegularExpression(u"([a-z][a-z0-9+.-]*://)[^\\s/'\"<>:@]*:(?!\\d+(?:[/?#\\s]|$))[^\\s'\"<>]{1,1000}@"_s,
                            Option::CaseInsensitiveOption),
         u"\\1•••@"_s},
        // Secrets among the values of a query.
        {QRegularExpression(u"([?&][\\w.-]*(?:key|token|password|secret|signature|sig)=)[^&\\s'\"#]+"_s,
                            Option::CaseInsensitiveOption),
         u"\\1•••"_s},
        // pydantic repeats what it could not accept, with valves beside it; without an end mark the rest goes.
        {QRegularExpression(u"input_value=.*?(?=, input_type=|\\z)"_s, Option::DotMatchesEverythingOption),
         u"input_value=•••"_s},
        {QRegularExpression(u"(authorization['\"]?\\s*[:=]\\s*['\"]?)(?:\\w+\\s+)?[^\\s'\"]+"_s,
                            Option::CaseInsensitiveOption),
         u"\\1•••"_s},
        {QRegularExpression(u"\\b(Bearer)\\s+[A-Za-z0-9._~+/=-]{6,}"_s, Option::CaseInsensitiveOption), u"\\1 •••"_s},
        {QRegularExpression(u"\\bsk-[A-Za-z0-9_-]{6,}"_s), u"sk-•••"_s},
        {QRegularExpression(u"\\beyJ[A-Za-z0-9_-]{4,}\\.[A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]*)?"_s), u"•••"_s},
    };
    for (const auto &rule : rules) {
        masked.replace(rule.pattern, rule.replacement);
    }
    return masked;
}

} // namespace owui
