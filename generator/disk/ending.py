"""How a command ends that is told to by Control-C, by a pipeline's time limit (SIGTERM) or with its terminal (SIGHUP)."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable
from types import FrameType

from generator.signals import ENDING

STATUS = 128
"""Added to the signal's number it is the exit status, as shells have it: 130 after Control-C, 143 after SIGTERM."""


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
        sys.exit(STATUS + number)

    for each in ENDING:
        if signal.getsignal(each) is not signal.SIG_IGN:  # as `nohup` asks
            signal.signal(each, end)


def end_preview_in_order() -> None:
    """On SIGTERM, let a preview remove its temporary folder, as MkDocs does on Control-C."""
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
