"""Long lists on paper: beyond a few pages a table of people becomes a list, a line for each.

WeasyPrint measures every cell of a table several times: 1,000 people in a table of three columns take four to five times
the processor and four times the memory of 1,000 lines, and half as many pages again.
"""

from __future__ import annotations

from msgspec.structs import replace

from generator.editions.views import Document, People
from generator.wording import Wording

LONGEST_TABLE = 100
"""Rows: about three pages, whose head comes back on each."""


def on_paper(document: Document, wording: Wording) -> Document:
    """The document with its long tables of people and of organisations as lines; shorter ones stay tables."""
    people = document.people
    if people is None:
        return document
    return replace(document, people=_with_lines(people, wording))


def _with_lines(people: People, wording: Wording) -> People:
    if len(people.listed) > LONGEST_TABLE:
        nameless = wording.gettext("Name not published")
        lines = tuple(_line(each.name or nameless, each.role, each.organisation) for each in people.listed)
        people = replace(people, listed=(), listed_lines=lines)
    if len(people.organisations) > LONGEST_TABLE:
        lines = tuple(_line(each.label, each.value.striptags()) for each in people.organisations)
        people = replace(people, organisations=(), organisation_lines=lines)
    return people


def _line(*parts: str) -> tuple[str, ...]:
    return tuple(part for part in parts if part)
