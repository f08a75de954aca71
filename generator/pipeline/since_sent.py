"""The version of a process that was sent, from git, against the process now: bottom lines, promises and outcomes alone.

Only what is published is compared. An old wording is shown only where the people of today's list and of all earlier ones, as
far as they may not be named now, are not in it, nor a name that an import left out, nor a way to reach a person.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from difflib import SequenceMatcher
from typing import Protocol

from msgspec import Struct
from msgspec.structs import replace

from generator.checks.authored import Authored
from generator.checks.contacts import contacts_in
from generator.checks.withheld import Person, matcher_of, people_of, withheld_in
from generator.diagnostics import Span
from generator.model.dates import PartialDate
from generator.model.private import Process
from generator.model.record import Outcome
from generator.model.registry import Registries
from generator.model.since_sent import Reworded, Rewording, SinceSent
from generator.names.kept import known_again
from generator.pipeline.kept_names import KeptNames
from generator.reading import Folder, read_process
from generator.structure import Structure

COMPARED = ("index.md", "promises.yml")
LISTS = ("participants.csv", "participants.yml")
FILES = COMPARED + LISTS
"""Names of the files of which earlier versions are read."""


class Version(Struct, frozen=True):
    """A process folder at one time."""

    day: date
    files: Mapping[str, str]
    """Name -> id of the content, of those in `FILES` that were there."""


class History(Protocol):
    """Earlier versions of the content folder."""

    def versions(self, folder: str) -> tuple[Version, ...]:
        """Of a process folder, oldest first; none where there is no git, or it has none."""
        ...

    def read(self, content_id: str) -> bytes:
        """An earlier content."""
        ...


class Past(Struct, frozen=True):
    """What is needed to look back: the history, and names that may be in no text."""

    history: History
    kept: KeptNames


def since_sent(process: Process, past: Past, structure: Structure, registries: Registries) -> SinceSent | None:
    """What of the process reads otherwise now; None where nothing does, or where no version says that it was sent."""
    sent = process.record.closing.output_sent
    if sent is None or process.record.status not in ("closing", "closed") or process.record.example:
        return None
    versions = past.history.versions(process.path)
    earlier = [version for version in versions if version.day <= sent.last_day]
    later = [version for version in versions if version.day > sent.last_day]
    for version in (*reversed(earlier), *later):
        old = _read(version, COMPARED, process.path, past.history, structure, registries)
        if old.record.status in ("closing", "closed") and old.record.closing.output_sent is not None:
            found = tuple(_rewordings(old, process))
            if not found:
                return None
            lists = [_read(each, LISTS, process.path, past.history, structure, registries) for each in versions]
            may_show = _judge(process, lists, past.kept)
            return SinceSent(
                day=PartialDate.of(version.day), rewordings=tuple(_shown(each, may_show) for each in found)
            )
    return None


def _read(
    version: Version,
    names: Iterable[str],
    path: str,
    history: History,
    structure: Structure,
    registries: Registries,
) -> Process:
    files = {name: history.read(version.files[name]) for name in names if name in version.files}
    # A list of people is read by the rules of the record, which stands beside it.
    if "index.md" in version.files:
        files.setdefault("index.md", history.read(version.files["index.md"]))
    process, _ = read_process(Folder.of(path, files), structure, registries)
    return process


def _rewordings(old: Process, new: Process) -> Iterator[Rewording]:
    lines = [[(str(place), line.text) for place, line in enumerate(each.record.bottom_lines)] for each in (old, new)]
    yield from (replace(each, id="") for each in _compared("bottom-line", *lines, by_id=False))
    yield from _compared("promise", *[[(each.id, each.text) for each in side.promises] for side in (old, new)])
    yield from _compared("outcome", *[[_words(each) for each in _real(side)] for side in (old, new)])


def _real(process: Process) -> Iterator[Outcome]:
    return (outcome for outcome in process.record.outcomes if outcome.type != "none" and outcome.title)


def _words(outcome: Outcome) -> tuple[str, str]:
    return outcome.id, outcome.title or ""


def _compared(
    of: Reworded, old: list[tuple[str, str]], new: list[tuple[str, str]], *, by_id: bool = True
) -> Iterator[Rewording]:
    """Pairs of id and text, old against new: first by id, the rest by their place between what stayed."""
    if by_id:
        known = dict(new)
        same = {each for each, _ in old if each in known}
        for each, text in old:
            if each in same and _plain(known[each]) != _plain(text):
                yield Rewording(of=of, id=each, before=text, after=known[each])
        old, new = ([pair for pair in side if pair[0] not in same] for side in (old, new))
    matcher = SequenceMatcher(
        None, [_plain(text) for _, text in old], [_plain(text) for _, text in new], autojunk=False
    )
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            continue
        before, after = old[i1:i2], new[j1:j2]
        for place in range(max(len(before), len(after))):
            was = before[place][1] if place < len(before) else None
            now = after[place] if place < len(after) else None
            yield Rewording(of=of, id=now[0] if now else "", before=was, after=now[1] if now else None)


def _plain(text: str) -> str:
    return " ".join(text.split())


def _shown(rewording: Rewording, may_show: Callable[[str], bool]) -> Rewording:
    if rewording.before is None or may_show(rewording.before):
        return rewording
    return replace(rewording, before=None, is_withheld=True)


def _judge(now: Process, lists: Iterable[Process], kept: KeptNames) -> Callable[[str], bool]:
    """Whether an old text may be shown: a function of the text."""
    today = people_of(now)
    named = {person.name for person in today if person.is_shown}
    earlier = (person for each in lists for person in people_of(each) if person.name not in named)
    people = [*today, *(replace(person, is_shown=False) for person in earlier)]
    matcher = matcher_of(people)

    def may_show(text: str) -> bool:
        if kept.text and not kept.is_open:
            return False  # there are names to look for, and no key to them
        written = Authored(text=text, span=Span.start_of(f"{now.path}/index.md"))
        names = known_again(kept.text, [text], kept.key) if kept.text else ()
        unnamed = matcher_of(Person(name=name, is_shown=False, row="") for name in names)
        found = (
            *withheld_in(written, matcher),
            *withheld_in(written, unnamed),
            *contacts_in(written, now.record.closing.contact),
        )
        return not found

    return may_show
