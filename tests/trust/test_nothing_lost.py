"""Whatever happens to a build, the site that was there stays whole until the new one is."""

import contextlib
import multiprocessing
import os
import random
import re
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest
from mkdocs.__main__ import cli

from generator.disk.reader import DiskReader
from tests.trust.sites import catalogue_files, tree, write_files, write_project

KILLS = 16
Preparation = Callable[[], None]


def _build(project: Path, log: Path, prepare: Preparation) -> None:
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    os.setsid()
    prepare()
    sys.stdout = sys.stderr = log.open("w", encoding="utf-8", buffering=1)
    cli.main(["build", "-q", "-f", str(project / "mkdocs.yml")])


def start(project: Path, log: Path, prepare: Preparation = lambda: None) -> BaseProcess:
    """`mkdocs build` in a process of its own, which has imported everything already."""
    process = multiprocessing.get_context("fork").Process(target=_build, args=(project, log, prepare))
    process.start()
    return process


def finish(project: Path, log: Path, prepare: Preparation = lambda: None) -> tuple[int | None, str]:
    """The exit code, and what was said."""
    process = start(project, log, prepare)
    process.join(120)
    return process.exitcode, log.read_text()


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A catalogue with its site, for copying."""
    folder = tmp_path_factory.mktemp("built")
    code, said = finish(write_project(folder / "project", catalogue_files()), folder / "log.txt")
    assert code == 0, said
    return folder / "project"


@pytest.fixture
def log(tmp_path: Path) -> Path:
    """Where a build writes what it says."""
    return tmp_path / "log.txt"


@pytest.fixture
def project(tmp_path: Path, built: Path) -> Path:
    """A catalogue with its site, to do harm to."""
    return shutil.copytree(built, tmp_path / "project")


def edit(project: Path, text: str) -> None:
    """A change that shows on several pages."""
    index = project / "processes/first/index.md"
    index.write_text(re.sub(r"^title: .*$", f"title: {text}", index.read_text(), flags=re.MULTILINE))
    write_files(project / "processes", {"first/background.md": f"## רקע\n\n{text}\n\n## רציונל\n\nכן.\n"})


def leftovers(project: Path) -> list[str]:
    """What a build made and did not clean up."""
    beside = [
        entry.name for entry in project.iterdir() if entry.name not in ("mkdocs.yml", "processes", "site", ".cache")
    ]
    unfinished = [path.as_posix() for path in (*project.rglob("*~"), *project.rglob("*.tmp"))]
    return beside + unfinished


def test_a_build_that_is_killed_at_any_moment_leaves_a_whole_site(project: Path, log: Path) -> None:
    """A machine that loses its power while the site of all ministries is being written must not take the site down."""
    rng = random.Random(1)
    edit(project, "מדידה")
    began = time.monotonic()
    assert finish(project, log)[0] == 0
    length = time.monotonic() - began
    before = tree(project / "site")
    was_new = 0
    for number in range(KILLS):
        edit(project, f"גרסה {number}")
        process = start(project, log)
        time.sleep(length * (number + rng.random()) / KILLS)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid or 0, signal.SIGKILL) if _leads_a_group(process) else process.kill()
        process.join()
        found = tree(project / "site")
        code, said = finish(project, log)
        assert code == 0, said
        after = tree(project / "site")
        assert after != before
        assert found in (before, after)
        assert leftovers(project) == []
        was_new += found == after
        before = after
    assert was_new < KILLS, "at least one build was killed before its end"


def _leads_a_group(process: BaseProcess) -> bool:
    try:
        return os.getpgid(process.pid or 0) == process.pid
    except ProcessLookupError:
        return False


@pytest.mark.parametrize(
    ("record", "rule"),
    [("ministry: health\ntitle: [", "S002"), ("title: [", "S013")],
    ids=["a record that is not YAML", "a process no more"],
)
def test_a_build_with_an_error_leaves_the_site_untouched(project: Path, log: Path, record: str, rule: str) -> None:
    """One office's slip must not take down, or half replace, the pages of all others."""
    before = tree(project / "site")
    times = {path: path.stat().st_mtime_ns for path in (project / "site").rglob("*")}
    write_files(
        project / "processes",
        {"second/index.md": f"---\n{record}\n---\n", "first/background.md": "## רקע\n\nאחר.\n"},
    )
    code, said = finish(project, log)
    assert (code, rule in said) == (1, True), said
    assert tree(project / "site") == before
    assert {path: path.stat().st_mtime_ns for path in (project / "site").rglob("*")} == times


def is_one_line(said: str) -> bool:
    """Whether a person can read what happened: no traceback, and one line that begins with the program's name."""
    lines = [line for line in said.splitlines() if line.startswith("sikum: ")]
    return "Traceback" not in said and len(lines) == 1


@pytest.mark.parametrize("limit", [4_000, 9_000, 60_000])
def test_a_file_that_cannot_be_written_leaves_the_old_site(project: Path, log: Path, limit: int) -> None:
    """On a disk without room the old site is better than half of a new one."""

    def no_room() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    before = tree(project / "site")
    edit(project, "אין מקום")
    shutil.rmtree(project / ".cache")
    code, said = finish(project, log, no_room)
    assert code == 1
    assert is_one_line(said), said
    assert tree(project / "site") == before
    assert finish(project, log)[0] == 0
    assert leftovers(project) == []


@contextlib.contextmanager
def mounted(folder: Path, *options: str) -> Iterator[None]:
    """Something mounted at `folder`; only an administrator may."""
    done = subprocess.run(["mount", *options, str(folder)], check=False, capture_output=True)
    if done.returncode:
        pytest.skip(f"mounting is not allowed here: {done.stderr.decode().strip()}")
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def test_a_full_disk_leaves_the_old_site(tmp_path: Path, log: Path) -> None:
    """The same on a disk that really is full."""
    folder = tmp_path / "disk"
    folder.mkdir()
    with mounted(folder, "-t", "tmpfs", "-o", "size=9m", "tmpfs"):
        project = write_project(folder / "project", catalogue_files())
        assert finish(project, log)[0] == 0, log.read_text()
        before = tree(project / "site")
        edit(project, "אין מקום")
        free = os.statvfs(folder).f_bavail * os.statvfs(folder).f_frsize
        (folder / "filler").write_bytes(b"x" * (free - 8_000))
        code, said = finish(project, log)
        assert code == 1, said
        assert is_one_line(said), said
        assert tree(project / "site") == before
        (folder / "filler").unlink()
        assert finish(project, log)[0] == 0
        assert leftovers(project) == []


def test_a_read_only_project_is_built_elsewhere(project: Path, log: Path, tmp_path: Path) -> None:
    """In CI a checkout may be read-only; the site goes where it is asked for, and nothing is remembered."""
    edit(project, "לקריאה בלבד")
    shutil.rmtree(project / ".cache")
    config = project / "mkdocs.yml"
    config.write_text(f"site_dir: {tmp_path / 'out'}\n" + config.read_text())
    with mounted(project, "--bind", "-o", "ro", str(project)):
        subprocess.run(["mount", "-o", "remount,bind,ro", str(project)], check=True)
        code, said = finish(project, log)
    assert code == 0, said
    assert (tmp_path / "out/first/index.html").is_file()


def test_a_read_only_site_gives_one_line(project: Path, log: Path) -> None:
    """Whoever has no right to publish is told so, and nothing else happens."""
    edit(project, "לקריאה בלבד")
    before = tree(project / "site")
    with mounted(project, "--bind", "-o", "ro", str(project)):
        subprocess.run(["mount", "-o", "remount,bind,ro", str(project)], check=True)
        code, said = finish(project, log)
    assert code == 1, said
    assert is_one_line(said), said
    assert tree(project / "site") == before


@pytest.mark.parametrize("vanishing", ["first/content.md", "first/media/plan.svg", "ministries.yml", "about.md"])
def test_a_file_that_vanishes_while_building_gives_one_line(project: Path, log: Path, vanishing: str) -> None:
    """Someone switches branches while a build runs."""
    before = tree(project / "site")
    edit(project, "נעלם")
    path = project / "processes" / vanishing
    path.write_bytes(path.read_bytes() + b"\n")

    def vanish() -> None:
        read = DiskReader.read

        def gone(reader: DiskReader, name: str) -> bytes:
            if name == vanishing:
                path.unlink(missing_ok=True)
            return read(reader, name)

        DiskReader.read = gone  # type: ignore[method-assign]

    code, said = finish(project, log, vanish)
    if path.exists():  # never asked for: it is copied as it is
        assert code == 0
        return
    assert code == 1
    assert is_one_line(said), said
    assert vanishing in said
    assert tree(project / "site") == before


def test_a_site_behind_a_link_is_replaced_where_it_lies(project: Path, log: Path, tmp_path: Path) -> None:
    """`site` may be a link to where a server looks."""
    (project / "site").rename(tmp_path / "served")
    (project / "site").symlink_to(tmp_path / "served")
    edit(project, "מאחורי קישור")
    code, said = finish(project, log)
    assert code == 0, said
    assert (project / "site").is_symlink()
    assert "מאחורי קישור" in (tmp_path / "served/first/index.html").read_text()


def test_a_site_that_is_a_mount_point_is_brought_over(project: Path, log: Path) -> None:
    """In a container the folder of the site is often a volume, which cannot be exchanged for another."""
    shutil.rmtree(project / "site")
    (project / "site").mkdir()
    with mounted(project / "site", "-t", "tmpfs", "-o", "size=60m", "tmpfs"):
        for text in ("אחת", "שתיים"):
            edit(project, f"גרסה {text}")
            code, said = finish(project, log)
            assert code == 0, said
            assert f"גרסה {text}" in (project / "site/first/index.html").read_text()
        shutil.rmtree(project / "processes/second")
        write_files(project / "processes", {"about.md": "טקסט\n"})
        assert finish(project, log)[0] == 0
        assert not (project / "site/second").exists()
        found = tree(project / "site")
    assert leftovers(project) == []
    assert finish(project, log)[0] == 0
    assert tree(project / "site") == found


def test_two_builds_at_once_do_not_harm_each_other(project: Path, log: Path) -> None:
    """A scheduled build and one by hand meet."""
    edit(project, "שניים")
    logs = [log.with_name(f"log{number}.txt") for number in range(3)]
    processes = [start(project, each) for each in logs]
    for process, each in zip(processes, logs, strict=True):
        process.join(120)
        assert process.exitcode == 0, each.read_text()
    found = tree(project / "site")
    shutil.rmtree(project / ".cache")
    assert finish(project, log)[0] == 0
    assert tree(project / "site") == found
    assert leftovers(project) == []
