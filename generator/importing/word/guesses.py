"""Headings and titles that are headings only to the eye: bold lines, numbered like their neighbours, large letters on a cover."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import islice, pairwise, takewhile

from msgspec import Struct

from generator.expressions import expression
from generator.importing.headings import is_report_name, subject_of
from generator.importing.word import make
from generator.importing.word.context import Line

_LONGEST = 100
_LONGEST_TITLE = 150
_TITLE_LINES = 3
_MOST_WORDS = 14
_FEW_WORDS = 4
_NUMBERED = expression(
    r"\(?(?:(?P<digits>\d{1,2}(?:\.\d{1,2}){0,3})|(?P<hebrew>[א-ת]{1,2})|(?P<roman>[IVX]{1,5})|(?P<latin>[A-Z])"
    r"|(?P<arabic>[\u0621-\u064a]))(?:[.)׳'](?:\s|(?=[^\W\d]))|\s+[-–—]\s|(?<=\d)\s)"
)
_COVER_LINES = 8
_WORD = expression(
    r"(?:פרק|חלק|שער|נספח|chapter|part|section|appendix|annex|الفصل|القسم|الجزء|الملحق|ملحق|فصل)\b", re.IGNORECASE
)


class Guess(Struct, frozen=True, kw_only=True):
    """A line that was taken for a heading, or for the title."""

    text: str
    why: str
    """`numbered`, `known-name`, `bold-line`, `underlined`, `capitals`, `known-line` or `cover`."""


def guess(lines: Sequence[Line], is_known: Callable[[str], bool]) -> list[Guess]:
    """Mark the title, and the lines that are headings in all but style. `is_known`: whether a text names a chapter."""
    largest = _largest_lines(lines, is_known)
    headings = _guess_headings(lines, is_known)
    title = largest or _guess_title(lines)
    return [title, *headings] if title else headings


def _guess_headings(lines: Sequence[Line], is_known: Callable[[str], bool]) -> list[Guess]:
    lines = [line for line in lines if not line.is_boxed]
    styled = [line for line in lines if line.level]
    start = max((number + 1 for number, line in enumerate(lines[:_COVER_LINES]) if line.is_title), default=0)
    candidates = [line for line in lines[start:] if _may_be_heading(line)]
    found: list[tuple[Line, int, str]] = []
    if not any(line.level == 1 for line in styled):
        found = _numbered(candidates, is_known)
        taken = {id(line) for line, _, _ in found}
        if not styled:
            rest = [line for line in candidates if id(line) not in taken]
            found += _known(rest, is_known)
            if not taken:
                found += _bold(
                    lines, [line for line in rest if not is_known(line.text)], [line for line, _, _ in found]
                )
            found = found or _plain(lines[start:], is_known)
    for line, level, _why in found:
        make.make_heading(line.element, f"Guessed{level}", line.printed)
        line.level = level
    order = {id(line): n for n, line in enumerate(lines)}
    return [Guess(text=line.text, why=why) for line, _, why in sorted(found, key=lambda each: order[id(each[0])])]


def _largest_lines(lines: Sequence[Line], is_known: Callable[[str], bool]) -> Guess | None:
    """Without any style: the line of the cover, or a few one below the other, with larger letters than all others."""
    if not lines or any(line.is_title or line.level for line in lines):
        return None
    size = max(line.size for line in lines)
    top = [number for number, line in enumerate(lines) if line.size == size]
    others = [line for line in lines if line.size < size]
    if not others or size <= _usual_size(others) + 3 or len(top) > _TITLE_LINES:
        return None
    found = [lines[number] for number in top]
    is_together = top[-1] - top[0] == len(top) - 1 and top[-1] < _COVER_LINES
    if not is_together or not all(
        _may_be_title(line) and not _kind(line) and not is_known(line.text) for line in found
    ):
        return None
    return _titled(found)


def _guess_title(lines: Sequence[Line]) -> Guess | None:
    """Where no line has the title's style, the first line of a cover: bold or larger than the text, before any heading."""
    if any(line.is_title for line in lines):
        return None
    cover = []
    for line in lines:
        if line.level and not line.is_boxed:
            break
        cover.append(line)
    if len(cover) == len(lines):  # no headings, so no cover: only a letter says what it is about
        cover = [line for line in cover if subject_of(line.text)]
    if not cover:
        return None
    usual = _usual_size(lines)
    best = max(cover[:_COVER_LINES], key=lambda line: _weight(line, usual))
    if _weight(best, usual) < 2 or not _may_be_title(best):
        return None
    start = cover.index(best)
    more = takewhile(lambda line: line.size == best.size > usual + 3 and _may_be_title(line), cover[start + 1 :])
    return _titled([best, *islice(more, _TITLE_LINES - 1)])


def _may_be_title(line: Line) -> bool:
    return len(line.text) <= _LONGEST_TITLE and not line.printed and not make.is_struck(line.element)


def _titled(lines: Sequence[Line]) -> Guess:
    for line in lines:
        make.set_style(line.element, "Title")
        line.is_title = True
    return Guess(text=" ".join(line.text for line in lines), why="cover")


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
        (line.is_bold or line.is_underlined or _is_capitals(text))
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
            found.append((line, level, "numbered" if line.is_bold else _why(line)))
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
    return [(line, 1, "known-name" if line.is_bold else _why(line)) for line in candidates if is_known(line.text)]


def _bold(lines: Sequence[Line], candidates: Sequence[Line], known: Sequence[Line]) -> list[tuple[Line, int, str]]:
    """Lines that stand out and have a text of their own below them, or a lesser line that has.

    What stands out less, by the size of its letters or by an underline alone, is one level down.
    """
    order = {id(line): n for n, line in enumerate(lines)}
    are = {id(line) for line in (*candidates, *known)}
    found: dict[int, Line] = {id(line): line for line in known}
    for line in reversed(candidates):
        position = order[id(line)]
        after = lines[position + 1] if position + 1 < len(lines) else None
        if after is None or not position:
            continue
        is_above_text = id(after) not in are and not after.is_bold
        if is_above_text or (id(after) in found and _rank(after) < _rank(line)):
            found[id(line)] = line
    if len(found) < 2:
        return []
    ranks = sorted({_rank(line) for line in found.values()}, reverse=True)
    return [(line, min(ranks.index(_rank(line)) + 1, 3), _why(line)) for line in candidates if id(line) in found]


def _plain(lines: Sequence[Line], is_known: Callable[[str], bool]) -> list[tuple[Line, int, str]]:
    """Where nothing stands out: lines of their own that are the names of chapters and no more, two of them at least."""
    found = []
    for line, after in pairwise(lines):
        is_short = len(line.text.split()) <= _FEW_WORDS and line.text[-1].isalnum()
        if is_short and not line.level and not line.is_title and is_known(line.text) and not is_known(after.text):
            found.append((line, 1, "known-line"))
    return found if len(found) > 1 else []


def _rank(line: Line) -> tuple[int, bool, bool]:
    return line.size, line.is_bold, line.is_underlined


def _why(line: Line) -> str:
    return "bold-line" if line.is_bold else "underlined" if line.is_underlined else "capitals"


def _is_capitals(text: str) -> bool:
    return text.isupper() and sum(letter.isalpha() for letter in text) > _FEW_WORDS


def _usual_size(lines: Sequence[Line]) -> int:
    """The size in which most letters of the lines are, of which there is at least one."""
    sizes: Counter[int] = Counter()
    for line in lines:
        sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0]
