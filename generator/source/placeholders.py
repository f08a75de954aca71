"""Marked gaps: `[להשלים: …]`, what scaffolding leaves for a person to write. They are made here and found here."""

from __future__ import annotations

from collections.abc import Iterator

from generator.expressions import expression

_WORDS = {"he": "להשלים", "ar": "للاستكمال", "en": "to complete"}
_MOST = 60
_GAP = expression(rf"\[(?:{'|'.join(_WORDS.values())})(?::[^\[\]]*+)?\]")


def placeholder(wanted: str, language: str) -> str:
    """A mark, in `language`, for what is wanted in its place."""
    return f"[{_word(language)}: {' '.join(wanted.replace('[', '(').replace(']', ')').split())}]"


def placeholder_mark(language: str) -> str:
    """The bare mark, for a comment above a field that cannot hold a text."""
    return f"[{_word(language)}]"


def find_placeholders(text: str) -> Iterator[tuple[int, int]]:
    """Offsets of the marks in a text, in any of the three languages; the end is exclusive."""
    yield from (match.span() for match in _GAP.finditer(text))


def wanted_by(mark: str) -> str:
    """What a mark asks for, without its brackets; only the beginning of a long one: one line of a terminal."""
    wanted = mark.strip().strip("[]").partition(":")[2].strip()
    return wanted if len(wanted) <= _MOST else f"{wanted[:_MOST].rstrip()}…"


def is_placeholder(text: str) -> bool:
    """Whether a text is a mark and nothing else."""
    return _GAP.fullmatch(text.strip()) is not None


def _word(language: str) -> str:
    return _WORDS.get(language, _WORDS["he"])
