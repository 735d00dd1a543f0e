// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "compare/valves/settingfields.h"

#include <QStringList>

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

using namespace Qt::StringLiterals;

namespace owui {

namespace {

constexpr std::uint16_t deepestType = 50; // deeper brackets are no type that a person wrote

enum class Default { None, Present, CannotTell };

class FieldReader final
{
public:
    explicit FieldReader(PythonText &text)
        : m_text(text)
    {
    }

    /// False where the class cannot be told.
    [[nodiscard]] bool readHeader(PythonTokens header);
    [[nodiscard]] bool readBody(qsizetype begin, qsizetype end);
    [[nodiscard]] QList<SettingField> fields() const { return m_fields; }

private:
    [[nodiscard]] bool readStatement(PythonTokens tokens);
    [[nodiscard]] Default readDefault(PythonTokens tokens) const;
    [[nodiscard]] bool is(const PythonToken &token, std::string_view word) const
    {
        return token.kind == PythonToken::Kind::Name && m_text.view(token) == QByteArrayView(word);
    }
    [[nodiscard]] bool isEllipsis(PythonTokens tokens) const
    {
        return (tokens.size() == 3 &&
                std::ranges::all_of(tokens, [](const PythonToken &token) { return isSymbol(token, '.'); })) ||
               (tokens.size() == 1 && is(tokens[0], "Ellipsis"));
    }

    PythonText &m_text;
    QList<SettingField> m_fields;
};

/// class Valves(BaseModel): or class Valves(pydantic.BaseModel):
bool FieldReader::readHeader(PythonTokens header)
{
    const std::size_t colon = findSymbol(header, ':');
    if (colon >= header.size() || header.size() < 4 || !isSymbol(header[2], '(')) {
        return false;
    }
    const PythonTokens bases = header.subspan(3, colon - 3);
    const bool plain = bases.size() == 2 && is(bases[0], "BaseModel");
    const bool qualified =
        bases.size() == 4 && is(bases[0], "pydantic") && isSymbol(bases[1], '.') && is(bases[2], "BaseModel");
    const PythonTokens suite = header.subspan(colon + 1);
    return (plain || qualified) && (suite.empty() || readStatement(suite));
}

bool FieldReader::readBody(qsizetype begin, qsizetype end)
{
    std::vector<PythonToken> tokens;
    while (begin < end) {
        const int column = m_text.readIndentation(begin);
        if (column < 0) {
            begin = m_text.nextLine(begin);
            continue;
        }
        begin = m_text.readLogicalLine(begin, tokens);
        if (tokens.empty() || isSymbol(tokens[0], '@')) {
            continue;
        }
        if (is(tokens[0], "def") || is(tokens[0], "async") || is(tokens[0], "class")) {
            begin = m_text.skipDeeperLines(begin, column);
        } else if (!readStatement(tokens)) {
            return false;
        }
    }
    return true;
}

bool FieldReader::readStatement(PythonTokens tokens)
{
    const bool nothing = tokens.size() == 1 && (tokens[0].kind == PythonToken::Kind::String || is(tokens[0], "pass"));
    if (nothing || isEllipsis(tokens) || is(tokens[0], "model_config")) {
        return true;
    }
    if (tokens.size() < 3 || tokens[0].kind != PythonToken::Kind::Name || !isSymbol(tokens[1], ':') ||
        findSymbol(tokens, ';') < tokens.size()) {
        return false;
    }
    const QString name = QString::fromUtf8(m_text.view(tokens[0]));
    const std::size_t equals = std::min(findSymbol(tokens, '='), tokens.size());
    const PythonTokens annotation = tokens.subspan(2, equals - 2);
    if (name.startsWith(u'_') || annotation.empty() || is(annotation[0], "ClassVar")) {
        return !annotation.empty();
    }
    if (is(annotation[0], "Annotated")) {
        return false; // its default may stand in the annotation
    }
    const Default byDefault = equals < tokens.size() ? readDefault(tokens.subspan(equals + 1)) : Default::None;
    if (byDefault == Default::CannotTell) {
        return false;
    }
    m_fields.removeIf([&name](const SettingField &field) { return field.name == name; });
    m_fields.append(
        {.name = name, .type = annotationText(m_text, annotation), .hasDefault = byDefault == Default::Present});
    return true;
}

/// The value after the equals sign: `...` and Field(...) without a default make a field required.
Default FieldReader::readDefault(PythonTokens tokens) const
{
    if (isEllipsis(tokens)) {
        return Default::None;
    }
    const std::size_t call = tokens.size() > 2 && is(tokens[0], "pydantic") && isSymbol(tokens[1], '.') ? 2 : 0;
    const bool isField = tokens.size() > call + 1 && is(tokens[call], "Field") && isSymbol(tokens[call + 1], '(') &&
                         closes(tokens.back()) && tokens.back().depth == 0;
    if (!isField) {
        return Default::Present;
    }
    PythonTokens arguments = tokens.subspan(call + 2, tokens.size() - call - 3);
    bool first = true;
    while (!arguments.empty()) {
        std::size_t end = 0;
        while (end < arguments.size() && !(isSymbol(arguments[end], ',') && arguments[end].depth == 1)) {
            ++end;
        }
        const PythonTokens argument = arguments.first(end);
        if (argument.empty() || isSymbol(argument[0], '*')) {
            return Default::CannotTell; // Field(**shared)
        }
        const bool named = argument.size() > 2 && isSymbol(argument[1], '=');
        if (named && (is(argument[0], "default") || is(argument[0], "default_factory"))) {
            return isEllipsis(argument.subspan(2)) ? Default::None : Default::Present;
        }
        if (!named && first) {
            return isEllipsis(argument) ? Default::None : Default::Present;
        }
        first = false;
        arguments = arguments.subspan(std::min(end + 1, arguments.size()));
    }
    return Default::None;
}

/// The parts between commas, or between the bars of a union, outside brackets.
std::vector<PythonTokens> parts(PythonTokens tokens, char separator)
{
    std::vector<PythonTokens> found;
    const std::uint16_t depth = tokens.empty() ? 0 : tokens[0].depth;
    while (!tokens.empty()) {
        std::size_t end = 0;
        while (end < tokens.size() && !(isSymbol(tokens[end], separator) && tokens[end].depth == depth)) {
            ++end;
        }
        if (end > 0) {
            found.push_back(tokens.first(end));
        }
        tokens = tokens.subspan(std::min(end + 1, tokens.size()));
    }
    return found;
}

QString joined(const PythonText &text, const std::vector<PythonTokens> &types, QChar separator)
{
    QStringList texts;
    for (const PythonTokens &type : types) {
        texts.append(annotationText(text, type));
    }
    return texts.join(separator);
}

QString asWritten(const PythonText &text, PythonTokens tokens)
{
    QString plain;
    for (const PythonToken &token : tokens) {
        QString word = QString::fromUtf8(text.view(token));
        // Python reads every line end as \n, also within a string.
        word.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n');
        if (token.kind == PythonToken::Kind::String && word.size() > 1) {
            word = u'"' + word.sliced(1, word.size() - 2) + u'"';
        }
        plain += word;
    }
    return plain;
}

} // namespace

QString annotationText(const PythonText &text, PythonTokens tokens)
{
    if (tokens.size() > 2 && isSymbol(tokens[1], '.') && text.view(tokens[0]) == "typing") {
        tokens = tokens.subspan(2);
    }
    if (tokens.empty() || tokens[0].depth > deepestType) {
        return asWritten(text, tokens);
    }
    if (const std::vector<PythonTokens> members = parts(tokens, '|'); members.size() > 1) {
        return joined(text, members, u'|');
    }
    const bool generic = tokens.size() > 2 && isSymbol(tokens[1], '[') && isSymbol(tokens.back(), ']');
    if (!generic) {
        return asWritten(text, tokens);
    }
    const QString outer = QString::fromUtf8(text.view(tokens[0]));
    const std::vector<PythonTokens> inner = parts(tokens.subspan(2, tokens.size() - 3), ',');
    if (outer == u"Optional") {
        return joined(text, inner, u',') + u"|None"_s;
    }
    if (outer == u"Union") {
        return joined(text, inner, u'|');
    }
    // List[str] and list[str] are one type.
    static const QStringList builtin{u"List"_s, u"Dict"_s, u"Set"_s, u"Tuple"_s};
    return (builtin.contains(outer) ? outer.toLower() : outer) + u'[' + joined(text, inner, u',') + u']';
}

SettingFields readSettingClass(PythonText &text, PythonTokens header, qsizetype begin, qsizetype end)
{
    FieldReader reader(text);
    // Not in one line: the body may only be read after the header.
    if (!reader.readHeader(header) || !reader.readBody(begin, end)) {
        return {.reading = SettingFields::Reading::CannotTell, .fields = {}};
    }
    return {.reading = SettingFields::Reading::Read, .fields = reader.fields()};
}

} // namespace owui
