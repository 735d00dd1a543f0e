// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "plugins/pluginid.h"

#include "isolated.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

struct PluginIdTexts
{
    Q_DECLARE_TR_FUNCTIONS(PluginId)
};

constexpr qsizetype maximumIdSize = 200; ///< bytes of UTF-8; from about 250 on the server's file system refuses

using Range = std::pair<char32_t, char32_t>;

// Where Python's str.isidentifier() (XID_Start and XID_Continue of Unicode) differs from the general categories.
constexpr std::array startsAnyway{Range{0x1885, 0x1886}, Range{0x2118, 0x2118}, Range{0x212e, 0x212e}};
constexpr std::array continuesAnyway{Range{0xb7, 0xb7}, Range{0x387, 0x387}, Range{0x1369, 0x1371},
                                     Range{0x19da, 0x19da}};
constexpr std::array neverStarts{Range{0xe33, 0xe33}, Range{0xeb3, 0xeb3}, Range{0xff9e, 0xff9f}};
constexpr std::array never{Range{0x37a, 0x37a},   Range{0x2e2f, 0x2e2f}, Range{0xfc5e, 0xfc63}, Range{0xfdfa, 0xfdfb},
                           Range{0xfe70, 0xfe70}, Range{0xfe72, 0xfe72}, Range{0xfe74, 0xfe74}, Range{0xfe76, 0xfe76},
                           Range{0xfe78, 0xfe78}, Range{0xfe7a, 0xfe7a}, Range{0xfe7c, 0xfe7c}, Range{0xfe7e, 0xfe7e}};

template<std::size_t N>
bool contains(const std::array<Range, N> &ranges, char32_t c)
{
    return std::ranges::any_of(ranges, [c](Range range) { return c >= range.first && c <= range.second; });
}

bool startsIdentifier(char32_t c)
{
    if (c == U'_' || contains(startsAnyway, c)) {
        return true;
    }
    const QChar::Category category = QChar::category(c);
    const bool letter = QChar::isLetter(c) || category == QChar::Number_Letter;
    return letter && !contains(never, c) && !contains(neverStarts, c);
}

bool continuesIdentifier(char32_t c)
{
    if (startsIdentifier(c) || contains(neverStarts, c) || contains(continuesAnyway, c)) {
        return true;
    }
    switch (QChar::category(c)) {
    case QChar::Mark_NonSpacing:
    case QChar::Mark_SpacingCombining:
    case QChar::Number_DecimalDigit:
    case QChar::Punctuation_Connector:
        return true;
    default:
        return false;
    }
}

bool isIdentifier(QStringView text)
{
    const QList<uint> characters = text.toUcs4();
    return !characters.isEmpty() && startsIdentifier(characters.constFirst()) &&
           std::ranges::all_of(characters, [](uint c) { return continuesIdentifier(c); });
}

QString trimmed(QStringView text, QChar sign)
{
    while (text.startsWith(sign)) {
        text = text.sliced(1);
    }
    while (text.endsWith(sign)) {
        text.chop(1);
    }
    return text.toString();
}

} // namespace

QString normalizedId(QStringView text)
{
    if (!isIdentifier(text)) {
        return {};
    }
    QString id = text.toString().toLower();
    return isIdentifier(id) && id.toUtf8().size() <= maximumIdSize ? id : QString();
}

Result<QString> idAsTyped(const QString &text)
{
    if (QString id = normalizedId(text.trimmed()); !id.isEmpty()) {
        return id;
    }
    return Problem{.text = PluginIdTexts::tr("“%1” cannot be an id.").arg(isolated(text.trimmed())),
                   .remedy =
                       PluginIdTexts::tr("Use letters, digits and underscores, not starting with a digit, at most 200 "
                                         "bytes.")};
}

QString idFromTitle(QStringView title)
{
    QString id;
    bool gap = false;
    for (const QChar c : title.toString().normalized(QString::NormalizationForm_D)) {
        const char16_t code = c.unicode();
        if (code >= 0x300 && code <= 0x36f) {
            continue;
        }
        const bool kept = code < 0x80 && (c.isLetterOrNumber() || c == u'_');
        if (kept && gap) {
            id += u'_';
        }
        gap = !kept;
        if (kept) {
            id += c;
        }
    }
    return normalizedId(trimmed(id, u'_'));
}

QString idFromFileName(QStringView relativePath)
{
    QStringView name = relativePath.sliced(relativePath.lastIndexOf(u'/') + 1);
    if (name.endsWith(u".py", Qt::CaseInsensitive)) {
        name.chop(3);
    }
    // File systems of macOS may keep names decomposed.
    const QString composed = name.toString().normalized(QString::NormalizationForm_C);
    if (QString id = normalizedId(composed); !id.isEmpty()) {
        return id;
    }
    QString id;
    for (const uint c : composed.toUcs4()) {
        if (continuesIdentifier(c)) {
            id += QChar::fromUcs4(c);
        } else if (!id.endsWith(u'_')) {
            id += u'_';
        }
    }
    return normalizedId(trimmed(id, u'_'));
}

QStringList candidateIds(const Plugin &plugin)
{
    const QString title = plugin.writtenTitle();
    const qsizetype slash = plugin.path.lastIndexOf(u'/');
    // The editor of releases up to 0.8.10 only replaced white space; the scripts took the title's or the folder's name.
    const QString spaced = title.simplified().replace(u' ', u'_');
    QStringList ids;
    for (const QString &id : {
             plugin.id,
             normalizedId(plugin.header.value(u"id")),
             idFromFileName(plugin.header.value(u"id")),
             idFromTitle(title),
             normalizedId(spaced),
             plugin.entry ? QString() : idFromFileName(plugin.path),
             slash > 0 && !plugin.entry ? idFromFileName(plugin.path.first(slash)) : QString(),
         }) {
        if (!id.isEmpty() && !ids.contains(id)) {
            ids.append(id);
        }
    }
    return ids;
}

QHash<PluginSpace, QSet<QString>> idsOf(const QList<Plugin> &plugins)
{
    QHash<PluginSpace, QSet<QString>> ids;
    for (const Plugin &plugin : plugins) {
        if (plugin.kind && !plugin.skipped && !plugin.id.isEmpty()) {
            ids[spaceOf(*plugin.kind)].insert(plugin.id);
        }
    }
    return ids;
}

} // namespace owui
