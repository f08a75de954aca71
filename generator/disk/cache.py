"""The build cache in `.cache/sikum/`. Never trusted: a damaged entry is treated as missing.


Nothing in it is unpickled or run; it holds JSON or MessagePack, hashes and finished pages, and nothing that consent withheld.
"""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.disk.locking import lock, unlock
from generator.model.digest import hash_of

_MAGIC = b"sikum-cache-1"
_NO_LOCKS = frozenset({errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EINVAL})
"""What disks answer that know no locks, as some network shares."""


class DiskCache:
    """Named entries, each one file: a line with the key and the payload's hash, then the payload.

    Entries are written beside and moved into place, so that two builds at once, or a killed one, leave whole files.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self._has_warned = False

    def get(self, name: str, key: str) -> bytes | None:
        try:
            content = (self.root / name).read_bytes()
        except OSError:
            return None
        head, _, payload = content.partition(b"\n")
        parts = head.split(b" ")
        if len(parts) != 3 or parts[0] != _MAGIC or parts[2] != _hash(payload):
            self._warn(name)
            return None
        return payload if parts[1] == key.encode() else None

    def put(self, name: str, key: str, payload: bytes) -> None:
        """A cache that cannot be written (a read-only folder, a full disk) only makes the next build slower."""
        head = b" ".join((_MAGIC, key.encode(), _hash(payload)))
        with contextlib.suppress(OSError):
            write_beside(self.root / name, head + b"\n" + payload)

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


def _hash(payload: bytes) -> bytes:
    return hash_of(payload)[:32].encode()
