"""What an earlier build left: each file holds the digest of what it was made from, and is of no account otherwise."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import msgspec

Made = TypeVar("Made")


def rules_digest(*modules: str) -> str:
    """A hash of the source of these modules of the search: what they make is of no use to other versions of them."""
    folder = Path(__file__).parent
    content = b"".join((folder / f"{module}.py").read_bytes() for module in modules)
    return hashlib.blake2b(content, digest_size=8).hexdigest()


def cached(path: Path | None, digest: str, kind: type[Made], make: Callable[[], Made]) -> Made:
    """The value at `path` if it was made from what `digest` says; else a new one, which is left there.

    `kind` is what a file must hold to be believed. Without a path, nothing is read or left.
    """
    if path is None:
        return make()
    found = read(path, digest, kind)
    if found is None:
        found = make()
        write(path, digest, found)
    return found


def read(path: Path, digest: str | None, kind: type[Made]) -> Made | None:
    """The value at `path`, or None if it is absent, damaged, of another kind, or made from something else.

    `digest` None takes it whatever it was made from: for a value whose parts carry digests of their own.
    """
    try:
        made_from, content = msgspec.msgpack.decode(path.read_bytes(), type=tuple[str, msgspec.Raw])
        if digest is not None and made_from != digest:
            return None
        return msgspec.msgpack.decode(content, type=kind)
    except (OSError, msgspec.MsgspecError):
        return None


def write(path: Path, digest: str, value: object) -> None:
    """Leave a value for the next build."""
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, msgspec.msgpack.encode((digest, value)))


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that another build sees the old one or the new one, never a part."""
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=path.name)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
    os.replace(temporary, path)
