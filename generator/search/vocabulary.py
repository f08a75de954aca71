"""The catalogue's words with their keys, for the browser: it has no lexicon, so what it may look for is worked out here.

Many small files, by the first two letters of a word: a query loads the one of each of its words.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.search.hebrew import OFFSETS
from generator.search.keys import KeyTable
from generator.search.packing import packed, short_hash
from generator.search.tokens import folded, unfolded

_SMALL = 8_000
_SHORTEST_REST = 3


def vocabulary_files(words: Iterable[str], keys: KeyTable) -> tuple[list[str], dict[str, bytes]]:
    """(name of the file of each bucket, files): lines of a word and its keys. An empty bucket has an empty name."""
    entries = _entries(words, keys)
    buckets: list[list[str]] = [[] for _ in range(16 if len(entries) < _SMALL else 128)]
    for word in sorted(entries):
        buckets[bucket_of(word, len(buckets))].append(" ".join((word, *sorted(entries[word]))))
    names, files = [], {}
    for bucket in buckets:
        content = "\n".join(bucket).encode()
        names.append(short_hash(content) if content else "")
        if content:
            files[f"words/{names[-1]}.pack"] = packed(content)
    return names, files


def bucket_of(word: str, buckets: int) -> int:
    """The bucket of a folded word; `search-words.js` counts the same."""
    return (ord(word[0]) * 31 + (ord(word[1]) if len(word) > 1 else 0)) % buckets


def _entries(words: Iterable[str], keys: KeyTable) -> dict[str, set[str]]:
    entries: dict[str, set[str]] = {}
    strange: list[str] = []
    for word in words:
        found = keys[word]
        entries.setdefault(folded(word), set()).update(found)
        for key in found:
            if key not in entries:
                entries[key] = set()
        if keys.is_strange(word):
            strange.append(folded(word))
    # a word that only another form stands for here (ממשלה where all say הממשלה) has the keys of a word as well
    for word in list(entries):
        if not entries[word]:
            entries[word] = set(keys[unfolded(word)])
    # a name or acronym that the lexicon does not know, with and without a prefix: only the catalogue can tell
    families: dict[str, set[str]] = {}
    for word in strange:
        for rest in (word[length:] for length in (1, 2) if word[:length] in OFFSETS):
            if len(rest) >= _SHORTEST_REST:
                families.setdefault(rest, set()).add(word)
    for rest, family in families.items():
        members = family | {rest} if rest in entries or len(family) > 1 else family
        for word in members:
            entries[word] = entries.get(word, set()) | members - {word}
        entries[rest] = entries.get(rest, set()) | family
    return entries
