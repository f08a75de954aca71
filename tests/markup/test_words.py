"""How many words a text has, as the table of chapters says it."""

import pytest

from generator.markup.words import about, count_words


@pytest.mark.parametrize(
    ("words", "told"),
    [(0, 0), (1, 100), (149, 100), (151, 200), (349, 200), (351, 500), (749, 500), (751, 1_000), (12_345, 10_000)],
)
def test_a_number_of_words_is_told_as_one_two_or_five_of_hundreds_or_thousands(words: int, told: int) -> None:
    """Whoever reads the table learns which chapters are long; an exact number would make all data anew at each word."""
    assert about(count_words("מילה " * words)) == told


@pytest.mark.parametrize(
    ("words", "markdown"),
    [
        (4, "*א* _ב_ `ג` \\* ד **"), (3, "[א ב](c d) – ג"), (2, "<b>א</b> <!-- ב ג --> ד"), (2, "א&nbsp;ב"),
        (1, "## א {#b}"), (2, "א[^1]\n\n<br>ב"), (3, "- **א ב** *ג* -"),
    ],
)  # fmt: skip
def test_marks_and_addresses_are_no_words(words: int, markdown: str) -> None:
    """A reader counts what stands on the page."""
    assert count_words(markdown) == words
