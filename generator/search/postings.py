"""One process → what the index holds of it: where each word stands, its card, and its text for excerpts.

Words are indexed under two kinds of term. `ממשלה=` is the word as written (spelling marks off); `ממשלה|` is a key: another
word of which the one at that place is a form. The sign at the end keeps Pagefind, which matches by prefix, from
taking one word for the beginning of another, and makes both kinds neighbours in the index, so that one chunk has them.
"""

from __future__ import annotations

import html
from dataclasses import dataclass
from functools import lru_cache

from generator.search.cbor import array, integer
from generator.search.documents import SearchDocument
from generator.search.keys import KeyTable
from generator.search.packing import compact, packed, short_hash
from generator.search.tokens import TOKEN, folded, written

PLAIN_WEIGHT = 25
"""Pagefind's weight for which an index spends no byte (its 24 is a factor of 1)."""
TITLE_WEIGHT = 72
"""Words of the title and the short description weigh three times as much as those of the text."""
_PACK = 12_000
"""Bytes of text (before packing) in one file: what is moved to show one excerpt."""
_NOT_IN_META = array(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Posting:
    """A process made ready for its shard; plain values, so that a cache can hold it."""

    process_id: str
    digest: str
    """Of the document and the rules it was indexed by."""
    length: int
    """Number of tokens."""
    terms: dict[str, bytes]
    """Term → its places, as Pagefind encodes them, to the end of the page's entry."""
    words: tuple[str, ...]
    """The written words of the process, unfolded, sorted."""
    card: bytes
    """What is shown of the process, packed."""
    files: dict[str, bytes]
    """Its text in one or more files, by name."""


class Terms:
    """The terms of every token met in this build: most words come back in process after process."""

    def __init__(self, keys: KeyTable) -> None:
        self.keys = keys
        self._words: dict[str, str] = {}
        self._terms: dict[str, tuple[str, ...]] = {}

    def word(self, token: str) -> str:
        """The token as `written`."""
        if token not in self._words:
            self._words[token] = written(token)
        return self._words[token]

    def of(self, token: str) -> tuple[str, ...]:
        """Its term as written, then those of its keys."""
        found = self._terms.get(token)
        if found is None:
            word = self.word(token)
            found = self._terms[token] = (folded(word) + "=", *(key + "|" for key in self.keys[word]))
        return found


def make_posting(document: SearchDocument, digest: str, terms: Terms) -> Posting:
    """Index one document."""
    parts = [(document.url, document.title, f"{document.title}\n{document.description}")]
    parts += [(section.url, section.title, f"{section.title}\n{section.text}") for section in document.sections]
    by_token: dict[str, list[int]] = {}
    firsts, at, title_end = [], 0, 0
    for _, _, text in parts:
        firsts.append(at)
        for token in TOKEN.findall(text):
            if token in by_token:
                by_token[token].append(at)
            else:
                by_token[token] = [at]
            at += 1
        at += 1  # a phrase does not run from one part into the next
        title_end = title_end or at
    # nearly every term of a process comes from one of its tokens: encode the places of a token once, for all its terms
    encoded: dict[str, bytes] = {}
    places: dict[str, list[int]] = {}
    shared: set[str] = set()
    for token, found in by_token.items():
        content = _encoded(found, title_end)
        for term in terms.of(token):
            if term in encoded:
                places[term] = places[term] + found
                shared.add(term)
            else:
                encoded[term] = content
                places[term] = found
    encoded |= {term: _encoded(sorted(places[term]), title_end) for term in shared}
    packs = _text_packs([text for _, _, text in parts])
    card = compact({
        "id": document.process_id, "url": document.url, "language": document.language,
        "title": document.title, "card": document.card or _plain_card(document),
        "sections": [[url, title, first] for (url, title, _), first in zip(parts, firsts, strict=True)],
        "packs": [[first, name] for first, name, _ in packs],
    })
    return Posting(
        process_id=document.process_id, digest=digest, length=at,
        terms=encoded,
        words=tuple(sorted({terms.word(token) for token in by_token})), card=packed(card),
        files={f"texts/{name}.pack": content for _, name, content in packs},
    )


def _plain_card(document: SearchDocument) -> str:
    return (f'<h3><a href="{html.escape(document.url)}">{html.escape(document.title)}</a></h3>'
            f"<p>{html.escape(document.description)}</p>")


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
    return [(first, short_hash(content), packed(content)) for first, content in contents]


def _encoded(places: list[int], title_end: int) -> bytes:
    """Places as Pagefind packs them: differences, with a negative number where the weight changes."""
    if len(places) == 1 and places[0] >= title_end:
        return _single(places[0])
    in_title = [place for place in places if place < title_end]
    numbers, last = [], 0
    for place in places[len(in_title):]:
        numbers.append(integer(place - last))
        last = place
    for number, place in enumerate(in_title):
        numbers += [integer(-TITLE_WEIGHT - 1), integer(place)] if not number else [integer(place - last)]
        last = place
    return array(len(numbers)) + b"".join(numbers) + _NOT_IN_META


@lru_cache(maxsize=1 << 16)
def _single(place: int) -> bytes:
    return array(1) + integer(place) + _NOT_IN_META
