"""PDFs after the site: which are there already, and the others in groups, each with the pages that link to them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.pipeline.build import pdf_batches, process_batches
from generator.pipeline.cache import Cache, Store
from generator.pipeline.catalogue import CheckedCatalogue
from generator.pipeline.running import PageRenderer, run_batches, unchanged
from generator.pipeline.workers import worker_count

Progress = Callable[[int, int], None]
"""Called with how many PDFs there are, and how many there will be."""

FEW = 2
"""So many PDFs are made before the site is published: one exchange instead of two after an edit."""
_ROUND = 4
"""PDFs for each core between two exchanges: some seconds of work."""


class Pdfs:
    """The PDFs of one build. `ready` and `missing` are ids of processes, and change as PDFs are made."""

    def __init__(
        self, checked: CheckedCatalogue, renderer: PageRenderer, cache: Cache, store: Store, workers: int | None
    ) -> None:
        self._checked, self._renderer, self._cache, self._store = checked, renderer, cache, store
        self._workers = workers
        self._batches = pdf_batches(checked)
        self.ready = unchanged(self._batches, renderer, cache, store)
        self.missing = [name for name in self._batches if name not in self.ready]

    @property
    def count(self) -> int:
        """How many PDFs the site will have."""
        return len(self._batches)

    def make_all(self) -> None:
        """Make all that are missing. Raises OSError and PdfUnavailable."""
        self._run(self.missing)

    def make(self) -> Iterator[dict[str, str]]:
        """Make what is missing, a group at a time: the files that are new or changed by it, uri -> hash.

        They are the group's PDFs and the pages of their processes, which now link to them. Raises OSError and
        PdfUnavailable.
        """
        size = _ROUND * worker_count(len(self.missing), self._workers, smallest=2)
        while self.missing:
            group = self.missing[:size]
            files = self._run(group)
            pages = [batch for batch in process_batches(self._checked, self.ready) if batch.id in _ids(group)]
            yield files | run_batches(
                pages, self._renderer, self._cache, self._store, workers=self._workers, is_everything=False
            )

    def _run(self, group: list[str]) -> dict[str, str]:
        if not group:
            return {}
        from generator.editions.pdf import prepare  # as in `pdf_batches`

        prepare()
        made = run_batches(
            [self._batches[name] for name in group],
            self._renderer,
            self._cache,
            self._store,
            workers=self._workers,
            is_everything=False,
            smallest=2,
        )
        self.ready |= set(group)
        self.missing = [name for name in self.missing if name not in self.ready]
        return made


def _ids(group: list[str]) -> set[str]:
    return {f"process/{name}" for name in group}
