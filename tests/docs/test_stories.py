"""What the documentation tells people to type works, in the order in which it tells it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.docs.stories import REPOSITORY, Reader, blocks_of, is_story, name_of, pages

STORIES = [page for page in pages() if is_story(page)]


@pytest.mark.parametrize("page", STORIES, ids=name_of)
def test_a_reader_who_follows_the_page_sees_what_it_says(page: Path, tmp_path: Path) -> None:
    """An editor with one afternoon gives up at the first command that does not do what the page promised."""
    Reader(tmp_path).follow(page)


def test_there_are_stories() -> None:
    """Were the blocks no longer found, the test above would pass with nothing in it."""
    assert {"docs/tutorial.md", "docs/he/tutorial.md", "docs/how-to/publishing.md"} <= set(map(name_of, STORIES))


@pytest.mark.parametrize("page", pages(), ids=name_of)
def test_a_command_that_no_test_can_run_names_what_exists(page: Path) -> None:
    """`make sight` or `sikum publish` in a block that only a person can run would send that person looking."""
    from generator.cli import COMMANDS

    targets = set(re.findall(r"^([a-z]+):", (REPOSITORY / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    text = "\n".join(block.text for block in blocks_of(page) if block.kind in ("sh", "console"))
    assert set(re.findall(r"^(?:\$ )?make ([a-z]+)", text, re.MULTILINE)) <= targets
    assert set(re.findall(r"^(?:\$ )?(?:\.venv/bin/)?sikum ([a-z]+)", text, re.MULTILINE)) <= set(COMMANDS)


@pytest.mark.parametrize("page", pages(), ids=name_of)
def test_no_command_hides_in_a_list_or_behind_a_prompt_of_another_kind(page: Path) -> None:
    """A block that is indented, or marked `bash`, would be skipped, and go stale unseen."""
    text = page.read_text(encoding="utf-8")
    assert not re.findall(r"^[ \t]+```(?:console|sh)|^[ \t]*```(?:bash|shell|zsh)", text, re.MULTILINE)
