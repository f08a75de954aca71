"""The faces of a PDF: which fonts a document has letters for, and their files as WeasyPrint reads them."""

from __future__ import annotations

from functools import cache

from msgspec import Struct

from generator.editions.pointed import PointedFace, face_of_forms, pointed_face
from generator.expressions import expression
from generator.model.installed import PACKAGE


class Face(Struct, frozen=True):
    """A font file and what it is called in the style sheet: one name and weight a file, or WeasyPrint mixes their glyphs."""

    family: str
    file: str
    weight: str
    ranges: str


_HEBREW = "U+0307-0308, U+0590-05FF, U+200C-2010, U+20AA, U+25CC, U+FB1D-FB4F"
_LATIN = "U+0000-00FF, U+0131, U+0152-0153, U+02C6, U+02DA, U+02DC, U+2000-206F, U+20AC, U+2122, U+2212"
_LATIN_EXT = "U+0100-02BA, U+1E00-1E9F, U+1EF2-1EFF, U+20A0-20A9, U+20AD-20C0, U+2113"
_ARABIC = "U+0600-06FF, U+0750-077F, U+08A0-08FF, U+FB50-FDFF, U+FE70-FEFC"


def _faces(family: str, file: str, weights: str, ranges: str) -> tuple[Face, ...]:
    return tuple(Face(family, f"{file}-{weight}", weight, ranges) for weight in weights.split())


_HEBREW_TEXT = _faces("Text Hebrew", "assistant-hebrew", "400 600 700", _HEBREW)
_HEBREW_TITLE = _faces("Title Hebrew", "frank-ruhl-libre-hebrew", "500", _HEBREW)
_PLAIN = (*_HEBREW_TEXT, *_HEBREW_TITLE)
"""Faces of Hebrew without points."""
_POINTED = (
    *_faces("Text Hebrew", "assistant-hebrew-pointed", "400 700", _HEBREW),
    *_faces("Title Hebrew", "frank-ruhl-libre-hebrew-pointed", "500", _HEBREW),
)
"""What stands in their place where Hebrew is written with points."""
_OTHERS = (
    *_faces("Text Latin", "assistant-latin", "400 600 700", _LATIN),
    *_faces("Text Latin Extended", "assistant-latin-ext", "400 600 700", _LATIN_EXT),
    *_faces("Title Latin", "frank-ruhl-libre-latin", "500", "U+0020-007E, U+00A0-00FF, U+2010-2026"),
)
# not the face of the pages: its letters are drawn of parts, which come out of a PDF as parts
_AMIRI = _faces("Text Arabic", "amiri", "400 700", _ARABIC)

_ARABIC_LETTER = expression("[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc]")
_LATIN_EXT_LETTER = expression("[\u0100-\u02ba\u1e00-\u1e9f\u1ef2-\u1eff\u20a0-\u20a9\u20ad-\u20c0\u2113]")
_POINTS = expression("[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\ufb1d-\ufb4e]")
_UNSET = expression("[\u0591-\u05af\u05bd\u05c4\u05c5]")
"""Accents of cantillation and rare points: the faces do not have them, and another one draws the whole word."""


def faces_of(text: str) -> tuple[Face, ...]:
    """The fonts that a document has letters for."""
    hebrew = _POINTED if _POINTS.search(text) else _PLAIN
    return (
        *hebrew,
        *(face for face in _OTHERS if face.ranges != _LATIN_EXT or _LATIN_EXT_LETTER.search(text)),
        *(_AMIRI if _ARABIC_LETTER.search(text) else ()),
    )


def says_what_it_shows(html: str) -> bool:
    """Whether all letters come out of the PDF as they went in: not those of Hebrew with cantillation."""
    return _UNSET.search(html) is None


def pointed_faces_in(html: str) -> dict[str, PointedFace]:
    """By family, the faces of letters with points and vowels that the document's style sheet names.

    Glyphs of all weights have the same numbers.
    """
    pointed = {face.family: _pointed(face) for face in _POINTED if f"{face.file})" in html}
    return pointed | {face.family: face_of_forms(_read(face.file)) for face in _AMIRI if f"{face.file})" in html}


def font_file(name: str) -> bytes:
    """The font of a face of the style sheet. Raises ValueError for any other name."""
    for face in _POINTED:
        if name == face.file:
            return _pointed(face).content
    if name in {face.file for face in (*_PLAIN, *_OTHERS, *_AMIRI)}:
        return _read(name)
    raise ValueError(f"no such font: {name}")


@cache
def _read(name: str) -> bytes:
    """A font of the package. It is static and not compressed: either takes longer to undo than setting a short document."""
    return (PACKAGE / "editions" / "fonts" / f"{name}.ttf").read_bytes()


def _pointed(face: Face) -> PointedFace:
    return pointed_face(_read(face.file.replace("-pointed", "")))
