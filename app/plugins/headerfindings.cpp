// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "plugins/headerfindings.h"

#include "plugins/pythonlines.h"
#include "plugins/version.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

const QSet<QString> &knownKeys()
{
    static const QSet<QString> keys{
        u"title"_s,   u"author"_s,       u"author_url"_s,   u"git_url"_s,  u"funding_url"_s,
        u"version"_s, u"description"_s,  u"requirements"_s, u"icon_url"_s, u"license"_s,
        u"licence"_s, u"openwebui_id"_s, u"id"_s,           u"type"_s,     u"required_open_webui_version"_s,
    };
    return keys;
}

/// A finding beside which one about the version would say the same twice.
bool hidesTheFields(FindingCode code)
{
    switch (code) {
    case FindingCode::HeaderNotFirst:
    case FindingCode::HeaderTextOnOpeningLine:
    case FindingCode::HeaderSingleQuotes:
    case FindingCode::HeaderPrefixedQuotes:
    case FindingCode::HeaderMissing:
    case FindingCode::HeaderNotClosed:
        return true;
    default:
        return false;
    }
}

QString shortened(QByteArrayView line)
{
    const QString text = QString::fromUtf8(withoutSpace(line));
    return text.size() > 60 ? text.first(59) + u'…' : text;
}

/// A field with another spelling of the name than the server reads: `author-url: x`, `version : 1`, `title：x`.
QString unreadKey(const QString &line)
{
    static const QRegularExpression loose(u"^\\s*([A-Za-z][A-Za-z0-9_ -]*?)\\s*[:：]"_s);
    static const QRegularExpression strict(u"^\\s*[a-z_]+:"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression separators(u"[ -]+"_s);
    const auto match = loose.match(line);
    if (!match.hasMatch() || strict.match(line).hasMatch()) {
        return {};
    }
    const QString key = match.captured(1);
    const bool known = knownKeys().contains(QString(key).replace(separators, u"_"_s).toLower());
    // Prose has colons too; a single word with a digit or hyphen is hardly prose.
    return known || !key.contains(u' ') ? key : QString();
}

/// True for what a person wrote for people, or that means "none": to hand it to pip would fail, or install something.
bool isProse(const QString &part)
{
    static const QRegularExpression words(u"\\w\\s+[\\w(]|\\.$"_s);
    static const QSet<QString> none{u"none"_s,       u"no"_s,        u"nothing"_s,   u"n/a"_s,     u"na"_s,
                                    u"nil"_s,        u"null"_s,      u"python"_s,    u"python3"_s, u"docker"_s,
                                    u"open-webui"_s, u"openwebui"_s, u"open_webui"_s};
    const QString package = part.section(u';', 0, 0).trimmed();
    return words.match(package).hasMatch() || none.contains(package.toLower());
}

/// What stands for a value on its own line and on those that a person reads as more of it.
QStringList partsOf(const QString &value, QByteArrayView rest)
{
    constexpr qsizetype most = 100; // what is longer is no list of packages
    QString brackets = value;
    brackets.remove(u'[').remove(u']').remove(u'"').remove(u'\'');
    QStringList parts = (value.startsWith(u'[') ? brackets : value).split(u',', Qt::SkipEmptyParts).mid(0, most);
    bool goesOn = value.isEmpty() || value.endsWith(u',');
    while (parts.size() < most && !rest.isEmpty()) {
        const QByteArrayView line = takePythonLine(rest);
        const QByteArrayView text = withoutSpace(line);
        const QByteArrayView key = leadingKey(text);
        const bool isField = !key.isEmpty() && key.size() < text.size() && text[key.size()] == ':';
        const bool belongs = goesOn || text.startsWith('-') || line.startsWith(' ') || line.startsWith('\t');
        if (text.isEmpty() || text.contains(headerQuotes) || isField || !belongs) {
            break;
        }
        const QString item = QString::fromUtf8(text.startsWith('-') ? withoutSpace(text.sliced(1)) : text);
        parts += item.split(u',', Qt::SkipEmptyParts);
        goesOn = item.endsWith(u',');
    }
    return parts;
}

/// True where a field may be mended without harm: "requirements" of prose would be handed to pip, and an id that was
/// not read until now would make a second plugin on the server.
bool mayBeMended(const QString &key, const QString &value, QByteArrayView rest)
{
    if (key == u"requirements") {
        const QStringList parts = partsOf(value, rest);
        return !parts.isEmpty() && std::ranges::none_of(parts, isProse);
    }
    return key != u"id";
}

bool isKnownField(QByteArrayView line)
{
    const QByteArrayView text = withoutLeadingSpace(line);
    const QByteArrayView key = leadingKey(text);
    return key.size() < text.size() && text[key.size()] == ':' &&
           knownKeys().contains(QString::fromUtf8(key).toLower());
}

/// The line of a header that stands below code, such as imports; 0 where there is none. `number` is that of the line
/// before `utf8`.
int lineOfLateHeader(QByteArrayView utf8, int number)
{
    constexpr int farthest = 200; // what stands below is the text of something else
    while (!utf8.isEmpty() && ++number < farthest) {
        const QByteArrayView line = takePythonLine(utf8);
        QByteArrayView next = utf8;
        if ((line.startsWith(headerQuotes) || line.startsWith("'''")) &&
            (isKnownField(takePythonLine(next)) || isKnownField(line.sliced(headerQuotes.size())))) {
            return number;
        }
    }
    return 0;
}

void addOpeningFindings(QByteArrayView utf8, QList<Finding> &findings)
{
    static const QRegularExpression prefixed(u"^([rRuUbBfF]{1,2})(\"\"\"|''')"_s);
    for (int number = 1; !utf8.isEmpty(); ++number) {
        const QByteArrayView line = withoutSpace(takePythonLine(utf8));
        if (line.isEmpty() || line.startsWith('#')) {
            continue;
        }
        const auto prefix = prefixed.match(QString::fromUtf8(line.first(std::min<qsizetype>(line.size(), 8))));
        const bool single = line.startsWith("'''");
        if (!prefix.hasMatch() && !single && !line.startsWith(headerQuotes)) {
            if (const int late = lineOfLateHeader(utf8, number); late > 0) {
                findings.append({FindingCode::HeaderNotFirst, {}, late});
                return;
            }
            break;
        }
        if (number > 1) {
            findings.append({FindingCode::HeaderNotFirst, {}, number});
        }
        if (prefix.hasMatch()) {
            findings.append({FindingCode::HeaderPrefixedQuotes, prefix.captured(0), number});
        } else if (single) {
            findings.append({FindingCode::HeaderSingleQuotes, {}, number});
        } else if (line.size() > headerQuotes.size()) {
            findings.append(
                {FindingCode::HeaderTextOnOpeningLine, shortened(line.sliced(headerQuotes.size())), number});
        }
        return;
    }
    findings.append({FindingCode::HeaderMissing, {}, 0});
}

void addRequirementsFindings(const QString &value, QByteArrayView rest, int line, QList<Finding> &findings)
{
    if (value.startsWith(u'[') || (value.isEmpty() && withoutSpace(takePythonLine(rest)).startsWith('-'))) {
        findings.append({FindingCode::RequirementsList, {}, line});
        return;
    }
    const QStringList parts = value.split(u',');
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const QString part = parts[i].trimmed();
        const bool condition = i > 0 && !part.isEmpty() && u"<>=!~"_s.contains(part.front());
        const bool openExtra = part.contains(u'[') && !part.contains(u']') && i + 1 < parts.size();
        if (condition || openExtra) {
            const QString first = condition ? parts[i - 1].trimmed() : part;
            const QString second = condition ? part : parts[i + 1].trimmed();
            findings.append({FindingCode::RequirementsComma, shortened((first + u',' + second).toUtf8()), line});
        }
    }
}

/// True if a person reads the line below a field as more of its value: it is indented deeper, or follows a comma.
bool goesOn(QByteArrayView value, qsizetype indentation, QByteArrayView rest)
{
    const QByteArrayView next = takePythonLine(rest);
    const QByteArrayView text = withoutLeadingSpace(next);
    const QByteArrayView key = leadingKey(text);
    const bool isField = !key.isEmpty() && key.size() < text.size() && text[key.size()] == ':';
    return !text.isEmpty() && !isField && !next.contains(headerQuotes) &&
           (next.size() - text.size() > indentation || value.endsWith(','));
}

/// A line of the header with a name and a colon.
struct FieldLine
{
    QByteArrayView name;
    QByteArrayView line;
    QByteArrayView rest; ///< the lines below
    int number = 0;
};

void addFieldFindings(const FieldLine &written, const Frontmatter &header, QList<Finding> &findings)
{
    static const QSet<QString> multiline{u">"_s, u"|"_s, u">-"_s, u"|-"_s, u">+"_s, u"|+"_s};
    const auto &[name, line, rest, number] = written;
    const QString key = QString::fromUtf8(name);
    const QString lower = key.toLower();
    if (!knownKeys().contains(lower)) {
        return;
    }
    const QByteArrayView field = withoutLeadingSpace(line);
    const QByteArrayView text = withoutSpace(field.sliced(name.size() + 1));
    const QString value = QString::fromUtf8(text);
    const bool mendable = mayBeMended(lower, value, rest);
    if (key != lower) {
        // Beside the field itself it is prose.
        if (!mendable || !header.value(lower).isEmpty()) {
            return;
        }
        findings.append({FindingCode::HeaderKeyCase, key, number});
    }
    if (value.size() > 1 && (value.front() == u'"' || value.front() == u'\'') && value.back() == value.front()) {
        findings.append({FindingCode::HeaderQuotedValue, key, number});
    }
    const qsizetype before = findings.size();
    if (lower == u"requirements" && mendable) {
        addRequirementsFindings(value, rest, number, findings);
    }
    if (findings.size() == before && (mendable || lower != u"requirements") &&
        (multiline.contains(value) || goesOn(text, line.size() - field.size(), rest))) {
        findings.append({FindingCode::HeaderMultilineValue, key, number});
    }
}

void addUnreadFinding(const FieldLine &written, QList<Finding> &findings)
{
    const QString line = QString::fromUtf8(withoutLeadingSpace(written.line));
    const QString unread = unreadKey(line);
    if (unread.isEmpty()) {
        return;
    }
    static const QRegularExpression colon(u"[:：]"_s);
    const QString value = line.sliced(line.indexOf(colon) + 1).trimmed();
    if (mayBeMended(unread.trimmed().toLower(), value, written.rest)) {
        findings.append({FindingCode::HeaderKeyNotRead, shortened(unread.toUtf8()), written.number});
    }
}

void addBodyFindings(QByteArrayView utf8, const Frontmatter &header, QList<Finding> &findings)
{
    for (int number = 2; !utf8.isEmpty(); ++number) {
        const QByteArrayView line = takePythonLine(utf8);
        if (line.contains(headerQuotes)) {
            if (!withoutSpace(line.first(line.indexOf(headerQuotes))).isEmpty()) {
                findings.append({FindingCode::HeaderEndsEarly, shortened(line), number});
            }
            return;
        }
        const QByteArrayView text = withoutLeadingSpace(line);
        const QByteArrayView key = leadingKey(text);
        if (!key.isEmpty() && key.size() < text.size() && text[key.size()] == ':') {
            addFieldFindings({.name = key, .line = line, .rest = utf8, .number = number}, header, findings);
        } else {
            addUnreadFinding({.name = {}, .line = line, .rest = utf8, .number = number}, findings);
        }
    }
    // Code taken for fields would only repeat the one thing that is wrong.
    findings = {{FindingCode::HeaderNotClosed, {}, 1}};
}

/// A header may be as long as a file and have something in every line.
void keepReadable(QList<Finding> &findings)
{
    constexpr qsizetype most = 100;
    if (findings.size() > most) {
        const QString more = QString::number(findings.size() - most);
        findings.resize(most);
        findings.append({FindingCode::HeaderMoreFindings, more, 0});
    }
}

} // namespace

QList<Finding> headerFindings(QByteArrayView utf8, const Frontmatter &header)
{
    QList<Finding> findings;
    QByteArrayView rest = utf8;
    if (withoutSpace(takePythonLine(rest)) == headerQuotes) {
        addBodyFindings(rest, header, findings);
    } else {
        addOpeningFindings(utf8, findings);
    }
    if (std::ranges::any_of(findings, hidesTheFields, &Finding::code)) {
        return findings;
    }
    const QString version = header.value(u"version");
    const bool written = std::ranges::any_of(findings, [](const Finding &finding) {
        const bool key = finding.code == FindingCode::HeaderKeyCase || finding.code == FindingCode::HeaderKeyNotRead;
        return key && finding.argument.compare(u"version", Qt::CaseInsensitive) == 0;
    });
    keepReadable(findings);
    if (version.isEmpty() && !written) {
        findings.append({FindingCode::VersionMissing, {}, 0});
    } else if (!version.isEmpty() && compareVersions(version, version) == VersionOrder::Unordered) {
        findings.append({FindingCode::VersionUnreadable, shortened(version.toUtf8()), 0});
    }
    return findings;
}

} // namespace owui
