"""When Python's garbage collector looks for circles: seldom, since a build's values live to the end and have none."""

from __future__ import annotations

import atexit
import gc
from collections.abc import Iterator
from contextlib import contextmanager

_YOUNG, _MIDDLE, _OLD = 50_000, 20, 1000
"""Thresholds of the garbage collector's three generations. Python's own first one is 700."""


def tune_garbage_collector() -> None:
    """Collect less often. A build makes tens of thousands of objects without reference cycles, which live to the end.

    Python's default would scan them again and again, and once more at exit.
    """
    gc.set_threshold(_YOUNG, _MIDDLE, _OLD)
    atexit.register(gc.freeze)


@contextmanager
def without_collector() -> Iterator[None]:
    """While modules are loaded: what they make lives to the end, and it would be looked at again and again."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
