"""Published texts that something beside Sikum changes: every text there is is handed out once, and each change is in the site."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from generator.disk.builder import SiteBuilder
from generator.pipeline.catalogue import CheckedCatalogue
from generator.pipeline.changed_texts import PublishedText, with_changed_texts
from generator.pipeline.options import SiteOptions

SAMPLE = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def checked() -> CheckedCatalogue:
    """The sample: translations with chapters and meetings, appendices, ordinary pages."""
    options = SiteOptions(content_dir=SAMPLE / "processes", prefix="processes/", today=date(2026, 1, 31))
    return SiteBuilder(SAMPLE, SAMPLE / "processes", is_cached=False, workers=1).check(options)


def test_every_page_with_a_text_is_handed_out_once_with_its_address(checked: CheckedCatalogue) -> None:
    """The summary of a meeting in Arabic was forgotten, and the build of the whole site ended in an error."""
    given: list[PublishedText] = []
    with_changed_texts(checked, lambda text: (given.append(text), text.text)[1])
    counted = Counter(text.path for text in given)
    there = {page.path: page.url for outline in checked.outlines for page in outline.pages}
    assert counted == Counter(list(there))
    assert {text.path: text.url for text in given} == there
    assert [text.path for text in given if not text.title] == []
    assert any(text.topics for text in given)


def test_what_comes_back_as_it_was_changes_nothing(checked: CheckedCatalogue) -> None:
    """Every page, edition and table of a process would be made anew for a plugin that only looks."""
    same = with_changed_texts(checked, lambda text: text.text)
    assert [unit.key for unit in same.units] == [unit.key for unit in checked.units]


def test_a_change_is_in_the_process_and_in_its_key(checked: CheckedCatalogue) -> None:
    """With the key of the text before it, the page of the build before would stand in the site."""
    changed = with_changed_texts(checked, lambda text: f"{text.text}\n\n## סעיף שנוסף\n")
    for before, after in zip(checked.published, changed.published, strict=True):
        assert before.state != after.state
        process = changed.records.whole(after)
        bodies = [process.brief, *(page.body for page in (*process.chapters, *process.meetings))]
        bodies += [page.body for translation in process.translations for page in translation.pages]
        assert all(body.headings[-1].text == "סעיף שנוסף" for body in bodies)
    pages = changed.catalogue_without_processes.pages
    assert pages
    assert all("סעיף שנוסף" in page.body.text for page in pages)
