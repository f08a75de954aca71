"""What Word prints before the paragraphs of a list: counted as Word counts, with starts, restarts and levels."""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.etree.ElementTree import Element

from msgspec import Struct, field

from generator.expressions import expression
from generator.importing.word.names import W

_HEBREW_ONES = ("", *"אבגדהוזחט")
_HEBREW_TENS = ("", *"יכלמנסעפצ")
_HEBREW_HUNDREDS = ("", "ק", "ר", "ש", "ת", "תק", "תר", "תש", "תת", "תתק")
_HEBREW_LETTERS = "אבגדהוזחטיכלמנסעפצקרשת"
_ARABIC_LETTERS = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"
_ARABIC_ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"),
    (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_PLAIN = expression(r"%\d[.)]?\Z")


class Item(Struct, frozen=True, kw_only=True):
    """A paragraph's place in a list."""

    level: int
    """From 0."""
    number: int | None
    """Where plain digits are printed (`3.`, `3)`); None for bullets and for all other labels."""
    label: str
    """What is printed, for labels that are neither bullets nor plain digits: `א.`, `1.2`, `המלצה 3:`. Else empty."""
    printed: str
    """What is printed, whatever it is; empty for bullets."""


class _Level(Struct):
    start: int = 1
    kind: str = "decimal"
    text: str = ""
    restart: int | None = None
    is_legal: bool = False


class _List(Struct):
    abstract: str
    levels: dict[int, _Level] = field(default_factory=dict)
    """Levels of its own, in place of the abstract list's."""
    starts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """Counts while paragraphs are handed to it in their order."""

    def __init__(self, root: Element | None) -> None:
        self._abstract: dict[str, dict[int, _Level]] = {}
        self._links: dict[str, str] = {}
        styles: dict[str, str] = {}
        self._lists: dict[str, _List] = {}
        for each in root.findall(f"{W}abstractNum") if root is not None else ():
            name = each.get(f"{W}abstractNumId", "")
            self._abstract[name] = {_index(level): _read_level(level) for level in each.findall(f"{W}lvl")}
            if (link := each.find(f"{W}styleLink")) is not None:
                styles[link.get(f"{W}val", "")] = name
            if (link := each.find(f"{W}numStyleLink")) is not None:
                self._links[name] = link.get(f"{W}val", "")
        self._links = {name: styles[style] for name, style in self._links.items() if style in styles}
        for each in root.findall(f"{W}num") if root is not None else ():
            self._lists[each.get(f"{W}numId", "")] = _read_list(each)
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()

    def item(self, numbering: Element | None) -> Item | None:
        """The place of the next paragraph, which has this `w:numPr`; None when it is in no list."""
        number = numbering.find(f"{W}numId") if numbering is not None else None
        found = self._lists.get(number.get(f"{W}val", "")) if number is not None else None
        if numbering is None or number is None or found is None or number.get(f"{W}val") == "0":
            return None
        level = _int(numbering.find(f"{W}ilvl"), 0)
        abstract = self._links.get(found.abstract, found.abstract)
        spec = self._level(found, abstract, level)
        if spec is None:
            return None
        counts = self._counts.setdefault(abstract, {})
        key = (number.get(f"{W}val", ""), level)
        if key not in self._begun and level in found.starts:
            counts[level] = found.starts[level]
        elif level in counts:
            counts[level] += 1
        else:
            counts[level] = spec.start
        self._begun.add(key)
        for deeper in [each for each in counts if each > level]:
            restart = getattr(self._level(found, abstract, deeper), "restart", None)
            if restart is None or (restart and level < restart):
                del counts[deeper]
        return self._written(found, abstract, level, spec, counts)

    def _written(self, found: _List, abstract: str, level: int, spec: _Level, counts: dict[int, int]) -> Item:
        if spec.kind == "bullet":
            return Item(level=level, number=None, label="", printed="")

        def value(match: re.Match[str]) -> str:
            index = int(match[1]) - 1
            at = self._level(found, abstract, index) or spec
            kind = "decimal" if spec.is_legal else at.kind
            return _formatted(counts.get(index, at.start), kind)

        printed = " ".join(re.sub(r"%(\d)", value, spec.text).split())
        is_plain = spec.kind in ("decimal", "decimalZero") and bool(_PLAIN.match(spec.text.strip()))
        number = counts[level] if is_plain and spec.text.strip()[:2] == f"%{level + 1}" else None
        return Item(level=level, number=number, label="" if number is not None else printed, printed=printed)

    def _level(self, found: _List, abstract: str, level: int) -> _Level | None:
        return found.levels.get(level) or self._abstract.get(abstract, {}).get(level)


def _read_level(element: Element) -> _Level:
    def value(name: str) -> str | None:
        found = element.find(f"{W}{name}")
        return found.get(f"{W}val", "") if found is not None else None

    restart = value("lvlRestart")
    return _Level(
        start=_int(element.find(f"{W}start"), 1),
        kind=value("numFmt") or "decimal",
        text=value("lvlText") or "",
        restart=int(restart) if restart and restart.isdecimal() else None,
        is_legal=element.find(f"{W}isLgl") is not None,
    )


def _read_list(element: Element) -> _List:
    abstract = element.find(f"{W}abstractNumId")
    found = _List(abstract=abstract.get(f"{W}val", "") if abstract is not None else "")
    for override in element.findall(f"{W}lvlOverride"):
        level = _index(override)
        if (own := override.find(f"{W}lvl")) is not None:
            found.levels[level] = _read_level(own)
        if (start := override.find(f"{W}startOverride")) is not None:
            found.starts[level] = _int(start, 1)
    return found


def _index(element: Element) -> int:
    value = element.get(f"{W}ilvl", "0")
    return int(value) if value.isdecimal() else 0


def _int(element: Element | None, default: int) -> int:
    value = element.get(f"{W}val", "") if element is not None else ""
    return int(value) if value.isdecimal() and len(value) < 9 else default


def _formatted(number: int, kind: str) -> str:
    form = _FORMS.get(kind)
    return str(form(number)) if form is not None and number > 0 else str(number)


def _hebrew(number: int) -> str:
    if number > 999:
        return str(number)
    rest = number % 100
    low: str = {15: "טו", 16: "טז"}.get(rest, _HEBREW_TENS[rest // 10] + _HEBREW_ONES[rest % 10])
    return _HEBREW_HUNDREDS[number // 100] + low


def _letters(alphabet: str) -> Callable[[int], str]:
    """Letters in their order, then each twice, as Word goes on after the last."""
    return lambda number: alphabet[(number - 1) % len(alphabet)] * min((number - 1) // len(alphabet) + 1, 9)


def _roman(number: int) -> str:
    written = ""
    for value, letters in _ROMAN:
        written += letters * min(number // value, 9)
        number %= value
    return written


_FORMS: dict[str, Callable[[int], str]] = {
    "hebrew1": _hebrew,
    "hebrew2": _letters(_HEBREW_LETTERS),
    "arabicAlpha": _letters(_ARABIC_LETTERS),
    "arabicAbjad": _letters(_ARABIC_ABJAD),
    "lowerLetter": _letters("abcdefghijklmnopqrstuvwxyz"),
    "upperLetter": _letters("ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
    "lowerRoman": lambda number: _roman(number).lower(),
    "upperRoman": _roman,
    "decimalZero": lambda number: f"{number:02}",
    "none": lambda _: "",
}
