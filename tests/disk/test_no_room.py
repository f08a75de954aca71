"""A disk on which nothing more can be written: the line that says so names the file, and the old site stays."""

import sys
from pathlib import Path

import pytest

from tests.plugin.small import files, run, small_site

LIMITED = """\
import resource, runpy, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (3_000, 3_000))
sys.argv = ["mkdocs", "build", "--quiet"]
runpy.run_module("mkdocs", run_name="__main__")
"""
"""A real disk that is full cannot be had in a test; a limit of what a file may hold fails at the same place, in the same way."""


@pytest.mark.skipif(sys.platform == "win32", reason="limits are the system's")
def test_the_file_is_named_and_the_old_site_stays(tmp_path: Path) -> None:
    """`No space left on device` does not say which of the disks is full."""
    site = small_site(tmp_path)
    assert run("mkdocs", "build", "--quiet", folder=site).returncode == 0
    before = files(site / "site")
    record = site / "processes/example/index.md"
    record.write_text(f"{record.read_text(encoding='utf-8')}\nועוד שורה.\n", encoding="utf-8")
    (site / "limited.py").write_text(LIMITED, encoding="utf-8")
    done = run("limited", folder=site)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert ".cache" in done.stderr.strip().splitlines()[-1]
    assert files(site / "site") == before
