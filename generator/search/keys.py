"""Word → keys: the words it is a form of, under which a search for any of them finds it.

The keys of a word depend on the word and the lexicon alone, never on the catalogue, so that an edit elsewhere changes
none. What was worked out is kept between builds.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from generator.search.arabic import arabic_keys
from generator.search.hebrew import hebrew_keys, is_known
from generator.search.lexicon import STRANGE, hebrew_forms
from generator.search.tokens import folded, is_arabic, is_hebrew
from generator.search.workplace import RULES, Workplace

_LONGEST_RANGE = 20
"""Years between the ends of a range that are found by themselves (2016–2019 is found by 2017)."""
KEYS = "keys"


def keys(word: str) -> frozenset[str]:
    """Keys of a written word, itself included, in any language; final letters folded."""
    if is_hebrew(word):
        return frozenset(map(folded, hebrew_keys(word)))
    if is_arabic(word):
        return arabic_keys(word)
    if word[0].isdigit():
        return frozenset(_number_keys(word))
    return frozenset({word, _singular(word)})


def entry_of(word: str) -> str:
    """Keys of a written word other than its own folded form, sorted, with a space between; or `STRANGE`."""
    found = hebrew_forms(word) if is_hebrew(word) else None
    if found is None:
        found = " ".join(sorted(keys(word) - {folded(word)}))
        if not found and is_hebrew(word) and not is_known(word):
            return STRANGE
    return found


def _number_keys(word: str) -> set[str]:
    found = {word}
    if len(word) == 8 and word.isascii() and word.isdigit():
        first, second = int(word[:4]), int(word[4:])
        if 1900 <= first <= second <= min(first + _LONGEST_RANGE, 2099):
            return found | {str(year) for year in range(first, second + 1)}
    if len(word) in (6, 8) and word[:2] in ("19", "20") and "01" <= word[4:6] <= "12":
        found |= {word[:4], word[:6]}
    return found


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("ches", "shes", "xes", "sses", "zes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


class KeyTable:
    """The keys of every word asked for, kept between builds. Read from the memory when the first is asked for."""

    def __init__(self, place: Workplace) -> None:
        self._place = place
        self._known: dict[str, str] | None = None
        self._new: dict[str, str] = {}
        self._was_left = False
        self.is_saved = True
        """Whether nothing was learnt that an earlier build did not leave."""

    def __getitem__(self, word: str) -> tuple[str, ...]:
        """Keys of a written word other than its own folded form, sorted."""
        found = self.entry(word)
        return () if found == STRANGE else tuple(found.split())

    @property
    def known(self) -> dict[str, str]:
        """Word → its keys with a space between, or the sign of a strange word."""
        if self._known is None:
            self._known = self._place.recall(KEYS, RULES, dict[str, str]) or {}
            self._was_left = bool(self._known)
        return self._known

    @property
    def is_read(self) -> bool:
        """Whether an earlier build left a table, so that few words will be new."""
        _ = self.known
        return self._was_left

    def learnt(self) -> dict[str, str]:
        """What was worked out since this was last asked: for `learn` in another process."""
        new, self._new = self._new, {}
        return new

    def learn(self, entries: dict[str, str]) -> None:
        """Take over what another process worked out."""
        if entries:
            self.known.update(entries)
            self.is_saved = False

    def keep(self, words: Collection[str]) -> None:
        """Forget every other word."""
        self._known = {word: entry for word, entry in self.known.items() if word in words}
        self.is_saved = False

    def drop(self, words: Iterable[str]) -> None:
        """Forget these words."""
        for word in words:
            if self.known.pop(word, None) is not None:
                self.is_saved = False

    def save(self) -> None:
        """Leave the table for the next build."""
        if not self.is_saved:
            self._place.leave(KEYS, RULES, self.known)
        self.is_saved, self._new = True, {}

    def entry(self, word: str) -> str:
        """Keys of a written word other than its own folded form, sorted, with a space between; or `STRANGE`."""
        found = self.known.get(word)
        if found is None:
            found = entry_of(word)
            self.known[word] = self._new[word] = found
            self.is_saved = False
        return found
