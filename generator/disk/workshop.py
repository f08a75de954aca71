"""Where a door does its work: one content folder, one cache, one site, over as many builds as the door lives."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.disk.cache import DiskCache, ObjectStore, locked
from generator.disk.publishing import publish, update
from generator.disk.reader import DiskReader
from generator.site.build import INTERNAL, Dress, run_jobs, site_jobs
from generator.site.catalogue import Checked, check_site
from generator.site.options import SiteOptions
from generator.site.searching import search_files
from generator.site.units import Unit

CACHE_FOLDER = ".cache/sikum"


class Workshop:
    """Checks and builds one content folder. What one build learnt is at hand for the next."""

    def __init__(self, project: Path, content_dir: Path, *, is_cached: bool = True, workers: int | None = None) -> None:
        """`project`: the folder that findings are relative to; its cache is used unless `is_cached` is false."""
        self._temporary = None if is_cached and _is_writable(project) else TemporaryDirectory(prefix="sikum-")
        self._root = Path(self._temporary.name) if self._temporary else project / CACHE_FOLDER
        self._project = project
        self._workers = workers
        self._cache = DiskCache(self._root)
        self._store = ObjectStore(self._root / "objects")
        self._reader = DiskReader(content_dir, self._cache)
        self._units: dict[str, Unit] = {}
        self._published: dict[str, str] = {}
        """What the preview's folder holds."""

    def check(self, options: SiteOptions) -> Checked:
        """Read and check. Raises OSError when the disk fails."""
        with locked(self._root):
            checked = check_site(options, self._reader, self._cache, known=self._units, workers=self._workers)
            self._reader.remember()
        self._units = {unit.path: unit for unit in checked.units}
        return checked

    def build(
        self,
        checked: Checked,
        dress: Dress,
        site_dir: Path,
        *,
        engine_files: Mapping[str, bytes],
        with_search: bool = True,
        with_pdf: bool | None = None,
    ) -> None:
        """Make the site and bring it over. Raises OSError, with the old site as it was.

        `engine_files` (uri -> content) come from the engine and the site's own theme, and win over ours: a site may
        put a style sheet of its own in place of the package's.
        """
        with locked(self._root):
            made = run_jobs(site_jobs(checked), dress, self._cache, self._store, workers=self._workers)
            made |= {uri: self._store.put(content) for uri, content in engine_files.items()}
            if with_search:
                index = search_files(made, self._store, self._root / "search")
                made |= {uri: self._store.put(content) for uri, content in index}
            public = {uri: content_hash for uri, content_hash in made.items() if not uri.startswith(INTERNAL)}
            if checked.options.is_preview:
                update(site_dir, public, self._published, self._store)
                self._published = public
            else:
                publish(site_dir, public, self._store)

    def line(self, path: str, number: int) -> str | None:
        """A line of a file that a finding points at."""
        try:
            text = (self._project / path).read_text(encoding="utf-8-sig", errors="replace")
        except OSError:
            return None
        lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        return lines[number - 1] if number <= len(lines) else None

    def close(self) -> None:
        """Leave nothing behind but the cache."""
        if self._temporary:
            self._temporary.cleanup()


def _is_writable(project: Path) -> bool:
    """Whether a cache can be kept: not in a read-only folder, where every build is a cold one."""
    folder = project / CACHE_FOLDER
    while not folder.exists():
        folder = folder.parent
    return os.access(folder, os.W_OK)
