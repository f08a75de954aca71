"""The unit of work: one process folder, read, checked and published. The result holds nothing private."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

import msgspec
from msgspec import Struct

from generator.checks import apply_status_and_waivers, check_process, gate_steps
from generator.checks.authored import texts_of_process
from generator.checks.withheld import count_withheld
from generator.diagnostics import Finding
from generator.model.commitments import Clock, waits_for_a_day
from generator.model.digest import digest
from generator.model.outline import Outline
from generator.model.private import Process
from generator.model.published import WithdrawnNotice
from generator.model.registry import Registries
from generator.names import pack_words
from generator.pipeline.attached import texts_beside
from generator.pipeline.cache import Cache, versions
from generator.pipeline.discovery import ProcessFolder, Reader
from generator.pipeline.folder_keys import Contents, read_for_key
from generator.pipeline.markdown_bodies import Packed, pack
from generator.pipeline.privacy import quoting_of, redact
from generator.pipeline.publish import outline_of, publish_process
from generator.pipeline.quoting import Quoting
from generator.pipeline.shown_texts import shown
from generator.pipeline.workers import parallel_map
from generator.reading import Folder, read_process
from generator.rules.fields.record import DATE_AFTER_TODAY
from generator.structure import Structure
from generator.views.asked_editions import needs_pdf
from generator.wording import Wording


class Unit(Struct, frozen=True, kw_only=True):
    """What every build needs of one process folder; the process itself is loaded by `Records`."""

    id: str
    path: str
    key: str
    """Hash of everything it was made from: the files, the structure, the registries, the versions."""
    record_digest: str
    """Hash of the process without its texts, from which lists, figures and data are made. Empty when it is withdrawn."""
    withdrawn: WithdrawnNotice | None
    """Set instead of a process."""
    outline: Outline
    findings: tuple[Finding, ...]
    unquotable: dict[str, str] = {}
    """Paths and targets of links in the outline that say a name of its list: no finding about them may quote them."""
    needs_pdf: bool = False
    """Whether its output profile asks for a document that stands alone."""
    withheld: int = 0
    """How many people on its list have a name that is not published."""
    is_time_bound: bool
    made_on: date
    """The `today` it was made with."""

    def holds_on(self, today: date) -> bool:
        """Whether making it on `today` gives the same result: always on the same day, later only if not time-bound."""
        return self.made_on == today or (not self.is_time_bound and self.made_on < today)

    @property
    def state(self) -> str:
        """A hash: two units of a folder with the same state are equal."""
        return f"{self.key}-{self.made_on}" if self.is_time_bound else self.key

    @property
    def is_published(self) -> bool:
        """Whether there is a process, and not only a notice."""
        return self.withdrawn is None


class UnitContext(Struct, frozen=True, kw_only=True):
    """What all units are made with."""

    structure: Structure
    registries: Registries
    wording: Wording
    clock: Clock
    reader: Reader

    @property
    def today(self) -> date:
        return self.clock.today

    @property
    def digest(self) -> str:
        """Of everything that holds for all units but the day, which a unit answers for itself."""
        measures = (self.clock.closing_days, self.clock.remind, self.clock.stale_after_days)
        return digest(versions(), self.structure.digest, self.registries, self.wording.language, measures)


UNITS = "units"
"""Name of the cache entry with all units: every build reads all of them."""
PROCESSES = "published"
"""Folder of the cache entries with each process, in two parts: one file, since creating a file takes longer than filling it."""
RECORD, TEXTS = 0, 1
"""The parts of such an entry."""
_OF_BEFORE = ("records", "bodies")
"""Folders in which versions before kept the two apart."""
WORDS = "words"
"""Folder of the cache entries with the hashes of each one's words: what tells quickly that a name does not stand there."""

_MOST_KEPT = 64
"""Processes with errors that are kept in memory for the rest of a build; of more, those after them are made twice."""


_FIRST = 16
"""Processes that are made before the others, to know of some lists whether names are withheld."""

_REMEMBERED = 1_000_000
"""Bytes of a file below which it is read once from the disk, however many look at it."""


class _Made(Struct, frozen=True):
    unit: Unit
    packed: Packed | None
    """Only of a process that is not kept on the disk."""
    hashes: tuple[str, ...]
    """Of the folder's files, in their order: the worker that read them hashed them too."""


_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(_Made)
_all_decoder = msgspec.json.Decoder(tuple[Unit, ...])


def make_unit(
    folder: ProcessFolder, key: str, context: UnitContext, *, contents: Contents | None = None, with_words: bool = False
) -> tuple[Unit, Packed | None, bytes | None]:
    """Read, check and publish one folder; and `with_words` its words, as `pack_words` has them.

    `contents`: files of it that were read for the key, by their paths in it.
    Total: bad input becomes findings. Raises OSError only when a file vanishes.
    """
    process, read, files = read_folder(folder, context, contents)
    attached = tuple(texts_beside(process, read, files))
    texts = tuple(texts_of_process(process))
    checked = check_process(process, context.structure, context.clock, context.registries, attached, texts)
    raw = (*read, *checked)
    quoting = quoting_of(process)
    findings = redact(apply_status_and_waivers(raw, process.record), quoting, files)
    gate = gate_steps(process, context.structure, raw)
    published = publish_process(
        process,
        context.registries,
        context.wording,
        context.clock,
        gate=gate,
        findings=findings,
    )
    if isinstance(published, WithdrawnNotice):
        notice, packed = published, None
    else:
        notice, packed = None, pack(shown(published, context.structure))
    outline = outline_of(process)
    unit = Unit(
        id=process.id,
        path=process.path,
        key=key,
        record_digest=packed.record_digest if packed else "",
        withdrawn=notice,
        outline=outline,
        findings=tuple(sorted(findings, key=lambda finding: finding.order)),
        unquotable=_unquotable(outline, quoting),
        needs_pdf=not isinstance(published, WithdrawnNotice) and needs_pdf(published, context.structure),
        withheld=count_withheld(process),
        is_time_bound=(packed is not None and waits_for_a_day(process.record, process.promises, context.today))
        or any(map(_passes, raw)),
        made_on=context.today,
    )
    words = pack_words(text.text for text in (*texts, *attached)) if packed and with_words else None
    return unit, packed, words


def _unquotable(outline: Outline, quoting: Quoting) -> dict[str, str]:
    """What `check_catalogue` may find a fault in, without knowing whom it names, and as what it may be shown."""
    told = {outline.path, *outline.unpublished, *outline.files, *(page.path for page in outline.pages)}
    told |= {link.target for link in outline.links_out}
    if quoting.allows("\n".join(told)):  # one question for all, which nearly always settles it
        return {}
    return {text: quoting.path(text) for text in sorted(told) if not quoting.allows(text)}


def read_folder(
    folder: ProcessFolder, context: UnitContext, contents: Contents | None = None
) -> tuple[Process, tuple[Finding, ...], Folder]:
    """The private process of a folder, what is wrong with how it is written, and the folder as reading sees it.

    `contents`: files that were read already, by their paths in the folder.
    A record that is not there says nothing, as if it were empty: the rest can still be asked who withholds a name.
    """
    entries = {entry.path.removeprefix(f"{folder.path}/"): entry for entry in folder.entries}
    known = dict(contents or {})

    def read_file(path: str) -> bytes:
        if path in known:
            return known[path]
        content = context.reader.read(f"{folder.path}/{path}") if path in entries else b""
        if len(content) < _REMEMBERED:
            known[path] = content
        return content

    files = Folder(
        path=folder.path,
        paths=tuple(entries),
        links=frozenset(path for path, entry in entries.items() if entry.is_link),
        sizes={path: entry.size for path, entry in entries.items()},
        read=read_file,
    )
    process, read = read_process(files, context.structure, context.registries)
    return process, read, files


def make_units(
    folders: Iterable[ProcessFolder],
    context: UnitContext,
    cache: Cache,
    *,
    known: Mapping[str, Unit],
    workers: int | None = None,
) -> tuple[tuple[Unit, ...], dict[str, Packed]]:
    """A unit for every folder, in order: from `known` (the build before), from the cache, or newly made.

    And, by `Unit.state`, processes that were made and are not in the cache since they have errors, for the rest of this build.
    Raises OSError when a file vanishes.
    """
    base = context.digest
    folders = tuple(folders)
    known = known or _remembered(cache, base)
    units = {
        folder.path: unit
        for folder in folders
        if (unit := known.get(folder.path))
        and unit.holds_on(context.today)
        and unit.key == read_for_key(folder, base, context.reader).key
    }
    missing = [folder for folder in folders if folder.path not in units]

    # Words are only for names that a list withholds: where none of those that are known does, nobody asks for them.
    with_words = any(unit.withheld for unit in known.values())

    def work(folder: ProcessFolder) -> bytes:
        read = read_for_key(folder, base, context.reader)
        unit, packed, words = make_unit(folder, read.key, context, contents=read.contents, with_words=with_words)
        if packed is not None and not any(finding.is_error for finding in unit.findings):
            # What an error keeps from being published is not kept on the disk either; a preview makes it from memory, or again.
            if words is not None:
                cache.put(words_name(unit), unit.key, words)
            cache.put(process_name(unit), unit.state, packed.record, packed.texts)
            packed = None
        return _encoder.encode(_Made(unit, packed, read.hashes))

    unsaved: dict[str, Packed] = {}
    for share in filter(None, (missing[:_FIRST], missing[_FIRST:])):
        for folder, payload in zip(share, parallel_map(work, share, workers), strict=True):
            newly = _decoder.decode(payload)
            units[folder.path] = newly.unit
            for entry, content_hash in zip(folder.entries, newly.hashes, strict=True):
                context.reader.learn(entry, content_hash)
            if newly.packed is not None and len(unsaved) < _MOST_KEPT:
                unsaved[newly.unit.state] = newly.packed
        with_words = with_words or any(units[folder.path].withheld for folder in share)
    made = tuple(units[folder.path] for folder in folders)
    if missing or len(known) != len(made):
        cache.put(UNITS, base, _encoder.encode(made))
        names = [digest(unit.path) for unit in made if unit.is_published]
        for kind in (PROCESSES, WORDS):
            cache.prune(kind, [f"{kind}/{name}" for name in names])
        for kind in _OF_BEFORE:
            cache.prune(kind, ())
    return made, unsaved


def _passes(finding: Finding) -> bool:
    """Whether a finding disappears by itself as days pass."""
    return finding.rule == DATE_AFTER_TODAY.code


def process_name(unit: Unit) -> str:
    """Name of the cache entry with the process: `RECORD`, which is it without its texts, and `TEXTS`."""
    return f"{PROCESSES}/{digest(unit.path)}"


def words_name(unit: Unit) -> str:
    """Under which the cache has its words."""
    return f"{WORDS}/{digest(unit.path)}"


def _remembered(cache: Cache, base: str) -> dict[str, Unit]:
    payload = cache.get(UNITS, base)
    try:
        return {unit.path: unit for unit in _all_decoder.decode(payload)} if payload else {}
    except msgspec.DecodeError:
        return {}
