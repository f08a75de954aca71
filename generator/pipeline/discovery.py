"""Finds the files of the content folder: which folders are processes, which files are ordinary pages and registries.

Looks only at names, sizes and times; contents are read through a `Reader`.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from msgspec import Struct
from msgspec.structs import replace

from generator.model.unpublished import is_never_published
from generator.reading.copies import opened_file
from generator.structure import Structure
from generator.wording import DIRECTIONS

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

STATEMENTS = ("accessibility.yml", *(f"accessibility.{language}.yml" for language in DIRECTIONS))
"""The facts of the accessibility statement, and the same in the words of a language."""
REGISTRIES = ("ministries.yml", "topics.yml", *STATEMENTS, "localities.yml")
_REGISTRY_FOLDERS = ("ministries", "topics")
_IGNORED_FOLDERS = {"__pycache__", "node_modules"}


class FileEntry(Struct, frozen=True, gc=False):
    """A file of the content folder, with the stat values by which a change is noticed."""

    path: str
    """Relative to the content folder, with `/`."""
    size: int
    modified_ns: int
    changed_ns: int
    inode: int
    is_link: bool


def is_registry(path: str) -> bool:
    """Whether a file of the content folder is a registry, or an entry of one: `ministries.yml`, `ministries/health.yml`."""
    folder, _, name = path.rpartition("/")
    return path in REGISTRIES or (folder in _REGISTRY_FOLDERS and name.endswith(".yml"))


class Reader(Protocol):
    """Access to contents; the implementation caches hashes of files whose entry is unchanged."""

    def read(self, path: str) -> bytes:
        """The bytes of a file. Raises OSError when it vanished or may not be read."""
        ...

    def content_hash(self, entry: FileEntry) -> str:
        """Hash of the file's bytes."""
        ...

    def hashed(self, entry: FileEntry) -> tuple[str, bytes | None]:
        """The same, and the bytes if they had to be read for it: None when the hash was known, or the file is large."""
        ...

    def learn(self, entry: FileEntry, content_hash: str) -> None:
        """Take over what a worker process has hashed."""
        ...

    def is_process(self, entry: FileEntry, structure: Structure) -> bool:
        """Whether this `index.md` makes its folder a process."""
        ...


class ProcessFolder(Struct, frozen=True, kw_only=True):
    """A process folder and every file below it."""

    path: str
    entries: tuple[FileEntry, ...]
    """Sorted by path."""

    @property
    def id(self) -> str:
        return self.path.rpartition("/")[2]


class Tree(Struct, frozen=True, kw_only=True):
    """The files of the content folder by what they are."""

    processes: tuple[ProcessFolder, ...]
    """By path."""
    pages: tuple[FileEntry, ...]
    """Ordinary pages: Markdown outside any process."""
    registries: Mapping[str, FileEntry]
    others: tuple[FileEntry, ...]
    """Everything else outside processes that may be published: only if a page links to it."""
    held_back: tuple[str, ...] = ()
    """Process folders that the site does not publish, though they are there."""
    outside: tuple[FileEntry, ...] = ()
    """Every file outside processes, whatever it is."""
    unnamed: tuple[str, ...] = ()
    """Files and folders whose names are not in UTF-8, with a mark for each byte that is not: nothing of them is used."""
    opened: tuple[str, ...] = ()
    """Hidden files that programs keep while they have another one open; of all other hidden files nothing is known."""


def discover(content_dir: Path, reader: Reader, structure: Structure, held_back: Sequence[str] = ()) -> Tree:
    """Walk the content folder once. Raises OSError when the folder itself cannot be read.

    `held_back`: patterns, in lines, each text by itself, of pages and files that are passed over as if they were not
    there. Data that is only read and never published as it lies (registries, promises, lists) is no such file: a site may
    well exclude it for other engines.
    """
    folders: list[ProcessFolder] = []
    loose: list[FileEntry] = []
    unnamed: list[str] = []
    opened: list[str] = []
    listed = partial(_list, content_dir, unnamed=unnamed, opened=opened)
    _walk(listed, "", partial(reader.is_process, structure=structure), folders, loose)
    left_out: tuple[str, ...] = ()
    if held_back:
        folders, loose, left_out = _without(folders, loose, held_back)
    registries = {entry.path: entry for entry in loose if is_registry(entry.path)}
    pages = tuple(entry for entry in loose if entry.path.endswith(".md") and _name(entry.path).lower() != "readme.md")
    taken = {entry.path for entry in pages} | set(registries)
    others = tuple(entry for entry in loose if entry.path not in taken and not is_never_published(entry.path))
    return Tree(
        processes=tuple(sorted(folders, key=lambda folder: folder.path)),
        pages=tuple(sorted(pages, key=lambda entry: entry.path)),
        registries=registries,
        others=tuple(sorted(others, key=lambda entry: entry.path)),
        held_back=left_out,
        outside=tuple(sorted(loose, key=lambda entry: entry.path)),
        unnamed=tuple(sorted(unnamed)),
        opened=tuple(sorted(opened)),
    )


def _without(
    folders: list[ProcessFolder], loose: list[FileEntry], patterns: Sequence[str]
) -> tuple[list[ProcessFolder], list[FileEntry], tuple[str, ...]]:
    """What is left of processes and other files; a process whose record is held back is held back whole."""
    from pathspec import GitIgnoreSpec  # few sites hold anything back

    specs = tuple(GitIgnoreSpec.from_lines(each.splitlines()) for each in patterns)
    left_out = [folder.path for folder in folders if _is_matched(f"{folder.path}/index.md", specs)]
    kept = [
        replace(folder, entries=tuple(each for each in folder.entries if _is_kept(each.path, folder.path, specs)))
        for folder in folders
        if folder.path not in left_out
    ]
    return kept, [each for each in loose if _is_kept(each.path, "", specs)], tuple(sorted(left_out))


def _is_kept(path: str, folder: str, specs: Sequence[GitIgnoreSpec]) -> bool:
    return is_never_published(path.removeprefix(f"{folder}/") if folder else path) or not _is_matched(path, specs)


def _is_matched(path: str, specs: Sequence[GitIgnoreSpec]) -> bool:
    return any(spec.match_file(path) for spec in specs)


_Listing = Callable[[str], tuple[list[FileEntry], list[str]]]
"""The files and the names of the folders in a folder."""


def _walk(
    listed: _Listing,
    folder: str,
    is_process: Callable[[FileEntry], bool],
    folders: list[ProcessFolder],
    loose: list[FileEntry],
) -> None:
    files, subfolders = listed(folder)
    index = next((entry for entry in files if _name(entry.path) == "index.md"), None)
    if folder and index is not None and not index.is_link and is_process(index):
        below = [entry for name in subfolders for entry in _all_below(listed, f"{folder}/{name}")]
        entries = tuple(sorted((*files, *below), key=lambda entry: entry.path))
        folders.append(ProcessFolder(path=folder, entries=entries))
        return
    loose.extend(files)
    for name in subfolders:
        _walk(listed, f"{folder}/{name}" if folder else name, is_process, folders, loose)


def _all_below(listed: _Listing, folder: str) -> Iterator[FileEntry]:
    files, subfolders = listed(folder)
    yield from files
    for name in subfolders:
        yield from _all_below(listed, f"{folder}/{name}")


def _list(root: Path, folder: str, *, unnamed: list[str], opened: list[str]) -> tuple[list[FileEntry], list[str]]:
    files: list[FileEntry] = []
    subfolders: list[str] = []
    with os.scandir(f"{root}/{folder}" if folder else root) as listing:
        for item in listing:
            if item.name.startswith(".") or item.name in _IGNORED_FOLDERS:
                if opened_file(item.name) and is_utf8(item.name):
                    opened.append(f"{folder}/{item.name}" if folder else item.name)
                continue
            if not item.name.isascii() and not is_utf8(item.name):
                shown = os.fsencode(item.name).decode("utf-8", "replace")
                unnamed.append(f"{folder}/{shown}" if folder else shown)
                continue
            is_link = item.is_symlink()
            if item.is_dir(follow_symlinks=False):
                subfolders.append(item.name)
                continue
            facts = item.stat(follow_symlinks=False)
            if not is_link and not stat.S_ISREG(facts.st_mode):
                continue
            name = f"{folder}/{item.name}" if folder else item.name
            files.append(FileEntry(name, facts.st_size, facts.st_mtime_ns, facts.st_ctime_ns, facts.st_ino, is_link))
    return files, sorted(subfolders)


def is_utf8(name: str) -> bool:
    """Whether a name is text: a zip from Windows, unpacked elsewhere, leaves names in that system's old encoding."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def _name(path: str) -> str:
    return path.rpartition("/")[2]
