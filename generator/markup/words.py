"""How many words a text in Markdown has, as its readers see it."""

from __future__ import annotations

import re
from functools import cache
from itertools import filterfalse

from generator.expressions import expression
from generator.markup.scan import without_marks

_COMMENT = expression(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_HEADING_ID = expression(r"\{[#.:][^{}\n]*\}")
_WORD = expression(r"[^\W_]")


@cache
def about(count: int) -> int:
    """The nearest of 100, 200, 500, 1,000, 2,000 and so on: few sentences take a chapter from one to the next, so that nearly
    none makes the tables of data anew."""
    lengths = (digit * 10**power for power in range(2, len(str(count)) + 1) for digit in (1, 2, 5))
    return min(lengths, key=lambda length: abs(length - count), default=100) if count else 0


def count_words(markdown: str) -> int:
    """The number of runs between blanks that have a letter or digit; comments, link addresses and marks are not counted."""
    text = _COMMENT.sub("", markdown) if "<!--" in markdown else markdown
    text = _HEADING_ID.sub("", text)
    if _has_marks(text):
        text = "\n".join([without_marks(line) if _has_marks(line) else line for line in text.splitlines()])
    words = text.split()
    # nearly every word is letters alone, or begins with one, which is told without a search
    others = [word for word in filterfalse(str.isalnum, words) if not word[0].isalnum()]
    return len(words) - sum(_WORD.search(word) is None for word in others)


def _has_marks(text: str) -> bool:
    """Whether marks may change the number of words: those of emphasis and of escape are no words, and part none."""
    return "[" in text or "<" in text or "&" in text
