"""Two versions of a catalogue, as published: what of the earlier one reads otherwise now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from generator.diagnostics import Finding, Span, finding
from generator.model.digest import digest
from generator.model.published import PublishedProcess
from generator.pipeline.catalogue import CheckedCatalogue
from generator.pipeline.figures_of_one import figure_of_one
from generator.pipeline.since_translations import stale_translations
from generator.rules.fields.history import CHANGED_WITHOUT_NOTE, FIGURE_OF_ONE, REWORDED_COMMITMENT


def changed_since(
    before: CheckedCatalogue, now: CheckedCatalogue, moved: Mapping[str, str] = MappingProxyType({})
) -> Iterator[Finding]:
    """Findings about processes that both versions publish: known by their ids, by former ones, and by `moved`.

    `moved`: folder of today -> folder of the earlier version, where a repository knows of it.
    """
    earlier = {unit.id: unit for unit in before.published}
    at = {unit.path: unit.id for unit in earlier.values()}
    there = {unit.id for unit in now.units}
    for unit in now.published:
        former = (*(name for name, _ in reversed(unit.outline.aliases)), at.get(moved.get(unit.path, ""), ""))
        names = (unit.id, *(name for name in former if name not in there))
        known = next((earlier[name] for name in names if name in earlier), None)
        if known is not None and known.key != unit.key:
            path = f"{now.options.prefix}{unit.path}"
            yield from compare(before.records.whole(known), now.records.whole(unit), path)


def compare(old: PublishedProcess, new: PublishedProcess, path: str) -> Iterator[Finding]:
    """Findings about one process; `path`: its folder, as findings name it. Only what is published is compared."""
    index = Span.start_of(f"{path}/index.md")
    is_closed = old.record.status == new.record.status == "closed"
    if is_closed and _text(old) != _text(new) and not set(new.record.changes) - set(old.record.changes):
        yield finding(CHANGED_WITHOUT_NOTE, index)
    promises = {each.promise.id: each.promise.text for each in new.promises}
    for each in old.promises:
        if promises.get(each.promise.id) != each.promise.text:
            yield finding(REWORDED_COMMITMENT, Span.start_of(f"{path}/promises.yml"), {"id": each.promise.id})
    # Where no id is written it is made of what the outcome says, and a reference that is added gives it another one.
    outcomes = {(each.type, each.title) for each in new.record.outcomes}
    for outcome in old.record.outcomes:
        if outcome.type != "none" and (outcome.type, outcome.title) not in outcomes:
            yield finding(REWORDED_COMMITMENT, index, {"id": outcome.id})
    if (count := figure_of_one(old, new)) is not None:
        yield finding(FIGURE_OF_ONE, index, {"count": count})
    yield from stale_translations(old, new, path)


def _text(process: PublishedProcess) -> str:
    """A hash of what a reader of the closing document reads; states and updates move on and are no part of it."""
    record = process.record
    return digest(
        (record.title, record.short_description, [line.text for line in record.bottom_lines]),
        [(goal.text, goal.met, goal.note) for goal in record.goals],
        process.brief.text,
        [(chapter.stem, chapter.title, chapter.body.text, chapter.insights) for chapter in process.chapters],
        [(meeting.stem, meeting.title, meeting.body.text) for meeting in process.meetings],
        [(each.heard, each.response, each.explanation) for each in process.responses],
    )
