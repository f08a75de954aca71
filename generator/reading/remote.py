"""`catalogue.json` of other catalogues (`sources:`) -> their cards. Files only: nothing is fetched in a build."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from generator.model.dates import PartialDate
from generator.model.published import RemoteProcess
from generator.reading.scalars import ID, is_url

WITHDRAWN = "withdrawn"


def read_remote_processes(content_dir: Path, sources: Iterable[Mapping[str, str]]) -> tuple[RemoteProcess, ...]:
    """The processes that other catalogues list, by source, then in their order.

    A source has `title` and `path`, the latter relative to the folder above `content_dir`. What is not a whole card of
    version 1 with a web address is left out; a file that is not there or not JSON gives nothing.
    """
    found: list[RemoteProcess] = []
    for source in sources:
        if path := source.get("path"):
            try:
                catalogue = json.loads((content_dir.parent / path).read_bytes())
            except (OSError, ValueError, RecursionError):
                continue
            found += parse_catalogue(catalogue, source.get("title") or path)
    return tuple(found)


def parse_catalogue(catalogue: object, title: str) -> list[RemoteProcess]:
    """The cards in a decoded `catalogue.json`."""
    if not isinstance(catalogue, dict) or catalogue.get("version") != 1:
        return []
    cards = catalogue.get("processes")
    found = (_card(card, title) for card in cards if isinstance(card, dict)) if isinstance(cards, list) else ()
    return [card for card in found if card is not None]


def _card(card: Mapping[str, object], source: str) -> RemoteProcess | None:
    identifier, url, status = _text(card, "id"), _text(card, "url"), _text(card, "status")
    title, ministry = _text(card, "title"), _text(card, "ministry")
    if not ID.match(identifier) or not is_url(url) or not title or not ministry or status == WITHDRAWN:
        return None
    return RemoteProcess(
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
