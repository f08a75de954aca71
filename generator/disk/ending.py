"""How a command ends that is told to by Control-C, by a pipeline's time limit (SIGTERM) or with its terminal (SIGHUP)."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from types import FrameType

from generator.signals import ENDING

STATUS = 128
"""Added to the signal's number it is the exit status, as shells have it: 130 after Control-C, 143 after SIGTERM."""
PATIENCE = 30.0
"""Seconds that the ending may take, the removal of temporary folders included."""
_AGAIN = 0.01
"""Seconds until an ending that was lost is tried again."""


def end_in_order(say: Callable[[str], str]) -> None:
    """From now on such a signal ends this process as an error would: temporary folders are removed, locks given back.

    `say`: the signal's name -> the line that is said, on standard error. A second signal ends the process at once.
    """
    if threading.current_thread() is not threading.main_thread():
        return

    def end(number: int, _: FrameType | None) -> None:
        for each in ENDING:
            signal.signal(each, signal.SIG_DFL)
        line = f"sikum: {say(signal.Signals(number).name)}\n"
        os.write(2, line.encode())  # `print` may be what was interrupted
        _end(STATUS + number)

    for each in ENDING:
        if signal.getsignal(each) is not signal.SIG_IGN:  # as `nohup` asks
            signal.signal(each, end)


def end_preview_in_order() -> None:
    """On SIGTERM, let a preview remove its temporary folder, as MkDocs does on Control-C."""
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGTERM, lambda *_: _end(0))


def _end(status: int) -> None:
    """Raise `SystemExit` where the main thread is, and see to it that the process does end.

    An exception while a thread is being started can leave the lock taken on which the thread says that it runs, and Python
    waits for every thread in the end (seen of a preview that was ended as it began). One that meets a destructor or a
    callback of the collector goes no further than that: it is raised again, or the build would go on.
    """
    threading.excepthook = lambda _: None  # what threads meet when their work is taken away is no news
    if hasattr(signal, "setitimer"):
        deadline = time.monotonic() + PATIENCE

        def again(*_: object) -> None:
            if time.monotonic() >= deadline:
                os._exit(status)
            signal.setitimer(signal.ITIMER_REAL, max(deadline - time.monotonic(), _AGAIN))
            sys.exit(status)

        signal.signal(signal.SIGALRM, lambda *_: os._exit(status))
        signal.setitimer(signal.ITIMER_REAL, PATIENCE)

        def met(unraisable: sys.UnraisableHookArgs) -> None:
            if issubclass(unraisable.exc_type, SystemExit):
                signal.signal(signal.SIGALRM, again)
                signal.setitimer(signal.ITIMER_REAL, _AGAIN)

        sys.unraisablehook = met
    sys.exit(status)
