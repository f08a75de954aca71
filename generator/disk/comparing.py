"""How a published site, or a copy of one, differs from its manifest."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

from msgspec import Struct

from generator.disk.manifest import Manifest
from generator.model.digest import hash_of, hash_of_file

READ_BY_HOSTS = frozenset({"_headers", "_redirects"})
"""Files for the host itself, which it does not hand out."""


class Difference(Struct, frozen=True, order=True):
    """A file that is not as the manifest has it."""

    path: str
    kind: Literal["differs", "missing", "not listed"]


def differences_of_lists(manifest: Manifest) -> Iterator[Difference]:
    """Lists that are not those of the manifest's head, so that of their files nothing is known."""
    for path, is_there in manifest.unread:
        yield Difference(path, "differs" if is_there else "missing")


def differences_in(folder: Path, manifest: Manifest) -> Iterator[Difference]:
    """How a copy of the site on disk differs. Names with a dot at the top, which others put there, are not looked at.

    Files are said not to be listed only where every list could be read. What a linked folder leads to is published, too, and
    is looked at once; a link to a folder that it lies in is itself what is not listed.
    """
    for path, content_hash in manifest.files.items():
        file = folder / path
        if not file.is_file():
            yield Difference(path, "missing")
        elif _hash(file) != content_hash:
            yield Difference(path, "differs")
    if manifest.unread:
        return
    seen: set[str] = set()
    for parent, folders, names in os.walk(folder, followlinks=True):
        prefix = Path(parent).relative_to(folder).as_posix()
        if prefix == ".":
            folders[:] = [name for name in folders if not name.startswith(".")]
            names = [name for name in names if not name.startswith(".")]
        folders.sort()
        loops = [name for name in folders if _leads_back(Path(parent, name), folder)]
        folders[:] = [name for name in folders if name not in loops and _is_new(Path(parent, name), seen)]
        for name in (*names, *loops):
            path = name if prefix == "." else f"{prefix}/{name}"
            if path not in manifest.files:
                yield Difference(path, "not listed")


def _leads_back(path: Path, top: Path) -> bool:
    """Whether it is a link to a folder that one has come through on the way from `top`."""
    if not path.is_symlink():
        return False
    way = (each for each in path.parents if each.is_relative_to(top))
    return os.path.realpath(path) in map(os.path.realpath, way)


def _is_new(path: Path, seen: set[str]) -> bool:
    """Whether it is no link, or the first that leads to its folder."""
    if not path.is_symlink():
        return True
    target = os.path.realpath(path)
    is_new = target not in seen
    seen.add(target)
    return is_new


def difference_of(path: str, content_hash: str, fetch: Callable[[str], bytes | None]) -> Difference | None:
    """How one file of a site on the web differs. `fetch`: the bytes of a path, None where there is nothing."""
    content = fetch(path)
    if content is None:
        return Difference(path, "missing")
    return None if hash_of(content) == content_hash else Difference(path, "differs")


def _hash(file: Path) -> str:
    with file.open("rb") as opened:
        return hash_of_file(opened)
