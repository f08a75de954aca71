"""`catalogue.json` of other catalogues (`sources:`) -> their cards. Files only: nothing is fetched in a build."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from generator.diagnostics import Finding, Span, finding
from generator.model.dates import PartialDate
from generator.model.published import FederatedProcess
from generator.reading.scalars import ID, is_url
from generator.rules.registries import UNREAD_SOURCE

FOLDER = "sources"
WITHDRAWN = "withdrawn"


def read_federated_processes(
    content_dir: Path, sources: Iterable[Mapping[str, str]]
) -> tuple[tuple[FederatedProcess, ...], tuple[Finding, ...]]:
    """The processes that other catalogues list, by source, then in their order.

    A source has `id` and `title`; the copy of its `catalogue.json` is `sources/<id>.json` beside the content folder.
    One that is not there, or is no catalogue of version 1, is M005. What is not a whole card is left out.
    """
    found: list[FederatedProcess] = []
    findings: list[Finding] = []
    for source in sources:
        identifier = source.get("id", "")
        path = f"{FOLDER}/{identifier}.json"
        cards = _cards(content_dir.parent / path) if ID.match(identifier) else None
        if cards is None:
            span = Span.start_of(path)
            values = {"id": identifier, "path": path}
            findings.append(finding(UNREAD_SOURCE, span, values))
            continue
        title = source.get("title") or identifier
        found += (card for item in cards if isinstance(item, dict) and (card := _card(item, title)) is not None)
    return tuple(found), tuple(findings)


def _cards(path: Path) -> list[object] | None:
    """The items of a catalogue's `processes`; None when the file is no such catalogue."""
    try:
        catalogue = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return None
    if not isinstance(catalogue, dict) or catalogue.get("version") != 1:
        return None
    cards = catalogue.get("processes")
    return cards if isinstance(cards, list) else None


def _card(card: Mapping[str, object], source: str) -> FederatedProcess | None:
    identifier, url, status = _text(card, "id"), _text(card, "url"), _text(card, "status")
    title, ministry = _text(card, "title"), _text(card, "ministry")
    if not ID.match(identifier) or not is_url(url) or not title or not ministry or status == WITHDRAWN:
        return None
    return FederatedProcess(
        id=identifier,
        url=url,
        title=title,
        short_description=_text(card, "short_description"),
        ministry=ministry,
        ministry_name=_text(card, "ministry_name") or ministry,
        kind=_text(card, "kind"),
        methods=_texts(card, "methods"),
        topics=_texts(card, "topics"),
        status=status,
        language=_text(card, "language"),
        start_date=PartialDate.parse(_text(card, "start_date")),
        end_date=PartialDate.parse(_text(card, "end_date")),
        output_sent=PartialDate.parse(_text(card, "output_sent")),
        closing_lag_days=_number(card, "closing_lag_days"),
        participants_count=_number(card, "participants_count"),
        source=source,
    )


def _text(card: Mapping[str, object], name: str) -> str:
    value = card.get(name)
    return value if isinstance(value, str) else ""


def _texts(card: Mapping[str, object], name: str) -> tuple[str, ...]:
    value = card.get(name)
    return tuple(item for item in value if isinstance(item, str)) if isinstance(value, list) else ()


def _number(card: Mapping[str, object], name: str) -> int | None:
    value = card.get(name)
    return value if isinstance(value, int) and not isinstance(value, bool) else None
