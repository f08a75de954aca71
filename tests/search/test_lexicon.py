"""The word tables say what wordfreq says, and what the rules of the search make of it."""

from __future__ import annotations

import pytest
from wordfreq import get_frequency_dict, zipf_frequency

from generator.search import keys, lexicon
from generator.search.hebrew import hebrew_keys, is_known
from generator.search.lexicon import RARE, STRANGE, arabic, hebrew, hebrew_forms
from generator.search.tokens import folded, is_arabic, is_hebrew, written
from wordlists import derive


def test_hebrew_words_are_as_frequent_as_wordfreq_says() -> None:
    """Prefixes would come off words that begin with these letters."""
    words = [word for word in get_frequency_dict("he") if all(map(is_hebrew, word))][::199]
    assert len(words) > 1000
    differ = [word for word in words if abs(hebrew(word) - max(RARE, zipf_frequency(word, "he"))) > 0.006]
    # an acronym that is also a word counts as the commoner of the two
    assert all(hebrew(word) > zipf_frequency(word, "he") for word in differ)
    assert len(differ) < len(words) / 50


def test_arabic_words_are_as_frequent_as_wordfreq_says() -> None:
    """The same for the article and the particles of Arabic, however alef and taa marbuta are written."""
    words = [word for word in get_frequency_dict("ar") if word.isalpha() and is_arabic(word)][:60_000:97]
    for word in words:
        zipf = zipf_frequency(word, "ar")
        if zipf > 2.51 and not set(word[1:]) & set("أإآؤئى"):
            assert arabic(written(word)) >= zipf - 0.006, word
    assert arabic("وزير") == pytest.approx(zipf_frequency("وزير", "ar"), abs=0.006)


def test_words_that_no_list_has_are_rare() -> None:
    """A word of another script in a Hebrew token, or none at all, would stop the build."""
    assert hebrew("שקשקשיותרה") == hebrew("a+ב") == arabic("ﻻ١") == arabic("") == RARE
    assert hebrew_forms("שקשקשיותרה") is None


def test_an_acronym_counts_as_it_is_spelled() -> None:
    """צהל stands in texts as צה"ל, and would be taken for a word nobody knows."""
    assert hebrew("צהל") >= 4


def test_the_table_of_keys_says_what_the_rules_work_out() -> None:
    """After a change of the rules, words that the table has would keep the keys of before: run wordlists/derive.py."""
    words = [word for word in get_frequency_dict("he") if all(map(is_hebrew, word))][::97]
    for word in words:
        worked_out = " ".join(sorted(set(map(folded, hebrew_keys(word))) - {folded(word)}))
        assert hebrew_forms(word) == (worked_out or ("" if is_known(word) else STRANGE)), word
        assert keys.entry_of(word) == hebrew_forms(word)


def test_a_cache_is_thrown_away_when_the_tables_change() -> None:
    """An index made with other tables would be taken for that of today."""
    assert (lexicon.FOLDER / "digest.txt").read_text(encoding="utf-8") == derive.digest()
