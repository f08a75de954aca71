"""Folders that were processes, or look like processes, and are none: nothing of them is published."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

import msgspec
from msgspec.structs import replace

from generator.diagnostics import Finding, Span, finding
from generator.pipeline.cache import Cache
from generator.pipeline.discovery import ProcessFolder, Reader, Tree
from generator.reading import find_lost, is_below, no_process
from generator.reading.left_overs import is_open_list
from generator.rules.links.files import LEFT_OVER
from generator.structure import Structure

PROCESSES = "processes"
"""Where it keeps which folders were processes, under no key: a new version does not make them forgotten."""


def without_lost(
    tree: Tree, reader: Reader, structure: Structure, cache: Cache
) -> tuple[Tree, tuple[Finding, ...], tuple[ProcessFolder, ...]]:
    """The tree without what lies in folders that should be processes and are none, S013 for each of them, and the folders.

    A process within a process, and one in whose place a link stands, is none. The findings tell of lists of people, too, that
    hidden files say are open (L014).
    """
    entries = [entry for entry in tree.outside if not entry.is_link]
    before = _processes_before(cache)
    sizes = {entry.path: entry.size for entry in entries}
    lost = find_lost(sizes, sizes, reader.read, structure, before, tree.opened)
    folders = {folder.path for folder in tree.processes}
    links = {entry.path for entry in tree.outside if entry.is_link}
    still_there = {folder for folder in before - folders if any(is_below(path, {folder}) for path in (*sizes, *links))}
    still_there |= before & links
    if folders | still_there != before:
        cache.put(PROCESSES, "1", msgspec.json.encode(sorted(folders | still_there)))
    said = [no_process(path, path) for path in sorted(before & links)]
    said += _processes_within(tree, reader, structure)
    said += (
        finding(LEFT_OVER, Span.start_of(path), {"path": path}, is_private=True)
        for path in tree.opened
        if is_open_list(path) and not is_below(path, lost)
    )
    if not lost:
        return tree, tuple(said), ()
    pages = tuple(entry for entry in tree.pages if not is_below(entry.path, lost))
    others = tuple(entry for entry in tree.others if not is_below(entry.path, lost))
    lost_folders = (
        ProcessFolder(path=path, entries=tuple(entry for entry in tree.outside if is_below(entry.path, {path})))
        for path in lost
    )
    return replace(tree, pages=pages, others=others), (*lost.values(), *said), tuple(lost_folders)


def _processes_within(tree: Tree, reader: Reader, structure: Structure) -> Iterator[Finding]:
    """S013 for each record in a folder of a process: nothing of it is read."""
    for process in tree.processes:
        for entry in process.entries:
            folder, _, name = entry.path.rpartition("/")
            if (
                name == "index.md"
                and folder != process.path
                and not entry.is_link
                and reader.is_process(entry, structure)
            ):
                yield no_process(folder, entry.path)


def _processes_before(cache: Cache) -> frozenset[str]:
    """The folders that were processes in an earlier build, as long as anything lies in them."""
    with suppress(msgspec.DecodeError):
        return frozenset(msgspec.json.decode(cache.get(PROCESSES, "1") or b"[]", type=list[str]))
    return frozenset()
