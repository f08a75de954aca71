"""A page of the documentation as a story: files it tells the reader to write, and commands it tells the reader to run.

    ```yaml title="mkdocs.yml"     a file, written before the commands that follow (pages without a command tell none)
    ```console                     `$ ` opens a command, which goes on after a `\\` at the end of a line; other lines
                                   are pieces of what it prints, in this order; `(exit status 1)` is how it ends,
                                   where that is not 0
    ```sh                          for the reader alone: needs a network, a web host, or the machine's owner

`<!-- in a small catalogue -->` says where the story begins, else it begins in an empty folder.
All blocks of a page run one after another in the same folder; `cd` holds for the commands after it.
"""

from __future__ import annotations

import os
import re
import select
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.docs.shell_commands import commands_in

REPOSITORY = Path(__file__).parent.parent.parent
DOCS = REPOSITORY / "docs"
SECONDS = 50
ENGINES = ("mkdocs", "properdocs", "zensical")

_FENCE = re.compile(
    r'^(?P<fence>`{3,})(?P<kind>[a-z]*)(?: title="(?P<title>[^"\n]+)")?[ \t]*\n(?P<text>.*?)^(?P=fence)[ \t]*$',
    re.MULTILINE | re.DOTALL,
)
_SETTING = re.compile(r"^<!-- (in [^>]+?) -->$", re.MULTILINE)
_STATUS = re.compile(r"\(exit status (\d+)\)")


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block of a page."""

    kind: str
    title: str
    text: str
    line: int


@dataclass(slots=True)
class Command:
    """A command of a page and what the page says of it."""

    text: str
    line: int
    output: list[str] = field(default_factory=list)
    status: int = 0


def pages() -> list[Path]:
    """Every page that is written for readers."""
    return [REPOSITORY / "README.md", REPOSITORY / "CONTRIBUTING.md", *sorted(DOCS.rglob("*.md"))]


def name_of(page: Path) -> str:
    """A page as a person names it."""
    return page.relative_to(REPOSITORY).as_posix()


def blocks_of(page: Path) -> list[Block]:
    """The fenced blocks of a page, in order."""
    text = page.read_text(encoding="utf-8")
    return [
        Block(match["kind"], match["title"] or "", match["text"], text.count("\n", 0, match.start()) + 1)
        for match in _FENCE.finditer(text)
    ]


def is_story(page: Path) -> bool:
    """Whether the page has commands that can be run."""
    return any(block.kind == "console" for block in blocks_of(page))


def commands_of(block: Block) -> Iterator[Command]:
    """The commands of a `console` block."""
    command: Command | None = None
    for number, line in enumerate(block.text.splitlines(), block.line + 1):
        if line.startswith("$ "):
            if command:
                yield command
            command = Command(line[2:], number)
        elif command and command.text.endswith("\\"):
            command.text += f"\n{line}"
        elif command and (status := _STATUS.fullmatch(line.strip())):
            command.status = int(status[1])
        elif command and line.strip():
            command.output.append(line.strip())
    if command:
        yield command


class Reader:
    """Somebody who follows a page: writes its files, runs its commands, compares what they print."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "a catalogue · קטלוג"
        self.folder.mkdir()
        self._start = self.folder
        tools = folder / "bin"
        tools.mkdir()
        self._tools = tools
        self._environment = {
            **os.environ,
            "PATH": f"{tools}:{os.environ['PATH']}",
            "PYTHONPATH": str(REPOSITORY),
            "NO_MKDOCS_2_WARNING": "1",
            "LC_ALL": "C.UTF-8",
            "COLUMNS": "200",
        }

    def follow(self, page: Path) -> None:
        """Raises AssertionError at the first line of the page that does not hold."""
        if (
            page.parent.name == "ar"
        ):  # an Arabic page shows what commands say in Arabic, all others but the Hebrew English
            self._environment["SIKUM_LANG"] = "ar"
        elif page.parent.name != "he":
            self._environment["SIKUM_LANG"] = "en"
        if setting := _SETTING.search(page.read_text(encoding="utf-8")):
            SETTINGS[setting[1]](self.folder)
        with commands_in(self._tools, {"sikum": "generator", **{engine: engine for engine in ENGINES}}):
            for block in blocks_of(page):
                self._follow(block, name_of(page))

    def _follow(self, block: Block, page: str) -> None:
        if block.kind == "console":
            for command in commands_of(block):
                self._run(command, f"{page}:{command.line}: {command.text}")
        elif block.title:
            target = self.folder / block.title
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(block.text, encoding="utf-8")

    def _run(self, command: Command, place: str) -> None:
        if command.text.startswith("mkdocs serve"):
            printed, status = self._preview(command.text), 0
        else:
            printed, status = self._finish(command.text)
        assert status == command.status, f"{place}: exit status {status}\n{printed}"
        rest = printed
        for wanted in command.output:
            assert wanted in rest, f"{place}: does not print, or not in this order: {wanted}\n{printed}"
            rest = rest.partition(wanted)[2]

    def _finish(self, command: str) -> tuple[str, int]:
        where = self._start.parent / "where"
        script = f'{command}\nstatus=$?\npwd > "{where}"\nexit $status'
        done = subprocess.run(
            ["sh", "-c", script],
            check=False,
            cwd=self.folder,
            env=self._environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=SECONDS,
        )
        self.folder = Path(where.read_text(encoding="utf-8").rstrip("\n"))
        return done.stdout + done.stderr, done.returncode

    def _preview(self, command: str) -> str:
        """What `mkdocs serve` prints until it serves; then it is stopped."""
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        server = subprocess.Popen(
            [sys.executable, "-m", *command.split(), "--dev-addr", f"127.0.0.1:{port}"],
            cwd=self.folder,
            env=self._environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        assert server.stdout
        printed = b""
        try:
            until = time.monotonic() + SECONDS
            while b"Serving on" not in printed and time.monotonic() < until and server.poll() is None:
                if select.select([server.stdout], [], [], 0.2)[0]:
                    printed += os.read(server.stdout.fileno(), 65536)
        finally:
            server.terminate()
            server.wait(SECONDS)
            server.stdout.close()
        return printed.decode()


def _small_catalogue(folder: Path) -> None:
    shutil.copytree(REPOSITORY / "tests/smallest/processes", folder / "processes")
    (folder / "mkdocs.yml").write_text(
        "site_name: כל המשרדים, כל התהליכים\n"
        "site_url: https://sikum.example.org/\n"
        "docs_dir: processes\n"
        "theme: {name: material, language: he}\n"
        "plugins: [{sikum: {data_license: CC-BY-4.0}}]\n",
        encoding="utf-8",
    )


def _with_office_files(folder: Path) -> None:
    """The small catalogue, and beside it the report and the list that an office would have."""
    from tests.docs.office_files import write_document, write_list

    _small_catalogue(folder)
    write_document(folder / "report.docx")
    write_list(folder / "list.xlsx")


SETTINGS = {
    "in a small catalogue": _small_catalogue,
    "in a small catalogue, with report.docx and list.xlsx": _with_office_files,
}
