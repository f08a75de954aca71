"""Ends of paragraphs that a tracked change took away or brought: what is joined, and both wordings of it."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from msgspec import Struct

from generator.importing.word.account import Change
from generator.importing.word.changes import CHANGES
from generator.importing.word.context import Context
from generator.importing.word.names import W
from generator.importing.word.styles import is_drop_cap

_WORDS = 4
"""Shown on each side of an end."""


class Paragraph(Struct, kw_only=True):
    """A paragraph that was read and is not placed yet."""

    pieces: list[Element]
    text: str
    properties: Element | None
    style: str
    is_bold: bool
    is_underlined: bool
    size: int
    struck: list[str]
    """What is struck through, stretch by stretch."""


class Ends:
    """Follows the paragraphs of a body, a cell or a box."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._waiting: Paragraph | None = None
        """A paragraph without an end: the next one goes on in it."""
        self._changed = ""
        """`inserted` or `deleted`, of the end of the last text; empty for an end that no change touched."""
        self._before = ""
        """The text before that end."""

    def joined(self, paragraph: Paragraph, *, has_own_text: bool) -> Paragraph | None:
        """The paragraph with what waited for it; None when its own end is gone. `has_own_text`: outside all changes."""
        marks = _marks(paragraph.properties)
        self._tell(paragraph.text, marks, has_own_text=has_own_text)
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            kept = paragraph if paragraph.text.strip() else waiting  # as Word does, so that a heading stays one
            paragraph = Paragraph(
                pieces=[*waiting.pieces, *paragraph.pieces],
                text=waiting.text + paragraph.text,
                properties=kept.properties,
                style=kept.style,
                is_bold=waiting.is_bold and paragraph.is_bold,
                is_underlined=waiting.is_underlined and paragraph.is_underlined,
                size=max(waiting.size, paragraph.size),
                struck=waiting.struck + paragraph.struck,
            )
        gone = "deleted" if self._context.is_accepting else "inserted"
        if gone in marks or is_drop_cap(paragraph.properties):
            self._waiting = paragraph
            return None
        return paragraph

    def take(self) -> Paragraph | None:
        """What waits at the end, where no paragraph follows."""
        waiting, self._waiting, self._changed = self._waiting, None, ""
        return waiting

    def _tell(self, text: str, marks: frozenset[str], *, has_own_text: bool) -> None:
        """An end is told of where text that no change touches stands on both sides: else the change of the text is enough."""
        if not has_own_text:
            self._changed = self._changed if self._changed in marks else ""
            return
        if self._changed:
            last, first = " ".join(self._before.split()[-_WORDS:]), " ".join(text.split()[:_WORDS])
            wordings = (f"{last} {first}", f"{last} ¶ {first}")
            before, after = wordings if self._changed == "inserted" else reversed(wordings)
            self._context.changes.append(Change(kind="replaced", before=before, after=after, place=self._context.place))
        self._changed, self._before = next(iter(sorted(marks)), ""), text


def _marks(properties: Element | None) -> frozenset[str]:
    """What tracked changes did to the end of a paragraph: `inserted`, `deleted`, both or neither."""
    found = properties.find(f"{W}rPr") if properties is not None else None
    return frozenset(CHANGES[each.tag] for each in (found if found is not None else ()) if each.tag in CHANGES)
