"""The catalogue's words with their keys, for the browser: it has no lexicon, so what it may look for is worked out here.

Many small files, by the first two letters of a word: a query loads the one of each of its words. What a line says follows
from few words, so that after an edit only the lines are made again whose words came or went.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

from msgspec import Struct

from generator.search.hebrew import OFFSETS
from generator.search.keys import KEYS, KeyTable
from generator.search.lexicon import STRANGE
from generator.search.packing import packed, short_hash
from generator.search.postings import UNUSUAL
from generator.search.tokens import folded, unfolded
from generator.search.workplace import RULES, Workplace

_SMALL = 8_000
_SHORTEST_REST = 3
_MANY = 500
"""Terms that came or went above which all lines are made again."""
_NAME = "vocabulary"
WORD_NAMES = (_NAME, KEYS)
"""What is left for the next build."""
_PREFIXES = tuple(prefix for prefix in OFFSETS if len(prefix) <= 2)

TermLists = Mapping[str, str]
"""Digest of a shard → its terms, sorted, a line each; in the order of the shards."""


class Vocabulary(Struct, frozen=True, kw_only=True):
    """The files, and what they were made of."""

    shards: list[str]
    """Digests of all shards."""
    strange: list[str]
    """The folded words of which the lexicon knows nothing."""
    size: int
    """Number of lines."""
    buckets: list[str]
    """Lines of a folded word and its keys, sorted."""
    names: list[str]
    """Of the file of each bucket; of an empty one empty."""
    files: dict[str, str]
    """uri → hash on the shelf."""


class _Words(Struct, frozen=True, kw_only=True):
    """What there is in the catalogue."""

    has: Callable[[str], bool]
    """Whether there is this term."""
    unusual: Mapping[str, Collection[str]]
    """Folded word → its spellings that `unfolded` does not give."""
    strange: set[str]
    keys: KeyTable

    def is_word(self, fold: str) -> bool:
        """Whether the word, or a form of it, is written somewhere."""
        return self.has(fold + "=") or self.has(fold + "|")

    def is_strange(self, fold: str) -> bool:
        """Whether it is written, and the lexicon knows nothing of it in one of its spellings."""
        return self.has(fold + "=") and any(self.keys.entry(word) == STRANGE for word in self.spellings(fold))

    def spellings(self, fold: str) -> list[str]:
        """The written words that are folded to this one."""
        return [unfolded(fold), *self.unusual.get(fold, ())]

    def family(self, rest: str) -> set[str]:
        """Names and acronyms that the lexicon does not know, with a prefix before this: only the catalogue can tell."""
        return {prefix + rest for prefix in _PREFIXES if prefix + rest in self.strange} if rest else set()

    def line(self, fold: str) -> str | None:
        """What the browser is told of a folded word."""
        is_word, found = self.is_word(fold), self.family(fold) if len(fold) >= _SHORTEST_REST else set()
        if not is_word and not found:
            return None
        if is_word:
            # also a word that only another form stands for here: ממשלה where all say הממשלה
            for word in self.spellings(fold):
                found.update(self.keys.entry(word).replace(STRANGE, "").split())
        if fold in self.strange:
            for rest in _rests(fold):
                members = self.family(rest)
                if len(members) > 1 or self.is_word(rest):
                    found |= members | {rest}
        return " ".join((fold, *sorted(found - {fold})))


def vocabulary_of(now: TermLists, before: TermLists, keys: KeyTable, place: Workplace) -> Vocabulary:
    """The vocabulary of the terms of all shards as they are now, left for the next build with the table of keys.

    `before`: what an earlier build had, if anything; it spares work and changes nothing.
    """
    last = place.recall(_NAME, RULES, Vocabulary)
    if last and not (keys.is_read and place.has_all(last.files.values())):
        last = None
    if last and last.shards == list(now) and keys.is_saved:
        return last
    made = None
    if last and last.shards == list(before) and len(before) == len(now):
        made = _changed(last, now, before, keys)
    if made is None:
        made = _all_lines(now, keys)
    names, files = list(map(_bucket_name, made.buckets)), {}
    for name, bucket in zip(names, made.buckets, strict=True):
        if name:
            uri = f"words/{name}.pack"
            files[uri] = last.files[uri] if last and uri in last.files else place.shelf.put(packed(bucket.encode()))
    whole = Vocabulary(
        shards=list(now), strange=made.strange, size=made.size, buckets=made.buckets, names=names, files=files
    )
    keys.save()
    place.leave(_NAME, RULES, whole)
    return whole


def bucket_of(word: str, buckets: int) -> int:
    """The bucket of a folded word; `search-words.js` counts the same."""
    return (ord(word[0]) * 31 + (ord(word[1]) if len(word) > 1 else 0)) % buckets


class _Lines(Struct, frozen=True):
    """As in `Vocabulary`."""

    strange: list[str]
    size: int
    buckets: list[str]


def _bucket_name(bucket: str) -> str:
    return short_hash(bucket.encode()) if bucket else ""


def _rests(word: str) -> Iterator[str]:
    for length in (1, 2):
        if word[:length] in OFFSETS and len(word) - length >= _SHORTEST_REST:
            yield word[length:]


def _fold(term: str) -> str:
    return folded(term[1:]) if term[0] == UNUSUAL else term[:-1]


def _unusual(texts: Iterable[str]) -> dict[str, set[str]]:
    """Folded word → its unusual spellings, from lists that begin and end with a line break; these come first in them."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for text in texts:
        last = text.rfind("\n" + UNUSUAL)
        for term in text[1 : text.find("\n", last + 1)].split("\n") if last >= 0 else ():
            found[folded(term[1:])].add(term[1:])
    return found


def _all_lines(now: TermLists, keys: KeyTable) -> _Lines:
    terms = {term for text in now.values() for term in text.split("\n") if term}
    unusual = _unusual(f"\n{text}\n" for text in now.values())
    words = _Words(has=terms.__contains__, unusual=unusual, strange=set(), keys=keys)
    entries = {fold: keys.entry(unfolded(fold)) for fold in {term[:-1] for term in terms if term[0] != UNUSUAL}}
    doubtful = {fold for fold, found in entries.items() if found == STRANGE} | unusual.keys()
    words.strange.update(fold for fold in doubtful if words.is_strange(fold))
    lines = {fold: f"{fold} {found}" if found else fold for fold, found in entries.items()}
    for fold in doubtful | {rest for word in words.strange for rest in _rests(word)}:
        if line := words.line(fold):
            lines[fold] = line
    keys.keep({*map(unfolded, entries), *(word for spellings in unusual.values() for word in spellings)})
    buckets: list[list[str]] = [[] for _ in range(_bucket_count(len(lines)))]
    by_start: defaultdict[str, list[str]] = defaultdict(list)
    for fold, line in lines.items():
        by_start[fold[:2]].append(line)
    for start, its in by_start.items():
        buckets[bucket_of(start, len(buckets))] += its
    return _Lines(sorted(words.strange), len(lines), ["\n".join(sorted(bucket)) for bucket in buckets])


def _bucket_count(lines: int) -> int:
    return 16 if lines < _SMALL else 128


def _changed(last: Vocabulary, now: TermLists, before: TermLists, keys: KeyTable) -> _Lines | None:
    """The lines with those made anew that depend on a term that came or went; None where these are many."""
    changed: set[str] = set()
    for old, new in zip(before.values(), now.values(), strict=True):
        if old != new:
            changed |= set(old.split("\n")) ^ set(new.split("\n"))
    changed.discard("")
    if len(changed) > _MANY:
        return None
    texts = [f"\n{text}\n" for text in now.values()]
    words = _Words(
        has=lambda term: any(f"\n{term}\n" in text for text in texts),
        unusual=_unusual(texts),
        strange=set(last.strange),
        keys=keys,
    )
    folds = set(map(_fold, changed))
    touched = folds | {rest for fold in folds for rest in _rests(fold)}
    touched |= {member for fold in touched for member in words.family(fold)}
    for fold in folds:
        (words.strange.add if words.is_strange(fold) else words.strange.discard)(fold)
    touched |= {member for fold in touched for member in words.family(fold)}
    size, buckets = last.size, list(last.buckets)
    by_bucket: defaultdict[int, list[str]] = defaultdict(list)
    for fold in touched:
        by_bucket[bucket_of(fold, len(buckets))].append(fold)
    for number, its in by_bucket.items():
        lines = {line.split(" ", 1)[0]: line for line in buckets[number].split("\n") if line}
        size -= len(lines)
        for fold in its:
            if line := words.line(fold):
                lines[fold] = line
            else:
                lines.pop(fold, None)
        size += len(lines)
        buckets[number] = "\n".join(sorted(lines.values()))
    keys.drop(unfolded(fold) for fold in folds if not words.is_word(fold))
    keys.drop(term[1:] for term in changed if term[0] == UNUSUAL and not words.has(term))
    return _Lines(sorted(words.strange), size, buckets) if _bucket_count(size) == len(buckets) else None
