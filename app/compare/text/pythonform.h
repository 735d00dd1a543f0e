// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "plugins/pythontext.h"
#include "plugins/pythontokens.h"

#include <QByteArray>

#include <cstddef>
#include <string_view>
#include <vector>

namespace owui {

/// Writes Python code down without what a formatter such as black changes: see TextDifference::Formatting. The text
/// must outlive the object, and has \n as its only line end.
class PythonForm final
{
public:
    explicit PythonForm(QByteArrayView utf8);

    /// Equal for texts that differ in formatting only.
    [[nodiscard]] QByteArray read();

    /// Reads one logical line, or one without code. False at the end.
    [[nodiscard]] bool readNext();
    /// Of what was read so far. Grows only, and valid until more is read.
    [[nodiscard]] QByteArrayView code() const { return m_code; }
    [[nodiscard]] QByteArrayView comments() const { return m_comments; }

private:
    void enterLine(int column);
    void collectComments(std::size_t token, qsizetype gap, qsizetype end);
    void readLine(qsizetype begin, qsizetype end);
    void dropParentheses();
    void dropCommas();
    void write();
    void writeString(std::size_t token, bool alone);
    [[nodiscard]] std::size_t closing(std::size_t opening) const;
    [[nodiscard]] std::size_t before(std::size_t token) const;
    [[nodiscard]] std::size_t after(std::size_t token) const;
    [[nodiscard]] bool isSurplus(std::size_t opening, std::size_t closingToken) const;
    [[nodiscard]] bool isWholeValue(std::size_t opening, std::size_t closingToken) const;
    [[nodiscard]] bool isValueWord(std::size_t token) const;
    [[nodiscard]] bool assigns(std::size_t token) const;
    [[nodiscard]] bool isWord(std::size_t token, std::string_view word) const;
    [[nodiscard]] bool hasWord(std::size_t opening, std::size_t closingToken, std::string_view word) const;
    [[nodiscard]] bool hasComma(std::size_t opening, std::size_t closingToken) const;
    [[nodiscard]] bool isCallOrIndex(std::size_t opening) const;

    QByteArrayView m_bytes;
    PythonText m_text;
    qsizetype m_position = 0;
    std::vector<int> m_columns; ///< of the blocks around the present line
    std::vector<PythonToken> m_tokens;
    std::vector<QByteArrayView> m_prefixes; ///< of the string tokens, by token
    std::vector<bool> m_dropped;
    bool m_atStart = true; ///< nothing but comments so far
    QByteArray m_code;
    QByteArray m_comments;
};

} // namespace owui
