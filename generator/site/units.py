"""The unit of work: one process folder read, checked and published, with nothing private left in the result."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from msgspec import Struct
from msgspec.structs import replace
from datetime import date

import msgspec

from generator.checks import check_process, gate_steps, settle
from generator.diagnostics import Finding
from generator.model.digest import digest
from generator.model.outline import Outline
from generator.model.published import PublishedProcess, WithdrawnNotice
from generator.model.registry import Registries
from generator.reading import Folder, read_process
from generator.site.bodies import BODIES, with_bodies, without_bodies
from generator.site.cache import Cache, versions
from generator.site.discovery import ProcessFolder, Reader
from generator.site.privacy import shield
from generator.site.publish import is_time_bound, outline_of, publish_process
from generator.site.workers import spread
from generator.structure import Structure
from generator.wording import Wording


class Unit(Struct, frozen=True, kw_only=True):
    """What became of one process folder. Exactly one of `process` and `withdrawn` is set."""

    id: str
    path: str
    key: str
    """Hash of everything it was made from: the files, the structure, the registries, the versions."""
    process: PublishedProcess | None
    withdrawn: WithdrawnNotice | None
    outline: Outline
    findings: tuple[Finding, ...]
    is_time_bound: bool
    made_on: date
    """The `today` it was made with; matters only when `is_time_bound`."""
    is_light: bool = False
    """Whether the texts of `process` were left in the cache (`whole` brings them)."""


class UnitContext(Struct, frozen=True, kw_only=True):
    """What every unit is made with."""

    structure: Structure
    registries: Registries
    wording: Wording
    today: date
    reader: Reader

    @property
    def digest(self) -> str:
        return digest(versions(), self.structure.digest, self.registries, self.wording.language)


UNITS = "units"
"""Where the cache keeps units."""

_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(Unit)


def make_unit(folder: ProcessFolder, key: str, context: UnitContext) -> Unit:
    """Read, check and publish one folder. Total: bad input becomes findings. Raises OSError only when a file vanishes."""
    files = Folder(
        path=folder.path,
        paths=tuple(entry.path.removeprefix(f"{folder.path}/") for entry in folder.entries),
        links=frozenset(entry.path.removeprefix(f"{folder.path}/") for entry in folder.entries if entry.is_link),
        sizes={entry.path.removeprefix(f"{folder.path}/"): entry.size for entry in folder.entries},
        read=lambda path: context.reader.read(f"{folder.path}/{path}"),
    )
    process, read = read_process(files, context.structure, context.registries)
    checked = check_process(process, context.structure, context.today)
    raw = (*read, *checked)
    findings = shield(settle(raw, process.record), process, files)
    gate = gate_steps(process, context.structure, raw)
    published = publish_process(
        process, context.registries, context.wording, context.today, gate=gate, findings=findings
    )
    is_notice = isinstance(published, WithdrawnNotice)
    return Unit(
        id=process.id,
        path=process.path,
        key=key,
        process=None if isinstance(published, WithdrawnNotice) else published,
        withdrawn=published if isinstance(published, WithdrawnNotice) else None,
        outline=outline_of(process),
        findings=tuple(sorted(findings, key=lambda finding: finding.order)),
        is_time_bound=is_time_bound(process) and not is_notice,
        made_on=context.today,
    )


def make_units(
    folders: Iterable[ProcessFolder],
    context: UnitContext,
    cache: Cache,
    *,
    known: Mapping[str, Unit],
    workers: int | None = None,
) -> tuple[Unit, ...]:
    """A unit for every folder, in order: from `known` (the build before, in memory), from the cache, or made anew."""
    base = context.digest
    folders = tuple(folders)
    keys = [_key(folder, base, context.reader) for folder in folders]
    units: list[Unit | None] = [
        _remembered(folder, key, context.today, cache, known) for folder, key in zip(folders, keys, strict=True)
    ]
    missing = [index for index, unit in enumerate(units) if unit is None]

    def work(index: int) -> bytes:
        unit = make_unit(folders[index], keys[index], context)
        _remember(unit, cache)
        return _encoder.encode(unit)

    for index, payload in zip(missing, spread(work, missing, workers), strict=True):
        units[index] = _decoder.decode(payload)
    names = [digest(folder.path) for folder in folders]
    cache.keep(UNITS, [f"{UNITS}/{name}" for name in names])
    cache.keep(BODIES, [f"{BODIES}/{name}" for name in names])
    return tuple(unit for unit in units if unit is not None)


class Texts(Struct, frozen=True):
    """Where the authored texts of light units are."""

    units: Mapping[str, Unit]
    folders: Mapping[str, ProcessFolder]
    context: UnitContext
    cache: Cache

    def whole(self, process: PublishedProcess) -> PublishedProcess:
        """A process with its texts: from the cache, or read again when the cache has lost them."""
        unit = self.units[process.path]
        if not unit.is_light:
            return process
        texts = self.cache.get(f"{BODIES}/{digest(unit.path)}", unit.key)
        if texts is not None:
            with suppress(msgspec.DecodeError, KeyError):
                return with_bodies(process, texts)
        made = make_unit(self.folders[process.path], unit.key, self.context).process
        assert made is not None
        return made


def _remember(unit: Unit, cache: Cache) -> None:
    name = digest(unit.path)
    if unit.process is not None:
        light, texts = without_bodies(unit.process)
        cache.put(f"{BODIES}/{name}", unit.key, texts)
        unit = replace(unit, process=light, is_light=True)
    cache.put(f"{UNITS}/{name}", unit.key, _encoder.encode(unit))


def _remembered(folder: ProcessFolder, key: str, today: date, cache: Cache, known: Mapping[str, Unit]) -> Unit | None:
    unit = known.get(folder.path)
    if unit is None or unit.key != key:
        payload = cache.get(f"{UNITS}/{digest(folder.path)}", key)
        if payload is None:
            return None
        try:
            unit = _decoder.decode(payload)
        except msgspec.DecodeError:
            return None
    return None if unit.is_time_bound and unit.made_on != today else unit


def _key(folder: ProcessFolder, base: str, reader: Reader) -> str:
    files = [(entry.path, entry.is_link, reader.content_hash(entry)) for entry in folder.entries]
    return digest(base, folder.path, files)

