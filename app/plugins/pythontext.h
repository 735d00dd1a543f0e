// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArrayView>

#include <cstdint>
#include <vector>

namespace owui {

/// One token of Python, as far as finding bound names needs it.
struct PythonToken
{
    enum class Kind : std::uint8_t { Name, Number, String, Operator };

    static constexpr char walrus = 'w';        ///< :=
    static constexpr char otherOperator = 'o'; ///< an operator of several characters that binds nothing new

    std::uint32_t begin = 0;
    std::uint32_t length = 0;
    std::uint16_t depth = 0; ///< brackets around it; a bracket itself counts for neither of its sides
    Kind kind = Kind::Operator;
    char symbol = 0; ///< the operator, or 0
};

/// Walks through Python source, byte by byte, without building anything. It knows strings (f-strings as since Python
/// 3.12, which reads all older ones alike), comments, brackets and both kinds of line joining. The text must outlive
/// it. Made for texts with errors too, a NUL among them: it never fails, it carries on at the next line that can only
/// be a statement.
class PythonText final
{
public:
    explicit PythonText(QByteArrayView utf8)
        : m_text(utf8)
    {
    }

    [[nodiscard]] QByteArrayView text() const { return m_text; }
    [[nodiscard]] qsizetype size() const { return m_text.size(); }
    [[nodiscard]] QByteArrayView view(const PythonToken &token) const
    {
        return m_text.sliced(token.begin, token.length);
    }

    /// The column of the first character of the line at `position`, which is moved there; -1 for a line without code.
    [[nodiscard]] int readIndentation(qsizetype &position) const;
    /// The start of the line after `position`, which lies in code without open brackets.
    [[nodiscard]] qsizetype nextLine(qsizetype position) const;
    /// Reads the logical line at `position`; returns where the next line starts.
    qsizetype readLogicalLine(qsizetype position, std::vector<PythonToken> &tokens);
    /// Skips the logical lines that are indented deeper than `indentation`; returns the start of the first other line.
    qsizetype skipDeeperLines(qsizetype position, int indentation);

private:
    [[nodiscard]] char at(qsizetype position) const { return position < m_text.size() ? m_text[position] : '\0'; }
    [[nodiscard]] qsizetype afterNewline(qsizetype position) const;
    [[nodiscard]] qsizetype skipComment(qsizetype position) const;
    [[nodiscard]] qsizetype skipPlainCode(qsizetype position, bool everyLine, int &depth) const;
    [[nodiscard]] qsizetype skipString(qsizetype quote);
    [[nodiscard]] qsizetype skipPlainString(qsizetype position, char quote, bool triple) const;
    [[nodiscard]] qsizetype skipFormatted(qsizetype position, char quote, bool triple, bool raw, int level);
    [[nodiscard]] qsizetype skipReplacement(qsizetype position, char quote, bool triple, bool raw, int level);
    [[nodiscard]] qsizetype skipNested(qsizetype quote, int level);
    [[nodiscard]] bool closes(qsizetype position, char quote, bool triple) const;
    [[nodiscard]] bool onlyAStatementStartsAt(qsizetype position) const;
    [[nodiscard]] PythonToken readOperator(qsizetype position) const;

    QByteArrayView m_text;
    int m_brokenFormatted = 0;
};

} // namespace owui
