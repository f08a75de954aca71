"""A name as a list has it -> the words in a row, in each order and spelling, that are this name in a text."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from generator.expressions import expression
from generator.names.cells import names_in
from generator.names.letters import script
from generator.names.text import pieces, read
from generator.names.titles import ALSO_NAMES, GIVEN_NAMES, TITLES


class Order(Enum):
    """How sure it is that words in a row are the name."""

    PLAIN = 0
    TURNED = 1
    """The family name first: so only where nothing says that the two words belong to two people."""
    SINGLE = 2
    """A name of one word: only after a title, or where it was asked for."""
    JOINED = 3
    """A name of several words written as one: only where this is no word or name of its own."""


COMMA = ","
"""Stands in a form for the comma after a family name."""


class Form(NamedTuple):
    words: tuple[str, ...]
    order: Order


PARTICLES = frozenset(
    "בנ בר אבנ אבו אל עבד דה פונ או מק ابو ابي عبد بن ابن ال ام بنت "
    "abu abd al el ibn bin ben bar de da di van von mac mc o d la le".split()
)
"""Written to the next word or apart."""
_SPLIT = ("אבו", "עבד", "אל", "ابو", "عبد", "abu", "abd", "al", "el", "mc")
_ENDINGS = ("الله", "الدين", "الرحمن")
"""Written to the word before or apart from it: `نور الدين`, `نورالدين`."""
_MAY_BE_PARTED = expression(rf"\b(?:{'|'.join(_SPLIT)})|(?:{'|'.join(_ENDINGS)})\b")
_ARTICLE = "ال"
_APART = expression(r"\s*[,،;؛/|]\s*|\s+[-–—]\s+")
_HYPHENS = frozenset("-\u2010\u2011\u2013\u05be")
_SHORTEST_JOINED = 6
"""Letters of a whole name, below which it is not looked for written as one word."""
_MOST_WORDS = 8
_GIVEN_AND_TWO_FAMILIES = 3
"""Words. The two are written in either order."""


@lru_cache(maxsize=2048)
def forms_of(cell: str) -> frozenset[Form]:
    """Every form of the name in a cell; empty when there is no letter in it."""
    written = dict.fromkeys(names_in(read(cell).text))
    return frozenset(form for each in written for words in _orders(each) for form in _spelled(*words))


def is_single_word(cell: str) -> bool:
    """Whether a name is one word, without its titles: such a word is often something else."""
    return all(form.order is Order.SINGLE for form in forms_of(cell))


def _orders(cell: str) -> Iterator[tuple[tuple[str, ...], frozenset[int]]]:
    """The words of the name, given name first where that can be known, and which of them were hyphenated to the next."""
    parts = [part for each in _APART.split(cell) if (part := _without_titles(each))]
    if not parts:
        return
    first, *rest = parts
    if not rest:
        words, hyphens = first
        is_family_first = len(words) == 2 and words[1] in GIVEN_NAMES and words[0] not in GIVEN_NAMES
        yield words, hyphens
        if is_family_first:
            yield words[::-1], frozenset()
        return
    second, hyphens = rest[0]
    is_given = second[0] in GIVEN_NAMES
    if len(first[0]) > 1 and not is_given:
        yield first
    if len(first[0]) == 1 or is_given or len(second) == 1:
        shifted = frozenset(place + len(second) for place in first[1])
        yield second + first[0], shifted | hyphens


def _without_titles(part: str) -> tuple[tuple[str, ...], frozenset[int]] | None:
    found = list(pieces(part))
    words = [piece.letters for piece in found]
    begin, end = 0, len(words)
    while (
        begin < end
        and words[begin] in TITLES
        and words[begin] not in GIVEN_NAMES
        and (words[begin] not in ALSO_NAMES or end - begin > 2)
    ):
        begin += 1
    while end > begin and words[end - 1] in TITLES and (words[end - 1] not in ALSO_NAMES or end - begin > 2):
        end -= 1
    if begin == end or end - begin > _MOST_WORDS:
        return None
    hyphens = frozenset(
        place - begin
        for place in range(begin, end - 1)
        if part[found[place].end : found[place + 1].start].strip("\0") in _HYPHENS
    )
    return tuple(words[begin:end]), hyphens


def _spelled(words: tuple[str, ...], hyphens: frozenset[int]) -> Iterator[Form]:
    if len(words) == 1:
        yield Form(words, Order.SINGLE)
        return
    whole = [words]
    without_initials = tuple(word for word in words if len(word) > 1)
    if 2 <= len(without_initials) < len(words):
        whole.append(without_initials)
    whole += [(*words[:place], words[place + 1], words[place], *words[place + 2 :]) for place in hyphens if place]
    whole += list(_articles(words))
    if len(words) == _GIVEN_AND_TWO_FAMILIES and not hyphens and (PARTICLES | GIVEN_NAMES).isdisjoint(words[1:]):
        yield Form((words[0], words[2], words[1]), Order.PLAIN)
    for name in whole:
        for spelled in _joined(name, hyphens if name is words else frozenset()):
            if len(spelled) > 1:
                yield Form(spelled, Order.PLAIN)
                yield from _turned(spelled)
        letters = "".join(name)
        if len(letters) >= _SHORTEST_JOINED:
            yield Form((letters,), Order.JOINED)
            yield Form((name[-1] + "".join(name[:-1]),), Order.JOINED)


def _articles(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """An Arabic family name with its article and without: `المصري`, `مصري`."""
    *given, family = words
    if given and script(family[0]) == "ar" and family not in PARTICLES:
        bare = family.removeprefix(_ARTICLE)
        if bare not in GIVEN_NAMES and (bare == family or len(bare) > 2):
            yield (*given, bare if bare != family else _ARTICLE + family)


def _turned(words: tuple[str, ...]) -> Iterator[Form]:
    for family in range(1, min(len(words), 4)):
        last, first = words[-family:], words[:-family]
        yield Form(last + first, Order.TURNED)
        yield Form((*last, COMMA, *first), Order.TURNED)


def _joined(words: tuple[str, ...], hyphens: frozenset[int]) -> set[tuple[str, ...]]:
    """The name with its particles written apart, and written to the next word: `אבו מוך`, `אבומוך`."""
    found = {words}
    if not hyphens and PARTICLES.isdisjoint(words) and not _MAY_BE_PARTED.search(" ".join(words)):
        return found
    joints = [
        place
        for place in range(len(words) - 1)
        if words[place] in PARTICLES or words[place + 1] in _ENDINGS or place in hyphens
    ][:3]
    for chosen in range(1, 1 << len(joints)):
        taken = {joint for number, joint in enumerate(joints) if chosen >> number & 1}
        spelled: list[str] = []
        for place, word in enumerate(words):
            if place - 1 in taken:
                spelled[-1] += word
            else:
                spelled.append(word)
        found.add(tuple(spelled))
    for place, word in enumerate(words):
        particle = next((each for each in _SPLIT if word.startswith(each) and len(word) > len(each) + 2), None)
        if particle:
            found.add((*words[:place], particle, word[len(particle) :], *words[place + 1 :]))
        ending = next((each for each in _ENDINGS if word.endswith(each) and len(word) > len(each) + 1), None)
        if ending:
            found.add((*words[:place], word.removesuffix(ending), ending, *words[place + 1 :]))
    return found
