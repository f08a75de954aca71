"""What an import of a register wrote, so that a second run knows its own work from people's: kept beside the site."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

import msgspec
from msgspec import Struct

FILE = ".sikum/register.json"
"""Relative to the site's folder. It belongs into the repository: the next run may be a colleague's."""


class Written(Struct, frozen=True):
    """A process folder that the import made."""

    place: str
    """Relative to the content folder."""
    sha256: str
    """Of index.md as it was written; another one was changed by people."""


class _State(Struct, frozen=True):
    version: int
    entries: dict[str, Written]


def read_state(folder: Path) -> dict[str, Written]:
    """Key of a row -> what was made of it. Empty when nothing was, or the file cannot be read: then nothing is ours."""
    try:
        return msgspec.json.decode((folder / FILE).read_bytes(), type=_State).entries
    except (OSError, msgspec.DecodeError):
        return {}


def write_state(folder: Path, entries: Mapping[str, Written]) -> None:
    """Keep it, a line a field, so that differences can be read."""
    path = folder / FILE
    path.parent.mkdir(parents=True, exist_ok=True)
    state = _State(version=1, entries=dict(sorted(entries.items())))
    path.write_bytes(msgspec.json.format(msgspec.json.encode(state), indent=1) + b"\n")


def digest_of(content: bytes) -> str:
    """The hash by which a file is known again; line ends, which git may change, make no difference."""
    return hashlib.sha256(content.replace(b"\r\n", b"\n")).hexdigest()
