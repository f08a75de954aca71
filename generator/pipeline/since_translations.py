"""Translations that stayed as they were while their originals changed between two versions of a process."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator.diagnostics import Finding, Span, finding
from generator.model.content import Chapter, Meeting, Promise, Response, Translation
from generator.model.published import PublishedProcess
from generator.model.record import Goal, Outcome
from generator.model.record_words import words_of
from generator.rules.fields.history import STALE_TRANSLATION

_Words = Mapping[str, object]
"""What people read, by the name of the original's file in its folder."""


def stale_translations(old: PublishedProcess, new: PublishedProcess, path: str) -> Iterator[Finding]:
    """A finding for each file of a translation whose original has other words than before; `path`: the process's folder."""
    before, now = _of_process(old), _of_process(new)
    changed = {name for name in before.keys() & now.keys() if before[name] != now[name]}
    earlier = {each.language: _of_translation(each) for each in old.translations}
    for translation in new.translations:
        words, known = _of_translation(translation), earlier.get(translation.language, {})
        for name in sorted(changed & words.keys() & known.keys()):
            if words[name] == known[name]:
                stem, _, ending = name.rpartition(".")
                place = Span.start_of(f"{path}/{stem}.{translation.language}.{ending}")
                yield finding(STALE_TRANSLATION, place, {"path": f"{path}/{name}"})


def _of_process(process: PublishedProcess) -> _Words:
    record = process.record
    head = (record.title, record.short_description, [line.text for line in record.bottom_lines], process.brief.text)
    promises = (each.promise for each in process.promises)
    lists = _of_lists(process.chapters, process.meetings, promises, process.responses)
    return {"index.md": (head, _of_record(record.goals, record.outcomes), words_of(record)), **lists}


def _of_translation(translation: Translation) -> _Words:
    head = (translation.title, translation.short_description, [*translation.bottom_lines], translation.brief.text)
    lists = _of_lists(translation.chapters, translation.meetings, translation.promises, translation.responses)
    index = {"index.md": (head, _of_record(translation.goals, translation.outcomes), dict(translation.words))}
    return {**(index if translation.has_record else {}), **lists}


def _of_record(goals: Iterable[Goal], outcomes: Iterable[Outcome]) -> object:
    return [(each.text, each.note) for each in goals], [(each.title, each.note) for each in outcomes]


def _of_lists(
    chapters: Iterable[Chapter], meetings: Iterable[Meeting], promises: Iterable[Promise], responses: Iterable[Response]
) -> _Words:
    found: dict[str, object] = {}
    for chapter in chapters:
        lessons = [each.text for each in chapter.lessons]
        folder = "appendices/" if "/appendices/" in chapter.body.path else ""
        found[f"{folder}{chapter.stem}.md"] = chapter.title, chapter.body.text, chapter.insights, lessons
    for meeting in meetings:
        found[f"meetings/{meeting.stem}.md"] = meeting.title, meeting.location, meeting.type, meeting.body.text
    if told := [(each.text, each.planned, each.done, each.explanation) for each in promises]:
        found["promises.yml"] = told
    if heard := [(each.heard, each.explanation) for each in responses]:
        found["responses.yml"] = heard
    return found
