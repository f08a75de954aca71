"""Folders that were processes, or look like ones, and are none: their pages would be published with nothing withheld."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from contextlib import suppress
from pathlib import PurePosixPath

from generator.diagnostics import Finding, Span, finding
from generator.expressions import expression
from generator.model.unpublished import is_editors_own
from generator.reading.copies import opened_file, saved_file, version_of
from generator.reading.documents import parse_document
from generator.reading.recognise import has_record_fields, is_process
from generator.rules.source.processes import NOT_A_PROCESS
from generator.source.text import decode
from generator.structure import Structure, match_name, normal

_LARGEST = 8_000_000
"""Bytes of a file that may be a page."""
_LEDGERS = frozenset({"promises", "responses"})
_TABLES = frozenset(
    {"csv", "tsv", "yml", "yaml", "json", "xlsx", "xlsm", "xls", "ods", "txt", "docx", "doc", "numbers"}
)
_INDEX = expression(r"index(?![a-z0-9_])")
_INSIDE = frozenset({"meetings", "appendices", "media"})
_OF_CHAPTERS = frozenset({"element", "covers", "insights", "lessons"})
"""Fields that only chapters have."""
_GENERAL = frozenset({"background", "model", "policy", "implementation"})
"""Elements whose names ordinary pages have, too."""
_ENOUGH, _ENOUGH_BESIDE_A_PAGE, _STRONG = 2, 3, 3


class _Files:
    """The files of one folder outside all processes."""

    def __init__(self) -> None:
        self.paths: list[str] = []
        self.folders: dict[str, str] = {}
        """Name -> the first file below it."""
        self.opened: list[str] = []
        """Hidden files that programs keep while they have another one open."""

    @property
    def everything(self) -> tuple[str, ...]:
        """Its files, then one of each folder below."""
        return (*self.paths, *self.folders.values())


def find_lost(
    paths: Iterable[str],
    sizes: Mapping[str, int],
    read: Callable[[str], bytes],
    structure: Structure,
    processes_before: Collection[str],
    opened: Iterable[str] = (),
) -> dict[str, Finding]:
    """Folder -> S013, for every folder that should be a process and is none.

    `paths`: every regular file outside processes, relative to the content folder; `read` brings its bytes.
    `processes_before`: folders that were processes in the build before. `opened`: hidden files that programs keep while
    they have a file open.
    """
    lost: dict[str, Finding] = {}
    folders = _by_folder(paths)
    for path in opened:
        if (files := folders.get(path.rpartition("/")[0])) is not None:
            files.opened.append(path)
    for folder, files in sorted(folders.items()):
        parent, _, name = folder.rpartition("/")
        if name in _INSIDE and parent in lost:
            continue
        sign = _sign(folder, files, sizes, read, structure)
        if sign is None and folder in processes_before:
            sign = next((path for path in files.paths if _is_index(path)), next(iter(files.everything)))
        if sign is not None:
            lost[folder] = no_process(folder, sign)
    return lost


def no_process(folder: str, sign: str) -> Finding:
    """S013 of a folder, at the path that shows it."""
    return finding(NOT_A_PROCESS, Span.start_of(sign), {"path": folder or "."}, is_private=True)


def is_below(path: str, folders: Collection[str]) -> bool:
    """Whether a file is in one of the folders or below it; for the content folder itself, only files at its top count."""
    if "" in folders and "/" not in path:
        return True
    parents = PurePosixPath(path).parents
    return any(str(parent) in folders for parent in parents)


def _by_folder(paths: Iterable[str]) -> dict[str, _Files]:
    found: dict[str, _Files] = defaultdict(_Files)
    for path in paths:
        folder, _, _ = path.rpartition("/")
        found[folder].paths.append(path)
        while folder:
            folder, _, name = folder.rpartition("/")
            found[folder].folders.setdefault(name, path)
    return found


def _sign(
    folder: str, files: _Files, sizes: Mapping[str, int], read: Callable[[str], bytes], structure: Structure
) -> str | None:
    """The file by which a folder is recognised as meant to be a process; None when there is none."""
    pages = [path for path in files.paths if sizes.get(path, 0) <= _LARGEST]
    for path in pages:
        if _is_index(path) and (folder or not path.endswith("index.md")) and is_process(read(path), structure):
            return path
    for path in (*files.paths, *files.opened):
        if _is_data_of_a_process(path, structure) or (path in files.opened and _holds_record(path, read, structure)):
            return path
    for path in pages:
        if path.lower().endswith((".md", ".markdown")) and _has_fields(path, read(path), structure):
            return path
    return _sign_in_names(files, pages, read, structure) if folder else None


def _sign_in_names(files: _Files, pages: list[str], read: Callable[[str], bytes], structure: Structure) -> str | None:
    """The first chapter where enough file names are chapters' names, or the first file beside a folder of meetings."""
    weights = {path: weight for path in files.paths if (weight := _weight(path, structure))}
    score = sum(weights.values()) + ("appendices" in files.folders)
    if "meetings" in files.folders:
        score += _STRONG
    has_page = any(_is_index(path) and path.endswith(".md") and read(path).strip() for path in pages)
    if score < (_ENOUGH_BESIDE_A_PAGE if has_page else _ENOUGH):
        return None
    index = next((path for path in files.paths if _is_index(path)), None)
    return index or next(iter((*weights, *files.everything)))


def _is_index(path: str) -> bool:
    return _INDEX.match(_stem_and_more(version_of(path.rpartition("/")[2]))) is not None


def _holds_record(path: str, read: Callable[[str], bytes], structure: Structure) -> bool:
    """Whether an editor keeps a record's text in this file while it is open: Vim does, the last line first."""
    if opened_file(path.rpartition("/")[2]) != "index.md":
        return False
    with suppress(OSError):  # it is gone when the editor is
        return is_process(b"\n".join(reversed(read(path).split(b"\0"))), structure)
    return False


def _stem_and_more(path: str) -> str:
    name = unicodedata.normalize("NFKC", path.rpartition("/")[2]).casefold()
    return "".join(letter for letter in name if letter.isprintable() and not letter.isspace())


def _is_data_of_a_process(path: str, structure: Structure) -> bool:
    """A list of participants under any of its names, promises or responses; also a copy or a saved version, or that it is open."""
    name = path.rpartition("/")[2]
    kept_of = opened_file(name) or saved_file(name)
    stem, _, ending = version_of(kept_of or name).lower().rpartition(".")
    if (kept_of is None and is_editors_own(path)) or ending not in _TABLES:
        return False
    stem = normal(stem)
    if stem in _LEDGERS:
        return ending in ("yml", "yaml")
    people = next((element.names for element in structure.elements if element.is_generated), frozenset())
    return stem in people


def _has_fields(path: str, content: bytes, structure: Structure) -> bool:
    """Whether a page's front matter is a record's or a chapter's."""
    source, _ = decode(path, content)
    if source is None:
        return False
    document, _ = parse_document(source, structure)
    keys = [entry.key.text for entry in document.fields.entries]
    return bool(_OF_CHAPTERS & set(keys)) or has_record_fields(keys, structure)


def _weight(path: str, structure: Structure) -> int:
    """How strongly a file's name says that it is a chapter."""
    name = path.rpartition("/")[2]
    if not name.lower().endswith((".md", ".markdown")):
        return 0
    elements = [element for element in structure.elements if not element.is_generated]
    stem = name.partition(".")[0]
    element = match_name(elements, stem)
    if element is None:
        return 0
    return 1 if element.id in _GENERAL else _STRONG
