// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "plugins/pythonsource.h"

#include "plugins/pythontext.h"
#include "plugins/pythontokens.h"
#include "plugins/pythonvalue.h"

#include <QString>

#include <algorithm>
#include <string_view>
#include <vector>

namespace owui {

namespace {

using Tokens = PythonTokens;
using Kind = PythonToken::Kind;

/// Reads the statements of a module's top level and notes the names that they bind.
class TopLevel final
{
public:
    TopLevel(QByteArrayView utf8, std::span<const QByteArrayView> names)
        : m_text(utf8)
        , m_names(names)
    {
    }

    BoundNames read();

private:
    bool readLine(Tokens line, int column);
    void readSuite(Tokens tokens, bool mayDelete);
    void readStatement(Tokens tokens, bool mayDelete);
    void readImport(Tokens tokens);
    void readFromImport(Tokens tokens);
    void readAssignment(Tokens tokens);
    void readWith(Tokens header);
    void readCase(Tokens pattern);
    void bindWalrus(Tokens tokens);
    void bindTargets(Tokens tokens) { bind(targets(tokens)); }
    void bind(std::uint32_t bits) { m_bound.all |= bits; }
    void define(std::uint32_t bits);
    void importNames(std::uint32_t bits, bool foreign);
    [[nodiscard]] std::uint32_t targets(Tokens tokens) const;
    [[nodiscard]] std::uint32_t bits(const PythonToken &token) const;
    [[nodiscard]] bool is(const PythonToken &token, std::string_view word) const;
    [[nodiscard]] bool neverRuns(Tokens condition) const;
    [[nodiscard]] std::size_t find(Tokens tokens, std::string_view word) const;
    [[nodiscard]] std::size_t headerEnd(Tokens line) const;
    [[nodiscard]] bool isSoftKeyword(Tokens line, std::string_view word) const;

    PythonText m_text;
    std::span<const QByteArrayView> m_names;
    std::vector<int> m_matches;  ///< columns of the match statements around the present line
    int m_except = -1;           ///< column of the except around the present line
    std::uint32_t m_foreign = 0; ///< imported from what no plugin comes from
    BoundNames m_bound;
};

BoundNames TopLevel::read()
{
    static thread_local std::vector<PythonToken> tokens;
    qsizetype position = 0;
    while (position < m_text.size()) {
        qsizetype code = position;
        const int column = m_text.readIndentation(code);
        if (column < 0) {
            position = m_text.nextLine(code);
            continue;
        }
        while (!m_matches.empty() && column <= m_matches.back()) {
            m_matches.pop_back();
        }
        if (column <= m_except) {
            m_except = -1;
        }
        position = m_text.readLogicalLine(code, tokens);
        if (!tokens.empty() && readLine(tokens, column)) {
            position = m_text.skipDeeperLines(position, column);
        }
    }
    return m_bound;
}

/// True if the lines that are indented deeper belong to another scope or never run.
bool TopLevel::readLine(Tokens line, int column)
{
    const auto starts = [&](std::string_view word) { return is(line[0], word); };
    if (starts("async")) {
        line = line.subspan(1);
        if (line.empty()) {
            return false;
        }
    }
    if (starts("class") || starts("def")) {
        if (line.size() > 1) {
            define(bits(line[1]));
        }
        bindWalrus(line.first(headerEnd(line)));
        return true;
    }
    const bool condition = starts("if") || starts("elif") || starts("while");
    const bool other = starts("else") || starts("try") || starts("finally") || starts("except");
    const bool isMatch = isSoftKeyword(line, "match");
    const bool isCase = !m_matches.empty() && isSoftKeyword(line, "case");
    if (!condition && !other && !isMatch && !isCase && !starts("for") && !starts("with")) {
        readSuite(line, column == 0);
        return false;
    }
    const std::size_t end = headerEnd(line);
    const Tokens header = line.subspan(1, std::max<std::size_t>(end, 1) - 1);
    const Tokens suite = end < line.size() ? line.subspan(end + 1) : Tokens();
    bindWalrus(header);
    if (condition && neverRuns(header)) {
        return true;
    }
    if (starts("except") && m_except < 0) {
        m_except = column;
    }
    if (starts("for")) {
        bindTargets(header.first(find(header, "in")));
    } else if (starts("with")) {
        readWith(header);
    } else if (isMatch) {
        m_matches.push_back(column);
    } else if (isCase) {
        readCase(header.first(find(header, "if")));
    }
    readSuite(suite, false);
    return false;
}

/// Statements on one line, between semicolons.
void TopLevel::readSuite(Tokens tokens, bool mayDelete)
{
    while (!tokens.empty()) {
        const std::size_t end = findSymbol(tokens, ';');
        if (end > 0) {
            readStatement(tokens.first(end), mayDelete);
        }
        tokens = tokens.subspan(std::min(end + 1, tokens.size()));
    }
}

void TopLevel::readStatement(Tokens tokens, bool mayDelete)
{
    const PythonToken &first = tokens[0];
    if (is(first, "import")) {
        readImport(tokens.subspan(1));
    } else if (is(first, "from")) {
        readFromImport(tokens);
    } else if (is(first, "del")) {
        if (mayDelete) {
            const std::uint32_t gone = targets(tokens.subspan(1));
            m_foreign &= ~gone;
            m_bound.all &= ~gone;
            m_bound.defined &= ~gone;
            m_bound.imported &= ~gone;
        }
    } else if (is(first, "type") && tokens.size() > 2 && tokens[1].kind == Kind::Name &&
               (isSymbol(tokens[2], '=') || isSymbol(tokens[2], '['))) {
        bind(bits(tokens[1]));
    } else {
        bindWalrus(tokens);
        readAssignment(tokens);
    }
}

/// A module is no class, so none of these makes a plugin.
void TopLevel::readImport(Tokens tokens)
{
    while (!tokens.empty()) {
        const std::size_t end = findSymbol(tokens, ',');
        const Tokens part = tokens.first(end);
        const std::size_t as = find(part, "as");
        if (as + 1 < part.size()) {
            importNames(bits(part[as + 1]), true);
        } else if (!part.empty()) {
            importNames(bits(part[0]), true);
        }
        tokens = tokens.subspan(std::min(end + 1, tokens.size()));
    }
}

void TopLevel::readFromImport(Tokens tokens)
{
    const bool foreign = tokens.size() > 1 && PythonValue(m_text).isForeignModule(tokens[1]);
    tokens = tokens.subspan(find(tokens, "import"));
    for (std::size_t i = 1; i < tokens.size(); ++i) {
        const bool renamed = i + 1 < tokens.size() && is(tokens[i + 1], "as");
        if (tokens[i].kind == Kind::Name && !renamed) {
            importNames(bits(tokens[i]), foreign);
        }
    }
}

void TopLevel::readAssignment(Tokens tokens)
{
    // What follows a lambda outside brackets is part of it; its defaults have a '=' of their own.
    const Tokens left = tokens.first(find(tokens, "lambda"));
    const std::size_t colon = findSymbol(left, ':');
    std::size_t equals = findSymbol(left, '=');
    if (colon < equals) {
        equals = findSymbol(left, '=', colon);
        // An annotation alone binds nothing.
        if (equals < left.size()) {
            const bool isType = is(left[equals - 1], "TypeAlias");
            const std::uint32_t found = targets(left.first(colon));
            bind(found);
            if (found != 0 && !isType && PythonValue(m_text).isPlain(tokens.subspan(equals + 1))) {
                define(found);
            }
        }
        return;
    }
    std::uint32_t found = 0;
    bool severalAtOnce = false;
    std::size_t begin = 0;
    while (equals < left.size()) {
        const Tokens targetList = left.subspan(begin, equals - begin);
        found |= targets(targetList);
        severalAtOnce = severalAtOnce || findSymbol(targetList, ',') < targetList.size();
        begin = equals + 1;
        equals = findSymbol(left, '=', begin);
    }
    bind(found);
    if (found != 0 && (PythonValue(m_text).isPlain(tokens.subspan(begin)) ||
                       (severalAtOnce && PythonValue(m_text).hasPlainPart(tokens.subspan(begin))))) {
        define(found);
    }
}

void TopLevel::readWith(Tokens header)
{
    for (std::size_t i = 0; i < header.size(); ++i) {
        if (!is(header[i], "as")) {
            continue;
        }
        const std::uint16_t depth = header[i].depth;
        std::size_t end = i + 1;
        while (end < header.size() && header[end].depth >= depth &&
               !(header[end].depth == depth && isSymbol(header[end], ','))) {
            ++end;
        }
        bindTargets(header.subspan(i + 1, end - i - 1));
    }
}

void TopLevel::readCase(Tokens pattern)
{
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const bool last = i + 1 == pattern.size();
        const bool lookedUp =
            !last && (isSymbol(pattern[i + 1], '.') || isSymbol(pattern[i + 1], '(') || isSymbol(pattern[i + 1], '='));
        if (!lookedUp && (i == 0 || !isSymbol(pattern[i - 1], '.'))) {
            bind(bits(pattern[i]));
        }
    }
}

/// A := counts wherever it stands, except in the body of a lambda, which has a scope of its own. A lambda's defaults do
/// not belong to its body.
void TopLevel::bindWalrus(Tokens tokens)
{
    struct Lambda
    {
        std::uint16_t depth;
        bool inBody = false;
    };
    std::vector<Lambda> lambdas;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const PythonToken &token = tokens[i];
        const bool endsBody = isSymbol(token, ',') || isSymbol(token, ':') || is(token, "for");
        while (!lambdas.empty() && (token.depth < lambdas.back().depth ||
                                    (token.depth == lambdas.back().depth && lambdas.back().inBody && endsBody))) {
            lambdas.pop_back();
        }
        if (is(token, "lambda")) {
            lambdas.push_back({.depth = token.depth});
        } else if (isSymbol(token, ':') && !lambdas.empty() && token.depth == lambdas.back().depth) {
            lambdas.back().inBody = true;
        } else if (isSymbol(token, PythonToken::walrus) && i > 0 && std::ranges::none_of(lambdas, &Lambda::inBody)) {
            std::size_t end = i + 1;
            while (end < tokens.size() && (tokens[end].kind == Kind::Name || isSymbol(tokens[end], '.'))) {
                ++end;
            }
            const bool isAll = end == tokens.size() || closes(tokens[end]) || isSymbol(tokens[end], ',');
            bind(bits(tokens[i - 1]));
            if (isAll && PythonValue(m_text).isPlain(tokens.subspan(i + 1, end - i - 1))) {
                define(bits(tokens[i - 1]));
            }
        }
    }
}

void TopLevel::define(std::uint32_t bits)
{
    // What stands in for an import that failed is not what the server has.
    if (m_except >= 0) {
        bits &= ~m_foreign;
    }
    m_bound.all |= bits;
    m_bound.defined |= bits;
    m_bound.imported &= ~bits;
}

void TopLevel::importNames(std::uint32_t bits, bool foreign)
{
    bind(bits);
    if (foreign) {
        m_foreign |= bits;
    } else {
        m_bound.imported |= bits & ~m_bound.defined;
    }
}

/// The names in a target list, without those that are only looked up: in `a.b, c[d], (e, *f) = …` these are e and f.
std::uint32_t TopLevel::targets(Tokens tokens) const
{
    const auto hasTrailer = [&](std::size_t i) {
        return i + 1 < tokens.size() && (isSymbol(tokens[i + 1], '.') || opens(tokens[i + 1]));
    };
    std::uint32_t found = 0;
    std::vector<std::uint32_t> before;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const bool continues = i > 0 && (tokens[i - 1].kind != Kind::Operator || closes(tokens[i - 1]));
        if (opens(tokens[i]) && continues) {
            const std::uint16_t depth = tokens[i].depth;
            do {
                ++i;
            } while (i < tokens.size() && !(tokens[i].depth == depth && closes(tokens[i])));
        } else if (opens(tokens[i])) {
            before.push_back(found);
        } else if (closes(tokens[i]) && !before.empty()) {
            if (hasTrailer(i)) {
                found = before.back();
            }
            before.pop_back();
        } else if (tokens[i].kind == Kind::Name && !hasTrailer(i) && (i == 0 || !isSymbol(tokens[i - 1], '.'))) {
            found |= bits(tokens[i]);
        }
    }
    return found;
}

std::uint32_t TopLevel::bits(const PythonToken &token) const
{
    if (token.kind != Kind::Name) {
        return 0;
    }
    QByteArrayView name = m_text.view(token);
    QByteArray normalized;
    if (std::ranges::any_of(name, [](char c) { return static_cast<unsigned char>(c) >= 0x80; })) {
        // Python normalizes identifiers (PEP 3131).
        normalized = QString::fromUtf8(name).normalized(QString::NormalizationForm_KC).toUtf8();
        name = normalized;
    }
    const auto found = std::ranges::find(m_names, name);
    return found == m_names.end() ? 0 : 1U << (found - m_names.begin());
}

bool TopLevel::is(const PythonToken &token, std::string_view word) const
{
    return token.kind == Kind::Name && m_text.view(token) == QByteArrayView(word.data(), qsizetype(word.size()));
}

/// The condition of a branch that a plugin never takes. The server loads it under a name of its own
/// (plugin.py:262 @0.11.0), so __name__ is not "__main__".
bool TopLevel::neverRuns(Tokens condition) const
{
    const auto text = [&](std::size_t i) { return m_text.view(condition[i]); };
    switch (condition.size()) {
    case 1:
        return is(condition[0], "TYPE_CHECKING") || is(condition[0], "False") || text(0) == QByteArrayView("0");
    case 3:
        return (isSymbol(condition[1], '.') && is(condition[2], "TYPE_CHECKING")) ||
               (is(condition[0], "__name__") && text(1) == QByteArrayView("==") &&
                (text(2) == QByteArrayView("\"__main__\"") || text(2) == QByteArrayView("'__main__'")));
    default:
        return false;
    }
}

/// The position of a word outside brackets, or the end.
std::size_t TopLevel::find(Tokens tokens, std::string_view word) const
{
    std::size_t i = 0;
    while (i < tokens.size() && !(tokens[i].depth == 0 && is(tokens[i], word))) {
        ++i;
    }
    return i;
}

/// The position of the colon that ends the header of a compound statement, or the end.
std::size_t TopLevel::headerEnd(Tokens line) const
{
    int lambdas = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i].depth > 0) {
            continue;
        }
        if (is(line[i], "lambda")) {
            ++lambdas;
        } else if (isSymbol(line[i], ':') && lambdas-- == 0) {
            return i;
        }
    }
    return line.size();
}

/// `match` and `case` are ordinary names too: x = match(y), match: int = 1.
bool TopLevel::isSoftKeyword(Tokens line, std::string_view word) const
{
    if (line.size() < 3 || !is(line[0], word)) {
        return false;
    }
    const PythonToken &next = line[1];
    const bool startsExpression =
        next.kind != Kind::Operator || std::string_view("([{-+~*").find(next.symbol) != std::string_view::npos;
    const std::size_t end = headerEnd(line);
    return startsExpression && end < line.size() && (word == "case" || end + 1 == line.size());
}

} // namespace

BoundNames boundNames(QByteArrayView utf8, std::span<const QByteArrayView> names)
{
    return TopLevel(utf8, names).read();
}

} // namespace owui
