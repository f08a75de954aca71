"""Citizen Space's public search (`json_search_results?fields=all`) -> drafts of processes.

The platform says when results were to come, and never what they were: what was heard and done is the editor's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.importing.platforms.archive import (
    INCOMPLETE,
    NOT_YET_OPEN,
    REPEATED,
    Archive,
    Bodies,
    ImportedProcess,
    Item,
    PassedOver,
    language_of,
    links,
    local_day,
    lowered,
    maps_at,
    markdown_of,
    part_title,
    plain,
    shortened,
    slugged,
    text_at,
    unread_days,
)
from generator.scaffold import Draft, DraftChapter
from generator.scaffold.yaml_text import Value
from generator.structure import Structure

NAME = "Citizen Space"
_STATUSES = {"open": "open", "closed": "closing"}
_METHODS = {"online survey": "questionnaire", "quickconsult": "questionnaire", "survey": "questionnaire"}
_TAKEN = frozenset(
    (
        "id", "dept", "title", "overview", "startdate", "enddate", "status", "why", "what_happens_next", "url", "department",
        "workspace_title", "workspace_id", "type", "type_string", "supporting_documents", "related_links", "feedbackdate",
        "resultdate", "resultsdate", "participate_url", "participation_url",
    )
)  # fmt: skip


def is_ours(items: Sequence[Item]) -> bool:
    """Whether the objects are activities."""
    return any("startdate" in item and "title" in item and ("dept" in item or "overview" in item) for item in items)


def read(items: Sequence[Item], bodies: Bodies, structure: Structure, zone: str) -> Archive:
    """The activities that have opened."""
    found: dict[str, ImportedProcess] = {}
    passed_over: list[PassedOver] = []
    left_out: set[str] = set()
    for number, item in enumerate(items, 1):
        name = text_at(item, "url") or text_at(item, "id") or str(number)
        status = text_at(item, "status").lower()
        process = _process(item, bodies, structure, zone) if status in _STATUSES else None
        if status == "forthcoming":
            passed_over.append(PassedOver(name=name, reason=NOT_YET_OPEN))
        elif process is None:
            passed_over.append(PassedOver(name=name, reason=INCOMPLETE))
        elif process.draft.id in found:
            passed_over.append(PassedOver(name=name, reason=REPEATED))
        else:
            found[process.draft.id] = process
            left_out |= item.keys() - _TAKEN
    return Archive(
        platform=NAME,
        processes=tuple(found.values()),
        passed_over=tuple(passed_over),
        left_out=tuple(sorted(left_out)),
    )


def _process(item: Item, bodies: Bodies, structure: Structure, zone: str) -> ImportedProcess | None:
    title, owner = text_at(item, "title"), text_at(item, "workspace_title") or text_at(item, "department")
    # An id is unique in its workspace alone.
    workspace = text_at(item, "dept") or text_at(item, "workspace_id")
    identifier = slugged("-".join(part for part in (workspace, text_at(item, "id")) if part))
    if not title or not owner or not identifier or not text_at(item, "id"):
        return None
    body = bodies.find(owner, workspace)
    language = language_of(title, plain(text_at(item, "overview")))
    url = text_at(item, "url")
    taking_part = text_at(item, "participate_url") or text_at(item, "participation_url")
    sources = [
        (title, url),
        (title, taking_part),
        *_named(item, "related_links"),
        *_named(item, "supporting_documents"),
    ]
    days = {
        "start_date": local_day(text_at(item, "startdate"), zone),
        "end_date": local_day(text_at(item, "enddate"), zone),
    }
    record: dict[str, Value] = {
        "title": title,
        "short_description": shortened(plain(text_at(item, "overview")) or title),
        "ministry": body.id,
        **({"methods": [method]} if (method := _METHODS.get(text_at(item, "type_string").lower())) else {}),
        "status": _STATUSES[text_at(item, "status").lower()],
        **({"language": language} if language != "he" else {}),
        **{name: day for name, day in days.items() if day},
        "sources": links(sources, url),
    }
    assumed = {"methods"}
    told = (local_day(text_at(item, name), zone) for name in ("resultdate", "resultsdate", "feedbackdate"))
    if result := next((day for day in told if day), None):
        # Planned or past, the platform does not say which.
        record["output"] = {"next_stage": {"date": result}}
        assumed.add("output.next_stage.date")
    draft = Draft(
        id=identifier,
        record=record,
        assumed=frozenset(assumed),
        brief=shortened(plain(text_at(item, "overview"))),
        chapters=tuple(_chapters(item, structure, language)),
    )
    unread = unread_days(item, "startdate", "enddate", "feedbackdate", "resultdate", "resultsdate")
    return ImportedProcess(draft=draft, bodies=(body,), unread=unread)


def _chapters(item: Item, structure: Structure, language: str) -> Iterator[DraftChapter]:
    parts = []
    for name, part in (("overview", "background"), ("why", "rationale"), ("what_happens_next", "promised")):
        markdown = markdown_of(text_at(item, name), text_at(item, "url"))
        if markdown:
            parts.append(f"## {part_title(structure, part, language)}\n\n{lowered(markdown)}")
    if parts:
        yield DraftChapter(element="background", body="\n\n".join(parts))


def _named(item: Item, name: str) -> Iterator[tuple[str, str]]:
    for each in maps_at(item, name):
        yield text_at(each, "title"), text_at(each, "url")
