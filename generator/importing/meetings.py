"""The summary of one meeting, from Word: the lines of its head -> fields, its headings -> parts; all else is its text."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct

from generator.expressions import expression
from generator.importing.headings import heading_words
from generator.importing.markdown import Block, MarkdownText, with_notes
from generator.importing.people import is_list_of_people, names_people, rows_of_people
from generator.importing.register.cells import read_count, read_day
from generator.importing.register.written_days import find_written_days
from generator.importing.word.account import LeftOut, markdown_of, plain_of
from generator.scaffold.yaml_text import Value
from generator.source.placeholders import find_placeholders
from generator.structure import FieldSpec, PartSpec, Structure, match_heading, match_name, normal

_FIELD = expression(r"(?P<name>[^:：]{2,40})[:：]\s*(?P<value>.+)\Z", re.DOTALL)
_TIME = expression(r"(?<!\d)([01]?\d|2[0-3])[:.]([0-5]\d)(?!\d)")
_HOURS = frozenset(map(normal, ("שעה", "שעות", "בשעה", "Time", "Hours", "الساعة", "الوقت")))
_NUMERIC_DAY = expression(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}")
_APART = expression(r"\s*[,;،؛]\s*|\n")
_ZONE = "UTC"
"""Lines of a report have days, and no times in another zone."""
_ENOUGH_PARTS = 3
"""Headings that are parts of a meeting, by which a document is taken for the summary of one."""


class MeetingDraft(Struct, frozen=True, kw_only=True):
    """What a document says of a meeting."""

    title: str
    values: dict[str, Value]
    """By field of the structure's meeting: text, an ISO date, `10:30`, a number, a list of texts."""
    body: str
    placed: tuple[tuple[str, str], ...]
    """Heading or name of a field -> id of the part or field."""
    unread: tuple[tuple[str, str], ...]
    """Id of a field -> its line, which says nothing that the field could hold, and stays in the text."""
    left_out: tuple[LeftOut, ...]
    people: tuple[tuple[str, ...], ...]
    """Rows of lists of people, which are left out."""
    heads: tuple[str, ...]
    """The lines that became fields, as they were written."""


def is_meeting(text: MarkdownText, structure: Structure) -> bool:
    """Whether the headings are those of one meeting's summary rather than of a whole process."""
    parts = {
        part.id
        for block in text.blocks
        if (block.level or block.is_bold) and (part := _part_called(block.text, structure))
    }
    return len(parts) >= _ENOUGH_PARTS


def read_meeting(text: MarkdownText, structure: Structure, *, keep_names: bool = False) -> MeetingDraft:
    """Take a document apart. `keep_names`: lists of people stay in."""
    reader = _Reader(structure, keep_names=keep_names)
    for block in text.blocks:
        reader.put(block)
    return reader.draft(text.notes)


class _Reader:
    def __init__(self, structure: Structure, *, keep_names: bool) -> None:
        self._structure = structure
        self._keep_names = keep_names
        self._title = ""
        self._values: dict[str, Value] = {}
        self._lines: list[str] = []
        self._placed: list[tuple[str, str]] = []
        self._unread: list[tuple[str, str]] = []
        self._left_out: list[LeftOut] = []
        self._people: list[tuple[str, ...]] = []
        self._heads: list[str] = []
        self._is_head = True
        self._heading = ""
        self._base = 0
        """Level of the first heading of a part: it is the second in the page."""

    def put(self, block: Block) -> None:
        part = _part_called(block.text, self._structure) if block.level or block.is_bold else None
        if part is not None:
            self._open(block, part)
        elif block.is_title or self._may_be_title(block):
            self._name(block.text)
        elif block.level:
            self._heading, self._is_head = block.text, False
            level = min(max(2, block.level - (self._base or block.level) + 2), 6)
            self._lines.append(f"{'#' * level} {block.markdown}")
        elif self._is_head and (block.rows or _FIELD.match(block.text)):
            self._head(block)
        else:
            self._write(block)

    def draft(self, notes: Mapping[str, str]) -> MeetingDraft:
        return MeetingDraft(
            title=self._title,
            values={**({"title": self._title} if self._title else {}), **self._values},
            body=with_notes("\n\n".join(self._lines), dict(notes)),
            placed=tuple(self._placed),
            unread=tuple(self._unread),
            left_out=tuple(self._left_out),
            people=tuple(self._people),
            heads=tuple(self._heads),
        )

    def _may_be_title(self, block: Block) -> bool:
        """Whether a block is the first heading above all parts; one over a list of people is that list's."""
        is_first = block.level and not self._title and self._is_head
        return bool(is_first) and not names_people(heading_words(block.text).text)

    def _name(self, title: str) -> None:
        if any(find_placeholders(title)):
            self._left_out.append(LeftOut(reason="placeholder", text=title))
        elif not self._title:
            self._title = title
        else:
            self._lines.append(f"**{title}**")

    def _open(self, block: Block, part: PartSpec) -> None:
        self._is_head, self._heading = False, block.text
        self._base = self._base or block.level or 1
        words = (
            block.text if match_heading(self._structure.meeting_parts, block.text) else heading_words(block.text).text
        )
        self._placed.append((block.text, part.id))
        self._lines.append(f"## {words}")

    def _head(self, block: Block) -> None:
        """A block of "name: value", in lines or in a table of two columns."""
        rows = [(f"{row[0]}: {row[1]}", row[0]) for row in block.rows if len(row) == 2 and row[0].strip()]
        if block.rows and (len(rows) < len(block.rows) or not any(self._field(name) for _, name in rows)):
            self._write(block)
            return
        for line in [line for line, _ in rows] if rows else block.markdown.split("\n"):
            plain = line if rows else plain_of(line).strip()
            if plain and not self._take(plain):
                self._write(Block(markdown=markdown_of(line) if rows else line.rstrip(), text=plain))

    def _take(self, line: str) -> bool:
        """Read a line of the head; False where it is none and belongs to the text."""
        match = _FIELD.match(line)
        name = match["name"].strip(" *-–•") if match else ""
        value = match["value"].strip(" *") if match else ""
        if match and normal(name) in _HOURS and (times := _TIME.findall(value)):
            self._values |= {
                key: f"{int(hour):02}:{minute}"
                for key, (hour, minute) in zip(("start_time", "end_time"), times, strict=False)
            }
            self._read(line, name, "start_time")
            return True
        field = self._field(name) if match else None
        if field is None:
            return False
        if any(find_placeholders(value)):
            self._left_out.append(LeftOut(reason="placeholder", text=line))
            return True
        found = self._value(field, value)
        if found is None:
            self._unread.append((field.id, line))
            return False
        if field.id == "title":
            self._title = str(found)
        else:
            self._values[field.id] = found
        self._read(line, name, field.id)
        return True

    def _read(self, line: str, name: str, identifier: str) -> None:
        self._placed.append((name, identifier))
        self._heads.append(line)

    def _field(self, name: str) -> FieldSpec | None:
        return match_name(self._structure.meeting, name.strip(" *:"))

    def _value(self, field: FieldSpec, text: str) -> Value | None:
        """The value of a field, by its type; None for words that say none."""
        if field.type == "date":
            return read_written_day(text)
        if field.type == "time":
            found = _TIME.search(text)
            return f"{int(found[1]):02}:{found[2]}" if found else None
        if field.type == "integer":
            return read_count(text)
        if field.type == "list":
            return [item.strip(" .") for item in _APART.split(text) if item.strip(" .")] or None
        return text

    def _write(self, block: Block) -> None:
        is_announced = names_people(heading_words(self._heading).text)
        is_list = is_list_of_people(block, self._structure.participant, is_announced=is_announced)
        if not self._keep_names and is_list:
            self._left_out.append(LeftOut(reason="participants", text=plain_of(block.markdown), place=self._heading))
            self._people += rows_of_people(block)
        else:
            self._lines.append(block.markdown)


def read_written_day(text: str) -> str | None:
    """A day in ISO form, in digits (day first) or with the month's name in Hebrew, Arabic or English; None for other words."""
    for candidate in (text, *_NUMERIC_DAY.findall(text)):
        if (day := read_day(candidate, _ZONE)) and len(day) == len("2026-03-10"):
            return day
    named = next((each for each in find_written_days(text) if each.day), None)
    return read_day(f"{named.year}-{named.month:02}-{named.day:02}", _ZONE) if named else None


def _part_called(heading: str, structure: Structure) -> PartSpec | None:
    parts = structure.meeting_parts
    return match_heading(parts, heading) or match_heading(parts, heading_words(heading).text)
