"""The one-page edition, shortened until it fits on one page.

The page cannot be measured here, so its height is reckoned in lines, on the safe side: a test prints the longest
records in a browser and counts the sheets.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from math import ceil

from markupsafe import Markup
from msgspec import Struct
from msgspec.structs import replace

from generator.editions.context import EditionContext
from generator.editions.promises_and_responses import outcome_views, promise_counts, response_counts
from generator.editions.summary import approvals, bottom_lines, cover_of, next_steps
from generator.editions.views import NOTHING, Count, Cover, Line, StateLine, Step
from generator.markup import plain_text

LONGEST_LINE = 420
"""Letters of a bottom line that a page of seven can hold; what is longer ends in `…`."""


class Brief(Struct, frozen=True, kw_only=True):
    cover: Cover
    size: str
    """`large`, `roomy`, `close` or `dense`: how large the type may be."""
    lede: Markup
    bottom_lines: tuple[Line, ...]
    lines_left: int
    """How many bottom lines had to stay in the full document."""
    outcomes: tuple[StateLine, ...]
    outcomes_left: int
    response_counts: tuple[Count, ...]
    promise_counts: tuple[Count, ...]
    next_steps: tuple[Step, ...]
    approvals: tuple[Step, ...]
    contact: tuple[Markup, ...]


class _Size(Struct, frozen=True):
    """A size of type: how many lines a sheet has, and how many letters a line."""

    name: str
    lines: float
    letters: int


_SIZES = (_Size("large", 45, 86), _Size("roomy", 51.5, 98), _Size("close", 59, 108), _Size("dense", 67, 118))
_SHEET = 258
"""Millimetres of a sheet between its margins, as in the style sheet."""
_PICTURE = (24.5, 3.2, 29)
"""Of the picture beside the title: its millimetres, those of a line of its credit, and the letters of such a line."""
_BESIDE_PICTURE = 0.72
"""How much of the sheet's width is left for the title."""


def brief_of(edition: EditionContext) -> Brief:
    """The edition in the largest type in which all of it fits; in the smallest, with less of it, where nothing does.

    What the process was about, what was done with what was said, and its picture are there where they cost neither larger
    type nor other words.
    """
    whole = Brief(
        cover=cover_of(edition),
        size=_SIZES[0].name,
        lede=edition.text(edition.process.record.short_description),
        bottom_lines=tuple(replace(each, text=_shortened(each.text, LONGEST_LINE)) for each in bottom_lines(edition)),
        lines_left=0,
        outcomes=tuple(map(_latest, outcome_views(edition))),
        outcomes_left=0,
        response_counts=response_counts(edition),
        promise_counts=promise_counts(edition),
        next_steps=next_steps(edition),
        approvals=approvals(edition),
        contact=edition.contact(edition.process.record.closing.contact),
    )
    told = replace(whole, cover=replace(whole.cover, picture=None))
    shown = replace(whole, lede=NOTHING, response_counts=())
    bare = replace(told, lede=NOTHING, response_counts=())
    for size in _SIZES:
        for brief in (whole, told) if size is _SIZES[0] else (whole, told, shown, bare):
            if _height(brief, size) <= size.lines:
                return replace(brief, size=size.name)
    smallest = _SIZES[-1]
    for less in _reductions(replace(bare, size=smallest.name)):
        if _height(less, smallest) <= smallest.lines:
            return less
    return less


def _reductions(brief: Brief) -> Iterator[Brief]:
    """Less and less, the dearest last: notes and news, next steps, approvals, outcomes, bottom lines."""
    brief = replace(brief, outcomes=tuple(_without_notes(each) for each in brief.outcomes))
    yield brief
    brief = replace(brief, next_steps=())
    yield brief
    brief = replace(brief, approvals=())
    yield brief
    for kept in range(len(brief.outcomes) - 1, 2, -1):
        yield replace(brief, outcomes=brief.outcomes[:kept], outcomes_left=len(brief.outcomes) - kept)
    few = tuple(replace(each, text=_shortened(each.text, 120)) for each in brief.outcomes[:3])
    brief = replace(brief, outcomes=few, outcomes_left=max(0, len(brief.outcomes) - 3))
    short_head = replace(brief.cover, title=_shortened(brief.cover.title, 160), facts=brief.cover.facts[:1])
    brief = replace(brief, cover=short_head)
    for kept in range(len(brief.bottom_lines), 0, -1):
        yield replace(brief, bottom_lines=brief.bottom_lines[:kept], lines_left=len(brief.bottom_lines) - kept)


def _height(brief: Brief, size: _Size) -> float:
    """Lines of the size's type that the page takes."""

    def lines(text: str, share: float = 1.0) -> int:
        return max(1, ceil(_letters(text) / (size.letters * share)))

    def block(items: Iterable[float]) -> float:
        heights = list(items)
        return 2.4 + sum(heights) if heights else 0.0

    cover = brief.cover
    width = _BESIDE_PICTURE if cover.picture else 1.0
    head = 1.4 + 1.9 * lines(cover.title, 0.52 * width) + 1.2 * lines(" · ".join(cover.facts), width)
    head += lines(brief.lede, width) if brief.lede else 0
    if cover.picture:
        picture, line, letters = _PICTURE
        tall = picture + line * ceil(len(cover.picture.credit) / letters)
        head = max(head, tall * size.lines / _SHEET)
    return sum(
        (
            head,
            block(
                0.5 + 1.08 * lines(each.text, 0.86) + (1.3 if each.is_decision else 0) for each in brief.bottom_lines
            ),
            block(0.5 + _outcome_lines(each, size) for each in brief.outcomes),
            1.3 if brief.lines_left else 0.0,
            1.3 if brief.outcomes_left else 0.0,
            *(block([1.6] if counts else []) for counts in (brief.response_counts, brief.promise_counts)),
            block(0.9 + lines(each.text, 0.72) + (1.1 if each.who else 0) for each in brief.next_steps),
            block(0.4 + lines(each.text + each.who + each.when) for each in brief.approvals),
            block([float(lines("    ".join(brief.contact)))]),
            2.2,
            sum(0.4 + lines(each) for each in cover.notices),
        )
    )


def _outcome_lines(line: StateLine, size: _Size) -> float:
    letters = size.letters * 0.74
    parts = (line.text, " · ".join(line.details), line.note, line.evidence)
    news = (f"{each.when} {each.state_title} {each.text}" for each in line.updates)
    return max(1.0, float(sum(ceil(_letters(part) / letters) for part in (*parts, *news) if part)))


@lru_cache(maxsize=128)
def _letters(text: str) -> int:
    """How many letters a reader sees: the texts of one page are measured in size after size."""
    return len(plain_text(text))


def _latest(line: StateLine) -> StateLine:
    """Of all the news of an outcome the last, without its address: the full document has them."""
    return replace(line, updates=tuple(replace(each, evidence=NOTHING) for each in line.updates[-1:]))


def _without_notes(line: StateLine) -> StateLine:
    return replace(line, note=NOTHING, evidence=NOTHING, updates=()) if line.text and line.state else line


def _shortened(text: Markup, letters: int) -> Markup:
    """The text, or its beginning up to a whole word and `…` when it is longer; then without links."""
    plain = plain_text(text)
    if len(plain) <= letters:
        return text
    return Markup("{}…").format(plain[:letters].rsplit(" ", 1)[0].rstrip(" ,;:–-"))
