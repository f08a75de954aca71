"""`catalogue.json` of other catalogues (`sources:`) -> their cards. Files only: nothing is fetched in a build."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from msgspec.structs import replace

from generator.diagnostics import Finding, Span, finding
from generator.model.dates import PartialDate
from generator.model.published import FederatedProcess
from generator.reading.scalars import ID, is_url
from generator.rules.registries import LEFT_OUT_OF_SOURCE, UNREAD_SOURCE
from generator.source.text import FORBIDDEN, shows_nothing
from generator.structure import Structure

FOLDER = "sources"
MAX_ENTRIES, MAX_VALUES, MAX_LENGTH = 20_000, 200, 2_000
"""Of one source: processes, different bodies and topics, characters of a text."""
_NUMBERS = {"closing_lag_days": range(-36_600, 36_601), "participants_count": range(10_000_001)}
_YEARS = range(1900, 2101)
WITHDRAWN = "withdrawn"


def read_federated_processes(
    content_dir: Path,
    sources: Iterable[Mapping[str, str]],
    structure: Structure | None = None,
    topics: Collection[str] | None = None,
) -> tuple[tuple[FederatedProcess, ...], tuple[Finding, ...]]:
    """The processes that other catalogues list, by source, then in their order.

    A source has `id` and `title`; the copy of its `catalogue.json` is `sources/<id>.json` beside the content folder.
    One that is not there, or is no catalogue of version 1, is M005. What is not a whole card, or holds what no site of
    ours could (`is_sound`), is left out, and M006 says how many. `topics`: those of this site's registry, the only ones
    that are kept.
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
        kept = _Kept(structure, topics)
        read = [card for item in cards if isinstance(item, dict) and (card := kept.card(item, title)) is not None]
        found += read
        withdrawn = sum(isinstance(item, dict) and item.get("status") == WITHDRAWN for item in cards)
        if left_out := len(cards) - withdrawn - len(read):
            findings.append(finding(LEFT_OUT_OF_SOURCE, Span.start_of(path), {"id": identifier, "count": left_out}))
    return tuple(found), tuple(findings)


def is_sound(card: Mapping[str, object], structure: Structure | None) -> bool:
    """Whether an entry of another catalogue is one that could stand in this site's own: its texts show what they hold,
    its numbers and years are possible, and its kind and status are known. Asked by `sikum sync` and by the build.
    """
    texts = [value for value in card.values() if isinstance(value, str)]
    texts += [
        item for value in card.values() if isinstance(value, list | tuple) for item in value if isinstance(item, str)
    ]
    if any(len(text) > MAX_LENGTH or FORBIDDEN.search(text) for text in texts) or shows_nothing(_text(card, "title")):
        return False
    for name, possible in _NUMBERS.items():
        number = card.get(name)
        if isinstance(number, int) and number not in possible:
            return False
    for name in ("start_date", "end_date", "output_sent"):
        day = PartialDate.parse(_text(card, name))
        if day is not None and day.year not in _YEARS:
            return False
    if not ID.match(_text(card, "ministry")) or structure is None:
        return bool(ID.match(_text(card, "ministry")))
    return all(_text(card, name) in _known(structure, name) for name in ("kind", "status"))


def _known(structure: Structure, vocabulary: str) -> frozenset[str]:
    return frozenset(term.id for term in structure.vocabularies[vocabulary].terms)


class _Kept:
    """What is kept of one source, which may not fill this site with pages."""

    def __init__(self, structure: Structure | None, topics: Collection[str] | None) -> None:
        self._structure = structure
        self._topics = topics
        self._methods = _known(structure, "method") if structure else None
        self._bodies: set[str] = set()
        self._count = 0

    def card(self, item: Mapping[str, object], source: str) -> FederatedProcess | None:
        """The entry; None when it is left out."""
        if self._count >= MAX_ENTRIES or not is_sound(item, self._structure):
            return None
        card = _card(item, source)
        if card is None or (card.ministry not in self._bodies and len(self._bodies) >= MAX_VALUES):
            return None
        self._bodies.add(card.ministry)
        self._count += 1
        methods = tuple(each for each in card.methods if self._methods is None or each in self._methods)
        topics = tuple(each for each in card.topics if self._topics is None or each in self._topics)
        return replace(card, methods=methods[:MAX_VALUES], topics=topics[:MAX_VALUES])


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
