"""The version of a process that was sent, from git, against the process now: bottom lines, promises and outcomes alone.

Only what is published is compared. Whether an old wording may be shown is judged by `pipeline.old_wordings`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Protocol

from msgspec import Struct
from msgspec.structs import replace

from generator.model.dates import PartialDate
from generator.model.private import Process
from generator.model.published import PublishedProcess
from generator.model.record import Outcome, Record
from generator.model.since_sent import Reworded, Rewording, SinceSent
from generator.pipeline.units import UnitContext
from generator.reading import Folder, read_process

RECORD = "index.md"
COMPARED = (RECORD, "promises.yml")
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

    def versions(self, folder: str, former_ids: Iterable[str] = ()) -> tuple[Version, ...]:
        """Of a process folder, oldest first; none where there is no git, or it has none.

        Of a folder that was moved, those before are among them, and so are those of folders that `former_ids` named.
        """
        ...

    @property
    def folders(self) -> Mapping[str, tuple[Version, ...]]:
        """The versions of every process folder that there is or was, by its last path."""
        ...

    def read(self, content_id: str) -> bytes:
        """An earlier content."""
        ...


def since_sent(
    process: PublishedProcess, versions: tuple[Version, ...], history: History, context: UnitContext
) -> SinceSent | None:
    """What of the process reads otherwise now, with every old wording, though it may be one that may not be shown.

    None where nothing does, or where no version says that it was sent.
    """
    sent = process.record.closing.output_sent
    if sent is None or not _counts(process.record):
        return None
    earlier = [version for version in versions if version.day <= sent.last_day]
    later = [version for version in versions if version.day > sent.last_day]
    for version in (*reversed(earlier), *later):
        old = read_version(version, COMPARED, process.path, history, context)
        if _counts(old.record) and old.record.closing.output_sent is not None:
            found = tuple(_rewordings(old, process))
            return SinceSent(day=PartialDate.of(version.day), rewordings=found) if found else None
    return None


def read_version(version: Version, names: Iterable[str], path: str, history: History, context: UnitContext) -> Process:
    """What some files of an earlier version say, as of a folder at `path`; the record's, whatever `names` are.

    A list of people is read by the rules of the record, which stands beside it.
    """
    wanted = (name for name in (RECORD, *names) if name in version.files)
    files = {name: history.read(version.files[name]) for name in wanted}
    process, _ = read_process(Folder.of(path, files), context.structure, context.registries)
    return process


def _counts(record: Record) -> bool:
    return record.status in ("closing", "closed") and not record.example


def _rewordings(old: Process, new: PublishedProcess) -> Iterator[Rewording]:
    records = (old.record, new.record)
    lines = [[(str(place), line.text) for place, line in enumerate(each.bottom_lines)] for each in records]
    yield from (replace(each, id="") for each in _compared("bottom-line", *lines, by_id=False))
    promises = (old.promises, [each.promise for each in new.promises])
    yield from _compared("promise", *[[(each.id, each.text) for each in side] for side in promises])
    yield from _compared("outcome", *[[_words(each) for each in _real(side)] for side in records])


def _real(record: Record) -> Iterator[Outcome]:
    return (outcome for outcome in record.outcomes if outcome.type != "none" and outcome.title)


def _words(outcome: Outcome) -> tuple[str, str]:
    return outcome.id, outcome.title or ""


def _compared(
    of: Reworded, old: list[tuple[str, str]], new: list[tuple[str, str]], *, by_id: bool = True
) -> Iterator[Rewording]:
    """Pairs of id and text, old against new: first by id, the rest by their place between what stayed."""
    from difflib import SequenceMatcher

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
