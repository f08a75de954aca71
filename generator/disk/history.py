"""Earlier versions of process folders, as git has them on the branch that is checked out.

A folder that was moved or renamed brings its versions with it: where git takes its record for the same file, and where the
record itself says what the process was called before.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

import msgspec
from msgspec import Struct

from generator.disk.cache import DiskCache
from generator.disk.git import SAME_FILE, git_output
from generator.expressions import expression
from generator.pipeline.cache import versions as code_versions
from generator.pipeline.discovery import is_utf8
from generator.pipeline.since_sent import FILES, RECORD, Version

_NAME = "history"
_GONE = b"0000000"
_LINK = b"120000"
_DAY = expression(rb"\d{4}-\d{2}-\d{2}")
_CHANGE = expression(rb":\d+ (?P<mode>\d+) [0-9a-f]+ (?P<content>[0-9a-f]+) (?P<status>[A-Z])\d*")


class GitHistory:
    """Implements `pipeline.since_sent.History`. Asks git for all versions at once, and again only after a new commit."""

    def __init__(self, content_dir: Path, cache: DiskCache | None) -> None:
        self._content_dir = content_dir
        self._cache = cache
        self._head = ""
        self._versions: dict[str, tuple[Version, ...]] = {}

    def look(self) -> None:
        """Take notice of new commits: before each build."""
        found = git_output(self._content_dir, "rev-parse", "HEAD", "--show-prefix")
        head = (found or b"").decode("utf-8", "surrogateescape")
        if head == self._head:
            return
        self._head = head
        self._versions = self._cached(head.partition("\n")[2].rstrip("\n")) if head else {}

    def versions(self, folder: str, former_ids: Iterable[str] = ()) -> tuple[Version, ...]:
        found = self._versions.get(folder, ())
        left = set(former_ids)
        while found and (earlier := self._before(found[0].day, folder, left)):
            left.discard(earlier.rpartition("/")[2])
            found = (*self._versions[earlier], *found)
        return found

    @property
    def folders(self) -> Mapping[str, tuple[Version, ...]]:
        return self._versions

    def read(self, content_id: str) -> bytes:
        return git_output(self._content_dir, "cat-file", "blob", content_id) or b""

    def _before(self, day: date, folder: str, former_ids: Iterable[str]) -> str:
        """The folder of a former id that came to its end last, and no later than `day`; empty where there is none.

        A folder in the same place is preferred to one elsewhere.
        """
        parent = folder.rpartition("/")[0]
        ended = [
            (each.rpartition("/")[0] == parent, versions[-1].day, each)
            for each, versions in self._versions.items()
            if each.rpartition("/")[2] in former_ids and each != folder and _has_ended(versions, day)
        ]
        return max(ended)[2] if ended else ""

    def _cached(self, prefix: str) -> dict[str, tuple[Version, ...]]:
        key = f"{code_versions()}-{self._head.replace(chr(10), '-')}".replace(" ", "-")
        payload = self._cache.get(_NAME, key) if self._cache else None
        if payload is not None:
            try:
                return msgspec.json.decode(payload, type=dict[str, tuple[Version, ...]])
            except msgspec.DecodeError:
                pass
        made = {
            folder.removeprefix(prefix): tuple(found)
            for folder, found in _by_folder(self._content_dir).items()
            if folder.startswith(prefix)
        }
        if self._cache:
            self._cache.put(_NAME, key, msgspec.json.encode(made))
        return made


def _has_ended(versions: tuple[Version, ...], day: date) -> bool:
    return RECORD not in versions[-1].files and versions[-1].day <= day


class _Change(Struct, frozen=True):
    """A file that a commit wrote, moved or took away."""

    folder: str
    name: str
    content_id: str
    """Empty where it was taken away."""
    moved_from: str = ""
    """The folder where it was before; empty for a file that stayed, and for one that lay in no folder."""
    moved_name: str = ""


def _by_folder(content_dir: Path) -> dict[str, list[Version]]:
    """All versions of all folders of the repository, oldest first. The days are those of the commits, where they were made."""
    found: dict[str, list[Version]] = {}
    for day, changes in _commits(content_dir):
        now = {
            folder: dict(found[folder][-1].files) if folder in found else {}
            for change in changes
            for folder in (change.folder, change.moved_from)
        }
        moved: dict[str, str] = {}
        for change in changes:
            if change.moved_from:
                now[change.moved_from].pop(change.moved_name, None)
                if change.name == change.moved_name == RECORD and change.folder != change.moved_from:
                    moved[change.folder] = change.moved_from
            now[change.folder].pop(change.name, None)
            if change.content_id:
                now[change.folder][change.name] = change.content_id
        past = {folder: found.pop(before, []) for folder, before in moved.items()}  # two may have changed places
        for folder, files in now.items():
            if folder in past:
                found[folder] = past[folder]
            elif folder in moved.values() and not files:
                continue  # nothing is left there: all of it is told of the other folder
            found.setdefault(folder, []).append(Version(day, files))
    return {
        folder: versions
        for folder, versions in found.items()
        if folder and is_utf8(folder) and any(RECORD in each.files for each in versions)
    }


def _commits(content_dir: Path) -> Iterator[tuple[date, list[_Change]]]:
    """The commits of the branch, oldest first: the day, and what each changed; paths from the top of the repository."""
    form = ("--format=%x01%cs", "--raw", "--no-abbrev", SAME_FILE, "-z", "--first-parent", "-m", "--reverse")
    patterns = (f":(top,glob)**/{name}" for name in FILES)
    printed = git_output(content_dir, "log", *form, "--", *patterns, with_patterns=True)
    for commit in (printed or b"").split(b"\x01")[1:]:
        day, *parts = commit.split(b"\0")
        if _DAY.fullmatch(day.strip()):
            yield date.fromisoformat(day.strip().decode("ascii")), list(_changes(iter(parts)))


def _changes(parts: Iterator[bytes]) -> Iterator[_Change]:
    for facts in parts:
        if change := _CHANGE.fullmatch(facts.strip()):
            paths = [next(parts, b"") for _ in range(2 if change["status"] in b"RC" else 1)]
            folder, _, name = os.fsdecode(paths[-1]).rpartition("/")
            before = os.fsdecode(paths[0]) if change["status"] == b"R" else ""
            is_there = not change["content"].startswith(_GONE) and change["mode"] != _LINK
            content_id = change["content"].decode("ascii") if is_there else ""
            moved_from, _, moved_name = before.rpartition("/")
            yield _Change(folder, name, content_id, moved_from, moved_name)
