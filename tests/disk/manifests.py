"""A manifest of files that are known by their hashes alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from generator.disk.cache import DiskCache
from generator.disk.manifest_of_site import manifest_of
from generator.disk.subtrees import subtrees
from generator.model.digest import hash_of


class Contents:
    """A store of manifests alone: any other content is taken for one byte."""

    def __init__(self) -> None:
        self.stored: dict[str, bytes] = {}
        self.put_count = 0
        """How often something was stored."""

    def put(self, content: bytes) -> str:
        content_hash = hash_of(content)
        self.stored[content_hash] = content
        self.put_count += 1
        return content_hash

    def absent(self, hashes: Iterable[str]) -> set[str]:
        return set(hashes) - self.stored.keys()

    def size(self, content_hash: str) -> int:
        return len(self.stored.get(content_hash, b"."))


NO_CACHE = DiskCache(Path("/dev/null"))
"""In which nothing is kept."""


def manifest_files(
    files: Mapping[str, str], contents: Contents | None = None, cache: DiskCache = NO_CACHE
) -> dict[str, bytes]:
    """uri → bytes of the manifest of files, uri → hash."""
    contents = contents or Contents()
    made = manifest_of(subtrees(files), contents, cache, site=None, commit=None)
    return {uri: contents.stored[content_hash] for uri, content_hash in made.items()}
