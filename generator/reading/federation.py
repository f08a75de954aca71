"""`catalogue.json` of other catalogues (`sources:`) -> their cards. Files only: nothing is fetched in a build."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from urllib.parse import urljoin

import msgspec

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
_LAGS = range(-36_600, 36_601)
"""Days."""
_COUNTS = range(10_000_001)
_YEARS = range(1900, 2101)
WITHDRAWN = "withdrawn"


class Entry(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A process as `catalogue.json` publishes it (spec 6). A withdrawn one has id, url and status alone."""

    id: str
    url: str
    status: str
    title: str = ""
    short_description: str = ""
    ministry: str = ""
    ministry_name: str = ""
    kind: str = ""
    methods: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    language: str = ""
    start_date: str | None = None
    end_date: str | None = None
    output_sent: str | None = None
    closing_lag_days: int | None = None
    participants_count: int | None = None


def read_federated_processes(
    content_dir: Path,
    sources: Iterable[Mapping[str, str]],
    structure: Structure | None = None,
    topics: Collection[str] | None = None,
) -> tuple[tuple[FederatedProcess, ...], tuple[Finding, ...]]:
    """The processes that other catalogues list, by source, then in their order.

    A source has `id` and `title`; the copy of its `catalogue.json` is `sources/<id>.json` beside the content folder.
    One that is not there, or is no catalogue of version 1, is M005. What `EntryReader` does not take is left out, and M006
    says how many. `topics`: those of this site's registry, the only ones that are kept.
    """
    found: list[FederatedProcess] = []
    findings: list[Finding] = []
    methods = _known(structure, "method") if structure else None
    for source in sources:
        identifier = source.get("id", "")
        path = f"{FOLDER}/{identifier}.json"
        try:
            items = items_of((content_dir.parent / path).read_bytes()) if ID.match(identifier) else None
        except OSError:
            items = None
        if items is None:
            findings.append(finding(UNREAD_SOURCE, Span.start_of(path), {"id": identifier}))
            continue
        reader = EntryReader(structure)
        title = source.get("title") or identifier
        found += [_card(entry, title, methods, topics) for item in items if (entry := reader.take(item)) is not None]
        if reader.left_out:
            findings.append(finding(LEFT_OUT_OF_SOURCE, Span.start_of(path), {"count": reader.left_out}))
    return tuple(found), tuple(findings)


def items_of(content: bytes) -> list[object] | None:
    """The items of a catalogue's `processes`; None when the bytes are no catalogue of version 1."""
    import json  # few sites have another catalogue's processes

    try:
        catalogue = json.loads(content)
    except (ValueError, RecursionError):
        return None
    if not isinstance(catalogue, dict) or catalogue.get("version") != 1:
        return None
    items = catalogue.get("processes")
    return items if isinstance(items, list) else None


class EntryReader:
    """Takes the entries of one source, by the same rules in `sikum sync` and in the build: in the published shape, and such
    as this site's own could be. One source may not fill this site with pages."""

    def __init__(self, structure: Structure | None, address: str | None = None) -> None:
        """`address`: where the source came from; relative addresses of processes are led from the root of its site."""
        self._structure = structure
        self._address = address
        self._ids: set[str] = set()
        self._bodies: set[str] = set()
        self.left_out = 0
        """Entries that were not taken; withdrawn ones, which stand on no list, are not among them."""

    def take(self, item: object) -> Entry | None:
        """An item of `items_of` as an entry; None when it is withdrawn or left out."""
        if isinstance(item, dict) and item.get("status") == WITHDRAWN:
            return None
        entry = self._entry(item)
        if entry is None:
            self.left_out += 1
        return entry

    def _entry(self, item: object) -> Entry | None:
        try:
            entry = msgspec.convert(item, Entry)
        except (msgspec.ValidationError, UnicodeEncodeError, RecursionError):  # half a character in the name of a field
            return None
        if self._address is not None:
            # `catalogue.json` lies in `data/`, and its relative addresses begin at the root of the site.
            try:
                entry = msgspec.structs.replace(entry, url=urljoin(urljoin(self._address, ".."), entry.url))
            except ValueError:
                return None
        is_new = entry.id not in self._ids and len(self._ids) < MAX_ENTRIES
        has_room = entry.ministry in self._bodies or len(self._bodies) < MAX_VALUES
        if not is_new or not has_room or not is_sound(entry, self._structure):
            return None
        self._ids.add(entry.id)
        self._bodies.add(entry.ministry)
        return entry


def is_sound(entry: Entry, structure: Structure | None) -> bool:
    """Whether an entry of another catalogue is one that could stand in this site's own: its id, address and days are such,
    its texts show what they hold, its numbers and years are possible, and its kind and status are known.
    """
    texts = (
        entry.id, entry.url, entry.status, entry.title, entry.short_description, entry.ministry, entry.ministry_name,
        entry.kind, entry.language, *entry.methods, *entry.topics,
    )  # fmt: skip
    if any(len(text) > MAX_LENGTH or FORBIDDEN.search(text) for text in texts) or shows_nothing(entry.title):
        return False
    if not ID.match(entry.id) or not ID.match(entry.ministry) or not is_url(entry.url):
        return False
    for day in (entry.start_date, entry.end_date, entry.output_sent):
        if day is not None and ((date := PartialDate.parse(day)) is None or date.year not in _YEARS):
            return False
    lag, count = entry.closing_lag_days, entry.participants_count
    if (lag is not None and lag not in _LAGS) or (count is not None and count not in _COUNTS):
        return False
    return structure is None or (
        entry.kind in _known(structure, "kind") and entry.status in _known(structure, "status")
    )


def _known(structure: Structure, vocabulary: str) -> frozenset[str]:
    return frozenset(term.id for term in structure.vocabularies[vocabulary].terms)


def _card(
    entry: Entry, source: str, methods: Collection[str] | None, topics: Collection[str] | None
) -> FederatedProcess:
    return FederatedProcess(
        id=entry.id,
        url=entry.url,
        title=entry.title,
        short_description=entry.short_description,
        ministry=entry.ministry,
        ministry_name=entry.ministry_name or entry.ministry,
        kind=entry.kind,
        methods=_kept(entry.methods, methods),
        topics=_kept(entry.topics, topics),
        status=entry.status,
        language=entry.language,
        start_date=PartialDate.parse(entry.start_date or ""),
        end_date=PartialDate.parse(entry.end_date or ""),
        output_sent=PartialDate.parse(entry.output_sent or ""),
        closing_lag_days=entry.closing_lag_days,
        participants_count=entry.participants_count,
        source=source,
    )


def _kept(values: tuple[str, ...], known: Collection[str] | None) -> tuple[str, ...]:
    return tuple(each for each in values if known is None or each in known)[:MAX_VALUES]
