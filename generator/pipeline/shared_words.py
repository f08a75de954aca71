"""Processes of which all are in memory at once, with one string where many have the same."""

from __future__ import annotations

from sys import intern

from msgspec.structs import replace

from generator.model.content import Body
from generator.model.published import PublishedParticipants, PublishedProcess
from generator.pipeline.markdown_bodies import each_body


def with_shared_words(process: PublishedProcess) -> PublishedProcess:
    """The process as it is; names of people, of bodies and of headings are the same objects as those of other processes.

    They are a quarter of what a catalogue takes in memory.
    """
    people = process.participants
    return each_body(replace(process, participants=people and _people(people)), _body)


def _people(people: PublishedParticipants) -> PublishedParticipants:
    return replace(
        people,
        listed=tuple(
            [
                replace(each, name=_one(each.name), role=_one(each.role), organisation=_one(each.organisation))
                for each in people.listed
            ]
        ),
        organisations=tuple([replace(each, organisation=intern(each.organisation)) for each in people.organisations]),
    )


def _body(body: Body) -> Body:
    headings = [
        replace(each, id=intern(each.id), text=intern(each.text), part=_one(each.part)) for each in body.headings
    ]
    return replace(body, headings=tuple(headings))


def _one(text: str | None) -> str | None:
    return None if text is None else intern(text)
