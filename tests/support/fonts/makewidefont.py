#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The OWUI Deployer authors
# SPDX-License-Identifier: MIT
"""Makes wide.ttf, the font of tests that ask how the window looks with the font of a Chinese desktop.

Letters are as wide as those of other fonts, ideographs twice as wide, and so is the average that the font tells of
itself. Everything is a box, so it has a few kilobytes. Needs fontTools; the result is checked in.
"""

import sys

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable

EM = 1000
LETTER = 560
NARROW = 320
IDEOGRAPH = 1000
NARROW_LETTERS = " .,:;!|'`ijlI()[]fft"
# General punctuation, arrows, signs, CJK punctuation and ideographs, full-width forms.
WIDE = [(0x2190, 0x2BFF), (0x2E80, 0x9FFF), (0xF900, 0xFAFF), (0xFE30, 0xFE6F), (0xFF00, 0xFFEF)]


def box(width):
    pen = TTGlyphPen(None)
    if width > NARROW:
        pen.moveTo((60, 0))
        pen.lineTo((60, 700))
        pen.lineTo((width - 60, 700))
        pen.lineTo((width - 60, 0))
        pen.closePath()
    return pen.glyph()


def many_to_one(glyphs):
    table = CmapSubtable.newSubtable(13)
    table.platformID, table.platEncID, table.language = 3, 10, 0
    table.cmap = glyphs
    return table


widths = {".notdef": LETTER, "narrow": NARROW, "letter": LETTER, "wide": IDEOGRAPH}
glyphs = {c: "narrow" if chr(c) in NARROW_LETTERS else "letter" for c in [*range(0x20, 0x250), *range(0x2000, 0x2070)]}
for first, last in WIDE:
    glyphs.update(dict.fromkeys(range(first, last + 1), "wide"))

builder = FontBuilder(EM, isTTF=True)
builder.setupGlyphOrder(list(widths))
builder.setupCharacterMap({c: name for c, name in glyphs.items() if c < 0x250})
builder.font["cmap"].tables.append(many_to_one(glyphs))
builder.setupGlyf({name: box(width) for name, width in widths.items()})
builder.setupHorizontalMetrics({name: (width, 60) for name, width in widths.items()})
builder.setupHorizontalHeader(ascent=900, descent=-250)
builder.setupNameTable({"familyName": "OWUI Wide Test", "styleName": "Regular"})
builder.setupOS2(sTypoAscender=900, sTypoDescender=-250, usWinAscent=900, usWinDescent=250, xAvgCharWidth=2 * LETTER)
builder.setupPost()
builder.save(sys.argv[1])
