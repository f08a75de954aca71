"""Editors find what they need in their own language: Hebrew, and Arabic."""

from __future__ import annotations

import re

import pytest

from docs.reference.generate import pages as generated_pages
from tests.docs.stories import DOCS, REPOSITORY

NEEDED = {"index.md", "tutorial.md", "word.md", "excel.md", "letters.md", "meetings.md", "reviewing.md"}
"""What an office begins with, in every language."""


def _by_hand(language: str) -> set[str]:
    return {path.name for path in (DOCS / language).glob("*.md") if f"{language}/{path.name}" not in generated_pages()}


def _pairs() -> list[str]:
    return sorted(_by_hand("he") & _by_hand("ar"))


def test_each_page_for_editors_is_in_hebrew_and_in_arabic() -> None:
    """A page that is added in Hebrew alone leaves the Arabic-speaking office with half a manual, and nobody knows."""
    assert _names("he") == _names("ar") >= NEEDED


@pytest.mark.parametrize("language", ["he", "ar"])
def test_the_first_page_and_the_menu_lead_to_each_page(language: str) -> None:
    """A page that only a search finds is not there for whoever begins at the beginning."""
    others = _names(language) - {"index.md"}
    assert set(re.findall(r"\]\(([a-z-]+\.md)", _text(language, "index.md"))) == others
    menu = (REPOSITORY / "mkdocs-docs.yml").read_text("utf-8")
    assert {name for name in others if f": {language}/{name}\n" not in menu} == set()


@pytest.mark.parametrize("name", _pairs())
def test_the_two_pages_have_the_same_headings_tables_and_steps(name: str) -> None:
    """A part that was added to one of them is missing to whoever reads the other."""
    shape = r"^(#+ |\| ---|[0-9]+\. |```\w*)"
    assert _shape(shape, "ar", name) == _shape(shape, "he", name)


@pytest.mark.parametrize("name", _pairs())
def test_an_arabic_page_tells_the_same_commands_as_the_hebrew_one(name: str) -> None:
    """A command or an option that was mended in one language only sends readers of the other one astray."""
    assert _options(_text("ar", name)) == _options(_text("he", name))


@pytest.mark.parametrize("name", _pairs())
def test_an_option_that_a_page_names_is_one_that_a_command_has(name: str) -> None:
    """`--participants-into` in a manual is a misuse of the command for whoever types it."""
    reference = (DOCS / "reference/cli.md").read_text("utf-8")
    known = set(re.findall(r"--[a-z][a-z-]+", reference)) | {
        "--quiet",
        "--site-dir",
        "--no-directory-urls",
    }  # of mkdocs
    assert {option for language in ("he", "ar") for option in _options(_text(language, name))} <= known


@pytest.mark.parametrize("name", sorted(_by_hand("ar")))
def test_an_arabic_page_is_arabic_from_right_to_left(name: str) -> None:
    """Without its frame a page reads from the left; a Hebrew sentence in it was forgotten."""
    text = _text("ar", name)
    assert text.startswith('<div dir="rtl" lang="ar" markdown>\n')
    assert text.rstrip().endswith("</div>")
    prose = re.sub(r"^```.*?^```$|`[^`\n]*`|\[[^\]]*\]\(\.\./he/[^)]*\)", "", text, flags=re.MULTILINE | re.DOTALL)
    assert not re.search("[\u05d0-\u05ea]", prose)


def test_the_menu_and_the_first_pages_lead_to_the_arabic_manual() -> None:
    """A manual that nobody is led to is not there."""
    for path in (REPOSITORY / "README.md", DOCS / "index.md"):
        assert "ar/index.md" in path.read_text("utf-8"), path


def _names(language: str) -> set[str]:
    return {path.name for path in (DOCS / language).glob("*.md")}


def _shape(pattern: str, language: str, name: str) -> list[str]:
    return re.findall(pattern, _text(language, name), re.MULTILINE)


def _text(language: str, name: str) -> str:
    return (DOCS / language / name).read_text("utf-8")


def _options(text: str) -> set[str]:
    """Options of commands that a text names, but for those that ask for a language or for help."""
    return set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", text)) - {"--lang", "--language", "--help"}
