"""Outside standards against a record: what is called met can be looked at, and what is not known is no blame."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from generator.disk.builder import SiteBuilder
from generator.views.evidence import BadPack, packs, read_pack
from tests.trust.sites import build, catalogue_files, environment, write_project


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small catalogue, whose second process was closed and has answered nobody, late and without a meeting."""
    files = dict(catalogue_files())
    for gone in ("responses.yml", "meetings/2024-02-01-plenary.md", "promises.yml"):
        del files[f"second/{gone}"]
    index = str(files["second/index.md"])
    files["second/index.md"] = index.replace("status: closing", "status: closed").replace("2024-04-01", "2024-09-01")
    return write_project(tmp_path_factory.mktemp("evidence"), files)


def sheet(project: Path, *arguments: str) -> str:
    """What `sikum evidence` prints."""
    command = [sys.executable, "-m", "generator", "evidence", *arguments]
    done = subprocess.run(command, cwd=project, env=environment(), capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_everything_that_is_met_is_shown_at_a_place_of_the_site(project: Path) -> None:
    """A claim without a place to look at is what such sheets are distrusted for."""
    _, site = build(SiteBuilder(project, project / "processes"), project)
    places = re.findall(
        r": \[met\]\(https://catalogue\.example\.org/([^)]*)\)", sheet(project, "first", "--lang", "en")
    )
    assert len(places) == 8
    assert [place for place in places if f"{place}index.html" not in site] == []


def test_what_is_not_so_and_what_is_not_known_are_told_apart(project: Path) -> None:
    """A record that does not say is no record that says no."""
    lines = sheet(project, "transport", "--lang", "en").splitlines()
    answers = {
        line.split(":")[0].split(" (")[0].removeprefix("- "): line.rpartition(": ")[2]
        for line in lines
        if line[:2] == "- "
    }
    assert answers["Reasoned response"] == "not met"
    assert answers["Responses should be published in a timely fashion"] == "not met"
    assert answers["Meetings are on record"] == "not known"
    assert not re.search(
        r"\d+\s*(?:%|/|of) ?\d*", "\n".join(line for line in lines if line[:2] == "- ").replace("12 weeks", "")
    )


def test_a_ministry_writes_a_standard_of_its_own(project: Path) -> None:
    """Offices have commitments that no package knows."""
    own = project / "own.yml"
    own.write_text(
        "id: own\ntitle: {he: א, ar: ب, en: Ours}\nsource: https://example.org/\ncriteria:\n"
        "  - {id: c, facts: [contact, promises], title: {he: א, ar: ب, en: Somebody answers}}\n"
    )
    text = sheet(project, "first", "--pack", str(own), "--lang", "en")
    assert "- Somebody answers: [met](https://catalogue.example.org/first/)" in text
    assert "OGP" not in text


@pytest.mark.parametrize("wrong", ["facts: [fame]", "facts: []", "facts: [goals], weight: 3"])
def test_a_standard_that_cannot_be_read_is_refused(wrong: str) -> None:
    """A misspelt fact would be "not known" for ever."""
    head = "id: own\ntitle: {he: א, ar: ب, en: c}\nsource: x\ncriteria:\n"
    with pytest.raises(BadPack):
        read_pack(f"{head}  - {{id: c, {wrong}, title: {{he: א, ar: ب, en: c}}}}\n".encode())


def test_every_criterion_of_the_package_speaks_three_languages() -> None:
    """A Hebrew sheet with an English line is half a sheet."""
    for pack in packs():
        for text in (pack.title, *(criterion.title for criterion in pack.criteria)):
            assert text.he
            assert text.ar
            assert text.en
