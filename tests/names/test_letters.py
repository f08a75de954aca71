"""The letters of words, by which two spellings are one."""

from __future__ import annotations

from pathlib import Path

from generator.names.letters import fold, fold_words

ORDINARY = (Path(__file__).parent / "ordinary_names.txt").read_text("utf-8")


def test_a_table_of_words_is_folded_as_each_of_them_is() -> None:
    """A title would be told from a name on a list, and not in a text, or the other way round."""
    written = "ד\"ר דר' בֶּן־דָּוִד שלום מלך رؤوف رءوف مُحَمَّد فاطمة علی Ærø Łukasz François STRASSE straße dr. ii א"
    assert fold_words(written) == [fold(word) for word in written.split()]
    words = [word for word in ORDINARY.split() if "'" not in word and "’" not in word]
    assert len(words) > 100
    assert [fold(word) for word in words if fold(word)] == fold_words(" ".join(words))
