"""Runs the jobs whose key changed, in parallel, and stores the files they make by hash."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path

import msgspec
from msgspec import Struct

from generator.model.digest import digest
from generator.model.site import Page, SiteFile
from generator.pipeline.build import Batch
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
    many batches on they are shared among workers.
    """
    before = _remembered(cache)
    now: dict[str, _MadeBatch] = {}
    missing: list[tuple[Batch, str]] = []
    keyed = [(batch, digest(batch.key, renderer.key)) for batch in batches]
    absent = _absent((before[batch.id] for batch, _ in keyed if batch.id in before), store)
    for batch, key in keyed:
        last = before.get(batch.id)
        if last and last.key == key and _is_whole(last, absent):
            now[batch.id] = last
        else:
            now[batch.id] = _MadeBatch(key, {})
            missing.append((batch, key))

    # What is made of all processes first: it takes as long as a hundred others, and were it the last, the other cores would
    # wait for it; and together, so that all of them are in the memory of one worker alone.
    of_all = [each for each in missing if each[0].is_of_all]
    shares = [*([of_all] if of_all else []), *([each] for each in missing if not each[0].is_of_all)]

    def work(share: Sequence[tuple[Batch, str]]) -> bytes:
        return msgspec.msgpack.encode(
            [_MadeBatch(key, dict(_made(batch, before.get(batch.id), renderer, store, absent))) for batch, key in share]
        )

    workers = 1 if workers is None and len(missing) < smallest else workers
    for share, answer in zip(shares, parallel_map(work, shares, workers, 2, at_once=1), strict=True):
        for (batch, _), made in zip(share, msgspec.msgpack.decode(answer, type=list[_MadeBatch]), strict=True):
            now[batch.id] = made
            store.register(each for job in made.jobs.values() for each in job.files.values())
    remembered = now if is_everything else before | now
    if missing or remembered.keys() != before.keys():
        cache.put(JOBS, str(FORMAT), msgspec.msgpack.encode(remembered))
    return {uri: each for batch in now.values() for made in batch.jobs.values() for uri, each in made.files.items()}


def _made(
    batch: Batch, last: _MadeBatch | None, renderer: PageRenderer, store: Store, absent: set[str]
) -> Iterator[tuple[str, _Made]]:
    """What each job of a batch makes, by its id; one whose key is that of last time is not run."""
    for job in batch.jobs():
        key = digest(job.key, renderer.key)
        made = last.jobs.get(job.id) if last else None
        if made is None or made.key != key or not absent.isdisjoint(made.files.values()):
            made = _Made(key, {file.uri: _put(file, renderer, store) for file in job.build()})
        yield job.id, made


def unchanged(batches: Mapping[str, Batch], renderer: PageRenderer, cache: Cache, store: Store) -> set[str]:
    """Names of the batches whose files are all in the store, made of what they would be made of now."""
    if not batches:
        return set()
    before = _remembered(cache)
    absent = _absent((before[batch.id] for batch in batches.values() if batch.id in before), store)
    found: set[str] = set()
    for name, batch in batches.items():
        last = before.get(batch.id)
        if last and last.key == digest(batch.key, renderer.key) and _is_whole(last, absent):
            found.add(name)
    return found


def _remembered(cache: Cache) -> _Memory:
    payload = cache.get(JOBS, str(FORMAT))
    try:
        return _decoder.decode(payload) if payload else {}
    except msgspec.DecodeError:
        return {}


def _absent(batches: Iterable[_MadeBatch], store: Store) -> set[str]:
    """What the store no longer has of the files of these batches: their hashes."""
    return store.absent(chain.from_iterable(made.files.values() for batch in batches for made in batch.jobs.values()))


def _is_whole(batch: _MadeBatch, absent: set[str]) -> bool:
    return not absent or all(absent.isdisjoint(made.files.values()) for made in batch.jobs.values())


def _put(file: SiteFile, renderer: PageRenderer, store: Store) -> str:
    content = file.content
    if isinstance(content, Path):
        return store.put_file(content)
    if isinstance(content, Page):
        return store.put(renderer.page(content))
    return store.put(content.encode() if isinstance(content, str) else content)
