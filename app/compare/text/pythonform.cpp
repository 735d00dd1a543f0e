// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "compare/text/pythonform.h"

#include "plugins/pythoncharacters.h"

#include <QList>

#include <algorithm>
#include <array>
#include <cstring>

namespace owui {

namespace {

constexpr char endOfToken = '\0'; // the text has none
constexpr char endOfLine = '\1';

/// After these words a value may stand in parentheses or without.
constexpr std::array<std::string_view, 10> valueWords{"return", "in",     "if",    "elif", "while",
                                                      "assert", "import", "raise", "del",  "except"};

constexpr std::array<std::string_view, 12> compoundWords{"if",     "elif", "else",    "for",  "while", "try",
                                                         "except", "def",  "finally", "with", "class", "async"};

std::string_view words(QByteArrayView bytes)
{
    return {bytes.data(), static_cast<std::size_t>(bytes.size())};
}

/// Python reads a quote with a backslash in front of it as the quote alone.
QByteArray withoutQuoteEscapes(QByteArrayView body)
{
    QByteArray plain;
    plain.reserve(body.size());
    for (qsizetype i = 0; i < body.size(); ++i) {
        if (body[i] == '\\' && i + 1 < body.size()) {
            if (!isQuote(body[i + 1])) {
                plain += body[i];
            }
            ++i;
        }
        plain += body[i];
    }
    return plain;
}

QByteArray withTrimmedLines(const QByteArray &text)
{
    QByteArrayList lines = text.split('\n');
    std::ranges::transform(lines, lines.begin(), [](const QByteArray &line) { return line.trimmed(); });
    return lines.join('\n').trimmed();
}

} // namespace

PythonForm::PythonForm(QByteArrayView utf8)
    : m_bytes(utf8)
    , m_text(utf8)
{
}

QByteArray PythonForm::read()
{
    while (readNext()) {
    }
    return m_code + endOfLine + m_comments;
}

bool PythonForm::readNext()
{
    if (m_position >= m_bytes.size()) {
        return false;
    }
    qsizetype begin = m_position;
    const int column = m_text.readIndentation(begin);
    if (column < 0) {
        m_position = m_text.nextLine(begin);
        if (begin < m_bytes.size() && m_bytes[begin] == '\0') {
            m_position = m_bytes.size(); // nothing that Python would read
            m_code.append(m_bytes.sliced(begin));
        }
        m_tokens.clear();
        collectComments(0, begin, m_position);
        return true;
    }
    m_position = m_text.readLogicalLine(begin, m_tokens);
    enterLine(column);
    readLine(begin, m_position);
    return true;
}

/// Only how deep a line stands matters, not the width of the indentation.
void PythonForm::enterLine(int column)
{
    while (!m_columns.empty() && column < m_columns.back()) {
        m_columns.pop_back();
    }
    if (column > 0 && (m_columns.empty() || column > m_columns.back())) {
        m_columns.push_back(column);
    }
    m_code += QByteArray::number(qsizetype(m_columns.size()));
    m_code += endOfToken;
}

/// What lies between two tokens: white space, line joins, comments, and the prefix of a string.
void PythonForm::collectComments(std::size_t token, qsizetype gap, qsizetype end)
{
    qsizetype position = gap;
    while (position < end) {
        const char c = m_bytes[position];
        if (c == '#') {
            const qsizetype lineEnd = std::min(m_bytes.indexOf('\n', position), end);
            const qsizetype commentEnd = lineEnd < 0 ? end : lineEnd;
            QByteArrayView comment = m_bytes.sliced(position + 1, commentEnd - position - 1);
            m_comments.append(comment.trimmed());
            m_comments += endOfLine;
            position = commentEnd;
        } else if (isNamePart(c) && token < m_tokens.size()) {
            m_prefixes[token] = m_bytes.sliced(position, end - position);
            return;
        } else {
            // Only blanks and line joins are formatting; of a line too long for PythonText the rest is here.
            if (std::strchr(" \t\f\n\\", c) == nullptr) {
                m_code += c;
            }
            ++position;
        }
    }
}

void PythonForm::readLine(qsizetype begin, qsizetype end)
{
    m_prefixes.assign(m_tokens.size(), {});
    m_dropped.assign(m_tokens.size(), false);
    qsizetype position = begin;
    for (std::size_t i = 0; i < m_tokens.size(); ++i) {
        collectComments(i, position, m_tokens[i].begin);
        position = qsizetype(m_tokens[i].begin) + m_tokens[i].length;
    }
    collectComments(m_tokens.size(), position, end);
    dropCommas();
    dropParentheses();
    write();
    m_atStart = false;
}

std::size_t PythonForm::closing(std::size_t opening) const
{
    std::size_t i = opening + 1;
    while (i < m_tokens.size() && !(closes(m_tokens[i]) && m_tokens[i].depth == m_tokens[opening].depth)) {
        ++i;
    }
    return i;
}

/// The token before or after one, without the dropped ones; the number of tokens where there is none.
std::size_t PythonForm::before(std::size_t token) const
{
    while (token > 0) {
        --token;
        if (!m_dropped[token]) {
            return token;
        }
    }
    return m_tokens.size();
}

std::size_t PythonForm::after(std::size_t token) const
{
    do {
        ++token;
    } while (token < m_tokens.size() && m_dropped[token]);
    return std::min(token, m_tokens.size());
}

bool PythonForm::isWord(std::size_t token, std::string_view word) const
{
    return token < m_tokens.size() && m_tokens[token].kind == PythonToken::Kind::Name &&
           words(m_text.view(m_tokens[token])) == word;
}

bool PythonForm::hasWord(std::size_t opening, std::size_t closingToken, std::string_view word) const
{
    for (std::size_t i = opening + 1; i < closingToken; ++i) {
        if (isWord(i, word) && m_tokens[i].depth == m_tokens[opening].depth + 1) {
            return true;
        }
    }
    return false;
}

bool PythonForm::hasComma(std::size_t opening, std::size_t closingToken) const
{
    for (std::size_t i = opening + 1; i < closingToken; ++i) {
        if (!m_dropped[i] && isSymbol(m_tokens[i], ',') && m_tokens[i].depth == m_tokens[opening].depth + 1) {
            return true;
        }
    }
    return false;
}

bool PythonForm::isCallOrIndex(std::size_t opening) const
{
    if (opening == 0) {
        return false;
    }
    const PythonToken &left = m_tokens[opening - 1];
    return !isValueWord(opening - 1) && (left.kind != PythonToken::Kind::Operator || closes(left));
}

/// A comma before a closing bracket means something only where it makes a tuple of one: (a,) and x[a,].
void PythonForm::dropCommas()
{
    for (std::size_t i = 0; i < m_tokens.size(); ++i) {
        if (!opens(m_tokens[i])) {
            continue;
        }
        const std::size_t end = closing(i);
        if (end >= m_tokens.size() || end < i + 2 || !isSymbol(m_tokens[end - 1], ',')) {
            continue;
        }
        const bool call = isCallOrIndex(i);
        const bool always = isSymbol(m_tokens[i], '{') || (isSymbol(m_tokens[i], '[') ? !call : call) ||
                            (i > 0 && isWord(i - 1, "import"));
        if (always || hasComma(i, end - 1)) {
            m_dropped[end - 1] = true;
        }
    }
}

/// True where a value ends with the parentheses, and one may begin with them.
bool PythonForm::isWholeValue(std::size_t opening, std::size_t closingToken) const
{
    const std::size_t left = before(opening);
    const std::size_t right = after(closingToken);
    const bool last = right >= m_tokens.size();
    if (left >= m_tokens.size()) {
        return !last && isSymbol(m_tokens[right], '='); // (a, b) = c
    }
    if (isWord(left, "for")) {
        return isWord(right, "in");
    }
    const bool outside = m_tokens[opening].depth == 0;
    const PythonToken &sign = m_tokens[left];
    const bool inBrackets = !outside && (opens(sign) || isSymbol(sign, ',') || isSymbol(sign, ':'));
    if (!isValueWord(left) && !assigns(left) && !inBrackets) {
        return false;
    }
    return last || isSymbol(m_tokens[right], ':') || isSymbol(m_tokens[right], ';') ||
           (!outside && (closes(m_tokens[right]) || isSymbol(m_tokens[right], ',')));
}

/// True for parentheses around all of a value, where Python reads the same without them.
bool PythonForm::isSurplus(std::size_t opening, std::size_t closingToken) const
{
    if (closingToken == opening + 1) {
        return opening == 2 && isWord(0, "class"); // class A():
    }
    if (!isWholeValue(opening, closingToken) || hasWord(opening, closingToken, "yield") ||
        hasWord(opening, closingToken, "for")) {
        return false;
    }
    if (!hasComma(opening, closingToken)) {
        return true;
    }
    // Elsewhere these commas would belong to something else without the parentheses.
    const std::size_t left = before(opening);
    const bool loop = isWord(left, "in") && (isWord(0, "for") || (isWord(0, "async") && isWord(1, "for")));
    const bool statement = left >= m_tokens.size() || loop || assigns(left) || isWord(left, "return") ||
                           isWord(left, "import") || isWord(left, "del");
    return isWord(left, "for") || (m_tokens[opening].depth == 0 && statement);
}

bool PythonForm::isValueWord(std::size_t token) const
{
    return std::ranges::any_of(valueWords, [&](std::string_view word) { return isWord(token, word); });
}

/// True for = and for +=, but not for == or <=.
bool PythonForm::assigns(std::size_t token) const
{
    const QByteArrayView sign = m_text.view(m_tokens[token]);
    return isSymbol(m_tokens[token], '=') || (isSymbol(m_tokens[token], PythonToken::otherOperator) &&
                                              sign.endsWith('=') && std::strchr("=!<>", sign.front()) == nullptr);
}

void PythonForm::dropParentheses()
{
    for (std::size_t i = 0; i < m_tokens.size(); ++i) {
        if (!isSymbol(m_tokens[i], '(')) {
            continue;
        }
        const std::size_t end = closing(i);
        if (end < m_tokens.size() && isSurplus(i, end)) {
            m_dropped[i] = true;
            m_dropped[end] = true;
        }
    }
}

/// Statements that share a line are written as if each had its own.
void PythonForm::write()
{
    const auto level = static_cast<qsizetype>(m_columns.size());
    const auto breakLine = [&](qsizetype nextLevel) {
        m_code += endOfLine;
        m_code += QByteArray::number(nextLevel);
        m_code += endOfToken;
    };
    const bool compound = std::ranges::any_of(compoundWords, [&](std::string_view word) { return isWord(0, word); });
    bool inSuite = false;
    int lambdas = 0;
    for (std::size_t i = 0; i < m_tokens.size(); ++i) {
        if (m_dropped[i]) {
            continue;
        }
        const bool outside = m_tokens[i].depth == 0;
        const bool last = after(i) >= m_tokens.size();
        if (outside && isSymbol(m_tokens[i], ';')) {
            if (!last) {
                breakLine(level + (inSuite ? 1 : 0));
            }
            continue;
        }
        if (m_tokens[i].kind == PythonToken::Kind::String) {
            writeString(i, m_tokens.size() == 1);
        } else if (m_tokens[i].kind == PythonToken::Kind::Number) {
            m_code += m_text.view(m_tokens[i]).toByteArray().toLower();
        } else {
            m_code.append(m_text.view(m_tokens[i]));
        }
        m_code += endOfToken;
        if (outside && isWord(i, "lambda")) {
            ++lambdas;
        } else if (outside && isSymbol(m_tokens[i], ':') && lambdas-- == 0 && compound && !inSuite && !last) {
            inSuite = true;
            breakLine(level + 1);
        }
    }
    m_code += endOfLine;
}

void PythonForm::writeString(std::size_t token, bool alone)
{
    const QByteArrayView text = m_text.view(m_tokens[token]);
    QByteArray prefix = m_prefixes[token].toByteArray().toLower();
    std::ranges::sort(prefix);
    prefix.replace('u', "");
    const qsizetype quotes = text.startsWith("\"\"\"") || text.startsWith("'''") ? 3 : 1;
    if (text.size() < 2 * quotes) {
        m_code += prefix + text.toByteArray(); // not closed
        return;
    }
    QByteArray body = text.sliced(quotes, text.size() - 2 * quotes).toByteArray();
    if (!prefix.contains('r')) {
        body = withoutQuoteEscapes(body);
    }
    m_code += prefix + '"';
    if (!alone || !prefix.isEmpty()) {
        m_code += body;
        return;
    }
    // The server reads a header only where its first line is nothing but quotes (plugin.py:151 @0.11.0).
    const bool opensHeader = m_atStart && body.startsWith('\n');
    m_code += (opensHeader ? "\n" : "") + withTrimmedLines(body);
}

} // namespace owui
