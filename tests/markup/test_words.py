"""How many words a text has, as the table of chapters says it."""

import pytest

from generator.markup.words import about, count_words


@pytest.mark.parametrize(
    ("words", "told"), [(0, 0), (1, 100), (99, 100), (149, 100), (150, 200), (649, 600), (651, 700), (12_345, 12_300)]
)
def test_a_number_of_words_is_told_to_the_nearest_hundred(words: int, told: int) -> None:
    """Whoever reads the table learns which chapters are long; an exact number would make all data anew at each word."""
    assert about(count_words("מילה " * words)) == told
