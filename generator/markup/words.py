"""How many words a text in Markdown has, as its readers see it."""

from __future__ import annotations

import re

from generator.markup.scan import plain_inline

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_HEADING_ID = re.compile(r"\{[#.:][^{}\n]*\}")
_WORD = re.compile(r"[^\W_]")


def count_words(markdown: str) -> int:
    """The number of runs between blanks that have a letter or digit; comments, link addresses and marks are not counted."""
    text = _HEADING_ID.sub("", _COMMENT.sub("", markdown))
    return sum(_WORD.search(word) is not None for line in text.splitlines() for word in plain_inline(line).split())
