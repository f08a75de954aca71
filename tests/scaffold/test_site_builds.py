"""A new site is a site: MkDocs builds it before a word was written, and after the first process was begun."""

import subprocess
from pathlib import Path

from tests.commands import run


def sikum(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """The command, as from a shell."""
    return run("generator", *arguments, folder=folder)


def test_a_new_site_is_built_empty_and_with_a_process(tmp_path: Path) -> None:
    """The tutorial's first quarter of an hour: what is made must be seen at once."""
    assert sikum("new", "site", "cat", folder=tmp_path).returncode == 0
    site = tmp_path / "cat"
    empty = run("mkdocs", "build", "--quiet", folder=site)
    assert empty.returncode == 0, empty.stderr
    assert (site / "site/index.html").exists()
    assert sikum("new", "process", "health/talks", "--ministry", "health", folder=site).returncode == 0
    assert sikum("new", "meeting", "talks", "2026-03-10", folder=site).returncode == 0
    begun = run("mkdocs", "build", "--quiet", folder=site)
    assert begun.returncode == 0, begun.stderr
    assert (site / "site/talks/foreword/index.html").exists()
    assert (site / "site/talks/meetings/2026-03-10/index.html").exists()


def test_misuse_is_one_line_and_exits_with_2(tmp_path: Path) -> None:
    """A page of usage hides the one thing that is wrong."""
    sikum("new", "site", "cat", folder=tmp_path)
    wrong = sikum("new", "process", "Talks", folder=tmp_path / "cat")
    assert (wrong.returncode, wrong.stdout) == (2, "")
    assert wrong.stderr.splitlines() == ["sikum: אינו מזהה: Talks (אותיות קטנות באנגלית, ספרות ומקפים בודדים)"]
