"""Hebrew running text that weighs what real text weighs: real words, drawn as often as Hebrew uses them.

The words mean nothing together. What matters is what engines pay for: the number of words, how many different ones a
search index has to hold, and how much inline markup stands between them.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

VOCABULARY_SIZE = 40_000
WORDS_A_SENTENCE = (7, 19)
SENTENCES_A_PARAGRAPH = (3, 6)


@cache
def vocabulary() -> tuple[tuple[str, ...], tuple[float, ...]]:
    """The commonest Hebrew words and their cumulative frequencies, as `Random.choices` takes them."""
    import wordfreq  # here, since the list is large, and whoever times other processes must stay small

    frequencies = wordfreq.get_frequency_dict("he", "best")
    words = [word for word in frequencies if re.fullmatch("[א-ת]{2,}", word)]
    words = sorted(words, key=lambda word: (-frequencies[word], word))[:VOCABULARY_SIZE]
    return tuple(words), tuple(accumulate(frequencies[word] for word in words))


class Prose:
    """Sentences, paragraphs, lists and tables from one source of randomness."""

    def __init__(self, rng: Random) -> None:
        self.rng = rng

    def words(self, count: int) -> list[str]:
        """`count` words, each as likely as it is in Hebrew."""
        words, cumulative = vocabulary()
        return self.rng.choices(words, cum_weights=cumulative, k=count)

    def phrase(self, fewest: int, most: int) -> str:
        """A few words without punctuation: a title, a cell, a name of something."""
        return " ".join(self.words(self.rng.randint(fewest, most)))

    def sentence(self) -> str:
        """A sentence with its full stop, and a comma where it is long."""
        words = self.words(self.rng.randint(*WORDS_A_SENTENCE))
        if len(words) > 12:
            words[len(words) // 2] += ","
        return " ".join(words) + "."

    def paragraph(self) -> str:
        """Some sentences on one line; every third paragraph carries a word in bold."""
        sentences = [self.sentence() for _ in range(self.rng.randint(*SENTENCES_A_PARAGRAPH))]
        if self.rng.random() < 0.33:
            sentences[0] = f"**{self.phrase(1, 3)}** {sentences[0]}"
        return " ".join(sentences)

    def bullets(self) -> str:
        """A list of three to five sentences."""
        return "\n".join(f"- {self.sentence()}" for _ in range(self.rng.randint(3, 5)))

    def table(self) -> str:
        """A table of three columns and four to eight rows, its last column a number."""
        rows = [f"| {self.phrase(1, 3)} | {self.phrase(2, 6)} | {self.rng.randint(1, 400)} |"]
        rows += [
            f"| {self.phrase(1, 3)} | {self.phrase(2, 6)} | {self.rng.randint(1, 400)} |"
            for _ in range(self.rng.randint(3, 7))
        ]
        return "\n".join(["| נושא | מה עלה | משתתפים |", "|---|---|---|", *rows])

    def body(self, words: int) -> str:
        """Blocks (mostly paragraphs, here and there a list) of about `words` words together."""
        blocks: list[str] = []
        total = 0
        while not blocks or total < words - 30:  # half a paragraph: the last one stops as near as it can
            kind: Callable[[], str] = self.bullets if self.rng.random() < 0.12 else self.paragraph
            block = kind()
            total += block.count(" ") + 1
            blocks.append(block)
        return "\n\n".join(blocks)
