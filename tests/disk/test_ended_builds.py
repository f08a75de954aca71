"""A build that is ended from outside, cold or while it makes PDFs: Control-C, a time limit, the kernel when memory ends."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.signals import ENDING
from tests.plugin.small import ENVIRONMENT, build, files, run, small_site

HOOK = """\
import os, pathlib, time
from importlib import import_module
module, main = import_module("{module}"), os.getpid()
real = module.{function}
def waiting(*values, **options):
    if os.getpid() != main:
        pathlib.Path({notes!r}, str(os.getpid())).touch()
        time.sleep(60)
    return real(*values, **options)
module.{function} = waiting
"""
READING = ("generator.pipeline.units", "make_unit")
PDFS = ("generator.editions.pdf", "render_pdf")
COUNT = 5


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Five processes, each with a PDF, and a site that is published already."""
    small_site(tmp_path / "site-folder", plugins="[{sikum: {workers: 2}}]")
    folder = tmp_path / "site-folder"
    record = folder / "processes/example/index.md"
    text = record.read_text(encoding="utf-8").replace("distribution: [digital]", "distribution: [digital, document]")
    record.write_text(text, encoding="utf-8")
    for number in range(1, COUNT):
        shutil.copytree(record.parent, folder / f"processes/more-{number}")
    (folder / "site").mkdir()
    (folder / "site/index.html").write_text("old", encoding="utf-8")
    (folder / "temporary").mkdir()
    (folder / "notes").mkdir()
    return folder


class Begun:
    """A build whose workers have all come to a moment and wait there."""

    def __init__(self, site: Path, moment: tuple[str, str]) -> None:
        module, function = moment
        hook = HOOK.format(module=module, function=function, notes=str(site / "notes"))
        (site / "hook.py").write_text(hook, encoding="utf-8")
        configuration = site / "mkdocs.yml"
        self._without = configuration.read_text(encoding="utf-8")
        configuration.write_text(f"{self._without}hooks: [hook.py]\n", encoding="utf-8")
        self.site = site
        self.process = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "build", "--quiet"],
            cwd=site,
            env=ENVIRONMENT | {"TMPDIR": str(site / "temporary")},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
            preexec_fn=_heed_signals,  # noqa: PLW1509  # no thread is at work here
        )
        _until(lambda: len(self.workers) == 2)

    @property
    def workers(self) -> list[int]:
        return [int(path.name) for path in (self.site / "notes").iterdir()]

    def end(self) -> tuple[int, str]:
        """Wait for the end of the build and of its workers: the exit status, and what was said."""
        said = "".join(self.process.communicate(timeout=120))
        _until(lambda: not any(map(_is_running, self.workers)))
        (self.site / "mkdocs.yml").write_text(self._without, encoding="utf-8")
        return self.process.returncode, said


def _heed_signals() -> None:
    """What starts the tests may ignore some (`nohup`, a job in the background), and a child would ignore them as well."""
    for number in ENDING:
        signal.signal(number, signal.SIG_DFL)


def _until(is_so: Callable[[], bool]) -> None:
    began = time.monotonic()
    while not is_so():
        assert time.monotonic() - began < 300
        time.sleep(0.02)


def _is_running(pid: int) -> bool:
    """A zombie is none: who collects it is not the build."""
    listed = subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True, check=False)
    return bool(listed.stdout.strip()) and not listed.stdout.strip().startswith("Z")


def left(site: Path) -> list[str]:
    """What a build left in the machine's temporary folder and in the cache, beside what it keeps."""
    scratch = [path.name for path in (site / ".cache/sikum").glob("scratch-*")]
    unfinished = [path.name for path in (*site.rglob("*~"), *site.glob(".site.*"))]
    return [*os.listdir(site / "temporary"), *scratch, *unfinished]


def assert_whole(site: Path, moment: tuple[str, str]) -> None:
    """The old site before the exchange; after it the new one, with no link to a PDF that is not there."""
    published = files(site / "site")
    if moment == READING:
        assert published == {"index.html": b"old"}
        return
    assert published["index.html"] != b"old"
    assert {f"more-{number}/index.html" for number in range(1, COUNT)} <= set(published)
    linked = [name for page in published.values() for name in re.findall(rb'href="([^"]+\.pdf)"', page)]
    assert linked == []


@pytest.mark.parametrize(
    ("number", "moment"),
    [(signal.SIGINT, READING), (signal.SIGTERM, PDFS), (signal.SIGHUP, READING), (signal.SIGHUP, PDFS)],
    ids=["Control-C, cold", "a limit, PDFs", "the terminal, cold", "the terminal, PDFs"],
)
def test_a_build_that_is_told_to_end_does_so_at_once_and_says_it_in_one_line(
    site: Path, number: signal.Signals, moment: tuple[str, str]
) -> None:
    """Control-C in a terminal goes to the workers as well: each of them printed a traceback of its own; after SIGTERM they
    stayed, and the next build waited for their lock."""
    begun = Begun(site, moment)
    os.killpg(begun.process.pid, number) if number == signal.SIGINT else begun.process.send_signal(number)
    status, said = begun.end()
    assert status == 128 + number
    assert said.count("\n") == 1
    assert f"({number.name})" in said
    assert_whole(site, moment)
    assert left(site) == []
    assert run("generator", "check", folder=site).returncode == 0, "the lock is free"


def test_workers_of_a_build_that_was_killed_end_with_it(site: Path) -> None:
    """The kernel takes the largest process, which may be the one that waits for all others: they held its lock for ever."""
    begun = Begun(site, PDFS)
    begun.process.kill()
    assert begun.end()[0] == -signal.SIGKILL
    assert_whole(site, PDFS)
    built = build(site)
    assert (built.returncode, built.stderr) == (0, "")
    assert len(list((site / "site").glob("*/*.pdf"))) == COUNT
    assert left(site) == []


def test_a_worker_that_is_killed_while_pdfs_are_made_costs_these_pdfs_and_no_page(site: Path) -> None:
    """PDFs need most memory of all, and come when the site is up: it stays, and the next build makes what is missing."""
    begun = Begun(site, PDFS)
    os.kill(begun.workers[0], signal.SIGKILL)
    status, said = begun.end()
    assert status == 1
    assert said.count("\n") == 1
    assert "workers" in said
    assert_whole(site, PDFS)
    assert left(site) == []
    assert build(site).returncode == 0
    assert len(list((site / "site").glob("*/*.pdf"))) == COUNT


def test_a_command_that_is_told_to_end_says_so(site: Path) -> None:
    """`sikum check` in a pipeline with a time limit: what ended is told from what failed."""
    program = (
        "from generator.cli import main, sikum\nimport os, signal\n"
        "sikum.callback = lambda debug: os.kill(os.getpid(), signal.SIGTERM)\nmain()"
    )
    command = [sys.executable, "-c", program, "check"]
    ended = subprocess.run(command, cwd=site, env=ENVIRONMENT, capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stdout, ended.stderr) == (143, "", "sikum: הופסק (SIGTERM)\n")


STUCK = """\
import threading, time
from generator.disk import ending
ending.PATIENCE = 1.0
ending.{begin}
never = threading.Lock()
never.acquire()
threading.Thread(target=never.acquire).start()
def broken():
    time.sleep(0.4)
    raise ValueError
threading.Thread(target=broken).start()
print("ready", flush=True)
threading.Event().wait()
"""


@pytest.mark.parametrize(
    ("begin", "status"), [("end_preview_in_order()", 0), ("end_in_order(str)", 128 + signal.SIGTERM)]
)
def test_a_command_ends_in_one_line_whatever_its_threads_do(begin: str, status: int) -> None:
    """A preview that was ended as it began waited for ever for a thread; a build printed what its executor's thread met."""
    code = STUCK.format(begin=begin)
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        assert process.stdout.readline() == b"ready\n"
        process.terminate()
        try:
            assert process.wait(20) == status
            assert process.stderr.read().count(b"\n") == (status > 0)
        finally:
            process.kill()


LOST = """\
import os, signal
from generator.disk import ending
ending.end_in_order(lambda name: name)
class Collected:
    def __del__(self):
        os.kill(os.getpid(), signal.SIGTERM)
        str(self)
collected = Collected()
del collected
try:
    while True:
        pass
finally:
    print("put in order")
"""


def test_a_signal_that_meets_a_destructor_ends_the_build_all_the_same() -> None:
    """Python drops what is raised in one: a build that was told to end said so, printed a traceback and went on to the end."""
    command = [sys.executable, "-c", LOST]
    ended = subprocess.run(command, env=ENVIRONMENT, capture_output=True, text=True, check=False, timeout=60)
    assert (ended.returncode, ended.stdout, ended.stderr) == (143, "put in order\n", "sikum: SIGTERM\n")
