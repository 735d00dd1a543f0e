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

constexpr QByteArrayView quotes("\"\"\"");

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

void addOpeningFindings(QByteArrayView utf8, QList<Finding> &findings)
{
    static const QRegularExpression field(u"^\\s*[A-Za-z_]+\\s*:"_s);
    static const QRegularExpression prefixed(u"^([rRuUbBfF]{1,2})(\"\"\"|''')"_s);
    for (int number = 1; !utf8.isEmpty(); ++number) {
        const QByteArrayView line = withoutSpace(takePythonLine(utf8));
        if (line.isEmpty() || line.startsWith('#')) {
            continue;
        }
        if (const auto match = prefixed.match(QString::fromUtf8(line.first(std::min<qsizetype>(line.size(), 8))));
            match.hasMatch()) {
            findings.append({FindingCode::HeaderPrefixedQuotes, match.captured(0), number});
        } else if (line.startsWith("'''")) {
            findings.append({FindingCode::HeaderSingleQuotes, {}, number});
        } else if (line.startsWith(quotes)) {
            if (number > 1) {
                findings.append({FindingCode::HeaderNotFirst, {}, number});
            }
            if (line.size() > quotes.size()) {
                findings.append({FindingCode::HeaderTextOnOpeningLine, shortened(line.sliced(quotes.size())), number});
            }
        } else {
            break;
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
            findings.append({FindingCode::RequirementsComma, first + u',' + second, line});
        }
    }
}

void addFieldFindings(const QString &key, QByteArrayView text, QByteArrayView rest, int line, QList<Finding> &findings)
{
    static const QSet<QString> multiline{u">"_s, u"|"_s, u">-"_s, u"|-"_s, u">+"_s, u"|+"_s};
    const QString value = QString::fromUtf8(text);
    const QString lower = key.toLower();
    if (key != lower && knownKeys().contains(lower)) {
        findings.append({FindingCode::HeaderKeyCase, key, line});
    }
    if (!knownKeys().contains(lower)) {
        return;
    }
    if (value.size() > 1 && (value.front() == u'"' || value.front() == u'\'') && value.back() == value.front()) {
        findings.append({FindingCode::HeaderQuotedValue, key, line});
    }
    if (multiline.contains(value)) {
        findings.append({FindingCode::HeaderMultilineValue, key, line});
    }
    if (lower == u"requirements") {
        addRequirementsFindings(value, rest, line, findings);
    }
}

void addBodyFindings(QByteArrayView utf8, QList<Finding> &findings)
{
    for (int number = 2; !utf8.isEmpty(); ++number) {
        const QByteArrayView line = takePythonLine(utf8);
        if (line.contains(quotes)) {
            if (!withoutSpace(line.first(line.indexOf(quotes))).isEmpty()) {
                findings.append({FindingCode::HeaderEndsEarly, shortened(line), number});
            }
            return;
        }
        const QByteArrayView text = withoutLeadingSpace(line);
        const QByteArrayView key = leadingKey(text);
        if (!key.isEmpty() && key.size() < text.size() && text[key.size()] == ':') {
            addFieldFindings(QString::fromUtf8(key), withoutSpace(text.sliced(key.size() + 1)), utf8, number, findings);
        } else if (const QString unread = unreadKey(QString::fromUtf8(text)); !unread.isEmpty()) {
            findings.append({FindingCode::HeaderKeyNotRead, unread, number});
        }
    }
    // Code taken for fields would only repeat the one thing that is wrong.
    findings = {{FindingCode::HeaderNotClosed, {}, 1}};
}

} // namespace

QList<Finding> headerFindings(QByteArrayView utf8, const Frontmatter &header)
{
    QList<Finding> findings;
    QByteArrayView rest = utf8;
    if (withoutSpace(takePythonLine(rest)) == quotes) {
        addBodyFindings(rest, findings);
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
    if (version.isEmpty() && !written) {
        findings.append({FindingCode::VersionMissing, {}, 0});
    } else if (!version.isEmpty() && compareVersions(version, version) == VersionOrder::Unordered) {
        findings.append({FindingCode::VersionUnreadable, version, 0});
    }
    return findings;
}

} // namespace owui
