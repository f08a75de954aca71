"""Numbers of recommendations stay what Word prints, wherever the list stands."""

import pytest

from generator.importing.known_headings import is_known_heading
from generator.importing.placing import place_blocks
from generator.importing.word.document import read_document
from tests.importing.word.packages import head, item, numbering, package, par, read, run

LISTS = numbering(
    {
        1: (("decimal", "%1."), ("decimal", "%1.%2")),
        2: (("upperRoman", "%1."), ("lowerLetter", "%2."), ("bullet", "-")),
        3: (("hebrew1", "%1."), ("bullet", "-")),
        4: (("arabicAbjad", "%1-"), ("decimal", "%2.")),
    }
)
BOLD = "<w:b/><w:bCs/>"


def test_a_list_in_a_cell_that_has_to_be_html_has_its_numbers_once() -> None:
    """ "1פתיחת מרפאה": the number stood in the words, and the list printed another before it."""
    cells = "<w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr>"
    first = cells.format(item("פתיחת מרפאה", of=1) + item("קו אוטובוס", of=1), par("המשרד"))
    second = cells.format(item("קיצור התור", of=1), par("הקופה"))
    _, text, _ = read(package(f"<w:tbl>{first}{second}</w:tbl>", lists=LISTS))
    assert "<ol><li>פתיחת מרפאה</li><li>קו אוטובוס</li></ol>" in text
    assert '<ol><li value="3">קיצור התור</li></ol>' in text


@pytest.mark.parametrize(("of", "first"), [(2, "I. "), (3, "א. "), (4, "أ- ")])
def test_a_list_below_a_lettered_item_is_a_list_and_no_empty_bullet_around_it(of: int, first: str) -> None:
    """An empty bullet with a list in it is what the editor has to take out by hand, item by item."""
    _, text, _ = read(package(item("One", of=of), item("sub", of=of, level=1), item("Two", of=of), lists=LISTS))
    lines = [line for line in text.split("\n") if line]
    assert lines[0] == f"{first}One"
    assert lines[1].startswith(("- ", "1. "))
    assert lines[1].endswith("sub")
    assert not [line for line in lines if line.strip() == "-"]


def test_a_list_that_begins_a_level_down_below_a_heading_is_no_list_within_an_empty_item() -> None:
    """A chapter began with a bullet and nothing behind it, since the list of the chapter before had a level more."""
    lists = numbering({1: (("bullet", "•"), ("bullet", "o"))})
    _, text, _ = read(package(item("א", of=1), head("רקע"), item("ב", of=1, level=1), lists=lists))
    assert text == "- א\n\n# רקע\n\n- ב"


def test_bold_lines_that_a_list_numbers_are_headings_with_their_numbers(structure) -> None:
    """Word's own numbering of bold lines: "1הקדמה" was the title of the report, and no chapter was found."""
    body = [
        each
        for name in ("הקדמה", "רקע", "לוח הזמנים")
        for each in (item(run(name, BOLD), of=1), par(f"טקסט של {name}."))
    ]
    word = read_document(package(*body, lists=LISTS), is_known=lambda text: is_known_heading(structure, text))
    placement = place_blocks(word.text, structure)
    assert placement.title is None
    assert [(each.element, each.title) for each in placement.chapters] == [
        ("foreword", None), ("background", "רקע"), ("content", "3. לוח הזמנים"),
    ]  # fmt: skip
    assert [guess.why for guess in word.guesses] == ["numbered"] * 3
    assert not any("\ue000" <= letter <= "\uf8ff" for letter in f"{placement}")


def test_a_part_is_known_to_the_site_whatever_is_counted_before_its_name(structure) -> None:
    """ "חלק ב: תודות" was taken for the part on import, and not on the site: its gap could never be closed."""
    word = read_document(package(head("הקדמה"), par("שלום."), head("חלק ב: תודות", 2), par("תודה.")))
    placement = place_blocks(word.text, structure)
    assert [each.body for each in placement.chapters] == ["שלום.\n\n## תודות\n\nתודה."]
    assert [each.text for each in placement.left_out] == ["חלק ב: "]


@pytest.mark.parametrize(
    ("form", "start", "printed"),
    [
        ("lowerLetter", "25", ("y", "z", "aa", "bb")), ("upperLetter", "52", ("ZZ", "AAA")), ("lowerLetter", "1", ("a", "b")),
        ("hebrew1", "14", ("יד", "טו", "טז", "יז")), ("hebrew1", "115", ("קטו",)), ("hebrew1", "999", ("תתקצט", "1000")),
        ("hebrew2", "22", ("ת", "אא")), ("arabicAlpha", "28", ("ي", "أأ")), ("arabicAbjad", "10", ("ي", "ك")),
        ("upperRoman", "1994", ("MCMXCIV",)), ("lowerRoman", "8", ("viii", "ix")), ("decimalZero", "9", ("09", "10")),
        ("upperLetter", "0", ("0", "A")), ("chicago", "3", ("3", "4")), ("upperRoman", "²", ("I", "II")),
    ],
)  # fmt: skip
def test_labels_go_on_after_the_last_letter_as_word_prints_them(
    form: str, start: str, printed: tuple[str, ...]
) -> None:
    """ "Recommendation 27" is cited as "aa" by everybody who has the printed report."""
    lists = numbering({1: ((form, "(%1)"),)}).replace('<w:start w:val="1"/>', f'<w:start w:val="{start}"/>')
    _, text, _ = read(package(*(item("x", of=1) for _ in printed), lists=lists))
    assert text.split("\n\n") == [f"({label}) x" for label in printed]


@pytest.mark.parametrize(("legal", "label"), [("", "I.1"), ("<w:isLgl/>", "1.1")])
def test_a_clause_of_a_chapter_in_roman_numbers_is_written_in_the_figures_that_word_prints(
    legal: str, label: str
) -> None:
    """Clause 1.1 of a contract was I.1, which stands nowhere in it."""
    lists = numbering({1: (("upperRoman", "%1."), ("decimal", "%1.%2"))})
    lists = lists.replace('<w:lvlText w:val="%1.%2"/>', f'{legal}<w:lvlText w:val="%1.%2"/>')
    _, text, _ = read(package(item("a", of=1), item("b", of=1, level=1), lists=lists))
    assert [line.strip() for line in text.split("\n") if line] == ["I. a", f"- {label} b"]
