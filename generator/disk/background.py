"""Work that a preview must not wait for: run in a forked process, its result handed over when it is ready."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from generator.pipeline.children import begin_as_child

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

Result = dict[str, str]


class BackgroundTask:
    """Runs one task at a time: starting a new one kills the one that is still running."""

    def __init__(self) -> None:
        self._process: BaseProcess | None = None
        self._lock = threading.Lock()

    def start(self, work: Callable[[], Result], done: Callable[[Result], None]) -> None:
        """Run `work` in a forked process and call `done` with its result from a thread; without fork, do both now."""
        import multiprocessing  # a build has no such work

        self.stop()
        if "fork" not in multiprocessing.get_all_start_methods():
            done(work())
            return
        context = multiprocessing.get_context("fork")
        receiving, sending = context.Pipe(duplex=False)
        process = context.Process(target=_run, args=(work, sending), daemon=True)
        process.start()
        sending.close()
        self._process = process
        threading.Thread(target=self._wait, args=(process, receiving, done), daemon=True).start()

    def stop(self) -> None:
        """Kill the running task, if any; its result is not used."""
        with self._lock:
            if self._process is not None:
                self._process.kill()
                self._process = None

    def _wait(self, process: BaseProcess, receiving: Connection, done: Callable[[Result], None]) -> None:
        try:
            result: Result = receiving.recv()
        except EOFError:
            return
        finally:
            process.join()
        with self._lock:
            if self._process is process:
                done(result)
                self._process = None


def _run(work: Callable[[], Result], sending: Connection) -> None:
    begin_as_child()
    sending.send(work())
    sending.close()
