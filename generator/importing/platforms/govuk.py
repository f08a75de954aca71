"""GOV.UK's content items of consultations and calls for evidence -> drafts of processes, in English.

Two forms are read: the one that Whitehall sends since April 2026, attachments as objects with lists of their ids, and the
one before it, documents as pieces of pages. An item becomes `closing` when answers are no longer taken; somebody who
knows closes it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from urllib.parse import urljoin

from generator.importing.html_tree import Element, parse_html
from generator.importing.platforms.archive import (
    INCOMPLETE,
    NOT_YET_OPEN,
    OTHER_KIND,
    REPEATED,
    Archive,
    Bodies,
    Body,
    ImportedProcess,
    Item,
    PassedOver,
    links,
    local_day,
    lowered,
    map_at,
    maps_at,
    markdown_of,
    plain,
    shortened,
    slugged,
    text_at,
    unread_days,
)
from generator.scaffold import Draft, DraftChapter
from generator.scaffold.yaml_text import Value

NAME = "GOV.UK"
HOST = "https://www.gov.uk/"
"""Addresses in content items are relative to it."""
_ZONE = "Europe/London"

_STATUSES = {
    f"{prefix}{kind}{suffix}": status
    for kind in ("consultation", "call_for_evidence")
    for prefix, suffix, status in (("open_", "", "open"), ("closed_", "", "closing"), ("", "_outcome", "closing"))
}
"""`document_type` -> status. The bare `consultation` is one that has not opened."""
_UNOPENED = ("consultation", "call_for_evidence")
_FILES = ("final_outcome_attachments", "outcome_attachments", "featured_attachments", "public_feedback_attachments")
_DOCUMENTS = ("documents", "final_outcome_documents", "outcome_documents", "public_feedback_documents")
_OUTCOMES = ("final_outcome_detail", "outcome_detail")
_TAKEN = frozenset(
    (
        *_FILES, *_DOCUMENTS, *_OUTCOMES, "attachments", "body", "change_history", "closing_date", "opening_date",
        "emphasised_organisations", "public_feedback_detail", "public_feedback_publication_date",
        "final_outcome_publication_date", "held_on_another_website_url",
    )
)  # fmt: skip


def is_ours(items: Sequence[Item]) -> bool:
    """Whether the objects are content items."""
    return any("document_type" in item and "base_path" in item for item in items)


def read(items: Sequence[Item], bodies: Bodies) -> Archive:
    """The consultations and calls for evidence among content items."""
    found: dict[str, ImportedProcess] = {}
    passed_over: list[PassedOver] = []
    left_out: set[str] = set()
    for number, item in enumerate(items, 1):
        name = text_at(item, "base_path") or str(number)
        kind = text_at(item, "document_type")
        process = _process(item, bodies) if kind in _STATUSES else None
        if kind in _UNOPENED:
            passed_over.append(PassedOver(name=name, reason=NOT_YET_OPEN))
        elif kind not in _STATUSES:
            passed_over.append(PassedOver(name=name, reason=OTHER_KIND, values={"kind": kind or "–"}))
        elif process is None:
            passed_over.append(PassedOver(name=name, reason=INCOMPLETE))
        elif process.draft.id in found:
            passed_over.append(PassedOver(name=name, reason=REPEATED))
        else:
            found[process.draft.id] = process
            left_out |= map_at(item, "details").keys() - _TAKEN
            left_out |= {f"links.{link}" for link in map_at(item, "links") if not link.endswith("organisation")} - {
                "links.organisations", "links.lead_organisations", "links.available_translations",
            }  # fmt: skip
    return Archive(
        platform=NAME,
        processes=tuple(found.values()),
        passed_over=tuple(passed_over),
        left_out=tuple(sorted(left_out)),
    )


def _process(item: Item, known: Bodies) -> ImportedProcess | None:
    identifier = slugged(text_at(item, "base_path").rpartition("/")[2])
    bodies = tuple(_bodies(item, known))
    title = text_at(item, "title")
    if not identifier or not bodies or not title:
        return None
    details = map_at(item, "details")
    address = urljoin(HOST, text_at(item, "base_path"))
    files, missing = _files(details)
    record: dict[str, Value] = {
        "title": title,
        "short_description": shortened(text_at(item, "description") or title),
        "ministry": bodies[0].id,
        **({"partners": [body.id for body in bodies[1:]]} if len(bodies) > 1 else {}),
        "methods": ["online-consultation"],
        "status": _STATUSES[text_at(item, "document_type")],
        "language": "en",
        **_dates(details),
        **({"output": {"files": files}} if files else {}),
        "sources": links(
            [
                (f"GOV.UK: {title}", address),
                ("The consultation itself", text_at(details, "held_on_another_website_url")),
            ]
        ),
        **({"changes": changes} if (changes := _changes(details)) else {}),
    }
    assumed = {"methods"} if text_at(item, "locale") in ("", "en") else {"methods", "language"}
    if text_at(item, "document_type").endswith("_outcome"):
        record["outcomes"], is_assumed = _outcome(details, address)
        assumed |= {"outcomes"} if is_assumed else set()
    _add_withdrawal(item, record)
    draft = Draft(
        id=identifier,
        record=record,
        assumed=frozenset(assumed),
        brief=shortened(text_at(item, "description")),
        chapters=tuple(_chapters(details)),
    )
    unread = unread_days(details, "opening_date", "closing_date")
    return ImportedProcess(draft=draft, bodies=bodies, missing=missing, unread=unread)


def _bodies(item: Item, known: Bodies) -> Iterator[Body]:
    """The organisations: first the one that the item is published by or that it is emphasised for, then the others."""
    related = map_at(item, "links")
    primary = maps_at(related, "primary_publishing_organisation")
    organisations = [*maps_at(related, "organisations"), *maps_at(related, "lead_organisations"), *primary]
    leading = [text_at(each, "content_id") for each in primary]
    emphasised = map_at(item, "details").get("emphasised_organisations")
    leading += [str(each) for each in emphasised] if isinstance(emphasised, list) else []
    rank = {identifier: number for number, identifier in reversed(list(enumerate(leading)))}
    seen: set[str] = set()
    for each in sorted(organisations, key=lambda each: rank.get(text_at(each, "content_id"), len(leading))):
        title = text_at(each, "title")
        body = known.find(title, text_at(each, "base_path").rpartition("/")[2])
        if title and body.id not in seen:
            seen.add(body.id)
            yield body


def _dates(details: Item) -> dict[str, Value]:
    days = {"start_date": _day(details, "opening_date"), "end_date": _day(details, "closing_date")}
    return {name: day for name, day in days.items() if day}


def _changes(details: Item) -> list[Value]:
    """What changed after the first publication, which is no change; also when the feedback was published."""
    history = sorted(maps_at(details, "change_history"), key=lambda each: text_at(each, "public_timestamp"))
    noted = [(_day(change, "public_timestamp"), text_at(change, "note")) for change in history[1:]]
    noted.append((_day(details, "public_feedback_publication_date"), "The feedback received was published."))
    return [{"date": day, "note": note} for day, note in sorted(noted, key=lambda each: each[0] or "") if day and note]


def _outcome(details: Item, address: str) -> tuple[list[Value], bool]:
    """That the outcome was published is known, and whether its date is assumed: the archive sends none, so the last change
    stands in. Whether it reached those who answered is not known."""
    told = _day(details, "final_outcome_publication_date")
    newest = max((text_at(each, "public_timestamp") for each in maps_at(details, "change_history")), default="")
    day = told or local_day(newest, _ZONE)
    outcome = {"type": "publication", "state": "adopted", "title": "Outcome of the consultation"}
    return [{**outcome, **({"date": day} if day else {}), "url": address}], bool(day and not told)


def _add_withdrawal(item: Item, record: dict[str, Value]) -> None:
    notice = map_at(item, "withdrawn_notice")
    day = _day(notice, "withdrawn_at")
    if notice and day:
        words = plain(text_at(notice, "explanation"))
        record["status"] = "withdrawn"
        record["withdrawn"] = {"date": day, "explanation": words or "Withdrawn by the archive."}


def _chapters(details: Item) -> Iterator[DraftChapter]:
    """What was asked is background, what was heard is content, what was decided is the policy."""
    outcome = next((name for name in _OUTCOMES if text_at(details, name)), _OUTCOMES[0])
    for name, element, heading in (
        ("body", "background", "Background"),
        ("public_feedback_detail", "content", None),
        (outcome, "policy", None),
    ):
        markdown = markdown_of(text_at(details, name), HOST)
        if markdown:
            lead = f"## {heading}\n\n" if heading and not markdown.startswith("#") else ""
            yield DraftChapter(element=element, body=f"{lead}{lowered(markdown)}")


def _files(details: Item) -> tuple[list[dict[str, str]], tuple[str, ...]]:
    """Titles and addresses of what is attached, the outcome first; and the ids that no attachment has, since attachments in
    other languages are left out of an item."""
    by_id = {str(each.get("id")): each for each in maps_at(details, "attachments")}
    pairs: list[tuple[str, str]] = []
    missing: list[str] = []
    for name in _FILES:
        ids = details.get(name)
        for identifier in map(str, ids if isinstance(ids, list) else []):
            if identifier in by_id:
                pairs.append((text_at(by_id[identifier], "title"), text_at(by_id[identifier], "url")))
            else:
                missing.append(identifier)
    for name in _DOCUMENTS:
        pairs += _pieces(details, name)
    return links(pairs, HOST), tuple(missing)


def _pieces(details: Item, name: str) -> Iterator[tuple[str, str]]:
    """Attached documents as the older form gives them: pieces of pages."""
    pieces = details.get(name)
    for piece in pieces if isinstance(pieces, list) else []:
        root = parse_html(piece) if isinstance(piece, str) else Element(tag="")
        for heading in root.all("h2", "h3"):
            link = next(heading.all("a"), None)
            if link is not None and heading.text and "title" in heading.attributes.get("class", ""):
                yield heading.text, link.attributes.get("href", "")


def _day(item: Item, name: str) -> str | None:
    return local_day(text_at(item, name), _ZONE)
