"""Checks one content folder; all that building a site needs besides is in `builder`, which a check need not load."""

from __future__ import annotations

import os
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from generator.disk.cache import DiskCache, locked
from generator.disk.git import tracked
from generator.disk.history import GitHistory
from generator.disk.reader import DiskReader
from generator.pipeline.catalogue import CheckedCatalogue, check_site
from generator.pipeline.options import SiteOptions

if TYPE_CHECKING:
    from tempfile import TemporaryDirectory

    from generator.disk.store import ObjectStore

CACHE_FOLDER = ".cache/sikum"


class SiteChecker:
    """Checks one content folder; a further check starts from the results of the one before, until it is closed."""

    def __init__(self, project: Path, content_dir: Path, *, is_cached: bool = True, workers: int | None = None) -> None:
        """`project`: the folder that findings are relative to; its cache is used unless `is_cached` is false."""
        self._temporary = None if is_cached and _is_writable(project) else _temporary_folder()
        self._root = Path(self._temporary.name) if self._temporary else project / CACHE_FOLDER
        self._project = project
        self._workers = workers
        self._cache = DiskCache(self._root)
        self._reader = DiskReader(content_dir, self._cache)
        self._history = GitHistory(content_dir, self._cache)
        self._last: CheckedCatalogue | None = None

    @cached_property
    def _store(self) -> ObjectStore:
        """What builds have made: thousands of entries, of which a check asks for few and mostly none."""
        from generator.disk.store import ObjectStore

        return ObjectStore(self._cache)

    def check(self, options: SiteOptions) -> CheckedCatalogue:
        """Read and check the content folder. Raises OSError when the disk fails."""
        with locked(self._root):
            self._history.look()
            checked = check_site(
                options,
                self._reader,
                self._cache,
                last=self._last,
                workers=self._workers,
                tracked=partial(tracked, options.content_dir),
                stored=lambda content_hash: self._store.path(content_hash).read_bytes(),
                history=self._history,
            )
            self._reader.save()
        self._last = checked
        return checked

    def line(self, path: str, number: int) -> str | None:
        """Line `number` (from 1) of a file below the project folder; None when it cannot be read."""
        try:
            text = (self._project / path).read_text(encoding="utf-8-sig", errors="replace")
        except OSError:
            return None
        lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        return lines[number - 1] if number <= len(lines) else None

    def close(self) -> None:
        """Remove a temporary cache."""
        if self._temporary:
            self._temporary.cleanup()


def _temporary_folder() -> TemporaryDirectory[str]:
    from tempfile import TemporaryDirectory  # seldom: most sites have a cache

    return TemporaryDirectory(prefix="sikum-")


def _is_writable(project: Path) -> bool:
    """Whether a cache can be written; in a read-only folder every build is a cold one."""
    folder = project / CACHE_FOLDER
    while not folder.exists():
        folder = folder.parent
    return os.access(folder, os.W_OK)
