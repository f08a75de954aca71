"""Names that an import leaves out of the list are not lost to the search for them."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import sikum
from generator.pipeline.kept_names import KEY
from tests.trust.sites import catalogue_files, write_project
from tests.trust.traces import traces

NAME = "זקדנה זקאדם"
LIST = f"שם,תפקיד,מאשרים פרסום?\nזקרון זקשני,רכז,כן\n{NAME},רכזת,לא\n"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site whose first process names in a chapter somebody whose list has not been imported yet."""
    for variable in (KEY, f"{KEY}_FILE"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "settings"))
    files = catalogue_files()
    del files["first/participants.csv"]
    files["first/content.md"] = str(files["first/content.md"]) + f"\nאחרי ההפסקה אמרה ל{NAME} שדי.\n"
    folder = write_project(tmp_path / "site", files)
    (tmp_path / "list.csv").write_text(LIST, encoding="utf-8")
    return folder


def run(*arguments: str | Path) -> str:
    """What a command says."""
    return CliRunner().invoke(sikum, [str(each) for each in arguments], catch_exceptions=False).output


def test_the_import_says_at_once_where_a_name_stands_and_without_a_key_that_checks_will_not(site: Path) -> None:
    """The recommended way took the names out of the list, and so out of the search."""
    said = run("import", "participants", site.parent / "list.csv", "--into", "first", "--site", site, "--force")
    assert "first/content.md:" in said
    assert KEY in said
    assert traces(said.encode(), [NAME]) == set()
    assert not (site / ".sikum").exists()
    assert "P003" not in run("check", site, "--format", "concise")


def test_with_a_key_checks_go_on_looking(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A chapter is written weeks after the list was imported."""
    monkeypatch.setenv(KEY, "a-key-that-nobody-guesses")
    run("import", "participants", site.parent / "list.csv", "--into", "first", "--site", site, "--force")
    assert traces((site / ".sikum/withheld").read_bytes(), [NAME]) == set()
    said = run("check", site, "--format", "concise")
    assert "first/content.md" in next(line for line in said.splitlines() if "P003" in line)
    assert traces(said.encode(), [NAME]) == set()
    monkeypatch.delenv(KEY)
    without = run("check", site, "--format", "concise")
    assert "P003" not in without
    assert "P014" in without, "a check that does not look says so"


def test_a_key_inside_the_site_is_no_key(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A key beside the hashes goes wherever they go."""
    (site / "key.txt").write_text("a-key-that-nobody-guesses")
    monkeypatch.setenv(f"{KEY}_FILE", str(site / "key.txt"))
    assert KEY in run("import", "participants", site.parent / "list.csv", "--into", "first", "--site", site, "--force")
    assert not (site / ".sikum").exists()
