"""Runs the jobs whose key changed, in parallel, and stores the files they make by hash."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

import msgspec
from msgspec import Struct

from generator.model.digest import digest
from generator.model.site import Job, Page, SiteFile
from generator.pipeline.build import OF_A_PROCESS, Batch
from generator.pipeline.cache import FORMAT, Cache, Store
from generator.pipeline.workers import SMALLEST_SHARE, parallel_map

JOBS = "jobs"
"""Name of the cache entry with the results of all jobs; one entry, since every build needs nearly all of it."""


class PageRenderer(Struct, frozen=True):
    """How an entry point renders a page as a file, and the hash of everything that depends on."""

    key: str
    page: Callable[[Page], bytes]


class _Made(Struct, frozen=True, array_like=True):
    """The result of a job. `files`: uri -> hash of the content in the store."""

    key: str
    files: dict[str, str]


class _MadeBatch(Struct, frozen=True, array_like=True):
    key: str
    jobs: dict[str, _Made]


_Memory = dict[str, _MadeBatch]
_decoder = msgspec.msgpack.Decoder(_Memory)


def run_batches(
    batches: Iterable[Batch],
    renderer: PageRenderer,
    cache: Cache,
    store: Store,
    *,
    workers: int | None = None,
    is_everything: bool = True,
    smallest: int = SMALLEST_SHARE,
) -> dict[str, str]:
    """Run the jobs that changed. Returns every file of the batches: uri -> hash of its content in the store.

    `is_everything`: these are all batches of the site, so cached results of others are dropped. `smallest`: from how
    many jobs on they are shared among workers.
    """
    before = _remembered(cache)
    now: dict[str, dict[str, _Made]] = {}
    keys: dict[str, str] = {}
    missing: list[tuple[str, Job]] = []
    for batch in batches:
        keys[batch.id] = key = digest(batch.key, renderer.key)
        last = before.get(batch.id)
        if last and last.key == key and all(_is_there(made, store) for made in last.jobs.values()):
            now[batch.id] = last.jobs
            continue
        now[batch.id] = jobs = {}
        for job in batch.jobs():
            made = last.jobs.get(job.id) if last else None
            if made and made.key == digest(job.key, renderer.key) and _is_there(made, store):
                jobs[job.id] = made
            else:
                missing.append((batch.id, job))

    shares = _shares(missing)

    def work(share: Sequence[tuple[str, Job]]) -> bytes:
        found = []
        for _, job in share:
            files = {file.uri: _put(file, renderer, store) for file in job.build()}
            found.append(_Made(digest(job.key, renderer.key), files))
        return msgspec.msgpack.encode(found)

    workers = 1 if workers is None and len(missing) < smallest else workers
    for share, answer in zip(shares, parallel_map(work, shares, workers, 2, at_once=1), strict=True):
        for (batch_id, job), made in zip(share, msgspec.msgpack.decode(answer, type=list[_Made]), strict=True):
            now[batch_id][job.id] = made
            store.register(made.files.values())
    after = {batch_id: _MadeBatch(keys[batch_id], jobs) for batch_id, jobs in now.items()}
    remembered = after if is_everything else before | after
    if missing or remembered.keys() != before.keys():
        cache.put(JOBS, str(FORMAT), msgspec.msgpack.encode(remembered))
    return {uri: each for jobs in now.values() for made in jobs.values() for uri, each in made.files.items()}


def _shares(jobs: Iterable[tuple[str, Job]]) -> list[list[tuple[str, Job]]]:
    """The jobs, each with its batch, in what one worker does at once; those of a batch stay in their order.

    What is made of all processes first: one of these jobs takes as long as a hundred others, and were it the last, the
    other cores would wait for it. Those of one process together, since what is rendered for its pages serves its editions.
    """
    whole: list[tuple[str, Job]] = []
    by_process: dict[str, list[tuple[str, Job]]] = {}
    for each in jobs:
        (by_process.setdefault(each[0], []) if each[0].startswith(OF_A_PROCESS) else whole).append(each)
    return [*([each] for each in whole), *by_process.values()]


def unchanged(batches: Mapping[str, Batch], renderer: PageRenderer, cache: Cache, store: Store) -> set[str]:
    """Names of the batches whose files are all in the store, made of what they would be made of now."""
    before = _remembered(cache)
    found: set[str] = set()
    for name, batch in batches.items():
        last = before.get(batch.id)
        if (
            last
            and last.key == digest(batch.key, renderer.key)
            and all(_is_there(each, store) for each in last.jobs.values())
        ):
            found.add(name)
    return found


def _remembered(cache: Cache) -> _Memory:
    payload = cache.get(JOBS, str(FORMAT))
    try:
        return _decoder.decode(payload) if payload else {}
    except msgspec.DecodeError:
        return {}


def _is_there(made: _Made, store: Store) -> bool:
    return all(map(store.has, made.files.values()))


def _put(file: SiteFile, renderer: PageRenderer, store: Store) -> str:
    content = file.content
    if isinstance(content, Path):
        return store.put_file(content)
    if isinstance(content, Page):
        return store.put(renderer.page(content))
    return store.put(content.encode() if isinstance(content, str) else content)
