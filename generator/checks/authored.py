"""Every text that people wrote and that the site shows, with its place: Markdown, fields, cells of the list, names of files.

The one place that searches texts for what they must not hold: withheld names, private numbers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from generator.checks.chapters import bodies_of
from generator.checks.places import index_start, span_in
from generator.checks.texts import texts_in
from generator.diagnostics import Span
from generator.model.consent import COUNTED, FULL, ROLE, consent_of
from generator.model.content import Body, Chapter, Meeting, Promise, Response
from generator.model.private import Process
from generator.model.published import OrdinaryPage
from generator.model.record import ConsentPolicy, Record
from generator.model.registry import Registries

LIST, PATH, PROSE = "list", "path", "prose"


class Authored(Struct, frozen=True, kw_only=True, gc=False):
    """One text."""

    text: str
    kind: str = PROSE
    """`list` for a cell of the list of participants, `path` for the name of a file, else `prose`."""
    span: Span
    """Of the text, or of what holds it; a body's finding has its own."""
    body: Body | None = None
    places: tuple[str, ...] = ()
    """What `privacy.reviewed` may call it: `content`, `short_description`, `promises#id`, `participants`, `files` …"""
    row: int = 0
    """Of a list: the line of the row; 0 for any other text."""
    is_source: bool = False
    """Whether its lines are those of the file, from the span's beginning on."""

    def span_of(self, start: int, end: int) -> Span:
        """The place of a part of the text; of a part that goes on over lines, up to the first line's end."""
        if self.body is None and not self.is_source:
            return self.span
        line_end = self.text.find("\n", start)
        if self.body is None:
            begin = self.text.rfind("\n", 0, start) + 1
            line = self.span.line + self.text.count("\n", 0, start)
            column = start - begin + (1 if begin else self.span.column)
            length = (min(end, line_end) if line_end >= 0 else end) - start
            return Span(self.span.path, line, column, line, column + length)
        return span_in(self.body, start, min(end, line_end) if line_end >= 0 else end)

    def places_of(self, start: int) -> tuple[str, ...]:
        """What `privacy.reviewed` may call a part of the text: in a body also with the heading above it."""
        if self.body is None:
            return self.places
        line = self.body.first_line + self.text.count("\n", 0, start)
        above = [heading for heading in self.body.headings if heading.span.line <= line]
        anchors = {name for heading in above[-1:] for name in (heading.part, heading.id) if name}
        return (*self.places, *(f"{place}#{anchor}" for place in self.places for anchor in sorted(anchors)))


def texts_of_process(process: Process) -> Iterator[Authored]:
    """Everything one process folder says."""
    for body in bodies_of(process):
        yield _of_body(body, body.path.removeprefix(f"{process.path}/").removesuffix(".md"))
    yield from _fields(process)
    yield from _cells(process)
    start = index_start(process)
    for path in (*(body.path for body in bodies_of(process)), *(file.path for file in process.files)):
        # Pointing at the file would say what its name says.
        inner = path.removeprefix(f"{process.path}/")
        yield Authored(text=inner, kind=PATH, span=start, places=("files", inner))
    yield Authored(text=process.path, kind=PATH, span=start, places=("files",))


def texts_of_page(page: OrdinaryPage) -> Iterator[Authored]:
    """Everything an ordinary page says."""
    start = Span.start_of(page.path)
    yield _of_body(page.body, page.path.removesuffix(".md"))
    for text in (page.title, page.description):
        yield Authored(text=text, span=start)
    yield Authored(text=page.path, kind=PATH, span=start)


def texts_of_registries(registries: Registries) -> Iterator[Authored]:
    """The names of bodies and topics, addresses of bodies, and the ids, which are addresses of pages."""
    for name, body in registries.ministries.items():
        yield Authored(text=name, kind=PATH, span=body.span)
        for text in (*body.name.values(), *body.aliases, *((body.url,) if body.url else ())):
            yield Authored(text=text, span=body.span)
    for name, topic in registries.topics.items():
        yield Authored(text=name, kind=PATH, span=topic.span)
        for text in topic.title.values():
            yield Authored(text=text, span=topic.span)


def texts_of_facts(facts: Mapping[str, object], path: str) -> Iterator[Authored]:
    """Every text of a file of facts that is no registry, such as the accessibility statement's."""
    for value in facts.values():
        if isinstance(value, Mapping):
            yield from texts_of_facts(value, path)
        elif isinstance(value, str):
            yield Authored(text=value, span=Span.start_of(path))


def _of_body(body: Body, place: str) -> Authored:
    return Authored(text=body.text, span=Span.start_of(body.path), body=body, places=(place,))


def _fields(process: Process) -> Iterator[Authored]:
    start = index_start(process)
    record = process.record
    elsewhere = _written_elsewhere(record)
    for path, text in texts_in(record):
        written = elsewhere.get(path, path)
        yield Authored(text=text, span=record.spans.get(written, start), places=_names_of(written))
    values: Iterable[Chapter | Promise | Response | Meeting] = (
        *process.chapters, *process.promises, *process.responses, *process.meetings,
        *(page for translation in process.translations for page in translation.pages),
        *(line for translation in process.translations for line in translation.lines),
    )  # fmt: skip
    for value in values:
        default = value.spans.get("", start)
        if isinstance(value, (Chapter, Meeting)):
            default = Span.start_of(value.body.path)
            places: tuple[str, ...] = (value.body.path.removeprefix(f"{process.path}/").removesuffix(".md"),)
        else:
            places = ("promises", f"promises#{value.id}") if isinstance(value, Promise) else ("responses",)
        for path, text in texts_in(value):
            yield Authored(text=text, span=value.spans.get(path, default), places=places)
    for translation in process.translations:
        default = Span.start_of(translation.brief.path)
        goals = (text for goal in translation.goals for text in (goal.text, goal.note))
        outcomes = (text for outcome in translation.outcomes for text in (outcome.title, outcome.note))
        head = (translation.title, translation.short_description, *translation.bottom_lines)
        for text in filter(None, (*head, *goals, *outcomes, *translation.words.values())):
            yield Authored(text=text, span=default, places=(f"index.{translation.language}",))


def _cells(process: Process) -> Iterator[Authored]:
    """What is published of the list: a row's name with full consent, its role above `organisation`, its organisation."""
    for row in process.participants:
        level = consent_of(row, process.record.consent)
        shown = () if level == COUNTED else (
            row.name if level == FULL else None, row.role if level in (FULL, ROLE) else None, row.organisation,
        )  # fmt: skip
        for cell in shown:
            if cell:
                yield Authored(text=cell, kind=LIST, span=row.span, places=("participants",), row=row.span.line)


def _names_of(path: str) -> tuple[str, ...]:
    """A field's path and the field at its root: `closing.next_steps[0].text`, `closing`. A waiver's own reason has none."""
    if path.startswith(("privacy.reviewed.", "privacy.one_word")):
        return ()
    root = path.partition(".")[0].partition("[")[0]
    return (path, root)


def _written_elsewhere(record: Record) -> dict[str, str]:
    """The paths that texts of the record have in its file, where the model calls them otherwise."""
    found = {f"consent.{field}": f"participants.{field}" for field in ConsentPolicy.__struct_fields__}
    for field, waivers in (("closing.waived", record.closing.waived), ("privacy.reviewed", record.privacy.reviewed)):
        for number, waiver in enumerate(waivers):
            found[f"{field}[{number}].reason"] = f"{field}.{waiver.subject}.reason"
    return found
