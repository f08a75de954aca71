"""Which old wordings may be shown: consent holds in every version.

One is left out where it says a name that may not be published now: of the process's own list or of another process's, as they
are and as they ever were, or one that an import left out; and where it says how to reach a person. What is kept between builds
is what may be shown, and by which lists that was found.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from generator.checks.authored import Authored
from generator.checks.contacts import contacts_in
from generator.checks.withheld import Person, matcher_of, people_of, withheld_in
from generator.diagnostics import Span
from generator.model.digest import digest
from generator.model.private import Process
from generator.model.since_sent import Rewording, SinceSent
from generator.names.kept import known_again
from generator.pipeline.across import Lists
from generator.pipeline.cache import Cache
from generator.pipeline.kept_names import KeptNames
from generator.pipeline.records import Records
from generator.pipeline.since_sent import LISTS, History, Version, read_version, since_sent
from generator.pipeline.units import Unit
from generator.pipeline.workers import parallel_map

if TYPE_CHECKING:
    from generator.names.matcher import Matcher

ENTRY = "since-sent"
"""Where the cache keeps what may be shown, in one entry."""


class _Known(Struct, frozen=True):
    """What is known of one process."""

    key: str
    """Hash of what was compared."""
    lists: str
    """Hash of the lists by which it was judged."""
    found: SinceSent | None


def old_wordings(
    units: Iterable[Unit],
    records: Records,
    history: History,
    kept: KeptNames,
    lists: Lists,
    cache: Cache,
    workers: int | None = None,
) -> dict[str, SinceSent]:
    """What reads otherwise than when it was sent, by the folder of each process of which anything does."""
    by_path = {unit.path: unit for unit in units}
    former = {path: [name for name, _ in unit.outline.aliases] for path, unit in by_path.items()}
    versions = {path: found for path in by_path if (found := history.versions(path, former[path]))}
    if not versions:
        return {}
    by_lists = digest(lists.digest, kept.text, kept.key, _lists_ever(history))
    before, now = _remembered(cache), dict[str, _Known]()
    changed: list[tuple[str, str]] = []
    for path, found in versions.items():
        key = digest(records.context.digest, by_path[path].key, found)
        known = before.get(path)
        if known is not None and known.key == key and (known.found is None or known.lists == by_lists):
            now[path] = known
        else:
            changed.append((path, key))

    def compare(item: tuple[str, str]) -> bytes:
        process = records.light(by_path[item[0]])
        return msgspec.json.encode(since_sent(process, versions[item[0]], history, records.context))

    earlier = _EarlierLists(history, records)
    for (path, key), compared in zip(changed, parallel_map(compare, changed, workers), strict=True):
        raw = msgspec.json.decode(compared, type=SinceSent | None)
        if raw is not None:
            judge = _Judge(records.private(by_path[path]), versions[path], earlier, lists, kept, records, history)
            raw = replace(raw, rewordings=tuple(judge.shown(each) for each in raw.rewordings))
        now[path] = _Known(key, by_lists, raw)
    if now != before:
        cache.put(ENTRY, "1", msgspec.json.encode(now))
    return {path: known.found for path, known in now.items() if known.found is not None}


class _EarlierLists:
    """Everybody who ever stood on a list of the repository: read when an old wording has to be judged, and not before."""

    def __init__(self, history: History, records: Records) -> None:
        self._history = history
        self._records = records
        self._named: dict[str, frozenset[str]] = {}

    @cached_property
    def matcher(self) -> Matcher[Person]:
        """`row` of each person is the folder."""
        read = (
            (folder, person)
            for folder, versions in self._history.folders.items()
            for version in _with_lists(versions)
            for person in people_of(read_version(version, LISTS, folder, self._history, self._records.context))
        )
        return matcher_of({replace(person, row=folder, span=None, is_shown=False) for folder, person in read})

    def may_be_named(self, person: Person) -> bool:
        """Whether somebody who stood on the list of a folder is one whom that folder's list names now."""
        if person.row not in self._named:
            process = self._records.private_at(person.row)
            people = people_of(process) if process else ()
            self._named[person.row] = frozenset(each.name for each in people if each.is_shown)
        return person.name in self._named[person.row]


class _Judge:
    """Whether a text of an earlier version of one process may be shown."""

    def __init__(
        self,
        process: Process,
        versions: tuple[Version, ...],
        earlier: _EarlierLists,
        lists: Lists,
        kept: KeptNames,
        records: Records,
        history: History,
    ) -> None:
        """`process` as it is now, and its own earlier `versions`."""
        today = people_of(process)
        named = {person.name for person in today if person.is_shown}
        before = (
            replace(person, is_shown=False)
            for version in _with_lists(versions)
            for person in people_of(read_version(version, LISTS, process.path, history, records.context))
            if person.name not in named
        )
        self._process = process
        self._today = matcher_of(today)
        self._own = matcher_of((*today, *before))
        self._earlier = earlier
        self._lists = lists
        self._kept = kept

    def shown(self, rewording: Rewording) -> Rewording:
        """The rewording without its old wording where that may not be shown."""
        if rewording.before is None or not self._says_what_is_withheld(rewording.before):
            return rewording
        return replace(rewording, before=None, is_withheld=True)

    def _says_what_is_withheld(self, text: str) -> bool:
        if self._kept.text and not self._kept.is_open:
            return True  # there are names to look for, and no key to them
        written = Authored(text=text, span=Span.start_of(f"{self._process.path}/index.md"))
        names = known_again(self._kept.text, [text], self._kept.key) if self._kept.text else ()
        left_out = matcher_of((Person(name=name, is_shown=False, row="") for name in names), are_joined=True)
        found = (
            *withheld_in(written, self._own),
            *withheld_in(written, self._lists.matcher, own=self._today),
            *withheld_in(written, left_out),
            *contacts_in(written, self._process.record.closing.contact),
        )
        return bool(found) or self._was_withheld(text)

    def _was_withheld(self, text: str) -> bool:
        """Whether it names somebody who stood on another list, and whom that list does not name any more."""
        own = {match.end for match in self._today.find(text)}
        return any(
            not self._earlier.may_be_named(person)
            for match in self._earlier.matcher.find(text)
            if match.end not in own
            for person in match.named
        )


def _with_lists(versions: Iterable[Version]) -> Iterator[Version]:
    """One version for each list that there was."""
    seen: set[tuple[str, ...]] = set()
    for version in versions:
        lists = tuple(version.files.get(name, "") for name in LISTS)
        if any(lists) and lists not in seen:
            seen.add(lists)
            yield version


def _lists_ever(history: History) -> str:
    lists: Mapping[str, list[list[str]]] = {
        folder: [[version.files.get(name, "") for name in LISTS] for version in _with_lists(versions)]
        for folder, versions in history.folders.items()
    }
    return digest(lists)


def _remembered(cache: Cache) -> dict[str, _Known]:
    payload = cache.get(ENTRY, "1")
    with suppress(msgspec.DecodeError):
        if payload:
            return msgspec.json.decode(payload, type=dict[str, _Known])
    return {}
