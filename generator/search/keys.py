"""Word → keys: the words it is a form of, under which a search for any of them finds it.

The keys of a word depend on the word and the lexicon alone, never on the catalogue, so that an edit elsewhere changes
none. What was worked out is kept in the cache folder: a build whose words are all known reads no lexicon.
"""

from __future__ import annotations

import json
from importlib.metadata import version
from pathlib import Path

from generator.search.arabic import arabic_keys
from generator.search.cache import rules_digest, write_whole
from generator.search.hebrew import hebrew_keys, is_known
from generator.search.tokens import folded, is_arabic, is_hebrew

_LONGEST_RANGE = 20
"""Years between the ends of a range that are found by themselves (2016–2019 is found by 2017)."""


def keys(word: str) -> frozenset[str]:
    """Keys of a written word, itself included, in any language; final letters folded."""
    if is_hebrew(word):
        return frozenset(map(folded, hebrew_keys(word)))
    if is_arabic(word):
        return arabic_keys(word)
    if word[0].isdigit():
        return frozenset(_number_keys(word))
    return frozenset({word, _singular(word)})


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
    """The keys of every word asked for, kept between builds.

    `cache_dir` None keeps nothing. A file that cannot be read, or was made by other rules, is left out of account
    and written anew by `save`.
    """

    def __init__(self, cache_dir: Path | None) -> None:
        self.rules = f"{rules_digest('tokens', 'lexicon', 'hebrew', 'arabic', 'keys')}-{version('wordfreq')}"
        """Changes with any rule or with the lexicon: part of the key of everything made from keys."""
        self._path = cache_dir and cache_dir / f"words-{self.rules}.json"
        self._known: dict[str, tuple[str, ...]] = {}
        self._strange: set[str] = set()
        self._new = False
        if self._path and self._path.exists():
            self._known, self._strange = _read(self._path)

    def __getitem__(self, word: str) -> tuple[str, ...]:
        """Keys of a written word other than its own folded form, sorted."""
        found = self._known.get(word)
        if found is None:
            found = self._known[word] = tuple(sorted(keys(word) - {folded(word)}))
            self._new = True
            if not found and is_hebrew(word) and not is_known(word):
                self._strange.add(word)
        return found

    def is_strange(self, word: str) -> bool:
        """Whether it is a Hebrew word that the lexicon knows nothing of, alone or as a form: a rare name or acronym."""
        return not self[word] and word in self._strange

    def save(self) -> None:
        """Write what is new, whole or not at all: two builds may do so at once."""
        if self._path and self._new:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            text = json.dumps({word: "?" if word in self._strange else " ".join(found)
                               for word, found in self._known.items()}, ensure_ascii=False)
            write_whole(self._path, text.encode())


def _read(path: Path) -> tuple[dict[str, tuple[str, ...]], set[str]]:
    try:
        content = json.loads(path.read_bytes())
        known = {word: () if found == "?" else tuple(found.split()) for word, found in content.items()}
    except (ValueError, AttributeError, OSError):
        return {}, set()
    return known, {word for word, found in content.items() if found == "?"}
