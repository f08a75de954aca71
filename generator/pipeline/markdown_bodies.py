"""Stores a process in two parts, its record and its Markdown bodies: lists and figures need only the record.

A process without its bodies still has their headings, which lists link to.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from generator.diagnostics import NOWHERE
from generator.model.content import Body, Chapter, Meeting, Translation
from generator.model.digest import digest
from generator.model.published import PublishedProcess

_encoder = msgspec.json.Encoder()


class Packed(Struct, frozen=True):
    """A process as it is cached, in two parts, JSON."""

    record: bytes
    """The process without the text of its bodies."""
    texts: bytes

    @property
    def record_digest(self) -> str:
        """Hash of the record: what lists, figures and the tables of data are made from."""
        return digest(self.record)


def pack(process: PublishedProcess) -> Packed:
    """Split a process into its record and its bodies."""
    taken: dict[str, Body] = {}

    def take(body: Body) -> Body:
        taken[body.path] = body
        # without line numbers, so that a word more in a chapter changes neither the record nor any list
        headings = tuple(replace(heading, span=NOWHERE) for heading in body.headings)
        return replace(body, text="", first_line=1, headings=headings, links=())

    record = each_body(process, take)
    return Packed(_encoder.encode(record), _encoder.encode(taken))


def light(record: bytes) -> PublishedProcess:
    """The process without the text of its bodies. Raises msgspec.DecodeError."""
    return msgspec.json.decode(record, type=PublishedProcess)


def whole(process: PublishedProcess, texts: bytes) -> PublishedProcess:
    """`process` with its bodies put back. Raises msgspec.DecodeError or KeyError when `texts` belongs to another."""
    found = msgspec.json.decode(texts, type=dict[str, Body])
    return each_body(process, lambda body: found[body.path])


def bodies_of(process: PublishedProcess) -> Iterator[Body]:
    """Each of its bodies."""
    yield process.brief
    yield from (chapter.body for chapter in process.chapters)
    yield from (meeting.body for meeting in process.meetings)
    for translation in process.translations:
        yield from translation.bodies


def each_body(process: PublishedProcess, change: Callable[[Body], Body]) -> PublishedProcess:
    """The process with each of its bodies as `change` gives it back."""

    def chapter(each: Chapter) -> Chapter:
        return replace(each, body=change(each.body))

    def meeting(each: Meeting) -> Meeting:
        return replace(each, body=change(each.body))

    def translation(each: Translation) -> Translation:
        return replace(
            each,
            brief=change(each.brief),
            chapters=tuple(map(chapter, each.chapters)),
            meetings=tuple(map(meeting, each.meetings)),
        )

    return replace(
        process,
        brief=change(process.brief),
        chapters=tuple(map(chapter, process.chapters)),
        meetings=tuple(map(meeting, process.meetings)),
        translations=tuple(map(translation, process.translations)),
    )
