"""Authored texts apart from the rest of a process: lists and figures need none of them, and they are most of its bytes.

A unit that comes from the cache is light: its bodies have headings, which lists link to, and nothing else. The few
processes whose pages are built get their texts back.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from msgspec.structs import replace

import msgspec

from generator.model.content import Body, Chapter, Translation
from generator.model.published import PublishedProcess

BODIES = "bodies"
"""Where the cache keeps them."""

_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(dict[str, Body])


def without_bodies(process: PublishedProcess) -> tuple[PublishedProcess, bytes]:
    """The process with its texts taken out, and the texts, to be put back by `with_bodies`."""
    taken: dict[str, Body] = {}

    def take(body: Body) -> Body:
        taken[body.path] = body
        return replace(body, text="", links=())

    light = _each_body(process, take)
    return light, _encoder.encode(taken)


def with_bodies(process: PublishedProcess, texts: bytes) -> PublishedProcess:
    """The process as it was. Raises msgspec.DecodeError or KeyError when `texts` are not its own."""
    found: Mapping[str, Body] = _decoder.decode(texts)
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
