"""Words: how they are cut and written, the same in the build and in the browser, and what they are forms of."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser

from generator.search.keys import keys, keys_of
from generator.search.postings import follower_hash
from generator.search.tokens import TOKEN, folded, written
from tests.search.browsing import served, write_site

LETTERS = "אבגהויךכםמןנףפשת ְָּׁ\u05be\"'׳״-–.,/:0123456789٠١٥ابتةىيأإؤئـًّﻻשׁabéZ’()\n\u200f\u2069 "
CUT_ALL = """async ([root, texts]) => {
  const { tokens, written, folded, followerHash } = await import(`${root}assets/js/search-words.js`);
  return texts.map((text) => tokens(text).map((token) => {
    const word = folded(written(token.text));
    return [token.text, word, word ? followerHash(word) : 0];
  }));
}"""


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('צה"ל צה״ל צהל', ["צהל", "צהל", "צהל"]),
        ("ג׳ורג' צ'יפס", ["גורג", "ציפס"]),
        ("שָׁלוֹם בית־ספר בית-ספר", ["שלום", "בית", "ספר", "בית", "ספר"]),
        ("1,250 12.5 ١٢٣", ["1250", "12_5", "123"]),
        ("5.3.2024 05/03/2024 2024-03-05 2024-03", ["20240305", "20240305", "20240305", "202403"]),
        ("2016–2019 2016-19", ["20162019", "20162019"]),
        ("أحمد إدارة مـــدرسة وَالْحُكُومَة", ["احمد", "اداره", "مدرسه", "والحكومه"]),
        ("Ministries’ Café", ["ministries", "café".replace("é", "e")]),
        ('אמר: "שלום"', ["אמר", "שלום"]),
    ],
)
def test_words_are_written_one_way(text: str, words: list[str]) -> None:
    """A reader who types gershayim, niqqud or a date in another way would find nothing."""
    assert [written(token) for token in TOKEN.findall(text)] == words


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("שבממשלה", {"ממשלה"}),
        ("שהוועדה", {"ועדה"}),
        ("ועדת", {"ועדה"}),
        ("משרדי", {"משרד"}),
        ("משרדים", {"משרד"}),
        ("תוכנית", {"תכנית"}),
        ("ביטחון", {"בטחון"}),
        ("הגירה", set()),
        ("בריאות", set()),
        ("פיתוח", set()),
        ("בשר", set()),
        ("للحكومه", {"حكومه"}),
        ("policies", {"policy"}),
        ("20162018", {"2016", "2017", "2018"}),
        ("20240305", {"2024", "202403"}),
    ],
)
def test_keys_are_the_words_it_is_a_form_of(word: str, expected: set[str]) -> None:
    """A search for ממשלה would miss שבממשלה, or a search for גירה find הגירה."""
    found = keys(word) - {folded(word)}
    assert found >= {folded(key) for key in expected}
    assert found or not expected
    if not expected:
        assert not found


@given(st.text(alphabet=LETTERS, max_size=60))
def test_writing_a_word_twice_changes_nothing(text: str) -> None:
    """The vocabulary, whose words are written already, would disagree with the text."""
    for token in TOKEN.findall(text):
        word = written(token)
        assert folded(folded(word)) == folded(word)
        assert " " not in word
        assert "=" not in word
        assert "|" not in word


def test_the_browser_cuts_text_as_the_build_does(chromium: Browser, tmp_path: Path) -> None:
    """Marks in an excerpt would stand on other words than those found."""
    from random import Random

    random = Random(3)
    texts = ["".join(random.choices(LETTERS, k=random.randrange(60))) for _ in range(3000)]
    texts += ['5.3.2024, 2016–17 ו־1,250; ג׳ורג׳ וצה"ל. C++ G7 2024-13 2024-13-40 ٥٫٥ ﻻ שׁלום']
    write_site(tmp_path, (), {"index.html": "<!doctype html><title>t</title>"})
    with served(tmp_path) as root:
        page = chromium.new_page()
        page.goto(root)
        found = page.evaluate(CUT_ALL, [root, texts])
        page.close()
    for text, tokens in zip(texts, found, strict=True):
        words = [(token, folded(written(token))) for token in TOKEN.findall(text)]
        hashes = [int.from_bytes(follower_hash(word), "big") if word else 0 for _, word in words]
        assert tokens == [[*pair, number] for pair, number in zip(words, hashes, strict=True)], text


def test_a_name_that_no_list_knows_is_found_by_what_is_left_of_it() -> None:
    """בגרגמלון would not be found by גרגמלון, nor by לגרגמלון."""
    assert keys_of("בגרגמלונ") == ("גרגמלונ",)
    assert keys_of("שבגרגמלונ") == ("בגרגמלונ", "גרגמלונ")
    assert "גרגמלונ" in keys_of("לגרגמלונ")


def test_a_name_without_a_final_letter_is_looked_up_as_it_is_spelled() -> None:
    """קליפ would be looked up as קליף, which nobody writes, and הקליפ not be found by it."""
    assert keys_of("הקליפ") == ("קליפ",)
    assert keys_of("בשלומ") == ("שלומ",)
