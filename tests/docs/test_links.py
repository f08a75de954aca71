"""Every link in the documentation leads somewhere, and the documentation builds without a warning."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.commands import run
from tests.docs.stories import DOCS, REPOSITORY, name_of, pages

_CODE = re.compile(r"^(`{3,}).*?^\1[ \t]*$|`[^`\n]*`", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\((?P<target>[^)\s]+)\)")
_ELSEWHERE = re.compile(r"[a-z]+:|#")


@pytest.mark.parametrize("page", pages(), ids=name_of)
def test_a_relative_link_leads_to_a_file(page: Path) -> None:
    """On a code host the pages are read as files, where nobody checks links when building."""
    text = _CODE.sub("", page.read_text(encoding="utf-8"))
    targets = [match["target"].partition("#")[0] for match in _LINK.finditer(text)]
    relative = [target for target in targets if target and not _ELSEWHERE.match(target)]
    assert [target for target in relative if not (page.parent / target).exists()] == []


def test_the_documentation_builds_with_every_link_and_anchor_whole(tmp_path: Path) -> None:
    """`make docs` is strict: a heading that was renamed would break links into it, and a page left out of the menu is lost."""
    built = run("mkdocs", "build", "--strict", "--quiet", "-f", "mkdocs-docs.yml", "-d", tmp_path)
    assert built.returncode == 0, built.stderr
    assert (tmp_path / "he/index.html").is_file()
    assert (tmp_path / "ar/index.html").is_file()


def test_a_page_of_the_documentation_asks_no_other_host_for_anything() -> None:
    """The documentation keeps the promise that Sikum makes for the sites it builds."""
    configuration = (REPOSITORY / "mkdocs-docs.yml").read_text(encoding="utf-8")
    assert re.search(r"^\s+font: false", configuration, re.MULTILINE)
    texts = [_CODE.sub("", _text(page)) for page in DOCS.rglob("*.md")]
    pictures = [target for text in texts for target in re.findall(r"!\[[^\]]*\]\(([^)]+)\)", text)]
    assert [target for target in pictures if _ELSEWHERE.match(target)] == []


@pytest.mark.parametrize("page", pages(), ids=name_of)
def test_a_page_names_only_files_of_the_repository_that_are_there(page: Path) -> None:
    """A row of the threat model whose test was moved protects nobody; a path that is gone sends a newcomer astray."""
    named = set(re.findall(r"`((?:tests|generator|examples|benchmarks|requirements)/[\w./-]+)`", _text(page)))
    assert [path for path in sorted(named) if not (REPOSITORY / path).exists()] == []


def test_each_threat_has_a_test_or_says_that_it_has_none() -> None:
    """A defence that nobody tests is one that goes unnoticed when it goes."""
    tables = [line for line in _text(DOCS / "security.md").splitlines() if line.startswith("| ") and "---" not in line]
    threats = [line for line in tables if line.count(" | ") == 2 and not line.startswith(("| threat", "| |", "| **"))]
    assert len(threats) > 30
    assert [line for line in threats if "`tests/" not in line and "no test yet" not in line] == []


def _text(page: Path) -> str:
    return page.read_text(encoding="utf-8")
