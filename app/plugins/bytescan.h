// SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArrayView>

#include <bit>
#include <cstdint>

#if defined(__SSE2__) || defined(_M_X64)
#define OWUI_BYTESCAN_SSE2
#include <emmintrin.h>
#endif

/// Looking at sixteen bytes at a time: a scan of ten thousand plugins is meant to take little longer than reading them.
namespace owui::bytescan {

inline constexpr qsizetype blockSize = 16;

/// What the sixteen bytes of a block of Python code are, bit by bit.
struct CodeBlock
{
    std::uint32_t events = 0; ///< quotes, comments, backslashes, line ends that matter
    std::uint32_t opening = 0;
    std::uint32_t closing = 0;
};

#ifdef OWUI_BYTESCAN_SSE2

/// The position of the first of `Bytes` from `position` on, or the size.
template<char... Bytes>
qsizetype find(QByteArrayView text, qsizetype position)
{
    for (; position + blockSize <= text.size(); position += blockSize) {
        const __m128i block = _mm_loadu_si128(reinterpret_cast<const __m128i *>(text.data() + position));
        __m128i found = _mm_setzero_si128();
        ((found = _mm_or_si128(found, _mm_cmpeq_epi8(block, _mm_set1_epi8(Bytes)))), ...);
        if (const auto mask = static_cast<std::uint32_t>(_mm_movemask_epi8(found)); mask != 0) {
            return position + std::countr_zero(mask);
        }
    }
    while (position < text.size() && ((text[position] != Bytes) && ...)) {
        ++position;
    }
    return position;
}

/// Reads one byte behind the block. Line ends matter if `everyLine`, else only before a line that is neither indented
/// nor empty.
inline CodeBlock codeBlock(const char *bytes, bool everyLine)
{
    const __m128i block = _mm_loadu_si128(reinterpret_cast<const __m128i *>(bytes));
    const __m128i next = _mm_loadu_si128(reinterpret_cast<const __m128i *>(bytes + 1));
    const auto is = [](__m128i value, char byte) { return _mm_cmpeq_epi8(value, _mm_set1_epi8(byte)); };
    const auto bits = [](__m128i value) { return static_cast<std::uint32_t>(_mm_movemask_epi8(value)); };
    // '[' and '{', and ']' and '}', differ in one bit only.
    const __m128i folded = _mm_or_si128(block, _mm_set1_epi8(0x20));
    const __m128i blank = _mm_or_si128(_mm_or_si128(is(next, ' '), is(next, '\t')), is(next, '\n'));
    const __m128i line = is(block, '\n');
    const __m128i lineEnd = everyLine ? line : _mm_andnot_si128(blank, line);
    const __m128i lonelyReturn = _mm_andnot_si128(is(next, '\n'), is(block, '\r'));
    const __m128i quote = _mm_or_si128(is(block, '"'), is(block, '\''));
    const __m128i other = _mm_or_si128(is(block, '#'), is(block, '\\'));
    return {.events = bits(_mm_or_si128(_mm_or_si128(quote, other), _mm_or_si128(lineEnd, lonelyReturn))),
            .opening = bits(_mm_or_si128(is(block, '('), is(folded, '{'))),
            .closing = bits(_mm_or_si128(is(block, ')'), is(folded, '}')))};
}

#else

template<char... Bytes>
qsizetype find(QByteArrayView text, qsizetype position)
{
    while (position < text.size() && ((text[position] != Bytes) && ...)) {
        ++position;
    }
    return position;
}

/// Says of each block that its first byte may be anything, so that it is looked at alone.
inline CodeBlock codeBlock(const char *, bool)
{
    return {.events = 1};
}

#endif

} // namespace owui::bytescan
