"""An archive taken over: GOV.UK's content items of consultations and their outcomes -> drafts of processes, in English.

What the archive does not say is not made up: methods, kind and profile stand in and are marked, and the closing gate
stays open. An item becomes `open` while it can be answered and `closing` afterwards; somebody who knows closes it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import urljoin

from msgspec import Struct

from generator.importing.html_tree import Element, parse_html
from generator.importing.markdown import joined, to_markdown
from generator.model.dates import PartialDate
from generator.scaffold import Draft, DraftChapter, open_record
from generator.scaffold.yaml_text import Value

HOST = "https://www.gov.uk/"
"""Addresses in content items are relative to it."""

_TYPES = {
    "open_consultation": "open",
    "consultation": "open",
    "closed_consultation": "closing",
    "consultation_outcome": "closing",
}
"""`document_type` of a content item -> status."""
_LONGEST_DESCRIPTION = 300
_LONGEST_ID = 80

Item = Mapping[str, object]


class UnreadableArchive(ValueError):
    """Why a file is no archive of content items."""


class Body(Struct, frozen=True, kw_only=True):
    """An organisation that the registry may not know yet."""

    id: str
    name: str


class ImportedConsultation(Struct, frozen=True, kw_only=True):
    draft: Draft
    bodies: tuple[Body, ...]
    """The lead body first."""


class Archive(Struct, frozen=True, kw_only=True):
    consultations: tuple[ImportedConsultation, ...]
    passed_over: tuple[str, ...]
    """Paths of items that are no consultations, or say neither a title nor whose they are."""


def read_archive(content: bytes) -> Archive:
    """The consultations in a JSON file: one content item, a list of them, or an object with the list in `results` or
    `items`. Raises UnreadableArchive."""
    try:
        loaded = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise UnreadableArchive("not JSON") from error
    if isinstance(loaded, dict):
        loaded = next((loaded[name] for name in ("results", "items") if isinstance(loaded.get(name), list)), [loaded])
    if not isinstance(loaded, list) or not all(isinstance(item, dict) for item in loaded):
        raise UnreadableArchive("no content items in it")
    found: list[ImportedConsultation] = []
    passed_over: list[str] = []
    for number, item in enumerate(loaded, 1):
        consultation = _consultation(item)
        if consultation is None or any(consultation.draft.id == each.draft.id for each in found):
            passed_over.append(_text(item, "base_path") or f"item {number}")
        else:
            found.append(consultation)
    return Archive(consultations=tuple(found), passed_over=tuple(passed_over))


def _consultation(item: Item) -> ImportedConsultation | None:
    status = _TYPES.get(_text(item, "document_type"))
    identifier = _slug(_text(item, "base_path").rpartition("/")[2])[:_LONGEST_ID].strip("-")
    bodies = tuple(_bodies(item))
    title = _text(item, "title")
    if status is None or not identifier or not bodies or not title:
        return None
    details = _map(item, "details")
    texts: dict[str, Value] = {
        "title": title,
        "short_description": _shortened(_text(item, "description") or title),
        "status": status,
        **_dates(details),
        "sources": [{"title": f"GOV.UK: {title}", "url": urljoin(HOST, _text(item, "base_path"))}],
    }
    if len(bodies) > 1:
        texts["partners"] = [body.id for body in bodies[1:]]
    if changes := _changes(details):
        texts["changes"] = changes
    _add_outcome(item, details, texts)
    _add_withdrawal(item, texts)
    answers = {"kind": ["policy"], "methods": ["online-consultation"]}
    record, assumed = open_record(bodies[0].id, answers, "en", {})
    files = [*_documents(details, "documents"), *_documents(details, "final_outcome_documents")]
    if files and isinstance(output := record["output"], dict):
        output["files"] = files
    draft = Draft(
        id=identifier,
        record={**record, **texts},
        assumed=assumed | {"kind", "methods"},
        brief=_shortened(_text(item, "description")),
        chapters=tuple(_chapters(details)),
    )
    return ImportedConsultation(draft=draft, bodies=bodies)


def _bodies(item: Item) -> Iterator[Body]:
    """The organisations: first the one that the item is published by or that it is emphasised for, then the others."""
    links = _map(item, "links")
    organisations = [*_maps(links, "organisations"), *_maps(links, "lead_organisations")]
    leading = [_text(each, "content_id") for each in _maps(links, "primary_publishing_organisation")]
    emphasised = _map(item, "details").get("emphasised_organisations")
    leading += [str(each) for each in emphasised] if isinstance(emphasised, list) else []
    rank = {identifier: number for number, identifier in reversed(list(enumerate(leading)))}
    seen: set[str] = set()
    for each in sorted(organisations, key=lambda each: rank.get(_text(each, "content_id"), len(leading))):
        identifier = _slug(_text(each, "base_path").rpartition("/")[2])
        if identifier and identifier not in seen and _text(each, "title"):
            seen.add(identifier)
            yield Body(id=identifier, name=_text(each, "title"))


def _dates(details: Item) -> dict[str, Value]:
    days = {"start_date": _day(details, "opening_date"), "end_date": _day(details, "closing_date")}
    return {name: day for name, day in days.items() if day}


def _changes(details: Item) -> list[Value]:
    """What changed after the first publication, which is no change."""
    history = sorted(_maps(details, "change_history"), key=lambda each: _text(each, "public_timestamp"))
    noted = ((_day(change, "public_timestamp"), _text(change, "note")) for change in history[1:])
    return [{"date": day, "note": note} for day, note in noted if day and note]


def _add_outcome(item: Item, details: Item, texts: dict[str, Value]) -> None:
    """That the outcome was published is known; whether it reached those who answered is not."""
    day = _day(details, "final_outcome_publication_date")
    if _text(item, "document_type") == "consultation_outcome":
        outcome = {"type": "publication", "state": "adopted", "title": "Outcome of the consultation"}
        texts["outcomes"] = [
            {**outcome, **({"date": day} if day else {}), "url": urljoin(HOST, _text(item, "base_path"))}
        ]


def _add_withdrawal(item: Item, texts: dict[str, Value]) -> None:
    notice = _map(item, "withdrawn_notice")
    day = _day(notice, "withdrawn_at")
    if notice and day:
        explanation = to_markdown(_text(notice, "explanation"), lambda target: urljoin(HOST, target))
        words = " ".join(block.text for block in explanation.blocks)
        texts |= {
            "status": "withdrawn",
            "withdrawn": {"date": day, "explanation": words or "Withdrawn by the archive."},
        }


def _chapters(details: Item) -> Iterator[DraftChapter]:
    """What was asked is background, what was heard is content, what was decided is the policy."""
    for name, element, heading in (
        ("body", "background", "Background"),
        ("public_feedback_detail", "content", None),
        ("final_outcome_detail", "policy", None),
    ):
        markdown = joined(to_markdown(_text(details, name), lambda target: urljoin(HOST, target)))
        if markdown:
            lead = f"## {heading}\n\n" if heading and not markdown.startswith("#") else ""
            yield DraftChapter(element=element, body=f"{lead}{_lowered(markdown)}")


def _lowered(markdown: str) -> str:
    """Headings below the chapter's own part: an archive's page begins with the level of its sections."""
    return re.sub(r"^#(?=#{1,4} )", "##", markdown, flags=re.MULTILINE)


def _documents(details: Item, name: str) -> Iterator[Value]:
    """Attached documents, which the archive gives as pieces of its pages."""
    pieces = details.get(name)
    for piece in pieces if isinstance(pieces, list) else []:
        root = parse_html(piece) if isinstance(piece, str) else Element(tag="")
        for heading in root.all("h2", "h3"):
            link = next(heading.all("a"), None)
            if link is not None and heading.text and "title" in heading.attributes.get("class", ""):
                yield {"title": heading.text, "url": urljoin(HOST, link.attributes.get("href", ""))}


def _day(item: Item, name: str) -> str | None:
    day = PartialDate.parse(_text(item, name)[:10])
    return day.iso if day else None


def _shortened(text: str) -> str:
    words = " ".join(text.split())
    if len(words) <= _LONGEST_DESCRIPTION:
        return words
    return words[: _LONGEST_DESCRIPTION - 1].rpartition(" ")[0].rstrip(",;:") + "…"


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def _text(item: Item, name: str) -> str:
    value = item.get(name)
    return value if isinstance(value, str) else ""


def _map(item: Item, name: str) -> Item:
    value = item.get(name)
    return value if isinstance(value, dict) else {}


def _maps(item: Item, name: str) -> Sequence[Item]:
    value = item.get(name)
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []
