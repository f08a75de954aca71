"""Documents in small groups, each gathered by word: after an edit only the group of the document that changed is made again.

A document belongs to a group, and has a place there, by the hash of its id, so that another document coming or going moves
nobody, until the catalogue outgrows a step of `group_count`. So whoever reads new files of the index with old ones, as a page
does that was open while the site was exchanged, takes no document for another.
"""

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, compress, islice, starmap
from typing import NamedTuple

from msgspec import Struct

from generator.search.cards import Row, make_row, parts_of
from generator.search.documents import DocumentSource, SearchDocument
from generator.search.environment import RULES, IndexEnvironment, digest_of
from generator.search.postings import Vocabulary, Word

_SIZE = 6
"""Documents that a group has at most, on average."""
_PLACES = 128
"""Numbers of one byte."""


class GroupPlan(Struct, frozen=True, kw_only=True):
    """What a group is to be made of."""

    number: int
    sources: tuple[DocumentSource, ...]
    """In the order of their places."""
    places: tuple[int, ...]
    digest: str
    """Of all these documents, and of the rules."""


class Section(Struct, frozen=True, array_like=True):
    """The words of a group that begin with one letter. Figures are arrays of `I`, four bytes each."""

    words: str
    """In no order, a line each."""
    sizes: bytes
    """Of each word's entries."""
    follower_sizes: bytes
    """Of each word's followers; 0 where no document has it as written."""
    entries: bytes
    """As in `postings`, one word after the other."""
    followers: bytes


class WordInGroup(NamedTuple):
    """What a group has of one word."""

    word: str
    entries: bytes
    followers: bytes


Group = Mapping[str, Section]
"""First letter → its words."""


def group_count(documents: int) -> int:
    """How many groups a catalogue of this size has: a power of two, so that it seldom changes."""
    count = 1
    while documents > _SIZE * count:
        count *= 2
    return count


def group_of(document_id: str, count: int) -> int:
    """The group that a document belongs to."""
    return int.from_bytes(hashlib.blake2b(document_id.encode(), digest_size=4).digest()) % count


def places_of(ids: Iterable[str]) -> dict[str, int]:
    """The place of each document of a group, in order: a number below 128 as long as there are not many."""
    found: dict[str, int] = {}
    taken: set[int] = set()
    for each in sorted(ids):
        place = hashlib.blake2b(each.encode(), digest_size=5).digest()[4] % _PLACES
        while place in taken:
            place += 1
        found[each] = place
        taken.add(place)
    return dict(sorted(found.items(), key=lambda pair: pair[1]))


def plan_groups(sources: Sequence[DocumentSource]) -> tuple[GroupPlan, ...]:
    """Which document goes where."""
    members: list[list[DocumentSource]] = [[] for _ in range(group_count(len(sources)))]
    for source in sources:
        members[group_of(source.document_id, len(members))].append(source)
    plans = []
    for number, group in enumerate(members):
        places = places_of(source.document_id for source in group)
        ordered = tuple(sorted(group, key=lambda source: places[source.document_id]))
        digests = [text for source in ordered for text in (source.document_id, source.digest)]
        digest = digest_of(RULES, str(number), *digests)
        plans.append(GroupPlan(number=number, sources=ordered, places=tuple(places.values()), digest=digest))
    return tuple(plans)


def make_group(
    plan: GroupPlan, known: Mapping[str, Row], vocabulary: Vocabulary, env: IndexEnvironment
) -> tuple[Group, tuple[Row, ...]]:
    """Read the documents of a group. `known`: rows by the digests of their documents, which need not be made again."""
    rows = []
    for source, place in zip(plan.sources, plan.places, strict=True):
        document = source.load()
        vocabulary.add(place, [text for _, _, text in parts_of(document)])
        row = known.get(source.digest)
        if row is None or row.document_id != source.document_id or not env.has_all(row.hashes):
            row = make_row(document, source.digest, env.blobs)
        rows.append(row)
    return {words[0].text[0]: _section(words) for words in vocabulary.gathered()}, tuple(rows)


def gather(document: SearchDocument, place: int, vocabulary: Vocabulary) -> dict[str, tuple[bytes, bytes]]:
    """The words of one document of a group alone, by its place there: the entry and the followers of each."""
    vocabulary.add(place, [text for _, _, text in parts_of(document)])
    return {word.text: (word.entries, word.followers) for words in vocabulary.gathered() for word in words}


def words_of(section: Section) -> Iterator[tuple[str, bytes, bytes]]:
    """Each word of a section with the entries and the followers that the group has of it."""
    return zip(
        section.words.split("\n"),
        _cut(section.entries, section.sizes),
        _cut(section.followers, section.follower_sizes),
        strict=True,
    )


def _cut(content: bytes, sizes: bytes) -> Iterator[bytes]:
    """The content in pieces of these sizes."""
    ends = (0, *accumulate(array("I", sizes)))
    return map(content.__getitem__, map(slice, ends, islice(ends, 1, None)))


def written_words(groups: Iterable[Group]) -> set[str]:
    """Every word that some document has as written."""
    found: set[str] = set()
    for group in groups:
        for section in group.values():
            found.update(compress(section.words.split("\n"), array("I", section.follower_sizes)))
    return found


def changed_words(old: Group, new: Group) -> dict[str, WordInGroup]:
    """The words of which a group has something else now: empty entries where it has none any more."""
    found: dict[str, WordInGroup] = {}
    for letter in old.keys() | new.keys():
        before, after = old.get(letter), new.get(letter)
        if before == after:
            continue
        left = {word: WordInGroup(word, *has) for word, *has in words_of(before)} if before else {}
        for each in starmap(WordInGroup, words_of(after)) if after else ():
            if left.pop(each.word, None) != each:
                found[each.word] = each
        found |= {word: WordInGroup(word, b"", b"") for word in left}
    return found


def _section(words: Iterable[Word]) -> Section:
    entries = [word.entries for word in words]
    followers = [word.followers for word in words]
    return Section(
        "\n".join([word.text for word in words]),
        array("I", map(len, entries)).tobytes(),
        array("I", map(len, followers)).tobytes(),
        b"".join(entries),
        b"".join(followers),
    )
