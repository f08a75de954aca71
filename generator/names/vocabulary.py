"""The words of many texts as four-byte numbers, to decide without the texts whether a name can occur in them.

A catalogue's names are looked for in all its processes, and nearly none of them holds one: this is what spares the reading.
Two words may have one number, so a yes is only a perhaps; a no is certain.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from functools import lru_cache
from zlib import crc32

from generator.names.forms import COMMA, forms_of
from generator.names.text import DEEPEST, every_word, read, split, within_humps

_PREFIXES = (
    "", *"והבלמשכ", "וה", "וב", "ול", "ומ", "וש", "וכ", "של", "שב", "שמ", "שה", "כש", "וכש", "לכש", "מש", "כשל",
    *"وفبلكس", "وب", "ول", "وك", "فل", "فب", "ال", "وال", "بال", "لل",
)  # fmt: skip


def pack_words(texts: Iterable[str]) -> bytes:
    """The numbers of all words of some texts, those of attributes, addresses and comments among them."""
    found: set[str] = set()
    within = list(texts)
    for _ in range(DEEPEST + 1):
        waiting, within = within, []
        for text in waiting:
            plain, inside = read(text)
            found.update(every_word(plain))
            within += (said for _, said in inside)
    return array("I", sorted(set().union(*map(_numbers, found)))).tobytes()


class Wanted:
    """The words that names consist of."""

    def __init__(self, names: Iterable[str]) -> None:
        self._by_last: dict[int, set[tuple[str, tuple[int, ...]]]] = {}
        self._alone: dict[int, None] = {}
        for name in names:
            for form in forms_of(name):
                first, *rest = (word for word in form.words if word != COMMA)
                if rest:
                    numbers = tuple(map(_number, rest))
                    self._by_last.setdefault(numbers[-1], set()).add((first, numbers))
                else:
                    self._alone.update((_number(prefix + first), None) for prefix in _PREFIXES)

    def may_stand_in(self, packed: bytes) -> bool:
        """Whether all words of a name are among these: the first of them with any prefix."""
        numbers = array("I")
        numbers.frombytes(packed)
        known = frozenset(numbers)
        if not known.isdisjoint(self._alone):
            return True
        return any(
            known.issuperset(rest) and any(_number(prefix + first) in known for prefix in _PREFIXES)
            for last in known & self._by_last.keys()
            for first, rest in self._by_last[last]
        )


def forget_words() -> None:
    """Empties what is remembered of words: it makes one build faster, and is only weight between two of them."""
    _numbers.cache_clear()
    split.cache_clear()


@lru_cache(maxsize=1 << 16)
def _numbers(word: str) -> tuple[int, ...]:
    """Of the parts of a word as written. Processes share most of their words, so each is folded once for all of them."""
    parts = (*(part[0] for part in split(word)), *(letters for letters, _ in within_humps(word)))
    return tuple(map(_number, parts))


def _number(word: str) -> int:
    return crc32(word.encode("utf-8", "surrogatepass"))
