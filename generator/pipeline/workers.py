"""Parallel work in forked processes, with the same results for any number of workers.

Processes, not threads, because Markdown and templates hold Python's global lock. They are forked, so that they share the
parent's memory; where fork is missing, or for little work, everything is done in the calling process.
"""

from __future__ import annotations

import errno
import gc
import os
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from generator.pipeline.children import begin_as_child

Item = TypeVar("Item")
Work = Callable[[int], bytes]

SMALLEST_SHARE = 16
"""Number of items below which workers cost more than they save (an item is a process folder, about 6 pages)."""

FEWEST_PAGES = 100
"""Number of authored pages below which a build starts no worker, unless the number of workers is set: each of them reads the
templates and works out the words of the search for itself, which at ten processes is a third of the processor's time."""

_AT_ONCE = 16

WORKER_DIED = "a worker of the build was ended from outside, as happens when memory runs out; fewer `workers` need less"

_work: Work | None = None
"""Set just before the fork, so that the workers find it; the only state, and none of the results depends on it."""


def worker_count(items: int, wanted: int | None = None, smallest: int = SMALLEST_SHARE) -> int:
    """The number of workers for `items`; 1 means the calling process, which is used below `smallest` items."""
    if wanted is not None:
        return max(1, wanted)
    if items < smallest or not hasattr(os, "fork"):
        return 1
    return min(len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1, items)


def parallel_map(
    work: Callable[[Item], bytes],
    items: Sequence[Item],
    workers: int | None = None,
    smallest: int = SMALLEST_SHARE,
    *,
    at_once: int = _AT_ONCE,
) -> Iterator[bytes]:
    """`work(item)` for each item, in the order of the items. `at_once`: how many a worker gets together at most.

    Raises ChildProcessError, an OSError, as soon as a worker is gone that was not told to go, as happens to one of
    them when the machine's memory ends. Whatever ends the work early ends the workers, and nothing waits for their share.
    """
    count = worker_count(len(items), workers, smallest)
    if count == 1 or not items:
        yield from map(work, items)
        return
    # Not loaded for an edit, which has too few items.
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    global _work  # noqa: PLW0603 - see `_work`
    _work = lambda index: work(items[index])  # noqa: E731
    # What is there before the fork is shared, page by page, until somebody writes to it; the collector writes to all it
    # looks at, so it is told to leave this alone.
    gc.freeze()
    others = multiprocessing.active_children()
    fork = multiprocessing.get_context("fork")
    pool = ProcessPoolExecutor(min(count, len(items)), mp_context=fork, initializer=begin_as_child)
    try:
        chunk = max(1, min(at_once, len(items) // (count * 4)))
        yield from pool.map(_do, range(len(items)), chunksize=chunk)
    except BrokenProcessPool as error:
        raise ChildProcessError(errno.ECHILD, WORKER_DIED) from error
    except BaseException:
        for worker in multiprocessing.active_children():
            if worker not in others:
                worker.kill()
        raise
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
        gc.unfreeze()
        _work = None


def _do(index: int) -> bytes:
    assert _work is not None
    return _work(index)
