"""Reads the content folder and caches the hash of each file until its size, times or inode change."""

from __future__ import annotations

from pathlib import Path

import msgspec

from generator.disk.cache import DiskCache
from generator.model.digest import hash_of, hash_of_file
from generator.pipeline.cache import versions
from generator.pipeline.discovery import FileEntry
from generator.reading import is_process
from generator.structure import Structure

_NAME = "hashes"
_READ_WHOLE = 1_000_000
"""Bytes. Smaller files, which are nearly all, are quicker hashed in one piece than through a buffer."""


class _Known(msgspec.Struct, array_like=True, frozen=True, gc=False):
    """A file's hash, and the stat values that tell whether it is unchanged (as git's index does)."""

    facts: tuple[int, int, int, int]
    content_hash: str
    is_process: bool | None


class DiskReader:
    """Implements `pipeline.discovery.Reader`. Call `save` after a build to cache the hashes for the next."""

    def __init__(self, content_dir: Path, cache: DiskCache | None) -> None:
        self._content_dir = content_dir
        self._cache = cache
        self._known: dict[str, _Known] = {}
        self._seen: dict[str, _Known] = {}
        payload = cache.get(_NAME, versions()) if cache else None
        if payload:
            try:
                self._known = msgspec.json.decode(payload, type=dict[str, _Known])
            except msgspec.DecodeError:
                self._known = {}

    def read(self, path: str) -> bytes:
        with open(f"{self._content_dir}/{path}", "rb", buffering=0) as file:
            return file.read()

    def content_hash(self, entry: FileEntry) -> str:
        return self.hashed(entry)[0]

    def hashed(self, entry: FileEntry) -> tuple[str, bytes | None]:
        if known := self._look(entry):
            return known.content_hash, None
        content = None
        if entry.is_link:
            target = (self._content_dir / entry.path).readlink()
            content_hash = _hash(str(target).encode("utf-8", "surrogateescape"))
        elif entry.size < _READ_WHOLE:
            content = self.read(entry.path)
            content_hash = _hash(content)
        else:
            with (self._content_dir / entry.path).open("rb") as file:
                content_hash = hash_of_file(file)[:32]
        self.learn(entry, content_hash)
        return content_hash, content

    def learn(self, entry: FileEntry, content_hash: str) -> None:
        if self._look(entry) is None:
            self._seen[entry.path] = _Known(_facts(entry), content_hash, None)

    def is_process(self, entry: FileEntry, structure: Structure) -> bool:
        known = self._look(entry)
        if known is None or known.is_process is None:
            content = self.read(entry.path)
            known = self._seen[entry.path] = _Known(_facts(entry), _hash(content), is_process(content, structure))
        return bool(known.is_process)

    def save(self) -> None:
        """Cache the hashes of the files seen since the last call, and drop all others."""
        if self._cache and self._seen != self._known:
            self._cache.put(_NAME, versions(), msgspec.json.encode(self._seen))
        self._known, self._seen = self._seen, {}

    def _look(self, entry: FileEntry) -> _Known | None:
        """The cached facts of an unchanged file; None for one that is new or changed."""
        known = self._seen.get(entry.path) or self._known.get(entry.path)
        if known is None or known.facts != _facts(entry):
            return None
        self._seen[entry.path] = known
        return known


def _hash(content: bytes) -> str:
    return hash_of(content)[:32]


def _facts(entry: FileEntry) -> tuple[int, int, int, int]:
    return entry.modified_ns, entry.changed_ns, entry.size, entry.inode
