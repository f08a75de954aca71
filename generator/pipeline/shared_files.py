"""Files outside processes that a page links to or shows: published at their own paths, and looked at as attachments are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress

import msgspec
from msgspec import Struct

from generator.checks.authored import Authored
from generator.diagnostics import Finding, Span
from generator.markup.targets import parse_target
from generator.model.digest import digest
from generator.model.outline import Outline
from generator.pipeline.cache import Cache, versions
from generator.pipeline.discovery import FileEntry, Reader
from generator.reading import Folder, attachment_text, check_shared_files
from generator.structure import Structure, structure_text

_NAME = "shared-files"


class SharedFiles(Struct, frozen=True):
    """The files that pages link to, by path."""

    entries: tuple[FileEntry, ...] = ()
    findings: tuple[Finding, ...] = ()
    """Of what cannot be published, such as a program, or a list of people."""
    key: str = ""
    """Hash of their contents."""

    def texts(self, reader: Reader) -> Iterator[Authored]:
        """The text of each, for the search for names. One that vanished says nothing."""
        for entry in self.entries:
            try:
                content = reader.read(entry.path)
            except OSError:
                continue
            yield Authored(text=attachment_text(entry.path, content), span=Span.start_of(entry.path))

    def without_faulty(self, findings: Iterable[Finding]) -> tuple[FileEntry, ...]:
        """Those that may be published."""
        faulty = {finding.span.path for finding in findings if finding.is_error}
        return tuple(entry for entry in self.entries if entry.path not in faulty)


def shared_files(
    outlines: Iterable[Outline], others: Iterable[FileEntry], reader: Reader, structure: Structure, cache: Cache
) -> SharedFiles:
    """The files among `others`, which lie outside processes, that any page links to."""
    targets = {parse_target(link.span.path, link.target) for outline in outlines for link in outline.links_out}
    linked = {target.path for target in targets if not target.is_absolute}
    entries = tuple(entry for entry in others if entry.path in linked)
    if not entries:
        return SharedFiles()
    contents = [(entry.path, "" if entry.is_link else reader.content_hash(entry)) for entry in entries]
    key = digest(versions(), structure_text(), contents)
    payload = cache.get(_NAME, key)
    with suppress(msgspec.DecodeError):
        if payload:
            return SharedFiles(entries, msgspec.json.decode(payload, type=tuple[Finding, ...]), key)
    folder = Folder(
        path="",
        paths=tuple(entry.path for entry in entries),
        links=frozenset(entry.path for entry in entries if entry.is_link),
        sizes={entry.path: entry.size for entry in entries},
        read=reader.read,
    )
    findings = check_shared_files(folder, structure)
    cache.put(_NAME, key, msgspec.json.encode(findings))
    return SharedFiles(entries, findings, key)
