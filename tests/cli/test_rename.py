"""`sikum rename`: a process gets another id, and nothing that led to it leads nowhere."""

import subprocess
from pathlib import Path

import pytest

from generator.disk.builder import SiteBuilder
from tests.commands import run
from tests.trust.sites import build, catalogue_files, tree, write_project


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The small catalogue, whose pages name its first process in every way there is."""
    files = dict(catalogue_files())
    files["second/index.md"] = str(files["second/index.md"]).replace("---\n", "---\r\nprevious:\r\n  - first\r\n", 1)
    files["second/content.md"] = (
        str(files["second/content.md"])
        + "\n[אחד](../first/content.md#finding), [שוב](../first/), [כתובת](https://catalogue.example.org/first/content/)\n"
        + "\n[אחר](background.md) first ../first/content.md [מצוין][r]\n\n[r]: ../first/background.md\n"
    )
    files["first/background.md"] = str(files["first/background.md"]) + "\n[השני](../second/index.md)\n"
    return write_project(tmp_path, files)


def rename(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The command, as an editor calls it."""
    return run("generator", "rename", *arguments, folder=project)


def findings(project: Path) -> list[str]:
    """What `sikum check` would say, with the moved process called as before."""
    found, _ = build(SiteBuilder(project, project / "processes", is_cached=False), project)
    return sorted(f"{each.span.path.replace('renamed/', 'first/')} {each.rule}" for each in found)


def test_links_stages_and_addresses_follow_and_nothing_else_changes(project: Path) -> None:
    """An editor who renames a folder by hand leaves dead links in the files of others."""
    before = findings(project)
    done = rename(project, "first", "renamed")
    assert done.returncode == 0, done.stderr
    content = project / "processes"
    second = (content / "second/content.md").read_text()
    assert "[אחד](../renamed/content.md#finding), [שוב](../renamed/)" in second
    assert "[כתובת](https://catalogue.example.org/renamed/content/)" in second
    assert "[אחר](background.md) first ../first/content.md [מצוין][r]" in second
    assert "[r]: ../renamed/background.md" in second
    assert "[תהליך](renamed/index.md)" in (content / "about.md").read_text()
    assert b"previous:\r\n  - renamed\r\n" in (content / "second/index.md").read_bytes()
    assert "aliases: [first]\n---\n" in (content / "renamed/index.md").read_text()
    assert not (content / "first").exists()
    assert findings(project) == before


def test_a_dry_run_shows_the_same_patch_and_changes_nothing(project: Path) -> None:
    """Whoever is not sure looks first."""
    before = tree(project / "processes")
    shown = rename(project, "first", "renamed", "--dry-run")
    assert tree(project / "processes") == before
    assert "+[r]: ../renamed/background.md" in shown.stdout
    assert rename(project, "first", "renamed").stdout == shown.stdout


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("aliases: [old, older]  # קודם\n", "aliases: [old, older, first]  # קודם\n"),
        ("aliases:\n  - old\n", "aliases:\n  - old\n  - first\n"),
        ("aliases: []\n", "aliases: [first]\n"),
    ],
)
def test_a_former_id_is_added_in_the_form_that_is_there(project: Path, written: str, expected: str) -> None:
    """A list that somebody wrote, with remarks, is theirs."""
    index = project / "processes/first/index.md"
    index.write_text(index.read_text().replace("sources:", f"{written}sources:"))
    assert rename(project, "first", "renamed").returncode == 0
    text = (project / "processes/renamed/index.md").read_text()
    assert all(line in text.splitlines() for line in expected.splitlines())
    assert text.count("first") == 1


def test_back_to_the_former_id_swaps_the_two(project: Path) -> None:
    """An id that is in use again is no former one."""
    rename(project, "first", "renamed")
    assert rename(project, "renamed", "first").returncode == 0
    assert "aliases: [renamed]\n" in (project / "processes/first/index.md").read_text()


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("aliases: [oldest, back, newest]  # קודם\n", "aliases: [oldest, newest, first]  # קודם\n"),
        ("aliases:\n  - back\n  - newest  # קודם\n", "aliases:\n  - newest\n  - first  # קודם\n"),
    ],
)
def test_former_ids_stay_in_order_when_one_is_taken_back(project: Path, written: str, expected: str) -> None:
    """The last of them is the one that the process had just now: the data say so, the oldest first."""
    index = project / "processes/first/index.md"
    index.write_text(index.read_text().replace("sources:", f"{written}sources:"))
    assert rename(project, "first", "back").returncode == 0
    assert expected in (project / "processes/back/index.md").read_text()


@pytest.mark.parametrize("new", ["second", "about", "data", "Not-An-Id", "a/../../b"])
def test_an_id_that_cannot_be_is_refused_before_anything_changes(project: Path, new: str) -> None:
    """Half a renaming is worse than none."""
    before = tree(project / "processes")
    done = rename(project, "first", new)
    assert done.returncode in (1, 2)
    assert len(done.stderr.splitlines()) <= 2
    assert tree(project / "processes") == before
