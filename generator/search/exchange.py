"""Exchanges what some documents of a group say for what they say now, without reading the others again."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from generator.search.cards import Row
from generator.search.environment import IndexEnvironment, no_collection
from generator.search.groups import Group, GroupPlan, Section, gather, words_of
from generator.search.packing import read_varint
from generator.search.postings import FOLLOWER, Collector, Vocabulary


def exchange_documents(
    plan: GroupPlan, group: Group, rows: Sequence[Row], vocabulary: Vocabulary, env: IndexEnvironment
) -> tuple[Group, tuple[Row, ...]] | None:
    """What `make_group` makes of a plan, from the group and the rows of last time, where only some documents say something
    else; None where documents came, went, or all changed."""
    if [row.document_id for row in rows] != [source.document_id for source in plan.sources]:
        return None
    places = [place for place, source in enumerate(plan.sources) if rows[place].digest != source.digest]
    kept = [row for place, row in enumerate(rows) if place not in places]
    if not kept or not all(env.has_all(row.hashes) for row in kept):
        return None
    with no_collection():
        now: dict[int, Collector] = {}
        made = list(rows)
        for place in places:
            now[place], made[place] = gather(plan.sources[place], place, vocabulary, env)
        return exchanged(group, now, vocabulary), tuple(made)


def exchanged(group: Group, now: Mapping[int, Collector], vocabulary: Vocabulary) -> Group:
    """The group with the documents at some places replaced. `now`: by place, what was gathered of each, of it alone.

    It has the same words with the same entries as if all documents had been gathered anew.
    """
    letters: defaultdict[str, dict[str, dict[int, tuple[bytes, bytes]]]] = defaultdict(dict)
    for place, collector in now.items():
        for number, entry in collector.entries.items():
            word = vocabulary.words[number]
            letters[word[0]].setdefault(word, {})[place] = entry, collector.followers.get(number, b"")
    found = {}
    for letter in group.keys() | letters.keys():
        section = _section(group.get(letter), letters.get(letter, {}), now.keys())
        if section is not None:
            found[letter] = section
    return found


def _section(
    section: Section | None, now: Mapping[str, Mapping[int, tuple[bytes, bytes]]], places: AbstractSet[int]
) -> Section | None:
    """The words of one letter, without those that no document has any more; None where none is left."""
    words: list[str] = []
    entries: list[bytes] = []
    followers: list[bytes] = []
    left = dict(now)
    for word, its_entries, its_followers in words_of(section) if section else ():
        by_place = dict(_by_place(its_entries, its_followers))
        new = left.pop(word, {})
        if new or places & by_place.keys():
            kept = {place: one for place, one in by_place.items() if place not in places}
            by_place = dict(sorted({**kept, **new}.items()))
            its_entries = b"".join(entry for entry, _ in by_place.values())
            its_followers = b"".join(follower for _, follower in by_place.values())
        if by_place:
            words.append(word)
            entries.append(its_entries)
            followers.append(its_followers)
    for word, new in left.items():
        words.append(word)
        entries.append(b"".join(entry for _, (entry, _) in sorted(new.items())))
        followers.append(b"".join(follower for _, (_, follower) in sorted(new.items())))
    if not words:
        return None
    return Section(
        "\n".join(words),
        array("I", map(len, entries)).tobytes(),
        array("I", map(len, followers)).tobytes(),
        b"".join(entries),
        b"".join(followers),
    )


def _by_place(entries: bytes, followers: bytes) -> Iterator[tuple[int, tuple[bytes, bytes]]]:
    """Of each document that has a word its place, its entry and its followers (see `postings`)."""
    at = follower = 0
    while at < len(entries):
        start = at
        place, at = read_varint(entries, at)
        kind, at = read_varint(entries, at)
        match kind & 3:
            case 2:
                at += kind >> 3
                is_written = not kind >> 2 & 1
            case 3:
                at += (kind >> 2) * 2
                is_written = True
            case one_part:
                is_written = one_part == 0
        first = follower
        if is_written:
            count, follower = read_varint(followers, follower)
            follower += count * FOLLOWER
        yield place, (entries[start:at], followers[first:follower])
