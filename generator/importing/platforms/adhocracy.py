"""A project of adhocracy+ (`<slug>_export.json`) -> the draft of a process.

Ideas, comments and polls are people's words and are not taken; the project's own texts, its result and its meetings are.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.importing.platforms.archive import (
    INCOMPLETE,
    Archive,
    Bodies,
    ImportedProcess,
    Item,
    PassedOver,
    language_of,
    last_day,
    local_day,
    local_time,
    lowered,
    map_at,
    maps_at,
    markdown_of,
    part_title,
    plain,
    shortened,
    slugged,
    text_at,
    unread_days,
)
from generator.scaffold import Draft, DraftChapter, known_meeting
from generator.scaffold.yaml_text import Value
from generator.structure import Structure

NAME = "adhocracy+"
_METHODS = {
    "poll": "questionnaire",
    "brainstorming": "online-consultation",
    "map-brainstorming": "online-consultation",
    "idea-collection": "online-consultation",
    "map-idea-collection": "online-consultation",
    "debate": "online-consultation",
    "topic-prioritization": "online-consultation",
    "text-review": "online-consultation",
    "interactive-event": "conference",
}
_TAKEN = frozenset(("name", "description", "information", "slug", "organisation", "result", "url"))


def is_ours(item: Item) -> bool:
    """Whether an object is the export of a project."""
    return bool(map_at(item, "project")) and "phases" in item


def read(item: Item, bodies: Bodies, structure: Structure, zone: str, today: date) -> Archive:
    """The project, with the days in the office's zone."""
    project = map_at(item, "project")
    title, owner = text_at(project, "name"), text_at(project, "organisation")
    identifier = slugged(text_at(project, "slug"))
    if not title or not owner or not identifier:
        return Archive(
            platform=NAME, processes=(), passed_over=(PassedOver(name=identifier or "1", reason=INCOMPLETE),)
        )
    phases = map_at(item, "phases")
    modules = [module for phase in phases.values() if isinstance(phase, dict) for module in maps_at(phase, "modules")]
    body = bodies.find(owner)
    language = language_of(title, text_at(project, "description"), plain(text_at(project, "information")))
    starts = sorted(day for module in modules if (day := local_day(text_at(module, "module_start"), zone)))
    ends = sorted(day for module in modules if (day := last_day(text_at(module, "module_end"), zone)))
    # A module that was renamed has no type any more: what it was is for people to say.
    kinds = (_METHODS.get(text_at(module, "module_type")) for module in modules)
    methods = list(dict.fromkeys(method for method in kinds if method))
    record: dict[str, Value] = {
        "title": title,
        "short_description": shortened(plain(text_at(project, "description")) or title),
        "ministry": body.id,
        **({"methods": methods} if methods else {}),
        "status": "open" if _goes_on(phases, ends, today) else "closing",
        **({"language": language} if language != "he" else {}),
        **({"start_date": starts[0]} if starts else {}),
        **({"end_date": ends[-1]} if ends else {}),
    }
    draft = Draft(
        id=identifier,
        record=record,
        assumed=frozenset(("methods",)),
        brief=shortened(plain(text_at(project, "description"))),
        chapters=tuple(_chapters(project, structure, language)),
        files=tuple(_meetings(item, structure, zone, language)),
    )
    unread = (day for module in modules for day in unread_days(module, "module_start", "module_end"))
    left_out = {f"project.{name}" for name in project.keys() - _TAKEN}
    left_out |= {f"modules.content.{name}" for module in modules for name in map_at(module, "content")}
    return Archive(
        platform=NAME,
        processes=(ImportedProcess(draft=draft, bodies=(body,), unread=tuple(unread)),),
        left_out=tuple(sorted(left_out)),
    )


def _goes_on(phases: Item, ends: list[str], today: date) -> bool:
    """Whether something can still be said: by the modules' own days, which the export's phases were once made from."""
    waiting = [
        module
        for name in ("current", "upcoming")
        for module in maps_at(map_at(phases, name), "modules")
        if text_at(module, "module_end") not in ("", "None")
    ]
    return bool(waiting) and bool(ends) and ends[-1] >= today.isoformat()


def _chapters(project: Item, structure: Structure, language: str) -> Iterator[DraftChapter]:
    """Addresses are paths on a host that the export does not name: their words stand without a link."""
    information = markdown_of(text_at(project, "information"), "")
    if information:
        title = part_title(structure, "background", language)
        yield DraftChapter(element="background", body=f"## {title}\n\n{lowered(information)}")
    result = markdown_of(text_at(project, "result"), "")
    if result:
        yield DraftChapter(element="content", body=lowered(result))


def _meetings(item: Item, structure: Structure, zone: str, language: str) -> Iterator[tuple[str, str]]:
    for event in maps_at(item, "offline_events"):
        moment, name = local_time(text_at(event, "date"), zone), text_at(event, "name")
        if moment is not None and name:
            values: dict[str, Value] = {
                "title": name,
                "date": moment.date().isoformat(),
                "start_time": f"{moment:%H:%M}",
                **({"type": kind} if (kind := text_at(event, "event_type")) else {}),
            }
            text = lowered(markdown_of(text_at(event, "description"), ""))
            stem = "-".join(part for part in (moment.date().isoformat(), slugged(text_at(event, "slug"))) if part)
            yield f"meetings/{stem}.md", known_meeting(values, text, structure, language)
