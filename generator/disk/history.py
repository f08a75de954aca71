"""Earlier versions of process folders, as git has them on the branch that is checked out."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import msgspec

from generator.disk.cache import DiskCache
from generator.disk.git import git_output
from generator.pipeline.cache import versions as code_versions
from generator.pipeline.since_sent import FILES, Version

_NAME = "history"
_GONE = b"0000000"
_LINK = b"120000"
_DAY = re.compile(rb"\d{4}-\d{2}-\d{2}")
_CHANGE = re.compile(rb":\d+ (?P<mode>\d+) [0-9a-f]+ (?P<content>[0-9a-f]+) [A-Z]\d*")
_decoder = msgspec.json.Decoder(dict[str, tuple[Version, ...]])


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
        head = (found or b"").decode("utf-8", "replace")
        if head == self._head:
            return
        self._head = head
        self._versions = self._cached() if head else {}

    def versions(self, folder: str) -> tuple[Version, ...]:
        return self._versions.get(folder, ())

    def read(self, content_id: str) -> bytes:
        return git_output(self._content_dir, "cat-file", "blob", content_id) or b""

    def _cached(self) -> dict[str, tuple[Version, ...]]:
        key = f"{code_versions()}-{self._head.replace(chr(10), '-')}".replace(" ", "-")
        payload = self._cache.get(_NAME, key) if self._cache else None
        if payload is not None:
            try:
                return _decoder.decode(payload)
            except msgspec.DecodeError:
                pass
        made = {folder: tuple(found) for folder, found in _by_folder(self._content_dir).items()}
        if self._cache:
            self._cache.put(_NAME, key, msgspec.json.encode(made))
        return made


def _by_folder(content_dir: Path) -> dict[str, list[Version]]:
    """All versions of all folders, oldest first. The days are those of the commits, where they were made."""
    found: dict[str, list[Version]] = {}
    for day, changes in _commits(content_dir):
        folders: dict[str, dict[str, str]] = {}
        for path, content_id in changes:
            folder, _, name = path.rpartition("/")
            if folder and name in FILES:
                before = dict(found[folder][-1].files) if folder in found else {}
                files = folders.setdefault(folder, before)
                files.pop(name, None)
                if content_id:
                    files[name] = content_id
        for folder, files in folders.items():
            found.setdefault(folder, []).append(Version(day, files))
    return {
        folder: versions for folder, versions in found.items() if any("index.md" in each.files for each in versions)
    }


def _commits(content_dir: Path) -> Iterator[tuple[date, list[tuple[str, str]]]]:
    """The commits of the branch, oldest first: the day, and path and content of what each changed; no content: taken away."""
    form = ("--format=%x01%cs", "--raw", "--no-abbrev", "--no-renames", "-z", "--relative")
    printed = git_output(content_dir, "log", "--first-parent", "-m", "--reverse", *form, "--", ".")
    for commit in (printed or b"").split(b"\x01")[1:]:
        day, *parts = commit.split(b"\0")
        changes = []
        for facts, path in zip(parts[::2], parts[1::2], strict=False):
            if change := _CHANGE.fullmatch(facts.strip()):
                is_there = not change["content"].startswith(_GONE) and change["mode"] != _LINK
                changes.append((os.fsdecode(path), change["content"].decode("ascii") if is_there else ""))
        if _DAY.fullmatch(day.strip()):
            yield date.fromisoformat(day.strip().decode("ascii")), changes
