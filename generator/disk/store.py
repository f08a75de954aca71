"""Contents of site files by their hash, each one file, so that a site is a tree of hard links into the store.

A file of the store is believed only as long as the disk says that it is the one that was written: an editor who changes a
published page in place, or a bit that flips, costs that file a rebuild and nothing else.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Iterable
from pathlib import Path

import msgspec

from generator.disk.cache import DiskCache, write_beside

_NAME, _KEY = "known-objects", "1"

_Facts = tuple[int, int, int]
"""Size, time of the last change in nanoseconds, inode."""


class ObjectStore:
    """Implements `site.cache.Store`. `keep` leaves what is known of the files for the next build."""

    def __init__(self, cache: DiskCache) -> None:
        self._cache = cache
        self.root = cache.root / "objects"
        self._folder = str(self.root)
        self._known: dict[str, _Facts] = {}
        payload = cache.get(_NAME, _KEY)
        if payload:
            with contextlib.suppress(msgspec.DecodeError):
                self._known = msgspec.json.decode(payload, type=dict[str, _Facts])
        self._remembered = dict(self._known)

    def put(self, content: bytes) -> str:
        content_hash = hashlib.sha256(content).hexdigest()
        if not self.has(content_hash):
            self._known[content_hash] = self._write(content_hash, content)
        return content_hash

    def has(self, content_hash: str) -> bool:
        known = self._known.get(content_hash)
        try:
            return known is not None and known == self._facts(content_hash)
        except OSError:
            return False

    def read(self, content_hash: str) -> bytes:
        try:
            return self.path(content_hash).read_bytes()
        except FileNotFoundError:
            raise KeyError(content_hash) from None

    def path(self, content_hash: str) -> Path:
        return self.root / content_hash[:2] / content_hash[2:]

    def inode(self, content_hash: str) -> int:
        """By which a hard link to this content is known."""
        return self._known[content_hash][2]

    def learn(self, hashes: Iterable[str]) -> None:
        """Take note of files that workers have put. Raises OSError when one is not there."""
        for content_hash in hashes:
            if content_hash not in self._known:
                self._known[content_hash] = self._facts(content_hash)

    def keep(self, hashes: Iterable[str]) -> None:
        """Forget every other content, so that nothing that was taken down stays behind; then remember the rest."""
        kept = {content_hash: self._known[content_hash] for content_hash in sorted(set(hashes))}
        names = {f"{content_hash[:2]}/{content_hash[2:]}" for content_hash in kept}
        with contextlib.suppress(FileNotFoundError), os.scandir(self.root) as folders:
            for folder in folders:
                with os.scandir(folder) as entries:
                    for entry in entries:
                        if f"{folder.name}/{entry.name}" not in names:
                            with contextlib.suppress(OSError):
                                os.unlink(entry)
        if kept != self._remembered:
            self._cache.put(_NAME, _KEY, msgspec.json.encode(kept))
        self._known, self._remembered = kept, dict(kept)

    def _write(self, content_hash: str, content: bytes) -> _Facts:
        """A new content straight to its place: nothing names it before it is whole. One that is there, whatever it
        holds, may be linked into a site, and is replaced instead."""
        name = self.name(content_hash)
        for _ in range(2):
            try:
                handle = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644)
            except FileNotFoundError:
                self.path(content_hash).parent.mkdir(parents=True, exist_ok=True)
                continue
            except FileExistsError:
                break
            with os.fdopen(handle, "wb", buffering=0) as file:
                if file.write(content) == len(content):
                    return _facts_of(os.fstat(file.fileno()))
            break
        write_beside(self.path(content_hash), content)
        return self._facts(content_hash)

    def name(self, content_hash: str) -> str:
        """Where a content lies, as text: it is asked for each of tens of thousands."""
        return f"{self._folder}/{content_hash[:2]}/{content_hash[2:]}"

    def _facts(self, content_hash: str) -> _Facts:
        return _facts_of(os.stat(self.name(content_hash)))


def _facts_of(found: os.stat_result) -> _Facts:
    return found.st_size, found.st_mtime_ns, found.st_ino
