"""A build that loses one of its workers, and what a build leaves in the machine's temporary folder."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

import pytest

from generator.pipeline.workers import parallel_map
from tests.plugin.small import build, run, small_site


def test_a_worker_that_is_killed_ends_the_work_at_once() -> None:
    """The kernel kills one when memory ends: the build slept for ever then, and held the lock against the next."""

    def work(item: int) -> bytes:
        if item == 3:
            os.kill(os.getpid(), signal.SIGKILL)
        time.sleep(0.01)
        return b"%d" % item

    with pytest.raises(ChildProcessError, match="memory"):
        list(parallel_map(work, range(40), workers=2))
    assert list(parallel_map(lambda item: b"%d" % item, range(40), workers=2)) == [b"%d" % item for item in range(40)]


def test_a_build_whose_worker_is_killed_says_so_in_one_line_and_leaves_the_old_site(tmp_path: Path) -> None:
    """In a pipeline it ran into its time limit, without a word, and the next build waited for its lock."""
    small_site(tmp_path, plugins="[{sikum: {workers: 2, pdf: false}}]")
    for number in range(8):
        source = tmp_path / "processes/example"
        target = tmp_path / f"processes/more-{number}"
        target.mkdir()
        for file in source.iterdir():
            (target / file.name).write_bytes(file.read_bytes())
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text("old", encoding="utf-8")
    (tmp_path / "hook.py").write_text(
        "import os, signal\n"
        "import generator.pipeline.units as units\n"
        "make, parent = units.make_unit, os.getpid()\n"
        "def dying(folder, key, context, **options):\n"
        "    if os.getpid() != parent and folder.path == 'more-3':\n"
        "        os.kill(os.getpid(), signal.SIGKILL)\n"
        "    return make(folder, key, context, **options)\n"
        "units.make_unit = dying\n",
        encoding="utf-8",
    )
    with (tmp_path / "mkdocs.yml").open("a", encoding="utf-8") as configuration:
        configuration.write("hooks: [hook.py]\n")
    built = build(tmp_path)
    assert built.returncode == 1
    assert built.stderr.count("\n") == 1
    assert "workers" in built.stderr
    assert (tmp_path / "site/index.html").read_text(encoding="utf-8") == "old"
    assert run("generator", "check", folder=tmp_path).returncode == 0, "the lock is free"


def test_a_build_with_a_pdf_leaves_nothing_in_the_temporary_folder(tmp_path: Path) -> None:
    """Each PDF left a folder of fonts there: half a gigabyte and 15,000 files for a catalogue of 3,000."""
    small_site(tmp_path, plugins="[{sikum: {workers: 2, pdf: true}}]")
    record = tmp_path / "processes/example/index.md"
    changed = record.read_text(encoding="utf-8").replace("distribution: [digital]", "distribution: [digital, document]")
    record.write_text(changed, encoding="utf-8")
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    built = run("mkdocs", "build", "--quiet", folder=tmp_path, TMPDIR=str(temporary))
    assert built.returncode == 0, built.stdout + built.stderr
    assert list(tmp_path.glob("site/example/*.pdf"))
    assert list(temporary.iterdir()) == []
    assert [path.name for path in (tmp_path / ".cache/sikum").iterdir() if path.name.startswith("scratch-")] == []
