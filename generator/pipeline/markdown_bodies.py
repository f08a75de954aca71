"""Authored texts apart from the rest of a process: lists and figures need none of them, and they are most of its bytes.

A light process has the headings of its texts, which lists link to, and nothing else of them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from generator.diagnostics import Span
from generator.model.content import Body, Chapter, Translation
from generator.model.published import PublishedProcess

_encoder = msgspec.json.Encoder()
_record_decoder = msgspec.json.Decoder(PublishedProcess)
_texts_decoder = msgspec.json.Decoder(dict[str, Body])


class Packed(Struct, frozen=True):
    """A process as it lies in the cache, in two parts."""

    record: bytes
    """The light process."""
    texts: bytes


def pack(process: PublishedProcess) -> Packed:
    """The process with its texts taken out, and the texts."""
    taken: dict[str, Body] = {}

    def take(body: Body) -> Body:
        taken[body.path] = body
        # without lines either, so that a word more in a chapter leaves the light process, and all lists, as they were
        headings = tuple(replace(heading, span=Span.start_of(body.path)) for heading in body.headings)
        return replace(body, text="", first_line=1, headings=headings, links=())

    record = _encoder.encode(_each_body(process, take))
    return Packed(record, _encoder.encode(taken))


def light(record: bytes) -> PublishedProcess:
    """The process without its texts. Raises msgspec.DecodeError."""
    return _record_decoder.decode(record)


def whole(process: PublishedProcess, texts: bytes) -> PublishedProcess:
    """The light process with its texts put back. Raises msgspec.DecodeError or KeyError when they are not its own."""
    found: Mapping[str, Body] = _texts_decoder.decode(texts)
    return _each_body(process, lambda body: found[body.path])


def _each_body(process: PublishedProcess, change: Callable[[Body], Body]) -> PublishedProcess:
    def chapter(each: Chapter) -> Chapter:
        return replace(each, body=change(each.body))

    def translation(each: Translation) -> Translation:
        return replace(each, brief=change(each.brief), chapters=tuple(map(chapter, each.chapters)))

    return replace(
        process,
        brief=change(process.brief),
        chapters=tuple(map(chapter, process.chapters)),
        meetings=tuple(replace(meeting, body=change(meeting.body)) for meeting in process.meetings),
        translations=tuple(map(translation, process.translations)),
    )
