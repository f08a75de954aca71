"""Names whose letters are set apart, `י ו ס י  כ ה ן`, or that are put together from pieces, `"דנה" & " " & "כהן"`: what
stands between is taken out, and the rest of the text left in its place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import partial

from generator.expressions import expression
from generator.names.letters import MARKS, QUOTES, SILENT

_APART = r"\s_.\-\u2010\u2011\u2013\u05be\u00b7\u2022\u2027\u30fb"
_ALONE = rf"[^\W\d_][{MARKS}]*+(?![^\W_])"  # all its marks: what follows a part of them is no letter, and no word's end
_RUN = expression(
    rf"(?<=[{_APART}{SILENT}])(?<![^\W_][{QUOTES}]){_ALONE}(?:[{_APART}{SILENT}]{{1,60}}(?<![^\W_]){_ALONE})+"
)
_MAY_BE_RUN = expression("[ \n\t._\\-\xa0\u2003\u2009\u05be\u00b7\0](?=[^\\W\\d_][\\W_])")
"""Apart, since it is quick."""
_GAP = expression(rf"(?<=[^\W_])[{_APART}{SILENT}]+(?=[^\W_])")
_CODE = expression(
    r"(?<=[^\W_])[\"'](?=[\s\0\"']*[&+~|,;{}%()=\[\]:])(?:[\s\0&+~|,;{}%()=\[\]:\"']|\b(?:set|[A-Za-z_]{1,12}(?=\s*[=:]))){1,40}[\"'](?=[^\W_])"
)
"""Between two texts of a formula, a template or a program."""
_UNREAD = expression(f"[{SILENT}]")
_FEWEST = 3
"""Letters. Two are initials."""
_AROUND = 80
"""Characters on each side of the letters in which the other half of the name may stand."""


def in_words(text: str) -> Iterator[tuple[int, int, int, str]]:
    """Of a text that was read: where letters or pieces stand apart, from where to where, and what is around them with these letters
    as words: where it begins, and as it reads.

    Each run is given as one word, and where its gaps differ, as words parted by the wider ones.
    """
    if '"' in text or "'" in text:
        for code in _CODE.finditer(text):
            begin = max(0, code.start() - _AROUND)
            between = " " + "\0" * (code.end() - code.start() - 1)
            yield (
                code.start(),
                code.end(),
                begin,
                f"{text[begin : code.start()]}{between}{text[code.end() : code.end() + _AROUND]}",
            )
    if not _MAY_BE_RUN.search(text):
        return
    for run in _RUN.finditer(f" {text}"):
        start, end = run.start() - 1, run.end() - 1
        gaps = [len(_UNREAD.sub("", gap)) for gap in _GAP.findall(run[0])]
        if len(gaps) + 1 < _FEWEST:
            continue
        begin = max(0, start - _AROUND)
        usual = Counter(gaps).most_common(1)[0][0]
        for widest in dict.fromkeys((max(gaps), usual)):
            joined = _GAP.sub(partial(_closed, widest=widest), run[0])
            yield start, end, begin, f"{text[begin:start]}{joined}{text[end : end + _AROUND]}"


def _closed(gap: re.Match[str], *, widest: int) -> str:
    """A gap as nothing, or as a space where it is wider than those within a word."""
    is_word = len(_UNREAD.sub("", gap[0])) > widest
    return (" " if is_word else "\0") + "\0" * (len(gap[0]) - 1)
