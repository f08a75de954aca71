"""What WeasyPrint 70.0 does more often than it has to, done once. The PDF stays the same to the byte.

- Every line of a right-to-left block is laid out twice: the test that it needs no second time compares its right edge
  with its left one, and never holds. Half of the lines' time, which is a third of all.
- For each font it names C types with a length (`hb_codepoint_t[73]`), and cffi parses C for each length it has not seen.
- For each tag it lists the references of all pages: time that grows with the square of the document's length.
- Every object is written twice, streams compressed twice, since the file's identifier is a hash of all.
- Its own style sheet says of any element how its marker, the call of its note and four more would look (`::marker`,
  `::footnote-call`): six styles for each element, which are made, kept to the end, and never asked for.

Leans on: `avoid_collisions` in `weasyprint.layout.inline`, `ffi` in `weasyprint.pdf.fonts`, `page_references` of
`pydyf.PDF`, what `pydyf.PDF.write` asks of an object, and the lists of `cssselect2.Matcher`.
`tests/editions/test_spared_work.py` compares bytes and counts; the figures are in docs/performance.md.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from functools import cache
from typing import Any

from generator.editions.tags import NOTE
from generator.expressions import expression

_LENGTH = expression(r"\[\d+\]$")
_NOTES = ("footnote-call", "footnote-marker", "note-call", "note-marker", "note-callback")

_LEVEL = 7


def spare_work() -> None:
    """Make all later PDFs cost less, by a version that has these names. Called again it does nothing more.

    Raises what `import weasyprint` raises.
    """
    import pydyf
    from weasyprint.formatting_structure.boxes import LineBox
    from weasyprint.html import UA_STYLESHEET
    from weasyprint.layout import inline
    from weasyprint.pdf import fonts

    ffi, find = getattr(fonts, "ffi", None), getattr(inline, "avoid_collisions", None)
    if ffi is None or find is None or isinstance(ffi, _TypesOfAnyLength):
        return

    def place_of(context: Any, box: Any, block: Any, outer: bool = True) -> tuple[float, float, float]:
        x, y, width = find(context, box, block, outer)
        if isinstance(box, LineBox) and not context.excluded_shapes and block.style["direction"] == "rtl":
            x -= box.width  # its left edge, which the test expects; nothing else uses it where no float stands
        return x, y, width

    fonts.ffi = _TypesOfAnyLength(ffi)
    inline.avoid_collisions = place_of
    pydyf.PDF.page_references = property(_page_references)
    _style_only_what_is_shown(UA_STYLESHEET.matcher)


def _style_only_what_is_shown(matcher: Any) -> None:
    """In documents of ours items of lists are `li`, and notes have the class `note`: no other element shows such a part."""
    of_any, matcher.other_selectors = matcher.other_selectors, []
    for entry in of_any:
        part = entry[3]
        if part == "marker":
            matcher.lower_local_name_selectors.setdefault("li", []).append(entry)
        elif part in _NOTES:
            matcher.class_selectors.setdefault(NOTE, []).append(entry)
        else:
            matcher.other_selectors.append(entry)


class _TypesOfAnyLength:
    """cffi's `ffi`, for which an array that is given its items needs no length in its type."""

    def __init__(self, ffi: Any) -> None:
        self._ffi = ffi

    def __getattr__(self, name: str) -> Any:
        return getattr(self._ffi, name)

    def new(self, kind: str, *items: object) -> Any:
        return self._ffi.new(_LENGTH.sub("[]", kind) if items else kind, *items)


def _page_references(pdf: Any) -> Sequence[bytes]:
    """As pydyf makes them, and again only after a page was added."""
    numbers = pdf.pages["Kids"]
    count, made = getattr(pdf, "_made_page_references", (-1, ()))
    if count != len(numbers):
        made = tuple(f"{number} 0 R".encode("ascii") for number in numbers[::3])
        pdf._made_page_references = (len(numbers), made)  # noqa: SLF001 - ours
    return made


def pack_sooner() -> None:
    """Compress all later PDFs at level 7 and not 9: a sixteenth less time for files that are larger by a fiftieth."""
    import pydyf

    pydyf.zlib = _Packing


class _Packing:
    """What pydyf asks of `zlib`."""

    @staticmethod
    def compressobj(level: int = _LEVEL) -> Any:
        return zlib.compressobj(level=min(level, _LEVEL))


def write_once(pdf: Any) -> None:
    """Put each object of a finished PDF into bytes, before pydyf does it twice. Nothing can be changed afterwards."""
    written = _written()
    for number, each in enumerate(pdf.objects):
        if each.free != "f":
            pdf.objects[number] = written(each)


@cache
def _written() -> type:
    import pydyf

    class Written(pydyf.Object):  # type: ignore[misc]
        """An object in bytes."""

        data = b""
        compressible = False

        def __init__(self, made: Any) -> None:
            super().__init__()
            self.number, self.generation = made.number, made.generation
            self.data, self.compressible = made.data, made.compressible

    return Written
