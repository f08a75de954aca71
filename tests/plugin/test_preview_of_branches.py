"""A preview whose files change under it: a branch is switched, the structure is saved, and in the end nothing is left."""

from __future__ import annotations

import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.plugin.small import configure, small_site
from tests.plugin.test_preview import Preview

ADDED = """\
record:
  budget:
    type: text
    title: {he: תקציב, ar: الميزانية, en: Budget}
    guidance: {he: כמה., ar: كم., en: How much.}
"""


def _git(site: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=x", "-c", "user.email=x@example.org")
    subprocess.run(["git", *identity, *arguments], cwd=site, check=True, capture_output=True)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A repository with two branches: `main` has one process, `other` has it under another name, with a second one."""
    folder = tmp_path / "site"
    small_site(folder)
    theme = "theme: {name: material, language: he, custom_dir: theme_overrides}\n"
    configure(folder, theme, "[{sikum: {structure: structure.yml}}]")
    (folder / "theme_overrides/partials/sikum").mkdir(parents=True)
    (folder / "theme_overrides/partials/sikum/notice.html").write_text("<p>הודעה</p>\n", encoding="utf-8")
    (folder / "structure.yml").write_text("record: {}\n", encoding="utf-8")
    (folder / ".gitignore").write_text("/site/\n.cache/\nserve.log\n", encoding="utf-8")
    _git(folder, "init", "-q", "-b", "main")
    _git(folder, "add", "-A")
    _git(folder, "commit", "-q", "-m", "one")
    _git(folder, "switch", "-q", "-c", "other")
    _git(folder, "mv", "processes/example", "processes/renamed")
    shutil.copytree(folder / "processes/renamed", folder / "processes/group/second")
    (folder / "structure.yml").write_text(ADDED, encoding="utf-8")
    record = folder / "processes/renamed/index.md"
    record.write_text(record.read_text("utf-8").replace("status: closed", "status: closed\nbudget: אלף", 1), "utf-8")
    _git(folder, "add", "-A")
    _git(folder, "commit", "-q", "-m", "two")
    _git(folder, "switch", "-q", "main")
    return folder


@pytest.fixture
def preview(site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Preview]:
    """Its preview, with a folder for temporary files of its own."""
    (tmp_path / "temporary").mkdir()
    monkeypatch.setenv("TMPDIR", str(tmp_path / "temporary"))
    running = Preview(site, TMPDIR=str(tmp_path / "temporary"))
    yield running
    running.stop()


def test_a_branch_may_be_switched_under_it(site: Path, preview: Preview) -> None:
    """A reviewer goes from one office's branch to the next, and saw yesterday's pages, or a server that had ended."""
    preview.wait("example/", lambda page: "data-sikum-page" in page)
    for _ in range(3):
        _git(site, "switch", "-q", "other")
        preview.wait("renamed/", lambda page: "אלף" in page and "F002" not in page)
        preview.wait("second/", lambda page: "data-sikum-page" in page)
        preview.wait_gone("example/")
        _git(site, "switch", "-q", "main")
        preview.wait("example/", lambda page: "data-sikum-page" in page)
        preview.wait_gone("second/")


def test_the_structure_and_a_template_are_seen_at_once(site: Path, preview: Preview) -> None:
    """A field that was added to the structure was unknown until some other file was saved."""
    record = site / "processes/example/index.md"
    record.write_text(record.read_text("utf-8").replace("status: closed", "status: closed\nbudget: אלף", 1), "utf-8")
    preview.wait("example/", lambda page: "F002" in page)
    (site / "structure.yml").write_text(ADDED, encoding="utf-8")
    preview.wait("example/", lambda page: "F002" not in page and "אלף" in page)
    (site / "structure.yml").write_text("record: {}\n", encoding="utf-8")
    preview.wait("example/", lambda page: "F002" in page)
    (site / "theme_overrides/partials/sikum/notice.html").write_text("<p>תחזוקה</p>\n", encoding="utf-8")
    preview.wait("example/", lambda page: "תחזוקה" in page)


def test_whoever_asks_for_it_is_looked_for(site: Path) -> None:
    """On a share that does not say what it is, no notice comes and no save was seen; `mkdocs serve` has no flag for it."""
    looking = Preview(site, SIKUM_POLL="1")
    try:
        looking.wait("example/", lambda page: "data-sikum-page" in page)
        text = site / "processes/example/content.md"
        text.write_text("נוסח שנשמר\n", encoding="utf-8")
        looking.wait("example/content/", lambda page: "נוסח שנשמר" in page)
    finally:
        looking.stop()
    assert "תשאול" in (site / "serve.log").read_text("utf-8")


def test_nothing_is_left_when_it_ends(preview: Preview, tmp_path: Path) -> None:
    """A folder for every preview stayed where the machine keeps temporary files, until the disk was full."""
    preview.wait("example/", lambda page: "data-sikum-page" in page)
    preview.stop()
    time.sleep(0.2)
    assert list((tmp_path / "temporary").iterdir()) == []


def test_nothing_is_left_of_one_that_was_killed_after_the_next(preview: Preview, site: Path, tmp_path: Path) -> None:
    """Who closes the window kills the server, which can tidy nothing: what it left has to go with the next one, not stay."""
    preview.wait("example/", lambda page: "data-sikum-page" in page)
    preview.kill()
    for _ in range(2):
        again = Preview(site, TMPDIR=str(tmp_path / "temporary"))
        again.wait("example/", lambda page: "data-sikum-page" in page)
        again.stop()
    time.sleep(0.2)
    assert list((tmp_path / "temporary").iterdir()) == []
    assert [path.name for path in (site / ".cache/sikum").iterdir() if path.name.startswith("scratch-")] == []
