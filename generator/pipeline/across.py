"""Searches the rest of the site for names that one process withholds: other processes, pages, registries (spec 3.3).

Names are read from the lists when they are needed and kept nowhere. What is kept is which texts were found free of which lists,
by the hashes of both, so that an edited chapter is searched alone, and a build without an edit searches nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import unquote

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from generator.checks.authored import Authored, texts_of_facts, texts_of_page, texts_of_process, texts_of_registries
from generator.checks.contacts import contacts_in
from generator.checks.withheld import Person, matcher_of, people_of, withheld_in
from generator.diagnostics import Finding
from generator.model.digest import digest
from generator.model.private import Process
from generator.model.published import OrdinaryPage
from generator.model.registry import Registries
from generator.names import Wanted, pack_words
from generator.names.kept import known_again
from generator.pipeline.attached import texts_beside
from generator.pipeline.cache import Cache
from generator.pipeline.discovery import ProcessFolder
from generator.pipeline.kept_names import KeptNames
from generator.pipeline.quoting import Quoting
from generator.pipeline.shared_files import SharedFiles
from generator.pipeline.units import Unit, UnitContext, read_folder, words_name

if TYPE_CHECKING:
    from generator.names.matcher import Matcher

ACROSS = "across"
"""Where the cache keeps what was found, in one entry."""
_REST = ""
"""Stands for pages and registries among the paths of processes."""


class _Searched(Struct, frozen=True):
    """One process's texts, gone through for the names of all others."""

    key: str
    findings: tuple[Finding, ...]


class _Memory(Struct, frozen=True):
    names: str
    """Hash of the lists whose names were looked for."""
    searched: dict[str, _Searched]


def find_across(
    folders: Sequence[ProcessFolder],
    units: Iterable[Unit],
    lists: Lists,
    context: UnitContext,
    cache: Cache,
    *,
    pages: Sequence[OrdinaryPage],
    registries: Registries,
    facts: Mapping[str, Mapping[str, object]],
    shared: SharedFiles,
    own: Sequence[Authored],
) -> tuple[Finding, ...]:
    """Findings in texts of other processes than the one that withholds the name, and private details outside processes.

    `lists`: of these units. `facts`: what other files of the site say, by their paths. `shared`: files outside processes that
    pages link to. `own`: further texts of the site, in which an address or a number is nobody's private one.
    """
    by_path = {unit.path: unit for unit in units}
    names = digest(lists.digest, digest(lists.kept.text, lists.kept.key))
    rest_key = digest(context.digest, pages, registries, dict(facts), shared.key, list(own), sorted(lists.reviewed))
    memory = _remembered(cache)
    known = memory.searched if memory.names == names else {}
    searched: dict[str, _Searched] = {}
    for folder in folders:
        unit = by_path[folder.path]
        found = known.get(folder.path)
        if found is None or found.key != unit.key:
            found = _Searched(unit.key, lists.quiet(_in_process(folder, unit, lists, context, cache)))
        searched[folder.path] = found
    rest = known.get(_REST)
    if rest is None or rest.key != rest_key:
        texts = (
            *(text for page in pages for text in texts_of_page(page)),
            *texts_of_registries(registries),
            *(text for path, values in facts.items() for text in texts_of_facts(values, path)),
        )
        in_files = find_in_files((*shared.texts(context.reader), *own), lists)
        rest = _Searched(rest_key, (*find_in_texts(texts, lists), *in_files))
    searched[_REST] = rest
    if searched != memory.searched or names != memory.names:
        cache.put(ACROSS, "1", msgspec.json.encode(_Memory(names, searched)))
    return tuple(finding for each in searched.values() for finding in each.findings)


def lists_of(
    folders: Sequence[ProcessFolder],
    units: Iterable[Unit],
    context: UnitContext,
    kept: KeptNames,
    reviewed: frozenset[str] = frozenset(),
) -> Lists:
    """The people of all lists that withhold somebody, read when they are first asked for.

    `kept`: names that stand in no list any more; these are looked for everywhere. `reviewed`: files outside processes in
    which somebody has looked.
    """
    withheld = {unit.path: unit.key for unit in units if unit.withheld}
    holders = [folder for folder in folders if folder.path in withheld]
    kept = kept if kept.is_open else KeptNames()
    of_lists = digest(context.digest, [withheld[folder.path] for folder in holders])
    return Lists(holders, context, kept, of_lists, reviewed)


def find_in_texts(texts: Sequence[Authored], lists: Lists) -> tuple[Finding, ...]:
    """Findings in texts that are in no folder: names that any process withholds, and private details."""
    return lists.quiet(_in_rest(lists.to_search(texts), lists))


def find_in_files(texts: Sequence[Authored], lists: Lists) -> tuple[Finding, ...]:
    """Names that any process withholds, in texts of files outside processes; numbers are for whoever attached them."""
    return lists.quiet(_named_in(lists.to_search(texts), lists))


def find_in_process(process: Process, attached: Iterable[Authored], lists: Lists) -> Iterator[Finding]:
    """Findings in a process, with the texts of its files, of names that others withhold or that stand in no list any more."""
    reviewed = frozenset(waiver.subject for waiver in process.record.privacy.reviewed)
    own = matcher_of(people_of(process))
    texts = (*texts_of_process(process), *attached)
    matchers = (lists.matcher, lists.known_again(texts)) if lists.kept.text else (lists.matcher,)
    for text in texts:
        for matcher in matchers:
            yield from withheld_in(text, matcher, reviewed, own)


class Lists:
    """The people of all lists that withhold somebody: read when a text has to be searched, and not before."""

    def __init__(
        self,
        holders: Sequence[ProcessFolder],
        context: UnitContext,
        kept: KeptNames,
        of_lists: str,
        reviewed: frozenset[str],
    ) -> None:
        """`of_lists`: a hash of the lists; `reviewed`: files outside processes that are not searched."""
        self.kept = kept
        self.reviewed = reviewed
        self.digest = of_lists
        self._holders = holders
        self._context = context
        self._people: dict[str, tuple[Person, ...]] | None = None
        self._matcher: Matcher[Person] | None = None
        self._wanted: Wanted | None = None

    @property
    def people(self) -> Mapping[str, tuple[Person, ...]]:
        """By folder; rows are named with their file."""
        if self._people is None:
            self._people = {}
            for folder in self._holders:
                process, _, _ = read_folder(folder, self._context)
                self._people[folder.path] = tuple(
                    replace(person, row=f"{person.span.path}:{person.row}")
                    for person in people_of(process)
                    if person.span is not None
                )
        return self._people

    @property
    def matcher(self) -> Matcher[Person]:
        if self._matcher is None:
            self._matcher = matcher_of(person for people in self.people.values() for person in people)
        return self._matcher

    @property
    def withholds(self) -> bool:
        """Whether any list withholds a name."""
        return bool(self._holders)

    @property
    def quoting(self) -> Quoting:
        """What a finding may quote, for the names of all lists."""
        return Quoting((), self._says_withheld)

    def _says_withheld(self, text: str) -> bool:
        matches = self.matcher.find(unquote(unescape(text)), is_path=True)
        return any(not person.is_shown for match in matches for person in match.named)

    def to_search(self, texts: Iterable[Authored]) -> tuple[Authored, ...]:
        """Texts of files in which nobody has looked yet."""
        return tuple(text for text in texts if text.span.path not in self.reviewed)

    def quiet(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """Findings without paths that hold any of the names."""
        return tuple(
            replace(each, span=replace(each.span, path=self.quoting.path(each.span.path))) for each in findings
        )

    def known_again(self, texts: Iterable[Authored]) -> Matcher[Person]:
        """What finds the kept names that may stand in some texts."""
        names = known_again(self.kept.text, (text.text for text in texts), self.kept.key)
        people = (Person(name=name, is_shown=False, row=self.kept.path) for name in sorted(names))
        return matcher_of(people, are_joined=True)

    @property
    def wanted(self) -> Wanted:
        if self._wanted is None:
            people = (person for people in self.people.values() for person in people)
            self._wanted = Wanted(person.name for person in people if not person.is_shown)
        return self._wanted


def _in_process(
    folder: ProcessFolder, unit: Unit, lists: Lists, context: UnitContext, cache: Cache
) -> Iterator[Finding]:
    if not unit.is_published:
        return
    is_wanted = bool(lists.people.keys() - {folder.path})
    packed = cache.get(words_name(unit), unit.key) if is_wanted else None
    if packed is not None:
        is_wanted = lists.wanted.may_stand_in(packed)
    if not is_wanted and not lists.kept.text:
        return
    process, read, files = read_folder(folder, context)
    texts = (*texts_of_process(process), *texts_beside(process, read, files))
    if is_wanted and packed is None:
        # Made while no list that withholds a name was known.
        packed = pack_words(text.text for text in texts)
        if not any(finding.is_error for finding in unit.findings):
            cache.put(words_name(unit), unit.key, packed)
        is_wanted = lists.wanted.may_stand_in(packed)
        if not is_wanted and not lists.kept.text:
            return
    reviewed = frozenset(waiver.subject for waiver in process.record.privacy.reviewed)
    own = matcher_of(people_of(process))
    matchers = [lists.matcher] if is_wanted else []
    if lists.kept.text:
        matchers.append(lists.known_again(texts))
    for text in texts:
        for matcher in matchers:
            yield from withheld_in(text, matcher, reviewed, own)


def _in_rest(texts: Sequence[Authored], lists: Lists) -> Iterator[Finding]:
    yield from _named_in(texts, lists)
    for text in texts:
        yield from contacts_in(text)


def _named_in(texts: Sequence[Authored], lists: Lists) -> Iterator[Finding]:
    matchers = (lists.matcher, lists.known_again(texts)) if lists.kept.text else (lists.matcher,)
    for text in texts:
        for matcher in matchers:
            yield from withheld_in(text, matcher)


def _remembered(cache: Cache) -> _Memory:
    payload = cache.get(ACROSS, "1")
    with suppress(msgspec.DecodeError):
        if payload:
            return msgspec.json.decode(payload, type=_Memory)
    return _Memory("", {})
