"""Work that must not keep a preview waiting: done in a process of its own, brought over when it is ready."""

from __future__ import annotations

import multiprocessing
import threading
from collections.abc import Callable
from multiprocessing.connection import Connection

Result = dict[str, str]


class Behind:
    """One piece of work at a time: a newer one ends an older one that is not ready yet."""

    def __init__(self) -> None:
        self._process: multiprocessing.process.BaseProcess | None = None
        self._lock = threading.Lock()

    def start(self, work: Callable[[], Result], bring: Callable[[Result], None]) -> None:
        """Run `work` elsewhere and hand its result to `bring`, in a thread; where fork is missing, do both now."""
        self.stop()
        if "fork" not in multiprocessing.get_all_start_methods():
            bring(work())
            return
        context = multiprocessing.get_context("fork")
        receiving, sending = context.Pipe(duplex=False)
        process = context.Process(target=_run, args=(work, sending), daemon=True)
        process.start()
        sending.close()
        self._process = process
        threading.Thread(target=self._wait, args=(process, receiving, bring), daemon=True).start()

    def stop(self) -> None:
        """End what is under way; nothing of it is brought over."""
        with self._lock:
            if self._process is not None:
                self._process.kill()
                self._process = None

    def _wait(
        self, process: multiprocessing.process.BaseProcess, receiving: Connection, bring: Callable[[Result], None]
    ) -> None:
        try:
            result: Result = receiving.recv()
        except EOFError:
            return
        finally:
            process.join()
        with self._lock:
            if self._process is process:
                bring(result)
                self._process = None


def _run(work: Callable[[], Result], sending: Connection) -> None:
    sending.send(work())
    sending.close()
