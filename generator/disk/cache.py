"""The build cache in `.cache/sikum/`. Never trusted: a damaged entry is treated as missing.


Nothing in it is unpickled or run; it holds JSON or MessagePack, hashes and finished pages, and nothing that consent withheld.
"""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from collections.abc import Iterable, Iterator
from io import BufferedReader
from pathlib import Path

from generator.disk.locking import lock, unlock
from generator.model.digest import hash_of

_MAGIC = b"sikum-cache-1"
_LONGEST_HEAD = 1_000
_NO_LOCKS = frozenset({errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EINVAL})
"""What disks answer that know no locks, as some network shares."""


class DiskCache:
    """Named entries, each one file: a line with the key and the payload's hash, then the payload.

    Of a payload in parts the line has the hash and the size of each; the last one goes on to the end, as a whole one does.

    Entries are written beside and moved into place, so that two builds at once, or a killed one, leave whole files.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self._has_warned = False

    def get(self, name: str, key: str, part: int = 0) -> bytes | None:
        try:
            with open(self.root / name, "rb") as file:
                written, payload = _read_part(file, part)
        except OSError:
            return None
        except ValueError:
            self._warn(name)
            return None
        return payload if written == key.encode() else None

    def put(self, name: str, key: str, *parts: bytes) -> None:
        """A cache that cannot be written (a read-only folder, a full disk) only makes the next build slower."""
        sized = (b"%s:%d" % (_hash(part), len(part)) for part in parts[:-1])
        head = b" ".join((_MAGIC, key.encode(), *sized, _hash(parts[-1])))
        with contextlib.suppress(OSError):
            write_beside(self.root / name, b"".join((head, b"\n", *parts)))

    def prune(self, folder: str, names: Iterable[str]) -> None:
        """Delete every other entry under `folder`, such as that of a process that is gone or has moved."""
        kept = set(names)
        with contextlib.suppress(OSError), os.scandir(self.root / folder) as entries:
            for entry in entries:
                if f"{folder}/{entry.name}" not in kept:
                    self.remove(f"{folder}/{entry.name}")

    def remove(self, name: str) -> None:
        with contextlib.suppress(OSError):
            (self.root / name).unlink()

    def _warn(self, name: str) -> None:
        if not self._has_warned:
            print(f"sikum: cache entry {name} is damaged and was thrown away", file=sys.stderr)
        self._has_warned = True
        self.remove(name)


def write_beside(path: Path, content: bytes) -> None:
    """Write a file atomically: to a temporary name in the same folder, then renamed. Raises OSError."""
    beside = path.with_name(f"{path.name}.{os.getpid()}~")
    try:
        file = open(beside, "wb")  # noqa: SIM115 - opened in two attempts, closed below
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = open(beside, "wb")  # noqa: SIM115
    try:
        with file:
            file.write(content)
        os.replace(beside, path)
    except BaseException as error:
        with contextlib.suppress(OSError):
            beside.unlink()
        if isinstance(error, OSError) and error.filename is None:
            error.filename = str(path)  # what is full, the system does not say
        raise


@contextlib.contextmanager
def locked(root: Path) -> Iterator[None]:
    """Hold the cache's lock; a second build waits. Without a lock where the folder cannot be written."""
    try:
        root.mkdir(parents=True, exist_ok=True)
        file = open(root / "lock", "w")  # noqa: SIM115 - held until the end of the block
    except OSError:
        yield
        return
    with file:
        try:
            lock(file)
        except OSError as error:
            if error.errno not in _NO_LOCKS:
                raise OSError(error.errno, error.strerror, file.name) from error
            print(f"sikum: {file.name}: this disk has no locks, so run no two builds at once there", file=sys.stderr)
        try:
            yield
        finally:
            # Said outright: a child that was forked meanwhile (the preview's index) has the file open too.
            with contextlib.suppress(OSError):
                unlock(file)


def _read_part(file: BufferedReader, number: int) -> tuple[bytes, bytes]:
    """The key of an entry, and one part of what it holds. Raises ValueError when either is damaged, OSError as reading does."""
    magic, key, *parts = file.readline(_LONGEST_HEAD).removesuffix(b"\n").split(b" ")
    if magic != _MAGIC or number >= len(parts):
        raise ValueError("no such part")
    *before, (wanted, _, size) = (part.partition(b":") for part in parts[: number + 1])
    skipped, length = sum(int(each) for *_, each in before), int(size) if size else -1
    if max(skipped, length) > os.fstat(file.fileno()).st_size:
        raise ValueError("shorter than it says")
    file.seek(skipped, os.SEEK_CUR)
    payload = file.read(length)
    if _hash(payload) != wanted:
        raise ValueError("other bytes than it says")
    return key, payload


def _hash(payload: bytes) -> bytes:
    return hash_of(payload)[:32].encode()
