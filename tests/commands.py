"""Commands as they are called from a shell: a process of its own each time, with its folder, environment and exit status.

Most of the time of a small build is the start of Python and imports. So a command is forked from a process that has
imported everything and done nothing else, unless its environment differs in what Python reads when it starts. What a
test asks of the start itself (imports, a terminal, signals) it asks of `sys.executable`.
"""

from __future__ import annotations

import atexit
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from select import select
from threading import Lock

REPOSITORY = Path(__file__).parents[1]
ENVIRONMENT = os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(REPOSITORY), "LC_ALL": "C.UTF-8"}
READ_AT_THE_START = ("PYTHON", "LC_ALL", "TZ", "LD_", "NO_MKDOCS_2_WARNING")
FORKED = ("generator", "mkdocs")
"""Other engines have to be the first that is imported."""
SECONDS = 100


def run(
    module: str,
    *arguments: str | Path,
    folder: Path = REPOSITORY,
    environment: Mapping[str, str] = ENVIRONMENT,
    given: str = "",
    checkout: Path = REPOSITORY,
) -> subprocess.CompletedProcess[str]:
    """`python -m MODULE ARGUMENTS` in a folder, to its end. `given`: what stands on its standard input.

    `checkout`: where the package lies that is meant; what stands there must not change any more.
    Raises `subprocess.TimeoutExpired`.
    """
    command = [sys.executable, "-m", module, *map(str, arguments)]
    is_usual = _at_the_start(environment) == _at_the_start(ENVIRONMENT)
    environment = {**environment, "PYTHONPATH": str(checkout)} if checkout != REPOSITORY else environment
    if module in FORKED and is_usual:
        forks = _forks(checkout)
        with forks.lock:
            return forks.run(command, folder, environment, given)
    return subprocess.run(
        command,
        cwd=folder,
        env=environment,
        input=given,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=SECONDS,
    )


def _at_the_start(environment: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in environment.items() if name.startswith(READ_AT_THE_START)}


class _Forks:
    """The process that forks, and what it is asked."""

    def __init__(self, checkout: Path) -> None:
        self.lock = Lock()
        self._checkout = checkout
        self._place = tempfile.TemporaryDirectory()
        self._process = self._start()
        atexit.register(self.close)

    def _start(self) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-m", "tests.prefork"],
            cwd=self._place.name,
            env={**ENVIRONMENT, "PYTHONPATH": os.pathsep.join(map(str, dict.fromkeys((self._checkout, REPOSITORY))))},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    def run(
        self, command: list[str], folder: Path, environment: Mapping[str, str], given: str
    ) -> subprocess.CompletedProcess[str]:
        assert self._process.stdin
        assert self._process.stdout
        place = Path(tempfile.mkdtemp(dir=self._place.name))
        (place / "stdin").write_text(given, "utf-8")
        request = {
            "module": command[2],
            "arguments": command[3:],
            "folder": str(folder.resolve()),
            "umask": _umask(),
            "environment": dict(environment),
            **{name: str(place / name) for name in ("stdin", "stdout", "stderr")},
        }
        print(json.dumps(request), file=self._process.stdin, flush=True)
        if not select([self._process.stdout], [], [], SECONDS)[0]:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
            self._process = self._start()
            raise subprocess.TimeoutExpired(command, SECONDS)
        status = int(self._process.stdout.readline())
        said = [(place / name).read_text("utf-8") for name in ("stdout", "stderr")]
        shutil.rmtree(place)
        return subprocess.CompletedProcess(command, status, *said)

    def close(self) -> None:
        """End the process, and take away what commands said."""
        self._process.communicate()
        self._place.cleanup()


@cache
def _forks(checkout: Path) -> _Forks:
    """One for all tests of this process, and one more for each other checkout."""
    return _Forks(checkout)


def _umask() -> int:
    found = os.umask(0)
    os.umask(found)
    return found
