"""Makes the manifest of a site (see `manifest`); a list is made anew only when a file that stands in it changed."""

from __future__ import annotations

import contextlib
import gzip
import zlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Protocol

import msgspec
from msgspec import Struct

from generator.disk.manifest import MANIFEST, ORIGINALS, VERSION, Head, Part, part_path
from generator.disk.subtrees import Subtree, subtree_of
from generator.expressions import expression
from generator.model.digest import digest, hash_of
from generator.pipeline.cache import Cache, versions
from generator.search.packing import FOLDER

_NAME = "manifest"
_OF_SEARCH = expression(rf"{FOLDER}(?:(?:index|followers)/(...)|(?:cards|texts)/([0-9]+-[0-9]+))[^/]*")
"""Files of the search's index; what is found is what those share that an edit changes together."""
_SEARCH = FOLDER.rstrip("/")
_ESCAPES = {ord(character): escape for escape, character in ORIGINALS.items()}


class Contents(Protocol):
    """Stored contents by their hash; implemented by `ObjectStore`."""

    def put(self, content: bytes) -> str:
        """Store the bytes; returns their hash."""
        ...

    def absent(self, hashes: Iterable[str]) -> set[str]:
        """Those of these hashes whose bytes are not stored."""
        ...

    def size(self, content_hash: str) -> int:
        """How many bytes a content has."""
        ...


class _FileList(Struct, frozen=True, array_like=True):
    key: str
    """Hash of what it lists."""
    part: Part
    content: str
    """Hash of the file."""


_Lists = dict[str, _FileList]
_decoder = msgspec.msgpack.Decoder(_Lists)


def manifest_of(
    trees: Mapping[str, Subtree], contents: Contents, cache: Cache, *, site: str | None, commit: str | None
) -> dict[str, str]:
    """The manifest of these files, which is stored: uri → hash. The same for the same site."""
    before = _remembered(cache)
    absent = contents.absent(each.content for each in before.values())
    lists: _Lists = {}
    for name, listed in sorted(_parted(trees).items()):
        key = digest(sorted(tree.digest for tree in listed))
        last = before.get(name)
        is_same = last is not None and last.key == key and last.content not in absent
        lists[name] = last if last and is_same else _file_list(key, listed, contents)
    if lists != before:
        cache.put(_NAME, versions(), msgspec.msgpack.encode(lists))
    parts = {name: each.part for name, each in lists.items()}
    head = msgspec.json.encode(Head(version=VERSION, site=site, commit=commit, parts=parts))
    head = head.replace(b'},"', b'},\n"').replace(b'"parts":{', b'"parts":{\n') + b"\n"
    return {part_path(name): each.content for name, each in lists.items()} | {MANIFEST: contents.put(head)}


def _remembered(cache: Cache) -> _Lists:
    payload = cache.get(_NAME, versions())
    with contextlib.suppress(msgspec.DecodeError):
        return _decoder.decode(payload) if payload else {}
    return {}


def _file_list(key: str, trees: Iterable[Subtree], contents: Contents) -> _FileList:
    files = {uri: each for tree in trees for uri, each in tree.files.items()}
    lines = "".join(f"#{contents.size(files[uri])}\n{_line(uri, files[uri])}" for uri in sorted(files)).encode()
    packed = gzip.compress(lines, compresslevel=1, mtime=0)  # hashes hardly get shorter
    return _FileList(key, Part(hash_of(lines), len(files)), contents.put(packed))


def _parted(trees: Mapping[str, Subtree]) -> dict[str, list[Subtree]]:
    """Name of a part → what it lists. The files of a folder stand together, and so do chunks of the search of one name."""
    of_search, others = _by_name(trees[_SEARCH]) if _SEARCH in trees else ({}, {})
    parts: dict[str, list[Subtree]] = defaultdict(list)
    for area, listed in {"files": {**trees, **others}, "search": of_search}.items():
        # About the root of the number of files: of more lists the head, which always changes, would be longer, and of fewer
        # the lists; of the search, of which an edit changes a dozen, twice as many. A power of two, so that a site that grows is
        # seldom divided anew.
        files = sum(len(tree.files) for tree in listed.values())
        count = 1 << max(0, files.bit_length() + (1 if area == "search" else -1)) // 2
        width = len(f"{count - 1:x}")
        for together, tree in listed.items():
            if tree.files:
                number = zlib.crc32(together.encode()) % count
                parts[f"{area}-{number:0{width}x}"].append(tree)
    return parts


def _by_name(search: Subtree) -> tuple[dict[str, Subtree], dict[str, Subtree]]:
    """The files of the search's index by the name that they share, and the others of the search under its own."""
    others: dict[str, str] = {}
    named: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for uri, content_hash in search.files.items():
        name = _OF_SEARCH.fullmatch(uri)
        (named[name[1] or name[2]] if name else others)[uri] = content_hash
    return {name: subtree_of(files) for name, files in named.items()}, {_SEARCH: subtree_of(others)}


def _line(uri: str, content_hash: str) -> str:
    escaped = uri if uri.isprintable() and "\\" not in uri else uri.translate(_ESCAPES)
    return f"{'' if escaped == uri else chr(92)}{content_hash}  {escaped}\n"
