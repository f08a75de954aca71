"""The blanks of a process and of one meeting: the structure's headings, each over a marked gap that says what belongs there."""

from __future__ import annotations

from collections.abc import Iterator

from generator.blanks.outline import Line
from generator.diagnostics import Text
from generator.source.placeholders import placeholder
from generator.structure import ElementSpec, PartSpec, Structure
from generator.wording import Wording


def process_outline(structure: Structure, wording: Wording) -> tuple[Line, ...]:
    """Every chapter that a person writes, with its parts; the list of participants has a blank of its own."""
    _ = wording.gettext
    lines = [Line(_gap(_("the title of the process"), wording), 0)]
    # A heading that `importing.headings` knows as the text of index.md.
    lines += [Line(_("Summary"), 1), Line(_gap(_("the process in three or four sentences"), wording))]
    for element in structure.elements:
        if not element.is_generated:
            lines += _chapter(element, wording)
    return tuple(lines)


def meeting_outline(structure: Structure, wording: Wording) -> tuple[Line, ...]:
    """One consultation meeting: the fields of its head as lines, then its parts."""
    lines = [Line(_gap(wording.gettext("the title of the meeting"), wording), 0)]
    lines += [
        Line(f"{wording.text(field.title)}: {_wanted(field.guidance or field.title, wording)}")
        for field in structure.meeting
        if field.id != "title"
    ]
    for part in structure.meeting_parts:
        lines += _part(part, 1, wording)
    return tuple(lines)


def _chapter(element: ElementSpec, wording: Wording) -> Iterator[Line]:
    yield Line(wording.text(element.title), 1)
    if element.parts:
        for part in element.parts:
            yield from _part(part, 2, wording)
    else:
        yield Line(_wanted(element.guidance or element.title, wording))


def _part(part: PartSpec, level: int, wording: Wording) -> tuple[Line, Line]:
    return Line(wording.text(part.title), level), Line(_wanted(part.guidance or part.title, wording))


def _wanted(text: Text, wording: Wording) -> str:
    return _gap(wording.text(text), wording)


def _gap(wanted: str, wording: Wording) -> str:
    return placeholder(wanted, wording.language)
