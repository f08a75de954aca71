"""Names that stand in no file any more, and are still found."""

from generator.names.kept import is_of_key, keep, known_again
from generator.names.matcher import Matcher

KEY = "a-key-that-nobody-guesses"


def test_a_name_is_known_again_in_a_text_and_not_in_the_file() -> None:
    """The file lies in a repository that others read; the names are few enough to be guessed without a key."""
    text = keep(['ד"ר דנה זקאדם', "Sami Al-Said"], "first", KEY)
    assert "דנה" not in text
    assert "said" not in text.casefold()
    assert known_again(text, ["תודה לדנה זקאדם"], KEY) == {"דנה זקאדמ"}
    assert known_again(text, ["by <b>Sami</b> Alsaid"], KEY) == {"sami alsaid"}
    assert known_again(text, ["תודה לדנה", "זקשני"], KEY) == frozenset()
    assert "דנה זקאדמ" in known_again(text, ["ד נ ה  ז ק א ד ם"], KEY)


def test_a_name_that_is_known_again_as_one_word_is_looked_for_as_one() -> None:
    """An attached file is called after somebody in one word, and after nobody's title."""
    [name] = known_again(keep(["דנה זקאדם"], "first", KEY), ["דנהזקאדם.pdf"], KEY)
    assert list(Matcher([(name, 1)], are_joined=True).find("appendices/דנהזקאדם.pdf"))
    assert not list(Matcher([("edward", 1)], are_joined=True).find("edward.pdf"))


def test_the_hashes_are_of_the_key() -> None:
    """A salt that lies beside the hashes would hide nothing."""
    text = keep(["דנה זקאדם"], "first", KEY)
    other = "another-key-that-nobody-guesses"
    assert is_of_key(text, KEY)
    assert not is_of_key(text, other)
    assert known_again(text, ["דנה זקאדם"], other) == frozenset()
    assert keep([], "second", other, text).count("\n") == 1, "a file of another key begins anew"


def test_a_list_that_is_imported_again_takes_the_place_of_its_names() -> None:
    """Who has agreed since then is no longer looked for; the names of other processes stay."""
    text = keep(["דנה זקאדם"], "first", KEY, keep(["רון זקשני"], "second", KEY))
    again = keep([], "first", KEY, text)
    assert known_again(again, ["דנה זקאדם, רון זקשני"], KEY) == {"רונ זקשני"}
