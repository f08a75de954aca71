"""Reports without styles: what an editor's eye takes for a title and for headings is taken for them, and said."""

import pytest

from generator.importing.known_headings import is_known_heading
from generator.importing.markdown import joined
from generator.importing.placing import place_blocks
from generator.importing.word.document import read_document
from generator.structure import Structure, load_structure
from tests.importing.word.packages import head, package, par, run

BOLD = "<w:b/><w:bCs/>"
LINE = '<w:u w:val="single"/>'


@pytest.fixture(scope="module")
def structure() -> Structure:
    """The package's own."""
    return load_structure()


def size(points: int) -> str:
    """Of letters of all scripts."""
    return f'<w:sz w:val="{points * 2}"/><w:szCs w:val="{points * 2}"/>'


def headings(structure: Structure, *body: str) -> tuple[str | None, list[tuple[int, str]], list[str]]:
    """Title, headings with their levels, and why each was taken for one."""
    document = read_document(package(*body), is_known=lambda text: is_known_heading(structure, text))
    title = next((block.text for block in document.text.blocks if block.is_title), None)
    found = [(block.level, block.text) for block in document.text.blocks if block.level and not block.is_title]
    assert joined(document.text)
    assert [each.text for each in document.guesses if each.why != "cover"] == [text for _, text in found]
    return title, found, [guess.why for guess in document.guesses]


def bold(text: str, points: int = 12) -> str:
    """A bold line."""
    return par(run(text, BOLD + size(points)))


def test_the_largest_line_of_a_cover_is_the_title_and_the_others_keep_their_levels(structure: Structure) -> None:
    """The city's name was the title, the title a chapter, and all chapters were headings within it."""
    found = headings(
        structure,
        bold("עיריית חיפה", 14), bold("תכנית אב לשבילים: סיכום שיתוף הציבור", 24), par("2023"),
        bold("תקציר", 16), par("בקצרה."), bold("מה נאמר", 16), bold("בטיחות", 13), par("הרבה."),
        bold("נוחות", 13), par("מעט."), bold("מה הלאה", 16), par("ממשיכים."),
    )  # fmt: skip
    assert found == (
        "תכנית אב לשבילים: סיכום שיתוף הציבור",
        [(1, "תקציר"), (1, "מה נאמר"), (2, "בטיחות"), (2, "נוחות"), (1, "מה הלאה")],
        ["cover", "known-name", "bold-line", "bold-line", "bold-line", "bold-line"],
    )


def test_a_title_over_two_lines_is_one_title(structure: Structure) -> None:
    """Half of it was the title of the process, and the other half its first chapter."""
    rest = (par("2023"), bold("רקע", 16), par("כך התחיל."), bold("מה נאמר", 16), par("הרבה."))
    lines = (bold("תכנית אב לשבילים:", 24), bold("סיכום השיחות", 24))
    _, found, whys = headings(structure, *lines, *rest)
    assert found == [(1, "רקע"), (1, "מה נאמר")]
    assert whys[0] == "cover"
    styled = [par(text, properties='<w:pStyle w:val="Title"/>') for text in ("תכנית אב לשבילים:", "סיכום השיחות")]
    style = '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>'
    for content in (package(*lines, *rest), package(*styled, head("רקע"), par("כך התחיל."), styles=style)):
        document = read_document(content, is_known=lambda text: is_known_heading(structure, text))
        placement = place_blocks(document.text, structure)
        assert placement.title == "תכנית אב לשבילים: סיכום השיחות"
        assert placement.chapters[0].element == "background"


def test_underlined_lines_are_headings(structure: Structure) -> None:
    """Half of all Hebrew letters have headings with a line below them and nothing else."""
    lines = [each for name in ("רקע", "מטרות", "המלצות") for each in (par(run(name, LINE)), par(f"על {name}."))]
    title, found, whys = headings(structure, *lines)
    assert title is None
    assert found == [(1, "רקע"), (1, "מטרות"), (1, "המלצות")]
    assert whys == ["underlined"] * 3


def test_underlined_lines_below_bold_ones_are_one_level_down(structure: Structure) -> None:
    """Bold for chapters, a line for what is in them."""
    _, found, _ = headings(
        structure,
        par("פתיח."), bold("ממצאים"), par(run("תחבורה", LINE + size(12))), par("א."),
        bold("מסקנות"), par("ב."),
    )  # fmt: skip
    assert found == [(1, "ממצאים"), (2, "תחבורה"), (1, "מסקנות")]


def test_lines_in_capitals_are_headings(structure: Structure) -> None:
    """An English report written in a mail program."""
    lines = ("INTRODUCTION", "Some text.", "FINDINGS", "The OECD was there.", "RECOMMENDATIONS", "Do this.")
    _, found, whys = headings(structure, *(par(line) for line in lines))
    assert found == [(1, "INTRODUCTION"), (1, "FINDINGS"), (1, "RECOMMENDATIONS")]
    assert set(whys) == {"capitals"}


def test_plain_lines_with_the_names_of_chapters_are_headings_where_nothing_stands_out(structure: Structure) -> None:
    """Pasted from a form; one such line alone is only a word."""
    _, found, whys = headings(structure, par("רקע"), par("כך התחיל."), par("המלצה אחת."), par("הקדמה"), par("שלום."))
    assert found == [(1, "רקע"), (1, "הקדמה")]
    assert set(whys) == {"known-line"}
    assert headings(structure, par("פתיח."), par("רקע"), par("כך התחיל."))[1] == []


def test_quotations_are_quotations_and_headings_are_not_italic() -> None:
    """A voice of a participant stood in stars, and so did the headings of Word's fourth level, which are set in italic."""
    styles = (
        '<w:style w:type="paragraph" w:styleId="Q"><w:name w:val="Intense Quote"/><w:rPr><w:b/><w:i/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="H4"><w:name w:val="heading 4"/><w:rPr><w:i/><w:iCs/></w:rPr></w:style>'
    )
    quotation = par("אמרו: Yes", properties='<w:pStyle w:val="Q"/>')
    body = package(par("נושא", properties='<w:pStyle w:val="H4"/>'), quotation, styles=styles)
    assert joined(read_document(body).text) == "#### נושא\n\n> אמרו: Yes"
