"""One process → what the index holds of it: where each word stands, its card, and its text for excerpts.

Words are indexed under two kinds of term. `ממשלה=` is the word as written (spelling marks off); `ממשלה|` is a key: another
word of which the one at that place is a form. The sign at the end keeps Pagefind, which matches by prefix, from
taking one word for the beginning of another, and makes both kinds neighbours in the index, so that one chunk has them.
"""

from __future__ import annotations

import html
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain, islice
from operator import sub

from msgspec import Struct

from generator.search.cbor import array, integer
from generator.search.documents import SearchDocument
from generator.search.keys import KeyTable
from generator.search.packing import compact, packed, short_hash
from generator.search.tokens import TOKEN, folded, unfolded, written
from generator.search.workplace import Shelf

PLAIN_WEIGHT = 25
"""Pagefind's weight for which an index spends no byte (its 24 is a factor of 1)."""
TITLE_WEIGHT = 72
"""Words of the title and the short description weigh three times as much as those of the text."""
UNUSUAL = " "
"""Begins a term for a written word that is not spelled as `unfolded` spells it (a final letter that is missing, as in names
from abroad). It is not published, and comes before all terms that are; with it, the terms say what words there are."""
_PACK = 12_000
"""Bytes of text (before packing) in one file: what is moved to show one excerpt."""
_NOT_IN_META = array(0)


class Row(Struct, frozen=True, kw_only=True):
    """What is needed of a process when none of its words is looked at."""

    process_id: str
    digest: str
    """Of the document."""
    length: int
    """Number of tokens."""
    filters: dict[str, tuple[str, ...]]
    sort: dict[str, str | int | None]
    card: str
    """Hash of what is shown of the process, packed."""
    texts: dict[str, str]
    """Its text in one or more files: name and hash."""

    @property
    def hashes(self) -> tuple[str, ...]:
        """Of all its files."""
        return self.card, *self.texts.values()


class Terms(dict[str, tuple[int, ...]]):
    """Token → the numbers of its term as written and of those of its keys; of every token met in this build, since most come
    back in process after process."""

    def __init__(self, keys: KeyTable) -> None:
        super().__init__()
        self.names: list[str] = []
        """Number → term."""
        self._numbers: dict[str, int] = {}
        self._keys = keys

    def __missing__(self, token: str) -> tuple[int, ...]:
        self[token] = found = tuple(map(self._number, _terms(written(token), self._keys)))
        return found

    def _number(self, term: str) -> int:
        number = self._numbers.setdefault(term, len(self.names))
        if number == len(self.names):
            self.names.append(term)
        return number


def _terms(word: str, keys: KeyTable) -> Iterator[str]:
    if not word:
        return  # a tatweel that stands alone, of which nothing is left
    fold = folded(word)
    yield fold + "="
    if word != unfolded(fold):
        yield UNUSUAL + word
    for key in keys[word]:
        yield key + "|"


class _Cuts(dict[str, list[str]]):
    """What stands between two spaces → its tokens; no token has a space in it."""

    def __missing__(self, run: str) -> list[str]:
        self[run] = found = TOKEN.findall(run)
        return found


class Places(Struct, frozen=True, kw_only=True):
    """Where the tokens of a process stand."""

    by_token: dict[str, list[int]]
    firsts: tuple[int, ...]
    """Of each part: the title and description, then the sections."""
    title_end: int
    """Places below this are in the title or the description."""
    length: int


_cuts = _Cuts()
"""Only ever added to, and the same for whoever asks."""


def parts_of(document: SearchDocument) -> list[tuple[str, str, str]]:
    """Address, title and text of each part; the text begins with the title and a line break."""
    parts = [(document.url, document.title, f"{document.title}\n{document.description}")]
    return parts + [(each.url, each.title, f"{each.title}\n{each.text}") for each in document.sections]


def find_places(texts: Iterable[str]) -> Places:
    """Number the tokens of a process through all its parts."""
    by_token: defaultdict[str, list[int]] = defaultdict(list)
    firsts, at, title_end = [], 0, 0
    for text in texts:
        firsts.append(at)
        tokens = list(chain.from_iterable(map(_cuts.__getitem__, text.split())))
        for place, token in enumerate(tokens, start=at):
            by_token[token].append(place)
        at += len(tokens) + 1  # a phrase does not run from one part into the next
        title_end = title_end or at
    return Places(by_token=by_token, firsts=tuple(firsts), title_end=title_end, length=at)


def make_row(document: SearchDocument, digest: str, where: Places, shelf: Shelf) -> Row:
    """Put the card and the text of a process on the shelf."""
    parts = parts_of(document)
    packs = _text_packs([text for _, _, text in parts])
    card = compact(
        {
            "id": document.process_id,
            "url": document.url,
            "language": document.language,
            "title": document.title,
            "card": document.card or _plain_card(document),
            "sections": [[url, title, first] for (url, title, _), first in zip(parts, where.firsts, strict=True)],
            "packs": [[first, name] for first, name, _ in packs],
        }
    )
    return Row(
        process_id=document.process_id,
        digest=digest,
        length=where.length,
        filters=document.filters,
        sort=document.sort,
        card=shelf.put(packed(card)),
        texts={f"texts/{name}.pack": shelf.put(packed(content)) for _, name, content in packs},
    )


def encoded(places: list[int], title_end: int) -> bytes:
    """Places in one process as Pagefind packs them, to the end of the page's entry."""
    if len(places) == 1 and places[0] >= title_end:
        return _single(places[0])
    return _several(places, title_end)


def _plain_card(document: SearchDocument) -> str:
    return (
        f'<h3><a href="{html.escape(document.url)}">{html.escape(document.title)}</a></h3>'
        f"<p>{html.escape(document.description)}</p>"
    )


def _text_packs(texts: list[str]) -> list[tuple[int, str, bytes]]:
    """(number of the first part, name, content) of each text file; a long part has a file of its own."""
    groups: list[tuple[int, list[str]]] = []
    size = _PACK
    for number, text in enumerate(texts):
        length = len(text.encode())
        if size + length > _PACK:
            groups.append((number, []))
            size = 0
        groups[-1][1].append(text)
        size += length
    contents = [(first, compact(group)) for first, group in groups]
    return [(first, short_hash(content), content) for first, content in contents]


def _several(places: list[int], title_end: int) -> bytes:
    """Differences, with a negative number where the weight changes."""
    in_title = bisect_left(places, title_end)
    of_text, of_title = places[in_title:], places[:in_title]
    numbers = [*map(integer, map(sub, of_text, (0, *of_text)))]
    if of_title:
        steps = map(integer, map(sub, of_title, (0, *of_title)))
        numbers += integer(-TITLE_WEIGHT - 1), integer(of_title[0]), *islice(steps, 1, None)
    return array(len(numbers)) + b"".join(numbers) + _NOT_IN_META


@lru_cache(maxsize=1 << 16)
def _single(place: int) -> bytes:
    """One place that is not in the title: the most frequent case by far."""
    return array(1) + integer(place) + _NOT_IN_META
