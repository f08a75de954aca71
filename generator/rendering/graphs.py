"""Graphs as inline SVG, made by the build: no script, right to left and left to right, on paper and in the dark.

A graph is a sentence that says what it shows, the picture, and the table behind it. Widths are shares of the place
it has, so a graph fits a phone as it fits a desk; colours come from classes of the style sheet.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from markupsafe import Markup
from msgspec import Struct

from generator.rendering.templates import render
from generator.wording import Wording

ROW_HEIGHT = 52
COLUMNS_HEIGHT = 156
FEW = 2
"""A picture of counts up to this shows nothing that its table does not."""
_FLOOR, _CEILING = 130, 20
"""Where columns stand and how high the highest reaches, in pixels from the top."""
_WIDE, _PHONE, _NARROW = 612, 328, 288
"""Pixels of a graph's place: on paper, where it is a little narrower than on a wide screen, on a phone, and on the narrowest."""
_LETTER, _DIGIT, _GAP = 6.8, 7.2, 3
"""Pixels of a letter of a label, in the widest of the three scripts, of a digit, and between two texts."""


GraphShape = Literal["bars", "columns", "stack"]


class Datum(Struct, frozen=True, kw_only=True):
    """One figure. `value` None is one that is not known or withheld: it has a row in the table and no bar."""

    label: str
    value: float | None
    shown: str
    """The figure in words, as the table has it: `1,250`, `<5`."""
    url: str | None = None
    """Where the figure's own list is, relative to the site's root."""
    style: str = "bar"
    """Classes of the style sheet after a `c-`: `bar`, `bar c-bar--late`; of a stack also `hatch`, `outline`, `dots`, `blank`."""
    state: str = ""
    """A state of the style sheet (`kept`), for stacks, whose table is a tally of states."""


class Graph(Struct, frozen=True, kw_only=True):
    """Figures, their picture's form and their table's head."""

    id: str
    """Unique in its page."""
    name: str
    """What it is, in a few words: the name of the table behind it."""
    sentence: str
    """What it shows."""
    label_heading: str
    value_heading: str
    data: tuple[Datum, ...]
    shape: GraphShape = "bars"
    """`bars`, `columns` or `stack`."""
    mark: float | None = None
    """Of bars: a value at which a line crosses them all, such as the median."""
    limit: float | None = None
    """Of bars: the end of the scale. A bar beyond it is drawn broken, so that one value does not flatten all others."""
    is_count: bool = True
    """Figures are counts of things: ones and twos, and one bar or column alone, are told in words and not drawn."""
    source: str = ""
    """Where the figures come from; empty when the page says so itself."""


@lru_cache(maxsize=8)
def draw(graph: Graph, wording: Wording, *, has_table: bool = True) -> Markup:
    """The graph's `<figure>` in the direction and the words of a language; nothing when there is nothing to show.

    `has_table` False leaves out the folded table, for documents that print the figures beside the picture; what is
    then not drawn is left out whole. The last few are remembered: a process's record and its participants page show
    the same.
    """
    if not any(datum.value for datum in graph.data):
        return Markup()
    drawing, height = _drawing(graph, is_rtl=wording.direction == "rtl")
    if graph.shape == "stack":
        return _figure(graph, wording, height, drawing, "parts/graph-tally.html")
    if has_table:
        return _figure(graph, wording, height, drawing)
    return _figure(graph, wording, height, drawing, "parts/graph-alone.html") if drawing else Markup()


def _drawing(graph: Graph, *, is_rtl: bool) -> tuple[Markup, int]:
    """The inside of the SVG and its height in pixels; empty for counts that the table says as well."""
    is_alone = graph.shape != "stack" and sum(bool(datum.value) for datum in graph.data) == 1
    if graph.is_count and (is_alone or _top(graph.data) <= FEW):
        return Markup(), 0
    if graph.shape == "stack":
        return _stack(graph, is_rtl=is_rtl), 28
    if graph.shape == "columns":
        return _columns(graph.data, is_rtl=is_rtl), COLUMNS_HEIGHT
    return _bars(graph, is_rtl=is_rtl), len(graph.data) * ROW_HEIGHT


def top_with_rest(data: Sequence[Datum], limit: int, rest: str, wording: Wording) -> tuple[Datum, ...]:
    """The first `limit` data, and the others added up under the label `rest`, without a bar: a sum is no match for one."""
    if len(data) <= limit + 1:
        return tuple(data)
    left = sum(datum.value or 0 for datum in data[limit:])
    return (*data[:limit], Datum(label=rest, value=None, shown=wording.number(left)))


def _bars(graph: Graph, *, is_rtl: bool) -> Markup:
    """A bar for each datum under its label and figure, and the mark across all."""
    top = graph.limit or _top(graph.data)
    start, end = ("100%", "0") if is_rtl else ("0", "100%")
    parts: list[Markup] = []
    for index, datum in enumerate(graph.data):
        parts.append(
            Markup(
                '<g transform="translate(0 {y})">{label}'
                '<text class="c-value" x="{end}" y="14" text-anchor="{anchor}" direction="ltr">{shown}</text>'
                '<rect class="c-track" y="22" width="100%" height="10"/>'
            ).format(
                y=index * ROW_HEIGHT,
                start=start,
                end=end,
                # A figure with a sign (`<5`) reads from left to right; WebKit heeds no isolates in SVG, only this.
                anchor="start" if is_rtl else "end",
                label=_label(datum, start),
                shown=datum.shown,
            )
        )
        if datum.value:
            share = min(100 * datum.value / top, 100)
            parts.append(_rect(datum.style, 100 - share if is_rtl else 0, share, y=22, height=10))
            if datum.value > top:
                parts.append(_rect("break", 4 if is_rtl else 94, 2, y=20, height=14))
        if graph.mark is not None:
            place = 100 * min(graph.mark, top) / top
            x = f"{100 - place if is_rtl else place:.2f}%"
            parts.append(Markup('<line class="c-median" x1="{x}" x2="{x}" y1="17" y2="37"/>').format(x=x))
        parts.append(Markup("</g>"))
    return Markup().join(parts)


def _columns(data: Sequence[Datum], *, is_rtl: bool) -> Markup:
    """A column for each datum, side by side in reading order."""
    top, width, last = _top(data), 100 / len(data), len(data) - 1
    names, figures = (_steps(tuple(map(of, data))) for of in (lambda each: each.label, lambda each: each.shown))
    parts = [Markup('<line class="c-axis" x1="0" x2="100%" y1="{y}" y2="{y}"/>').format(y=_FLOOR + 0.5)]
    for index, datum in enumerate(data):
        left = (last - index if is_rtl else index) * width
        height = round((_FLOOR - _CEILING) * (datum.value or 0) / top)
        parts.append(_rect(datum.style, left + width * 0.14, width * 0.72, y=_FLOOR - height, height=height))
        middle, place = left + width / 2, last - index
        if datum.value:
            parts.append(_of_some("c-value", middle, _FLOOR - height - 8, datum.shown, place, figures))
        parts.append(_of_some("c-note", middle, 148, datum.label, place, names))
    return Markup().join(parts)


def _steps(texts: Sequence[str]) -> tuple[int, int]:
    """Every which column has its text, on a wide place and on a narrow one: as many as stand beside each other."""
    room = max(map(len, texts)) * _DIGIT + _GAP
    wide = max(math.ceil(len(texts) * room / _WIDE), 1)
    return wide, wide * max(math.ceil(len(texts) * room / _PHONE / wide), 1)


def _of_some(style: str, x: float, y: int, text: str, place: int, steps: tuple[int, int]) -> Markup:
    """The text of a column whose turn it is, counted from the newest; on a narrow place it is that of fewer."""
    wide, narrow = steps
    if place % wide:
        return Markup()
    return _middle_text(style if place % narrow == 0 else f"{style} c-wide", x, y, text)


def _stack(graph: Graph, *, is_rtl: bool) -> Markup:
    """One bar cut into shares, each told apart by its pattern and not by colour alone."""
    total = sum(datum.value or 0 for datum in graph.data)
    parts = [_patterns(graph.id)]
    done = 0.0
    for datum in graph.data:
        share = 100 * (datum.value or 0) / total
        x = 100 - done - share if is_rtl else done
        done += share
        if not share or datum.style == "blank":
            continue
        if datum.style in ("hatch", "dots"):
            parts.append(
                Markup('<rect fill="url(#{id}-{style})" x="{x:.2f}%" width="{share:.2f}%" height="28"/>').format(
                    id=graph.id, style=datum.style, x=x, share=share
                )
            )
        elif datum.style == "outline":
            parts.append(_rect("outline", x + 0.2, max(share - 0.4, 0.1), y=1, height=26))
        else:
            parts.append(_rect(datum.style, x, share, y=0, height=28))
    return Markup().join(parts)


def _patterns(graph_id: str) -> Markup:
    return Markup(
        '<defs><pattern id="{id}-hatch" width="8" height="8" patternUnits="userSpaceOnUse" '
        'patternTransform="rotate(45)"><path class="c-hatch" d="M0 0V8"/></pattern><pattern id="{id}-dots" width="8" '
        'height="8" patternUnits="userSpaceOnUse"><circle class="c-dots" cx="4" cy="4" r="1.5"/></pattern></defs>'
    ).format(id=graph_id)


def _rect(style: str, x: float, width: float, *, y: int, height: int) -> Markup:
    return Markup('<rect class="c-{style}" x="{x:.2f}%" y="{y}" width="{width:.2f}%" height="{height}"/>').format(
        style=style, x=x, y=y, width=width, height=height
    )


def _middle_text(style: str, x: float, y: int, text: str) -> Markup:
    """A year, a number or a range of numbers, which reads from left to right everywhere."""
    return Markup(
        '<text class="{style}" x="{x:.2f}%" y="{y}" text-anchor="middle" direction="ltr">{text}</text>'
    ).format(style=style, x=x, y=y, text=text)


def _figure(graph: Graph, wording: Wording, height: int, drawing: Markup, template: str = "parts/graph.html") -> Markup:
    values = {"graph": graph, "height": height, "direction": wording.direction, "drawing": drawing}
    return Markup(render(template, wording.language, values))  # noqa: S704 - escaped by the template


def _top(data: Sequence[Datum]) -> float:
    return max(datum.value or 0 for datum in data) or 1


def _label(datum: Datum, start: str) -> Markup:
    """A label that leaves room for its figure; where a phone has less of it, one of two. The table has it in full."""
    wide, narrow = (
        _short(datum.label, int((room - len(datum.shown) * _DIGIT - 4 * _GAP) / _LETTER)) for room in (_WIDE, _NARROW)
    )
    if wide == narrow:
        return Markup('<text x="{start}" y="14">{wide}</text>').format(start=start, wide=wide)
    return Markup(
        '<text class="c-wide" x="{start}" y="14">{wide}</text><text class="c-narrow" x="{start}" y="14">{narrow}</text>'
    ).format(start=start, wide=wide, narrow=narrow)


def _short(label: str, limit: int) -> str:
    return label if len(label) <= limit else f"{label[: limit - 1].rstrip()}…"
