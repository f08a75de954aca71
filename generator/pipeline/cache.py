"""What a build may remember. The implementation is a door's (`generator.disk`); here are only the promises."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from pathlib import Path
from typing import Protocol

from generator import __version__
from generator.model.digest import digest

FORMAT = 1
"""Raised when the form of anything cached changes."""

RENDERING_LIBRARIES = (
    "babel",
    "feedgenerator",
    "jinja2",
    "markdown",
    "markupsafe",
    "msgspec",
    "nh3",
    "pagefind",
    "pyyaml",
    "rjsmin",
)


class Cache(Protocol):
    def get(self, name: str, key: str) -> bytes | None:
        """What was put under `name` with this very `key`; None when there is none, or when it is damaged."""
        ...

    def put(self, name: str, key: str, payload: bytes) -> None:
        """Remember `payload` in place of whatever `name` held."""
        ...

    def keep(self, folder: str, names: Iterable[str]) -> None:
        """Forget every entry under `folder` but these."""
        ...


class Store(Protocol):
    """Contents of site files by their hash."""

    def put(self, content: bytes) -> str:
        """Keep the bytes; their hash."""
        ...

    def has(self, content_hash: str) -> bool:
        """Whether the bytes of this hash are kept, whole."""
        ...

    def read(self, content_hash: str) -> bytes:
        """The bytes of this hash. Raises KeyError when they are not kept."""
        ...

    def learn(self, hashes: Iterable[str]) -> None:
        """Take note of what other processes have put."""
        ...


@cache
def versions() -> str:
    """A hash of Sikum and of every library that has a part in what is written."""
    return digest(FORMAT, __version__, _own_code(), [(name, _version(name)) for name in RENDERING_LIBRARIES])


def _own_code() -> str:
    """Hash of the package's own modules and words, so that whoever changes one of them sees it."""
    package = Path(str(files("generator")))
    sources = sorted(path for suffix in ("*.py", "*.po") for path in package.rglob(suffix))
    return digest(*(path.read_bytes() for path in sources))


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
