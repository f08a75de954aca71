"""Exchanges what some documents of a group say for what they say now, without reading the others again."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from generator.search.cards import Row, make_row
from generator.search.environment import IndexEnvironment
from generator.search.groups import Group, GroupPlan, Section, gather, words_of
from generator.search.packing import read_varint
from generator.search.postings import FOLLOWER, Vocabulary

_NOTHING = (b"", b"")
"""Entry and followers of a word that a document does not have."""


def exchange_documents(
    plan: GroupPlan, group: Group, rows: Sequence[Row], vocabulary: Vocabulary, env: IndexEnvironment
) -> tuple[Group, tuple[Row, ...]] | None:
    """What `make_group` makes of a plan, from the group and the rows of last time, where only some documents say something
    else; None where documents came, went, all changed, or are not kept as they were."""
    if [row.document_id for row in rows] != [source.document_id for source in plan.sources]:
        return None
    edited = [at for at, source in enumerate(plan.sources) if rows[at].digest != source.digest]
    kept = [row for at, row in enumerate(rows) if at not in edited]
    if not kept or not all(env.has_all(row.hashes) for row in kept):
        return None
    changes: defaultdict[str, dict[int, tuple[bytes, bytes]]] = defaultdict(dict)
    made = list(rows)
    for at in edited:
        source, place = plan.sources[at], plan.places[at]
        try:
            before = gather(source.load_earlier(rows[at].digest), place, vocabulary)
        except (KeyError, msgspec.MsgspecError):
            return None
        document = source.load()
        now = gather(document, place, vocabulary)
        made[at] = make_row(document, source.digest, env.blobs)
        for word in before.keys() | now.keys():
            has = now.get(word, _NOTHING)
            if has != before.get(word, _NOTHING):
                changes[word][place] = has
    return exchanged(group, changes), tuple(made)


def exchanged(group: Group, changes: Mapping[str, Mapping[int, tuple[bytes, bytes]]]) -> Group:
    """The group with what some words have in the documents at some places replaced: word → place → entry and followers, which
    are empty where the document has the word no more.

    It has the same words with the same entries as if all documents had been gathered anew.
    """
    letters: defaultdict[str, dict[str, Mapping[int, tuple[bytes, bytes]]]] = defaultdict(dict)
    for word, its_changes in changes.items():
        letters[word[0]][word] = its_changes
    found = dict(group)
    for letter, words in letters.items():
        section = _section(found.pop(letter, None), words)
        if section is not None:
            found[letter] = section
    return found


def _section(section: Section | None, changes: Mapping[str, Mapping[int, tuple[bytes, bytes]]]) -> Section | None:
    """The words of one letter, without those that no document has any more; None where none is left."""
    words = {word: has for word, *has in words_of(section)} if section else {}
    for word, now in changes.items():
        by_place = {**dict(_by_place(*words.pop(word, (b"", b"")))), **now}
        has = [each for _, each in sorted(by_place.items()) if each[0]]
        if has:
            words[word] = [b"".join(entry for entry, _ in has), b"".join(followers for _, followers in has)]
    if not words:
        return None
    entries, followers = zip(*words.values(), strict=True)
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
