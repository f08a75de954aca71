"""Headings and titles that are headings only to the eye: bold lines, numbered like their neighbours, large letters on a cover."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

from msgspec import Struct

from generator.importing.headings import is_report_name, subject_of
from generator.importing.word import make
from generator.importing.word.context import Line

_LONGEST = 100
_MOST_WORDS = 14
_NUMBERED = re.compile(
    r"\(?(?:(?P<digits>\d{1,2}(?:\.\d{1,2}){0,3})|(?P<hebrew>[א-ת]{1,2})|(?P<roman>[IVX]{1,5})|(?P<latin>[A-Z])"
    r"|(?P<arabic>[\u0621-\u064a]))(?:[.)׳'](?:\s|(?=[^\W\d]))|\s+[-–—]\s|(?<=\d)\s)"
)
_COVER_LINES = 8
_WORD = re.compile(
    r"(?:פרק|חלק|שער|נספח|chapter|part|section|appendix|annex|الفصل|القسم|الجزء|الملحق|ملحق|فصل)\b", re.IGNORECASE
)


class Guess(Struct, frozen=True, kw_only=True):
    """A line that was taken for a heading, or for the title."""

    text: str
    why: str
    """`numbered`, `known-name`, `bold-line` or `cover`."""


def guess_headings(lines: Sequence[Line], is_known: Callable[[str], bool]) -> list[Guess]:
    """Mark the lines that are headings in all but style, and say which. `is_known`: whether a text names a chapter."""
    lines = [line for line in lines if not line.is_boxed]
    styled = [line for line in lines if line.level]
    candidates = [line for line in lines if _may_be_heading(line)]
    found: list[tuple[Line, int, str]] = []
    if not any(line.level == 1 for line in styled):
        found = _numbered(candidates, is_known)
        taken = {id(line) for line, _, _ in found}
        if not styled:
            rest = [line for line in candidates if id(line) not in taken]
            found += _known(rest, is_known)
            taken = {id(line) for line, _, _ in found}
            if not any(why == "numbered" for _, _, why in found):
                found += _bold(lines, [line for line in rest if id(line) not in taken])
    guesses: list[Guess] = []
    for line, level, _why in found:
        make.make_heading(line.element, f"Guessed{level}", line.printed)
        line.level = level
    order = {id(line): n for n, line in enumerate(lines)}
    guesses += [Guess(text=line.text, why=why) for line, _, why in sorted(found, key=lambda each: order[id(each[0])])]
    return guesses


def guess_title(lines: Sequence[Line]) -> Guess | None:
    """Where no line has the title's style, the first line of a cover: bold or larger than the text, before any heading."""
    if any(line.is_title for line in lines):
        return None
    cover = []
    for line in lines:
        if line.level and not line.is_boxed:
            break
        cover.append(line)
    if not cover or len(cover) == len(lines):
        return None
    usual = _usual_size(lines)
    best = max(cover[:_COVER_LINES], key=lambda line: _weight(line, usual))
    if make.is_struck(best.element) or _weight(best, usual) < 2 or len(best.text) > 150 or best.printed:
        return None
    make.set_style(best.element, "Title")
    best.is_title = True
    return Guess(text=best.text, why="cover")


def _weight(line: Line, usual: int) -> float:
    """How much a line of a cover looks like its title: large letters, bold, the words of a report, more than two words."""
    is_large = line.size > usual + 3
    is_report = is_report_name(line.text)
    enough = len(line.text.split()) > 2
    return (
        10 * bool(subject_of(line.text))
        + 3 * is_large
        + 2 * line.is_bold
        + 3 * (is_report and len(line.text.split()) < 20)
        + 0.5 * enough
        + line.size / 1000
    )


def _may_be_heading(line: Line) -> bool:
    text = line.text
    return (
        line.is_bold
        and not line.level
        and not line.is_title
        and len(text) <= _LONGEST
        and len(text.split()) <= _MOST_WORDS
        and text[-1] not in ".;,،؛"
        and any(letter.isalpha() for letter in text)
        and not make.is_struck(line.element)
    )


def _numbered(candidates: Sequence[Line], is_known: Callable[[str], bool]) -> list[tuple[Line, int, str]]:
    kinds = {id(line): kind for line in candidates if (kind := _kind(line))}
    counts = Counter(kind.partition(" ")[0] for kind in kinds.values())
    if sum(counts.values()) < 2 and not any(is_known(line.text) for line in candidates if id(line) in kinds):
        return []
    first = next((kinds[id(line)].partition(" ")[0] for line in candidates if id(line) in kinds), "")
    found = []
    for line in candidates:
        kind, _, depth = kinds.get(id(line), "").partition(" ")
        if kind:
            level = int(depth or 1) if kind in (first, "word") else max(2, int(depth or 1))
            found.append((line, min(level, 6), "numbered"))
    return found


def _kind(line: Line) -> str:
    """How a line is numbered, and how deep: `digits 2`, `hebrew`, `word`; empty when it is not."""
    text = f"{line.printed} {line.text}" if line.printed else line.text
    if _WORD.match(text):
        return "word 1"
    match = _NUMBERED.match(text)
    if match is None or match.lastgroup is None:
        return ""
    return f"{match.lastgroup} {match[match.lastgroup].count('.') + 1 if match.lastgroup == 'digits' else 1}"


def _known(candidates: Sequence[Line], is_known: Callable[[str], bool]) -> list[tuple[Line, int, str]]:
    return [(line, 1, "known-name") for line in candidates if is_known(line.text)]


def _bold(lines: Sequence[Line], candidates: Sequence[Line]) -> list[tuple[Line, int, str]]:
    """Bold lines with a text of their own below them; where the letters differ in size, the smaller ones are one level down."""
    order = {id(line): n for n, line in enumerate(lines)}
    are = {id(line) for line in candidates}
    found = []
    for line in candidates:
        position = order[id(line)]
        after = lines[position + 1] if position + 1 < len(lines) else None
        if position and after is not None and id(after) not in are and not after.is_bold:
            found.append(line)
    if len(found) < 2:
        return []
    largest = max(line.size for line in found)
    return [(line, 1 if line.size == largest else 2, "bold-line") for line in found]


def _usual_size(lines: Sequence[Line]) -> int:
    sizes: Counter[int] = Counter()
    for line in lines:
        sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0
