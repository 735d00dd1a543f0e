// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "ui/diff/pythonspans.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace owui {
namespace {

bool isKeyword(QStringView word)
{
    static const QSet<QString> keywords{u"False"_s,  u"None"_s,     u"True"_s,  u"and"_s,    u"as"_s,       u"assert"_s,
                                        u"async"_s,  u"await"_s,    u"break"_s, u"class"_s,  u"continue"_s, u"def"_s,
                                        u"del"_s,    u"elif"_s,     u"else"_s,  u"except"_s, u"finally"_s,  u"for"_s,
                                        u"from"_s,   u"global"_s,   u"if"_s,    u"import"_s, u"in"_s,       u"is"_s,
                                        u"lambda"_s, u"nonlocal"_s, u"not"_s,   u"or"_s,     u"pass"_s,     u"raise"_s,
                                        u"return"_s, u"try"_s,      u"while"_s, u"with"_s,   u"yield"_s};
    return keywords.contains(word.toString());
}

bool isWord(QChar character)
{
    return character.isLetterOrNumber() || character == u'_';
}

qsizetype endOfString(QStringView line, qsizetype start)
{
    const QChar quote = line[start];
    const bool triple = line.sliced(start).startsWith(QString(3, quote));
    const qsizetype step = triple ? 3 : 1;
    for (qsizetype at = start + step; at < line.size(); ++at) {
        if (line[at] == u'\\') {
            ++at;
        } else if (line[at] == quote && (!triple || line.sliced(at).startsWith(QString(3, quote)))) {
            return at + step;
        }
    }
    return line.size();
}

} // namespace

QList<PythonSpan> pythonSpans(QStringView line)
{
    QList<PythonSpan> spans;
    for (qsizetype at = 0; at < line.size();) {
        const QChar character = line[at];
        const qsizetype start = at;
        if (character == u'#') {
            spans.append({PythonSpan::Kind::Comment, at, line.size() - at});
            break;
        }
        if (character == u'"' || character == u'\'') {
            at = endOfString(line, at);
            spans.append({PythonSpan::Kind::String, start, at - start});
        } else if (isWord(character)) {
            at = std::find_if_not(line.begin() + at, line.end(), isWord) - line.begin();
            if (character.isDigit()) {
                spans.append({PythonSpan::Kind::Number, start, at - start});
            } else if (isKeyword(line.sliced(start, at - start))) {
                spans.append({PythonSpan::Kind::Keyword, start, at - start});
            }
        } else {
            ++at;
        }
    }
    return spans;
}

} // namespace owui
