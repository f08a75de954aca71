"""Which files of a process folder are published as they are, and which are not (spec 3, "What is published")."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import PurePosixPath

from msgspec import Struct
from msgspec.structs import replace

from generator.diagnostics import Finding, Related, Rule, finding
from generator.expressions import expression
from generator.model.content import AttachedFile
from generator.model.unpublished import is_editors_own, is_never_published
from generator.reading.attached import reads_like_people
from generator.reading.contributions import FILES as CONTRIBUTIONS
from generator.reading.coverage import COVERAGE
from generator.reading.folder import Folder
from generator.reading.left_overs import is_left_over
from generator.reading.types import is_what_it_says
from generator.rules.links.files import (
    ATTACHMENT_TOO_LARGE,
    BAD_ATTACHMENT_TYPE,
    CASE_CLASH,
    LEFT_OVER,
    SYMBOLIC_LINK,
    UNSAFE_FILE_NAME,
)
from generator.rules.participants.attached import RAW_LIST
from generator.rules.source.files import UNREADABLE_FILE
from generator.source.text import conflict_in
from generator.structure import Structure

MAX_BYTES = 100_000_000
PUBLISHED_FOLDERS = ("appendices", "media")
_KNOWN_DATA = frozenset(
    {"promises.yml", "responses.yml", "participants.yml", "participants.csv", COVERAGE, *CONTRIBUTIONS}
)
_READ_FROM_TOP = _KNOWN_DATA | {"index.md"}
_UNSAFE = expression(
    r"[\x00-\x1f\x7f-\x9f\\:*?\"<>|#%\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]|\A[ -]|[ .]\Z"
)
_MAX_NAME_BYTES = 200


class Sorted(Struct, frozen=True):
    """The paths of a folder by what they are. Markdown lists are in the order of their names."""

    chapters: tuple[str, ...]
    meetings: tuple[str, ...]
    others: tuple[str, ...]
    """Neither Markdown pages nor known data nor editors' files."""
    refused: tuple[str, ...]
    """Symbolic links, unsafe names, names that differ only in case: each with a finding, none of them ever used."""
    findings: tuple[Finding, ...]


def sort_paths(folder: Folder) -> Sorted:
    """Sort the paths by name alone; nothing is read."""
    chapters: list[str] = []
    meetings: list[str] = []
    others: list[str] = []
    refused: list[str] = []
    findings: list[Finding] = []
    by_folded: dict[str, str] = {}
    beside = frozenset(folder.paths)
    for path in folder.paths:
        if is_left_over(path, _READ_FROM_TOP, beside):
            findings.append(replace(_fault(folder, path, LEFT_OVER), is_private=True))  # its lines are never quoted
            continue
        if is_editors_own(path):
            continue
        if "/" in path and (top := path.split("/")[0]) in _READ_FROM_TOP:
            if top not in refused:
                findings.append(_fault(folder, top, UNREADABLE_FILE))
                refused.append(top)
            continue
        folded = unicodedata.normalize("NFC", path).casefold()
        if path in folder.links:
            findings.append(_fault(folder, path, SYMBOLIC_LINK))
        elif not _is_safe(path):
            findings.append(_fault(folder, path, UNSAFE_FILE_NAME))
        elif (first := by_folded.get(folded)) is not None:
            related = (Related(folder.start_of(first), "first-here"),)
            findings.append(_fault(folder, path, CASE_CLASH, {"other": folder.place(first)}, related))
        else:
            by_folded[folded] = path
            _kind(path, chapters, meetings, others)
            continue
        refused.append(path)
    return Sorted(tuple(chapters), tuple(meetings), tuple(others), tuple(refused), tuple(findings))


def attached_files(
    folder: Folder,
    others: Iterable[str],
    linked: frozenset[str],
    titles: Mapping[str, str],
    *,
    lists_people: Callable[[str, bytes], bool],
) -> tuple[tuple[AttachedFile, ...], tuple[str, ...], tuple[str, ...], tuple[Finding, ...]]:
    """(published as they are, published only if some page of another folder links to them, refused, findings).

    `linked`: paths in this folder that its own pages link to or show. `titles`: what their links call them.
    `lists_people`: whether a file, by its path here and its bytes, is a list of people that nobody published on purpose.
    """
    files: list[AttachedFile] = []
    unpublished: list[str] = []
    refused: list[str] = []
    findings: list[Finding] = []
    for path in others:
        in_published = path.split("/")[0] in PUBLISHED_FOLDERS and "/" in path
        if is_never_published(path):
            continue
        if not in_published and path not in linked:
            unpublished.append(folder.place(path))
            continue
        if fault := _unfit(folder, path, lists_people):
            findings.append(fault)
            refused.append(folder.place(path))
            continue
        files.append(
            AttachedFile(
                path=folder.place(path),
                uri=f"{folder.id}/{path}",
                size=folder.sizes.get(path, 0),
                title=titles.get(path) or PurePosixPath(path).stem.replace("-", " ").replace("_", " "),
                in_appendices=path.startswith("appendices/"),
            )
        )
    return tuple(files), tuple(unpublished), tuple(refused), tuple(findings)


def check_shared_files(folder: Folder, structure: Structure) -> tuple[Finding, ...]:
    """What is wrong with files outside processes that pages link to: the same as with attached ones.

    `folder`: the content folder, with these files alone.
    """
    known = sort_paths(folder)
    lists_people = partial(reads_like_people, structure=structure)
    faults = (_unfit(folder, path, lists_people) for path in known.others)
    return (*known.findings, *(fault for fault in faults if fault is not None))


def _kind(path: str, chapters: list[str], meetings: list[str], others: list[str]) -> None:
    parts = path.split("/")
    if path == "index.md" or path in _KNOWN_DATA:
        return
    if path.endswith(".md") and (len(parts) == 1 or (len(parts) == 2 and parts[0] == "appendices")):
        chapters.append(path)
    elif path.endswith(".md") and len(parts) == 2 and parts[0] == "meetings":
        meetings.append(path)
    else:
        others.append(path)


def _unfit(folder: Folder, path: str, lists_people: Callable[[str, bytes], bool]) -> Finding | None:
    """The reason why a file in a published folder is not published; None when it is."""
    size = folder.sizes.get(path, 0)
    if size > MAX_BYTES:
        fault = _fault(folder, path, ATTACHMENT_TOO_LARGE, {"count": str(size), "limit": str(MAX_BYTES)})
        return replace(fault, is_private=True)  # no report reads a gigabyte for its first line
    try:
        content = folder.read(path)
    except FileNotFoundError:
        raise
    except OSError:
        return _fault(folder, path, UNREADABLE_FILE)
    if (conflict := conflict_in(folder.place(path), content)) is not None:
        return replace(conflict, is_private=True)  # either version may hold what was to be withheld
    if not is_what_it_says(path, content):
        return _fault(folder, path, BAD_ATTACHMENT_TYPE)
    if lists_people(path, content):
        return replace(_fault(folder, path, RAW_LIST), is_private=True)
    return None


def _is_safe(path: str) -> bool:
    return all(_parts_are_safe(path.split("/"))) and unicodedata.is_normalized("NFC", path)


def _parts_are_safe(parts: Iterable[str]) -> Iterator[bool]:
    for part in parts:
        encoded = part.encode("utf-8", "surrogatepass")
        yield bool(part) and part not in (".", "..") and len(encoded) <= _MAX_NAME_BYTES and not _UNSAFE.search(part)


def _fault(
    folder: Folder,
    path: str,
    rule: Rule,
    values: Mapping[str, str] | None = None,
    related: tuple[Related, ...] = (),
) -> Finding:
    span = folder.start_of(path)
    shown = {"path": folder.place(path), **(values or {})}
    return finding(rule, span, shown, related=related)
