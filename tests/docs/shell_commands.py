"""Commands for a shell's PATH that are run as `tests.commands` runs them: forked, not each from a start of Python.

A page's story types some sixty commands, and three quarters of their time was that start. A command hands over its
arguments, folder, environment and standard input; it prints what comes back, and ends with its status.
"""

from __future__ import annotations

import json
import socketserver
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.commands import run

_CLIENT = """\
import json, os, socket, sys
with socket.socket(socket.AF_UNIX) as asked:
    asked.connect({address!r})
    given = sys.stdin.buffer.read().decode()
    request = [sys.argv[1], sys.argv[2:], os.getcwd(), dict(os.environ), given]
    asked.sendall(json.dumps(request).encode() + b"\\n")
    with asked.makefile("rb") as answer:
        status, said, complained = json.loads(answer.read())
sys.stdout.buffer.write(said.encode())
sys.stdout.buffer.flush()
sys.stderr.buffer.write(complained.encode())
sys.exit(status)
"""


class _Handler(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        module, arguments, folder, environment, given = json.loads(self.rfile.readline())
        done = run(module, *arguments, folder=Path(folder), environment=environment, given=given)
        self.wfile.write(json.dumps([done.returncode, done.stdout, done.stderr]).encode())


@contextmanager
def commands_in(tools: Path, modules: dict[str, str]) -> Iterator[None]:
    """Puts a command into a folder for each module, by its name, and answers them until the end of the block."""
    with tempfile.TemporaryDirectory() as place:
        address, client = f"{place}/asked", Path(place) / "client.py"
        client.write_text(_CLIENT.format(address=address), encoding="utf-8")
        for name, module in modules.items():
            (tools / name).write_text(f'#!/bin/sh\nexec "{sys.executable}" -I -S "{client}" {module} "$@"\n')
            (tools / name).chmod(0o755)
        with socketserver.ThreadingUnixStreamServer(address, _Handler) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            try:
                yield
            finally:
                server.shutdown()
