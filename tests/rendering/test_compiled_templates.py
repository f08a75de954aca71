"""Compiled templates are kept beside them, and used only as long as they are those that would be compiled now."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

from generator.rendering import compiled
from generator.rendering.compiled import CompiledTemplates


def rendered(folder: Path, language: str = "he") -> str:
    """The page of the folder, by an environment of its own, as each start has one."""
    cache = CompiledTemplates(folder, language)
    return (
        Environment(loader=FileSystemLoader(folder), bytecode_cache=cache, autoescape=True)
        .get_template("a.html")
        .render()
    )


def kept(folder: Path) -> list[Path]:
    """What was kept of it."""
    return sorted((folder / "__pycache__").glob("*"))


def test_what_was_compiled_is_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every start, and every edit, would compile the templates of the whole site."""
    (tmp_path / "a.html").write_text("first {{ 1 + 1 }}")
    assert rendered(tmp_path) == "first 2"
    assert len(kept(tmp_path)) == 1
    monkeypatch.setattr(Environment, "compile", lambda *_, **__: pytest.fail("compiled again"))
    assert rendered(tmp_path) == "first 2"


def test_a_changed_template_is_compiled_anew(tmp_path: Path) -> None:
    """Whoever changes a template would see the old page, and clear caches until it goes away."""
    (tmp_path / "a.html").write_text("first")
    rendered(tmp_path)
    (tmp_path / "a.html").write_text("second")
    assert rendered(tmp_path) == "second"
    assert len(kept(tmp_path)) == 1


def test_other_words_another_language_and_another_jinja_are_compiled_by_themselves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page would speak Hebrew in Arabic, or keep a word that was corrected, since words are put in when it is compiled."""
    (tmp_path / "a.html").write_text("first")
    rendered(tmp_path)
    rendered(tmp_path, "ar")
    assert len(kept(tmp_path)) == 2
    before = kept(tmp_path)
    monkeypatch.setattr(compiled, "LOCALE", tmp_path)
    rendered(tmp_path)
    assert len(kept(tmp_path)) == 2
    assert kept(tmp_path) != before


@pytest.mark.parametrize("damage", [b"", b"j2", b"\x00" * 99])
def test_a_damaged_file_is_compiled_anew(tmp_path: Path, damage: bytes) -> None:
    """A start that was interrupted while writing would spoil every later one."""
    (tmp_path / "a.html").write_text("first")
    rendered(tmp_path)
    kept(tmp_path)[0].write_bytes(damage)
    assert rendered(tmp_path) == "first"


def test_a_folder_that_cannot_be_written_to_does_no_harm(tmp_path: Path) -> None:
    """A package installed by somebody else could not build a site."""
    (tmp_path / "a.html").write_text("first")
    (tmp_path / "__pycache__").write_text("a file where a folder should be")
    assert rendered(tmp_path) == "first"
