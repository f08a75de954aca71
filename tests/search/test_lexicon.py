"""The lexicon is what wordfreq says: its files are read here, and must be read as it reads them."""

from __future__ import annotations

import pytest
from wordfreq import zipf_frequency

from generator.search import lexicon
from generator.search.lexicon import RARE, arabic, hebrew


@pytest.mark.parametrize("word", ["ממשלה", "שבממשלה", "תוכנית", "של", "אנרכוקפיטליזם"])
def test_hebrew_words_are_as_frequent_as_wordfreq_says(word: str) -> None:
    """Prefixes would come off words that begin with these letters, after an upgrade that writes its lists otherwise."""
    assert hebrew(word) == pytest.approx(max(RARE, zipf_frequency(word, "he")), abs=0.006)


@pytest.mark.parametrize("word", ["كتاب", "وزير", "من"])
def test_arabic_words_are_as_frequent_as_wordfreq_says(word: str) -> None:
    """The same for the article and the particles of Arabic."""
    assert arabic(word) == pytest.approx(max(RARE, zipf_frequency(word, "ar")), abs=0.006)


def test_an_acronym_counts_as_it_is_spelled() -> None:
    """צהל stands in texts as צה"ל, and would be taken for a word nobody knows."""
    assert hebrew("צהל") >= 4


def test_pieces_of_the_lexicon_say_what_the_list_says() -> None:
    """A word that is new after an edit must get the keys that it would get in a build from nothing."""
    found = lexicon.hebrew_zipfs()
    words = [*list(found)[::997], "שקשקושיותרה", "צהל"]
    from_list = [lexicon.hebrew(word) for word in words]
    lexicon.use_pieces(lexicon.hebrew_pieces())
    try:
        assert [lexicon.hebrew(word) for word in words] == from_list
    finally:
        lexicon.use_pieces([])
