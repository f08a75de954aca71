"""The faces of a PDF: which fonts a document has letters for, and their files as WeasyPrint reads them."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from io import BytesIO

from msgspec import Struct

from generator.editions.pointed import PointedFace, pointed_face


class Face(Struct, frozen=True):
    """A font file and what it is called in the style sheet: one name a file, or WeasyPrint mixes their glyphs."""

    family: str
    file: str
    weight: str
    """Empty for a variable font, which has all of them."""
    ranges: str


_HEBREW = "U+0307-0308, U+0590-05FF, U+200C-2010, U+20AA, U+25CC, U+FB1D-FB4F"
_LATIN = "U+0000-00FF, U+0131, U+0152-0153, U+02C6, U+02DA, U+02DC, U+2000-206F, U+20AC, U+2122, U+2212"
_LATIN_EXT = "U+0100-02BA, U+1E00-1E9F, U+1EF2-1EFF, U+20A0-20A9, U+20AD-20C0, U+2113"
_ARABIC = "U+0600-06FF, U+0750-077F, U+08A0-08FF, U+FB50-FDFF, U+FE70-FEFC"
_HEBREW_TEXT = Face("Text Hebrew", "assistant-hebrew", "", _HEBREW)
_HEBREW_TITLE = Face("Title Hebrew", "frank-ruhl-libre-hebrew", "", _HEBREW)
FACES = (
    _HEBREW_TEXT,
    Face("Text Latin", "assistant-latin", "", _LATIN),
    Face("Text Latin Extended", "assistant-latin-ext", "", _LATIN_EXT),
    _HEBREW_TITLE,
    Face("Title Latin", "frank-ruhl-libre-latin", "", "U+0020-007E, U+00A0-00FF, U+2010-2026"),
    # not the face of the pages: its letters are drawn of parts, which come out of a PDF as parts
    Face("Text Arabic", "amiri-400", "400", _ARABIC),
    Face("Text Arabic", "amiri-700", "700", _ARABIC),
)
_POINTED = {
    _HEBREW_TEXT: tuple(
        Face(_HEBREW_TEXT.family, f"{_HEBREW_TEXT.file}-pointed-{weight}", weight, _HEBREW) for weight in ("400", "700")
    ),
    _HEBREW_TITLE: (Face(_HEBREW_TITLE.family, f"{_HEBREW_TITLE.file}-pointed-500", "500", _HEBREW),),
}
"""What stands in the place of a Hebrew face where Hebrew is written with points."""

_ARABIC_LETTER = re.compile("[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc]")
_POINTS = re.compile("[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\ufb1d-\ufb4e]")
_UNSET = re.compile("[\u0591-\u05af\u05bd\u05c4\u05c5]")
"""Accents of cantillation and rare points: the faces do not have them, and another one draws the whole word."""


def faces_of(text: str) -> tuple[Face, ...]:
    """The fonts that a document has letters for. Arabic's are large, and most documents have none."""
    has_arabic, is_pointed = _ARABIC_LETTER.search(text) is not None, _POINTS.search(text) is not None
    faces = (face for face in FACES if has_arabic or face.ranges != _ARABIC)
    return tuple(each for face in faces for each in (_POINTED.get(face, (face,)) if is_pointed else (face,)))


def says_what_it_shows(html: str) -> bool:
    """Whether all letters come out of the PDF as they went in: not those of Hebrew with cantillation."""
    return _UNSET.search(html) is None


def pointed_faces_in(html: str) -> dict[str, PointedFace]:
    """By family, the faces with points that the document's style sheet names; glyphs of all weights have the same numbers."""
    every = (each for faces in _POINTED.values() for each in faces)
    return {face.family: _pointed(face.file) for face in every if f"{face.file})" in html}


def font_file(name: str) -> bytes:
    """The font of a face of the style sheet. Raises ValueError for any other name."""
    if name in {face.file for face in FACES}:
        return unpacked(name)
    if name in {face.file for faces in _POINTED.values() for face in faces}:
        return _pointed(name).content
    raise ValueError(f"no such font: {name}")


@cache
def unpacked(name: str) -> bytes:
    """A font of the package without its compression, whose undoing takes longer than setting a short document."""
    from fontTools.ttLib import TTFont

    packed = (files("generator") / "assets" / "fonts" / f"{name}.woff2").read_bytes()
    font = TTFont(BytesIO(packed), recalcTimestamp=False)
    font.flavor = None
    whole = BytesIO()
    font.save(whole)
    return whole.getvalue()


def _pointed(name: str) -> PointedFace:
    return pointed_face(name, unpacked(name.partition("-pointed-")[0]))
