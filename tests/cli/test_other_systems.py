"""As on Windows, by a stand-in: no fcntl, no fork, no library of the running program, and consoles that know few letters."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.plugin.small import ENVIRONMENT, small_site

STAND_IN = """\
import ctypes, multiprocessing, os, sys

class Missing:
    def find_spec(self, name, path=None, target=None):
        if name in ("fcntl", "termios", "pwd", "grp", "resource"):
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

sys.meta_path.insert(0, Missing())
for name in ("fcntl", "termios", "pwd", "grp", "resource"):
    sys.modules.pop(name, None)
for name in ("fork", "forkpty", "sched_getaffinity", "getuid", "geteuid"):
    if hasattr(os, name):
        delattr(os, name)
multiprocessing.get_all_start_methods = lambda: ["spawn"]
if sys.argv[1] == "mkdocs":
    from mkdocs.__main__ import cli
    cli(sys.argv[2:])
else:
    from generator.cli import main
    main()
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A small site, a list in Excel, and the stand-in."""
    small_site(tmp_path, "site_url: https://x.example.org/\n")
    book = Workbook()
    assert book.active is not None
    for row in (("שם", "תפקיד", "ארגון", "הסכמה"), ("רות לדוגמה", "רכזת", "ארגון ד", "מלאה")):
        book.active.append(row)
    book.save(tmp_path / "list.xlsx")
    (tmp_path / "stand_in.py").write_text(STAND_IN, encoding="utf-8")
    return tmp_path


def run(site: Path, *arguments: str, encoding: str = "utf-8") -> subprocess.CompletedProcess[bytes]:
    """A command where the modules of POSIX are not there."""
    environment = {name: value for name, value in ENVIRONMENT.items() if name not in ("PYTHONUTF8", "LC_ALL")}
    return subprocess.run(
        [sys.executable, "stand_in.py", *arguments],
        cwd=site,
        env=environment | {"PYTHONIOENCODING": encoding},
        capture_output=True,
        check=False,
        timeout=200,
    )


@pytest.mark.parametrize(
    "arguments",
    [
        ("sikum", "check"),
        ("sikum", "new", "site", "another"),
        ("sikum", "new", "process", "health/new-one", "--ministry", "health"),
        ("sikum", "import", "participants", "list.xlsx", "--into", "example", "--force"),
        ("mkdocs", "build", "--quiet"),
    ],
    ids=lambda arguments: " ".join(arguments[:3]),
)
def test_what_an_office_does_needs_no_posix(site: Path, arguments: tuple[str, ...]) -> None:
    """Every command ended in "No module named 'fcntl'" on the machines that most offices have."""
    done = run(site, *(arguments[1:] if arguments[0] == "sikum" else arguments))
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
    if arguments[0] == "mkdocs":
        assert (site / "site/example/index.html").is_file()
        again = run(site, "mkdocs", "build", "--quiet")
        assert again.returncode == 0, again.stderr.decode("utf-8", "replace")


@pytest.mark.parametrize("encoding", ["cp1255", "cp1252", "cp862", "ascii", "utf-8"])
def test_a_report_reaches_its_file_whatever_the_console_knows(site: Path, encoding: str) -> None:
    """`sikum check > report.txt` ended in "'charmap' codec can't encode", with nothing in the file."""
    with (site / "processes/example/content.md").open("a", encoding="utf-8") as chapter:
        chapter.write("\nنص عם 😀 [x](nope.md) \u200f\n")
    done = run(site, "check", encoding=encoding)
    assert done.returncode == 1
    assert "L001" in done.stdout.decode("utf-8")
    assert "😀" in done.stdout.decode("utf-8")
    assert b"codec" not in done.stderr
    document = json.loads(run(site, "check", "--format", "json", encoding=encoding).stdout.decode("utf-8"))
    assert document["summary"]["errors"] == 1
    built = run(site, "mkdocs", "build", encoding=encoding)
    assert built.returncode == 1
    assert b"Traceback" not in built.stderr
