"""Charts, SmartArt and controls: their words and numbers, from the parts that a drawing refers to."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from xml.etree.ElementTree import Element

from msgspec import Struct

from generator.expressions import expression
from generator.importing.word.fields import TICKED, UNTICKED
from generator.importing.word.names import CX, DGM, A, C, local

MAX_ROWS = 2000
_QUOTED = expression(r'"[^"]*"|\\.|\[[^\]]*\]')
_DECIMALS = expression(r"\.([0#]+)")
_DAY = expression(r"[dy]", re.IGNORECASE)
_FIRST_DAY = datetime(1899, 12, 30)  # noqa: DTZ001 - Excel's days have no zone
_LONG_NUMBER = expression(r"-?\d{1,9}\.\d{9,}\Z")


class Chart(Struct, frozen=True, kw_only=True):
    title: str
    rows: tuple[tuple[str, ...], ...]
    """A head (a corner, then the names of the series) and a row for each category; empty when there are no data."""
    words: tuple[str, ...] = ()
    """Titles of axes and other words."""


def read_chart(root: Element) -> Chart:
    """A chart part (`c:chartSpace`, or `cx:chartSpace` of newer kinds), as a title and a table."""
    if root.tag.startswith(CX):
        return _read_new(root)
    chart = root.find(f"{C}chart")
    if chart is None:
        return Chart(title="", rows=())
    title = chart.find(f"{C}title")
    series = list(chart.iter(f"{C}ser"))
    names = [_first_point(each.find(f"{C}tx")) for each in series]
    columns = [_points(_first(each, "val", "yVal")) for each in series]
    categories: dict[int, str] = {}
    for each in series:
        for index, words in _points(_first(each, "cat", "xVal")).items():
            categories.setdefault(index, words)
    heading = _rich(title) or (names[0] if title is not None and len(names) == 1 else "")
    indices = sorted({*categories, *(index for column in columns for index in column)})[:MAX_ROWS]
    rows: list[tuple[str, ...]] = []
    if indices:
        rows.append(("", *names))
        rows += [(categories.get(index, ""), *(column.get(index, "") for column in columns)) for index in indices]
    others = [_rich(each) for each in chart.iter(f"{C}title") if each is not title]
    others += [_rich(each) for each in chart.iter(f"{C}dLbl")]
    return Chart(title=heading, rows=tuple(rows), words=tuple(word for word in others if word))


def _read_new(root: Element) -> Chart:
    title = next((" ".join(_texts(each)) for each in root.iter(f"{CX}title")), "")
    columns = [[point.text or "" for point in level.iter(f"{CX}pt")] for level in root.iter(f"{CX}lvl")]
    height = max((len(column) for column in columns), default=0)
    rows = [tuple(column[n] if n < len(column) else "" for column in columns) for n in range(min(height, MAX_ROWS))]
    names = tuple(each.text or "" for series in root.iter(f"{CX}series") for each in series.iter(f"{CX}v"))
    head = ("", *names)[: len(columns)] if columns else ()
    return Chart(title=title, rows=(head, *rows) if rows else ())


def smart_art_words(root: Element) -> tuple[str, ...]:
    """The texts of a SmartArt's data part, one for each of its shapes, in order."""
    points = (point for point in root.iter(f"{DGM}pt") if point.get("type", "node") in ("node", "asst", "doc"))
    return tuple(text for point in points if (text := paragraph_words(point)))


def control_words(root: Element) -> str:
    """What a control that somebody put on the page (ActiveX) shows: whether it is ticked, its label, its text."""
    properties = {
        _own_value(each, "name"): _own_value(each, "value") for each in root.iter() if local(each.tag) == "ocxPr"
    }
    label = properties.get("Caption") or properties.get("HTMLCaption") or ""
    value = properties.get("Value", "")
    if value in ("0", "1"):
        return f"{TICKED if value == '1' else UNTICKED} {label}".rstrip()
    return " ".join(f"{label} {value}".split())


def _own_value(element: Element, name: str) -> str:
    """An attribute by its name without its namespace."""
    return next((value for key, value in element.items() if local(key) == name), "")


def paragraph_words(parent: Element) -> str:
    """The words of DrawingML text, paragraphs apart."""
    paragraphs = ("".join(each.text or "" for each in p.iter(f"{A}t")) for p in parent.iter(f"{A}p"))
    return " ".join(" ".join(paragraphs).split())


def _texts(parent: Element) -> list[str]:
    return [each.text for each in parent.iter() if local(each.tag) in ("t", "v") and each.text]


def _rich(parent: Element | None) -> str:
    if parent is None:
        return ""
    return paragraph_words(parent) or " ".join(each.text or "" for each in parent.iter(f"{C}v"))


def _first(parent: Element, *names: str) -> Element | None:
    return next((found for name in names if (found := parent.find(f"{C}{name}")) is not None), None)


def _first_point(parent: Element | None) -> str:
    return " ".join(each.text or "" for each in parent.iter(f"{C}v")) if parent is not None else ""


def _points(parent: Element | None) -> dict[int, str]:
    """Index -> what stands there, numbers as they are shown; categories of several levels are joined, the widest first."""
    found: dict[int, str] = {}
    if parent is None:
        return found
    usual = next((each.text or "" for each in parent.iter(f"{C}formatCode")), "")
    levels = list(parent.iter(f"{C}lvl"))
    for level in reversed(levels or [parent]):
        for point in level.iter(f"{C}pt"):
            index = point.get("idx", "")
            value = point.find(f"{C}v")
            if index.isdecimal() and value is not None and value.text:
                before = found.get(int(index), "")
                found[int(index)] = f"{before} {_shown(value.text, point.get('formatCode') or usual)}".strip()
    return found


def _shown(value: str, form: str) -> str:
    """A value as its format shows it, where the number alone says another thing: shares and days."""
    if not form or not re.fullmatch(r"-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?", value):
        return _rounded(value)
    bare = _QUOTED.sub("", form)
    if "%" in bare:
        decimals = _DECIMALS.search(bare)
        return f"{float(value) * 100:.{len(decimals[1]) if decimals else 0}f}%"
    if _DAY.search(bare) and 1 <= float(value) < 2_958_466:
        return (_FIRST_DAY + timedelta(days=float(value))).date().isoformat()
    return _rounded(value)


def _rounded(value: str) -> str:
    """Numbers as people typed them: `4.4`, where the file has 4.4000000000000004."""
    if not _LONG_NUMBER.match(value):
        return value
    return f"{float(value):.10g}"
