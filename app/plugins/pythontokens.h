// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include "plugins/pythontext.h"

#include <cstddef>
#include <span>

namespace owui {

using PythonTokens = std::span<const PythonToken>;

[[nodiscard]] inline bool isSymbol(const PythonToken &token, char symbol)
{
    return token.kind == PythonToken::Kind::Operator && token.symbol == symbol;
}

[[nodiscard]] inline bool opens(const PythonToken &token)
{
    return isSymbol(token, '(') || isSymbol(token, '[') || isSymbol(token, '{');
}

[[nodiscard]] inline bool closes(const PythonToken &token)
{
    return isSymbol(token, ')') || isSymbol(token, ']') || isSymbol(token, '}');
}

/// The position of `symbol` outside brackets, or the end.
[[nodiscard]] inline std::size_t findSymbol(PythonTokens tokens, char symbol, std::size_t from = 0)
{
    while (from < tokens.size() && !(isSymbol(tokens[from], symbol) && tokens[from].depth == 0)) {
        ++from;
    }
    return from;
}

} // namespace owui
