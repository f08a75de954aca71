"""Protocols of the build cache and of the store of built files; implemented in `generator.disk`."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Protocol

from generator import __version__
from generator.model.digest import digest
from generator.model.installed import PACKAGE, kept_or_made, releases

FORMAT = 1
"""Increased when the format of anything cached changes."""

RENDERING_LIBRARIES = (
    "babel",
    "feedgenerator",
    "jinja2",
    "markdown",
    "markupsafe",
    "msgspec",
    "nh3",
    "pyyaml",
    "rjsmin",
)


class Cache(Protocol):
    """Named entries, each valid for one key."""

    def get(self, name: str, key: str, part: int = 0) -> bytes | None:
        """The payload stored under `name` with this `key`; None when missing, damaged or stored with another key.

        `part`: which one of a payload that was stored in parts; no other is read.
        """
        ...

    def put(self, name: str, key: str, *parts: bytes) -> None:
        """Store a payload under `name`, in place of what was there: whole, or in parts that are asked for by themselves."""
        ...

    def prune(self, folder: str, names: Iterable[str]) -> None:
        """Delete every entry under `folder` except `names`."""
        ...


class Store(Protocol):
    """Contents of site files by their hash."""

    def put(self, content: bytes) -> str:
        """Store the bytes; returns their hash."""
        ...

    def put_file(self, path: Path) -> str:
        """Store the bytes of a file, which may be larger than memory; returns their hash. Raises OSError."""
        ...

    def has(self, content_hash: str) -> bool:
        """Whether the bytes of this hash are stored and undamaged."""
        ...

    def absent(self, hashes: Iterable[str]) -> set[str]:
        """Those of these hashes whose bytes are not."""
        ...

    def read(self, content_hash: str) -> bytes:
        """The bytes of this hash. Raises KeyError when they are not stored."""
        ...

    def register(self, hashes: Iterable[str]) -> None:
        """Add what worker processes have stored."""
        ...


@cache
def versions() -> str:
    """Hash of the versions of Sikum and of every library that influences the output."""
    return digest(FORMAT, __version__, _own_code(), releases(RENDERING_LIBRARIES))


def _own_code() -> str:
    """Hash of the package's modules and translations, so that a change of them invalidates the cache.

    They are read again when the size or the time of one is another, as Python does for the modules that it compiled.
    """
    sources = sorted(_sources(PACKAGE))
    key = digest([(path, state.st_size, state.st_mtime_ns) for path, state in sources])
    hashed = kept_or_made(
        PACKAGE, "code", key, lambda: digest(*(Path(path).read_bytes() for path, _ in sources)).encode()
    )
    return hashed.decode("ascii")


def _sources(package: Path) -> Iterator[tuple[str, os.stat_result]]:
    for folder, folders, names in os.walk(package):
        folders[:] = [name for name in folders if name != "__pycache__"]
        for name in names:
            if name.endswith((".py", ".po")):
                path = f"{folder}/{name}"
                yield path, os.stat(path)
