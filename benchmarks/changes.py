"""What of a published site changes from one build to the next, by the bytes of its files."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """Files that came, went or say something else; bytes of those that are there now."""

    files: int
    bytes: int


def state_of(site: Path) -> dict[str, tuple[str, int]]:
    """Path of each file of a site → the hash of its content, and its size."""
    return {
        path.relative_to(site).as_posix(): (hashlib.sha256(content).hexdigest(), len(content))
        for path in site.rglob("*")
        if path.is_file()
        for content in [path.read_bytes()]
    }


def changes(before: dict[str, tuple[str, int]], after: dict[str, tuple[str, int]]) -> Changes:
    """What a host has to be sent, and to forget."""
    sent = [size for path, (content, size) in after.items() if before.get(path, ("",))[0] != content]
    return Changes(files=len(sent) + len(before.keys() - after.keys()), bytes=sum(sent))
