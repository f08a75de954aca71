"""`on_error: hold`: a process with errors keeps its last published version, so that one office's mistake stops nobody.

The last version is what was published: consent was applied to it once, and is applied again each time it is shown, by the
lists of participants as they stand now. Who withdrew consent leaves it at once, whatever else is wrong with the folder, and
a text or an attached file that names somebody who may no longer be named takes the whole version down.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from generator.checks.authored import texts_of_process
from generator.checks.contacts import check_contacts
from generator.checks.withheld import check_withheld_names
from generator.diagnostics import Finding
from generator.expressions import expression
from generator.model.digest import digest
from generator.model.outline import Outline, PageOutline
from generator.model.private import Process
from generator.model.published import PublishedProcess, WithdrawnNotice
from generator.model.record import Record
from generator.pipeline.across import Lists, find_in_process
from generator.pipeline.attached import attached_texts
from generator.pipeline.cache import Cache
from generator.pipeline.consent import publish_participants
from generator.pipeline.discovery import ProcessFolder
from generator.pipeline.last_versions import LastVersion, last_version
from generator.pipeline.markdown_bodies import Packed, light, pack, whole
from generator.pipeline.units import Unit, UnitContext, read_folder
from generator.reading import Folder
from generator.structure import Structure, match_term

Stored = Callable[[str], bytes]
"""The content that has a hash. Raises OSError where it is not kept."""


def nothing_stored(content_hash: str) -> bytes:
    """Where no store is kept."""
    raise FileNotFoundError(content_hash)


_SETTING = expression(r"(?m)^[^\s#:][^:\n]*:[ \t]*[\"']?([^\s\"'#][^\"'#\n]*)")
"""A line of a record, with its value."""


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
    def is_new(self) -> bool:
        """Whether nothing is known of it that was published, so that only a notice can stand there."""
        is_notice = self.unit is not None and self.unit.withdrawn is not None and self.unit.withdrawn.is_waiting
        return is_notice and not self.is_taken_down


class Holder(Struct, frozen=True, kw_only=True):
    """What is asked when a process has errors: whether there is a version of it that may be shown."""

    context: UnitContext
    cache: Cache
    lists: Lists
    """Of all processes: a version may name somebody whom another one withholds by now."""
    stored: Stored

    def hold(
        self,
        folders: Iterable[ProcessFolder],
        units: Iterable[Unit],
        findings: Iterable[Finding],
        lost: Iterable[ProcessFolder],
    ) -> tuple[Held, ...]:
        """Every process with an error, by path. A withdrawn one does not wait: its notice stands in its place at once.

        `findings`: all, with paths relative to the content folder. `lost`: folders that were processes and are none any
        more. Where two folders claim one address, both wait, and what was last published there stays.
        """
        faulty = {finding.span.path for finding in findings if finding.is_error}
        by_path = {folder.path: folder for folder in folders}
        units = tuple(units)
        claims = Counter(unit.id for unit in units)
        wrong = [
            unit for unit in units if claims[unit.id] > 1 or any(path.startswith(f"{unit.path}/") for path in faulty)
        ]
        taken = {unit.id for unit in units if unit not in wrong}
        held: list[Held] = []
        for unit in wrong:
            held.append(self._held(unit, by_path[unit.path], taken))
            taken.add(unit.id)
        held += (
            self._shown(last, read_folder(folder, self.context)[0], is_record_read=False)
            for folder in lost
            if folder.id not in taken and (last := last_version(folder.id, folder.path, self.cache)) is not None
        )
        return tuple(sorted(held, key=lambda each: each.path))

    def _held(self, unit: Unit, folder: ProcessFolder, taken: Iterable[str]) -> Held:
        if unit.id in taken:
            return Held(id=unit.id, path=unit.path, unit=None)
        if unit.withdrawn is not None:
            return Held(id=unit.id, path=unit.path, unit=unit)
        process, _, files = read_folder(folder, self.context)
        is_read = not any(
            each.is_error and each.rule[0] == "S" and each.span.path == f"{unit.path}/index.md"
            for each in unit.findings
        )
        last = last_version(unit.id, unit.path, self.cache)
        if not is_read and _says_withdrawn(files, self.context.structure):
            return Held(id=unit.id, path=unit.path, unit=_notice(unit, "", self.context), is_taken_down=True)
        if last is not None:
            found = self._shown(last, process, is_record_read=is_read)
            if not found.is_taken_down:
                there = {page.path for page in last.unit.outline.pages}
                new = {page.path: f"{unit.id}/" for page in unit.outline.pages if page.path not in there}
                return replace(found, waiting=new)
        title = "" if last or any(each.rule[0] in "PS" for each in unit.findings) else process.record.title
        notice = _notice(unit, title, self.context)
        return Held(id=unit.id, path=unit.path, unit=notice, is_taken_down=last is not None)

    def _shown(self, last: LastVersion, process: Process, *, is_record_read: bool) -> Held:
        """The last version with the consent of today. `process`: the folder as it stands, as far as it can be read.

        Where its record cannot be, nobody is listed, and who may be named in texts is asked by the record's last policy.
        """
        before = whole(light(last.record), last.texts)
        now = _as_private(before, process, is_record_read=is_record_read)
        if self._names_somebody(now, last):
            notice = _notice(last.unit, "", self.context)
            return Held(id=before.id, path=last.unit.path, unit=notice, is_taken_down=True)
        participants = publish_participants(now, self.context.wording) if is_record_read else None
        packed = pack(replace(before, participants=participants))
        key = digest("held", packed.record, packed.texts)
        unit = replace(last.unit, key=key, record_digest=packed.record_digest, findings=())
        return Held(id=before.id, path=unit.path, unit=unit, packed=packed, files=last.files, day=last.day)

    def _names_somebody(self, now: Process, last: LastVersion) -> bool:
        """Whether a version says what nobody may say any more: in its texts, in its files, of its own people or others'."""
        uris = {file.path: file.uri for file in now.files}
        files = Folder(
            path=now.path,
            paths=tuple(path.removeprefix(f"{now.path}/") for path in uris),
            read=lambda inner: self.stored(last.files[uris[f"{now.path}/{inner}"]]),
        )
        attached = tuple(attached_texts(now, files)) if any(file.uri in last.files for file in now.files) else ()
        texts = tuple(texts_of_process(now))
        found = (
            *check_withheld_names(now, texts, attached),
            *check_contacts(now, texts),
            *find_in_process(now, attached, self.lists),
        )
        return any(finding.is_error for finding in found)


def _says_withdrawn(files: Folder, structure: Structure) -> bool:
    """Whether a record that cannot be read says that the process is to leave the site."""
    try:
        text = files.read("index.md").decode("utf-8", errors="replace")
    except OSError:
        return False
    terms = (match_term(structure.vocabularies["status"], match[1].strip()) for match in _SETTING.finditer(text))
    return any(term is not None and term.id == "withdrawn" for term in terms)


def _as_private(published: PublishedProcess, process: Process, *, is_record_read: bool) -> Process:
    """The texts that were published beside the list of participants as it stands: what checks of privacy look at."""
    record: Record = published.record
    if is_record_read:
        record = replace(record, consent=process.record.consent, privacy=process.record.privacy)
    return Process(
        id=published.id,
        path=published.path,
        record=record,
        brief=published.brief,
        chapters=published.chapters,
        participants=process.participants,
        absent=process.absent,
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
        withdrawn=notice,
        outline=outline,
        is_time_bound=False,
        findings=(),
    )


def with_held(
    units: tuple[Unit, ...], outlines: tuple[Outline, ...], held: tuple[Held, ...]
) -> tuple[tuple[Unit, ...], tuple[Outline, ...]]:
    """Units and outlines, with the held versions in place of processes that wait."""
    if not held:
        return units, outlines
    paths = {each.path for each in held}
    placed = [each.unit for each in held if each.unit is not None]
    kept = [unit for unit in units if unit.path not in paths]
    others = (outline for outline in outlines if not outline.id or outline.path not in paths)
    return tuple(sorted((*kept, *placed), key=lambda unit: unit.path)), (*others, *(unit.outline for unit in placed))
