"""A process in another language, to be filled in: each text of the original is a marked gap in its place; facts stay out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generator.expressions import expression
from generator.model.content import Body, Chapter, Meeting, Promise, Response
from generator.model.private import Process
from generator.model.record import Record
from generator.model.record_words import lists_of, words_of
from generator.scaffold.draft import Files
from generator.scaffold.fields import comment
from generator.scaffold.words import TRANSLATION_NOTE
from generator.scaffold.yaml_text import Value, items, mapping
from generator.source.placeholders import placeholder
from generator.structure import PartSpec, Structure, element_by_id, parts_of

_MOST = 240
"""Characters of a text that its mark quotes: a description may have 300, and the mark is to fit where the text will."""
_STEP = expression(r"(\w+)(?:#(.+)|\[(\d+)\])?\Z")


def translation_files(
    process: Process, structure: Structure, into: str, language: str, *, is_summary: bool = False
) -> Files:
    """The files of a translation `into` a language, relative to the process's folder; comments are in `language`.

    `is_summary`: only `index.<into>.md`, with what a summary has: title, description, bottom lines and the brief.
    """
    writer = _Writer(structure, into, language, process.record.language)
    files = [(f"index.{into}.md", writer.record(process, is_summary=is_summary))]
    if not is_summary:
        folder = process.brief.path.rpartition("/")[0]
        pages = [(each.body.path, writer.chapter(each)) for each in process.chapters]
        pages += [(each.body.path, writer.meeting(each)) for each in process.meetings]
        files += [(f"{path.removeprefix(f'{folder}/').removesuffix('.md')}.{into}.md", text) for path, text in pages]
        if process.promises:
            files.append((f"promises.{into}.yml", items([writer.promise(each) for each in process.promises])))
        if process.responses:
            files.append((f"responses.{into}.yml", items([writer.response(each) for each in process.responses])))
    return tuple(files)


class _Writer:
    def __init__(self, structure: Structure, into: str, language: str, own_language: str) -> None:
        self._structure = structure
        self._into = into
        self._language = language
        self._own_language = own_language

    def record(self, process: Process, *, is_summary: bool) -> str:
        record = process.record
        values: dict[str, Value] = {
            "title": self._gap(record.title),
            "short_description": self._gap(record.short_description),
            "bottom_lines": [self._gap(line.text) for line in record.bottom_lines],
        }
        if not is_summary:
            said = self._words(record)
            values |= {spec.id: said[spec.id] for spec in self._structure.record if spec.id in said}
        note = comment(TRANSLATION_NOTE.in_language(self._language))
        return _page([*note, *mapping(values)], self._body(process.brief, ()))

    def chapter(self, chapter: Chapter) -> str:
        element = element_by_id(self._structure, chapter.element)
        is_named = element is None or chapter.title != element.title.in_language(self._own_language)
        values: dict[str, Value] = {"title": self._gap(chapter.title)} if is_named else {}
        if author := chapter.author:
            values["author"] = self._of(author, "name", "role", "organisation") | _facts(author, "standing")
        if chapter.covers:
            values["covers"] = chapter.covers
        values["insights"] = [self._gap(each) for each in chapter.insights]
        values["lessons"] = [
            self._of(each, "text") | _facts(each, "about", "verdict") | self._of(each, "theme")
            for each in chapter.lessons
        ]
        return _page(mapping(values), self._body(chapter.body, parts_of(self._structure, chapter.element)))

    def meeting(self, meeting: Meeting) -> str:
        values = self._of(meeting, "title", "location", "type")
        values["organisations"] = [self._gap(each) for each in meeting.organisations]
        return _page(mapping(values), self._body(meeting.body, self._structure.meeting_parts))

    def promise(self, promise: Promise) -> Value:
        updates = [{"note": self._gap(each.note)} for each in promise.updates]
        words = self._of(promise, "text", "planned", "done", "explanation")
        return {"id": promise.id, **words, **({"updates": updates} if updates else {})}

    def response(self, response: Response) -> Value:
        return {"id": response.id, **self._of(response, "heard", "explanation")}

    def _words(self, record: Record) -> Mapping[str, Value]:
        """All words of the record where they stand in it, as gaps."""
        found: dict[str, Any] = {}
        for place, text in _places(record):
            _put(found, place, self._gap(text))
        for place, length in lists_of(record).items():
            _fill(found, place, length)
        bodies = {index: {"ministry": each.ministry} for index, each in enumerate(record.partners) if each.ministry}
        for index, body in bodies.items():
            if "partners" in found:
                found["partners"][index] |= body
        return {name: _listed(value) for name, value in found.items()}

    def _of(self, item: object, *names: str) -> dict[str, Value]:
        return {name: self._gap(text) for name in names if (text := getattr(item, name))}

    def _body(self, body: Body, parts: Iterable[PartSpec]) -> str:
        """The headings of the text, those of parts by their titles, and a gap for what stands under each."""
        titles = {part.id: part.title.in_language(self._into) for part in parts}
        lines = body.text.split("\n")
        starts = [(heading.span.line - body.first_line, heading) for heading in body.headings]
        ends = [*(start for start, _ in starts[1:]), len(lines)]
        found = [self._gap("\n".join(lines[: starts[0][0] if starts else len(lines)]))]
        for (start, heading), end in zip(starts, ends, strict=False):
            title = titles.get(heading.part or "") or f"{self._gap(heading.text)} {{#{heading.id}}}"
            found += [f"{'#' * heading.level} {title}", self._gap("\n".join(lines[start + 1 : end]))]
        return "\n\n".join(filter(None, found))

    def _gap(self, text: str | None) -> str:
        """A mark that quotes the text, or its beginning; empty where there is none."""
        words = " ".join((text or "").split())
        quoted = words if len(words) <= _MOST else f"{words[:_MOST].rsplit(' ', 1)[0]} …"
        return placeholder(quoted, self._into) if words else ""


def _places(record: Record) -> Iterator[tuple[str, str | None]]:
    """`record_words.words_of`, and what a translation has fields of its own for."""
    for index, goal in enumerate(record.goals):
        yield f"goals[{index}].text", goal.text
        yield f"goals[{index}].note", goal.note
    for outcome in record.outcomes:
        yield f"outcomes#{outcome.id}.title", outcome.title
        yield f"outcomes#{outcome.id}.note", outcome.note
    yield from words_of(record).items()


def _put(node: dict[Any, Any], place: str, gap: str) -> None:
    """Lists are mappings for now: of ids with their `#`, or of numbers."""
    *steps, name = place.split(".")
    for step in steps:
        matched = _STEP.match(step)
        assert matched is not None
        node = node.setdefault(matched[1], {})
        if matched[2] or matched[3]:
            node = node.setdefault(f"#{matched[2]}" if matched[2] else int(matched[3]), {})
    if gap:
        node[name] = gap


def _fill(found: dict[str, Any], place: str, length: int) -> None:
    """A list of which some items have words has all of them: they are known by their order."""
    *steps, name = place.split(".")
    node: Any = found
    for step in steps:
        list_name, _, item = step.partition("#")
        node = node.get(list_name, {})
        node = node.get(f"#{item}", {}) if item else node
    if isinstance(items_of := node.get(name), dict):
        node[name] = {index: items_of.get(index, {}) for index in range(length)}


def _listed(value: Any) -> Value:
    if not isinstance(value, dict):
        return str(value)
    if value and all(isinstance(key, int) for key in value):
        return [_listed(each) for each in value.values()]
    if value and all(str(key).startswith("#") for key in value):
        return [{"id": key[1:], **_listed(each)} for key, each in value.items()]  # type: ignore[dict-item]
    return {name: _listed(each) for name, each in value.items()}


def _facts(item: object, *names: str) -> dict[str, Value]:
    """What a chapter's translation repeats, since its fields hold it."""
    return {name: value for name in names if (value := getattr(item, name))}


def _page(head: list[str], body: str) -> str:
    front = "".join(f"{line}\n" for line in ("---", *head, "---", "")) if head else ""
    return f"{front}{body}\n"
