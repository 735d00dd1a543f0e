// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#include "plugins/pythonlines.h"

#include <algorithm>
#include <initializer_list>
#include <string_view>

namespace owui {

namespace {

using namespace std::string_view_literals;

constexpr auto otherSpaces = {
    "\xC2\x85"sv,     "\xC2\xA0"sv,     "\xE1\x9A\x80"sv, "\xE2\x80\x80"sv, "\xE2\x80\x81"sv,
    "\xE2\x80\x82"sv, "\xE2\x80\x83"sv, "\xE2\x80\x84"sv, "\xE2\x80\x85"sv, "\xE2\x80\x86"sv,
    "\xE2\x80\x87"sv, "\xE2\x80\x88"sv, "\xE2\x80\x89"sv, "\xE2\x80\x8A"sv, "\xE2\x80\xA8"sv,
    "\xE2\x80\xA9"sv, "\xE2\x80\xAF"sv, "\xE2\x81\x9F"sv, "\xE3\x80\x80"sv,
};

// NEL, line separator, paragraph separator.
constexpr auto otherLineEnds = {"\xC2\x85"sv, "\xE2\x80\xA8"sv, "\xE2\x80\xA9"sv};

// U+0130, U+0131, U+017F and U+212A: letters that equal an ASCII letter when case is ignored.
constexpr auto otherKeyLetters = {"\xC4\xB0"sv, "\xC4\xB1"sv, "\xC5\xBF"sv, "\xE2\x84\xAA"sv};

constexpr bool isAsciiSpace(char c)
{
    return (c >= 0x09 && c <= 0x0D) || (c >= 0x1C && c <= 0x20);
}

constexpr bool isAsciiLineEnd(char c)
{
    return (c >= 0x0A && c <= 0x0D) || (c >= 0x1C && c <= 0x1E);
}

std::string_view toStd(QByteArrayView bytes)
{
    return {bytes.data(), static_cast<std::size_t>(bytes.size())};
}

/// The bytes of the first of `sequences` that `bytes` starts with, or 0.
qsizetype startsWithAny(std::string_view bytes, std::initializer_list<std::string_view> sequences)
{
    const auto *found =
        std::ranges::find_if(sequences, [&](std::string_view sequence) { return bytes.starts_with(sequence); });
    return found == sequences.end() ? 0 : static_cast<qsizetype>(found->size());
}

} // namespace

QByteArrayView takePythonLine(QByteArrayView &rest)
{
    for (qsizetype i = 0; i < rest.size(); ++i) {
        const char c = rest[i];
        qsizetype length = 0;
        if (isAsciiLineEnd(c)) {
            length = c == '\r' && i + 1 < rest.size() && rest[i + 1] == '\n' ? 2 : 1;
        } else if (c == '\xC2' || c == '\xE2') {
            length = startsWithAny(toStd(rest.sliced(i)), otherLineEnds);
        }
        if (length > 0) {
            const QByteArrayView line = rest.first(i);
            rest = rest.sliced(i + length);
            return line;
        }
    }
    const QByteArrayView line = rest;
    rest = {};
    return line;
}

QByteArrayView withoutLeadingSpace(QByteArrayView utf8)
{
    while (!utf8.isEmpty()) {
        const qsizetype length = isAsciiSpace(utf8[0]) ? 1 : startsWithAny(toStd(utf8), otherSpaces);
        if (length == 0) {
            break;
        }
        utf8 = utf8.sliced(length);
    }
    return utf8;
}

QByteArrayView withoutSpace(QByteArrayView utf8)
{
    utf8 = withoutLeadingSpace(utf8);
    while (!utf8.isEmpty()) {
        if (isAsciiSpace(utf8.back())) {
            utf8.chop(1);
            continue;
        }
        const auto *found = std::ranges::find_if(
            otherSpaces, [&](std::string_view sequence) { return toStd(utf8).ends_with(sequence); });
        if (found == otherSpaces.end()) {
            break;
        }
        utf8.chop(static_cast<qsizetype>(found->size()));
    }
    return utf8;
}

QByteArrayView leadingKey(QByteArrayView utf8)
{
    qsizetype i = 0;
    while (i < utf8.size()) {
        const char c = utf8[i];
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
        const qsizetype length = letter ? 1 : startsWithAny(toStd(utf8.sliced(i)), otherKeyLetters);
        if (length == 0) {
            break;
        }
        i += length;
    }
    return utf8.first(i);
}

QString wholeText(QByteArrayView utf8)
{
    constexpr QByteArrayView mark("\xEF\xBB\xBF");
    QString text;
    while (utf8.startsWith(mark)) {
        text += QChar(QChar::ByteOrderMark);
        utf8 = utf8.sliced(mark.size());
    }
    return text.isEmpty() ? QString::fromUtf8(utf8) : text + QString::fromUtf8(utf8);
}

} // namespace owui
