#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes tests/gui/blank.ttf: a font whose letters are all equally wide and empty.

Drawn with it, a window's pictures do not depend on the fonts of the machine: texts take a room that is always the same and
leave no trace. Needs fontTools; run it from this folder."""

from fontTools.fontBuilder import FontBuilder
from fontTools.ttLib.tables._g_l_y_f import Glyph

EM, ADVANCE, ASCENT, DESCENT = 1000, 500, 900, 250

builder = FontBuilder(EM, isTTF=True)
builder.setupGlyphOrder([".notdef", "blank"])
# Latin, Greek, superscripts, punctuation, arrows, mathematics, shapes and marks: what the window writes in English.
characters = [*range(0x20, 0x180), *range(0x2B0, 0x400), *range(0x1D00, 0x1DC0), *range(0x2000, 0x2400), *range(0x25A0, 0x2800)]
builder.setupCharacterMap({code: "blank" for code in characters})
builder.setupGlyf({".notdef": Glyph(), "blank": Glyph()})
builder.setupHorizontalMetrics({".notdef": (ADVANCE, 0), "blank": (ADVANCE, 0)})
builder.setupHorizontalHeader(ascent=ASCENT, descent=-DESCENT)
builder.setupNameTable({"familyName": "Alexscope Blank", "styleName": "Regular"})
builder.setupOS2(sTypoAscender=ASCENT, sTypoDescender=-DESCENT, usWinAscent=ASCENT, usWinDescent=DESCENT)
builder.setupPost()
builder.font["head"].created = builder.font["head"].modified = 0  # the same file every time
builder.font.recalcTimestamp = False
builder.save("blank.ttf")
