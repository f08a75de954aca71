"""A list of hundreds of people on paper: whole, in order, in tags a voice can follow, and as lines and not as a table."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from msgspec.structs import replace

from generator.editions.long_lists import LONGEST_TABLE
from generator.editions.pdf import media_of, pdf_html, render_pdf
from generator.model.published import OrganisationFigure, PublishedParticipant, PublishedProcess
from generator.rendering.context import CrossReferences, SiteContext
from tests.editions.matterhorn import archive_faults, elements, faults
from tests.editions.test_pdf import MARKS, media, pages_of

MANY = LONGEST_TABLE * 2


def with_people(process: PublishedProcess, count: int) -> PublishedProcess:
    """The process with so many people and organisations; every tenth keeps the name back, some have no organisation."""
    assert process.participants
    listed = tuple(
        PublishedParticipant(
            name=None if number % 10 == 0 else f"משתתפת לדוגמה {number}",
            role=f"רכזת {number}" if number % 3 else "",
            organisation=(f"ארגון {number}" if number > 1 else "ארגון C++ לדוגמה") if number % 4 else "",
        )
        for number in range(count)
    )
    organisations = tuple(OrganisationFigure(organisation=f"ארגון {number}", count=7) for number in range(count))
    return replace(process, participants=replace(process.participants, listed=listed, organisations=organisations))


@pytest.fixture(scope="module")
def long_list(
    process: PublishedProcess,
    cross_references: CrossReferences,
    context: SiteContext,
    tmp_path_factory: pytest.TempPathFactory,
) -> Path:
    """The PDF of a process with many people."""
    many = with_people(process, MANY)
    path = tmp_path_factory.mktemp("long") / "long.pdf"
    path.write_bytes(render_pdf(pdf_html(many, cross_references, context), media_of(many, media), b"{}"))
    return path


def test_everyone_is_in_it_once_and_in_order(long_list: Path) -> None:
    """Whoever is left out of a list of participants writes to the minister."""
    with pypdfium2.PdfDocument(long_list) as pdf:
        text = "\n".join(page.get_textpage().get_text_range() for page in pdf).translate(MARKS)
    lines = [" ".join(line.split()) for line in text.splitlines()]
    named = [line for line in lines if line.startswith("משתתפת לדוגמה") and line.split()[2].isdigit()]
    assert [int(line.split()[2]) for line in named] == [number for number in range(MANY) if number % 10]
    assert "משתתפת לדוגמה 11 · רכזת 11 · ארגון 11" in named
    assert sum("השם לא פורסם" in line for line in lines) == MANY // 10
    assert f"ארגון {MANY - 1} · 7" in lines
    assert "שם · תפקיד · ארגון" in lines, "what stands in which place"


def test_every_page_of_the_list_says_what_it_is(long_list: Path) -> None:
    """The seventh page of a list is read without the first."""
    listed = [page for page in pages_of(long_list) if page.count("משתתפת לדוגמה") > 5]
    assert len(listed) >= 3
    assert all("משתתפי התהליך" in page for page in listed)


def test_a_voice_hears_a_list_with_an_item_for_each_person(long_list: Path) -> None:
    """Tags of a list, in the order of the page; the file still is what it claims to be."""
    assert faults(long_list) == []
    assert archive_faults(long_list) == []
    with pikepdf.open(long_list) as pdf:
        lists: dict[tuple[int, int], int] = {}
        for element, above in elements(pdf):
            if str(element.S) == "/LI" and above == "/L":
                lists[element.P.objgen] = lists.get(element.P.objgen, 0) + 1
    # a list goes on over pages, and each page has a part of it
    assert sum(count for count in lists.values() if count > 20) >= 2 * MANY - 60


def test_a_short_list_stays_a_table_and_a_longer_one_needs_no_cell(
    process: PublishedProcess, cross_references: CrossReferences, context: SiteContext
) -> None:
    """A table with heads is better to read on two pages; at hundreds of rows it costs minutes and memory."""
    short = pdf_html(with_people(process, LONGEST_TABLE), cross_references, context)
    assert "data-sikum-participants" in short
    assert short.count("<td") >= 2 * LONGEST_TABLE
    many = pdf_html(with_people(process, LONGEST_TABLE + 1), cross_references, context)
    assert "data-sikum-participants" not in many
    assert '<bdi dir="ltr">C++</bdi>' in many, "the signs of a Latin name stay behind it"
    assert many.count('<ul class="lines">') == 2
