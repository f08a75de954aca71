"""The manifest of a published site: the hash and size of every file, by which anybody can tell whether it is unchanged.

It has a head, which is what an office signs, and lists of files, which the head names by their hashes:

- `.well-known/sikum-manifest.json`: `{"version": 2, "site": address or null, "commit": hash or null,
  "parts": {name: {"sha256": hex, "files": number}}}`;
- `.well-known/sikum-manifest/NAME.sha256.gz`: lines as `sha256sum` writes and checks them, gzipped, before each a comment
  with the file's size in bytes (`#2048`). The hash in the head is of the lines.

Files stand together that one edit changes together, so that a host is sent a few short lists after it and not one of
everything. Version 1, which is read too, was one file: `{"version": 1, "site": …, "commit": …, "files": {path:
{"sha256": hex, "size": bytes}}}`.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec import Struct

from generator.disk.git import git_output
from generator.expressions import expression
from generator.model.digest import hash_of
from generator.wording.deferred import N_, DeferredError

MANIFEST = ".well-known/sikum-manifest.json"
PARTS = ".well-known/sikum-manifest/"
VERSION = 2

_MOST_BYTES = 64 << 20
"""Of one list, unpacked: no site's is a hundredth of it."""
ORIGINALS = {"\\\\": "\\", "\\n": "\n", "\\r": "\r"}
_LINE = expression(r"(\\?)([0-9a-f]{64})  (.+)")


class Part(Struct, frozen=True):
    """A list of files, as the head names it."""

    sha256: str
    files: int


class Manifest(Struct, frozen=True, kw_only=True):
    """What a manifest says."""

    site: str | None
    commit: str | None
    """Of the content, where a repository has all of it; None where it has changes that are in no commit."""
    count: int
    """How many files are listed."""
    files: Mapping[str, str]
    """Path → SHA-256 in hex."""
    unread: tuple[tuple[str, bool], ...] = ()
    """Lists whose files are therefore not known: the path, and whether there is something else in its place."""


class BadManifest(DeferredError, ValueError):
    """What should be a manifest is none."""


class Head(Struct, frozen=True, kw_only=True):
    """The head as it is written."""

    version: int
    site: str | None
    commit: str | None
    parts: dict[str, Part]


class _Facts(Struct, frozen=True):
    sha256: str


class _Whole(Struct, frozen=True, kw_only=True):
    """Version 1."""

    version: int
    site: str | None
    commit: str | None
    files: dict[str, _Facts]


class _Version(Struct, frozen=True):
    version: int


_Form = TypeVar("_Form", bound=Struct)


def read_manifest(content: bytes, fetch: Callable[[str], bytes | None]) -> Manifest:
    """The manifest whose head has these bytes. `fetch`: the bytes of a list by its path in the site, None without it.

    Lists that are missing or not those of the head are `unread`. Raises BadManifest for what is no manifest or names a
    file outside the site.
    """
    version = _decoded(content, _Version).version
    if version == 1:
        whole = _decoded(content, _Whole)
        files = {_checked(path): facts.sha256 for path, facts in whole.files.items()}
        return Manifest(site=whole.site, commit=whole.commit, count=len(files), files=files)
    head = _head(content)
    found: dict[str, str] = {}
    unread = []
    for name, part in head.parts.items():
        packed = fetch(part_path(name))
        lines = None if packed is None else _unpacked(packed)
        if lines is None or hash_of(lines) != part.sha256:
            unread.append((part_path(name), packed is not None))
        else:
            found |= _read_lines(lines)
    return Manifest(site=head.site, commit=head.commit, count=_count(head), files=found, unread=tuple(unread))


def read_whole_manifest(content: bytes, fetch: Callable[[str], bytes | None]) -> Manifest:
    """The same for whoever needs every file: raises BadManifest too for a list that is missing or not the head's."""
    manifest = read_manifest(content, fetch)
    for path, _ in manifest.unread:
        raise BadManifest(N_("not as its head has it: {path}"), path=path)
    return manifest


def part_paths(content: bytes) -> tuple[str, ...]:
    """The paths of the lists that a head names; none of version 1. Raises BadManifest."""
    if _decoded(content, _Version).version == 1:
        return ()
    return tuple(map(part_path, _head(content).parts))


def commit_of(folder: Path) -> str | None:
    """The commit whose tree equals `folder`; None without git, or with uncommitted changes."""
    if git_output(folder, "status", "--porcelain", "--", ".") != b"":
        return None
    found = git_output(folder, "rev-parse", "--verify", "HEAD")
    return found.decode("ascii").strip() if found else None


def part_path(name: str) -> str:
    """The path of a list in the site."""
    return f"{PARTS}{name}.sha256.gz"


def _read_lines(lines: bytes) -> dict[str, str]:
    files: dict[str, str] = {}
    for line in lines.decode("utf-8", "surrogateescape").split("\n")[:-1]:
        if line.startswith("#"):
            continue
        if (found := _LINE.fullmatch(line)) is None:
            raise BadManifest(N_("cannot be read: {reason}"), reason=line[:80])
        path = found[3]
        if found[1]:
            path = re.sub(r"\\.", _unescaped, path)
        files[_checked(path)] = found[2]
    return files


def _unescaped(found: re.Match[str]) -> str:
    return ORIGINALS.get(found[0], found[0])


def _unpacked(packed: bytes) -> bytes | None:
    """The lines of a list: a host may hand it out unpacked. None for what is neither, or too long to be one."""
    if not packed.startswith(b"\x1f\x8b"):
        return packed
    unpacking = zlib.decompressobj(wbits=31)
    try:
        lines = unpacking.decompress(packed, _MOST_BYTES)
    except zlib.error:
        return None
    return lines if unpacking.eof and not unpacking.unused_data else None


def _head(content: bytes) -> Head:
    head = _decoded(content, Head)
    if head.version != VERSION:
        raise BadManifest(N_("version {version} is not known"), version=head.version)
    for name in head.parts:
        if not re.fullmatch(r"[a-z]{1,20}-[0-9a-f]{1,8}", name):
            raise BadManifest(N_("not a path of the site: {path}"), path=name)
    return head


def _count(head: Head) -> int:
    return sum(part.files for part in head.parts.values())


def _decoded(content: bytes, kind: type[_Form]) -> _Form:
    try:
        return msgspec.json.decode(content, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise BadManifest(N_("cannot be read: {reason}"), reason=" ".join(str(error).split())) from error


def _checked(path: str) -> str:
    if path.startswith("/") or "\\" in path or ".." in path.split("/"):
        raise BadManifest(N_("not a path of the site: {path}"), path=path)
    return path
