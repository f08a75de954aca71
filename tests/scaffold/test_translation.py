"""`sikum new translation`: a file beside each original whose marks, once they are filled, leave nothing to say."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import sikum
from generator.source.placeholders import find_placeholders
from tests.commands import REPOSITORY


def call(*arguments: object) -> Result:
    """Runs the command in this process."""
    return CliRunner().invoke(sikum, [str(each) for each in arguments])


WORDS = {"ar": "نص", "en": "words"}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """The catalogue of samples, without the translations that it has."""
    shutil.copytree(REPOSITORY / "processes", tmp_path / "processes")
    shutil.copyfile(REPOSITORY / "mkdocs.yml", tmp_path / "mkdocs.yml")
    shutil.copytree(REPOSITORY / "theme_overrides", tmp_path / "theme_overrides")
    for path in (tmp_path / "processes").rglob("*.??.*"):
        if path.parts[-2] != "processes":
            path.unlink()
    return tmp_path


def fill(folder: Path, language: str) -> None:
    """Somebody translates everything."""
    for path in folder.rglob(f"*.{language}.*"):
        text = path.read_text("utf-8")
        for start, end in reversed(list(find_placeholders(text))):
            text = text[:start] + WORDS[language] + text[end:]
        path.write_text(text, "utf-8")


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize(
    "process", ["example-full", "green-growth", "holocaust-survivors-support", "ogp-action-plan-3"]
)
def test_a_translation_whose_marks_are_filled_is_whole(site: Path, process: str, language: str) -> None:
    """Whoever filled every mark and is then told that a list is uneven, or a date missing, has been misled."""
    made = call("new", "translation", process, language, "--site", site)
    assert made.exit_code == 0, made.output
    folder = next((site / "processes").glob(f"*/{process}"))
    before = call("check", site, "--only", process, "--format", "concise").stdout
    assert set(re.findall(r"\b[A-Z]\d{3}\b", before)) == {"F031"}
    fill(folder, language)
    assert call("check", site, "--only", process, "--format", "concise").stdout.strip() == ""


def test_marks_quote_the_original_and_facts_stay_out(site: Path) -> None:
    """A translator sees what to translate where it will stand, and cannot change a date by it."""
    call("new", "translation", "example-full", "ar", "--site", site)
    folder = site / "processes/examples/example-full"
    record = (folder / "index.ar.md").read_text("utf-8")
    assert "text: '[للاستكمال: לגבש עקרונות לדרך בטוחה לבית הספר]'" in record
    assert not re.search(r"^(?:ministry|status|start_date|kind|participants_count|method)", record, re.MULTILINE)
    assert "## ما الذي نجح" in (folder / "reflection.ar.md").read_text("utf-8")
    promises = (folder / "promises.ar.yml").read_text("utf-8")
    assert not re.search(r"^[ -]*(?:date|due|status):", promises, re.MULTILINE)


def test_run_again_it_adds_what_the_original_has_gained(site: Path) -> None:
    """A new meeting is translated without the rest being written anew."""
    call("new", "translation", "example-full", "ar", "--site", site)
    folder = site / "processes/examples/example-full"
    (folder / "index.ar.md").write_text("translated", "utf-8")
    assert call("new", "translation", "example-full", "ar", "--site", site).exit_code == 1
    call("new", "meeting", "example-full", "2023-05-01", "--site", site)
    added = call("new", "translation", "example-full", "ar", "--site", site)
    assert added.exit_code == 0
    assert (folder / "meetings/2023-05-01.ar.md").exists()
    assert (folder / "index.ar.md").read_text("utf-8") == "translated"


def test_a_summary_is_one_file(site: Path) -> None:
    """Most processes have a page in Arabic and no more."""
    call("new", "translation", "health-parliament", "ar", "--summary", "--site", site)
    made = sorted(path.name for path in (site / "processes/health/health-parliament").rglob("*.ar.*"))
    assert made == ["index.ar.md"]
    fill(site / "processes/health/health-parliament", "ar")
    assert call("check", site, "--only", "health-parliament", "--format", "concise").stdout.strip() == ""


def test_a_process_is_not_translated_into_its_own_language(site: Path) -> None:
    """Two Hebrew texts at two addresses would differ within a month."""
    assert call("new", "translation", "health-parliament", "he", "--site", site).exit_code == 2
