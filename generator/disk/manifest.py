"""The manifest of a published site: the hash and size of every file, by which anybody can tell whether it is unchanged.

It is the file `.well-known/sikum-manifest.json`:
`{"version": 1, "site": address or null, "commit": hash or null, "files": {path: {"sha256": hex, "size": bytes}}}`.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Literal

import msgspec
from msgspec import Struct

from generator.disk.git import git_output
from generator.model.digest import hash_of, hash_of_file
from generator.wording.deferred import N_, DeferredError

MANIFEST = ".well-known/sikum-manifest.json"
VERSION = 1

READ_BY_HOSTS = frozenset({"_headers", "_redirects"})
"""Files for the host itself, which it does not hand out."""


class FileFacts(Struct, frozen=True):
    sha256: str
    size: int
    """In bytes."""


class Manifest(Struct, frozen=True, kw_only=True):
    version: int
    site: str | None
    commit: str | None
    """Of the content, where a repository has all of it; None where it has changes that are in no commit."""
    files: dict[str, FileFacts]


class Difference(Struct, frozen=True, order=True):
    """A file that is not as the manifest has it."""

    path: str
    kind: Literal["differs", "missing", "not listed"]


class BadManifest(DeferredError, ValueError):
    """What should be a manifest is none."""


def manifest_bytes(files: Mapping[str, FileFacts], *, site: str | None, commit: str | None) -> bytes:
    """The manifest's file: the same for the same site, a line for each file, so that two versions can be compared."""
    ordered = dict(sorted(files.items()))
    made = Manifest(version=VERSION, site=site, commit=commit, files=ordered)
    return msgspec.json.encode(made).replace(b'},"', b'},\n"').replace(b'"files":{', b'"files":{\n') + b"\n"


def read_manifest(content: bytes) -> Manifest:
    """The manifest in a file's bytes. Raises BadManifest for what is none, or names a file outside the site."""
    try:
        manifest = msgspec.json.decode(content, type=Manifest)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise BadManifest(N_("cannot be read: {reason}"), reason=" ".join(str(error).split())) from error
    if manifest.version != VERSION:
        raise BadManifest(N_("version {version} is not known"), version=manifest.version)
    for path in manifest.files:
        if path.startswith("/") or "\\" in path or ".." in path.split("/"):
            raise BadManifest(N_("not a path of the site: {path}"), path=path)
    return manifest


def differences_in(folder: Path, manifest: Manifest) -> Iterator[Difference]:
    """How a copy of the site on disk differs. Names with a dot at the top, which others put there, are not looked at."""
    for path, facts in manifest.files.items():
        file = folder / path
        if not file.is_file():
            yield Difference(path, "missing")
        elif file.stat().st_size != facts.size or _hash(file) != facts.sha256:
            yield Difference(path, "differs")
    for parent, folders, names in os.walk(folder):
        prefix = Path(parent).relative_to(folder).as_posix()
        if prefix == ".":
            folders[:] = [name for name in folders if not name.startswith(".")]
            names = [name for name in names if not name.startswith(".")]
        for name in names:
            path = name if prefix == "." else f"{prefix}/{name}"
            if path not in manifest.files:
                yield Difference(path, "not listed")


def difference_of(path: str, facts: FileFacts, fetch: Callable[[str], bytes | None]) -> Difference | None:
    """How one file of a site on the web differs. `fetch`: the bytes of a path, None where there is nothing."""
    content = fetch(path)
    if content is None:
        return Difference(path, "missing")
    return None if hash_of(content) == facts.sha256 else Difference(path, "differs")


def commit_of(folder: Path) -> str | None:
    """The commit whose tree equals `folder`; None without git, or with uncommitted changes."""
    if git_output(folder, "status", "--porcelain", "--", ".") != b"":
        return None
    found = git_output(folder, "rev-parse", "--verify", "HEAD")
    return found.decode("ascii").strip() if found else None


def _hash(file: Path) -> str:
    with file.open("rb") as opened:
        return hash_of_file(opened)
