"""Where the blocks of a report went, and a chapter while they are put into it."""

from __future__ import annotations

from msgspec import Struct, field

from generator.importing.word.account import LeftOut
from generator.scaffold import DraftChapter
from generator.structure import ElementSpec

BRIEF = "brief"
"""In place of an element's id: the text of index.md."""


class Placement(Struct, frozen=True, kw_only=True):
    """Where everything went."""

    title: str | None
    title_from: str
    """`title` (its own style, or the cover) or `heading` (the first heading); empty without a title."""
    brief: str
    chapters: tuple[DraftChapter, ...]
    placed: tuple[tuple[str, str], ...]
    """Heading -> id of the element it opened, or `BRIEF`."""
    opened: tuple[tuple[str, str], ...]
    """Heading of a part -> id of the element whose chapter it opened; it stands in that chapter."""
    unplaced: tuple[tuple[str, str], ...]
    """Heading that the structure does not know -> id of the element under which its text is kept."""
    left_out: tuple[LeftOut, ...]
    """Lists of participants (names come through `participants.csv`, with consent), and numbers of headings."""
    people: tuple[tuple[str, ...], ...]
    """The rows of the lists of participants."""


class Section(Struct):
    """A chapter while blocks are put into it, or the process in brief."""

    element: ElementSpec | None
    """None for the process in brief."""
    level: int
    title: str | None = None
    markdown: str = ""
    """Of its title."""
    is_left_out: bool = False
    is_people: bool = False
    """Its heading announces a list of people: what looks like one is left out, prose stays."""
    is_from_part: bool = False
    """Opened by the heading of one of its parts, so its parts stand on its own level."""
    own_part: str = ""
    """Words of a part that the chapter's heading names as well: text right below the heading is that part's."""
    lines: list[str] = field(default_factory=list)
    depth: int = 1
    """Of the last heading in it: none skips a level."""
    fields: dict[str, dict[str, str]] = field(default_factory=dict)
