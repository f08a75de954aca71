"""Runs builds for one content folder. Holds the cache and the last result between builds until it is closed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from functools import partial
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec.structs import replace

from generator.disk.background import BackgroundTask
from generator.disk.cache import locked
from generator.disk.checker import SiteChecker
from generator.disk.managed_output import ManagedOutput, write_managed
from generator.disk.manifest import commit_of
from generator.disk.manifest_of_site import manifest_of
from generator.disk.page_values import PAGES_AS_VALUES, is_page, page_in
from generator.disk.publishing import publish
from generator.disk.subtrees import subtrees, with_files
from generator.disk.tempdirs import note_folder, own_temporary_files, temporary_folder
from generator.disk.tree import update
from generator.model.site import Page
from generator.pipeline.archives import archive_batches, archive_files
from generator.pipeline.build import INTERNAL, Batch, site_batches
from generator.pipeline.catalogue import CheckedCatalogue
from generator.pipeline.discovery import ProcessFolder
from generator.pipeline.held_pages import remember_pages, restore_pages
from generator.pipeline.last_versions import read_version, remember, take_over
from generator.pipeline.options import SiteOptions
from generator.pipeline.pdfs import FEW, Pdfs, Progress
from generator.pipeline.published_now import as_published
from generator.pipeline.redirects import former_files
from generator.pipeline.running import PageRenderer, run_batches
from generator.pipeline.searching import earlier_search_files, search_files
from generator.pipeline.workers import FEWEST_PAGES
from generator.search.packing import FOLDER as SEARCH_FOLDER
from generator.wording import Wording

VERSION = "version.json"
"""Beside a process's pages: the process as it was published, for `on_error: hold` where no cache is kept; in the site's
root the pages that belong to no process."""


class SiteBuilder(SiteChecker):
    """Checks and builds one content folder; a further build starts from the results of the one before."""

    def __init__(self, project: Path, content_dir: Path, *, is_cached: bool = True, workers: int | None = None) -> None:
        """As a `SiteChecker`."""
        super().__init__(project, content_dir, is_cached=is_cached, workers=workers)
        self._background = BackgroundTask()
        self._published: dict[str, str] = {}
        """Files in the preview's folder: uri -> hash."""

    def pages(self, checked: CheckedCatalogue) -> Iterator[Page]:
        """Every page of the site as a value, for those who render them elsewhere; `build` is then told `is_rendered`."""
        with locked(self._root), own_temporary_files(self._root):
            batches = chain(site_batches(checked), archive_batches(checked))
            made = run_batches(batches, PAGES_AS_VALUES, self._cache, self._store, workers=self._workers)
        for content_hash in made.values():
            if is_page(path := self._store.path(content_hash)):
                yield page_in(path)

    def build(
        self,
        checked: CheckedCatalogue,
        renderer: PageRenderer | None,
        site_dir: Path,
        *,
        engine_files: Mapping[str, bytes | Path],
        with_search: bool = True,
        progress: Progress | None = None,
    ) -> None:
        """Build the site and publish it at `site_dir`. Raises OSError and leaves the old site unchanged.

        With `progress` PDFs come after the site, on all cores: each is published, and linked, some seconds after it was
        made. It is called with how many of how many there are. Without, the site is published once, with all of them.

        Without a `renderer` the pages were rendered elsewhere (see `pages`) and are among `engine_files`; one that is
        not there is none of the site's.

        `engine_files` (uri -> content) come from the engine and the site's own theme, and win over ours: a site may
        put a style sheet of its own in place of the package's.
        """
        renderer, are_rendered = renderer or PAGES_AS_VALUES, renderer is None
        workers = self._workers
        if workers is None and sum(len(outline.pages) for outline in checked.outlines) < FEWEST_PAGES:
            workers = 1
        with locked(self._root), own_temporary_files(self._root):
            later = Pdfs(checked, renderer, self._cache, self._store, self._workers)
            if progress is None or len(later.missing) <= FEW:
                later.make_all()
            own = {
                uri: self._store.put(content if isinstance(content, bytes) else content.read_bytes())
                for uri, content in engine_files.items()
            }
            batches = chain(site_batches(checked, later.ready), archive_batches(checked))
            made = run_batches(batches, renderer, self._cache, self._store, workers=workers)
            if are_rendered:
                made = {
                    uri: each
                    for uri, each in made.items()
                    if uri in own or not uri.endswith(".html") or not is_page(self._store.path(each))
                }
            whole = self._whole(checked, made, own)
            if checked.options.is_preview:
                self._preview(site_dir, whole, with_search=with_search)
                return
            index = self._search_files(whole, workers) if with_search else {}
            self._publish(site_dir, whole | index, checked.options, workers)
            if not later.missing:
                return
            assert progress is not None
            progress(len(later.ready), later.count)
            for files in later.make():
                made |= files
                self._publish(site_dir, self._whole(checked, made, own) | index, checked.options, workers)
                progress(len(later.ready), later.count)

    def _search_files(self, made: Mapping[str, str], workers: int | None) -> dict[str, str]:
        # a folder below the cache: where the machine keeps temporary files there may be no room, or it may be memory
        scratch = partial(temporary_folder, self._root)
        return search_files(made, self._cache, self._store, scratch, workers=workers)

    def _publish(self, site_dir: Path, whole: dict[str, str], options: SiteOptions, workers: int | None) -> None:
        """Exchange the site for this one, with the manifest of its files, and forget what is in it no more."""
        public = subtrees(whole)
        public.pop(INTERNAL.rstrip("/"), None)
        commit = commit_of(options.content_dir)
        manifest = manifest_of(public, self._store, self._cache, site=options.site_url, commit=commit)
        publish(site_dir, with_files(public, manifest), self._store, self._root / "staging", workers=workers)
        self._store.prune((*whole.values(), *manifest.values()))

    def _whole(self, checked: CheckedCatalogue, made: Mapping[str, str], own: Mapping[str, str]) -> dict[str, str]:
        """The site of what the jobs made: with versions that wait, former addresses, and the engine's `own` files."""
        versions = self._versions(checked, made)
        whole = {**made, **versions, **archive_files(made, checked, self._cache, self._store, self._workers)}
        whole |= former_files(
            whole,
            checked.outlines,
            self._store.put,
            site_url=checked.options.site_url,
            wording=Wording(checked.options.language),
        )
        return whole | dict(own)

    def _versions(self, checked: CheckedCatalogue, made: Mapping[str, str]) -> dict[str, str]:
        """With `on_error: hold`, files of versions that are shown again, and every process's last version for later.

        The versions are published beside the processes they are of, for builds that keep no cache.
        """
        if not checked.options.is_holding:
            return {}
        again = {each.path: each for each in checked.held if each.packed is not None}
        files = {
            uri: content_hash
            for each in again.values()
            for uri, content_hash in each.files.items()
            if self._store.has(content_hash)
        }
        of_pages = {
            uri: each
            for held in checked.held_pages
            for uri, each in held.files.items()
            if uri not in made and self._store.has(each)
        }
        there = {**made, **files}
        before = checked.unchanged or checked
        found = remember(as_published(before, again, there), self._cache, checked.structure)
        versions = {f"{process_id}/{VERSION}": self._store.put(version) for process_id, version in found}
        shared = {entry.path: made[entry.path] for entry in checked.shared if entry.path in made}
        versions[VERSION] = self._store.put(
            remember_pages(before.pages, checked.held_pages, shared, checked.options.today, self._cache)
        )
        return of_pages | files | versions

    def restore(self, folder: ProcessFolder, fetch: Callable[[str], bytes]) -> None:
        """Take over the last version of a process from a published site. `fetch`: the bytes of a file by its uri.

        Raises OSError when it cannot be fetched, ValueError when what is fetched is not what was published.
        """
        with locked(self._root):
            version = read_version(fetch(f"{folder.id}/{VERSION}"), folder)
            for uri, content_hash in version.files.items():
                if self._store.put(fetch(uri)) != content_hash:
                    raise ValueError(f"not the file that was published: {uri}")
            take_over(version, self._cache)
            self._store.prune((*self._store.known(), *version.files.values()))

    def restore_pages(self, urls: Iterable[str], fetch: Callable[[str], bytes]) -> bool:
        """The same for pages that belong to no process, by their addresses; a version that is kept already stays.

        Whether there was any. A file that is gone from its address, or another one by now, is left out: it is shared, and
        its newer content stands there. Raises OSError when there are no versions, ValueError for what holds none.
        """
        with locked(self._root):
            found, files = restore_pages(fetch(VERSION), urls, self._cache)
            for uri in files:
                with suppress(OSError):
                    self._store.put(fetch(uri))
            self._store.prune((*self._store.known(), *filter(self._store.has, files.values())))
        return found

    def write(self, batches: Iterable[Batch], folder: Path, *, overwrite: bool = False) -> ManagedOutput:
        """Write files that are no pages into a folder that may hold others (see `write_managed`).

        Raises OSError when the disk fails, UnmanagedFiles where another's file would be overwritten.
        """
        with locked(self._root):
            # of this folder: those of the site, and of another folder, are remembered beside them
            own = (replace(batch, id=f"{folder.as_posix()}/{batch.id}") for batch in batches)
            made = run_batches(own, _NO_PAGES, self._cache, self._store, workers=self._workers, is_everything=False)
            return write_managed(folder, made, self._store, overwrite=overwrite)

    def _preview(self, site_dir: Path, made: Mapping[str, str], *, with_search: bool) -> None:
        """Publish the changed files now, and the search index when it is ready."""
        self._background.stop()
        # until there is a newer index, the last one is shown: of the last build where this is the first of the preview
        last = self._published or (earlier_search_files(self._cache, self._store) if with_search else {})
        index = {uri: content_hash for uri, content_hash in last.items() if uri.startswith(SEARCH_FOLDER)}
        self._update(site_dir, _public(made) | index)
        self._store.prune((*made.values(), *index.values()))
        if with_search:
            # in one process: a worker of a process that is ended midway would stay for ever
            self._background.start(
                lambda: self._search_files(made, workers=1),
                lambda found: self._update(site_dir, _public(made) | found),
            )

    def _update(self, site_dir: Path, files: Mapping[str, str]) -> None:
        self._store.register(files.values())
        update(site_dir, files, self._published, self._store)
        self._published = dict(files)

    def note_folder(self, folder: Path) -> None:
        """A folder of the engine that is removed by the next preview if this one is killed. Raises OSError."""
        note_folder(self._root, folder)

    def temporary_folder(self) -> TemporaryDirectory[str]:
        """A folder for the length of a build, in the cache. Raises OSError."""
        return temporary_folder(self._root)

    def close(self) -> None:
        """Stop background work and remove a temporary cache."""
        self._background.stop()
        super().close()


def _no_page(page: Page) -> bytes:
    raise TypeError(f"no renderer for the page {page.url}")


_NO_PAGES = PageRenderer("", _no_page)


def _public(made: Mapping[str, str]) -> dict[str, str]:
    return {uri: content_hash for uri, content_hash in made.items() if not uri.startswith(INTERNAL)}
