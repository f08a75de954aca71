"""Forked processes: how they end with the one that forked them."""

from __future__ import annotations

import os
import signal
from threading import Thread

from generator.signals import ENDING


def begin_as_child() -> None:
    """Leave Control-C, which a terminal sends to all, to the parent, and be gone as soon as the parent is.

    Without this, workers of a build that the kernel killed would wait for work for ever, and hold its lock.
    """
    for each in ENDING:
        signal.signal(each, signal.SIG_IGN if each == signal.SIGINT else signal.SIG_DFL)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    from multiprocessing import parent_process  # most commands fork nothing

    parent = parent_process()
    assert parent is not None
    parent.join()
    os._exit(1)
