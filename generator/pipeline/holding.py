"""`on_error: hold`: a process with errors keeps its last published version, so that one office's mistake stops nobody.

The last version is what was published: consent was applied to it once, and is applied again each time it is shown, by the
list of participants as it stands now. Who withdrew consent leaves it at once, whatever else is wrong with the folder, and a
text that names somebody who may no longer be named takes the whole version down.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from generator.checks.contacts import check_contacts
from generator.checks.withheld import check_withheld_names
from generator.diagnostics import Finding
from generator.model.digest import digest
from generator.model.outline import Outline, PageOutline
from generator.model.private import Process
from generator.model.published import PublishedProcess, WithdrawnNotice
from generator.model.record import Record
from generator.pipeline.cache import Cache
from generator.pipeline.consent import publish_participants
from generator.pipeline.discovery import ProcessFolder
from generator.pipeline.markdown_bodies import Packed, light, pack, whole
from generator.pipeline.units import Unit, UnitContext, read_folder

LAST = "last-versions"
"""Where the cache keeps them, each process by itself."""
_KEY = "1"

_encoder = msgspec.json.Encoder()


class LastVersion(Struct, frozen=True, kw_only=True):
    """A process as it was last published: enough to publish it again, and nothing that was withheld."""

    unit: Unit
    record: bytes
    texts: bytes
    files: dict[str, str]
    """Published files that are no pages: uri -> hash of the content in the store."""
    day: date
    """When it was published."""


_decoder = msgspec.json.Decoder(LastVersion)


class Held(Struct, frozen=True, kw_only=True):
    """A process whose newer version waits for corrections."""

    id: str
    path: str
    """Its folder."""
    unit: Unit | None
    """What stands in its place: its last version, or a notice; None where its address is another's."""
    packed: Packed | None = None
    files: Mapping[str, str] = {}
    day: date | None = None
    """When the version that is shown was published; None where there is none to show."""
    is_taken_down: bool = False
    """There is a version, but it names somebody, or shows details, that may not be shown any more."""
    waiting: Mapping[str, str] = {}
    """Source path -> URL of what the newer version has and the one that is shown has not: links lead to the process."""

    @property
    def is_shown(self) -> bool:
        return self.packed is not None


def hold(
    folders: Iterable[ProcessFolder],
    units: Iterable[Unit],
    findings: Iterable[Finding],
    lost: Iterable[str],
    context: UnitContext,
    cache: Cache,
) -> tuple[Held, ...]:
    """Every process with an error, by path. A withdrawn one does not wait: its notice stands in its place at once.

    `findings`: all, with paths relative to the content folder. `lost`: folders that were processes and are none any more.
    """
    faulty = {finding.span.path for finding in findings if finding.is_error}
    by_path = {folder.path: folder for folder in folders}
    units = tuple(units)
    wrong = [unit for unit in units if any(path.startswith(f"{unit.path}/") for path in faulty)]
    sound = {unit.id for unit in units if unit not in wrong}
    held = [_held(unit, by_path[unit.path], sound, context, cache) for unit in wrong]
    versions = [last for path in lost if (last := _last(cache, path)) is not None]
    held += [_shown(last, None, context) for last in versions if last.unit.id not in sound]
    return tuple(sorted(held, key=lambda each: each.path))


def remember(
    versions: Iterable[tuple[Unit, Packed, Mapping[str, str], date]], cache: Cache
) -> Iterator[tuple[str, bytes]]:
    """Keep what is now published as the last version of each process, and forget every other.

    Yields id and version, for those who keep no cache between builds.
    """
    names = []
    for unit, packed, files, day in versions:
        names.append(_name(unit.path))
        version = LastVersion(
            unit=replace(unit, findings=()), record=packed.record, texts=packed.texts, files=dict(files), day=day
        )
        before = _last(cache, unit.path)
        if before is not None and replace(version, day=before.day) == before:
            version = before
        else:
            cache.put(_name(unit.path), _KEY, _encoder.encode(version))
        yield unit.id, _encoder.encode(version)
    cache.prune(LAST, names)


def restore(payload: bytes, folder: ProcessFolder, cache: Cache) -> LastVersion:
    """Take over a version that was published, as the last one of a process. Raises ValueError when it is not its own."""
    try:
        version = _decoder.decode(payload)
        process = whole(light(version.record), version.texts)
    except (msgspec.DecodeError, KeyError) as error:
        raise ValueError(f"no version of a process: {error}") from error
    if version.unit.id != folder.id or process.id != folder.id:
        raise ValueError(f"a version of another process: {version.unit.id}")
    cache.put(_name(folder.path), _KEY, payload)
    return version


def _held(unit: Unit, folder: ProcessFolder, sound: Iterable[str], context: UnitContext, cache: Cache) -> Held:
    if unit.withdrawn is not None:
        return Held(id=unit.id, path=unit.path, unit=unit)
    process, _, _ = read_folder(folder, context)
    last = _last(cache, unit.path)
    if last is not None:
        found = _shown(last, process, context)
        if not found.is_taken_down:
            there = {page.path for page in last.unit.outline.pages}
            new = {page.path: f"{unit.id}/" for page in unit.outline.pages if page.path not in there}
            return replace(found, waiting=new)
    if unit.id in sound:
        return Held(id=unit.id, path=unit.path, unit=None)
    title = "" if last or any(each.rule[0] in "PS" for each in unit.findings) else process.record.title
    return Held(id=unit.id, path=unit.path, unit=_notice(unit, title, context), is_taken_down=last is not None)


def _shown(last: LastVersion, process: Process | None, context: UnitContext) -> Held:
    """The last version with the consent of today. `process`: the folder as read now; None when it cannot be read."""
    before = whole(light(last.record), last.texts)
    now = _as_private(before, process)
    if any(finding.is_error for finding in (*check_withheld_names(now), *check_contacts(now))):
        return Held(id=before.id, path=last.unit.path, unit=_notice(last.unit, "", context), is_taken_down=True)
    shown = replace(before, participants=publish_participants(now, context.wording) if process else None)
    packed = pack(shown)
    key = digest("held", packed.record, packed.texts)
    unit = replace(last.unit, key=key, record_digest=packed.lists_digest, data_digest=packed.data_digest, findings=())
    return Held(id=before.id, path=unit.path, unit=unit, packed=packed, files=last.files, day=last.day)


def _as_private(published: PublishedProcess, process: Process | None) -> Process:
    """The texts that were published, with the list of participants as it is now: the input of the privacy checks."""
    record: Record = replace(published.record, consent=process.record.consent) if process else published.record
    return Process(
        id=published.id,
        path=published.path,
        record=record,
        brief=published.brief,
        chapters=published.chapters,
        participants=process.participants if process else (),
        promises=tuple(each.promise for each in published.promises),
        responses=published.responses,
        meetings=published.meetings,
        files=published.files,
        translations=published.translations,
    )


def _notice(unit: Unit, title: str, context: UnitContext) -> Unit:
    notice = WithdrawnNotice(
        id=unit.id,
        url=f"{unit.id}/",
        title=title or unit.id,
        language=context.wording.language,
        ministry="",
        date=None,
        explanation=None,
        is_waiting=True,
    )
    pages = (PageOutline(path=f"{unit.path}/index.md", url=f"{unit.id}/"),)
    outline = Outline(id=unit.id, path=unit.path, status="withdrawn", pages=pages)
    key = digest("notice", notice)
    return replace(
        unit,
        key=key,
        record_digest="",
        data_digest="",
        withdrawn=notice,
        outline=outline,
        is_time_bound=False,
        findings=(),
    )


def _last(cache: Cache, path: str) -> LastVersion | None:
    payload = cache.get(_name(path), _KEY)
    with suppress(msgspec.DecodeError):
        return _decoder.decode(payload) if payload else None
    return None


def _name(path: str) -> str:
    return f"{LAST}/{digest(path)}"
