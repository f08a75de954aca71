"""Content-addressed store of built files: one file per SHA-256, so that a site is a tree of hard links into the store.

A stored file is trusted unread only while its size, time and inode are those it was written with. One that has others is
hashed again: in a copied or restored cache it is what it was, and a published page that was edited in place is built again.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path

import msgspec

from generator.disk.cache import DiskCache, write_beside
from generator.disk.folder_times import folder_times, time_of_disk
from generator.model.digest import hash_of, hash_of_file

_NAME, _KEY = "known-objects", "3"

_CHUNK = 1 << 20

_Facts = tuple[int, int, int]
"""Size, time of the last change in nanoseconds, inode."""


class _Saved(msgspec.Struct, frozen=True, array_like=True):
    """What is kept of the store for the next build."""

    known: dict[str, _Facts]
    swept: dict[str, int]
    """When a folder was changed in which nothing else lies, by its name."""


_decoder = msgspec.msgpack.Decoder(_Saved)


class ObjectStore:
    """Implements `pipeline.cache.Store`. `prune` also saves the known files for the next build."""

    def __init__(self, cache: DiskCache) -> None:
        self._cache = cache
        self.root = cache.root / "objects"
        self._folder = str(self.root)
        self._clean: dict[str, bool] = {}
        """Folders in which this build stored something: whether all else in them is known."""

    @cached_property
    def _saved(self) -> _Saved:
        """What the last build left; read when it is first asked for, since a check asks for nothing."""
        payload = self._cache.get(_NAME, _KEY)
        with contextlib.suppress(msgspec.DecodeError):
            return _decoder.decode(payload) if payload else _Saved({}, {})
        return _Saved({}, {})

    @cached_property
    def _known(self) -> dict[str, _Facts]:
        return dict(self._saved.known)

    def put(self, content: bytes) -> str:
        content_hash = hash_of(content)
        if content_hash not in self._known or not self.has(content_hash):
            self._known[content_hash] = self._write(content_hash, content)
        return content_hash

    def put_file(self, path: Path) -> str:
        with path.open("rb") as file:
            content_hash = hash_of_file(file)
            if self.has(content_hash):
                return content_hash
            file.seek(0)
            beside = self.path(content_hash).with_name(f"{content_hash[2:]}.{os.getpid()}~")
            self._enter(content_hash)
            beside.parent.mkdir(parents=True, exist_ok=True)
            try:
                with beside.open("wb") as copied:
                    shutil.copyfileobj(file, copied, _CHUNK)
                with beside.open("rb") as copied:
                    content_hash = hash_of_file(copied)  # the file may have been written meanwhile
                self._enter(content_hash)
                self.path(content_hash).parent.mkdir(exist_ok=True)
                os.replace(beside, self.path(content_hash))
            except OSError as error:
                error.filename = error.filename or str(self.path(content_hash))  # what is full, the system does not say
                raise
            finally:
                beside.unlink(missing_ok=True)
        self._known[content_hash] = self._facts(content_hash)
        return content_hash

    def has(self, content_hash: str) -> bool:
        """Whether this content is kept, and is still what it was."""
        return not self.absent((content_hash,))

    def absent(self, hashes: Iterable[str]) -> set[str]:
        """Those of these contents that are not kept, or are no longer what they were."""
        known, folder = self._known, self._folder
        absent: set[str] = set()
        for content_hash in dict.fromkeys(hashes):  # in their order, as they were made, which is that of the disk
            name = f"{folder}/{content_hash[:2]}/{content_hash[2:]}"
            try:
                found = os.stat(name)
                facts = found.st_size, found.st_mtime_ns, found.st_ino
                if known.get(content_hash) == facts:
                    continue
                with open(name, "rb") as file:
                    if hash_of_file(file) == content_hash:
                        known[content_hash] = facts
                        continue
            except OSError:
                pass
            known.pop(content_hash, None)  # so that it is registered anew, whoever stores it again
            self._clean[content_hash[:2]] = False
            absent.add(content_hash)
        return absent

    def read(self, content_hash: str) -> bytes:
        try:
            return self.path(content_hash).read_bytes()
        except FileNotFoundError:
            raise KeyError(content_hash) from None

    def path(self, content_hash: str) -> Path:
        return self.root / content_hash[:2] / content_hash[2:]

    def others(self, files: Mapping[str, str], there: Mapping[str, int]) -> list[tuple[str, str]]:
        """Of files (uri -> hash) those that are not `there` (uri -> inode) as hard links to their contents."""
        known, inode = self._known, there.get
        return [(uri, content_hash) for uri, content_hash in files.items() if inode(uri) != known[content_hash][2]]

    def inodes(self, hashes: Iterable[str]) -> list[int]:
        """Of the file of each of these contents."""
        known = self._known
        return [known[content_hash][2] for content_hash in hashes]

    def size(self, content_hash: str) -> int:
        """How many bytes it has."""
        return self._known[content_hash][0]

    def register(self, hashes: Iterable[str]) -> None:
        """Add files that worker processes have stored. Raises OSError when one is missing."""
        for content_hash in hashes:
            if content_hash not in self._known:
                self._known[content_hash] = self._facts(content_hash)
                self._clean[content_hash[:2]] = False

    def known(self) -> tuple[str, ...]:
        """Hashes of everything that is kept."""
        return tuple(self._known)

    def prune(self, hashes: Iterable[str]) -> None:
        """Delete every other content, so that nothing that was taken down stays on disk; then save the known files."""
        known = self._known
        gone: defaultdict[str, list[str]] = defaultdict(list)
        for content_hash in known.keys() - set(hashes):
            del known[content_hash]
            gone[content_hash[:2]].append(content_hash[2:])
        swept = self._sweep(gone)
        if known != self._saved.known or swept != self._saved.swept:
            self._saved = _Saved(dict(known), swept)
            self._cache.put(_NAME, _KEY, msgspec.msgpack.encode(self._saved))

    def _sweep(self, gone: Mapping[str, Iterable[str]]) -> dict[str, int]:
        """Delete what is `gone` (folder -> names in it), and whatever is not known in folders where others may have stored
        something: builds that were ended leave contents. Returns when each folder was changed in which nothing else lies, but
        for those that might yet change at the same time.
        """
        swept = self._times()
        for folder, time in tuple(swept.items()):
            path = f"{self._folder}/{folder}"
            names = gone.get(folder, ())
            if not self._clean.get(folder, self._saved.swept.get(folder) == time):
                names = [name for name in os.listdir(path) if folder + name not in self._known]
            for name in names:
                try:
                    os.unlink(f"{path}/{name}")
                except OSError:
                    swept.pop(folder, None)
        self._clean.clear()
        now = time_of_disk(self._cache.root)
        return {folder: time for folder, time in self._times().items() if folder in swept and time < now}

    def _times(self) -> dict[str, int]:
        """When each folder of contents was changed, by its name."""
        try:
            folders = os.listdir(self._folder)
        except FileNotFoundError:
            return {}
        return dict(zip(folders, folder_times(f"{self._folder}/{folder}" for folder in folders), strict=True))

    def _enter(self, content_hash: str) -> None:
        """Before something is stored in a folder: make it, or see whether anything else was stored there since contents were
        last pruned."""
        folder = content_hash[:2]
        if folder in self._clean:
            return
        path = f"{self._folder}/{folder}"
        try:
            os.mkdir(path)
        except FileExistsError:
            self._clean[folder] = folder_times([path]) == [self._saved.swept.get(folder)]
        except FileNotFoundError:
            Path(path).mkdir(parents=True, exist_ok=True)
            self._clean[folder] = True
        else:
            self._clean[folder] = True

    def _write(self, content_hash: str, content: bytes) -> _Facts:
        """Write a content to its final path. Most are new, and nothing refers to them yet; a file that is already there may
        be linked into a site: it stays where it is what it should be, and is replaced atomically where it is not."""
        self._enter(content_hash)
        try:
            handle = os.open(self.name(content_hash), os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644)
        except FileNotFoundError:
            pass  # somebody removed the folder meanwhile
        except FileExistsError:
            if self.has(content_hash):
                return self._known[content_hash]
        else:
            try:
                if os.write(handle, content) == len(content):
                    return _facts_of(os.fstat(handle))
            except OSError:
                pass  # the attempt below says which file it was
            finally:
                os.close(handle)
        write_beside(self.path(content_hash), content)
        return self._facts(content_hash)

    def name(self, content_hash: str) -> str:
        """The path of a content as a string: cheaper than `path` for tens of thousands of calls."""
        return f"{self._folder}/{content_hash[:2]}/{content_hash[2:]}"

    def _facts(self, content_hash: str) -> _Facts:
        return _facts_of(os.stat(self.name(content_hash)))


def _facts_of(found: os.stat_result) -> _Facts:
    return found.st_size, found.st_mtime_ns, found.st_ino
