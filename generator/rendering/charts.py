"""Pictures of figures: inline SVG without script or `viewBox`, so that type keeps its size at any width."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

ROW = 52
"""Height of a bar with its label, in pixels."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A labelled number. `shown` is what a reader sees for it: `96`, or `<5` where the number itself is withheld."""

    label: str
    value: int | None
    shown: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    figure: Figure
    y: int
    width: str
    """Per cent of the whole width."""
    x: str
    """Per cent at which the bar begins, counted from the left as SVG does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """Bars from the side on which reading starts, with a sentence that says what they show and the table behind them."""

    sentence: str
    caption: str
    """Of the table; also names the picture."""
    head: str
    """Head of the table's first column."""
    unit: str
    """Head of its second."""
    figures: tuple[Figure, ...]
    bars: tuple[Bar, ...]
    height: int
    is_rtl: bool
    source: str = ""


def bar_chart(
    figures: Iterable[Figure], *, sentence: str, caption: str, head: str, unit: str, is_rtl: bool, source: str = ""
) -> Chart:
    """A bar for each figure whose number is known, in the order given; the table holds all of them."""
    every = tuple(figures)
    known = [(figure, figure.value) for figure in every if figure.value is not None]
    largest = max((value for _, value in known), default=0) or 1
    bars = tuple(
        Bar(
            figure=figure,
            y=index * ROW,
            width=f"{100 * value / largest:.4g}%",
            x=f"{100 - 100 * value / largest:.4g}%" if is_rtl else "0",
        )
        for index, (figure, value) in enumerate(known)
    )
    return Chart(
        sentence=sentence,
        caption=caption,
        head=head,
        unit=unit,
        figures=every,
        bars=bars,
        height=len(bars) * ROW,
        is_rtl=is_rtl,
        source=source,
    )
