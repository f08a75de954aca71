"""Faces for pointed Hebrew in PDFs: each point is a glyph that stands where it belongs to its letter by itself.

In an ordinary face a point is one glyph, which the rules of the face (GPOS) move below, into or above each letter. A PDF
writes the moves down, and readers that find words by where glyphs stand, as all do, see words torn apart at every point
(`tests/editions/test_pdf_words.py` compares). Here, for every letter and point, a glyph of that point is added whose
outline is moved already, and rules (GSUB) that put it in its place: nothing is left to be moved. Such glyphs have no width
and stand before their letter, as right-to-left text is drawn, so that whoever turns a line round has them behind it.
A point at the end of a word is followed by one more, which draws nothing and says "right to left" (U+200F): before it a
comma of another face would take the point with it.

WeasyPrint 70.0 says of the glyphs of a cluster that the first is all of its text and the others none; `say_letters`
writes which character each glyph is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, partial
from io import BytesIO
from typing import Any

from msgspec import Struct

from generator.expressions import expression

_ENTRY = expression(rb"<([0-9a-f]{4})> <[0-9a-f]*>")
_ON_ONE_LETTER = 3
"""Points that a letter may have: dot of the shin, dagesh and a vowel."""
_END = "point.end"
_MARK = 3
"""The class of marks in GDEF."""
_MARK_TO_BASE, _EXTENSION = 4, 9
"""Kinds of lookups in GPOS."""
_ONE_FOR_ONE = 1
"""Of GSUB: a glyph in place of a glyph."""
_STEPS = 3
"""How often a form has a form of its own."""


class PointedFace(Struct, frozen=True):
    """A font and what each of its Hebrew glyphs says."""

    content: bytes
    letters: Mapping[int, str]
    """Number of the glyph -> its character."""


@cache
def pointed_face(plain: bytes) -> PointedFace:
    """The face made of the static font `plain`."""
    from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
    from fontTools.ttLib import TTFont

    font = TTFont(BytesIO(plain), recalcTimestamp=False)
    characters = {glyph: chr(code) for code, glyph in sorted(font.getBestCmap().items(), reverse=True)}
    points = _add_points(font)
    addOpenTypeFeaturesFromString(font, _rules(font, points), tables=["GSUB"])
    _leave_letters_in_place(font)
    made = BytesIO()
    font.save(made)
    letters = {glyph: each for glyph, each in characters.items() if _is_hebrew(each)}
    letters |= {new: characters[point] for places in points.values() for point, new in places.items()}
    letters[_END] = "\u200f"
    return PointedFace(made.getvalue(), {font.getGlyphID(glyph): each for glyph, each in letters.items()})


@cache
def face_of_forms(plain: bytes) -> PointedFace:
    """The font as it is, and what its glyphs say: a letter's own, and the forms that it has beside others, one for one."""
    from fontTools.ttLib import TTFont

    font = TTFont(BytesIO(plain))
    said = {glyph: chr(code) for code, glyph in sorted(font.getBestCmap().items(), reverse=True)}
    forms = [
        table.mapping
        for lookup in font["GSUB"].table.LookupList.Lookup
        for table in (getattr(each, "ExtSubTable", each) for each in lookup.SubTable)
        if table.LookupType == _ONE_FOR_ONE
    ]
    for _ in range(_STEPS):
        for mapping in forms:
            for glyph, form in mapping.items():
                if glyph in said:
                    said.setdefault(form, said[glyph])
    return PointedFace(plain, {font.getGlyphID(glyph): each for glyph, each in said.items()})


def say_letters(pdf: Any, faces: Mapping[str, PointedFace]) -> None:
    """Write into the fonts of a PDF that is about to be written what their glyphs say. `faces`: by name in the style sheet."""
    for each in pdf.objects:
        if not isinstance(each, dict) or each.get("Type") != "/Font" or "ToUnicode" not in each:
            continue
        face = faces.get(_family(each))
        if face is None:
            continue
        table = pdf.objects[int(each["ToUnicode"].split()[0])]
        table.stream = [_ENTRY.sub(partial(_entry, face), line) for line in table.stream]


def _family(font: Any) -> str:
    """`Text Hebrew` of `/ABCDEF+Text-Hebrew-Bold`."""
    name = font["BaseFont"]
    name = name.decode() if isinstance(name, bytes) else str(name)
    return " ".join(name.partition("+")[2].split("-")[:2])


def _entry(face: PointedFace, entry: re.Match[bytes]) -> bytes:
    letter = face.letters.get(int(entry[1], 16))
    return entry[0] if letter is None else b"<%s> <%s>" % (entry[1], letter.encode("utf-16-be").hex().encode())


def _is_hebrew(character: str) -> bool:
    return "\u0590" <= character <= "\u05ff" or "\ufb1d" <= character <= "\ufb4f"


def _add_points(font: Any) -> dict[str, dict[str, str]]:
    """Add the glyphs that are moved already: letter -> point -> the new glyph. All are named by glyphs of the font."""
    from fontTools.pens.ttGlyphPen import TTGlyphPen

    outlines, metrics, classes = font["glyf"], font["hmtx"], font["GDEF"].table.GlyphClassDef.classDefs
    order = list(font.getGlyphOrder())
    points: dict[str, dict[str, str]] = {}
    for letter, point, right, up in sorted(_places(font)):
        if point in points.get(letter, ()):
            continue
        new = f"{point}.{letter}"
        pen = TTGlyphPen(outlines)
        pen.addComponent(point, (1, 0, 0, 1, right, up))
        outlines[new] = pen.glyph()
        metrics[new], classes[new] = (0, 0), _MARK
        order.append(new)
        points.setdefault(letter, {})[point] = new
    outlines[_END] = TTGlyphPen(None).glyph()
    metrics[_END], classes[_END] = (0, 0), _MARK
    order.append(_END)
    font.setGlyphOrder(order)
    outlines.glyphOrder = order
    return points


def _places(font: Any) -> Iterator[tuple[str, str, int, int]]:
    """Letter, point, and how far the point is moved, in units of the font."""
    for lookup in font["GPOS"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            rule = table.ExtSubTable if table.LookupType == _EXTENSION else table
            if rule.LookupType != _MARK_TO_BASE:
                continue
            for point, mark in zip(rule.MarkCoverage.glyphs, rule.MarkArray.MarkRecord, strict=True):
                for letter, base in zip(rule.BaseCoverage.glyphs, rule.BaseArray.BaseRecord, strict=True):
                    if at := base.BaseAnchor[mark.Class]:
                        here = mark.MarkAnchor
                        yield letter, point, at.XCoordinate - here.XCoordinate, at.YCoordinate - here.YCoordinate


def _rules(font: Any, points: Mapping[str, Mapping[str, str]]) -> str:
    """The font's own ligatures (letters with a dagesh), and the rule for each letter, in the language of feature files."""
    lines = ["languagesystem DFLT dflt;", "languagesystem hebr dflt;"]
    ligatures = list(_ligatures(font))
    if ligatures:
        lines += ["feature ccmp {", *ligatures, "} ccmp;"]
    every = {glyph for places in points.values() for pair in places.items() for glyph in pair}
    lines.append(f"@POINTS = [{' '.join(sorted(every))}];")
    for letter, places in points.items():
        placed = (f"sub {point} by {new};" for point, new in places.items())
        lines += [f"lookup at_{letter} {{", *placed, f"}} at_{letter};"]
    lines += ["lookup end {", *(f"sub {point} by {point} {_END};" for point in sorted(every)), "} end;"]
    lines += ["feature rlig {", "lookup places {"]
    for letter, places in points.items():
        for before in range(_ON_ONE_LETTER):
            lines.append(f"sub {letter} {'@POINTS ' * before}[{' '.join(places)}]' lookup at_{letter};")
    within = {glyph for code, glyph in font.getBestCmap().items() if code == ord(" ") or _is_hebrew(chr(code))} | every
    lines += [
        "} places;",
        "lookup ends {",
        f"ignore sub @POINTS' [{' '.join(sorted(within))}];",
        "sub @POINTS' lookup end;",
    ]
    lines += ["} ends;", "} rlig;"]
    return "\n".join(lines)


def _ligatures(font: Any) -> Iterator[str]:
    for lookup in font["GSUB"].table.LookupList.Lookup if "GSUB" in font else ():
        for table in lookup.SubTable:
            for first, ligatures in table.ligatures.items():
                for each in ligatures:
                    yield f"sub {first} {' '.join(each.Component)} by {each.LigGlyph};"


def _leave_letters_in_place(font: Any) -> None:
    """Take out the kerning of pairs: it moves a letter away from its points."""
    table = font["GPOS"].table
    for record in table.FeatureList.FeatureRecord:
        if record.FeatureTag == "kern":
            for index in record.Feature.LookupListIndex:
                table.LookupList.Lookup[index].SubTable = []
                table.LookupList.Lookup[index].SubTableCount = 0
