"""Gives memory back between two builds of a preview, which lives for as long as its editor's working day."""

from __future__ import annotations

import ctypes
import gc
from contextlib import suppress

from generator.names import forget_words as forget_words_of_names
from generator.search.lexicon import forget_words as forget_words_of_search


def give_back() -> None:
    """Empties caches that serve one build, and returns what the C library holds free to the system, where it can (glibc)."""
    forget_words_of_names()
    forget_words_of_search()
    gc.collect()
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)
