"""The words of many texts as four-byte numbers, to decide without the texts whether a name can occur in them.

A catalogue's names are looked for in all its processes, and nearly none of them holds one: this is what spares the reading.
Two words may have one number, so a yes is only a perhaps; a no is certain.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from zlib import crc32

from generator.names.forms import COMMA, forms_of
from generator.names.spaced import in_words
from generator.names.text import DEEPEST, every_word, read, split, within_humps

_PREFIXES = (
    "", *"והבלמשכ", "וה", "וב", "ול", "ומ", "וש", "וכ", "של", "שב", "שמ", "שה", "כש", "וכש", "לכש", "מש", "כשל",
    "בו", "לו", "מו", "שו", "כו", "ולו",
    *"وفبلكس", "وب", "ول", "وك", "فل", "فب", "ال", "وال", "بال", "لل",
)  # fmt: skip


def pack_words(texts: Iterable[str]) -> bytes:
    """The numbers of all words of some texts, those of attributes, addresses and comments among them."""
    if len(_known) > _MOST_KNOWN:
        _known.clear()
    found: set[str] = set()
    within = list(texts)
    for _ in range(DEEPEST + 1):
        waiting, within = within, []
        for text in waiting:
            plain, inside = read(text)
            # no word goes on over a blank, and what stands between two of them is looked at once for all processes
            found.update(plain.split())
            for _, _, _, around in in_words(plain):
                found.update(around.split())
            if inside:
                within += (said for _, said in inside)
    known = set(map(_known.__getitem__, found))
    several = [_known.several[~each] for each in known if each < 0]
    return array("I", sorted({each for each in known if each >= 0}.union(*several))).tobytes()


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
    _known.clear()
    split.cache_clear()
    forms_of.cache_clear()


class _Numbers(dict[str, int]):
    """What stands between two blanks -> the number of the word in it; of several words, or parts of one, `~` their place
    in `several`. Processes share most of it.
    """

    def __init__(self) -> None:
        super().__init__()
        self.several: list[tuple[int, ...]] = []

    def __missing__(self, written: str) -> int:
        words = every_word(written)
        parts = (
            *(part[0] for word in words for part in split(word)),
            *(each for word in words for each, _ in within_humps(word)),
        )
        numbers = tuple(map(_number, parts))
        if len(numbers) == 1:
            self[written] = numbers[0]
        else:
            self[written] = ~len(self.several)
            self.several.append(numbers)
        return self[written]

    def clear(self) -> None:
        super().clear()
        self.several.clear()


_known = _Numbers()
_MOST_KNOWN = 1 << 16


def _number(word: str) -> int:
    return crc32(word.encode("utf-8", "surrogatepass"))
