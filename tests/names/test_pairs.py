"""When a text says a name of the list: a table of pairs, and what may not depend on how large either side is."""

from pathlib import Path

from generator.names.likely import likely
from generator.names.matcher import Matcher

TABLE = (Path(__file__).parent / "pairs.txt").read_text(encoding="utf-8")


def _pairs() -> list[tuple[bool, str, str]]:
    pairs = []
    for line in TABLE.splitlines():
        if line and not line.startswith("#"):
            name, _, text = line[2:].partition(" => ")
            pairs.append((line[0] == "+", _plain(name), _plain(text)))
    return pairs


def _plain(written: str) -> str:
    for number in range(0x80, 0x10000):
        if "\\u" not in written:
            break
        written = written.replace(f"\\u{number:04x}", chr(number))
    return written.replace("\\\\", "\0").replace("\\n", "\n").replace("\0", "\\")


PAIRS = _pairs()


def test_a_name_is_found_as_people_write_it_and_another_name_is_not() -> None:
    """A form that is missed publishes somebody who refused; a false alarm stops an office that did nothing wrong."""
    wrong = []
    for stands_there, name, text in PAIRS:
        found = list(Matcher([(name, 1)]).find(text))
        if bool(found) is not stands_there or not all(0 <= match.start < match.end <= len(text) for match in found):
            wrong.append((stands_there, name, text, found))
    assert wrong == []


def test_the_table_is_large_and_holds_both_kinds() -> None:
    """The rule is held by its table, in the three languages of the product."""
    assert len(PAIRS) >= 150
    assert sum(not stands for stands, *_ in PAIRS) >= 30


def test_a_quick_look_drops_no_name_that_stands_in_the_text() -> None:
    """Whoever imports a long list is told of the names in the report only after this look: what it drops is published."""
    dropped = [
        (name, text)
        for stands_there, name, text in PAIRS
        if stands_there and list(likely([name], ["דבר אחר", text])) != [name]
    ]
    assert dropped == []


def test_a_quick_look_drops_names_of_which_a_word_stands_nowhere() -> None:
    """A list of twenty thousand would be prepared whole for a report of two pages."""
    names = ["דנה כהן", 'ד"ר רות כהן', "Dan Levy"]
    assert list(likely(names, ['בשבוע שעבר אמר ד"ר שמעון כהן לדנה כי די.'])) == ["דנה כהן"]


def test_a_quick_look_knows_that_an_initial_may_be_left_out() -> None:
    """The list has the whole name, and the report calls her by less."""
    assert list(likely(["Dan O'Brien"], ["said Dan Brien"])) == ["Dan O'Brien"]


def test_a_name_in_letters_set_apart_is_found_once() -> None:
    """The gaps are read in two ways, and an office would look for a second place that is not there."""
    assert [(match.start, match.end) for match in Matcher([("דנה כהן", 1)]).find("אמרה ד נ ה  כ ה ן.")] == [(5, 17)]
