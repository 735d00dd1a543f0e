// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "plugins/pythontext.h"

#include "plugins/bytescan.h"
#include "plugins/pythoncharacters.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

namespace owui {

namespace {

// A logical line with more tokens than this is a table of data; what lies deeper in it binds nothing.
constexpr std::size_t maximumTokens = 100'000;
// Where a text is damaged, looking for the end of each f-string could read to the end of the file every time.
constexpr int maximumBrokenFormatted = 16;
constexpr int maximumNesting = 100;

} // namespace

qsizetype PythonText::afterNewline(qsizetype position) const
{
    return position + (at(position) == '\r' && at(position + 1) == '\n' ? 2 : 1);
}

qsizetype PythonText::skipComment(qsizetype position) const
{
    return bytescan::find<'\n', '\r'>(m_text, position);
}

int PythonText::readIndentation(qsizetype &position) const
{
    int column = 0;
    for (;; ++position) {
        switch (at(position)) {
        case ' ':
            ++column;
            break;
        case '\t':
            column = (column / 8 + 1) * 8;
            break;
        case '\f':
            column = 0;
            break;
        case '\n':
        case '\r':
        case '#':
        case '\0':
            return -1;
        default:
            return column;
        }
    }
}

qsizetype PythonText::nextLine(qsizetype position) const
{
    const qsizetype end = skipComment(position);
    return end < size() ? afterNewline(end) : size();
}

bool PythonText::closes(qsizetype position, char quote, bool triple) const
{
    return at(position) == quote && (!triple || (at(position + 1) == quote && at(position + 2) == quote));
}

qsizetype PythonText::skipPlainString(qsizetype position, char quote, bool triple) const
{
    while (position < size()) {
        if (triple) {
            position = quote == '"' ? bytescan::find<'"', '\\'>(m_text, position)
                                    : bytescan::find<'\'', '\\'>(m_text, position);
        } else {
            position = quote == '"' ? bytescan::find<'"', '\\', '\n', '\r'>(m_text, position)
                                    : bytescan::find<'\'', '\\', '\n', '\r'>(m_text, position);
        }
        const char c = at(position);
        if (c == quote && closes(position, quote, triple)) {
            return position + (triple ? 3 : 1);
        }
        if (c == '\\') {
            // The line break after a backslash may have two bytes.
            position = at(position + 1) == '\r' ? afterNewline(position + 1) : position + 2;
        } else if (!triple && isNewline(c)) {
            return position; // not closed: the error ends with its line
        } else {
            ++position;
        }
    }
    return size();
}

qsizetype PythonText::skipString(qsizetype quote)
{
    const char c = m_text[quote];
    const bool triple = closes(quote, c, true);
    const qsizetype content = quote + (triple ? 3 : 1);
    bool formatted = false;
    bool raw = false;
    qsizetype begin = quote;
    while (begin > 0 && isNamePart(m_text[begin - 1]) && quote - begin < 3) {
        --begin;
    }
    if (quote - begin <= 2) {
        for (qsizetype i = begin; i < quote; ++i) {
            const char prefix = static_cast<char>(m_text[i] | 0x20);
            formatted = formatted || prefix == 'f' || prefix == 't';
            raw = raw || prefix == 'r';
        }
    }
    if (formatted && m_brokenFormatted < maximumBrokenFormatted) {
        if (const qsizetype end = skipFormatted(content, c, triple, raw, 0); end >= 0) {
            return end;
        }
        ++m_brokenFormatted;
    }
    return skipPlainString(content, c, triple);
}

qsizetype PythonText::skipNested(qsizetype quote, int level)
{
    const char c = m_text[quote];
    const bool triple = closes(quote, c, true);
    const qsizetype content = quote + (triple ? 3 : 1);
    bool formatted = false;
    bool raw = false;
    for (qsizetype i = quote - 1; i >= 0 && i >= quote - 2 && isNamePart(m_text[i]); --i) {
        const char prefix = static_cast<char>(m_text[i] | 0x20);
        formatted = formatted || prefix == 'f' || prefix == 't';
        raw = raw || prefix == 'r';
    }
    if (formatted) {
        return skipFormatted(content, c, triple, raw, level + 1);
    }
    const qsizetype end = skipPlainString(content, c, triple);
    return end < size() && !isQuote(m_text[end - 1]) ? -1 : end;
}

/// From behind the opening quote to behind the closing one; -1 where the text is no f-string of any Python.
qsizetype PythonText::skipFormatted(qsizetype position, char quote, bool triple, bool raw, int level)
{
    if (level > maximumNesting) {
        return -1;
    }
    while (position < size()) {
        const char c = m_text[position];
        if (c == quote && closes(position, quote, triple)) {
            return position + (triple ? 3 : 1);
        }
        if (c == '\\') {
            const char escaped = at(position + 1);
            if (escaped == 'N' && !raw && at(position + 2) == '{') {
                while (position < size() && m_text[position] != '}') {
                    ++position;
                }
            } else if (escaped == '\r') {
                position = afterNewline(position + 1);
            } else {
                position += escaped == '{' || escaped == '}' ? 1 : 2;
            }
        } else if (c == '{') {
            if (at(position + 1) == '{') {
                position += 2;
            } else if (position = skipReplacement(position + 1, quote, triple, raw, level); position < 0) {
                return -1;
            }
        } else if (!triple && isNewline(c)) {
            return -1;
        } else {
            ++position;
        }
    }
    return -1;
}

/// From behind the `{` of a replacement field to behind its `}`.
qsizetype PythonText::skipReplacement(qsizetype position, char quote, bool triple, bool raw, int level)
{
    if (level > maximumNesting) {
        return -1;
    }
    int depth = 0;
    bool inFormat = false;
    while (position < size()) {
        const char c = m_text[position];
        if (inFormat) {
            if (c == '{') {
                position = skipReplacement(position + 1, quote, triple, raw, level + 1);
                if (position < 0) {
                    return -1;
                }
                continue;
            }
            if (c == '}') {
                return position + 1;
            }
            if ((c == quote && closes(position, quote, triple)) || (!triple && isNewline(c))) {
                return -1;
            }
            position += c == '\\' ? 2 : 1;
        } else if (isQuote(c)) {
            position = skipNested(position, level);
            if (position < 0) {
                return -1;
            }
        } else if (c == '#') {
            position = skipComment(position);
        } else if (isOpening(c)) {
            ++depth;
            ++position;
        } else if (isClosing(c)) {
            ++position;
            if (depth == 0) {
                return c == '}' ? position : -1;
            }
            --depth;
        } else {
            inFormat = c == ':' && depth == 0;
            ++position;
        }
    }
    return -1;
}

/// True for the words that start a statement and stand nowhere in an expression. With them a text that forgot to close
/// a bracket is read on.
bool PythonText::onlyAStatementStartsAt(qsizetype position) const
{
    static constexpr std::array<std::string_view, 10> words{"class", "def",  "import", "return", "while",
                                                            "try",   "with", "raise",  "del",    "pass"};
    while (at(position) == ' ' || at(position) == '\t') {
        ++position;
    }
    return std::ranges::any_of(words, [&](std::string_view word) {
        const auto length = static_cast<qsizetype>(word.size());
        return size() - position > length && std::memcmp(m_text.data() + position, word.data(), word.size()) == 0 &&
               !isNamePart(m_text[position + length]) && !isQuote(m_text[position + length]);
    });
}

PythonToken PythonText::readOperator(qsizetype position) const
{
    const char c = m_text[position];
    const char next = at(position + 1);
    PythonToken token{.begin = static_cast<std::uint32_t>(position), .length = 1, .symbol = c};
    if (c == ':' && next == '=') {
        token.length = 2;
        token.symbol = PythonToken::walrus;
    } else if (c != '\0' && std::strchr("+-*/%@&|^<>=!", c) != nullptr) {
        const bool doubled = next == c && std::strchr("*/<>", c) != nullptr;
        const bool assigns = at(position + (doubled ? 2 : 1)) == '=';
        token.length = 1U + (doubled ? 1U : 0U) + (assigns ? 1U : 0U);
        if (c == '-' && next == '>') {
            token.length = 2;
        }
        if (token.length > 1 && !(c == '*' && doubled && !assigns)) {
            token.symbol = PythonToken::otherOperator;
        }
    }
    return token;
}

qsizetype PythonText::readLogicalLine(qsizetype position, std::vector<PythonToken> &tokens)
{
    tokens.clear();
    int depth = 0;
    const auto add = [&](PythonToken token) {
        if (tokens.size() < maximumTokens) {
            token.depth = static_cast<std::uint16_t>(std::min(depth, 0xffff));
            tokens.push_back(token);
        }
    };
    while (position < size()) {
        const char c = m_text[position];
        if (isNameStart(c)) {
            const qsizetype begin = position;
            while (position < size() && isNamePart(m_text[position])) {
                ++position;
            }
            const QByteArrayView name = m_text.sliced(begin, position - begin);
            const bool prefix = isQuote(at(position)) && name.size() <= 2 && std::ranges::all_of(name, [](char letter) {
                                    return std::strchr("rRbBuUfFtT", letter) != nullptr;
                                });
            if (!prefix) {
                add({.begin = static_cast<std::uint32_t>(begin),
                     .length = static_cast<std::uint32_t>(name.size()),
                     .kind = PythonToken::Kind::Name});
            }
        } else if (isQuote(c)) {
            const qsizetype begin = position;
            position = skipString(position);
            add({.begin = static_cast<std::uint32_t>(begin),
                 .length = static_cast<std::uint32_t>(position - begin),
                 .kind = PythonToken::Kind::String});
        } else if ((c >= '0' && c <= '9') || (c == '.' && at(position + 1) >= '0' && at(position + 1) <= '9')) {
            const qsizetype begin = position;
            while (position < size() && (isNamePart(m_text[position]) || m_text[position] == '.')) {
                ++position;
            }
            add({.begin = static_cast<std::uint32_t>(begin),
                 .length = static_cast<std::uint32_t>(position - begin),
                 .kind = PythonToken::Kind::Number});
        } else if (c == '#') {
            position = skipComment(position);
        } else if (isNewline(c)) {
            position = afterNewline(position);
            if (depth == 0 || onlyAStatementStartsAt(position)) {
                return position;
            }
        } else if (c == '\\' && isNewline(at(position + 1))) {
            position = afterNewline(position + 1);
        } else if (c == ' ' || c == '\t' || c == '\f') {
            ++position;
        } else {
            const PythonToken token = readOperator(position);
            depth -= isClosing(c) && depth > 0 ? 1 : 0;
            add(token);
            depth += isOpening(c) ? 1 : 0;
            position += token.length;
        }
    }
    return size();
}

/// Moves over code in which nothing begins or ends but brackets, which are counted.
qsizetype PythonText::skipPlainCode(qsizetype position, bool everyLine, int &depth) const
{
    const auto count = [&depth](std::uint32_t opening, std::uint32_t closing) {
        if (std::popcount(closing) <= depth) {
            depth += std::popcount(opening) - std::popcount(closing);
            return;
        }
        // One by one, because a bracket that closes nothing counts for nothing.
        for (std::uint32_t rest = opening | closing; rest != 0; rest &= rest - 1) {
            const bool opens = (opening & rest & (~rest + 1)) != 0;
            depth = std::max(0, depth + (opens ? 1 : -1));
        }
    };
    while (position + bytescan::blockSize < size()) {
        const bytescan::CodeBlock block = bytescan::codeBlock(m_text.data() + position, everyLine);
        if (block.events != 0) {
            const int plain = std::countr_zero(block.events);
            const std::uint32_t before = (1U << plain) - 1;
            count(block.opening & before, block.closing & before);
            return position + plain;
        }
        count(block.opening, block.closing);
        position += bytescan::blockSize;
    }
    return position;
}

qsizetype PythonText::skipDeeperLines(qsizetype position, int indentation)
{
    int depth = 0;
    bool lineStart = true;
    while (position < size()) {
        if (lineStart) {
            lineStart = false;
            if (depth > 0 && onlyAStatementStartsAt(position)) {
                depth = 0;
            }
            if (depth == 0) {
                const qsizetype begin = position;
                const int column = readIndentation(position);
                if (column >= 0 && column <= indentation) {
                    return begin;
                }
            }
            continue;
        }
        position = skipPlainCode(position, indentation > 0, depth);
        const char c = at(position);
        if (isQuote(c)) {
            position = skipString(position);
        } else if (c == '#') {
            position = skipComment(position);
        } else if (isNewline(c)) {
            position = afterNewline(position);
            lineStart = true;
        } else if (c == '\\' && isNewline(at(position + 1))) {
            position = afterNewline(position + 1);
        } else {
            depth += isOpening(c) ? 1 : 0;
            depth -= isClosing(c) && depth > 0 ? 1 : 0;
            ++position;
        }
    }
    return size();
}

} // namespace owui
