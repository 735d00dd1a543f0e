// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

namespace owui {

// What a byte of Python source can be. Every byte of a character beyond ASCII counts as part of a name.

constexpr bool isNameStart(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

constexpr bool isNamePart(char c)
{
    return isNameStart(c) || (c >= '0' && c <= '9');
}

constexpr bool isNewline(char c)
{
    return c == '\n' || c == '\r';
}

constexpr bool isQuote(char c)
{
    return c == '"' || c == '\'';
}

constexpr bool isOpening(char c)
{
    return c == '(' || c == '[' || c == '{';
}

constexpr bool isClosing(char c)
{
    return c == ')' || c == ']' || c == '}';
}

} // namespace owui
