"""Graphs as inline SVG, made by the build: no script, right to left and left to right, on paper and in the dark.

A graph is a sentence that says what it shows, the picture, and the table behind it. Widths are shares of the place
it has, so a graph fits a phone as it fits a desk; colours come from classes of the style sheet.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from markupsafe import Markup, escape
from msgspec import Struct

from generator.rendering.templates import render
from generator.wording import Wording

ROW_HEIGHT = 52
COLUMNS_HEIGHT = 156
FEW = 2
"""A picture of counts up to this shows nothing that its table does not."""
_FLOOR, _CEILING = 130, 20
"""Where columns stand and how high the highest reaches, in pixels from the top."""


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
    """Figures are counts of things: ones and twos, and one bar alone, are told in words and not drawn."""
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
    is_alone = graph.shape == "bars" and sum(bool(datum.value) for datum in graph.data) == 1
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
                '<g transform="translate(0 {y})"><text x="{start}" y="14">{label}</text>'
                '<text class="c-value" x="{end}" y="14" text-anchor="{anchor}" direction="ltr">{shown}</text>'
                '<rect class="c-track" y="22" width="100%" height="10"/>'
            ).format(
                y=index * ROW_HEIGHT,
                start=start,
                end=end,
                # A figure with a sign (`<5`) reads from left to right; WebKit heeds no isolates in SVG, only this.
                anchor="start" if is_rtl else "end",
                label=_short(datum.label),
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
    every = -(-len(data) // 12)
    parts = [Markup('<line class="c-axis" x1="0" x2="100%" y1="{y}" y2="{y}"/>').format(y=_FLOOR + 0.5)]
    for index, datum in enumerate(data):
        left = (last - index if is_rtl else index) * width
        height = round((_FLOOR - _CEILING) * (datum.value or 0) / top)
        parts.append(_rect(datum.style, left + width * 0.14, width * 0.72, y=_FLOOR - height, height=height))
        # Long rows name every second, third … column, counted from the newest.
        is_named = (last - index) % every == 0
        if datum.value and (every == 1 or is_named):
            parts.append(_middle_text("c-value", left + width / 2, _FLOOR - height - 8, datum.shown))
        if is_named:
            parts.append(_middle_text("c-note", left + width / 2, 148, datum.label))
    return Markup().join(parts)


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


def _short(label: str, limit: int = 48) -> Markup:
    """A label that leaves room for its figure on a narrow screen; the table has it in full."""
    return escape(label if len(label) <= limit else f"{label[: limit - 1].rstrip()}…")
