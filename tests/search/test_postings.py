"""What the words of a document are gathered into, held to what `postings` says of it, worked out by the plainest means."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

from generator.search.keys import keys_of
from generator.search.packing import read_varint
from generator.search.postings import FOLLOWER, Vocabulary, follower_hash
from generator.search.tokens import TOKEN, folded, written

Gathered = dict[str, tuple[bytes, bytes]]


def words_of(text: str) -> list[str]:
    """The words of a text as they are compared."""
    return [word for word in (folded(written(token)) for token in TOKEN.findall(text)) if word]


def parts_with(parts: Sequence[str], word: str, *, in_any_form: bool) -> set[int]:
    """The numbers of the parts in which a word is written, or a form of it."""
    return {
        number
        for number, text in enumerate(parts)
        for each in words_of(text)
        if each == word or (in_any_form and word in keys_of(each))
    }


def hashes_after(parts: Sequence[str], word: str) -> list[bytes]:
    """What follows a word within a part, each once."""
    pairs = [pair for text in parts for pair in zip(words_of(text), words_of(text)[1:], strict=False)]
    return list(dict.fromkeys(follower_hash(after) for before, after in pairs if before == word))


def gather(vocabulary: Vocabulary, documents: dict[int, Sequence[str]]) -> Gathered:
    """Entries and followers of every word of a group: the place of a document → its parts."""
    for place, parts in documents.items():
        vocabulary.add(place, parts)
    return {word.text: (word.entries, word.followers) for words in vocabulary.gathered() for word in words}


def read_entries(content: bytes) -> Iterator[tuple[int, set[int], set[int]]]:
    """Of each document its place, the parts that have the word in any form, and those that have it as written."""
    at = 0
    while at < len(content):
        place, at = read_varint(content, at)
        figure, at = read_varint(content, at)
        kind, rest = figure & 3, figure >> 2
        if kind < 2:
            yield place, {rest}, set() if kind else {rest}
            continue
        length = rest >> 1 if kind == 2 else rest
        maps = [int.from_bytes(content[at + n * length : at + (n + 1) * length], "little") for n in range(kind - 1)]
        at += length * len(maps)
        any_form, *exact = [{part for part in range(8 * length) if each >> part & 1} for each in maps]
        yield place, any_form, exact[0] if exact else set() if rest & 1 else any_form


def read_followers(content: bytes) -> Iterator[list[bytes]]:
    """Of each document that has the word as written the hashes of what follows it."""
    at = 0
    while at < len(content):
        count, at = read_varint(content, at)
        yield [content[at + n * FOLLOWER : at + (n + 1) * FOLLOWER] for n in range(count)]
        at += count * FOLLOWER


def assert_is_true_of(found: Gathered, documents: dict[int, Sequence[str]]) -> None:
    """What was gathered says of each word what is in these documents, and of no other word anything."""
    every = {word for parts in documents.values() for text in parts for word in words_of(text)}
    assert found.keys() == every | {key for word in every for key in keys_of(word)}
    for word, (entries, followers) in found.items():
        expected = [
            (place, any_form, parts_with(parts, word, in_any_form=False))
            for place, parts in documents.items()
            if (any_form := parts_with(parts, word, in_any_form=True))
        ]
        assert list(read_entries(entries)) == expected, word
        have_it = [documents[place] for place, _, exact in expected if exact]
        assert list(read_followers(followers)) == [hashes_after(parts, word) for parts in have_it], word


def test_a_word_has_the_parts_where_it_or_a_form_of_it_stands_and_what_follows_it() -> None:
    """A search would find a chapter that does not have the word, or a quote that nobody wrote."""
    documents = {
        3: ["הוועדה לבריאות הציבור", "הוועדה דנה. ועדה אחרת דנה – ועדה אחרת החליטה", ""],
        70: ["ועדות", "בריאות־הציבור (ועדה) ועדה/ועדות ב־12.3.2024, 2016–2019 ו-10,000", "ועדה", "ש", "ועדה"],
        200: ["\u0640 – ... committee's committees, Committee", "اللجنة الوزارية"],
    }
    assert_is_true_of(gather(Vocabulary(), documents), documents)


def test_documents_of_many_parts_and_common_words_are_gathered_whole() -> None:
    """Bit maps of more than 64 parts, and words that follow one another in every way, are met in long reports alone."""
    drawn = random.Random(5)
    words = ["ועדה", "הועדה", "ועדות", "משרד", "משרדי", "של", "על-ידי", "–", "2024", '"צה"ל"', "the"]
    documents = {place: [" ".join(drawn.choices(words, k=8)) for _ in range(90)] for place in (0, 127, 128)}
    assert_is_true_of(gather(Vocabulary(), documents), documents)


def test_one_group_leaves_nothing_to_the_next() -> None:
    """A process would be found by the words of another."""
    vocabulary = Vocabulary()
    gather(vocabulary, {1: ["ועדה לבריאות הציבור בעיר", "ועדה"]})
    documents = {1: ["לציבור"], 2: ["בריאות הציבור"]}
    assert_is_true_of(gather(vocabulary, documents), documents)
    assert gather(vocabulary, {}) == {}


def test_words_that_were_met_as_keys_have_their_own_keys_when_they_are_written() -> None:
    """The second document's form would not be found by the word it is a form of."""
    vocabulary = Vocabulary()
    gather(vocabulary, {1: ["ולמשרדים"]})
    documents = {1: ["למשרדים", "משרדים"]}
    assert_is_true_of(gather(vocabulary, documents), documents)
